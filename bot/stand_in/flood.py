"""Flood limits, as far as Telegram has told of them."""

import math
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass

from bot.stand_in.calls import Call

_COUNTED = ("send", "edit", "copy", "forward")
_FREE = "sendchataction"
_MINUTE = 60.0


@dataclass(frozen=True)
class Limits:
    """How much a bot may send; None lifts a limit.

    The defaults are those of core.telegram.org/bots/faq; how long a burst to one chat is
    tolerated is nowhere said.
    """

    per_chat: float | None = 1.0  # messages a second
    burst: int = 3  # messages to one chat at once
    per_group: int | None = 20  # messages a minute
    overall: int | None = 30  # messages a second


class Flood:
    """Counts what is sent in sliding windows.

    Who was told to wait is refused until that time has passed, though the window may be open
    again: Telegram names whole seconds and means them.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._sent: defaultdict[str, deque[float]] = defaultdict(deque)
        self._closed_until: dict[str, float] = {}

    def wait(self, call: Call) -> int:
        """Count a call; return 0, or the seconds to wait because it was one too many."""
        name = call.method.lower()
        chat = str(call.parameters.get("chat_id", ""))
        if not chat or name == _FREE or not name.startswith(_COUNTED):
            return 0
        windows = list(self._windows(chat))
        waits = [self._wait(*window, call.at) for window in windows]
        if not any(waits):
            for key, _, _ in windows:
                self._sent[key].append(call.at)
        return max(waits, default=0)

    def _windows(self, chat: str) -> Iterator[tuple[str, int, float]]:
        """Yield what is counted for a message: under which key, how many, in what time."""
        limits = self._limits
        if limits.overall is not None:
            yield "all", limits.overall, 1.0
        if limits.per_chat is not None:
            yield f"chat {chat}", limits.burst, limits.burst / limits.per_chat
        if limits.per_group is not None and chat.startswith(("-", "@")):
            yield f"group {chat}", limits.per_group, _MINUTE

    def _wait(self, key: str, most: int, span: float, now: float) -> int:
        sent = self._sent[key]
        while sent and sent[0] <= now - span:
            sent.popleft()
        if len(sent) >= most and self._closed_until.get(key, now) <= now:
            self._closed_until[key] = now + math.ceil(sent[0] + span - now)
        return math.ceil(max(self._closed_until.get(key, now) - now, 0))
