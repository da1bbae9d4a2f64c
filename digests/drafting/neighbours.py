"""Who said what no word of its own sentence gives to anybody: by the sentences beside it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from digests.drafting import closings, cues, grammar
from digests.drafting.cues import Cue
from digests.drafting.discourse import Discourse, Found
from digests.drafting.marks import Stretch
from digests.drafting.names import runs
from digests.drafting.pages import BULLET, Page
from digests.drafting.speech import WORD, Said, words_of

ASKS = re.compile(r"\b(?:ask|asks|asked|wondered|wanted to know|inquired)\b")
LEADS_ON = re.compile(
    r"(?:Pressed|Asked|Questioned|Reminded|And|Then|Later|Again|Finally|Also|Next)\b"
    r"(?:(?! (?:he|she|they)\b)[^.A-Z]){0,60}:\s*[\"“‘']?"
)
TURNS = 4  # quotes looked back to for whoever is asked
LONGEST_LINE, LONGEST_ANSWER = 200, 90  # characters
APART = 60  # words between two quotes of one speaker
IN_BETWEEN = 2  # people named there
SPEAKING = frozenset(("person", "pronoun", "noun", "institution"))
ABOUT = SPEAKING | {"unnamed", "treaty", "paper"}


class Neighbours:
    """Looks around a quote: before it, behind it, and in the paragraph before."""

    def __init__(self, pages: Sequence[Page], discourse: Discourse, said: Sequence[Said]) -> None:
        self._pages, self._discourse, self._said = pages, discourse, said

    def find(self, page: Page, start: int, first: Stretch) -> Found | None:
        """Go by what stands beside a sentence that names nobody."""
        inside = page.is_led(start, first)
        place = page.place(start)
        last = self._last(page)
        earliest = page.sentences[place - 1][0] if place and not inside else start
        if last and last.found.plain and last.stretches[-1].closed > earliest:
            return _same(last)
        if inside:
            return self._led(page, start, first, last)
        if place and (cue := self._about(page, *page.sentences[place - 1])):
            return cue
        if last and last.speaker and self._goes_on(page, last.stretches[-1], first):
            return _same(last)
        if place + 1 < len(page.sentences) and (cue := self._later(page, place)):
            return cue
        return self._paragraph_before(page) if place == 0 and page.number else None

    def _led(self, page: Page, start: int, first: Stretch, last: Said | None) -> Found | None:
        """Read “Pressed again:” and what stands in brackets."""
        if last and LEADS_ON.fullmatch(page.text, start, first.opened):
            return _same(last)
        place = page.place(start)
        aside = page.text[max(0, first.opened - 1)] == "("
        return self._about(page, *page.sentences[place - 1]) if aside and place else None

    def _last(self, page: Page) -> Said | None:
        said = self._said[-1] if self._said else None
        return said if said and said.stretches[-1].paragraph == page.number else None

    def _goes_on(self, page: Page, before: Stretch, here: Stretch) -> bool:
        """Tell whether nobody else is brought in between two quotes of a paragraph."""
        between = page.text[before.closed : here.opened]
        named = [
            run for run in runs(page.text, before.closed, here.opened) if run.kind == "person"
        ]
        return len(WORD.findall(between)) < APART and len(named) <= IN_BETWEEN

    def _about(self, page: Page, start: int, end: int) -> Found | None:
        """Take the one whom the sentence before is about, or who speaks in it."""
        if page.quoted(start, end):
            return None
        cue = closings.final(page.text, start, end) or cues.before(page.text, start, end)
        if cue is None or cue.subject.kind not in ABOUT - {"treaty"} or cue.subject.word == "it":
            who = grammar.main(page.text, start, end)
            if who.kind not in SPEAKING - {"institution"}:
                who = grammar.last_clause(page.text, start, end)
            who = grammar.concerned(page.text, start, end) or who
            if who.kind == "nobody":
                return None
            cue = Cue(who, start, end, 0.65)
        found = self._discourse.resolve(replace(cue, weight=cue.weight * 0.85), page)
        return found if found and (found.speaker or found.plain) else None

    def _later(self, page: Page, place: int) -> Found | None:
        """Look at the sentence after the quote, where it brings in its speaker."""
        start, end = page.sentences[place + 1]
        quote = page.quoted(start, end)
        if quote is None:
            who = grammar.main(page.text, start, end)
            if who.kind not in {"person", "pronoun"}:
                return None
            return self._discourse.resolve(Cue(who, start, end, 0.6), page)
        cue = closings.after(page.text, quote.closed, page.limit(quote), speech=True)
        if cue is None or page.text[start : quote.opened].strip(BULLET):
            return None
        return self._discourse.resolve(replace(cue, weight=0.7), page)

    def _paragraph_before(self, page: Page) -> Found | None:
        """Take a paragraph that is all quote for the words of whoever the one before is about."""
        before = self._pages[page.number - 1]
        if last := self._last(before):
            if self._asks(before, last):
                return self._answer(last)
            called = last.person and last.person.words and last.person.words[0]
            if called and called in words_of(page.words(page.stretches[0])):
                return self._answer(last)
            if turn := self._turn(page, before, last):
                return turn
            sure = min(0.6, round(last.found.confidence * 0.7, 2))
            return replace(last.found, confidence=sure, plain=True) if last.speaker else None
        if not before.sentences:
            return None
        found = self._about(before, *before.sentences[-1])
        return replace(found, confidence=round(found.confidence * 0.9, 2)) if found else None

    def _turn(self, page: Page, before: Page, last: Said) -> Found | None:
        """Take a short line by itself, behind one of another's, for the answer to it."""
        other = self._said[-2] if len(self._said) > 1 else None
        if other is None or other.stretches[-1].paragraph != before.number - 1:
            return None
        lines = (page.stretches[0], *last.stretches)
        dialogue = (
            _is_alone(page)
            and before.stretches[0] in last.stretches
            and (before.stretches[0].opened == 0 or self._is_question(other))
            and len(before.raw) < LONGEST_LINE
            and all(stretch.end - stretch.start < LONGEST_ANSWER for stretch in lines)
        )
        if not dialogue or not other.speaker or other.speaker == last.speaker:
            return None
        return replace(other.found, confidence=0.55, plain=True)

    def _is_question(self, said: Said) -> bool:
        last = said.stretches[-1]
        return self._pages[last.paragraph].words(last).endswith("?")

    def _asks(self, page: Page, last: Said) -> bool:
        """Tell a question that somebody is said to ask: another answers it."""
        return page.words(last.stretches[-1])[-1:] == "?" and bool(
            ASKS.search(page.text, last.stretches[-1].closed)
        )

    def _answer(self, question: Said) -> Found | None:
        """Take the answer for that of whoever spoke last before the one who asks."""
        for said in reversed(self._said[-TURNS:]):
            if said.speaker and said.speaker != question.speaker:
                return replace(said.found, confidence=0.55, plain=True)
        return None


def _is_alone(page: Page) -> bool:
    """Tell a paragraph that is one quote and nothing else."""
    only = page.stretches[0]
    return len(page.stretches) == 1 and only.opened == 0 and only.closed >= len(page.raw.rstrip())


def _same(last: Said) -> Found:
    return replace(last.found, confidence=round(last.found.confidence * 0.93, 2), plain=True)
