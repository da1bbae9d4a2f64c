"""Failures of network and server: a letter's own, or an outage that is no letter's fault."""

import math
from random import Random

MANY = 5  # different chats in a row
FEW = 2
FIRST = 2.0  # seconds
LONGEST = 3_600.0
FIRST_PROBE = 1.0
LONGEST_PROBE = 60.0
JITTER = 0.25


def wait(tries: int, random: Random) -> float:
    """Give how long a letter waits after so many tries: twice as long each time, in seconds."""
    return _jittered(min(FIRST * 2.0 ** min(tries - 1, 30), LONGEST), random)


def _jittered(seconds: float, random: Random) -> float:
    return seconds * random.uniform(1 - JITTER, 1 + JITTER)


class Outage:
    """Knows whether it is the server that is down; if so, one letter at a time tries how it is.

    Instants are seconds of one clock.
    """

    def __init__(self, random: Random) -> None:
        self._random = random
        self._failed: set[int] = set()
        self._probes = 0
        self._next = -math.inf

    @property
    def on(self) -> bool:
        """Tell whether nothing gets through."""
        return self._probes > 0

    def failed(self, chat: int, now: float, chats: int) -> None:
        """Note that a letter to *chat* failed, while letters to so many *chats* are at hand."""
        self._failed.add(chat)
        if self.on:
            if now >= self._next:
                self._put_off(now)
        elif len(self._failed) >= max(FEW, min(MANY, chats)):
            self._put_off(now)

    def worked(self) -> None:
        """Note that the server has answered something."""
        self._failed.clear()
        self._probes = 0
        self._next = -math.inf

    def free_at(self, now: float) -> float:
        """Tell when a letter may go."""
        return max(now, self._next)

    def _put_off(self, now: float) -> None:
        seconds = min(FIRST_PROBE * 2.0 ** min(self._probes, 30), LONGEST_PROBE)
        self._next = now + _jittered(seconds, self._random)
        self._probes += 1
