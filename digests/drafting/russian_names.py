"""Who is named in a Russian text: runs of capitals told apart, whatever their case."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from digests.drafting.russian_given import FAMILY_FIRST
from digests.drafting.russian_places import HEADS, NAMED_BODY, NOT_NAMES, PLACES
from digests.drafting.russian_readings import is_given, is_patronymic
from digests.drafting.russian_roles import ROLES, UNNAMED
from digests.drafting.russian_words import plain, says

WORD = r"[А-ЯЁ][а-яё]+(?:[-’'][А-ЯЁ]?[а-яё]+)*"
SEQUENCE = re.compile(
    rf"(?<![\w«„“\"-])(?:{WORD}|(?:[А-ЯЁ]\.[ \u00a0]?){{1,2}}{WORD})"
    rf"(?:[ \u00a0](?:[А-ЯЁ]\.[ \u00a0]?){{0,2}}{WORD})*"
    rf"(?:[ \u00a0][А-ЯЁ]\.(?:[ \u00a0]?[А-ЯЁ]\.)?)?"
)
PART = re.compile(rf"[А-ЯЁ]\.|{WORD}")
INITIAL = re.compile(r"[А-ЯЁ]\.$")
ADJECTIVE = re.compile(
    r"(?:ый|ий|ая|яя|ое|ее|ого|его|ому|ему|ские|ских|ной|ской|ые|ых|ыми|скими|ным)$"
)
BEGINS = re.compile(r"(?:^|[.!?…:]\s*[«„“\"—–-]*\s*|[—–-]\s+|[«„“\"])$")
LIKE_SURNAMES = re.compile(
    r"(?:[оеё]в|[иы]н|ский|цкий|[оеё]ва|[иы]на|ская|цкая|енко|[аоу]к|юк|ич|ян|дзе|швили)$"
)
LONGEST_SYLLABLE = 6
MOST = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that may name a person; ``initial`` where a sentence begins with them."""

    start: int
    end: int
    words: tuple[str, ...]
    initial: bool

    @property
    def full(self) -> bool:
        """Tell whether it is more than one word."""
        return len(self.words) > 1


def runs(text: str, start: int = 0, end: int | None = None) -> Sequence[Run]:
    """Give every run of capitalised words that may be a name, between two places."""
    every, starts = _every(text)
    first = bisect_left(starts, start)
    return every[first : len(every) if end is None else bisect_left(starts, end, first)]


@lru_cache(maxsize=128)
def _every(text: str) -> tuple[tuple[Run, ...], tuple[int, ...]]:
    found = []
    for match in SEQUENCE.finditer(text):
        at = match.start()
        segments = _segments(match.group())
        if segments:
            begins = bool(BEGINS.search(text[max(0, at - 6) : at]))
            found += [Run(at + s, at + e, words, begins) for s, e, words in segments]
    return tuple(found), tuple([run.start for run in found])


@lru_cache(maxsize=8192)
def _segments(printed: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Take a run of capitals apart into names, with their places in it."""
    parts: list[list[re.Match[str]]] = [[]]
    for part in PART.finditer(printed):
        word = part.group()
        if _breaks(word):
            parts.append([])
            continue
        if parts[-1] and not _goes_on([one.group() for one in parts[-1]], word):
            parts.append([])
        parts[-1].append(part)
    return tuple(
        (here[0].start(), here[-1].end(), tuple(one.group() for one in here))
        for here in parts
        if here and not all(INITIAL.match(one.group()) for one in here)
    )


@lru_cache(maxsize=8192)
def _breaks(word: str) -> bool:
    """Tell whether a capitalised word is no part of a name."""
    if INITIAL.match(word) or is_given(word) or word.lower() in FAMILY_FIRST:
        return False
    bare = plain(word)
    return (
        bare in NOT_NAMES
        or bare in ROLES
        or bare in HEADS
        or bare in UNNAMED
        or bool(NAMED_BODY.match(word))
        or says(word)
        or bool(PLACES.match(word))
    )


def _goes_on(before: list[str], word: str) -> bool:
    """Tell whether *word* belongs to the name that has begun."""
    if INITIAL.match(word) or is_patronymic(word):
        return len(before) < MOST
    if any(INITIAL.match(one) for one in before):
        return INITIAL.match(before[-1]) is not None and not is_surnamed(before)
    if before[0].lower() in FAMILY_FIRST and not is_given(before[0]):
        if is_given(word) and len(word) > LONGEST_SYLLABLE:
            return len(before) == 1
        return len(before) < 3 and (len(before) == 1 or len(word) <= LONGEST_SYLLABLE)  # noqa: PLR2004
    if is_given(word) and len(before) > 1:
        return False
    named = [one for one in before if not is_patronymic(one)]
    return len(named) < 2 or (len(named) == 2 and is_given(named[0]) and is_given(named[1]))  # noqa: PLR2004


def is_surnamed(words: Sequence[str]) -> bool:
    """Tell whether a surname stands before initials: Иванов А. Б."""
    return not INITIAL.match(words[0])


def is_name(run: Run) -> bool:
    """Tell a person's name from that of a place or a thing."""
    words = run.words
    if (
        any(map(INITIAL.match, words))
        or any(map(is_given, words))
        or any(map(is_patronymic, words))
    ):
        return True
    if words[0].lower() in FAMILY_FIRST:
        return len(words) > 1
    return not ADJECTIVE.search(words[0]) and not words[-1].endswith(("ский край", "область"))
