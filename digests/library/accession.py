"""How records come in: kept, filed and indexed in one transaction, or not at all.

What can be done before the lock is taken is done before: checking, writing, stemming. What many
articles write to the same rows is added up, and written once.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from digests.library import filing, records
from digests.library.connection import Connection, Row
from digests.library.facets import Ensure, Facets
from digests.library.filing import NOWHERE, UNDATED, Cabinet, Filing
from digests.library.register import Printed, Register, Roll
from digests.library.search import tags, words
from digests.models import Article, Speaker

Outcome = Literal["new", "changed", "same", "retracted"]
MERGED = 4  # pages of the full text for each article; half of it is enough with 100,000


@dataclass(frozen=True, slots=True)
class Ready:
    """An article as it will be kept: with its text, whoever said each quote, and its words."""

    article: Article
    record: str
    who: tuple[Speaker | None, ...]
    words: tuple[str, ...]


def ready(given: Article, speakers: Mapping[str, Speaker]) -> Ready:
    """Do all that needs no library.

    Raises:
        RecordRefused: the article does not fit the rules of its fields.
    """
    who = tuple(speakers[quote.speaker] if quote.speaker else None for quote in given.quotes)
    article, record = records.checked(given)
    return Ready(article, record, who, words(article, filter(None, who)))


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
    def retracted(self) -> bool:
        """Tell whether it was taken out: then its row is kept, and its record in its history."""
        return self.sequence > 0 and not self.record

    @property
    def printed(self) -> Printed:
        """Count the names it printed."""
        return printed(records.article(self.record), self.filing) if self.record else Counter()


class Change(NamedTuple):
    """What an article was before all this, what it is after, and where that is filed."""

    former: Former
    latter: Ready
    filed: Filing


@dataclass(frozen=True, slots=True)
class Session:
    """One coming-in: when and by whom, what was looked up meanwhile, and what is changed by it.

    Nothing looked up outlives the transaction: it may be undone. ``again`` lets what was retracted
    come back.
    """

    at: str
    by: str
    ensure: Ensure
    roll: Roll
    changes: dict[int, Change]
    again: bool


class Accession:
    """The way in."""

    def __init__(self, connection: Connection, facets: Facets, register: Register) -> None:
        self._connection = connection
        self._facets = facets
        self._register = register
        self._cabinet = Cabinet(connection)

    def put(
        self, many: Sequence[Ready], now: dt.datetime, by: str, *, again: bool = False
    ) -> list[Outcome]:
        """Keep articles, each new or in place of its former record; retracted ones if *again*."""
        if all(self._former(one.article.id).record == one.record for one in many):
            return ["same"] * len(many)
        with self._connection.joined():
            session = Session(now.isoformat(), by, cache(self._facets.ensure), {}, {}, again)
            outcomes = [self._keep(one, session) for one in many]
            self._file(session.changes)
            self._index(session.changes)
        return outcomes

    def _former(self, id_: str) -> Former:
        row = self._connection.row("SELECT sequence, record, filed FROM article WHERE id = ?", id_)
        return Former(*row) if row else Former()

    def _keep(self, given: Ready, session: Session) -> Outcome:
        former = self._former(given.article.id)
        if former.record == given.record:
            return "same"
        if former.retracted and not session.again:
            return "retracted"
        numbers = [self._register.enrol(one, session.roll) if one else None for one in given.who]
        filed = filing.filing(session.ensure, given.article, numbers)
        row = (filed.day, filed.open, session.at, session.by, filing.text(filed), given.record)
        if former.sequence:
            self._replace(former, row)
        sequence = former.sequence or self._add(given.article, row)
        before = session.changes.get(sequence)
        session.changes[sequence] = Change(before.former if before else former, given, filed)
        return "changed" if former.sequence else "new"

    def withdraw(self, id_: str, now: dt.datetime, by: str) -> bool:
        """Take an article out of all that is derived from it; False where there is none."""
        former = self._former(id_)
        if not former.record:
            return False
        with self._connection.joined():
            self._replace(former, (UNDATED, 0, now.isoformat(), by, "", ""))
            self._cabinet.move([(former.sequence, former.filing, NOWHERE)])
            self._register.reprint(former.printed, Counter())
            self._connection.run("DELETE FROM search WHERE rowid = ?", former.sequence)
        return True

    def _add(self, article: Article, row: Row) -> int:
        return self._connection.add(
            "INSERT INTO article (id, day, open, at, by, filed, record) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            article.id,
            *row,
        )

    def _replace(self, former: Former, row: Row) -> None:
        _, _, at, by, _, _ = row
        self._connection.run(
            "INSERT INTO history (article, at, by, record, entered, entered_by) "
            "SELECT sequence, ?, ?, record, at, by FROM article WHERE sequence = ?",
            at,
            by,
            former.sequence,
        )
        self._connection.run(
            "UPDATE article SET day = ?, open = ?, at = ?, by = ?, filed = ?, record = ? "
            "WHERE sequence = ?",
            *row,
            former.sequence,
        )

    def _file(self, changes: Mapping[int, Change]) -> None:
        self._cabinet.move(
            [
                (sequence, change.former.filing, change.filed)
                for sequence, change in changes.items()
            ]
        )
        before: Printed = Counter()
        after: Printed = Counter()
        for former, latter, filed in changes.values():
            before.update(former.printed)
            after.update(printed(latter.article, filed))
        self._register.reprint(before, after)

    def _index(self, changes: Mapping[int, Change]) -> None:
        """Put the words in last: a savepoint would make FTS5 write out what it has gathered.

        Its segments are merged a little at a time, with each article its share.
        """
        self._connection.each(
            "DELETE FROM search WHERE rowid = ?",
            [(sequence,) for sequence, change in changes.items() if change.former.sequence],
        )
        self._connection.each(
            "INSERT INTO search (rowid, headline, speakers, summary, quotes, tags) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            self._rows(changes),
        )
        self._connection.run(
            "INSERT INTO search (search, rank) VALUES ('merge', ?)", MERGED * len(changes)
        )

    @staticmethod
    def _rows(changes: Mapping[int, Change]) -> Iterator[Row]:
        for sequence, (_, latter, filed) in changes.items():
            yield (sequence, *latter.words, " ".join(tags(filed)))
