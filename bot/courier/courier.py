"""The loop that takes letters to Telegram: claim, send, confirm, next.

A letter goes only when its claim is committed, and a chat's next one only when what came of the
last is. Both are committed together, in groups.
"""

import asyncio
import logging
import math
from collections.abc import Sequence
from random import Random

from telegram.ext import ExtBot

from bot.apart import Apart
from bot.context import Services
from bot.courier.alarm import Alarm
from bot.courier.carrier import Carrier
from bot.courier.envelope import Envelopes
from bot.courier.lanes import Lanes
from bot.courier.outcomes import Outcome
from bot.courier.quota import Quota
from bot.courier.ruling import Judge, Notice
from bot.courier.rulings import Ruling
from bot.courier.sending import Finished, Sending
from bot.courier.supply import Supply
from bot.courier.traffic import Traffic
from bot.courier.word import Word
from digests.errors import LibraryBusy, LibraryError
from digests.library.letters import Claim
from digests.subscriptions import Letter

log = logging.getLogger(__name__)

TOGETHER = 0.02  # seconds in which what is to be committed is gathered
AGAIN, LONGEST = 1.0, 30.0  # seconds after which what could not be committed is tried again
ALL = 1_000_000
PACED = 60.0  # seconds; no pace makes a chat wait for so long


