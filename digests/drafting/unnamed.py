"""Which treaty “the pact” is: by its kind, its year, or the states named beside it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from config.countries import Named
from config.entries import Treaty
from digests.drafting.phrases import HANGUL
from digests.drafting.shelf import Mention, Shelf

LOOSE = ("agree", "accord", "deal", "docum", "согла", "докум", "협정", "문서")
QUALIFIED = re.compile(
    r"\b(?:strategic|partnership|defen[cs]e|security|alliance|mutual|friendship|"
    r"стратегическ|партнерств|оборон|безопасност|союзн)|동반자|방위|안보|동맹"
)
KINDS = frozenset(
    "peace trade fishing fishery fisheries tax border boundary extradition visa grain gas labor "
    "labour tourism ceasefire armistice non-aggression nonaggression ban arms start inf abm skies "
    "climate nuclear swap non-proliferation nonproliferation loan lease license licence licensing "
    "мирный мирного мирному мирным мирном".split()
)
KIND_LENGTH = 40  # characters before the noun, which hold the two words there
FARTHEST = 90  # characters between words that belong together
# What may stand between the names of two states that stand for one treaty.
JOINT = re.compile(
    r"(?:['’]s?)?(?:\s*[-–—/·&]\s*|,?\s+(?:[\w-]+\s+){0,6}?(?:and|with|и|с|со)\s+(?:the\s+)?|"
    r"(?:과|와|이|가)?\s+)"
)
ADJECTIVES = re.compile(
    r"(?:['’]s?)?[\s-]+(?:(?!(?:the|a|an|this|that|of|in|on|to|by|for|said|say)\b)[\w-]+\s+){0,5}"
)
SIGNING = re.compile(
    r"\s+(?:\w+\s+){0,3}(?:sign|ink|seal|conclud|ratif|forg|reach|подпис|заключ|ратифи)\w*\s+"
    r"(?:[\w-]+\s+){0,7}"
)
BETWEEN = re.compile(
    r"\s+(?:(?:[\w-]+\s+){0,8}?(?:between|by|of|among|между)\s+)?(?:(?:the|that|which)\s+)?"
)
KOREAN_BETWEEN = re.compile(r"[^.!?]{0,20}")
YEAR_BEFORE = re.compile(r"\b(1[89]\d\d|20\d\d)(?:[\s-]+(?!and\b)[\w-]+){0,3}[\s-]+$")
YEAR_AFTER = re.compile(
    r"\s+(?:(?:of|from|signed|dated|concluded|in|от|года)\s+){1,3}(?:[\w-]+\s+){0,2}?"
    r"(1[89]\d\d|20\d\d)\b|\s+(1[89]\d\d|20\d\d)\s+год"
)


Pair = tuple[int, int, frozenset[str]]  # two states named as one, and where


def told_apart(
    text: str, noun: re.Match[str], couples: tuple[Pair, ...], states: frozenset[str], known: Shelf
) -> Mention | None:
    """Tell which treaty a bare “treaty” is, by its kind, a year or the states beside it."""
    before = text[max(0, noun.start() - KIND_LENGTH) : noun.start()].split()[-2:]
    if not KINDS.isdisjoint(before):
        return Mention(noun.start(), noun.end(), None)
    if by_year := _of_year(text, noun, states, known):
        return Mention(noun.start(), noun.end(), by_year.id, "parties")
    if noun.group().startswith(LOOSE) and not QUALIFIED.search(text):
        return None
    for start, end, pair in couples:
        if _belongs(text, noun, start, end):
            treaty = _latest(known.pairs.get(pair, ()))
            span = min(start, noun.start()), max(end, noun.end())
            return Mention(*span, treaty.id if treaty else None, "parties")
    return None


def pairs(text: str, countries: tuple[Named, ...]) -> Iterator[Pair]:
    """Give the states named two by two: “Moscow-Pyongyang”, “Russia’s pact with Iran”."""
    for one in countries:
        if len(one.countries) > 1:
            yield one.start, one.end, frozenset(one.countries)
    for one, other in pairwise(countries):
        near = one.countries != other.countries and other.start - one.end < FARTHEST
        if near and JOINT.fullmatch(text, one.end, other.start):
            yield one.start, other.end, frozenset((*one.countries, *other.countries))


def _belongs(text: str, noun: re.Match[str], start: int, end: int) -> bool:
    if start <= noun.start() < end:
        return True
    if noun.start() - end > FARTHEST or start - noun.end() > FARTHEST:
        return False
    if end <= noun.start():
        if HANGUL.match(noun.group()):
            return bool(KOREAN_BETWEEN.fullmatch(text, end, noun.start()))
        between = ADJECTIVES.fullmatch(text, end, noun.start())
        return bool(between or SIGNING.fullmatch(text, end, noun.start()))
    return bool(BETWEEN.fullmatch(text, noun.end(), start))


def _latest(treaties: tuple[Treaty, ...]) -> Treaty | None:
    dated = sorted(treaties, key=lambda treaty: (str(treaty.signed or ""), treaty.id))
    return dated[-1] if dated else None


def _of_year(
    text: str, noun: re.Match[str], states: frozenset[str], known: Shelf
) -> Treaty | None:
    near = text[max(0, noun.start() - 60) : noun.start()]
    year = YEAR_BEFORE.search(near) or YEAR_AFTER.match(text, noun.end())
    if year is None:
        return None
    of_year = known.years.get(int(next(filter(None, year.groups()))), ())
    if "Russia" in states:
        states |= {"USSR"}  # whose treaties the news counts among Russia's
    best = [(len(known.parties[one.id] & states), one) for one in of_year]
    return max(best, key=lambda pair: pair[0])[1] if best else None
