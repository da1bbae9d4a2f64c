"""Who is named in a Korean text: names beside titles, and what stands before a particle."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from digests.drafting.korean_words import (
    AFFILIATED,
    ALONE,
    BODY,
    COMPOUND,
    FAMILIES,
    NO_FOREIGN,
    NOT_NAMES,
    PLACES,
    TITLES,
)

WORD = re.compile(r"[^\s,.;:·“”\"「」『』‘’'《》〈〉…]+|[,.;:·“”\"「」『』…]")
HANGUL = re.compile(r"[가-힣]+$")
AGED = re.compile(r"\(\d{1,3}(?:세)?(?:·[^)]*)?\)|\([^)]{1,24}\)")
PARTICLE = re.compile(
    r"(?P<bare>.*?[가-힣A-Za-z)])(?P<particle>께서는|께서|에게서|에게|"
    r"측은|측이|에서는|에서|에는|은|는|이|가|도|의|을|를|와|과|에|로|으로|씨)$"
)
TOPIC = frozenset("은 는 께서는 측은 도".split())
SUBJECT = frozenset("이 가 께서 측이".split())
BOUNDARY = frozenset(',.;:·“”"「」『』…')
JOINED = re.compile(
    r"(?:을|를|에서|에게|으로|에|와|과|하고|하며|면서|"
    r"해서|지만|한|된|던|쓴|은|는|의|인|할|될|간|본|난|온)$"
)
NO_PART = PLACES | NO_FOREIGN | NOT_NAMES
SHORTEST = 2  # syllables that a name beside no title has more than
LONGEST = 6  # words between a name and its title
TITLED = re.compile(
    rf"(?P<before>[가-힣]*?)(?P<title>{'|'.join(sorted(TITLES.split(), key=len, reverse=True))})"
    r"(?:님)?$"
)


class Word(NamedTuple):
    """A word of a Korean text with its particle taken off."""

    text: str
    bare: str
    particle: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Who:
    """Whom words name, and where they end.

    ``kind`` is *person*, *family* (김 교수), *title*, *pronoun*, *institution*, *unnamed* or
    *nobody*.
    """

    kind: str
    word: str = ""
    title: str = ""
    end: int = 0
    start: int = 0
    particle: str = ""


NOBODY = Who("nobody")


@lru_cache(maxsize=512)
def words(text: str) -> tuple[Word, ...]:
    """Cut a text at white space and signs, and take off the particles."""
    return tuple([Word(*_taken_apart(m.group()), *m.span()) for m in WORD.finditer(text)])


@lru_cache(maxsize=32_768)
def _taken_apart(printed: str) -> tuple[str, str, str]:
    """Give a word without brackets, without its particle, and the particle."""
    text = AGED.sub("", printed)
    found = PARTICLE.match(text)
    return (text, found["bare"], found["particle"]) if found else (text, text, "")


def between(text: str, start: int, end: int) -> range:
    """Give the numbers of the words between two places."""
    every = words(text)
    first = bisect_left(every, start, key=attrgetter("start"))
    return range(first, bisect_right(every, end, first, key=attrgetter("end")))


@lru_cache(maxsize=4096)
def is_name(word: str, *, titled: bool = False) -> bool:
    """Tell whether a word looks like a Korean name; *titled* where a title stands behind it."""
    if not HANGUL.match(word) or word in NOT_NAMES or word in PLACES:
        return False
    if len(word) == 4:  # noqa: PLR2004
        return word[:2] in COMPOUND
    if len(word) not in {2, 3} or word[0] not in FAMILIES:
        return False
    if word[:2] in NOT_NAMES and (not titled or AFFILIATED.search(word)):
        return False
    return not BODY.match(word) and not title_of(word)


@lru_cache(maxsize=4096)
def title_of(word: str) -> str:
    """Give the title a word ends in, nothing where it is none."""
    match = TITLED.match(word)
    if match is None or (match["title"] in ALONE and match["before"]):
        return ""
    return match["title"]
