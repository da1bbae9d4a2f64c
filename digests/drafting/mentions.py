"""Treaties named in a sentence, and the states beside them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from config.catalogue import Catalogue
from config.countries import Named, named
from digests.drafting.phrases import Found, begins_a_word, plain
from digests.drafting.sentences import split
from digests.drafting.shelf import Mention, shelf
from digests.drafting.unnamed import LOOSE, pairs, told_apart

# Both begin with plain letters, which the engine looks for much faster than for a word's start.
NOUN = re.compile(
    r"treat(?:y|ies)\b|pacts?\b|agreements?\b|accords?\b|deals?\b|documents?\b|соглашени\w*|"
    r"документ\w*|договор(?:а|у|ом|е|ы|ов)?\b|пакт(?:а|у|ом|е|ы|ов)?\b|조약|협정|문서"
)
# Laws, charters and treaties of other kinds: an article of theirs is no article of ours.
LAWS = (
    "charters?", "constitution", "codes?", "conventions?", "statutes?", "resolutions?", "law",
    "act(?! of)", "memorand(?:um|a)", "declaration", "armistice(?: agreement)?", "npt",
    r"устав\w*", r"конституци\w*", r"кодекс\w*", "закон(?:а|у|ом|е)?", r"конвенци\w*",
    r"резолюци\w*", r"перемири\w*",
)  # fmt: skip
LAW = re.compile(
    "|".join([*(rf"{law}\b" for law in LAWS), "헌장|헌법|형법|정전협정|평화협정|결의"])
)
# One of these stands in every law: looked for first, since that is quick.
LAW_MARKS = (
    "charter", "constitution", "code", "convention", "statute", "resolution", "law", "act",
    "memorand", "declaration", "armistice", "npt", "устав", "конституц", "кодекс", "закон",
    "конвенц", "резолюц", "перемир", "헌", "형법", "협정", "결의",
)  # fmt: skip
LONGEST = 2000  # characters of a sentence; words are compared with each other inside it


class Mentions(NamedTuple):
    """What a sentence names: treaties, bare nouns such as “the pact”, shared names, countries.

    ``firm`` tells that one of the bare nouns is “treaty” or “pact” and not just a paper.
    """

    treaties: tuple[Mention, ...]
    nouns: tuple[tuple[int, int], ...]
    firm: bool
    shared: tuple[str, ...]
    countries: tuple[Named, ...]

    @property
    def states(self) -> frozenset[str]:
        """Give the countries named, each once."""
        return _states(self.countries)


def _states(countries: tuple[Named, ...]) -> frozenset[str]:
    return frozenset(name for one in countries for name in one.countries)


@lru_cache(maxsize=256)
def spans(line: str) -> tuple[tuple[int, int], ...]:
    """Cut *line* into sentences as ``split`` does; kept, since a line is cut more than once."""
    return tuple(
        (piece, min(piece + LONGEST, end))
        for start, end in split(line)
        for piece in range(start, end, LONGEST)
    )


@lru_cache(maxsize=1024)
def read(sentence: str, catalogue: Catalogue) -> Mentions:
    """Find the treaties that *sentence* names; only its first 2,000 characters are read."""
    sentence = sentence[:LONGEST]
    text, countries = plain(sentence), named(sentence)
    found = list(shelf(catalogue).names.find(text))
    mentions = _named(text, found)
    nouns: list[re.Match[str]] = []
    couples, states = tuple(pairs(text, countries)), _states(countries)
    for noun in _whole_words(NOUN, text):
        if _inside(noun.start(), noun.end(), mentions):
            continue
        mention = told_apart(text, noun, couples, states, shelf(catalogue))
        nouns += [noun] if mention is None else []
        mentions += [mention] if mention else []
    return Mentions(
        treaties=tuple(sorted(mentions, key=lambda one: (one.start, one.end))),
        nouns=tuple(noun.span() for noun in nouns),
        firm=any(not noun.group().startswith(LOOSE) for noun in nouns),
        shared=tuple(dict.fromkeys(f.means[0] for f in found if f.means[1] == "shared")),
        countries=countries,
    )


def _named(text: str, found: list[Found[tuple[str, str]]]) -> list[Mention]:
    """Give the treaties and bodies named by a name that is theirs alone, and laws."""
    names = [
        Mention(one.start, one.end, one.means[0], "body" if one.means[1] == "body" else "name")
        for one in found
        if one.means[1] != "shared"
    ]
    mentions = _outermost(names)
    laws = [Mention(law.start(), law.end(), None) for law in _laws(text)]
    return mentions + [law for law in laws if not _inside(law.start, law.end, mentions)]


def _laws(text: str) -> Iterator[re.Match[str]]:
    if any(map(text.__contains__, LAW_MARKS)):
        yield from _whole_words(LAW, text)


def _whole_words(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return (match for match in pattern.finditer(text) if begins_a_word(text, match.start()))


def _outermost(mentions: list[Mention]) -> list[Mention]:
    """Leave out names that are part of a longer one: NATO in “NATO treaty”."""
    kept: list[Mention] = []
    for one in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if not kept or one.end > kept[-1].end:
            kept.append(one)
    return kept


def _inside(start: int, end: int, mentions: list[Mention]) -> bool:
    return any(one.start <= start and end <= one.end for one in mentions)
