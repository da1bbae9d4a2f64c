"""Sending as fast as a client can; plain Python, so that every client may use it."""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable

AT_ONCE = 50  # as many as our courier has under way


class Stopwatch:
    """Measures from when it is made."""

    def __init__(self) -> None:
        self._seconds, self._cpu = time.perf_counter(), time.process_time()

    def tell(self, messages: int) -> None:
        """Print messages a second, and milliseconds of processor time for each."""
        seconds = time.perf_counter() - self._seconds
        cpu = (time.process_time() - self._cpu) * 1000 / messages
        sys.stdout.write(json.dumps({"a_second": messages / seconds, "cpu": cpu}))


async def send_all(send: Callable[[int], Awaitable[object]], chats: int) -> None:
    """Send to so many chats, some at once, and tell what it took."""
    await send(chats)
    waiting = iter(range(1, chats + 1))

    async def work() -> None:
        for chat in waiting:
            await send(chat)

    watch = Stopwatch()
    await asyncio.gather(*(work() for _ in range(AT_ONCE)))
    watch.tell(chats)
