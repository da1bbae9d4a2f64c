"""A Russian text cut into words, once for each text."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from digests.drafting.russian_words import plain

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


class Token(NamedTuple):
    """A word, as printed and in plain letters, and its place."""

    word: str
    plain: str
    start: int
    end: int


def tokens(text: str, start: int = 0, end: int | None = None) -> Sequence[Token]:
    """Give the words that begin between two places."""
    every, starts = _every(text)
    first = bisect_left(starts, start)
    return every[first : len(every) if end is None else bisect_left(starts, end, first)]


@lru_cache(maxsize=128)
def _every(text: str) -> tuple[tuple[Token, ...], tuple[int, ...]]:
    found = []
    for match in WORD.finditer(text):
        word = match.group()
        found.append(Token(word, plain(word), match.start(), match.end()))
    return tuple(found), tuple([token.start for token in found])
