"""Quotation marks one by one: which may open, which may close, and which are apostrophes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Not the apostrophe in a word, which is no mark.
SIGNS = re.compile(
    "[`'‘’‚“”„‟\"＂«»「」『』](?!(?<=[^\\W_]['‘’‚`])[^\\W_])[`'‘’‚“”„‟\"＂«»「」『』]*"
)
MOST_TOGETHER = 4  # more in a row are a line drawn, not marks
SINGLES = frozenset("‘'’‚`")
TWICE = frozenset(("``", "''", "‘‘", "’’"))  # two single marks typed for a double one
OPENING = frozenset("„«「『") | {"``", "‘‘"}
CLOSING = frozenset("»」』") | {"''", "’’"}
FIXED = (OPENING | CLOSING) - set("«»")
BEFORE_OPENING = frozenset("([{—–-/‘'“\"…:")
AFTER_CLOSING = frozenset(".,;:!?)]}—–-/’'…”\"")
BEFORE_SINGLE = frozenset('([{—–“"')
ELISION = re.compile(
    r"['’‘](?:\d\ds?\b|(?:tis|twas|em|til|till|cause|n|bout|round|cos|im)\b)", re.IGNORECASE
)
INCHES = frozenset('"”')
FEET = re.compile(r"\d['’′]\s?\d{1,2}$")  # and then the sign of inches
LONGEST_MEASURE = 6


class Sign(NamedTuple):
    """A mark in a text; where both ``opens`` and ``closes`` are set, what is open decides."""

    start: int
    end: int
    single: bool
    opens: bool
    closes: bool


def find(text: str) -> Iterator[Sign]:
    """Give the quotation marks of a text, apostrophes and inches left out."""
    for match in SIGNS.finditer(text):
        at, end = match.span()
        while at < end <= at + MOST_TOGETHER:
            past = at + (2 if text[at : at + 2] in TWICE else 1)
            if sign := _sign(text, at, past):
                yield sign
            at = past


def _sign(text: str, start: int, end: int) -> Sign | None:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    sign = text[start:end]
    if sign in SINGLES:
        if (before.isalnum() and after.isalnum()) or ELISION.match(text, start):
            return None
        return _single(start, before, after)
    if sign in INCHES and before.isdigit() and _is_inches(text, start):
        return None
    opens, closes = _directions(sign, before, after)
    return Sign(start, end, single=False, opens=opens, closes=closes)


def _is_inches(text: str, at: int) -> bool:
    return bool(FEET.search(text[max(0, at - LONGEST_MEASURE) : at]))


def _directions(sign: str, before: str, after: str) -> tuple[bool, bool]:
    """Tell whether a double mark may open, and whether it may close."""
    at_start = before.isspace() or before in BEFORE_OPENING
    at_end = after.isspace() or after in AFTER_CLOSING
    if at_start != at_end and sign not in FIXED:
        return at_start, at_end
    if sign in OPENING or sign in CLOSING:
        return sign in OPENING, sign in CLOSING
    clings = after.isspace() and not before.isspace()  # „Thus:“ and a blank
    return sign != "”", clings or sign not in {"“", "‟"}


def _single(start: int, before: str, after: str) -> Sign:
    leads = before.isspace() or before in BEFORE_SINGLE
    opens = leads and not (after.isspace() or after in {",", ".", ";"})
    closes = not before.isspace() and not after.isalnum()
    return Sign(
        start, start + 1, single=True, opens=opens and not closes, closes=closes and not opens
    )
