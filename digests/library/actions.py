"""Who did what, and when."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from digests.library.connection import Connection, Row

COLUMNS = "at, by, deed, draft, article, detail"


class Deed(StrEnum):
    """What can be done at the desk."""

    SUBMITTED = "submitted"
    CHANGED = "changed"
    PUBLISHED = "published"
    DISCARDED = "discarded"
    REOPENED = "reopened"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    REPUBLISHED = "republished"
    REPORTED = "reported"
    SETTLED = "settled"
    INVITED = "invited"
    ADMITTED = "admitted"
    APPOINTED = "appointed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that was done; ``detail`` is a field, a reason, a name or a number."""

    at: dt.datetime
    by: str
    deed: Deed
    draft: int | None = None
    article: str | None = None
    detail: str = ""


def _action(row: Row) -> Action:
    at, by, deed, draft, article, detail = row
    return Action(dt.datetime.fromisoformat(at), by, Deed(deed), draft, article, detail)


class Actions:
    """The record of them; nothing is ever taken out."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, action: Action) -> None:
        """Put an action on record."""
        self._connection.run(
            f"INSERT INTO action ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608 - ours
            action.at.isoformat(),
            action.by,
            action.deed.value,
            action.draft,
            action.article,
            action.detail,
        )

    def latest(self, limit: int, offset: int = 0) -> list[Action]:
        """Give what was done last, the latest first."""
        return self._read("", limit, max(offset, 0))

    def of_draft(self, id_: int) -> list[Action]:
        """Give what was done to a draft, the latest first."""
        return self._read("WHERE draft = ?", id_, -1, 0)

    def of_article(self, id_: str) -> list[Action]:
        """Give what was done to an article and to its drafts, the latest first."""
        either = "WHERE article = ? OR draft IN (SELECT id FROM draft WHERE article = ?)"
        return self._read(either, id_, id_, -1, 0)

    def _read(self, where: str, *values: object) -> list[Action]:
        rows = self._connection.rows(
            f"SELECT {COLUMNS} FROM action {where} "  # noqa: S608 - written above
            "ORDER BY id DESC LIMIT ? OFFSET ?",
            *values,
        )
        return [_action(row) for row in rows]
