"""Letters that wait, one lane a chat: each chat's in order, chats by when they may be served."""

import heapq
from dataclasses import replace

from digests.subscriptions import Letter


class Lanes:
    """The letters at hand; instants are seconds of one clock.

    A chat whose letter is taken gets no other one until that is ``done``, has to go ``again``, or
    is ``moved`` with all its lane.
    """

    def __init__(self) -> None:
        self._lanes: dict[int, list[Letter]] = {}
        self._open: list[tuple[float, int, int]] = []  # a heap: from when on, letter's id, chat
        self._taken: set[int] = set()
        self._ids: set[int] = set()

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def chats(self) -> int:
        """Count the chats that letters are at hand for."""
        return len(self._lanes) + sum(chat not in self._lanes for chat in self._taken)

    def add(self, letter: Letter, at: float) -> None:
        """Put a letter last; where it is its chat's first, to be served from *at* on."""
        if letter.id in self._ids:
            return
        self._ids.add(letter.id)
        lane = self._lanes.get(letter.chat)
        if lane is not None:
            lane.append(letter)
            return
        self._lanes[letter.chat] = [letter]
        if letter.chat not in self._taken:
            self._serve(letter.chat, at)

    def take(self, now: float) -> Letter | None:
        """Take the first letter of the chat that could have been served for longest."""
        if not self._open or self._open[0][0] > now:
            return None
        _, _, chat = heapq.heappop(self._open)
        lane = self._lanes[chat]
        letter = lane.pop(0)
        if not lane:
            del self._lanes[chat]
        self._taken.add(chat)
        return letter

    def next_at(self) -> float | None:
        """Tell when the next chat may be served; None if nothing waits."""
        return self._open[0][0] if self._open else None

    def parked(self, now: float) -> int:
        """Count the chats that may not be served until later."""
        return sum(at > now for at, _, _ in self._open)

    def done(self, letter: Letter, at: float) -> None:
        """Let a letter go for good; its chat is served again from *at* on."""
        self._ids.discard(letter.id)
        self._taken.discard(letter.chat)
        if letter.chat in self._lanes:
            self._serve(letter.chat, at)

    def again(self, letter: Letter, at: float) -> None:
        """Put a letter that was taken first again, to be served from *at* on."""
        self._taken.discard(letter.chat)
        self._lanes.setdefault(letter.chat, []).insert(0, letter)
        self._serve(letter.chat, at)

    def moved(self, letter: Letter, old: int, at: float) -> None:
        """Put a letter that was taken from the lane *old*, and all that lane, into its chat's own.

        What stands in the old chat can neither be edited nor answered in the new one.
        """
        self._taken.discard(old)
        others = [
            replace(each, chat=letter.chat, previous=None, target=None)
            for each in self._lanes.pop(old, ())
        ]
        there = self._lanes.get(letter.chat, [])
        self._lanes[letter.chat] = sorted([*there, letter, *others], key=lambda each: each.id)
        if not there and letter.chat not in self._taken:
            self._serve(letter.chat, at)

    def _serve(self, chat: int, at: float) -> None:
        heapq.heappush(self._open, (at, self._lanes[chat][0].id, chat))
