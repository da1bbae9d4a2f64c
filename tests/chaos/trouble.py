"""What goes wrong on the way to this Telegram; and the moment at which somebody pulls the plug."""

import asyncio
import random
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus

from crowd import arrived_at

from bot.stand_in.faults import Close, Late, Refuse
from bot.stand_in.responses import RefusedError, too_many_requests

SLOW = 0.03  # seconds that an answer takes at most, if it does not come too late
DOWN = 1.0  # seconds for which the server is down now and then
BROKEN = Refuse(RefusedError(HTTPStatus.INTERNAL_SERVER_ERROR, "Internal Server Error").response)
BAD_GATEWAY = Refuse(RefusedError(HTTPStatus.BAD_GATEWAY, "Bad Gateway").response)


@dataclass(frozen=True)
class Copy:
    """A part that came into a chat: in which life of the bot, and when that was answered."""

    life: int
    answered: float  # on the clock of the loop
    lost: bool  # the answer, that is


@dataclass
class Trouble:
    """A plan for the server: hands out what goes wrong, and remembers what came all the same.

    ``late`` is by how many seconds some answers come too late; 0: none does.
    """

    chance: random.Random
    late: float
    calls: int = 0  # that were to send something
    counts: Counter[str] = field(default_factory=Counter)
    copies: dict[tuple[int, str], list[Copy]] = field(default_factory=lambda: defaultdict(list))
    life: int = 0
    _down_until: float = 0.0
    _due: tuple[int, Callable[[], None]] | None = None

    def after(self, calls, act):
        """Do something as soon as so many more calls have come, before that one is answered."""
        self._due = self.calls + calls, act

    def __call__(self, call):
        if not call.is_of("sendMessage"):
            return None
        self.calls += 1
        if self._due and self.calls >= self._due[0]:
            _, act = self._due
            self._due = None
            act()
        fault = self._fault()
        self._note(fault, call)
        return fault

    def _fault(self):
        now = asyncio.get_running_loop().time()
        if now < self._down_until:
            return BAD_GATEWAY
        drawn = self.chance.random()
        for share, fault in self._faults():
            if drawn < share:
                if fault is BAD_GATEWAY:
                    self._down_until = now + DOWN
                return fault
            drawn -= share
        return Late(self.chance.random() * SLOW)

    def _faults(self):
        """Give what goes wrong, and how often; some of it costs time that a short form has not."""
        long = bool(self.late)
        return [
            (0.02, BROKEN),
            (0.02, Close()),
            (0.02, Close(after_work=True)),
            (0.01 if long else 0.004, Refuse(too_many_requests(1).response)),
            (0.002 if long else 0, BAD_GATEWAY),
            (0.003 if long else 0, Late(self.late)),
        ]

    def _note(self, fault, call):
        if name := _named(fault):
            self.counts[name] += 1
        chat = int(call.parameters["chat_id"])
        if isinstance(fault, Refuse) or fault == Close():
            return
        if arrived_at(chat) == chat:
            seconds = fault.seconds if isinstance(fault, Late) else 0.0
            answered = asyncio.get_running_loop().time() + seconds
            copy = Copy(self.life, answered, name is not None)
            self.copies[chat, call.parameters["text"]].append(copy)


def _named(fault):
    match fault:
        case Refuse(response):
            return str(response.status)
        case Close(after_work):
            return "closed after the work" if after_work else "closed before the work"
        case Late(seconds) if seconds > SLOW:
            return "answered too late"
        case _:
            return None