class Courier:
    """Takes letters from the outbox to Telegram, from ``start`` to ``stop``."""

    def __init__(
        self,
        services: Services,
        bot: ExtBot[None],
        quota: Quota,
        word: Word,
        notice: Notice,
        random: Random,
        apart: Apart,
    ) -> None:
        library = services.library
        self._services = services
        self._library = library
        self._clock = services.clock
        self._word = word
        self._apart = apart
        self._bare: set[int] = set()  # letters whose buttons were refused
        self._envelopes = Envelopes(library.bodies.content)
        self._carrier = Carrier(bot, self._envelopes, self._bare)
        self._judge = Judge(library, notice, random)
        self._lanes = Lanes()
        self._traffic = Traffic(quota, random, lambda: self._lanes.chats)
        self._supply = Supply(library.outbox, self._lanes)
        self._alarm = Alarm(self._clock)
        self._sending = Sending(self._carry, self._traffic, self._clock, self._alarm.ring)
        self._next_entry = -math.inf
        self._again = AGAIN
        self._group = ALL  # letters to be committed at once
        self._loop: asyncio.Task[None] | None = None

    @property
    def broken(self) -> BaseException | None:
        """Give what ended the loop, though nobody wanted it to end."""
        loop = self._loop
        return loop.exception() if loop and loop.done() and not loop.cancelled() else None

    @property
    def parked(self) -> int:
        """Count the chats that have to wait longer than the usual pace asks of them."""
        return self._lanes.parked(self._clock.elapsed() + PACED)

    def start(self) -> None:
        """Begin."""
        self._sending.start()
        self._loop = asyncio.create_task(self._go_on())
        self._loop.add_done_callback(lambda _: self._say_busy(busy=False))

    async def stop(self) -> None:
        """Send nothing more; let what is under way arrive, and confirm it."""
        if self._loop is not None:
            self._loop.cancel()
            await asyncio.gather(self._loop, return_exceptions=True)
        await self._sending.stop()
        self._group = ALL
        await self._enter([], self._sending.fetch())

    def wake(self, *, back: bool = True) -> None:
        """Look for new letters, for new words in old ones, and *back* for any let go again."""
        self._say_busy(busy=True)
        self._envelopes.forget()
        self._supply.renew(back=back)
        self._alarm.ring()

    def _say_busy(self, *, busy: bool) -> None:
        self._apart.busy("courier", busy=busy)

    async def _go_on(self) -> None:
        while True:
            self._say_busy(busy=True)
            if self._clock.elapsed() >= self._next_entry:
                await self._round()
            pause = self._pause()
            self._say_busy(busy=self._sending.busy or pause == 0)
            await self._alarm.rest(pause)

    def _pause(self) -> float | None:
        """Give the seconds until there is something to do; None: until the alarm rings."""
        if self._supply.more or self._sending.finished:
            at = self._next_entry
        elif self._sending.room and (first := self._lanes.next_at()) is not None:
            at = max(first, self._next_entry)
        else:
            return None
        return max(at - self._clock.elapsed(), 0)

    async def _round(self) -> None:
        """Load what there is, confirm what came of letters, and claim the next ones."""
        now = self._clock.elapsed()
        self._next_entry = now + TOGETHER
        try:
            if self._supply.more:
                self._supply.load(now)
        except LibraryError as error:
            self._put_off(error)
        else:
            await self._enter(self._claimable(now), self._sending.fetch())

    def _claimable(self, now: float) -> list[Letter]:
        """Take as many letters as there is room for, of chats that may be served now."""
        letters: list[Letter] = []
        room = min(self._sending.room, self._group)
        while len(letters) < room and (letter := self._lanes.take(now)):
            at = self._traffic.quota.chat_free_at(letter.chat, now)
            if at > now:
                self._lanes.again(letter, at)
            else:
                letters.append(letter)
        return letters

    async def _enter(self, claims: Sequence[Letter], finished: list[Finished]) -> None:
        """Commit claims and what came of letters; what cannot be is kept and tried again."""
        finished, rest = finished[: self._group], finished[self._group :]
        self._sending.give_back(rest)
        if not (claims or finished):
            return
        try:
            ruled, refused = await self._services.write(lambda: self._commit(claims, finished))
        except LibraryError as error:
            self._put_off(error)
            self._sending.give_back(finished)
            for letter in claims:
                self._lanes.again(letter, self._clock.elapsed())
            return
        self._group, self._again = min(2 * self._group, ALL), AGAIN
        self._follow(ruled)
        self._send(claims, refused)

    def _put_off(self, error: LibraryError) -> None:
        """Try again later, and with little: one letter that cannot be kept is to stop no other."""
        if isinstance(error, LibraryBusy):
            log.warning("the library is busy", extra={"error": str(error)})
        else:
            self._word.unwritten(error)
        self._group = 1
        self._next_entry = self._clock.elapsed() + self._again
        self._again = min(2 * self._again, LONGEST)

    def _commit(
        self, claims: Sequence[Letter], finished: Sequence[Finished]
    ) -> tuple[list[tuple[Letter, Ruling]], frozenset[int]]:
        now, down = self._services.clock.now(), self._traffic.down
        with self._library.atomic():
            ruled = [
                (letter, self._judge.rule(letter, outcome, now, bare=self._bare, down=down))
                for letter, outcome in finished
            ]
            kept = [each for _, ruling in ruled for each in ruling.keep]
            claimed = [Claim(letter.id, letter.part) for letter in claims]
            return ruled, self._library.outbox.commit(claimed, kept, now)

    def _follow(self, ruled: Sequence[tuple[Letter, Ruling]]) -> None:
        """Let letters go on as was ruled, now that it is kept."""
        now = self._clock.elapsed()
        for letter, ruling in ruled:
            again = ruling.again
            if again is None:
                self._bare.discard(letter.id)
                self._lanes.done(letter, now)
            elif again.chat != letter.chat:
                self._lanes.moved(again, letter.chat, now)
            else:
                self._lanes.again(again, now + ruling.wait)
            if ruling.bare:
                self._bare.add(letter.id)
            if ruling.word:
                self._word.give(ruling.word)

    def _send(self, claims: Sequence[Letter], refused: frozenset[int]) -> None:
        """Send what was claimed; what nobody wants any more is let go."""
        now = self._clock.elapsed()
        for letter in claims:
            if letter.id in refused:
                self._lanes.done(letter, now)
        self._sending.put([letter for letter in claims if letter.id not in refused])

    async def _carry(self, letter: Letter) -> Outcome:
        outcome = await self._carrier.carry(letter)
        self._traffic.saw(letter.chat, outcome, self._clock.elapsed())
        return outcome
