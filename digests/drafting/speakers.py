"""Who said it: the cues of each quote in their order, and what stands beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digests.drafting import cast, closings, cues, grammar, indirect, pages, provisions, speech
from digests.drafting.cues import Cue
from digests.drafting.discourse import Discourse, Found
from digests.drafting.english import SAYING_NOW
from digests.drafting.epithets import GENERIC, Epithets
from digests.drafting.marks import Stretch
from digests.drafting.memory import REPORTED, Memory
from digests.drafting.neighbours import ABOUT, SPEAKING, Neighbours
from digests.drafting.pages import BULLET, Chain, Page
from digests.drafting.sections import Paragraph
from digests.drafting.speech import Said
from digests.drafting.subjects import Subject
from digests.drafting.topics import Topics

ENDS_SPEECH = re.compile(r"[,?!…—–-][’'”\"]*$")
ASKED = re.compile(r"[?!…—–-][’'”\"]*$")
WORD = re.compile(r"[^\W_]++(?:[’'-][^\W_]++)*+")
OPENING = frozenset('"“‘«„')
LATER_ATTRIBUTION = 14  # words of a sentence that does nothing but attribute a question
AFTER_A_STOP = 8
STRONG = 0.9
TOP = 3  # paragraphs


@dataclass(frozen=True, slots=True)
class Reported:
    """What a sentence reports in other words, as offsets into a paragraph."""

    paragraph: int
    start: int
    end: int
    speaker: str | None
    noun: str = ""


class Attribution:
    """One reading of an article's paragraphs, from first to last.

    *treaty* tells that the text is about a treaty, whose words may then be quoted.
    """

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        stretches: Sequence[Stretch],
        *,
        treaty: bool,
        heading: str = "",
    ) -> None:
        self._treaty = treaty
        self.pages = self._pages = pages.lay_out(paragraphs, stretches)
        people = cast.gather(self._pages, heading)
        self._memory = Memory(people)
        self._topics = Topics(self._memory, Epithets(people, self._memory))
        self._discourse = Discourse(
            self._pages, people, self._memory, treaty=treaty, heading=heading
        )
        self._said: list[Said] = []
        self._neighbours = Neighbours(self._pages, self._discourse, self._said)
        self.reported: list[Reported] = []

    def quotes(self) -> list[Said]:
        """Give every quote, in order, with its speaker where one can be told."""
        chains = pages.chains(self._pages)
        for page in self._pages:
            for start, end in page.sentences:
                self._memory.go_on(page)
                here = chains.get((page.number, start), ())
                opened = here[0][0].opened if here else start
                led = bool(page.text[start:opened].strip(BULLET))
                if led:
                    self._topics.mention(page, start, opened)
                for chain in here:
                    self._attribute(page, start, chain)
                self._report(page, start, end)
                self._topics.mention(page, opened, end, again=led)
        self._name_the_expert()
        return speech.joined(self._pages, self._said)

    def _name_the_expert(self) -> None:
        """Take “an expert” at the top for the one whom the article then quotes, if only one."""
        named = {said.speaker for said in self._said if said.person}
        if len(named) != 1:
            return
        (name,) = named
        self.reported = [
            replace(one, speaker=name)
            if one.speaker is None and one.noun in GENERIC and one.paragraph < TOP
            else one
            for one in self.reported
        ]

    def _attribute(self, page: Page, start: int, chain: Chain) -> None:
        quoted = [speech.words_of(self._pages[s.paragraph].words(s)) for s in chain]
        self._memory.quoting(*quoted)
        found = self._cued(page, start, chain)
        if found is None and (near := self._neighbours.find(page, start, chain[0])):
            found = replace(near, beside=not self._says_on(page, start, chain[0]))
        found = found or Found()
        if speech.is_speech(self._pages, start, chain, found):
            self._said.append(Said(chain, found, speech.is_fragment(page, start, chain)))
        self._memory.quoting()
        asks = self._pages[chain[-1].paragraph].words(chain[-1]).endswith("?")
        self._memory.asking = found.person if asks else None
        if found.person and found.plain:
            self._memory.spoke(found.person)

    def _says_on(self, page: Page, start: int, first: Stretch) -> bool:
        """Tell “Roe called it …, and said it would be …” from words in marks beside a quote."""
        lead = page.lead(start, first)
        if lead == start:
            return False
        words = WORD.findall(page.text, lead, first.opened)
        joins = next((at for at, word in enumerate(words) if word in {"and", "but"}), len(words))
        return not cues.CUES.isdisjoint(words[joins:]) or not SAYING_NOW.isdisjoint(words)

    def _report(self, page: Page, start: int, end: int) -> None:
        quoted = page.quoted(start, end) if page.text[start : start + 1] in OPENING else None
        if quoted:
            start = quoted.closed
            found = indirect.behind(page.text, start, end)
        else:
            found = indirect.find(page.text, start, end)
        if found is None:
            return
        cue, begin, stop = found
        if start < cue.subject.at < begin:
            self._topics.mention(page, start, cue.subject.at)
        who = self._discourse.resolve(cue, page)
        if who and not who.treaty and (who.speaker or cue.subject.kind == "unnamed"):
            noun = cue.subject.word if cue.subject.kind == "unnamed" else ""
            self.reported.append(Reported(page.number, begin, stop, who.speaker, noun))
            if who.person:
                self._memory.spoke(who.person, REPORTED)

    def _cued(self, page: Page, start: int, chain: Chain) -> Found | None:
        """Go by the words in the quote's own sentence, the plainest first."""
        closing = self._pages[chain[-1].paragraph]
        for cue, where in self._cues(page, start, chain, closing):
            if (
                cue
                and cue.subject.kind != "nobody"
                and (found := self._discourse.resolve(cue, where))
            ):
                return found
        return None

    def _cues(
        self, page: Page, start: int, chain: Chain, closing: Page
    ) -> Iterator[tuple[Cue | None, Page]]:
        first, last = chain[0], chain[-1]
        lead = page.lead(start, first)
        if not last.runs_on:
            for cue in self._behind(page, start, chain, closing):
                yield cue, closing
        led = cues.before(page.text, lead, first.opened)
        provision = provisions.led(page.text, lead, first.opened) if self._treaty else None
        if led and led.weight > STRONG and (provision is None or _follows(led, provision)):
            yield led, page
        if not last.runs_on:
            yield closings.final(closing.text, last.closed, closing.sentence_end(last)), closing
        if provision is not None:
            yield Cue(Subject("treaty", "treaty"), provision, first.opened, 0.85), page
        yield led, page
        if lead == start and page.is_led(start, first):
            who = grammar.concerned(page.text, start, first.opened)
            who = who or grammar.main(page.text, start, first.opened)
            yield (Cue(who, start, first.opened, 0.6) if who.kind in ABOUT else None), page

    def _behind(self, page: Page, start: int, chain: Chain, closing: Page) -> Iterator[Cue | None]:
        last = chain[-1]
        raw = closing.words(last)
        following = closing.text[last.closed : last.closed + 2].lstrip()
        utters = bool(ENDS_SPEECH.search(raw[-3:])) or following.startswith((",", "—", "–"))
        yield closings.after(closing.text, last.closed, closing.limit(last), speech=utters)
        if ASKED.search(raw[-3:]):
            yield _next_sentence(closing, last, LATER_ATTRIBUTION)
        elif raw.endswith(".") and not page.is_led(start, chain[0]):
            yield _next_sentence(closing, last, AFTER_A_STOP)


def _follows(cue: Cue, place: int) -> bool:
    """Tell whether a person is brought in after the words that name a provision."""
    return cue.subject.run is not None and cue.subject.run.start > place


def _next_sentence(page: Page, last: Stretch, most: int) -> Cue | None:
    """Read “Will you?” Lukin asked, cut after the mark of a question."""
    place = page.place(last.closed) + 1
    if place >= len(page.sentences) or page.quoted(*page.sentences[place]):
        return None
    start, end = page.sentences[place]
    if len(WORD.findall(page.text, start, end)) > most:
        return None
    found = closings.after(page.text, start, end, speech=False)
    if found and found.subject.kind in SPEAKING:
        return replace(found, weight=0.85)
    return None
