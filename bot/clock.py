"""The time: one clock is built at the start and handed down; nobody else asks."""

import asyncio
import heapq
import itertools
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time and waits."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...

    def elapsed(self) -> float:
        """Return seconds since some moment; they never go back, whatever the time is set to."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Return once ``seconds`` have passed on this clock."""
        ...


class SystemClock:
    """The time of the machine."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        return datetime.now(UTC)

    def elapsed(self) -> float:
        """Return the seconds this machine has been counting."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait for real."""
        await asyncio.sleep(seconds)


class MovableClock:
    """A clock that stands still until it is moved.

    ``sleep`` returns when the clock has been moved to the end of the sleep or past it, never by
    itself: a sleep that returned at once would let a task that ticks every ten seconds spin
    for ever. However far the clock is moved, each sleeper wakes once, after the move, as on a
    computer that was suspended. Moving it back wakes nobody and lets no time pass: each sleeper
    has as long to sleep as before.
    """

    def __init__(self, start: datetime) -> None:
        self._now = _aware(start)
        self._passed = timedelta()
        self._sleepers: list[tuple[timedelta, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()  # two sleepers of one hour wake in the order they came

    def now(self) -> datetime:
        """Return the instant the clock stands at, in UTC."""
        return self._now

    def set(self, instant: datetime) -> None:
        """Move the clock to an instant (aware)."""
        before, self._now = self._now, _aware(instant)
        self._passed += max(self._now - before, timedelta())
        while self._sleepers and self._sleepers[0][0] <= self._passed:
            _, _, waking = heapq.heappop(self._sleepers)
            if not waking.done():
                waking.set_result(None)

    def advance(self, span: timedelta) -> None:
        """Move the clock on by a span, or back by a negative one."""
        self.set(self._now + span)

    def next_waking(self) -> datetime | None:
        """Return the instant the next sleeper waits for, None if nobody sleeps."""
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        return self._now + self._sleepers[0][0] - self._passed if self._sleepers else None

    def elapsed(self) -> float:
        """Return the seconds by which the clock has been moved on, all in all."""
        return self._passed.total_seconds()

    async def sleep(self, seconds: float) -> None:
        """Return once the clock has been moved on by ``seconds`` from now."""
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        waking = asyncio.get_running_loop().create_future()
        until = self._passed + timedelta(seconds=seconds)
        heapq.heappush(self._sleepers, (until, next(self._numbers), waking))
        await waking


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("a clock needs an instant with a time zone")
    return instant.astimezone(UTC)
