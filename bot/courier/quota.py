"""How much may be sent, and when: pure counting; instants are seconds of one clock.

Replies are only noted: they never wait. Letters take what the replies leave.
"""

import math
from collections import OrderedDict, deque

SECOND = 1.0
PACE = 1.004  # seconds over which a second's letters are spread: a late one jostles no other
CATCH_UP = 0.25  # seconds of lateness that are made good
LATEST = 0.1  # seconds; later than that a letter is not reckoned to have come
PART_KEPT_FREE = 30  # one in so many is left for a reply that nobody expected
REMEMBERED = 20.0  # seconds for which the busiest second of replies is kept free
CHAT = 1.05  # seconds between two messages to one chat, the way included
MINUTE = 60.5
A_MINUTE = 20  # messages to one group or channel
KEPT_IN_GROUPS = 2  # of these, for replies


Slot = list[float]  # one instant, which may still change


class Window:
    """Instants of the last so many seconds, roughly in order."""

    def __init__(self, span: float) -> None:
        self._span = span
        self._slots: deque[Slot] = deque()

    def add(self, at: float) -> Slot:
        """Count something that happens at some instant."""
        slot = [at]
        self._slots.append(slot)
        return slot

    def count(self, now: float) -> int:
        """Count what has happened within the span, up to now."""
        slots = self._slots
        while slots and slots[0][0] <= now - self._span:
            slots.popleft()
        return len(slots)

    def free_at(self, most: int, now: float) -> float:
        """Tell when one more fits, if *most* (at least 1) may happen within the span."""
        count = self.count(now)
        return now if count < most else max(now, self._slots[count - most][0] + self._span)


class Peak:
    """The greatest number of late."""

    def __init__(self, span: float) -> None:
        self._span = span
        self._moments: deque[tuple[float, float]] = deque()  # the greatest first, all in order

    def add(self, number: float, now: float) -> None:
        """Note what it is now."""
        while self._moments and self._moments[-1][1] <= number:
            self._moments.pop()
        self._moments.append((now, number))

    def height(self, now: float) -> float:
        """Give the greatest; 0 where there was none."""
        while self._moments and self._moments[0][0] <= now - self._span:
            self._moments.popleft()
        return self._moments[0][1] if self._moments else 0


class Quota:
    """What may be sent: *rate* messages a second in all (0: no limit whatever), less to each chat.

    ``rate`` may be changed at any time. ``free_at`` and ``chat_free_at`` say when a letter may go
    at the earliest. Who sends one says so by ``take``, and by ``arrived`` when it is answered: one
    that was on its way for longer than others may have come later, and counts from then on.
    """

    def __init__(self, rate: float) -> None:
        self.rate = rate
        self._all = Window(SECOND)
        self._replies = Window(SECOND)
        self._peak = Peak(REMEMBERED)
        self._quickest = Peak(REMEMBERED)  # of the times to an answer, turned upside down
        self._due = -math.inf  # when the next letter goes, if letters are to go evenly
        self._chats: OrderedDict[int, float] = OrderedDict()  # the last message to each
        self._groups: dict[int, Window] = {}

    def note(self, chat: int, now: float) -> None:
        """Count a reply, which does not wait."""
        if self.rate:
            self._replies.add(now)
            self._peak.add(self._replies.count(now), now)
            self._all.add(now)
            self._count(chat, now)

    def take(self, chat: int, now: float) -> Slot | None:
        """Count a letter that goes now; give its place among all."""
        if not self.rate:
            return None
        due = self._due if self._due > now - CATCH_UP else now
        self._due = due + PACE / self._letters(now)
        self._count(chat, now)
        return self._all.add(now + LATEST)

    def arrived(self, slot: Slot | None, now: float) -> None:
        """Count a letter from when it came, now that it is answered."""
        if slot is not None:
            went = slot[0] - LATEST
            self._quickest.add(went - now, now)
            late = now - went + self._quickest.height(now)
            slot[0] = went + min(late, LATEST)

    def free_at(self, now: float) -> float:
        """Tell when a letter may go, as far as all chats together are concerned."""
        if not self.rate:
            return now
        kept = self._kept_free(now) - self._replies.count(now)
        most = max(1, math.floor(self.rate) - max(kept, self._spare))
        return max(self._due, self._all.free_at(most, now))

    def chat_free_at(self, chat: int, now: float) -> float:
        """Tell when a letter may go to this chat, as far as it alone is concerned."""
        if not self.rate:
            return now
        after = self._chats.get(chat, -math.inf) + CHAT
        group = self._groups.get(chat)
        room = group.free_at(A_MINUTE - KEPT_IN_GROUPS, now) if group else now
        return max(now, after, room)

    def _letters(self, now: float) -> float:
        """Give how many letters a second the replies leave room for."""
        return max(self.rate - self._kept_free(now), min(self.rate, 1.0))

    @property
    def _spare(self) -> int:
        return math.floor(self.rate) // PART_KEPT_FREE

    def _kept_free(self, now: float) -> int:
        """Give the room for replies: as many as came in their busiest second, and a spare."""
        return int(self._peak.height(now)) + self._spare

    def _count(self, chat: int, now: float) -> None:
        self._chats[chat] = now
        self._chats.move_to_end(chat)
        if chat < 0:
            self._groups.setdefault(chat, Window(MINUTE)).add(now)
        while self._chats[oldest := next(iter(self._chats))] <= now - MINUTE:
            del self._chats[oldest]
            self._groups.pop(oldest, None)
