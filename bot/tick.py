"""One tick: what is due is printed and put into the outbox, and the courier is woken."""

import asyncio
import datetime as dt
import logging
from collections.abc import Callable
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.context import Services
from digests import press, schedule
from digests.errors import LibraryBusy, LibraryError
from digests.press import Progress, Typesetter
from digests.subscriptions import Schedule

log = logging.getLogger(__name__)

SET_BACK = dt.timedelta(hours=26)  # more than any change of zone; then the clock was wrong before
KEPT = dt.timedelta(days=30)  # the words of what was sent
TIDY = dt.timedelta(hours=1)
DROPPED = 500  # bodies at once
# Turns of the loop between two slices: what is under way gets on the wire, and is not late.
TURNS = 8


class Wake(Protocol):
    """Wakes the courier; to look *back* takes longer."""

    def __call__(self, *, back: bool = True) -> None:
        """Do it."""


class Tick:
    """Does what is due whenever it is called; *wake* wakes the courier, *unwritten* is told why.

    What cannot be written down is tried again at the next tick. *parked* counts the chats that
    have to wait, for whoever looks how the delivery is doing.
    """

    def __init__(
        self,
        services: Services,
        typesetter: Typesetter,
        wake: Wake,
        unwritten: Callable[[LibraryError], None],
        parked: Callable[[], int],
    ) -> None:
        self._services = services
        self._library = services.library
        self._typesetter = typesetter
        self._wake = wake
        self._unwritten = unwritten
        self._parked = parked
        self._tidied: dt.datetime | None = None

    async def __call__(self) -> None:
        """Do it."""
        now = self._services.clock.now()
        try:
            await self._services.write(lambda: self._strike(now))
            await self._print(now)
            await self._tidy(now)
        except LibraryBusy as error:
            log.warning("tick cut short", extra={"error": str(error)})
        except LibraryError as error:
            self._unwritten(error)
        self._wake()

    def _strike(self, now: dt.datetime) -> None:
        """Say that the clock struck; where it went back by days, slots that seem far off come."""
        with self._library.atomic():
            last = self._library.pulse.get().tick
            if last and last - now > SET_BACK:
                healed = self._library.subscriptions.heal(now, _following(now))
                log.warning("clock set back", extra={"from": str(last), "subscriptions": healed})
            self._library.pulse.tick(now, self._parked())

    async def _print(self, now: dt.datetime) -> None:
        """Let the press do slice after slice; between them others have their turn."""
        progress: Progress | None = None
        while progress is None or progress.more:
            former = progress
            progress = await self._services.write(lambda: self._slice(now, former))  # noqa: B023
            if progress.letters:
                self._wake(back=False)
            for _ in range(TURNS):
                await asyncio.sleep(0)

    def _slice(self, now: dt.datetime, former: Progress | None) -> Progress:
        with self._library.atomic():
            self._library.pulse.tick(self._services.clock.now(), self._parked())
            return press.run(self._library, now, self._typesetter, former)

    async def _tidy(self, now: dt.datetime) -> None:
        """Once an hour, drop the words of what was sent long ago."""
        if self._tidied and dt.timedelta() <= now - self._tidied < TIDY:
            return
        more = True
        while more:
            dropped = await self._services.write(lambda: self._drop(now - KEPT))
            more = dropped == DROPPED
            await asyncio.sleep(0)
        self._tidied = now

    def _drop(self, before: dt.datetime) -> int:
        return self._library.bodies.drop(before, DROPPED)


def _following(now: dt.datetime) -> Callable[[Schedule, str], dt.datetime | None]:
    return lambda planned, zone: schedule.following(planned, ZoneInfo(zone), now)
