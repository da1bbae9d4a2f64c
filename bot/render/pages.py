"""Cutting: no message is longer than Telegram takes, and none ends inside a word without need."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.render.text import Text, join, width

LONGEST = 4096  # Telegram refuses more; counted in UTF-16 units, the stricter of two readings
MOST_MARKS = 100  # Telegram drops the rest in silence
SPARE_MARKS = 10  # left free on a bound page, for the head that may be put above it
COMFORTABLE = 3500  # what fits two screens of a phone
LEAST = 1000  # what head and foot leave the first item, if it needs as much
GAP = "\n\n"
CUT = " […]"
BREAKS = tuple(re.compile(pattern) for pattern in (r"\n\n", r"\n", r"[.!?。]['\"”’»]?\s", r"\s"))
STYLES = frozenset({"bold", "italic", "underline"})
JOINER = "\u200d"


@dataclass(frozen=True, slots=True)
class Fitted:
    """One page of a list, and how many of its items it holds."""

    text: Text
    items: int


def fit(head: Text, items: Sequence[Text], foot: Text | None = None) -> Fitted:
    """Put as many whole items between head and foot as go into one message, at least one.

    What is too long for that is cut, with an ellipsis in square brackets to show it.
    """
    head, foot, room = _frame(head, items, foot or Text())
    marks = MOST_MARKS - len(head.marks) - len(foot.marks)
    kept: list[Text] = []
    for item in items:
        room -= len(GAP) if kept else 0
        marks -= len(item.marks)
        if kept and (item.width > room or marks < 0):
            break
        kept.append(clip(item, room))
        room -= item.width
    return Fitted(thinned(join(GAP, [head, *kept, foot])), len(kept))


def _frame(head: Text, items: Sequence[Text], foot: Text) -> tuple[Text, Text, int]:
    """Cut head and foot, so that the first item finds room; give them and the room left."""
    first = min(items[0].width, LEAST) if items else 0
    room = LONGEST - first - len(GAP) * (bool(head) + bool(foot))
    head = clip(head, room - min(foot.width, room // 4))
    foot = clip(foot, room - head.width)
    return head, foot, room - head.width - foot.width + first


def clip(text: Text, room: int = LONGEST) -> Text:
    """Cut *text* off where *room* ends, and show that it was cut."""
    if text.width <= room:
        return text
    return split(text, max(room - len(CUT), 1))[0].stripped() + CUT


def thinned(text: Text, most: int = MOST_MARKS) -> Text:
    """Leave out the marks that are too many, those of mere style first, as Telegram would."""
    if len(text.marks) <= most:
        return text
    ranked = sorted(enumerate(text.marks), key=lambda pair: pair[1].kind in STYLES)
    kept = sorted(ranked[:most], key=lambda pair: pair[0])
    return replace(text, marks=tuple(mark for _, mark in kept))


def bind(blocks: Sequence[Text], size: int = COMFORTABLE) -> list[Text]:
    """Put blocks together into pages of about *size*, cutting only a block that is longer."""
    pages: list[Text] = [Text()]
    for block in blocks:
        for piece in split(block, size) if block.width > size else [block]:
            longer = join(GAP, [pages[-1], piece])
            crowded = len(longer.marks) > MOST_MARKS - SPARE_MARKS
            if pages[-1] and (longer.width > size or crowded):
                pages.append(piece)
            else:
                pages[-1] = longer
    return [thinned(page) for page in pages]


def split(text: Text, size: int) -> list[Text]:
    """Cut *text* into pieces of at most *size* UTF-16 units that rejoin to the whole.

    The cut is sought in the second half of a piece: after a paragraph, line, sentence or word.
    """
    pieces = []
    rest = text
    while rest.width > size:
        end = _end(rest.plain, size)
        pieces.append(rest.slice(0, end))
        rest = rest.slice(end, len(rest.plain))
    return [*pieces, rest]


def _end(plain: str, size: int) -> int:
    longest = min(size, len(plain))
    while width(plain[:longest]) > size:
        longest -= max(1, (width(plain[:longest]) - size) // 2)
    longest = max(longest, 1)
    for pattern in BREAKS:
        ends = [match.end() for match in pattern.finditer(plain, longest // 2, longest)]
        if ends:
            return ends[-1]
    whole = (end for end in range(longest, longest // 2, -1) if not _torn(plain, end))
    return next(whole, longest)


def _torn(plain: str, end: int) -> bool:
    """Tell whether a cut at *end* would part what is seen as one sign: é, a flag, a syllable."""
    if end >= len(plain):
        return False
    before, after = plain[end - 1], plain[end]
    if _is_regional(before) and _is_regional(after):
        return (end - len(re.sub("[\U0001f1e6-\U0001f1ff]+$", "", plain[:end]))) % 2 == 1
    hangul = "\u1160" <= after <= "\u11ff"
    tone = "\U0001f3fb" <= after <= "\U0001f3ff"
    return (
        before == JOINER
        or hangul
        or tone
        or unicodedata.category(after) in {"Mn", "Mc", "Me", "Cf"}
    )


def _is_regional(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"
