"""When something fails: log first, then one apology in the chat, then word to the operators."""

import logging
import traceback
from collections.abc import Coroutine
from secrets import token_hex
from typing import Any

from telegram import Message, Update
from telegram.error import Forbidden, RetryAfter, TelegramError

from bot.context import Context
from bot.operators import Operators
from bot.render import about as render

log = logging.getLogger(__name__)


class Failures:
    """Takes what handlers could not; operators hear of each kind of failure once a run."""

    def __init__(self, operators: Operators) -> None:
        self._operators = operators

    async def failed(self, update: object, context: Context) -> None:
        """Take what a handler could not: often Telegram's no to an answer, else a failure."""
        match context.error:
            case Forbidden(message=reason):  # blocked, or put out of a group
                log.info("answer not wanted", extra={"reason": reason})
            case RetryAfter(message=reason):
                log.warning("answer dropped", extra={"reason": reason})
            case _:
                await self._note(update, context)

    async def _note(self, update: object, context: Context) -> None:
        """Note a failure under a short reference, and give that to whoever has to know it."""
        reference = token_hex(3)
        log.error(
            "handler failed (%s)",
            reference,
            exc_info=context.error,
            extra={"reference": reference},
        )
        await _apologise(update, context, reference)
        kind = kind_of(context.error)
        reply = render.failure(reference, kind, context.services.languages.english)
        await self._operators.tell(kind, reply, context)


async def guarded(work: Coroutine[Any, Any, None], asked: Message, context: Context) -> None:
    """Do work that no handler waits for; who *asked* for it hears of a failure as of any other."""
    try:
        await work
    except Exception as error:  # noqa: BLE001 - nobody above would hear of it
        await context.application.process_error(Update(0, message=asked), error)


async def _apologise(update: object, context: Context, reference: str) -> None:
    """Apologise where the question was asked; a button's message may be out of reach."""
    message = update.effective_message if isinstance(update, Update) else None
    if not isinstance(update, Update) or message is None:
        return
    language = context.ask(update, "").language
    try:
        await context.send(message, render.sorry(reference, language))
    except TelegramError as error:
        log.warning("no apology could be sent", exc_info=error, extra={"reference": reference})


def kind_of(error: BaseException | None) -> str:
    """Name a kind of failure: what it is, and the last place in our code that it came through."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    ours = [frame for frame in frames if "site-packages" not in frame.filename]
    place = f" in {ours[-1].name}" if ours else ""
    return f"{type(error).__name__}{place}"
