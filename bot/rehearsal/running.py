"""An Application brought up, let work and brought down, on a clock that stands still."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Collection, Coroutine, Iterator
from datetime import timedelta
from typing import Any

from telegram.ext import Application

from bot.clock import MovableClock

AnyApplication = Application[Any, Any, Any, Any, Any, Any]

_ROUNDS = 25  # turns of the event loop after which tasks that need no time have come to rest
_PACE = timedelta(seconds=2)  # a sleep up to this long is pacing; a longer one waits for !clock
_STEP = timedelta(minutes=30)  # less than any edition may be late
_LONGEST = timedelta(days=31)
_MOST_PACING = timedelta(minutes=1)  # or a task that sleeps a second at a time would never rest


@contextlib.asynccontextmanager
async def running(application: AnyApplication) -> AsyncIterator[AnyApplication]:
    """Start and stop an Application in the order ``run_polling`` does, without an updater."""
    async with application:
        if application.post_init:
            await application.post_init(application)
        await application.start()
        try:
            yield application
        finally:
            await application.stop()
            if application.post_stop:
                await application.post_stop(application)
    if application.post_shutdown:
        await application.post_shutdown(application)


async def finished(
    clock: MovableClock,
    work: Coroutine[Any, Any, None],
    apart: Collection[asyncio.Future[None]] = (),
    *,
    more: bool = False,
) -> None:
    """Return when ``work`` is done and the bot's own tasks, those ``apart``, have come to rest.

    Sleeps of at most two seconds are followed by moving the clock: a courier that paces itself
    gets its letters out. Longer ones are left for the person to move the clock past. With
    ``more`` to come at the same moment, only ``work`` is waited for.
    """
    task = asyncio.ensure_future(work)
    until = clock.now() + _MOST_PACING
    while True:
        for _ in range(_ROUNDS):
            await asyncio.sleep(0)
        if more and task.done():
            break
        waking = clock.next_waking()
        paced = waking is not None and waking - clock.now() <= _PACE
        if waking and paced and (waking <= until or not task.done()):
            clock.set(max(waking, clock.now()))
        elif task.done() and (paced or not apart):
            break
        else:
            await asyncio.wait({task, *apart}, timeout=0.01)  # it waits for a thread of its own
    await task


def steps(clock: MovableClock, span: timedelta) -> Iterator[None]:
    """Move the clock by a span, a little each time: what is due on the way is done on the way.

    Of a span of more than a month only the last month goes like this, and back it goes at once.

    Raises:
        OverflowError: no clock goes that far.
    """
    end = clock.now() + span
    clock.set(end - _LONGEST if span > _LONGEST else min(end, clock.now()))
    yield
    while clock.now() < end:
        clock.set(min(end, clock.now() + _STEP))
        yield


async def nothing() -> None:
    """Be work that is done at once."""
