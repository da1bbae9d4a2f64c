"""Where a record belongs among the facets: put in, and taken out again exactly."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from digests.library.connection import Connection
from digests.library.facets import NOT_IDENTIFIED, Ensure
from digests.models import Article

UNDATED = ""
ENCODER = json.JSONEncoder(separators=(",", ":"))  # made once: making it costs more than its use


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

    def shares(self) -> "Counter[Pair]":
        """Count the quotes of each speaker in each facet."""
        return Counter(
            (facet, speaker)
            for speaker, clauses in self.quotes
            if speaker
            for facet in (*self.shelf, *clauses)
        )


NOWHERE = Filing(day=UNDATED, open=0, shelf=(), facets=(), quotes=())
Move = tuple[int, Filing, Filing]  # an article, from where it was filed to where it belongs
Pair = tuple[int, int]  # a facet and a speaker


def filing(ensure: Ensure, article: Article, speakers: Sequence[int | None]) -> Filing:
    """Find where an article belongs, the speaker of each quote being known."""
    numbers = {a: ensure("clause", a) for a in article.addresses}
    shelf = (
        ensure("treaty", article.treaty),
        ensure("outlet", article.outlet or NOT_IDENTIFIED),
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
    return ENCODER.encode(parts)


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

    def move(self, moves: Iterable[Move]) -> None:
        """Take articles from where they were filed to where they belong."""
        moves = [(article, old, new) for article, old, new in moves if old != new]
        self._clear([(article, old) for article, old, _ in moves if old != NOWHERE])
        self._place([(article, new) for article, _, new in moves])
        self._count(moves, self._share(moves))

    def _clear(self, filed: Sequence[tuple[int, Filing]]) -> None:
        self._connection.each(
            "DELETE FROM article_facet WHERE facet = ? AND day = ? AND article = ?",
            [(facet, old.day, article) for article, old in filed for facet in old.facets],
        )
        self._connection.each(
            "DELETE FROM quote_facet WHERE facet = ? AND day = ? AND article = ? AND position = ?",
            [
                (facet, old.day, article, position)
                for article, old in filed
                for facet, position in old.places()
            ],
        )
        self._connection.each(
            "DELETE FROM quote WHERE article = ?", [(article,) for article, _ in filed]
        )

    def _place(self, filed: Sequence[tuple[int, Filing]]) -> None:
        self._connection.each(
            "INSERT INTO article_facet (facet, day, article, open) VALUES (?, ?, ?, ?)",
            [
                (facet, new.day, article, new.open)
                for article, new in filed
                for facet in new.facets
            ],
        )
        self._connection.each(
            "INSERT INTO quote_facet (facet, day, article, position, open) VALUES (?, ?, ?, ?, ?)",
            [
                (facet, new.day, article, position, new.open)
                for article, new in filed
                for facet, position in new.places()
            ],
        )
        self._connection.each(
            "INSERT INTO quote (article, position, speaker) VALUES (?, ?, ?)",
            [
                (article, position, speaker)
                for article, new in filed
                for position, (speaker, _) in enumerate(new.quotes)
            ],
        )

    def _count(self, moves: Iterable[Move], people: Counter[int]) -> None:
        """Keep how much is filed under each facet, given how many *people* more share in it."""
        articles: Counter[int] = Counter()
        quotes: Counter[int] = Counter()
        for _, old, new in moves:
            for sign, filed in ((-1, old), (1, new)):
                for facet in filed.facets:
                    articles[facet] += sign
                for facet, _ in filed.places():
                    quotes[facet] += sign
        self._connection.each(
            "UPDATE facet SET articles = articles + ?, quotes = quotes + ?, "
            "speakers = speakers + ? WHERE id = ?",
            [
                (articles[facet], quotes[facet], people[facet], facet)
                for facet in articles
                if articles[facet] or quotes[facet] or people[facet]
            ],
        )

    def _share(self, moves: Iterable[Move]) -> Counter[int]:
        """Keep what part of a facet's quotes is whose; give how many more people share in it.

        Row by row and without a trigger: SQLite opens a savepoint of its own round a statement
        that writes more than one row, and at each savepoint FTS5 writes out all it has gathered.
        """
        quotes, articles = _net_shares(moves)
        people: Counter[int] = Counter()
        for pair in sorted(quotes):
            if quotes[pair] or articles[pair]:
                people[pair[0]] += self._adjust(pair, quotes[pair], articles[pair])
        return people

    def _adjust(self, pair: Pair, quotes: int, articles: int) -> int:
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


def _net_shares(moves: Iterable[Move]) -> tuple[Counter[Pair], Counter[Pair]]:
    """Count the quotes, and the articles, that each speaker has more in each facet."""
    quotes: Counter[Pair] = Counter()
    articles: Counter[Pair] = Counter()
    for _, old, new in moves:
        for sign, filed in ((-1, old), (1, new)):
            for pair, number in filed.shares().items():
                quotes[pair] += sign * number
                articles[pair] += sign
    return quotes, articles
