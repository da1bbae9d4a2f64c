"""Parts under way: so many at once at most, each when traffic allows."""

import asyncio
import math
from collections import deque
from collections.abc import Awaitable, Callable, Sequence

from bot.clock import Clock
from bot.courier.alarm import Alarm
from bot.courier.outcomes import Outcome
from bot.courier.quota import Slot
from bot.courier.traffic import Traffic
from digests.subscriptions import Letter

AT_ONCE = 50  # fewer than there are connections: a reply finds one free
AHEAD = 200  # letters that may be claimed before they go, where there is no limit
LAST_MOMENTS = 10  # seconds for what is under way when the run ends

Carry = Callable[[Letter], Awaitable[Outcome]]
Finished = tuple[Letter, Outcome]


class Sending:
    """Sends what is put here, in order; what came of it is to be fetched again.

    *carry* sends one part and never fails; *finished* is called when something can be fetched.
    """

    def __init__(
        self, carry: Carry, traffic: Traffic, clock: Clock, finished: Callable[[], None]
    ) -> None:
        self._carry = carry
        self._traffic = traffic
        self._clock = clock
        self._tell = finished
        self._alarm = Alarm(clock)
        self._ready: deque[Letter] = deque()
        self._finished: list[Finished] = []
        self._carriers: set[asyncio.Task[None]] = set()
        self._under_way = 0
        self._loop: asyncio.Task[None] | None = None

    @property
    def busy(self) -> bool:
        """Tell whether something is under way, or about to be."""
        return bool(self._under_way) or self._pause() == 0

    @property
    def finished(self) -> bool:
        """Tell whether something can be fetched."""
        return bool(self._finished)

    @property
    def room(self) -> int:
        """Tell how many letters more may be put here."""
        rate = self._traffic.quota.rate
        ahead = min(AHEAD, max(2, int(rate / 4))) if rate else AHEAD
        return max(0, ahead - len(self._ready))

    def put(self, letters: Sequence[Letter]) -> None:
        """Take letters that are claimed."""
        self._ready.extend(letters)
        self._alarm.ring()

    def fetch(self) -> list[Finished]:
        """Hand out what came of letters since this was last asked."""
        finished, self._finished = self._finished, []
        return finished

    def give_back(self, finished: Sequence[Finished]) -> None:
        """Take back what could not be written down, to be fetched again after all else."""
        self._finished += finished

    def start(self) -> None:
        """Begin to send."""
        self._loop = asyncio.create_task(self._go_on())

    async def stop(self) -> None:
        """Send nothing more; wait for what is under way, but not for ever."""
        self._ready.clear()
        if self._loop is not None:
            self._loop.cancel()
        if self._carriers:
            await asyncio.wait(self._carriers, timeout=LAST_MOMENTS)
        for late in self._carriers:
            late.cancel()
        await asyncio.gather(*filter(None, [self._loop, *self._carriers]), return_exceptions=True)

    async def _go_on(self) -> None:
        while True:
            while self._under_way < AT_ONCE and (first := self._next()):
                task = asyncio.create_task(self._work(*first))
                self._carriers.add(task)
                task.add_done_callback(self._carriers.discard)
            await self._alarm.rest(self._pause())

    def _pause(self) -> float | None:
        """Give the seconds until the next letter may go; None: nothing but a ring changes that."""
        if not self._ready or self._under_way >= AT_ONCE:
            return None
        now = self._clock.elapsed()
        at = self._traffic.free_at(now, self._under_way)
        return None if at == math.inf else max(at - now, 0)

    def _next(self) -> tuple[Letter, Slot | None] | None:
        """Give the next letter if it may go now, and count it."""
        if not self._ready:
            return None
        now = self._clock.elapsed()
        if self._traffic.free_at(now, self._under_way) > now:
            return None
        letter = self._ready.popleft()
        self._under_way += 1
        return letter, self._traffic.quota.take(letter.chat, now)

    async def _work(self, letter: Letter, slot: Slot | None) -> None:
        """Carry a letter, and others while they may go: a task for each would cost more."""
        going: tuple[Letter, Slot | None] | None = letter, slot
        while going:
            letter, slot = going
            outcome = await self._carry(letter)
            self._traffic.quota.arrived(slot, self._clock.elapsed())
            self._under_way -= 1
            self._finished.append((letter, outcome))
            if len(self._finished) == 1:
                self._tell()
            going = self._next()
        self._alarm.ring()
