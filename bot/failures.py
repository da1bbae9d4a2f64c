"""When something fails: log first, then one apology in the chat."""

import logging
from secrets import token_hex

from telegram import Update
from telegram.error import TelegramError

from bot.context import Context, within_reach
from bot.render import about as render

log = logging.getLogger(__name__)


async def failed(update: object, context: Context) -> None:
    """Note a failure under a short reference, and give that to whoever met it."""
    reference = token_hex(3)
    log.error(
        "handler failed (%s)", reference, exc_info=context.error, extra={"reference": reference}
    )
    message = within_reach(update) if isinstance(update, Update) else None
    if not isinstance(update, Update) or message is None:
        return
    language = context.ask(update, "").language
    try:
        await context.send(message, render.sorry(reference, language))
    except TelegramError as error:
        log.warning("no apology could be sent", exc_info=error, extra={"reference": reference})
