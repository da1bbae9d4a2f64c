"""An Application brought up, let work and brought down, on a clock that stands still."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Collection, Coroutine
from datetime import timedelta
from typing import Any

from telegram.ext import Application

from bot.clock import MovableClock

AnyApplication = Application[Any, Any, Any, Any, Any, Any]

_ROUNDS = 25  # turns of the event loop after which tasks that need no time have come to rest
_PACE = timedelta(seconds=2)  # a sleep up to this long is pacing; a longer one waits for !clock
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
    apart: Collection[asyncio.Task[None]] = (),
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
        if waking and waking - clock.now() <= _PACE and (waking <= until or not task.done()):
            clock.set(max(waking, clock.now()))
        elif task.done() and not apart:
            break
        else:
            await asyncio.wait({task, *apart}, timeout=0.01)  # it waits for a thread of its own
    await task


async def nothing() -> None:
    """Be work that is done at once."""
