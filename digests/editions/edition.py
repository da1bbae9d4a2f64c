"""An edition and what it is made of: values."""

import datetime as dt
from dataclasses import dataclass, field

from digests.models import Article, Count, Filter, OutletCount, Quote


@dataclass(frozen=True, slots=True)
class Numbered:
    """An article with its number in the order of publication.

    ``speakers`` are the slugs of those quoted, one a quote, as far as the library knows them.
    """

    sequence: int
    article: Article
    speakers: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an edition is to be of: a filter, a period, and how many articles there are in all.

    ``debuts`` are the names of those who speak for the first time.
    """

    filter: Filter
    first: dt.date
    last: dt.date
    total: Count = field(default_factory=lambda: Count(number=0))
    debuts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story: the article that tells it, the same in other outlets, and its best quote."""

    article: Article
    also: tuple[Article, ...] = ()
    best: Quote | None = None

    @property
    def articles(self) -> tuple[Article, ...]:
        """Give all articles of the story."""
        return (self.article, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A clause, by its address, and how many articles are about it."""

    clause: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is new: the stories that matter most come first.

    ``total`` counts all articles there are, of which ``stories`` may hold the newest only;
    ``outlets``, ``treaties`` and ``clauses`` are counted in those, the most first.
    """

    filter: Filter
    first: dt.date
    last: dt.date
    total: Count
    stories: tuple[Story, ...] = ()
    treaties: tuple[str, ...] = ()
    outlets: tuple[OutletCount, ...] = ()
    clauses: tuple[Touched, ...] = ()
    debuts: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Tell whether every article there is stands in one of the stories."""
        return not self.left(len(self.stories)).number

    def left(self, stories: int) -> Count:
        """Count the articles that stand in none of the first *stories*."""
        told = sum(len(story.articles) for story in self.stories[:stories])
        return Count(number=self.total.number - told, capped=self.total.capped)
