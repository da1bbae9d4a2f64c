"""Drafts on file: changed by one editor at a time, and by none unseen by another."""

import datetime as dt
import json
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from pydantic import TypeAdapter

from digests.addresses import canonical
from digests.drafts import Draft
from digests.library.connection import Connection, Row
from digests.library.likeness import mark

HOLD = dt.timedelta(minutes=10)
FRESH = dt.timedelta(minutes=1)  # a hold is not written anew for every look
State = Literal["open", "published", "discarded"]
COLUMNS = "id, version, state, article, base, by, at, changed_at, holder, held_at, source, body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A draft on file; each change makes another version.

    ``article`` is what it became, or what it corrects; then ``base`` is the version of the
    article it began from, and else 0.
    """

    id: int
    version: int
    draft: Draft
    state: State
    article: str | None
    base: int
    by: str
    at: dt.datetime
    changed_at: dt.datetime
    holder: str | None
    held_at: dt.datetime | None

    @property
    def corrects(self) -> str | None:
        """Give the id of the article this is a correction of."""
        return self.article if self.base else None


@dataclass(frozen=True, slots=True)
class Hold:
    """Somebody is working on a draft."""

    by: str
    since: dt.datetime


@dataclass(frozen=True, slots=True)
class Stale:
    """The draft is not what it was thought to be; nothing was changed. This is how it stands."""

    filed: Filed


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Draft]:
    return TypeAdapter(Draft)


def _body(draft: Draft) -> str:
    table = _adapter().dump_python(replace(draft, source=""), mode="json")
    # Half a character, which UTF-8 cannot hold, becomes a question mark; offsets stay.
    return json.dumps(table, ensure_ascii=False).encode("utf-8", "replace").decode()


def _filed(row: Row) -> Filed:
    id_, version, state, article, base, by, at, changed_at, holder, held_at, source, body = row
    return Filed(
        id=id_,
        version=version,
        draft=replace(_adapter().validate_json(body), source=source),
        state=state,
        article=article,
        base=base,
        by=by,
        at=dt.datetime.fromisoformat(at),
        changed_at=dt.datetime.fromisoformat(changed_at),
        holder=holder,
        held_at=dt.datetime.fromisoformat(held_at) if held_at else None,
    )


class Drafts:
    """The drawer of drafts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        draft: Draft,
        now: dt.datetime,
        by: str,
        *,
        corrects: str | None = None,
        base: int = 0,
    ) -> int:
        """File a new draft, held by who brings it; give its number."""
        at = now.isoformat()
        return self._connection.add(
            "INSERT INTO draft (article, base, by, at, changed_at, holder, held_at, mark, url, "
            "source, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(corrects, base, by, at, at, by, at),
            *(mark(draft.source), canonical(draft.masthead.url), draft.source, _body(draft)),
        )

    def get(self, id_: int) -> Filed | None:
        """Give a draft by its number."""
        row = self._connection.row(
            f"SELECT {COLUMNS} FROM draft WHERE id = ?",  # noqa: S608 - our columns
            id_,
        )
        return _filed(row) if row else None

    def save(self, id_: int, version: int, draft: Draft, now: dt.datetime) -> Filed | Stale | None:
        """Keep a changed draft, but only in place of the open version it was made from.

        None where there is no such draft. Its source is never changed.
        """
        touched = self._connection.run(
            "UPDATE draft SET version = version + 1, changed_at = ?, url = ?, body = ? "
            "WHERE id = ? AND version = ? AND state = 'open'",
            now.isoformat(),
            canonical(draft.masthead.url),
            _body(draft),
            id_,
            version,
        )
        return self._as_it_stands(id_, touched)

    def close(
        self, id_: int, version: int, state: State, now: dt.datetime, article: str | None = None
    ) -> Filed | Stale | None:
        """Say that a draft is done with: published as an article, or discarded."""
        touched = self._connection.run(
            "UPDATE draft SET version = version + 1, changed_at = ?, state = ?, "
            "article = coalesce(?, article), holder = NULL, held_at = NULL "
            "WHERE id = ? AND version = ? AND state = 'open'",
            now.isoformat(),
            state,
            article,
            id_,
            version,
        )
        return self._as_it_stands(id_, touched)

    def _as_it_stands(self, id_: int, touched: int) -> Filed | Stale | None:
        filed = self.get(id_)
        return filed if touched or filed is None else Stale(filed)

    def hold(self, id_: int, by: str, now: dt.datetime) -> Hold | None:
        """Take or renew the hold on an open draft for ten minutes; give it if it is another's."""
        row = self._connection.row(
            "SELECT holder, held_at FROM draft WHERE id = ? AND state = 'open'", id_
        )
        if row is None:
            return None
        if row[0] and row[0] != by:
            hold = Hold(row[0], dt.datetime.fromisoformat(row[1]))
            if now - hold.since < HOLD:
                return hold
        elif row[0] and now - dt.datetime.fromisoformat(row[1]) < FRESH:
            return None
        self._connection.run(
            "UPDATE draft SET holder = ?, held_at = ? WHERE id = ?", by, now.isoformat(), id_
        )
        return None

    def open(self, limit: int, offset: int = 0) -> list[Filed]:
        """Give the drafts that wait, the newest first."""
        rows = self._connection.rows(
            f"SELECT {COLUMNS} FROM draft WHERE state = 'open' "  # noqa: S608 - our columns
            "ORDER BY id DESC LIMIT ? OFFSET ?",
            limit,
            max(offset, 0),
        )
        return [_filed(row) for row in rows]

    def count(self) -> int:
        """Count the drafts that wait."""
        return int(self._connection.value("SELECT COUNT(*) FROM draft WHERE state = 'open'"))

    def of(self, article: str) -> list[Filed]:
        """Give the drafts that became an article or correct it, the latest first."""
        rows = self._connection.rows(
            f"SELECT {COLUMNS} FROM draft WHERE article = ? ORDER BY id DESC",  # noqa: S608
            article,
        )
        return [_filed(row) for row in rows]
