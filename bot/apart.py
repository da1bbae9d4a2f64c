"""Work that no handler waits for: held on to until it is done, and never in silence undone."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from telegram import Message

from bot.context import Context
from bot.failures import guarded


class Apart:
    """Such work, while it is under way; also what has no task of its own, by who is busy."""

    def __init__(self) -> None:
        self.tasks: set[asyncio.Future[None]] = set()
        self._busy: dict[str, asyncio.Future[None]] = {}

    def busy(self, who: str, *, busy: bool) -> None:
        """Say that somebody has work in hand, or has none any more."""
        known = self._busy.get(who)
        if busy and known is None:
            self._busy[who] = asyncio.get_running_loop().create_future()
            self.tasks.add(self._busy[who])
        elif known is not None and not busy:
            self.tasks.discard(self._busy.pop(who))
            known.set_result(None)

    def begin(self, work: Coroutine[Any, Any, None], asked: Message, context: Context) -> None:
        """Begin work that was *asked* for by a message; whoever fails is told there."""
        watched = guarded(work, asked, context)
        application = context.application
        if application.running:  # which waits for it when it is stopped
            task = application.create_task(watched)
        else:
            task = asyncio.create_task(watched)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)


def apart(context: Context) -> Apart:
    """Give the work that is under way."""
    found: Apart = context.bot_data["apart"]
    return found
