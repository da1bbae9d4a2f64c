"""What stands in quotation marks: stretches of each paragraph, whatever the marks.

A mark is read by what stands round it first and by its shape second, so that one stray or wrongly
turned mark does not turn the rest of the text inside out. Marks never match across a paragraph,
but for a quote that runs on: opened again in the next one, or closed there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digests.drafting.sections import Paragraph

HIDDEN = "0"  # stands for each character of a quote where only the words round it are read
BLANK = "\x1f"  # stands for each character of an aside in brackets; white space, but no blank
ASIDE = re.compile(r"\([^()\"“”«»]{1,160}\)")
MARKS = re.compile(
    r"``|''|‘‘|’’|[“”„‟\"＂«»「」『』]|(?<![^\W_])[‘'’‚](?=[^\W_\s“\"])|[’'‘](?![^\W_])"
)
SINGLES = frozenset("‘'’‚")
OPENING = frozenset("„«「『") | {"``", "‘‘"}
CLOSING = frozenset("»」』") | {"''", "’’"}
BEFORE_OPENING = frozenset("([{—–-/‘'“\"…:")
AFTER_CLOSING = frozenset(".,;:!?)]}—–-/’'…”\"")
ELISION = re.compile(
    r"['’‘](?:\d\ds?\b|(?:tis|twas|em|til|till|cause|n|bout|round|cos|im)\b)", re.I
)
MEASURE = re.compile(r"\d['’′]\s?\d{1,2}$|\b\d{1,2}$")
SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s*$")
# An attribution inside marks that nobody closed: “I went, said Roe.
UNCLOSED = re.compile(
    r",\s+(?:(?:said|says|added)\s+[A-Z]|(?:he|she|[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)?\s+(?:said|says|added)\b)"
)
CLOSES_SPEECH = frozenset(",.!?…;—-")
SHORTEST_SINGLE = 4  # words between single marks, in a text that uses double ones


@dataclass(frozen=True, slots=True)
class Stretch:
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


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    single: bool
    opens: bool
    closes: bool


def find(paragraphs: Sequence[Paragraph]) -> list[Stretch]:
    """Give the outermost stretches in quotation marks, in order."""
    marks = [list(_marks(paragraph.text)) for paragraph in paragraphs]
    prefer_single = _prefers_single(marks)
    found: list[Stretch] = []
    for number, (paragraph, here) in enumerate(zip(paragraphs, marks, strict=True)):
        after = marks[number + 1] if number + 1 < len(marks) else []
        goes_on = bool(after) and after[0].opens and after[0].start == 0
        running = bool(found) and found[-1].runs_on and found[-1].paragraph == number - 1
        matching = _Matching(number, paragraph.text, here, prefer_single)
        found += matching.stretches(running=running, goes_on=goes_on, closes=_closes_first(after))
    return found


def hidden(text: str, stretches: Sequence[Stretch]) -> str:
    """Give a paragraph with what is quoted hidden, all offsets and the last stop kept."""
    pieces, at = [], 0
    for stretch in stretches:
        keep = (
            stretch.end - 1
            if text[stretch.end - 1 : stretch.end] in CLOSES_SPEECH
            else stretch.end
        )
        keep = max(keep, stretch.start)
        pieces += text[at : stretch.start], HIDDEN * (keep - stretch.start)
        at = keep
    pieces.append(text[at:])
    return ASIDE.sub(lambda match: BLANK * len(match.group()), "".join(pieces))


def _marks(text: str) -> Iterator[_Mark]:
    for match in MARKS.finditer(text):
        start, end = match.span()
        sign = match.group()
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if sign in SINGLES:
            if not ELISION.match(text, start):
                yield _single(text, start, before, after)
            continue
        if sign in '"”' and before.isdigit() and MEASURE.search(text, max(0, start - 6), start):
            if re.search(r"\d['’′]\s?\d{1,2}$", text[max(0, start - 6) : start]):
                continue
        opens, closes = _direction(sign, before, after)
        yield _Mark(start, end, False, opens, closes)


def _direction(sign: str, before: str, after: str) -> tuple[bool, bool]:
    """Tell whether a double mark may open, and whether it may close."""
    if sign in OPENING:
        return True, False
    if sign in CLOSING:
        return False, True
    at_start = before.isspace() or before in BEFORE_OPENING
    at_end = after.isspace() or after in AFTER_CLOSING
    if at_start and not at_end:
        return True, False
    if at_end and not at_start:
        return False, True
    if sign in "“‟":
        return True, False
    if sign == "”":
        return False, True
    return True, True


def _single(text: str, start: int, before: str, after: str) -> _Mark:
    opens = (
        (before.isspace() or before in '([{—–“"') and not after.isspace() and after not in ",.;"
    )
    closes = not before.isspace() and not (after.isalnum())
    return _Mark(start, start + 1, True, opens and not closes, closes and not opens)


def _prefers_single(marks: Sequence[Sequence[_Mark]]) -> bool:
    single = sum(mark.opens for here in marks for mark in here if mark.single)
    double = sum(mark.opens for here in marks for mark in here if not mark.single)
    return single > double


def _closes_first(marks: Sequence[_Mark]) -> bool:
    first = next((mark for mark in marks if not mark.single), None)
    return first is not None and first.closes and not first.opens


class _Matching:
    """Opening marks of one paragraph matched with closing ones."""

    def __init__(self, number: int, text: str, marks: list[_Mark], prefer_single: bool) -> None:
        self._number, self._text, self._marks = number, text, marks
        self._prefer_single = prefer_single
        self._found: list[Stretch] = []

    def stretches(self, *, running: bool, goes_on: bool, closes: bool) -> list[Stretch]:
        at = self._taken_up() if running else 0
        while at < len(self._marks):
            mark = self._marks[at]
            if not mark.opens:
                at += 1
            elif mark.single:
                at = self._single(at)
            else:
                at = self._double(at, goes_on, closes)
        if running and self._found and self._found[0].opened == 0:
            self._found[0] = replace(self._found[0], continues=True)
        return self._found

    def _taken_up(self) -> int:
        """Close what ran on into this paragraph without being opened again."""
        if self._marks and self._marks[0].opens and self._marks[0].start == 0:
            return 0
        for at, mark in enumerate(self._marks):
            if not mark.single:
                if mark.closes and not mark.opens:
                    self._add(0, 0, mark.start, mark.end)
                    return at + 1
                break
        return 0

    def _double(self, at: int, goes_on: bool, closes: bool) -> int:
        """Match a double mark; give the number of the mark to go on with."""
        opening, depth = self._marks[at], 0
        for further in range(at + 1, len(self._marks)):
            mark = self._marks[further]
            if mark.single:
                continue
            if mark.closes and (not mark.opens or depth == 0):
                if depth == 0:
                    self._add(opening.start, opening.end, mark.start, mark.end)
                    return further + 1
                depth -= 1
            elif self._nests(further):
                depth += 1
            elif SENTENCE_END.search(self._text, opening.end, mark.start):
                cut = UNCLOSED.search(self._text, opening.end, mark.start)
                stop = cut.start() + 1 if cut else mark.start
                self._add(opening.start, opening.end, stop, stop, runs_on=cut is None)
                return further
        length = len(self._text)
        if goes_on or closes or self._may_end_here(opening):
            self._add(opening.start, opening.end, length, length, runs_on=goes_on or closes)
            return len(self._marks)
        return at + 1

    def _may_end_here(self, opening: _Mark) -> bool:
        """Tell whether an opening mark that nothing closes looks like the beginning of speech."""
        rest = self._text[opening.end :]
        return bool(SENTENCE_END.search(rest)) and rest.count(" ") >= SHORTEST_SINGLE

    def _nests(self, at: int) -> bool:
        """Tell whether two marks close, one after the other, what is open and what opens here."""
        closings = 0
        for mark in self._marks[at + 1 :]:
            if not mark.single:
                if mark.opens and not mark.closes:
                    return False
                closings += 1
                if closings == 2:  # noqa: PLR2004 - the inner and the outer
                    return True
        return False

    def _single(self, at: int) -> int:
        opening = self._marks[at]
        doubtful: int | None = None
        for further in range(at + 1, len(self._marks)):
            mark = self._marks[further]
            if not mark.single:
                continue
            if mark.opens:
                if doubtful is not None:
                    break
                continue
            if (
                self._text[mark.start - 1] in "sS"
                and self._text[mark.end : mark.end + 2].strip().isalpha()
            ):
                doubtful = doubtful or further
                continue
            doubtful = further
            break
        if doubtful is None:
            return at + 1
        closing = self._marks[doubtful]
        words = self._text.count(" ", opening.end, closing.start) + 1
        if not self._prefer_single and words < SHORTEST_SINGLE:
            return at + 1
        self._add(opening.start, opening.end, closing.start, closing.end)
        return doubtful + 1

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
