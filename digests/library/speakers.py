"""Whoever is quoted."""

from collections.abc import Iterable, Sequence

from digests.library.arrivals import Arrivals
from digests.library.connection import Connection, Row
from digests.library.facets import Facets
from digests.library.names import Called, Names
from digests.library.register import Register
from digests.library.walks import UP_TO, Walks
from digests.models import Count, Filter, Speaker, SpeakerKind

NEWEST = 1_000  # how many quotes are looked at where no count is kept
COLUMNS = "s.slug, s.name, s.kind, s.affiliation, s.role, f.quotes, f.articles"
PEOPLE = f"f.quotes > 0 AND s.kind <> '{SpeakerKind.TREATY.value}'"

Source = tuple[str, list[object]]  # SQL that gives speaker, quotes and articles, and its values


def _speaker(row: Row) -> Speaker:
    slug, name, kind, affiliation, role, quotes, articles = row
    return Speaker(
        slug=slug,
        name=name,
        kind=SpeakerKind(kind),
        affiliation=affiliation,
        role=role,
        quotes=quotes,
        articles=articles,
    )


class Speakers:
    """The shelf of speakers; the text of a treaty is one, but stands in no list of people."""

    def __init__(self, connection: Connection, facets: Facets, register: Register) -> None:
        self._connection = connection
        self._facets = facets
        self._register = register
        self._names = Names(connection)
        self._walks = Walks(connection, facets, "quotes")
        arrivals = Arrivals(connection, facets)  # by the numbers of articles
        self.slugs = arrivals.slugs
        self.debut = arrivals.debut

    def get(self, slug: str) -> Speaker | None:
        """Give a speaker by their short name."""
        row = self._connection.row(
            f"SELECT {COLUMNS} FROM speaker s "  # noqa: S608 - our columns
            "JOIN facet f ON f.id = s.facet WHERE s.slug = ?",
            slug,
        )
        return _speaker(row) if row else None

    def numbered(self, number: int) -> Speaker:
        """Give a speaker by the number they are filed under; there must be one."""
        (row,) = self._connection.rows(
            f"SELECT {COLUMNS} FROM speaker s "  # noqa: S608 - our columns
            "JOIN facet f ON f.id = s.facet WHERE s.facet = ?",
            number,
        )
        return _speaker(row)

    def quoted(self, article: int, position: int) -> Speaker | None:
        """Give whose words stand at a place in an article, where the record names somebody."""
        row = self._connection.row(
            f"SELECT {COLUMNS} FROM quote q JOIN speaker s ON s.facet = q.speaker "  # noqa: S608
            "JOIN facet f ON f.id = s.facet WHERE q.article = ? AND q.position = ?",
            article,
            position,
        )
        return _speaker(row) if row else None

    def called(self, tokens: Sequence[str]) -> Called:
        """Give those who are called so, most quoted first; folded words are expected.

        Those whose names hold these very words win over those where a form of each is met:
        another script, a Russian case, an initial.
        """
        if not tokens:
            return Called()
        if exact := self._names.exactly(tokens):
            return Called(tuple(map(self.numbered, exact)), exact=True)
        return Called(tuple(map(self.numbered, self._names.in_some_form(tokens))))

    def introduce(self, speaker: Speaker, names: Iterable[str]) -> None:
        """Make somebody known before they are quoted; names are all they may be called."""
        self._register.introduce(speaker, [speaker.name, *names])

    def also_called(self, slug: str, names: Iterable[str]) -> None:
        """Let a speaker be found by more names than records print; nobody unknown is made."""
        self._register.also_called(slug, names)

    def near(self, tokens: Sequence[str], limit: int = 5) -> list[Speaker]:
        """Give those whose names are spelt nearly so, the nearest first."""
        return [self.numbered(number) for number in self._names.near(tokens, limit)]

    def all(self, narrowing: Filter, limit: int, offset: int = 0) -> list[Speaker]:
        """Give the people quoted within a filter, most quoted there first, with counts for it.

        Counts are exact without a filter and for one treaty, outlet or clause; for anything else
        they are of its newest 1,000 quotes.
        """
        source = self._source(narrowing)
        if source is None:
            return []
        sql, values = source
        rows = self._connection.rows(
            f"SELECT {COLUMNS} FROM ({sql}) f "  # noqa: S608 - made here
            f"CROSS JOIN speaker s ON s.facet = f.speaker WHERE {PEOPLE} "
            "ORDER BY f.quotes DESC, f.speaker LIMIT ? OFFSET ?",
            *values,
            limit,
            max(offset, 0),
        )
        return [_speaker(row) for row in rows]

    def count(self, narrowing: Filter) -> Count:
        """Count the people quoted within a filter, up to a thousand but for all of them."""
        source = self._source(narrowing)
        if source is None:
            return Count(number=0)
        if not narrowing:
            return Count(number=self._everybody())
        sql, values = source
        counted = self._connection.value(
            f"SELECT COUNT(*) FROM (SELECT 1 FROM ({sql}) f "  # noqa: S608 - made here
            f"CROSS JOIN speaker s ON s.facet = f.speaker WHERE {PEOPLE} LIMIT ?)",
            *values,
            UP_TO + 1,
        )
        return Count(number=min(counted, UP_TO), capped=counted > UP_TO)

    def _source(self, narrowing: Filter) -> Source | None:
        if not narrowing:
            return (
                "SELECT id AS speaker, quotes, articles FROM facet INDEXED BY facet_most "
                "WHERE kind = 'speaker'"
            ), []
        walk = self._walks.through(narrowing)
        if walk is None:
            return None
        if walk.facet and not narrowing.speakers:
            return "SELECT speaker, quotes, articles FROM share WHERE facet = ?", [walk.facet.id]
        sql, values = self._walks.statement(walk)
        newest = (
            "SELECT q.speaker, COUNT(*) AS quotes, COUNT(DISTINCT q.article) AS articles "  # noqa: S608
            f"FROM ({sql} LIMIT {NEWEST}) w CROSS JOIN quote q "
            "ON q.article = w.article AND q.position = w.position "
            "WHERE q.speaker IS NOT NULL GROUP BY q.speaker"
        )
        return newest, values

    def _everybody(self) -> int:
        all_, texts = self._connection.rows(
            "SELECT COUNT(*) FROM facet INDEXED BY facet_most "
            "WHERE kind = 'speaker' AND quotes > 0 UNION ALL "
            "SELECT COUNT(*) FROM speaker s CROSS JOIN facet f ON f.id = s.facet "
            "WHERE s.kind = 'treaty text' AND f.quotes > 0"
        )
        return int(all_[0] - texts[0])
