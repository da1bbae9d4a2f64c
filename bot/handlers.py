"""From updates to replies: commands, buttons, and plain words in a private chat."""

import logging
from dataclasses import replace

from rapidfuzz import process
from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest, TelegramError

from bot import buttons, links
from bot.buttons import Open, Turn
from bot.context import Ask, Context
from bot.desk.table import tasks_of
from bot.menu import BY_NAME, LINKED, NAMES, Command
from bot.objections import offering
from bot.render import about as render
from bot.render import fold
from bot.render.wire import Wire
from bot.sieve import COMMAND
from config import references
from digests.answers import names
from digests.roles import role_of

log = logging.getLogger(__name__)

NEAR = 65
KEPT = frozenset("expert clause search latest article experts clauses sources".split())


async def commanded(update: Update, context: Context) -> None:
    """Answer a command."""
    message = update.effective_message
    if message is None or message.text is None:
        return
    marked = message.text[1 : message.entities[0].length]  # as PTB finds our commands
    command = BY_NAME[marked.partition("@")[0].lower()]
    ask = context.ask(update, COMMAND.sub("", message.text, count=1))
    await context.post(message, await _answer(command, ask, context))


async def _answer(command: Command, ask: Ask, context: Context) -> Wire:
    """Answer a question; what the library answers to anybody is kept for the next who asks."""
    if command.name not in KEPT:
        return await _written(command, ask, context)
    library, unnamed = context.services.library, replace(ask, asker=ask.asker.anybody)
    return await context.kept.answer(
        (command.name, unnamed), library, lambda: _written(command, unnamed, context)
    )


async def _written(command: Command, ask: Ask, context: Context) -> Wire:
    """Write the answer to a question; outside private chats a long one is folded."""
    reply = await command.answer(ask, context.services)
    if not ask.asker.private and command.name in LINKED and fold.is_long(reply):
        services, rest = context.services, Open(command.name, ask.argument)
        keep = services.library.questions.keep
        payload = await services.write(lambda: links.payload(rest, keep))
        reply = fold.folded(reply, links.address(ask.bot, payload), ask.language)
    elif reply.quotes:
        reply = await offering.offered(reply, command.name, ask, context.services)
    return await context.written(reply)


async def linked(update: Update, context: Context) -> None:
    """Open what a deep link names."""
    message = update.effective_message
    if message is None or message.text is None:
        return
    kept = context.services.library.questions
    link = links.read(COMMAND.sub("", message.text, count=1), kept.get)
    if link is None or link.command not in BY_NAME:
        await context.send(message, render.lead_nowhere(context.ask(update, "").language))
        return
    opened = link if link.command in LINKED else Open("start", "")
    ask = context.ask(update, opened.argument)
    await context.post(message, await _answer(BY_NAME[opened.command], ask, context))


async def pressed(update: Update, context: Context) -> None:
    """Do what a button says, in place or in a new message; a button past its time says so."""
    query = update.callback_query
    if query is None:
        return
    action = buttons.decode(query.data or "", context.services.library.questions.get)
    action = action if isinstance(action, Open | Turn) else None
    command = BY_NAME.get(action.command) if action else None
    if action is None or command is None or not isinstance(query.message, Message):
        await answered(query, render.stale(context.ask(update, "").language))
        return
    offset = action.offset if isinstance(action, Turn) else 0
    ask = context.ask(update, action.argument, offset)
    try:
        content = await _answer(command, ask, context)
        if isinstance(action, Open):
            await context.post(query.message, content)
        else:
            await put_in_place(query.message, content, context)
    finally:
        await answered(query)


async def put_in_place(message: Message, content: Wire, context: Context) -> None:
    """Put an answer in the place of a message; where that cannot be any more, below it."""
    try:
        await context.edit(message, content)
    except BadRequest as error:
        if "not modified" not in error.message:
            await context.post(message, content)


async def answered(query: CallbackQuery, alert: str | None = None) -> None:
    """Let a button blink no longer; an *alert* is shown until it is put away."""
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
    await context.post(message, await _answer(command, ask, context))


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
    ask, services = context.ask(update, ""), context.services
    tasks = tasks_of(role_of(ask.asker.user, services.owners, services.library.staff))
    known = [*sorted(NAMES), *(task.name for task in tasks)]
    near = [
        found for found, _, _ in process.extract(name.lower(), known, score_cutoff=NEAR, limit=2)
    ]
    reply = render.unknown_command(whole, near, ask.language)
    await context.send(message, reply)
