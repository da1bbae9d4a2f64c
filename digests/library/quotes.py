"""Quotes, each with the article it stands in."""

from collections.abc import Sequence

from digests.library import records
from digests.library.connection import Connection, Row
from digests.library.facets import Facets, Kind
from digests.library.records import Records
from digests.library.speakers import Speakers
from digests.library.walks import Walks
from digests.models import Cited, Count, Filter, SpeakerKind, Tally

# The treaty's own text is quoted, but it is no speaker of whom there is one more.
TALLY = f"""
    SELECT f.value, f.quotes, f.articles, f.speakers - (
        SELECT COUNT(*) FROM speaker s CROSS JOIN share p
        ON p.facet = f.id AND p.speaker = s.facet WHERE s.kind = '{SpeakerKind.TREATY.value}'
    ) FROM facet f WHERE f.kind = 'clause'
"""  # noqa: S608 - a constant


class Quotes:
    """The shelf of quotes."""

    def __init__(self, connection: Connection, facets: Facets, speakers: Speakers) -> None:
        self._connection = connection
        self._facets = facets
        self._speakers = speakers
        self._records = Records(connection)
        self._walks = Walks(connection, facets, "quotes")

    def by_speaker(self, slug: str, narrowing: Filter, limit: int, offset: int = 0) -> list[Cited]:
        """Give what a speaker said, newest first."""
        return self._page("speaker", slug, narrowing, limit, offset)

    def count_by_speaker(self, slug: str, narrowing: Filter) -> Count:
        """Count what a speaker said."""
        return self._count("speaker", slug, narrowing)

    def by_clause(
        self, address: str, narrowing: Filter, limit: int, offset: int = 0
    ) -> list[Cited]:
        """Give the quotes that are themselves about a clause, newest first."""
        return self._page("clause", address, narrowing, limit, offset)

    def count_by_clause(self, address: str, narrowing: Filter) -> Count:
        """Count the quotes that are themselves about a clause."""
        return self._count("clause", address, narrowing)

    def tally(self, address: str) -> Tally:
        """Tell what the library holds on one clause."""
        rows = self._connection.rows(f"{TALLY} AND f.value = ?", address)
        return _tallied(rows).get(address, Tally())

    def tallies(self, treaty: str) -> dict[str, Tally]:
        """Tell what the library holds on each clause of a treaty that it holds anything on."""
        return _tallied(
            self._connection.rows(
                f"{TALLY} AND f.value BETWEEN ? AND ? AND f.articles > 0",
                f"{treaty}:",
                f"{treaty};",  # the next character
            )
        )

    def _page(
        self, kind: Kind, value: str, narrowing: Filter, limit: int, offset: int
    ) -> list[Cited]:
        walk = self._walks.through(narrowing, self._facets.find(kind, (value,)))
        return self._cited(self._walks.page(walk, limit, offset))

    def _count(self, kind: Kind, value: str, narrowing: Filter) -> Count:
        walk = self._walks.through(narrowing, self._facets.find(kind, (value,)))
        return self._walks.count(walk)

    def _cited(self, places: Sequence[Sequence[int]]) -> list[Cited]:
        articles = {sequence: self._records.at(sequence) for sequence, _ in places}
        return [
            Cited(
                quote=articles[sequence].quotes[position],
                article=records.heading(articles[sequence]),
                speaker=self._speakers.quoted(sequence, position),
            )
            for sequence, position in places
        ]


def _tallied(rows: list[Row]) -> dict[str, Tally]:
    return {
        address: Tally(quotes=quotes, articles=articles, speakers=speakers)
        for address, quotes, articles, speakers in rows
    }
