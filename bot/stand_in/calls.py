"""What was called over the wire, and waits for tests and benchmarks."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Call:
    """One call; ``method`` is spelt as documented, ``at`` in seconds on the clock of the loop."""

    method: str
    parameters: dict[str, Any]
    at: float

    def is_of(self, method: str) -> bool:
        """Tell whether this is a call of a method; as in Telegram, case means nothing."""
        return self.method.lower() == method.lower()


class Calls:
    """All calls in the order they came, and how many of them were answered."""

    def __init__(self) -> None:
        self.log: list[Call] = []
        self.answered = 0
        self._counts: Counter[str] = Counter()
        self._changed = asyncio.Event()

    def came(self, call: Call) -> None:
        """Note that a call has come in."""
        self.log.append(call)
        self._counts[call.method.lower()] += 1
        self._changed.set()

    def went(self, call: Call) -> None:
        """Note that a call is answered; polls are no news."""
        if not call.is_of("getUpdates"):
            self.answered += 1
            self._changed.set()

    def count(self, method: str) -> int:
        """Return how often a method has been called."""
        return self._counts[method.lower()]

    def of(self, method: str) -> list[Call]:
        """Return the calls of one method."""
        return [call for call in self.log if call.is_of(method)]

    async def until(self, state: Callable[[], str], within: float) -> None:
        """Wait until ``state`` has nothing to complain about.

        Raises:
            TimeoutError: It still had after ``within`` seconds; the complaint is the text.
        """
        try:
            async with asyncio.timeout(within):
                while state():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            raise TimeoutError(f"{state()} within {within} s") from None
