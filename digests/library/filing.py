"""Where a record belongs among the facets: put in, and taken out again exactly."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from digests.library import records
from digests.library.connection import Connection
from digests.library.facets import NOT_IDENTIFIED, Facets
from digests.models import Article

UNDATED = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Where one record is filed; facets and speakers by number.

    ``shelf`` is the treaty and the outlet, which hold for the article and each of its quotes;
    ``facets`` is all that holds for the article. A quote is its speaker, None where open, and
    the clauses it is itself about.
    """

    day: str
    open: int
    shelf: tuple[int, ...]
    facets: tuple[int, ...]
    quotes: tuple[tuple[int | None, tuple[int, ...]], ...]

    def places(self) -> Iterator[tuple[int, int]]:
        """Give each facet of each quote, with the quote's position."""
        for position, (speaker, clauses) in enumerate(self.quotes):
            for facet in (*self.shelf, *clauses, *([speaker] if speaker else [])):
                yield facet, position

    def shares(self) -> Counter[tuple[int, int]]:
        """Count the quotes of each speaker in each facet."""
        return Counter(
            (facet, speaker)
            for speaker, clauses in self.quotes
            if speaker
            for facet in (*self.shelf, *clauses)
        )


NOWHERE = Filing(day=UNDATED, open=0, shelf=(), facets=(), quotes=())


def filing(facets: Facets, article: Article, speakers: Sequence[int | None]) -> Filing:
    """Find where an article belongs, the speaker of each quote being known."""
    numbers = {a: facets.ensure("clause", a) for a in records.addresses(article)}
    shelf = (
        facets.ensure("treaty", article.treaty),
        facets.ensure("outlet", article.outlet or NOT_IDENTIFIED),
    )
    quoted = [
        tuple(dict.fromkeys(numbers[article.address(clause)] for clause in quote.clauses))
        for quote in article.quotes
    ]
    known = dict.fromkeys(speaker for speaker in speakers if speaker)
    return Filing(
        day=article.day.isoformat() if article.day else UNDATED,
        open=int(article.published is None and article.published_from is not None),
        shelf=shelf,
        facets=(*shelf, *numbers.values(), *known),
        quotes=tuple(zip(speakers, quoted, strict=True)),
    )


def text(filed: Filing) -> str:
    """Write a filing down."""
    parts = {part.name: getattr(filed, part.name) for part in fields(filed)}
    return json.dumps(parts, separators=(",", ":"))


def read(written: str) -> Filing:
    """Read what was written down."""
    filed = json.loads(written)
    return Filing(
        day=filed["day"],
        open=filed["open"],
        shelf=tuple(filed["shelf"]),
        facets=tuple(filed["facets"]),
        quotes=tuple((speaker, tuple(clauses)) for speaker, clauses in filed["quotes"]),
    )


class Cabinet:
    """The tables a filing is spread over; their counts are kept in step."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def move(self, article: int, old: Filing, new: Filing) -> None:
        """Take an article from where it was filed to where it belongs."""
        if old == new:
            return
        self._clear(article, old)
        self._place(article, new)
        self._count(old, new)
        self._share(old, new)

    def _clear(self, article: int, old: Filing) -> None:
        self._connection.each(
            "DELETE FROM article_facet WHERE facet = ? AND day = ? AND article = ?",
            [(facet, old.day, article) for facet in old.facets],
        )
        self._connection.each(
            "DELETE FROM quote_facet WHERE facet = ? AND day = ? AND article = ? AND position = ?",
            [(facet, old.day, article, position) for facet, position in old.places()],
        )
        self._connection.run("DELETE FROM quote WHERE article = ?", article)

    def _place(self, article: int, new: Filing) -> None:
        self._connection.each(
            "INSERT INTO article_facet (facet, day, article, open) VALUES (?, ?, ?, ?)",
            [(facet, new.day, article, new.open) for facet in new.facets],
        )
        self._connection.each(
            "INSERT INTO quote_facet (facet, day, article, position, open) VALUES (?, ?, ?, ?, ?)",
            [(facet, new.day, article, position, new.open) for facet, position in new.places()],
        )
        self._connection.each(
            "INSERT INTO quote (article, position, speaker) VALUES (?, ?, ?)",
            [(article, position, speaker) for position, (speaker, _) in enumerate(new.quotes)],
        )

    def _count(self, old: Filing, new: Filing) -> None:
        articles, quotes = Counter(new.facets), Counter(facet for facet, _ in new.places())
        articles.subtract(old.facets)
        quotes.subtract(facet for facet, _ in old.places())
        self._connection.each(
            "UPDATE facet SET articles = articles + ?, quotes = quotes + ? WHERE id = ?",
            [(n, quotes[facet], facet) for facet, n in articles.items() if n or quotes[facet]],
        )

    def _share(self, old: Filing, new: Filing) -> None:
        """Keep what part of a facet's quotes is whose, and how many people share in it.

        Row by row and without a trigger: SQLite opens a savepoint of its own round a statement
        that writes more than one row, and at each savepoint FTS5 writes out all it has gathered.
        """
        before, after = old.shares(), new.shares()
        people: Counter[int] = Counter()
        for pair in sorted(before.keys() | after.keys()):
            facet, _ = pair
            articles = bool(after[pair]) - bool(before[pair])
            people[facet] += self._adjust(pair, after[pair] - before[pair], articles)
        self._connection.each(
            "UPDATE facet SET speakers = speakers + ? WHERE id = ?",
            [(change, facet) for facet, change in people.items() if change],
        )

    def _adjust(self, pair: tuple[int, int], quotes: int, articles: int) -> int:
        """Change one share; tell how many people more there are."""
        touched = self._connection.run(
            "UPDATE share SET quotes = quotes + ?, articles = articles + ? "
            "WHERE facet = ? AND speaker = ?",
            quotes,
            articles,
            *pair,
        )
        if not touched:
            self._connection.run(
                "INSERT INTO share (quotes, articles, facet, speaker) VALUES (?, ?, ?, ?)",
                quotes,
                articles,
                *pair,
            )
            return 1
        if articles >= 0:
            return 0
        return -self._connection.run(
            "DELETE FROM share WHERE facet = ? AND speaker = ? AND quotes = 0", *pair
        )
