"""Which articles tell the same story: the same page, or the same words of the same people."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from config.folding import words
from digests.addresses import canonical
from digests.editions.edition import Numbered
from digests.models import Article

RUN = 8  # words in a row; fewer may be anybody's
MOST = 1_000  # of them in an article; a page of quotes has some three hundred
INSERTED = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")  # the outlet's own, in the words of another


def told(ranked: Sequence[Numbered]) -> list[list[Numbered]]:
    """Put the articles of one story together, each story where its first article stands."""
    stories = list(range(len(ranked)))
    met: dict[object, int] = {}
    for number, one in enumerate(ranked):
        signs = _signs(one.article)
        for sign in signs & met.keys():
            _join(stories, met[sign], number)
        met.update(dict.fromkeys(signs, number))
    gathered: dict[int, list[Numbered]] = {}
    for number, one in enumerate(ranked):
        gathered.setdefault(_first(stories, number), []).append(one)
    return list(gathered.values())


def _first(stories: list[int], number: int) -> int:
    while stories[number] != number:
        number = stories[number]
    return number


def _join(stories: list[int], one: int, other: int) -> None:
    first, second = sorted((_first(stories, one), _first(stories, other)))
    stories[second] = first


@lru_cache(maxsize=256)
def _signs(article: Article) -> frozenset[object]:
    """Give what two articles of one story have in common, if only one of it.

    Kept for a while, since many editions hold the same articles.
    """
    runs = (run for piece in _spoken(article) for run in _runs(piece))
    return frozenset([*islice(runs, MOST), *filter(None, [canonical(article.url)])])


def _spoken(article: Article) -> Iterator[list[str]]:
    """Give the words of each quote, in the pieces between what the outlet has inserted."""
    for quote in article.quotes:
        if quote.kind != "treaty":
            for stretch in quote.stretches:
                yield from map(words, INSERTED.split(stretch))


def _runs(words: list[str]) -> Iterator[int]:
    """Give a number for every run of words, since thousands of tuples would take long."""
    return map(hash, zip(*(words[start:] for start in range(RUN)), strict=False))
