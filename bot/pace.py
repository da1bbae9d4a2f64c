"""The pace of one chat: so many questions a minute, then one request to slow down."""

import datetime as dt
from collections import deque
from dataclasses import dataclass, field
from enum import Enum

MOST = 20  # questions
SPAN = dt.timedelta(minutes=1)
MANY_CHATS = 10_000


class Verdict(Enum):
    """What to do with a question."""

    ANSWER = "answer"
    SLOW_DOWN = "say once to slow down"
    IGNORE = "say nothing"


@dataclass(slots=True)
class _Chat:
    asked: deque[dt.datetime] = field(default_factory=deque)
    told: bool = False


class Pace:
    """Counts the questions of each chat over the last minute; so *many* are answered."""

    def __init__(self, many: int = MOST) -> None:
        self._many = many
        self._chats: dict[int, _Chat] = {}

    def __len__(self) -> int:
        return len(self._chats)

    def admit(self, chat: int, now: dt.datetime) -> Verdict:
        """Count a question of *chat*, and tell what to do with it."""
        seen = self._chats.setdefault(chat, _Chat())
        while seen.asked and seen.asked[0] <= now - SPAN:
            seen.asked.popleft()
        if len(seen.asked) < self._many:
            seen.asked.append(now)
            seen.told = False
            self._forget_quiet(now)
            return Verdict.ANSWER
        if seen.told:
            return Verdict.IGNORE
        seen.told = True
        return Verdict.SLOW_DOWN

    def _forget_quiet(self, now: dt.datetime) -> None:
        """Keep no chat longer than it matters."""
        if len(self._chats) > MANY_CHATS:
            recent = {chat: seen for chat, seen in self._chats.items() if seen.asked}
            self._chats = {c: s for c, s in recent.items() if s.asked[-1] > now - SPAN}
