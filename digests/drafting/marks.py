"""What stands in quotation marks: stretches of each paragraph, whatever the marks.

A mark is read by what stands round it first and by its shape second, so that one stray or wrongly
turned mark does not turn the rest of the text inside out. Marks never match across a paragraph,
but for a quote that runs on: opened again in the next one, or closed there.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from digests.drafting import signs
from digests.drafting.sections import Paragraph
from digests.drafting.signs import Sign

HIDDEN = "0"  # stands for each character of a quote where only the words round it are read
BLANK = "\x1f"  # stands for each character of an aside in brackets; white space, but no blank
ASIDE = re.compile(r"\([^()\"“”«»]{1,160}\)")
SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s*$")
LONGEST_END = 8
# An attribution inside marks that nobody closed: “I went, said Roe.
UNCLOSED = re.compile(
    r",\s+(?:(?:said|says|added)\s+[A-Z]|"
    r"(?:he|she|[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)?\s+(?:said|says|added)\b)"
)
CLOSES_SPEECH = frozenset(",.!?…;—-")
SHORTEST_SINGLE = 4  # words between single marks, in a text that uses double ones
INNER_AND_OUTER = 2
MOST = 6_000  # marks of a text; no article has more
MOST_WITHIN = 60  # marks within one quote
LONG_ENOUGH = 200  # characters


class Stretch(NamedTuple):
    """Words between marks, as offsets into a paragraph's text.

    ``opened`` and ``closed`` take the marks in. ``runs_on`` tells that no mark closes it here,
    ``continues`` that it takes up the one before.
    """

    paragraph: int
    start: int
    end: int
    opened: int
    closed: int
    runs_on: bool = False
    continues: bool = False


def find(paragraphs: Sequence[Paragraph]) -> list[Stretch]:
    """Give the outermost stretches in quotation marks, in order."""
    marks = _marks(paragraphs)
    prefer_single = _prefers_single(marks)
    found: list[Stretch] = []
    for number, (paragraph, here) in enumerate(zip(paragraphs, marks, strict=True)):
        after = marks[number + 1] if number + 1 < len(marks) else []
        goes_on = bool(after) and after[0].opens and after[0].start == 0
        running = bool(found) and found[-1].runs_on and found[-1].paragraph == number - 1
        if here:
            matching = _Matching(number, paragraph.text, here, prefer_single=prefer_single)
            closes = _closes_first(after)
            found += matching.stretches(running=running, goes_on=goes_on or closes)
    return found


def _marks(paragraphs: Sequence[Paragraph]) -> list[list[Sign]]:
    """Give the marks of each paragraph, the first so many of all: the rest is no article."""
    left = MOST
    marks: list[list[Sign]] = []
    for paragraph in paragraphs:
        marks.append(list(islice(signs.find(paragraph.text), left)) if left else [])
        left -= len(marks[-1])
    return marks


def hidden(text: str, stretches: Sequence[Stretch]) -> str:
    """Give a paragraph with what is quoted hidden, all offsets and the last stop kept."""
    pieces: list[str] = []
    at = 0
    for stretch in stretches:
        stop = text[stretch.end - 1] in CLOSES_SPEECH
        keep = max(stretch.start, stretch.end - stop)
        pieces += text[at : stretch.start], HIDDEN * (keep - stretch.start)
        at = keep
    pieces.append(text[at:])
    whole = "".join(pieces)
    return ASIDE.sub(_blank, whole) if "(" in whole else whole


def _blank(aside: re.Match[str]) -> str:
    return BLANK * len(aside.group())


def _prefers_single(marks: Sequence[Sequence[Sign]]) -> bool:
    opening = [mark.single for here in marks for mark in here if mark.opens]
    return opening.count(True) > opening.count(False)


def _closes_first(marks: Sequence[Sign]) -> bool:
    first = next((mark for mark in marks if not mark.single), None)
    return first is not None and first.closes and not first.opens


def _ends_sentence(text: str, start: int, end: int) -> bool:
    return bool(SENTENCE_END.search(text, max(start, end - LONGEST_END), end))


class _Matching:
    """Opening marks of one paragraph matched with closing ones."""

    def __init__(
        self, number: int, text: str, marks: Sequence[Sign], *, prefer_single: bool
    ) -> None:
        self._number, self._text = number, text
        self._double = [mark for mark in marks if not mark.single]
        self._singles = [mark for mark in marks if mark.single]
        self._prefer_single = prefer_single
        self._closing = 0  # the place of a double mark that closes, or past them all
        self._found: list[Stretch] = []

    def stretches(self, *, running: bool, goes_on: bool) -> list[Stretch]:
        """Give what is quoted; *running*: a quote runs on into it, *goes_on*: out of it."""
        double, single, past = self._taken_up() if running else 0, 0, 0
        while double < len(self._double) or single < len(self._singles):
            outer = self._double[double] if double < len(self._double) else None
            inner = self._singles[single] if single < len(self._singles) else None
            if inner and (outer is None or inner.start < outer.start):
                single += 1
                if inner.start >= past and inner.opens:
                    past = self._match_single(single - 1) or past
            elif outer:
                free = outer.start >= past and outer.opens
                double = self._match_double(double, goes_on=goes_on) if free else double + 1
                past = max(past, self._found[-1].closed if self._found else 0)
        if running and self._found and self._found[0].opened == 0:
            self._found[0] = self._found[0]._replace(continues=True)
        return self._found

    def _taken_up(self) -> int:
        """Close what ran on into this paragraph without being opened again."""
        first = self._double[0] if self._double else None
        if first is None or first.opens:
            return 0
        self._add(0, 0, first.start, first.end)
        return 1

    def _match_double(self, at: int, *, goes_on: bool) -> int:
        """Match a double mark; give the number of the one to go on with."""
        opening, depth = self._double[at], 0
        for further in range(at + 1, self._reach(at)):
            mark = self._double[further]
            if mark.closes and (not mark.opens or depth == 0):
                if depth == 0:
                    self._add(opening.start, opening.end, mark.start, mark.end)
                    return further + 1
                depth -= 1
            elif self._nests(further):
                depth += 1
            elif _ends_sentence(self._text, opening.end, mark.start):
                self._cut(opening, mark.start)
                return further
        length = len(self._text)
        if goes_on:
            self._add(opening.start, opening.end, length, length, runs_on=True)
            return len(self._double)
        if self._may_end_here(opening):
            self._cut(opening, length)
            return len(self._double)
        return at + 1

    def _reach(self, at: int) -> int:
        """Give how far to look for what closes a mark; not far, if nothing does."""
        last = len(self._double)
        self._closing = max(self._closing, at + 1)
        while self._closing < last and not self._double[self._closing].closes:
            self._closing += 1
        near = self._closing < at + MOST_WITHIN and self._closing < last
        return min(last, at + (MOST_WITHIN if near else INNER_AND_OUTER))

    def _cut(self, opening: Sign, end: int) -> None:
        """End a quote that nobody closed: before its attribution, else at the next one."""
        cut = UNCLOSED.search(self._text, opening.end, end)
        stop = cut.start() + 1 if cut else end
        runs_on = cut is None and end < len(self._text)
        self._add(opening.start, opening.end, stop, stop, runs_on=runs_on)

    def _may_end_here(self, opening: Sign) -> bool:
        """Tell whether an opening mark that nothing closes looks like the beginning of speech."""
        text = self._text
        words = text.count(" ", opening.end, opening.end + LONG_ENOUGH)
        return words >= SHORTEST_SINGLE and _ends_sentence(text, opening.end, len(text))

    def _nests(self, at: int) -> bool:
        """Tell whether two marks close, one after the other, what is open and what opens here."""
        following = self._double[at + 1 : at + 1 + INNER_AND_OUTER]
        return len(following) == INNER_AND_OUTER and all(mark.closes for mark in following)

    def _match_single(self, at: int) -> int | None:
        """Match a single mark; give where what it quotes ends."""
        opening = self._singles[at]
        closing: Sign | None = None
        for mark in self._singles[at + 1 : at + MOST_WITHIN]:
            if mark.opens:
                if closing:
                    break
            elif not self._may_be_possessive(mark):
                closing = mark
                break
            else:
                closing = closing or mark
        if closing is None:
            return None
        words = self._text.count(" ", opening.end, closing.start) + 1
        if not self._prefer_single and words < SHORTEST_SINGLE:
            return None
        self._add(opening.start, opening.end, closing.start, closing.end)
        return closing.end

    def _may_be_possessive(self, mark: Sign) -> bool:
        """Tell “the workers’ rights” from the end of a quote."""
        following = self._text[mark.end : mark.end + 2].strip()
        return self._text[mark.start - 1] in "sS" and following.isalpha()

    def _add(
        self, opened: int, start: int, end: int, closed: int, *, runs_on: bool = False
    ) -> None:
        text = self._text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            again = bool(self._found) and self._found[-1].runs_on
            self._found.append(
                Stretch(self._number, start, end, opened, closed, runs_on, continues=again)
            )
