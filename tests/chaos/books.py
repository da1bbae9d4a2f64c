"""What a library says about its letters, read from beside it."""

import asyncio
import sqlite3
from contextlib import closing

IN_FLIGHT = (
    "SELECT l.chat, p.content ->> 'text' FROM letter l JOIN part p "
    "ON p.body = l.body AND p.number = l.part "
    "WHERE l.claimed IS NOT NULL AND l.state IN ('waiting', 'held')"
)
CONFIRMED = (
    "SELECT l.chat, p.content ->> 'text', s.message FROM sent s JOIN letter l ON l.id = s.letter "
    "JOIN part p ON p.body = l.body AND p.number = s.part"
)
LEFT = "SELECT COUNT(*), coalesce(SUM(parts - part), 0) FROM letter WHERE state = 'waiting'"
STATES = "SELECT state, COUNT(*) FROM letter GROUP BY state"


class Books:
    """The books of a library in some file."""

    def __init__(self, database):
        self._database = f"file:{database}?mode=ro"

    def in_flight(self):
        """Give chat and words of the parts that are said to be on their way."""
        return self._read(IN_FLIGHT)

    def confirmed(self):
        """Give chat, words and message of the parts that are said to have come."""
        return self._read(CONFIRMED)

    def left(self):
        """Count letters that wait, and parts that are yet to be sent."""
        [left] = self._read(LEFT)
        return left

    async def done(self):
        """Return when nothing is left to be sent."""
        while self.left()[0]:  # noqa: ASYNC110 - another process writes them
            await asyncio.sleep(0.05)

    def states(self):
        """Count letters by state."""
        return dict(self._read(STATES))

    def _read(self, sql):
        with closing(sqlite3.connect(self._database, uri=True, timeout=5)) as reading:
            return reading.execute(sql).fetchall()
