"""How long the loop was not free: somebody who wants it at every turn, and notes what it took."""

import asyncio
import statistics
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stalls:
    """Milliseconds that one turn of the loop took; ``work`` is what it worked in one, at most.

    A turn took longer than it worked where the disk was waited for, or the machine had others to
    serve.
    """

    p99: float
    longest: float
    work: float


class Wake:
    """Wants the loop, from ``start`` to ``stop``."""

    def __init__(self) -> None:
        self._turns: list[float] = []
        self._works: list[float] = []

    def start(self) -> None:
        """Begin to want it."""
        self._task = asyncio.create_task(self._go_on())

    async def stop(self) -> Stalls:
        """Tell how it was."""
        self._task.cancel()
        await asyncio.wait({self._task})
        p99 = statistics.quantiles(self._turns, n=100, method="inclusive")[98]
        return Stalls(p99 * 1000, max(self._turns) * 1000, max(self._works) * 1000)

    async def _go_on(self) -> None:
        while True:
            at, worked = time.perf_counter(), time.thread_time()
            await asyncio.sleep(0)
            self._turns.append(time.perf_counter() - at)
            self._works.append(time.thread_time() - worked)
