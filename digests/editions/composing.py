"""From articles to an edition."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from digests.editions import stories
from digests.editions.edition import Asked, Edition, Numbered, Story, Touched
from digests.editions.weight import best, weight
from digests.models import Article, OutletCount

T = TypeVar("T")


def compose(articles: Sequence[Numbered], asked: Asked) -> Edition | None:
    """Make an edition of articles, what matters most first; None where there are none."""
    if not articles:
        return None
    ranked = sorted(articles, key=lambda one: weight(one, asked.filter), reverse=True)
    records = [one.article for one in ranked]
    return Edition(
        filter=asked.filter,
        first=asked.first,
        last=asked.last,
        total=asked.total,
        stories=tuple(_story(told, asked) for told in stories.told(ranked)),
        treaties=tuple(_most(article.treaty for article in records)),
        outlets=_outlets(records),
        clauses=_clauses(records),
        debuts=asked.debuts,
    )


def nothing(asked: Asked) -> Edition:
    """Make the edition that says that nothing is new."""
    return Edition(filter=asked.filter, first=asked.first, last=asked.last, total=asked.total)


def _story(told: Sequence[Numbered], asked: Asked) -> Story:
    first, *others = told
    return Story(
        article=first.article,
        also=tuple(one.article for one in others),
        best=best(first, asked.filter),
    )


def _most(many: Iterable[T]) -> dict[T, int]:
    """Count what comes how often, the most first, else in the order of coming."""
    return dict(Counter(many).most_common())


def _outlets(articles: Iterable[Article]) -> tuple[OutletCount, ...]:
    counted = _most(article.outlet for article in articles)
    return tuple(OutletCount(outlet=name, articles=number) for name, number in counted.items())


def _clauses(articles: Iterable[Article]) -> tuple[Touched, ...]:
    counted = _most(address for article in articles for address in article.addresses)
    return tuple(Touched(clause=name, articles=number) for name, number in counted.items())
