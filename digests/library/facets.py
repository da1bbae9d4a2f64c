"""What one can narrow to: treaties, outlets, clauses and speakers, each with kept counts."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from digests.library.connection import Connection
from digests.models import Filter

Kind = Literal["treaty", "outlet", "clause", "speaker"]
Ensure = Callable[[Kind, str], int]  # from a kind and a value to the number
NOT_IDENTIFIED = ""  # the outlet of an article that has none


class Facet(NamedTuple):
    """One of them; ``speakers`` counts whoever is quoted there, the treaty's text included."""

    id: int
    articles: int
    quotes: int
    speakers: int


def choice(many: Sequence[object]) -> str:
    """Give the place holders for a choice of values."""
    return ", ".join("?" * len(many))


class Facets:
    """The table of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ensure(self, kind: Kind, value: str) -> int:
        """Give the number of a facet, made when it is new."""
        found = self._connection.value(
            "SELECT id FROM facet WHERE kind = ? AND value = ?", kind, value
        )
        return found or self._connection.add(
            "INSERT INTO facet (kind, value) VALUES (?, ?)", kind, value
        )

    def find(self, kind: Kind, values: Iterable[str]) -> tuple[Facet, ...]:
        """Give those of the facets named that the library holds."""
        wanted = tuple(values)
        rows = self._connection.rows(
            "SELECT id, articles, quotes, speakers FROM facet "  # noqa: S608 - place holders only
            f"WHERE kind = ? AND value IN ({choice(wanted)})",
            kind,
            *wanted,
        )
        return tuple(Facet(*row) for row in rows)

    def one(self, kind: Kind, value: str) -> Facet | None:
        """Give one facet, if the library holds it."""
        return next(iter(self.find(kind, (value,))), None)

    def all(self, kind: Kind) -> tuple[Facet, ...]:
        """Give every facet of a kind."""
        rows = self._connection.rows(
            "SELECT id, articles, quotes, speakers FROM facet WHERE kind = ?", kind
        )
        return tuple(Facet(*row) for row in rows)

    def chosen(self, narrowing: Filter) -> list[tuple[Facet, ...]] | None:
        """Give a filter's facets, field by field; None where nothing can match one of them."""
        fields: tuple[tuple[Kind, tuple[str, ...]], ...] = (
            ("treaty", narrowing.treaties),
            ("clause", narrowing.clauses),
            ("speaker", narrowing.speakers),
            ("outlet", narrowing.outlets),
        )
        groups = [self.find(kind, values) for kind, values in fields if values]
        return groups if all(groups) else None

    def days(self) -> tuple[str | None, str | None]:
        """Give the first and the last day on which anything was published."""
        first, last = [], []
        for treaty in self.all("treaty"):
            first.append(self._end(treaty, "ASC"))
            last.append(self._end(treaty, "DESC"))
        return min(filter(None, first), default=None), max(filter(None, last), default=None)

    def _end(self, treaty: Facet, order: Literal["ASC", "DESC"]) -> str | None:
        found: str | None = self._connection.value(
            "SELECT day FROM article_facet WHERE facet = ? AND day > '' "  # noqa: S608 - a literal
            f"ORDER BY day {order} LIMIT 1",
            treaty.id,
        )
        return found
