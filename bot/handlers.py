"""From updates to replies: commands, buttons, and plain words in a private chat."""

import logging
import re
from collections.abc import Callable, Coroutine
from typing import Any

from rapidfuzz import process
from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest, TelegramError

from bot import buttons, links
from bot.buttons import Open, Turn
from bot.context import Ask, Context
from bot.menu import BY_NAME, Command
from bot.render import about as render
from bot.render import fold
from bot.render.reply import Reply
from config import references
from digests.answers import names

log = logging.getLogger(__name__)

NEAR = 65
COMMAND = re.compile(r"/(?P<whole>(?P<name>[^\s@]{1,64})(?:@\S+)?)\s*")
Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def commanded(command: Command) -> Handler:
    """Make the handler of one command."""

    async def handle(update: Update, context: Context) -> None:
        message = update.effective_message
        if message is None or message.text is None:
            return
        ask = context.ask(update, COMMAND.sub("", message.text, count=1))
        await context.send(message, await _answer(command, ask, context))

    return handle


async def _answer(command: Command, ask: Ask, context: Context) -> Reply:
    """Answer a question; outside private chats a long answer is folded."""
    reply = await command.answer(ask, context.services)
    if ask.asker.private or not fold.is_long(reply):
        return reply
    services, rest = context.services, Open(command.name, ask.argument)
    payload = await services.write(lambda: links.payload(rest, services.library.questions.keep))
    return fold.folded(reply, links.address(ask.bot, payload), ask.language)


async def linked(update: Update, context: Context) -> None:
    """Open what a deep link names."""
    message = update.effective_message
    if message is None or message.text is None:
        return
    kept = context.services.library.questions
    link = links.read(COMMAND.sub("", message.text, count=1), kept.get)
    command = BY_NAME.get(link.command) if link else None
    if link is None or command is None:
        await context.send(message, render.lead_nowhere(context.ask(update, "").language))
        return
    ask = context.ask(update, link.argument)
    await context.send(message, await _answer(command, ask, context))


async def pressed(update: Update, context: Context) -> None:
    """Do what a button says, in place or in a new message; a button past its time says so."""
    query = update.callback_query
    if query is None:
        return
    action = buttons.decode(query.data or "", context.services.library.questions.get)
    command = BY_NAME.get(action.command) if action else None
    if action is None or command is None or not isinstance(query.message, Message):
        await _answered(query, render.stale(context.ask(update, "").language))
        return
    offset = action.offset if isinstance(action, Turn) else 0
    ask = context.ask(update, action.argument, offset)
    try:
        reply = await _answer(command, ask, context)
        if isinstance(action, Open):
            await context.send(query.message, reply)
        else:
            await _replace(query.message, reply, context)
    finally:
        await _answered(query)


async def _replace(message: Message, reply: Reply, context: Context) -> None:
    try:
        await context.edit(message, reply)
    except BadRequest as error:
        if "not modified" not in error.message:
            await context.send(message, reply)


async def _answered(query: CallbackQuery, alert: str | None = None) -> None:
    try:
        await query.answer(alert, show_alert=alert is not None)
    except TelegramError as error:
        # What was asked is done by now; a button that goes on blinking is no failure to tell of.
        log.warning("button not answered", extra={"reason": error.message})


async def said(update: Update, context: Context) -> None:
    """Take plain words in a private chat for a name, a clause, or something to search for."""
    message = update.effective_message
    if message is None:
        return
    ask = context.ask(update, message.text or "")
    if not ask.argument:
        await context.send(message, render.words_please(ask.language))
        return
    command = BY_NAME[_meant(ask.argument, context)]
    await context.send(message, await _answer(command, ask, context))


def _meant(words: str, context: Context) -> str:
    services = context.services
    if names.called(words, services.library):
        return "expert"
    if references.exactly(words, services.catalogue):
        return "clause"
    return "search"


async def unknown(update: Update, context: Context) -> None:
    """Help with a command that does not exist, in a private chat."""
    message = update.effective_message
    if message is None or message.text is None:
        return
    match = COMMAND.match(message.text)
    name, whole = (match["name"], match["whole"]) if match else ("", "")
    near = [
        found
        for found, _, _ in process.extract(name.lower(), list(BY_NAME), score_cutoff=NEAR, limit=2)
    ]
    reply = render.unknown_command(whole, near, context.ask(update, "").language)
    await context.send(message, reply)
