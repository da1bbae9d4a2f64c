"""Who said it, in a Russian text: «…», — сказал X; по словам X; X сообщил, что Y."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from digests.drafting import pages, russian_cues, russian_papers, russian_parts, speech
from digests.drafting import russian_indirect as indirect
from digests.drafting import russian_speech as spoken
from digests.drafting import russian_told as outlets
from digests.drafting.discourse import Found
from digests.drafting.marks import Stretch
from digests.drafting.memory import REPORTED
from digests.drafting.pages import Chain, Page
from digests.drafting.russian_cast import Cast
from digests.drafting.russian_cues import Cue
from digests.drafting.russian_discourse import PLAIN, Discourse
from digests.drafting.russian_phrases import Who
from digests.drafting.sections import Paragraph
from digests.drafting.speakers import Reported
from digests.drafting.speech import Said

REACH = 700  # characters beside a quote that are read for who says it
FAR = 2000  # characters of a paragraph in which an outlet may have been named
BESIDE = 0.85  # what is taken off for words in the sentence before
PERSONAL = frozenset(("person", "pronoun", "noun"))
MARKS = frozenset('«„“"')


class RussianAttribution:
    """One reading of an article's paragraphs, from first to last."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], stretches: Sequence[Stretch], *, treaty: bool
    ) -> None:
        kept = russian_parts.parted(paragraphs, spoken.spoken(paragraphs, stretches))
        self._treaty = treaty
        self.pages = self._pages = pages.lay_out(paragraphs, kept)
        self._discourse = Discourse(
            self._pages, Cast([page.raw for page in self._pages]), treaty=treaty
        )
        self._said: list[Said] = []
        self.reported: list[Reported] = []

    def quotes(self) -> list[Said]:
        """Give every quote, in order, with its speaker where one can be told."""
        chains = self._chains()
        for page in self._pages:
            for start, end in page.sentences:
                self._discourse.go_on(page)
                here = chains.get((page.number, start), ())
                if here:
                    self._discourse.mention(page, start, here[0][0].opened)
                for chain in here:
                    self._attribute(page, start, chain)
                self._report(page, start, end)
                self._discourse.mention(page, start, end)
        return speech.joined(self._pages, self._said)

    def _chains(self) -> dict[tuple[int, int], list[Chain]]:
        """Give the quotes of each sentence, the parts within one pair of marks together."""
        placed: dict[tuple[int, int], list[Chain]] = {}
        latest: list[Chain] = []
        for place, here in sorted(pages.chains(self._pages).items()):
            for chain in here:
                first = chain[0]
                if (
                    latest
                    and first.opened == first.start
                    and latest[-1][-1].paragraph == first.paragraph
                ):
                    latest[-1] = (*latest[-1], *chain)
                else:
                    latest = placed.setdefault(place, [])
                    latest.append(chain)
        return placed

    def _attribute(self, page: Page, start: int, chain: Chain) -> None:
        found = self._cued(page, start, chain)
        if found is None and (near := self._beside(page, start, chain[0])):
            found = replace(near, beside=True)
        found = found or Found()
        if not spoken.is_speech(self._pages, max(start, chain[0].opened - REACH), chain, found):
            return
        if found.plain and not found.treaty:
            found = replace(found, told=self._told(page, start, chain))
        self._said.append(Said(chain, found, spoken.is_fragment(page, chain)))
        if found.person:
            self._discourse.spoke(found.person)

    def _told(self, page: Page, start: int, chain: Chain) -> str | None:
        stop = page.limit(chain[0])
        near = self._pages[max(0, page.number - 2) : page.number + 1]
        before = "\n".join(one.raw[-FAR:] for one in near)
        first = max(start, chain[0].opened - REACH)
        return outlets.find(page.raw, first, chain[0].opened, before) or outlets.find(
            page.raw, chain[0].closed, min(stop, chain[0].closed + REACH), before
        )

    def _cued(self, page: Page, start: int, chain: Chain) -> Found | None:
        """Go by the words in the quote's own sentence, the plainest first."""
        for cue, where in self._cues(page, start, chain):
            if cue and (found := self._discourse.resolve(cue, where)):
                return found
        return None

    def _cues(self, page: Page, start: int, chain: Chain) -> Iterator[tuple[Cue | None, Page]]:
        phrases, first, last = self._discourse.phrases, chain[0], chain[-1]
        lead = max(start, first.opened - REACH)
        tail = first if first.paragraph == last.paragraph else last
        where = self._pages[tail.paragraph]
        limit = min(where.limit(tail), tail.closed + REACH)
        behind = russian_cues.after(phrases, where.text, tail.closed, limit)
        before = russian_cues.before(phrases, page.text, lead, first.opened)
        dashed = spoken.BEHIND.match(where.raw, tail.closed) is not None
        yield self._treaty_words(page, lead, first, where, tail), page
        if behind and dashed and behind.who.kind in PERSONAL:
            yield behind, where
        if before and before.weight > PLAIN:
            yield before, page
        yield behind, where
        yield before, page

    def _treaty_words(
        self, page: Page, lead: int, first: Stretch, where: Page, tail: Stretch
    ) -> Cue | None:
        if not self._treaty:
            return None
        if russian_papers.follows(where.text, tail.closed, where.limit(tail)):
            return Cue(Who("treaty"), tail.closed, where.limit(tail), 0.9)
        led = russian_papers.led(page.text, lead, first.opened)
        if led is None:
            return None
        before = russian_cues.before(self._discourse.phrases, page.text, led, first.opened)
        if before and before.weight > PLAIN and before.who.kind != "unnamed":
            return None
        return Cue(Who("treaty"), lead, first.opened, 0.88)

    def _beside(self, page: Page, start: int, first: Stretch) -> Found | None:
        """Go by what stands beside a sentence that names nobody."""
        place = page.place(start)
        last = self._last(page)
        if page.text[start : first.opened].strip(spoken.BULLET):
            return self._same(last) if last and last.stretches[-1].closed > start else None
        if place:
            begin, end = page.sentences[place - 1]
            if last and last.stretches[-1].closed > begin:
                return self._same(last)
            return self._about(page, begin, end)
        return self._paragraph_before(page)

    def _last(self, page: Page) -> Said | None:
        said = self._said[-1] if self._said else None
        return said if said and said.stretches[-1].paragraph == page.number else None

    def _same(self, last: Said) -> Found | None:
        if last.found.treaty:
            return None
        return replace(last.found, confidence=round(last.found.confidence * 0.9, 2))

    def _about(self, page: Page, start: int, end: int) -> Found | None:
        """Take the one who is reported in the sentence before, or whom it is about."""
        phrases = self._discourse.phrases
        reported = indirect.find(phrases, page.text, start, end)
        cue = reported[0] if reported else russian_cues.before(phrases, page.text, start, end)
        if cue is None or (cue.who.kind not in PERSONAL and not reported):
            return None
        return self._discourse.resolve(replace(cue, weight=round(cue.weight * BESIDE, 2)), page)

    def _paragraph_before(self, page: Page) -> Found | None:
        """Take a paragraph that is all quote for the words of whoever the one before is about."""
        if not page.number or not (before := self._pages[page.number - 1]).sentences:
            return None
        if last := self._last(before):
            sure = min(0.6, round(last.found.confidence * 0.7, 2))
            return None if last.found.treaty else replace(last.found, confidence=sure)
        start, end = before.sentences[-1]
        return self._about(before, start, end) if before.raw[end - 1 : end] == ":" else None

    def _report(self, page: Page, start: int, end: int) -> None:
        if page.raw[start : start + 1] in MARKS or spoken.DIALOGUE.match(page.raw, start):
            return
        if (found := indirect.find(self._discourse.phrases, page.text, start, end)) is None:
            return
        cue, begin, stop = found
        who = self._discourse.resolve(cue, page)
        if who and not who.treaty and (who.speaker or cue.who.kind == "unnamed"):
            self.reported.append(Reported(page.number, begin, stop, who.speaker))
            if who.person:
                self._discourse.spoke(who.person, REPORTED)
