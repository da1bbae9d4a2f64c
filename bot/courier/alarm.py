"""Resting until there is something to do, or until a time has come."""

import asyncio

from bot.clock import Clock

LEAST = 0.001  # seconds; less is nothing to a clock, and resting for nothing would be spinning


class Alarm:
    """Wakes one task that rests."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Wake whoever rests, or will rest next."""
        self._rung.set()

    async def rest(self, seconds: float | None) -> None:
        """Return when the alarm rings, or so many seconds have passed; None: only when it rings.

        Who does not want to rest at all lets others have their turn.
        """
        if seconds is not None and seconds <= 0:
            await asyncio.sleep(0)
        elif seconds is None or self._rung.is_set():
            await self._rung.wait()
        else:
            await self._wait(max(seconds, LEAST))
        self._rung.clear()

    async def _wait(self, seconds: float) -> None:
        timer = asyncio.create_task(self._clock.sleep(seconds))
        timer.add_done_callback(self._over)
        try:
            await self._rung.wait()
        finally:
            timer.cancel()

    def _over(self, timer: asyncio.Task[None]) -> None:
        if not timer.cancelled():
            self._rung.set()
