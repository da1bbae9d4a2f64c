"""What makes the tick beat: a scheduler in a run, the movable clock in a rehearsal."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from bot.clock import Clock

EVERY = 10  # seconds
JOB = "tick"

Beat = Callable[[], Awaitable[None]]


class Pulse(Protocol):
    """Beats, from ``start`` to ``stop``; never twice at the same time."""

    def start(self, beat: Beat) -> None:
        """Beat now, and then again and again."""
        ...

    async def stop(self) -> None:
        """Beat no more."""
        ...


class Followed:
    """Beats by a clock, which may be moved."""

    def __init__(self, clock: Clock, every: float = EVERY) -> None:
        self._clock = clock
        self._every = every
        self._task: asyncio.Task[None] | None = None

    def start(self, beat: Beat) -> None:
        """Beat now, and then again and again."""
        self._task = asyncio.create_task(self._go_on(beat))

    async def stop(self) -> None:
        """Beat no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _go_on(self, beat: Beat) -> None:
        while True:
            await beat()
            await self._clock.sleep(self._every)


class Steadily(BaseTrigger):  # type: ignore[misc]
    """So long after now, whenever that is: a clock that jumps ahead leaves nothing to make up."""

    def __init__(self, every: float) -> None:
        self._every = timedelta(seconds=every)

    def get_next_fire_time(self, _: datetime | None, now: datetime) -> datetime:
        """Tell when to fire next."""
        return now + self._every


class Scheduled:
    """Beats by APScheduler, which knows the time of day alone.

    So *clock* is watched beside it: where the time is set back, the next beat would come as much
    too late.
    """

    def __init__(self, clock: Clock, every: float = EVERY) -> None:
        self._clock = clock
        self._every = every
        self._watching: asyncio.Task[None] | None = None
        self._scheduler = AsyncIOScheduler(timezone=UTC)

    def start(self, beat: Beat) -> None:
        """Beat now, and then again and again."""

        async def once() -> None:  # it would run in a thread what does not look like a coroutine
            await beat()

        self._scheduler.add_job(
            once,
            Steadily(self._every),
            id=JOB,
            next_run_time=self._clock.now(),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
        self._scheduler.start()
        self._watching = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        """Beat no more."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
            self._scheduler.remove_job(JOB)
            self._scheduler.shutdown(wait=False)
            await asyncio.sleep(0)  # it shuts down in the turn to come

    async def _watch(self) -> None:
        last = self._clock.now()
        while True:
            await self._clock.sleep(self._every)
            if self._clock.now() < last:
                self._scheduler.modify_job(JOB, next_run_time=self._clock.now())
            last = self._clock.now()
