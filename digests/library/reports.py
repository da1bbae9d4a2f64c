"""What readers say is wrong with a quote, and what came of it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from digests.library.connection import Connection, Row
from digests.library.likeness import mark
from digests.library.records import Records

A_DAY = dt.timedelta(days=1)
LONGEST = 1_000
COLUMNS = (
    "id, article, position, mark, text, reader, language, words, at, verdict, answer, "
    "settled_by, settled_at"
)


class Verdict(StrEnum):
    """What came of it."""

    CORRECTED = "corrected"
    RETRACTED = "retracted"
    STANDS = "stands"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What a reader said of a quote.

    ``text`` is the quote as it was; ``number`` where it stands now, from 1, None where it is gone.
    ``reader`` is the chat to answer in, None once that is done; ``verdict`` is None while open.
    """

    id: int
    article: str
    number: int | None
    text: str
    reader: int | None
    language: str
    words: str
    at: dt.datetime
    verdict: Verdict | None
    answer: str
    settled_by: str | None
    settled_at: dt.datetime | None


class Reports:
    """The list of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._records = Records(connection)

    def add(
        self, article: str, number: int, words: str, reader: int, language: str, now: dt.datetime
    ) -> int | None:
        """Keep what a reader says of a quote, counted from 1; None where there is none such."""
        record = self._records.called(article)
        if record is None or not 1 <= number <= len(record.quotes):
            return None
        text = record.quotes[number - 1].text
        return self._connection.add(
            "INSERT INTO report (article, position, mark, text, reader, language, words, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *(article, number, mark(text), text, reader, language),
            *(words.strip()[:LONGEST], now.isoformat()),
        )

    def lately(self, reader: int, now: dt.datetime) -> int:
        """Count what a reader said within a day and has not been answered on."""
        since = (now - A_DAY).isoformat()
        return int(
            self._connection.value(
                "SELECT COUNT(*) FROM report WHERE reader = ? AND at > ?", reader, since
            )
        )

    def waiting(self, reader: int) -> list[Objection]:
        """Give those of a reader that wait, the oldest first."""
        return self._read("WHERE reader = ? AND verdict IS NULL ORDER BY id", reader)

    def get(self, id_: int) -> Objection | None:
        """Give one by its number."""
        return next(iter(self._read("WHERE id = ?", id_)), None)

    def open(self, limit: int, offset: int = 0) -> list[Objection]:
        """Give those that wait, the oldest first."""
        return self._read(
            "WHERE verdict IS NULL ORDER BY id LIMIT ? OFFSET ?", limit, max(offset, 0)
        )

    def count(self) -> int:
        """Count those that wait."""
        return int(self._connection.value("SELECT COUNT(*) FROM report WHERE verdict IS NULL"))

    def settle(self, id_: int, verdict: Verdict, answer: str, now: dt.datetime, by: str) -> bool:
        """Say what came of one; False where that was said before."""
        touched = self._connection.run(
            "UPDATE report SET verdict = ?, answer = ?, settled_by = ?, settled_at = ? "
            "WHERE id = ? AND verdict IS NULL",
            verdict.value,
            answer.strip()[:LONGEST],
            by,
            now.isoformat(),
            id_,
        )
        return touched > 0

    def untold(self) -> list[Objection]:
        """Give those whose readers have not heard yet what came of it."""
        return self._read("WHERE reader IS NOT NULL AND verdict IS NOT NULL ORDER BY settled_at")

    def told(self, id_: int) -> None:
        """Forget the reader: they have heard."""
        self._connection.run("UPDATE report SET reader = NULL WHERE id = ?", id_)

    def _read(self, where: str, *values: object) -> list[Objection]:
        rows = self._connection.rows(
            f"SELECT {COLUMNS} FROM report {where}",  # noqa: S608 - written above
            *values,
        )
        return [self._objection(row) for row in rows]

    def _objection(self, row: Row) -> Objection:
        id_, article, position, marked, text, reader, language, words, at, *settled = row
        verdict, answer, by, settled_at = settled
        return Objection(
            id=id_,
            article=article,
            number=self._number(article, position, marked),
            text=text,
            reader=reader,
            language=language,
            words=words,
            at=dt.datetime.fromisoformat(at),
            verdict=Verdict(verdict) if verdict else None,
            answer=answer,
            settled_by=by,
            settled_at=dt.datetime.fromisoformat(settled_at) if settled_at else None,
        )

    def _number(self, article: str, position: int, marked: str) -> int | None:
        """Find where a quote stands now: where it stood, if the same words stand there twice."""
        record = self._records.called(article)
        quotes = record.quotes if record else ()
        found = [n for n, quote in enumerate(quotes, start=1) if mark(quote.text) == marked]
        return min(found, key=lambda number: abs(number - position), default=None)
