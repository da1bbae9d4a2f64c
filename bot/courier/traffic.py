"""When the next letter may go, all things considered: limits, flood waits, outages."""

import math
from collections.abc import Callable
from random import Random

from bot.courier.floods import Floods
from bot.courier.outage import Outage
from bot.courier.outcomes import Broken, Dropped, Failing, Flooded, Outcome
from bot.courier.quota import Quota


class Traffic:
    """Rules over all chats together; letters are at hand for so many *chats*.

    Instants are seconds of one clock.
    """

    def __init__(self, quota: Quota, random: Random, chats: Callable[[], int]) -> None:
        self.quota = quota
        self._chats = chats
        self._floods = Floods(quota.rate)
        self._outage = Outage(random)

    @property
    def down(self) -> bool:
        """Tell whether nothing gets through, whomever it is for."""
        return self._outage.on

    def free_at(self, now: float, under_way: int) -> float:
        """Tell when a letter may go; in an outage only one at a time is under way."""
        if under_way and self._outage.on:
            return math.inf
        self.quota.rate = self._floods.rate(now)
        waits = self._floods.free_at(now), self._outage.free_at(now), self.quota.free_at(now)
        return max(waits)

    def saw(self, chat: int, outcome: Outcome, now: float) -> None:
        """Learn from what came of a letter."""
        match outcome:
            case Failing():
                self._outage.failed(chat, now, self._chats())
            case Broken() | Dropped():
                pass
            case Flooded(seconds):
                self._outage.worked()
                self._floods.note(chat, seconds, now)
            case _:
                self._outage.worked()
