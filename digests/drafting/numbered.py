"""Articles named by their number in running text: ``Article 4``, ``статьи 3 и 4``, ``제4조``."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from config.numbers import ENGLISH, RUSSIAN, number
from digests.drafting.phrases import begins_a_word

ONE = r"(?:[0-9]{1,2}(?![0-9%]|[.,][0-9]{3})|[IVX]{1,5}\b)"
LISTED = re.compile(
    r"[AaСс제](?:(?:(?<=[Aa])rt(?:icle)?s?\.?|(?<=A)RTICLES?|(?<=[Сс])(?:тать[а-я]{1,3}|т\.))\s*"
    rf"(?P<list>{ONE}(?:\s*(?:,|and|и|&|or|или|[-–])\s*(?:(?:[Aa]rticle|статья)\s*)?{ONE}){{0,9}})"
    r"(?:\s?\([0-9a-z]\))?|(?<=제)\s?[0-9]{1,2}\s?조)"
)
ORDINAL = rf"(?:{'|'.join(RUSSIAN)})[а-я]{{2,3}}"
SPELLED = re.compile(
    rf"\b(?:(?:{'|'.join(ENGLISH)}|[0-9]{{1,2}}(?:st|nd|rd|th))\s+article|"
    rf"(?:{ORDINAL}|[0-9]{{1,2}}-[а-я]{{1,2}})\s+стать[а-я]{{1,3}}|"
    rf"стать[а-я]{{1,3}}\s+{ORDINAL})\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"[0-9]+|[IVX]+")
# What must stand in a text for the two to find anything: looked for first, since it is quick.
MARKS = ("rticle", "rt.", "RTICLE", "тать", "т.", "조")
SPELLED_MARKS = ("st article", "nd article", "rd article", "th article", "тать")
# “In an article I wrote”: a person and no number.
PERSON = re.compile(r"[Aa]rticle I(?!\s*(?:,|;|\.|and|of|in|says|states|\Z))\b")


class Numbered(NamedTuple):
    """One number of an article, and the place of the words that name it."""

    start: int
    end: int
    number: str


def named(text: str) -> Iterator[Numbered]:
    """Give the articles that *text* names by number, of whatever treaty or law they are."""
    if not any(map(text.__contains__, MARKS)):
        return
    for match in LISTED.finditer(text):
        if not begins_a_word(text, match.start()) or PERSON.match(text, match.start()):
            continue
        for one in NUMBER.findall(match["list"] or match.group()):
            yield from _read(match, f"article {one}")
    if any(map(text.__contains__, SPELLED_MARKS)):
        for match in SPELLED.finditer(text.replace("ё", "е")):
            yield from _read(match, match.group())


_value = lru_cache(maxsize=256)(number)  # news goes on about the same few articles


def _read(match: re.Match[str], words: str) -> Iterator[Numbered]:
    value = _value(words)
    if value is not None:
        yield Numbered(match.start(), match.end(), value)
