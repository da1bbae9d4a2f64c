"""Who said it, in a Korean text: X는 “…”라고 말했다."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from digests.drafting import korean_indirect, marks, pages
from digests.drafting.discourse import Found
from digests.drafting.korean_cast import Cast
from digests.drafting.korean_indirect import according, subject
from digests.drafting.korean_names import NOBODY, Who
from digests.drafting.korean_words import BEHIND, FINAL, FINAL_LONG, NOTION, SAYING, STATES, TREATY
from digests.drafting.marks import Stretch
from digests.drafting.pages import Chain, Page
from digests.drafting.sections import Paragraph
from digests.drafting.speakers import Reported
from digests.drafting.speech import Said
from digests.models import TREATY_TEXT

SINGLES = str.maketrans(dict.fromkeys("‘’'‚", "·"))
SINGLE = re.compile(
    r"[‘'](?P<words>[^‘’'\"“”\n]{2,200})[’'](?=이?라고|고\s|이?라며|며\s|이?라면서)"
)
REACH = 400  # characters beside a quote that are read for who says it
CORNERS = frozenset("「『")
LONG = 5  # words
WORDS = 3
RECENT = 8  # sentences after which nobody is taken up again


def readable(paragraphs: Sequence[Paragraph]) -> list[Stretch]:
    """Give what stands in marks; single ones only where a verb of saying takes them up."""
    plain = [Paragraph(one.start, one.text.translate(SINGLES)) for one in paragraphs]
    found = marks.find(plain)
    inside = defaultdict(list)
    for one in found:
        inside[one.paragraph].append(one)
    for number, paragraph in enumerate(paragraphs):
        for match in SINGLE.finditer(paragraph.text):
            start, end = match.span("words")
            if not any(one.opened < end and start < one.closed for one in inside[number]):
                found.append(Stretch(number, start, end, match.start(), match.end()))
    return sorted(found, key=lambda one: (one.paragraph, one.start))


class KoreanAttribution:
    """One reading of an article's paragraphs, from first to last."""

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        stretches: Sequence[Stretch],
        known: Sequence[str] = (),
        *,
        treaty: bool,
    ) -> None:
        self._treaty = treaty
        self.pages = self._pages = pages.lay_out(paragraphs, stretches)
        self._cast = Cast([page.text for page in self._pages], known)
        self._said: list[Said] = []
        self._last: tuple[str, int] | None = None
        self._sentence = 0
        self.reported: list[Reported] = []

    def quotes(self) -> list[Said]:
        """Give every quote, in order, with its speaker where one can be told."""
        chains = pages.chains(self._pages)
        for page in self._pages:
            for start, end in page.sentences:
                self._sentence += 1
                for chain in chains.get((page.number, start), ()):
                    self._attribute(page, start, end, chain)
                self._report(page, start, end)
                self._mention(page, start, end)
        return self._said

    def _attribute(self, page: Page, start: int, end: int, chain: Chain) -> None:
        closing = self._pages[chain[-1].paragraph]
        end = end if closing is page else closing.sentence_end(chain[-1])
        found = self._cued(page, start, end, chain)
        if not _is_speech(page, start, end, chain, closing, found):
            return
        self._said.append(Said(chain, found, fragment=_is_fragment(page.words(chain[-1]))))
        if found.speaker and not found.treaty:
            self._last = found.speaker, self._sentence

    def _cued(self, page: Page, start: int, end: int, chain: Chain) -> Found:
        first, last = chain[0], chain[-1]
        closing = self._pages[last.paragraph]
        taken = BEHIND.match(closing.text, last.closed) or NOTION.match(closing.text, last.closed)
        plain = bool(
            taken and SAYING.search(closing.text, last.closed, min(end, last.closed + REACH))
        )
        start, end = max(start, first.opened - REACH), min(end, last.closed + REACH)
        lead = max(page.lead(start, first), start)
        places = [(page, lead, first.opened), (closing, last.closed, closing.limit(last))]
        places += [(page, start, first.opened), (closing, last.closed, end)]
        for where, begin, stop in places:
            for read in (subject, according):
                who = read(self._cast, where.text, begin, stop)
                if who is not NOBODY and (found := self._resolve(who, where, begin, plain=plain)):
                    return found
        if (
            self._treaty
            and TREATY.search(page.text, start, first.opened)
            and STATES.search(closing.text, last.closed, end)
        ):
            evidence = " ".join(page.raw[start : first.opened].split())
            return Found(TREATY_TEXT, None, 0.88, evidence, treaty=True, plain=True)
        return self._later(closing, last, end) or self._before(page, plain=plain)

    def _later(self, page: Page, last: Stretch, end: int) -> Found | None:
        """Look at the sentence after a quote that stands alone: “….” X는 말했다."""
        if page.text[last.closed : end].strip(" .,"):
            return None
        following = next(((s, e) for s, e in page.sentences if s >= end), None)
        if (
            following is None
            or page.quoted(*following)
            or not SAYING.search(page.text, *following)
        ):
            return None
        who = subject(self._cast, page.text, *following)
        found = self._resolve(who, page, following[0], plain=True) if who is not NOBODY else None
        return replace(found, confidence=0.75) if found and found.speaker else None

    def _resolve(self, who: Who, page: Page, begin: int, *, plain: bool) -> Found | None:
        evidence = " ".join(page.raw[max(begin, who.start - 24) : who.end].split())
        sure = 0.95 if plain else 0.8
        match who.kind:
            case "person":
                return Found(who.word, None, sure, evidence, plain=plain)
            case "institution":
                return Found(who.word, None, round(sure * 0.9, 2), evidence, plain=plain)
            case "family" | "title":
                return self._called(who, evidence, sure, plain=plain)
            case "pronoun":
                name = self._recent()
                return Found(name, None, 0.8 if name else 0.4, evidence, plain=plain)
            case _:
                return Found(None, None, 0.5, evidence, plain=plain)

    def _called(self, who: Who, evidence: str, sure: float, *, plain: bool) -> Found:
        """Find the one whom a family and a title mean: 김 교수."""
        fits = [
            name
            for name, titles in self._cast.titles.items()
            if (who.kind == "title" or name[0] == who.word)
            and (not titles or any(t.endswith(who.title) or who.title.endswith(t) for t in titles))
        ]
        if len(fits) > 1 and (name := self._recent()) in fits:
            return Found(name, None, 0.75, evidence, plain=plain)
        if len(fits) != 1:
            return Found(None, None, 0.4, evidence, plain=plain)
        return Found(fits[0], None, round(sure * 0.95, 2), evidence, plain=plain)

    def _recent(self) -> str | None:
        if self._last is None or self._sentence - self._last[1] > RECENT:
            return None
        return self._last[0]

    def _before(self, page: Page, *, plain: bool) -> Found:
        """Take the one who spoke before, in the same paragraph, where nobody else is named."""
        last = self._said[-1] if self._said else None
        if last and not last.found.treaty and last.stretches[-1].paragraph == page.number:
            sure = round(last.found.confidence * 0.85, 2)
            return replace(last.found, confidence=sure, plain=plain)
        return Found(plain=plain)

    def _mention(self, page: Page, start: int, end: int) -> None:
        """Take note of whom a sentence is about, for the pronouns to come."""
        who = subject(self._cast, page.text, start, end)
        if who.kind == "person":
            self._last = who.word, self._sentence

    def _report(self, page: Page, start: int, end: int) -> None:
        if page.quoted(start, end):
            return
        found = korean_indirect.find(self._cast, page.text, start, end)
        if found is None:
            return
        who, begin, stop = found
        told = self._resolve(who, page, start, plain=True)
        if told and (told.speaker or who.kind == "unnamed"):
            self.reported.append(Reported(page.number, begin, stop, told.speaker))


def _is_speech(
    page: Page, start: int, end: int, chain: Chain, closing: Page, found: Found
) -> bool:
    """Tell speech from titles, terms and scare quotes by the particle behind it."""
    first, last = chain[0], chain[-1]
    raw = closing.words(last)
    count = sum(
        len(self.split()) for self in (page.words(first), raw if last is not first else "")
    )
    final = bool(FINAL.search(raw))
    if found.treaty:
        return True
    corner = page.raw[first.opened : first.opened + 1] in CORNERS
    if BEHIND.match(closing.text, last.closed):
        return found.plain or (final and not corner)
    if corner:
        return False
    if NOTION.match(closing.text, last.closed):
        return count >= WORDS and (final or (found.plain and found.speaker is not None))
    lead = page.text[start : first.opened].strip()
    rest = closing.text[last.closed : end].strip(" .,。")
    if lead.endswith(":") or (not lead and not rest):
        return final or count >= LONG
    return final and count >= LONG


def _is_fragment(raw: str) -> bool:
    """Tell a phrase from a sentence by how it ends."""
    long = len(raw.split()) >= WORDS and FINAL_LONG.search(raw)
    return not (FINAL.search(raw) or long)
