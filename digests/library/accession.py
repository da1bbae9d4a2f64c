"""How a record comes in: kept, filed and indexed in one transaction, or not at all."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from digests.library import filing, records
from digests.library.connection import Connection, Row
from digests.library.facets import Facets
from digests.library.filing import NOWHERE, Cabinet, Filing
from digests.library.register import Printed, Register
from digests.library.search import columns
from digests.models import Article, Speaker

Outcome = Literal["new", "changed", "same"]


def printed(article: Article, filed: Filing) -> Printed:
    """Count how many quotes of an article print a speaker under a name."""
    return Counter(
        (speaker, quote.speaker)
        for quote, (speaker, _) in zip(article.quotes, filed.quotes, strict=True)
        if speaker and quote.speaker
    )


class Former(NamedTuple):
    """What is kept of an article before it comes in; nothing of a new one."""

    sequence: int = 0
    record: str = ""
    filed: str = ""

    @property
    def filing(self) -> Filing:
        """Tell where it was filed."""
        return filing.read(self.filed) if self.filed else NOWHERE

    @property
    def printed(self) -> Printed:
        """Count the names it printed."""
        return printed(records.article(self.record), self.filing) if self.record else Counter()


class Accession:
    """The way in."""

    def __init__(self, connection: Connection, facets: Facets, register: Register) -> None:
        self._connection = connection
        self._facets = facets
        self._register = register
        self._cabinet = Cabinet(connection)

    def put(
        self, given: Article, speakers: Mapping[str, Speaker], now: dt.datetime, by: str
    ) -> Outcome:
        """Keep an article, new or in place of its former record."""
        who = [speakers[quote.speaker] if quote.speaker else None for quote in given.quotes]
        article = records.checked(given)
        record = records.text(article)
        if self._former(article.id).record == record:
            return "same"
        with self._connection.joined():
            former = self._former(article.id)
            numbers = [self._register.enrol(one) if one else None for one in who]
            filed = filing.filing(self._facets, article, numbers)
            row = (filed.day, filed.open, now.isoformat(), by, filing.text(filed), record)
            sequence = self._replace(former, row) if former.sequence else self._add(article, row)
            self._file(sequence, article, filed, former)
            self._index(sequence, columns(article, filter(None, who), filed))
        return "changed" if former.sequence else "new"

    def _former(self, id_: str) -> Former:
        row = self._connection.row("SELECT sequence, record, filed FROM article WHERE id = ?", id_)
        return Former(*row) if row else Former()

    def _add(self, article: Article, row: Row) -> int:
        return self._connection.add(
            "INSERT INTO article (id, day, open, at, by, filed, record) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            article.id,
            *row,
        )

    def _replace(self, former: Former, row: Row) -> int:
        _, _, at, by, _, _ = row
        self._connection.run(
            "INSERT INTO history (article, at, by, record) VALUES (?, ?, ?, ?)",
            former.sequence,
            at,
            by,
            former.record,
        )
        self._connection.run(
            "UPDATE article SET day = ?, open = ?, at = ?, by = ?, filed = ?, record = ? "
            "WHERE sequence = ?",
            *row,
            former.sequence,
        )
        self._connection.run("DELETE FROM search WHERE rowid = ?", former.sequence)
        return former.sequence

    def _file(self, sequence: int, article: Article, filed: Filing, former: Former) -> None:
        self._cabinet.move(sequence, former.filing, filed)
        self._register.reprint(former.printed, printed(article, filed))

    def _index(self, sequence: int, texts: Sequence[str]) -> None:
        self._connection.run(
            "INSERT INTO search (rowid, headline, speakers, summary, quotes, tags) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            sequence,
            *texts,
        )
