"""The gate: a chat that asks too much is told so once, and then not heard until it slows down."""

import logging

from telegram import Chat, Message, Update
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop

from bot.context import Context
from bot.menu import NAMES
from bot.pace import Pace, Verdict
from bot.render import about as render

log = logging.getLogger(__name__)


class Gate:
    """Stands before all handlers and lets a chat's questions through at a bearable pace."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace

    async def pass_(self, update: Update, context: Context) -> None:
        """Let an update through, or stop it here.

        Raises:
            ApplicationHandlerStop: no other handler is to see it.
        """
        chat = update.effective_chat
        if chat is None or _for_others(update.message, context.bot.username):
            return
        match self._pace.admit(chat.id, context.services.clock.now()):
            case Verdict.ANSWER:
                return
            case Verdict.SLOW_DOWN:
                await _slow_down(update, context)
            case Verdict.IGNORE:
                pass
        raise ApplicationHandlerStop


def _for_others(message: Message | None, username: str) -> bool:
    """Tell whether a command in a group is none of ours; in a private chat all is answered."""
    if message is None or message.chat.type == Chat.PRIVATE:
        return False
    marked = (message.text or "")[1 : message.entities[0].length]  # as PTB finds our commands
    command, at, name = marked.lower().partition("@")
    return name != username.lower() if at else command not in NAMES


async def _slow_down(update: Update, context: Context) -> None:
    """Ask a chat for patience; where Telegram does not say it, the chat is held back untold."""
    try:
        await _tell(update, context)
    except TelegramError as error:
        # Raised further, it would be apologised for, and PTB would have the question answered.
        log.warning("chat not asked to slow down", extra={"reason": error.message})


async def _tell(update: Update, context: Context) -> None:
    reply = render.slower(context.ask(update, "").language)
    if update.callback_query:
        await update.callback_query.answer(reply.text.plain, show_alert=True)
    elif update.message:
        await context.send(update.message, reply)
