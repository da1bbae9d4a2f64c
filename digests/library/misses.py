"""Names that were asked for and not found, for editors to see what is wanted."""

import datetime as dt

from config.folding import fold
from digests.library.connection import Connection
from digests.models import Miss

LONGEST = 64
ROOM = 1_000


class Misses:
    """The list of them: what was asked and how often, never by whom."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, name: str, today: dt.date) -> None:
        """Count a name as asked for once more; in a full list the least asked gives way."""
        folded = " ".join(fold(name).replace("\x00", " ").split())[:LONGEST].strip()
        if not folded:
            return
        with self._connection.atomic():
            known = self._connection.run(
                "UPDATE miss SET times = times + 1, last = ? WHERE name = ?",
                today.isoformat(),
                folded,
            )
            if not known:
                self._make_room()
                self._connection.run(
                    "INSERT INTO miss (name, times, last) VALUES (?, 1, ?)",
                    folded,
                    today.isoformat(),
                )

    def _make_room(self) -> None:
        self._connection.run(
            "DELETE FROM miss WHERE name IN (SELECT name FROM miss "
            "ORDER BY times DESC, last DESC LIMIT -1 OFFSET ?)",
            ROOM - 1,
        )

    def list(self, limit: int) -> list[Miss]:
        """Give the names most asked for, the latest first among equals."""
        rows = self._connection.rows(
            "SELECT name, times, last FROM miss ORDER BY times DESC, last DESC LIMIT ?", limit
        )
        return [
            Miss(name=name, times=times, last=dt.date.fromisoformat(last))
            for name, times, last in rows
        ]
