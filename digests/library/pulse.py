"""Signs of life, and how far news was announced as it happened."""

import datetime as dt
from dataclasses import dataclass

from digests.library.connection import Connection, aside
from digests.library.instants import instant, seconds


@dataclass(frozen=True, slots=True)
class Pulse:
    """When the last tick was, the last message that got through, and the start of the run.

    ``wave`` is the number of the newest article that was announced as it happened.
    """

    tick: dt.datetime | None
    sent: dt.datetime | None
    started: dt.datetime | None
    wave: int


class Heartbeat:
    """What is kept of it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Pulse:
        """Tell how it is."""
        ((tick, sent, started, wave),) = self._connection.rows(
            "SELECT tick, sent, started, wave FROM pulse WHERE id = 1"
        )
        return Pulse(instant(tick), instant(sent), instant(started), wave)

    @aside
    def started(self, now: dt.datetime) -> None:
        """Say that a run begins."""
        self._connection.run("UPDATE pulse SET started = ? WHERE id = 1", seconds(now))

    @aside
    def tick(self, now: dt.datetime) -> None:
        """Say that the clock struck, and work is being done."""
        self._connection.run("UPDATE pulse SET tick = ? WHERE id = 1", seconds(now))

    @aside
    def announce(self, through: int) -> None:
        """Say that the articles up to a number were announced."""
        self._connection.run("UPDATE pulse SET wave = ? WHERE id = 1", through)
