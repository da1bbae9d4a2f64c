"""Flood waits: one is a chat's own affair, several at once concern all."""

import math
from collections import deque

MANY = 3  # different chats
WITHIN = 5.0  # seconds
STEP = 10.0  # seconds between two steps of getting faster again
FASTER = 1.25
SLOWEST = 1.0
UNLIMITED = 30.0  # what is halved first where there is no limit
BOUNDLESS = 1_000.0  # and where there is none again


class Floods:
    """Tells how many messages a second may go, *rate* at best (0: without limit), and from when.

    After flood waits for several chats at once nothing goes for the shortest of them, then half as
    much as before, then more and more.
    """

    def __init__(self, rate: float) -> None:
        self._best = rate
        self._rate = rate
        self._until = -math.inf
        self._grown = -math.inf
        self._recent: deque[tuple[float, int, float]] = deque()

    def note(self, chat: int, seconds: float, now: float) -> None:
        """Note that *chat* is to be left alone for some seconds."""
        if now < self._until:
            return  # it was under way already
        self._recent.append((now, chat, seconds))
        while self._recent[0][0] < now - WITHIN:
            self._recent.popleft()
        if len({chat for _, chat, _ in self._recent}) >= MANY:
            self._slow_down(now)

    def free_at(self, now: float) -> float:
        """Tell when anything may go."""
        return max(now, self._until)

    def rate(self, now: float) -> float:
        """Give how many messages a second may go now."""
        while self._rate != self._best and self._grown + STEP <= now:
            self._grown += STEP
            self._rate *= FASTER
            if self._rate >= (self._best or BOUNDLESS):
                self._rate = self._best
        return self._rate

    def _slow_down(self, now: float) -> None:
        self._until = now + min(seconds for _, _, seconds in self._recent)
        self._rate = max(SLOWEST, (self.rate(now) or UNLIMITED) / 2)
        self._grown = self._until
        self._recent.clear()
