"""What is delivered without being asked for: tick, pulse and courier of an application."""

import asyncio
from random import Random
from typing import Any

from telegram.ext import Application

from bot.apart import Apart
from bot.context import Context, Services
from bot.courier.courier import Courier
from bot.courier.quota import Quota
from bot.courier.word import Word
from bot.operators import Operators
from bot.pulse import Pulse
from bot.tick import Tick
from bot.typesetter import Typesetter
from digests import press
from digests.errors import LibraryError

Delivering = Application[Any, Any, Any, Any, Any, Any]


class Delivery:
    """Begins when the application is initialized, ends when it stops; without *pulse* no tick."""

    def __init__(
        self,
        services: Services,
        quota: Quota,
        operators: Operators,
        pulse: Pulse | None,
        random: Random,
    ) -> None:
        self._services = services
        self._quota = quota
        self._operators = operators
        self._pulse = pulse
        self._random = random
        self._ticking: asyncio.Task[None] | None = None

    async def begin(self, application: Delivering) -> None:
        """Send what waits, and tick."""
        services = self._services
        self._bot = application.bot
        self._apart: Apart = application.bot_data["apart"]
        self._word = Word(Context(application), self._operators)
        self._typesetter = Typesetter(services.catalogue, services.languages, self._bot.username)
        self._tick = Tick(
            services,
            self._typesetter,
            self.wake,
            self._word.unwritten,
            lambda: self._courier.parked,
        )
        try:
            await services.write(lambda: services.library.pulse.started(services.clock.now()))
        except LibraryError as error:
            self._word.unwritten(error)
        self._courier = self._hired()
        if self._pulse:
            self._pulse.start(self.beat)

    async def end(self, _: Delivering) -> None:
        """Tick no more, and let what is under way arrive."""
        if self._ticking:
            self._ticking.cancel()
            await asyncio.wait({self._ticking})
        if self._pulse:
            await self._pulse.stop()
        await self._courier.stop()
        await self._word.stop()

    def wake(self, *, back: bool = True) -> None:
        """Let the courier look for letters; *back* for those, too, that were held before."""
        self._courier.wake(back=back)

    async def beat(self) -> None:
        """Tick once; nothing that goes wrong ends the ticking."""
        self._apart.busy("tick", busy=True)
        await self._replace_if_broken()
        self._ticking = asyncio.create_task(self._tick())
        await asyncio.wait({self._ticking})
        if not self._ticking.cancelled() and (error := self._ticking.exception()):
            self._word.failed(error)
        self._apart.busy("tick", busy=False)

    async def _replace_if_broken(self) -> None:
        if error := self._courier.broken:
            self._word.failed(error)
            await self._courier.stop()
            self._courier = self._hired()

    def _hired(self) -> Courier:
        library = self._services.library
        courier = Courier(
            self._services,
            self._bot,
            self._quota,
            self._word,
            lambda letter, now: press.notice(library, letter, now, self._typesetter),
            self._random,
            self._apart,
        )
        courier.start()
        return courier
