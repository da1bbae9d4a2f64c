"""From a filter to a walk: places in the order wanted, found as they are needed.

A walk starts from the rarest of the facets asked for and asks of each place whether it stands
under the others too. Places lie in the order of the lists already (newest day first, then newest
article, then first quote), so that a page costs what the page holds, however large the library;
and of alternatives each is walked in that order, and the walks merged.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, NamedTuple

from digests.library.connection import Connection
from digests.library.facets import Facet, Facets, choice
from digests.models import Count, Filter

ALWAYS = ("", "9999-12-31")
FIRST_DATED = "0001-01-01"
UP_TO = 1_000  # how far matches are counted before it is said that there are more

Kept = Literal["articles", "quotes"]


class Span(NamedTuple):
    """Days from one to another, both included; ``open``: only those that mean *on or after*."""

    first: str
    last: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Walk:
    """What to walk by: groups of alternatives, the rarest first, and the spans of days.

    No groups at all are everything.
    """

    groups: tuple[tuple[Facet, ...], ...]
    spans: tuple[Span, ...]

    @property
    def always(self) -> bool:
        """Tell whether any day will do, even none."""
        return self.spans == (Span(*ALWAYS),)

    @property
    def facet(self) -> Facet | None:
        """Give the facet this walk is all of, if it is all of one: its kept counts are exact."""
        match self.groups:
            case ((facet,),) if self.always:
                return facet
            case _:
                return None


def spans(since: dt.date | None, until: dt.date | None) -> tuple[Span, ...]:
    """Give the days to look at: what is only known to be *on or after* matches where it may."""
    if since is None and until is None:
        return (Span(*ALWAYS),)
    last = until.isoformat() if until else ALWAYS[1]
    if since is None:
        return (Span(FIRST_DATED, last),)
    if since.isoformat() > last:
        return ()
    if since == dt.date.min:
        return (Span(since.isoformat(), last),)
    before = (since - dt.timedelta(days=1)).isoformat()
    return Span(since.isoformat(), last), Span(FIRST_DATED, before, open=True)


def narrowed(facets: Facets, narrowing: Filter, *also: tuple[Facet, ...]) -> Walk | None:
    """Look a filter up among the facets; None where it can only let nothing pass."""
    chosen = facets.chosen(narrowing)
    days = spans(narrowing.since, narrowing.until)
    if chosen is None or not all(also) or not days:
        return None
    return Walk((*also, *chosen), days)


class Walks:
    """Walks through the articles (``articles``) or the quotes (``quotes``)."""

    def __init__(self, connection: Connection, facets: Facets, kept: Kept) -> None:
        self._connection = connection
        self._facets = facets
        self._kept = kept
        self._table = "article_facet" if kept == "articles" else "quote_facet"
        self._keys = ("article",) if kept == "articles" else ("article", "position")

    def through(self, narrowing: Filter, *also: tuple[Facet, ...]) -> Walk | None:
        """Plan a walk through what a filter lets pass; None where that can only be nothing."""
        wanted = narrowed(self._facets, narrowing, *also)
        if wanted is None:
            return None
        # Every article has one treaty: all treaties together are everything.
        groups = list(wanted.groups) or [self._facets.all("treaty")]
        groups.sort(key=lambda group: sum(getattr(facet, self._kept) for facet in group))
        return Walk(tuple(groups), wanted.spans) if all(groups) else None

    def page(self, walk: Walk | None, limit: int, offset: int = 0) -> list[list[int]]:
        """Give a page of places: the article's number, and for quotes the position in it."""
        if walk is None or limit <= 0:
            return []
        sql, values = self.statement(walk)
        found = self._connection.rows(f"{sql} LIMIT ? OFFSET ?", *values, limit, max(offset, 0))
        return [place for _, *place in found]

    def count(self, walk: Walk | None) -> Count:
        """Count: exactly where the count is kept, else up to a thousand."""
        if walk is None:
            return Count(number=0)
        if walk.facet:
            return Count(number=getattr(walk.facet, self._kept))
        sql, values = self.statement(walk)
        counted = self._connection.value(
            f"SELECT COUNT(*) FROM ({sql} LIMIT ?)",  # noqa: S608 - made here
            *values,
            UP_TO + 1,
        )
        return Count(number=min(counted, UP_TO), capped=counted > UP_TO)

    def statement(self, walk: Walk) -> tuple[str, list[object]]:
        """Write a walk in SQL, without its limit: the day, the article and the position."""
        driving, *others = walk.groups
        sql, values = [], []
        for facet in driving:
            for span in walk.spans:
                sql.append(self._branch(span, others))
                values += [facet.id, span.first, span.last]
                values += [other.id for group in others for other in group]
        order = "day DESC, article DESC" + ", position" * (self._kept == "quotes")
        return f"{' UNION '.join(sql)} ORDER BY {order}", list(values)

    def _branch(self, span: Span, others: list[tuple[Facet, ...]]) -> str:
        keys = ", ".join(f"f.{key}" for key in self._keys)
        checks = "".join(self._check(group) for group in others)
        only = " AND f.open = 1" if span.open else ""
        return (
            f"SELECT f.day, {keys} FROM {self._table} f "  # noqa: S608 - names of our own
            f"WHERE f.facet = ? AND f.day BETWEEN ? AND ?{only}{checks}"
        )

    def _check(self, group: tuple[Facet, ...]) -> str:
        same = "".join(f" AND x.{key} = f.{key}" for key in self._keys)
        return (
            f" AND EXISTS (SELECT 1 FROM {self._table} x "  # noqa: S608 - names of our own
            f"WHERE x.facet IN ({choice(group)}) AND x.day = f.day{same})"
        )
