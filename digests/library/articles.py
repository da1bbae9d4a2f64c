"""Published articles: put in, corrected, found again."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz, process

from digests.library import records
from digests.library.accession import Accession, Outcome, Ready, ready
from digests.library.arrivals import Arrivals
from digests.library.connection import Connection
from digests.library.facets import NOT_IDENTIFIED, Facets
from digests.library.records import Records
from digests.library.speakers import Speakers
from digests.library.walks import Walks
from digests.models import Article, Count, Filter, Heading, OutletCount, Speaker

DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NEIGHBOURS = 100
ALIKE = 60  # of a hundred


def _day(written: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written) if written else None
    except ValueError:
        return None


class Articles:
    """The shelf of articles."""

    def __init__(
        self, connection: Connection, facets: Facets, accession: Accession, speakers: Speakers
    ) -> None:
        self._connection = connection
        self._facets = facets
        self._accession = accession
        self._speakers = speakers
        self._records = Records(connection)
        self._walks = Walks(connection, facets, "articles")
        arrivals = Arrivals(connection, facets)  # by number
        self.newest = arrivals.newest
        self.came = arrivals.came
        self.fresh = arrivals.fresh

    def put(
        self,
        article: Article,
        speakers: Mapping[str, Speaker],
        now: dt.datetime,
        by: str,
        *,
        again: bool = False,
    ) -> Outcome:
        """Keep an article, new or in place of its former record, which goes into its history.

        *speakers* tells who is meant by each name that the quotes print; counts in it are not
        looked at. Nothing at all is written when the same record is kept already, or when it was
        retracted, unless it is to be published *again*.

        Raises:
            RecordRefused: the article does not fit the rules of its fields.
            LibraryBusy: another process is writing; nothing was done.
        """
        (outcome,) = self._accession.put([ready(article, speakers)], now, by, again=again)
        return outcome

    def put_all(self, many: Sequence[Ready], now: dt.datetime, by: str) -> list[Outcome]:
        """Keep articles made ready before, as ``put`` does, but all of them or none.

        Raises:
            LibraryBusy: another process is writing; nothing was done.
        """
        return self._accession.put(many, now, by)

    def get(self, id_: str) -> Article | None:
        """Give an article by its id."""
        return self._records.called(id_)

    def heading(self, id_: str) -> Heading | None:
        """Give what a list shows of an article."""
        article = self.get(id_)
        return records.heading(article) if article else None

    def history(self, id_: str) -> list[tuple[dt.datetime, str, Article]]:
        """Give the former records of an article, the latest first: when and by whom replaced."""
        rows = self._connection.rows(
            "SELECT h.at, h.by, h.record FROM history h JOIN article a ON a.sequence = h.article "
            "WHERE a.id = ? AND h.record <> '' ORDER BY h.id DESC",
            id_,
        )
        return [
            (dt.datetime.fromisoformat(at), by, records.article(record)) for at, by, record in rows
        ]

    def everything(self) -> Iterator[Article]:
        """Give every article, in the order they came."""
        last = 0
        while rows := self._connection.rows(
            "SELECT sequence, record FROM article WHERE sequence > ? AND record <> '' "
            "ORDER BY sequence LIMIT ?",
            last,
            NEIGHBOURS,
        ):
            yield from (records.article(record) for _, record in rows)
            last = rows[-1][0]

    def total(self) -> int:
        """Count all articles."""
        return sum(treaty.articles for treaty in self._facets.all("treaty"))

    def days(self) -> tuple[dt.date | None, dt.date | None]:
        """Give the first and the last day on which anything was published."""
        first, last = self._facets.days()
        return _day(first), _day(last)

    def latest(self, narrowing: Filter, limit: int, offset: int = 0) -> list[Heading]:
        """Give the articles a filter lets pass, newest day first, then newest put in."""
        walk = self._walks.through(narrowing)
        return self._records.headings(self._walks.page(walk, limit, offset))

    def count(self, narrowing: Filter) -> Count:
        """Count the articles a filter lets pass: exactly, or up to a thousand."""
        return (
            self._walks.count(self._walks.through(narrowing))
            if narrowing
            else Count(number=self.total())
        )

    def on_clause(
        self, address: str, narrowing: Filter, limit: int, offset: int = 0
    ) -> list[Heading]:
        """Give the articles about a clause, or with a quote on it, in the order of the latest."""
        walk = self._walks.through(narrowing, self._facets.find("clause", (address,)))
        return self._records.headings(self._walks.page(walk, limit, offset))

    def by_outlet(self) -> list[OutletCount]:
        """Count the articles of each outlet, the most first."""
        rows = self._connection.rows(
            "SELECT value, articles FROM facet WHERE kind = 'outlet' AND articles > 0 "
            "ORDER BY articles DESC, value"
        )
        return [
            OutletCount(outlet=None if value == NOT_IDENTIFIED else value, articles=articles)
            for value, articles in rows
        ]

    def speakers_of(self, id_: str) -> list[Speaker]:
        """Give those quoted in an article, in the order of their first quotes."""
        rows = self._connection.rows(
            "SELECT q.speaker FROM article a JOIN quote q ON q.article = a.sequence "
            "WHERE a.id = ? AND q.speaker IS NOT NULL GROUP BY q.speaker ORDER BY MIN(q.position)",
            id_,
        )
        return [self._speakers.numbered(number) for (number,) in rows]

    def near(self, id_: str, limit: int = 3) -> list[Heading]:
        """Give the articles whose ids resemble a mistyped one, the most alike first."""
        wanted = id_.lower()
        alike = process.extract(
            wanted,
            sorted(self._around(wanted)),
            scorer=fuzz.ratio,
            score_cutoff=ALIKE,
            limit=limit,
        )
        found = [self.heading(one) for one, _, _ in alike]
        return [heading for heading in found if heading]

    def _around(self, wanted: str) -> set[str]:
        """Give the ids that stand near one in the alphabet, or on the day it names."""
        rows = self._connection.rows(
            "SELECT * FROM (SELECT id FROM article WHERE id >= ?1 ORDER BY id LIMIT ?2) UNION ALL "
            "SELECT * FROM (SELECT id FROM article WHERE id < ?1 ORDER BY id DESC LIMIT ?2)",
            wanted,
            NEIGHBOURS,
        )
        found = {one for (one,) in rows}
        date = DATE.search(wanted)
        if day := _day(date and date[0]):
            walk = self._walks.through(Filter(since=day, until=day))
            found |= {
                self._records.at(sequence).id for (sequence,) in self._walks.page(walk, NEIGHBOURS)
            }
        return found
