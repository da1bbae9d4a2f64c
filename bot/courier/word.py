"""Who is told what: operators of each kind of trouble once, administrators of a closed topic."""

import asyncio
import logging
from collections.abc import Coroutine
from secrets import token_hex
from typing import Any, assert_never

from telegram.error import TelegramError

from bot.context import Context
from bot.courier.rulings import Buried, Closed, Failed, Simplified
from bot.courier.rulings import Word as Said
from bot.failures import kind_of
from bot.operators import Operators
from bot.render import about, delivery
from bot.render.reply import Reply
from digests.errors import LibraryError

log = logging.getLogger(__name__)


class Word:
    """Tells people, in tasks of its own: nothing waits for them."""

    def __init__(self, context: Context, operators: Operators) -> None:
        self._context = context
        self._operators = operators
        self._english = context.services.languages.english
        self._tasks: set[asyncio.Task[None]] = set()

    async def stop(self) -> None:
        """Give up what is not told yet."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def give(self, said: Said) -> None:
        """Tell whoever has to know what became of a letter."""
        match said:
            case Simplified(reason):
                log.warning("letter refused", extra={"reason": reason})
                self._operate(f"simplified: {reason}", delivery.simplified(reason, self._english))
            case Buried(reason):
                log.error("letter dead", extra={"reason": reason})
                self._operate(f"buried: {reason}", delivery.buried(reason, self._english))
            case Closed():
                log.info("topic closed", extra={"chat": said.chat, "topic": said.topic})
                self._begin(self._tell_administrators(said))
            case Failed(error):
                self.failed(error)
            case _:
                assert_never(said)

    def failed(self, error: BaseException) -> None:
        """Note that our own code failed, under a reference, and tell the operators."""
        reference, kind = token_hex(3), kind_of(error)
        log.error(
            "delivery failed (%s)", reference, exc_info=error, extra={"reference": reference}
        )
        self._operate(kind, about.failure(reference, kind, self._english))

    def unwritten(self, error: LibraryError) -> None:
        """Note that the library takes nothing, and tell the operators."""
        log.error("nothing can be written", extra={"error": str(error)})
        self._operate(f"unwritten: {error}", delivery.unwritten(str(error), self._english))

    def _operate(self, kind: str, reply: Reply) -> None:
        self._begin(self._operators.tell(kind, reply, self._context))

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _tell_administrators(self, closed: Closed) -> None:
        """Tell each in private; where nobody can be told, say it in the forum itself."""
        services = self._context.services
        chat = services.library.chats.get(closed.chat)
        title = chat.title if chat else ""
        reply = delivery.topic_closed(title, services.languages.best(closed.language))
        told = [await self._reached(user, reply) for user in await self._people(closed.chat)]
        if not any(told):
            await self._reached(closed.chat, reply)

    async def _people(self, chat: int) -> list[int]:
        """Give the administrators of a chat who are human."""
        try:
            found = await self._context.call("getchatadministrators", chat_id=chat)
        except TelegramError as error:
            log.warning("administrators unknown", extra={"chat": chat, "error": error.message})
            return []
        return [each["user"]["id"] for each in found if not each["user"]["is_bot"]]

    async def _reached(self, chat: int, reply: Reply) -> bool:
        try:
            await self._context.tell(chat, reply)
        except TelegramError as error:
            log.info("not told", extra={"chat": chat, "reason": error.message})
            return False
        return True
