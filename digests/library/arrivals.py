"""What came in: by the numbers articles were given as they came, and not by their days."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass

from digests.library.connection import Connection
from digests.library.facets import Facet, Facets, choice
from digests.library.records import Records
from digests.library.walks import UP_TO, Span, Walk, narrowed
from digests.models import Article, Count, Filter, SpeakerKind

# What is retracted is filed nowhere.
NUMBERED = (
    "SELECT a.article FROM (SELECT sequence AS article, day, open, filed FROM article) a "
    "WHERE a.filed <> ''"
)
FILED = "SELECT DISTINCT a.article FROM article_facet a WHERE a.facet"

Sql = tuple[str, list[object]]


@dataclass(frozen=True, slots=True)
class Fresh:
    """Articles with their numbers, the highest first, and how many there are in all."""

    articles: tuple[tuple[int, Article], ...]
    total: Count


class Arrivals:
    """The articles by number. One that is corrected keeps its number; a retracted one has none."""

    def __init__(self, connection: Connection, facets: Facets) -> None:
        self._connection = connection
        self._facets = facets
        self._records = Records(connection)

    def newest(self) -> int:
        """Give the highest number there ever was; 0 when none."""
        return int(self._connection.value("SELECT coalesce(MAX(sequence), 0) FROM article"))

    def came(self, after: int) -> dt.datetime | None:
        """Tell when the first article numbered above *after* was put in, whatever became of it."""
        at = self._connection.value(
            "SELECT coalesce((SELECT coalesce(h.entered, h.at) FROM history h "
            "WHERE h.article = a.sequence ORDER BY h.id LIMIT 1), a.at) "
            "FROM article a WHERE a.sequence > ? ORDER BY a.sequence LIMIT 1",
            after,
        )
        return dt.datetime.fromisoformat(at) if at else None

    def fresh(self, narrowing: Filter, after: int, through: int, limit: int) -> Fresh:
        """Give articles numbered above *after* up to *through* that a filter lets pass.

        They are counted up to a thousand.
        """
        walk = narrowed(self._facets, narrowing)
        if walk is None or through <= after:
            return Fresh((), Count(number=0))
        sql, values = _between(walk, after, through)
        rows = self._connection.rows(f"{sql} ORDER BY a.article DESC LIMIT ?", *values, limit)
        return Fresh(
            tuple((number, self._records.at(number)) for (number,) in rows),
            self._count(sql, values) if len(rows) == limit else Count(number=len(rows)),
        )

    def _count(self, sql: str, values: list[object]) -> Count:
        counted = self._connection.value(
            f"SELECT COUNT(*) FROM ({sql} LIMIT ?)",  # noqa: S608 - made here
            *values,
            UP_TO + 1,
        )
        return Count(number=min(counted, UP_TO), capped=counted > UP_TO)

    def slugs(self, articles: Sequence[int]) -> dict[tuple[int, int], str]:
        """Give whose quotes stand in articles, by the article's number and the position."""
        rows = self._connection.rows(
            "SELECT q.article, q.position, s.slug FROM json_each(?) n CROSS JOIN quote q "
            "ON q.article = n.value CROSS JOIN speaker s ON s.facet = q.speaker",
            json.dumps(articles),
        )
        return {(article, position): slug for article, position, slug in rows}

    def debut(self, articles: Sequence[int], after: int) -> tuple[str, ...]:
        """Name the people quoted in articles, and in none numbered up to *after*.

        In the order of the articles given, and of their quotes.
        """
        rows = self._connection.rows(
            "SELECT s.name FROM json_each(?) n CROSS JOIN quote q ON q.article = n.value "
            "CROSS JOIN speaker s ON s.facet = q.speaker WHERE s.kind <> ? AND NOT EXISTS "
            "(SELECT 1 FROM quote_facet f WHERE f.facet = q.speaker AND f.article <= ?)",
            *(json.dumps(articles), SpeakerKind.TREATY.value, after),
        )
        return tuple(dict.fromkeys(name for (name,) in rows))


def _between(walk: Walk, after: int, through: int) -> Sql:
    """Write it in SQL: through the numbers, or through the rarest facet where that is shorter."""
    groups = sorted(walk.groups, key=_size)
    source, values = NUMBERED, list[object]()
    if groups and _size(groups[0]) < through - after:
        rarest = groups.pop(0)
        source, values = f"{FILED} IN ({choice(rarest)})", _ids(rarest)
    tests = [_days(walk.spans), *map(_under, groups)]
    sql = f"{source} AND a.article > ? AND a.article <= ?"
    values += [after, through]
    for test, given in tests:
        sql += f" AND {test}"
        values += given
    return sql, values


def _size(group: tuple[Facet, ...]) -> int:
    return sum(facet.articles for facet in group)


def _ids(group: tuple[Facet, ...]) -> list[object]:
    return [facet.id for facet in group]


def _under(group: tuple[Facet, ...]) -> Sql:
    return (
        "EXISTS (SELECT 1 FROM article_facet x "  # noqa: S608 - place holders only
        f"WHERE x.facet IN ({choice(group)}) AND x.day = a.day AND x.article = a.article)"
    ), _ids(group)


def _days(spans: Sequence[Span]) -> Sql:
    written = " OR ".join(
        "a.day BETWEEN ? AND ?" + " AND a.open = 1" * span.open for span in spans
    )
    return f"({written})", [day for span in spans for day in span[:2]]
