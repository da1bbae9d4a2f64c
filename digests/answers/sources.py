"""What does this library lean on?"""

import datetime as dt
from dataclasses import dataclass

from config.catalogue import Catalogue
from config.entries import Outlet
from digests.library import Library


@dataclass(frozen=True, slots=True)
class Leaning:
    """An outlet with its share; ``name`` is None where an article's outlet is not identified."""

    name: str | None
    outlet: Outlet | None
    articles: int

    @property
    def state_affiliated(self) -> bool | None:
        """Tell whether the outlet is state-affiliated; None where that is not known."""
        return self.outlet.state_affiliated if self.outlet else None


@dataclass(frozen=True, slots=True)
class Sources:
    """The outlets of a library, most articles first."""

    leanings: tuple[Leaning, ...]
    articles: int
    first: dt.date | None
    last: dt.date | None
    offset: int

    @property
    def state_affiliated(self) -> int:
        """Count the articles from outlets known to be state-affiliated."""
        return sum(each.articles for each in self.leanings if each.state_affiliated)


def counted(catalogue: Catalogue, library: Library, offset: int = 0) -> Sources:
    """Count articles by outlet."""
    leanings = (
        Leaning(count.outlet, catalogue.outlet(count.outlet), count.articles)
        for count in library.articles.by_outlet()
    )
    first, last = library.articles.days()
    total = library.articles.total()
    ranked = sorted(leanings, key=lambda each: (-each.articles, each.name or "\uffff"))
    return Sources(tuple(ranked), total, first, last, offset)
