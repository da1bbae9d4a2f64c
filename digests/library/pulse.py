"""Signs of life, and how far news was announced as it happened."""

import datetime as dt
from dataclasses import dataclass

from digests.library.connection import Connection, aside
from digests.library.instants import instant, seconds


@dataclass(frozen=True, slots=True)
class Pulse:
    """When the last tick was, the last message that got through, and the start of the run.

    ``parked`` chats could not be served at that tick, since Telegram had asked for a wait or could
    not be reached. ``wave`` is the number of the newest article announced as it happened.
    """

    tick: dt.datetime | None
    sent: dt.datetime | None
    started: dt.datetime | None
    wave: int
    parked: int = 0


class Heartbeat:
    """What is kept of it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Pulse:
        """Tell how it is."""
        ((tick, sent, started, wave, parked),) = self._connection.rows(
            "SELECT tick, sent, started, wave, parked FROM pulse WHERE id = 1"
        )
        return Pulse(instant(tick), instant(sent), instant(started), wave, parked)

    @aside
    def started(self, now: dt.datetime) -> None:
        """Say that a run begins."""
        self._connection.run("UPDATE pulse SET started = ? WHERE id = 1", seconds(now))

    @aside
    def tick(self, now: dt.datetime, parked: int = 0) -> None:
        """Say that the clock struck, and how many chats have to wait."""
        self._connection.run(
            "UPDATE pulse SET tick = ?, parked = ? WHERE id = 1", seconds(now), parked
        )

    @aside
    def announce(self, through: int) -> None:
        """Say that the articles up to a number were announced."""
        self._connection.run("UPDATE pulse SET wave = ? WHERE id = 1", through)
