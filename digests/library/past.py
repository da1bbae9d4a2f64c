"""What articles were before, and those that are no longer: taken back, and kept."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields
from itertools import pairwise

from digests.library import records
from digests.library.accession import Accession
from digests.library.connection import Connection, Row, aside
from digests.models import Article


@dataclass(frozen=True, slots=True)
class Retraction:
    """Why an article was taken out of every answer, by whom and when."""

    at: dt.datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Version:
    """An article as it stood from a moment on; without a record from when it was retracted.

    ``at`` and ``by`` are None where an older program did not keep them. ``changed`` names the
    fields in which it differs from the version before.
    """

    at: dt.datetime | None
    by: str | None
    article: Article | None
    changed: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Untold:
    """A retraction that chats are yet to be told of."""

    article: str
    at: dt.datetime
    reason: str


class Past:
    """The shelf of it."""

    def __init__(self, connection: Connection, accession: Accession) -> None:
        self._connection = connection
        self._accession = accession

    def retract(self, id_: str, reason: str, now: dt.datetime, by: str) -> bool:
        """Take an article out of every answer and count, and keep it; False where there is none.

        A plain ``put`` of the same id is turned away from then on.
        """
        with self._connection.joined():
            if not self._accession.withdraw(id_, now, by):
                return False
            self._connection.run(
                "INSERT OR REPLACE INTO retraction (article, at, by, reason) "
                "SELECT sequence, ?, ?, ? FROM article WHERE id = ?",
                now.isoformat(),
                by,
                reason,
                id_,
            )
        return True

    def retraction(self, id_: str) -> Retraction | None:
        """Tell why an article is retracted, if it is."""
        row = self._connection.row(
            "SELECT r.at, r.by, r.reason FROM article a JOIN retraction r "
            "ON r.article = a.sequence AND r.at = a.at WHERE a.id = ? AND a.record = ''",
            id_,
        )
        return Retraction(dt.datetime.fromisoformat(row[0]), *row[1:]) if row else None

    def untold(self, limit: int) -> list[Untold]:
        """Give the retractions that chats are yet to be told of, in the order of the articles.

        One that was taken back meanwhile, the article being published again, is none.
        """
        rows = self._connection.rows(
            "SELECT a.id, r.at, r.reason FROM retraction r CROSS JOIN article a "
            "ON a.sequence = r.article WHERE r.told = 0 AND a.record = '' AND a.at = r.at "
            "ORDER BY r.article LIMIT ?",
            limit,
        )
        return [Untold(id_, dt.datetime.fromisoformat(at), reason) for id_, at, reason in rows]

    @aside
    def told(self, article: str) -> None:
        """Say that chats were told of an article's retractions."""
        self._connection.run(
            "UPDATE retraction SET told = 1 "
            "WHERE article = (SELECT sequence FROM article WHERE id = ?)",
            article,
        )

    def changes(self) -> int:
        """Give what is higher after any correction or retraction."""
        return int(self._connection.value("SELECT coalesce(MAX(id), 0) FROM history"))

    def knows(self, id_: str) -> bool:
        """Tell whether an id belongs to an article, retracted or not."""
        return self._connection.row("SELECT 1 FROM article WHERE id = ?", id_) is not None

    def last(self, id_: str) -> Article | None:
        """Give an article as it was last, also when it is retracted."""
        return next((one.article for one in self.versions(id_) if one.article), None)

    def number(self, id_: str) -> int:
        """Count the versions of an article; 0 where there is none."""
        found = self._connection.value(
            "SELECT 1 + (SELECT COUNT(*) FROM history h WHERE h.article = a.sequence) "
            "FROM article a WHERE a.id = ?",
            id_,
        )
        return int(found or 0)

    def versions(self, id_: str) -> list[Version]:
        """Give all an article has been, the latest first."""
        rows = self._connection.rows(
            "SELECT v.at, v.by, v.record, r.reason FROM ("
            "  SELECT h.id, h.entered AS at, h.entered_by AS by, h.record, h.article"
            "  FROM article a JOIN history h ON h.article = a.sequence WHERE a.id = ?1"
            "  UNION ALL SELECT 9e18, at, by, record, sequence FROM article WHERE id = ?1"
            ") v LEFT JOIN retraction r ON r.article = v.article AND r.at = v.at"
            "  AND v.record = '' ORDER BY v.id",
            id_,
        )
        return list(reversed(list(_versions(rows))))


def _versions(rows: Iterable[Row]) -> Iterable[Version]:
    read = [_version(row) for row in rows]
    yield from read[:1]
    for before, after in pairwise(read):
        yield Version(
            after.at,
            after.by,
            after.article,
            _changed(before.article, after.article),
            after.reason,
        )


def _version(row: Row) -> Version:
    at, by, record, reason = row
    return Version(
        dt.datetime.fromisoformat(at) if at else None,
        by,
        records.article(record) if record else None,
        reason=reason,
    )


def _changed(before: Article | None, after: Article | None) -> tuple[str, ...]:
    if before is None or after is None:
        return ()
    names = (field.name for field in fields(Article))
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))
