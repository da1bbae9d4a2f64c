"""The order in which updates are worked on: within one chat as they came, chats side by side."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

UNBOUNDED = 1_000_000  # a limit over all chats would let one chat's flood hold up the others


class ChatOrder(BaseUpdateProcessor):
    """Works on the updates of one chat one by one, in the order they came."""

    def __init__(self) -> None:
        super().__init__(UNBOUNDED)
        self._turns: dict[int, asyncio.Lock] = {}
        self._waiting: dict[int, int] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's earlier updates, then work on this one."""
        chat = _chat(update)
        if chat is None:
            await coroutine
            return
        turn = self._turns.setdefault(chat, asyncio.Lock())
        self._waiting[chat] = self._waiting.get(chat, 0) + 1
        try:
            async with turn:
                await coroutine
        finally:
            self._leave(chat)

    def _leave(self, chat: int) -> None:
        self._waiting[chat] -= 1
        if not self._waiting[chat]:
            del self._waiting[chat], self._turns[chat]

    async def initialize(self) -> None:
        """Need nothing."""

    async def shutdown(self) -> None:
        """Leave nothing behind."""


def _chat(update: object) -> int | None:
    """Give whose turn an update takes: its chat's, or its sender's where it has no chat."""
    if not isinstance(update, Update):
        return None
    place = update.effective_chat or update.effective_user
    return place.id if place else None
