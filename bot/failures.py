"""When something fails: log first, then one apology in the chat, then word to the operators."""

import logging
import traceback
from secrets import token_hex

from telegram import Update
from telegram.error import TelegramError

from bot.context import Context
from bot.render import about as render
from bot.render.reply import Reply

log = logging.getLogger(__name__)

MOST_KINDS = 1_000


class Failures:
    """Takes what handlers could not; operators hear of each kind of failure once a run."""

    def __init__(self, operators: tuple[int, ...] = ()) -> None:
        self._operators = operators
        self._told: set[str] = set()

    async def failed(self, update: object, context: Context) -> None:
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
        if kind not in self._told and len(self._told) < MOST_KINDS:
            self._told.add(kind)
            await self._tell(kind, reference, context)

    async def _tell(self, kind: str, reference: str, context: Context) -> None:
        reply = render.failure(reference, kind, context.services.languages.english)
        for operator in self._operators:
            await _send(operator, reply, context)


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


async def _send(chat: int, reply: Reply, context: Context) -> None:
    try:
        await context.bot.send_message(chat, reply.text.plain, entities=reply.text.entities())
    except TelegramError as error:
        log.warning("operator not told", extra={"operator": chat, "error": error.message})


def kind_of(error: Exception | None) -> str:
    """Name a kind of failure: what it is, and the last place in our code that it came through."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    ours = [frame for frame in frames if "site-packages" not in frame.filename]
    place = f" in {ours[-1].name}" if ours else ""
    return f"{type(error).__name__}{place}"
