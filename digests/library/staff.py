"""Editors, and how they come: appointed by an owner, or by a link that works once."""

import datetime as dt
from dataclasses import dataclass
from hashlib import blake2b

from digests.library.connection import Connection, Row

VALID = dt.timedelta(hours=24)
LONGEST_NAME = 64


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who may edit; ``name`` is what they were called when they came."""

    user: int
    name: str
    added_by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """A way in for one person, within a day; ``used_by`` is who came by it."""

    made_by: str
    at: dt.datetime
    used_by: int | None = None

    def expired(self, now: dt.datetime) -> bool:
        """Tell whether its day is over."""
        return now - self.at >= VALID


def _mark(token: str) -> str:
    return blake2b(token.encode("utf-8", "replace"), digest_size=20).hexdigest()


def _editor(row: Row) -> Editor:
    user, name, added_by, at = row
    return Editor(user, name, added_by, dt.datetime.fromisoformat(at))


class Staff:
    """The list of editors; owners are not in it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __contains__(self, user: object) -> bool:
        return isinstance(user, int) and self.get(user) is not None

    def get(self, user: int) -> Editor | None:
        """Give an editor by their Telegram id."""
        row = self._connection.row(
            "SELECT user, name, added_by, at FROM editor WHERE user = ?", user
        )
        return _editor(row) if row else None

    def all(self) -> list[Editor]:
        """Give all editors, in the order they came."""
        rows = self._connection.rows("SELECT user, name, added_by, at FROM editor ORDER BY at")
        return [_editor(row) for row in rows]

    def add(self, user: int, name: str, now: dt.datetime, by: str) -> Editor:
        """Make somebody an editor, who is none yet."""
        editor = Editor(user, " ".join(name.split())[:LONGEST_NAME], by, now)
        self._connection.run(
            "INSERT INTO editor (user, name, added_by, at) VALUES (?, ?, ?, ?)",
            editor.user,
            editor.name,
            editor.added_by,
            now.isoformat(),
        )
        return editor

    def remove(self, user: int) -> bool:
        """Make somebody an editor no longer; False where they were none."""
        return self._connection.run("DELETE FROM editor WHERE user = ?", user) > 0

    def invite(self, token: str, now: dt.datetime, by: str) -> None:
        """Let whoever brings *token* within a day become an editor, once."""
        self._connection.run(
            "INSERT INTO invitation (mark, made_by, at) VALUES (?, ?, ?)",
            _mark(token),
            by,
            now.isoformat(),
        )

    def invitation(self, token: str) -> Invitation | None:
        """Give the invitation that a token is for."""
        row = self._connection.row(
            "SELECT made_by, at, used_by FROM invitation WHERE mark = ?", _mark(token)
        )
        return Invitation(row[0], dt.datetime.fromisoformat(row[1]), row[2]) if row else None

    def use(self, token: str, user: int, now: dt.datetime) -> None:
        """Use an invitation up."""
        self._connection.run(
            "UPDATE invitation SET used_by = ?, used_at = ? WHERE mark = ?",
            user,
            now.isoformat(),
            _mark(token),
        )
