"""What readers press, open and write when something is wrong with a quote."""

from collections.abc import Callable
from dataclasses import replace

from telegram import Chat, Message, Update
from telegram.ext import filters

from bot import buttons, links
from bot.buttons import Open, Turn
from bot.context import Context
from bot.desk.errand import waiting as asked_at_the_desk
from bot.desk.waiting import Waiting
from bot.handlers import answered, put_in_place
from bot.objections import asking, steps, telling
from bot.objections.asking import Filed
from bot.objections.steps import NAME, Because, Page, Step
from bot.render import about
from bot.render.reply import Reply
from bot.sieve import COMMAND, OWN

Recall = Callable[[str], str | None]
OURS = rf"^1[ot]\|{NAME}\|"
OTHERS = rf"^(?!1[ot]\|{NAME}\|)"


class Linked(filters.MessageFilter):
    """Messages that open a link from a group: something is wrong there."""

    def __init__(self, recall: Recall) -> None:
        super().__init__()
        self._recall = recall

    def filter(self, message: Message) -> bool:
        """Tell whether a message is one."""
        return message.chat.type == Chat.PRIVATE and _linked(message, self._recall) is not None


class Awaited(filters.MessageFilter):
    """Words for the editors: those that come next, or that answer the question in so many words.

    The latter need no memory, and so are understood after a restart as well.
    """

    def __init__(self, waiting: Waiting[Because], recall: Recall) -> None:
        super().__init__()
        self._waiting = waiting
        self._recall = recall

    def filter(self, message: Message) -> bool:
        """Tell whether a message is one."""
        if message.chat.type != Chat.PRIVATE or not (message.text and OWN.filter(message)):
            return False
        waits = self._waiting.of(message.chat.id) is not None
        return waits or _question(message, self._recall) is not None


def waiting(context: Context) -> Waiting[Because]:
    """Give what words are waited for."""
    waits: Waiting[Because] = context.bot_data["objecting"]
    return waits


async def linked(update: Update, context: Context) -> None:
    """Go on in private with what was begun in a group."""
    message = update.effective_message
    step = _linked(message, context.services.library.questions.get) if message else None
    if message and step:
        await _done(await _given(step, "", update, context), message, context)


async def pressed(update: Update, context: Context) -> None:
    """Take the next step, in the place of the one before."""
    query = update.callback_query
    if query is None:
        return
    action = buttons.decode(query.data or "", context.services.library.questions.get)
    step = steps.read(action.argument) if isinstance(action, Open | Turn) else None
    message = query.message
    if step is None or not isinstance(message, Message) or message.chat.type != Chat.PRIVATE:
        await answered(query, about.stale(context.ask(update, "").language))
        return
    try:
        given = await _given(step, "", update, context)
        await _done(given, message, context, in_place=isinstance(action, Turn))
    finally:
        await answered(query)


async def said(update: Update, context: Context) -> None:
    """Take a reader's words to the editors."""
    message = update.effective_message
    if message is None:
        return
    asked = _question(message, context.services.library.questions.get)
    step = asked or waiting(context).of(message.chat_id)
    if step:
        given = await _given(replace(step, end=True), message.text or "", update, context)
        await _done(given, message, context)


async def forget(update: Update, context: Context) -> None:
    """Wait for words no longer: somebody does something else."""
    if update.effective_chat:
        waiting(context).take(update.effective_chat.id)


async def _given(step: Step, words: str, update: Update, context: Context) -> Filed | Reply:
    ask = context.ask(update, step.argument if isinstance(step, Page) else "")
    chat, user = ask.asker.chat, update.effective_user
    waiting(context).take(chat)
    match step:
        case Because(end=True):
            code = user.language_code if user else None
            return await asking.file(step, words, ask, code, context.services)
        case Page(command, offset):
            page = Page(command, offset, ask.argument)
            return await asking.asked(page, ask, context.services)
    reply = await asking.asked(step, ask, context.services)
    if isinstance(step, Because) and reply.buttons:
        asked_at_the_desk(context).take(chat)
        waiting(context).ask(chat, step)
    return reply


async def _done(
    given: Filed | Reply, message: Message, context: Context, *, in_place: bool = False
) -> None:
    reply = given.reply if isinstance(given, Filed) else given
    if in_place:
        await put_in_place(message, await context.written(reply), context)
    else:
        await context.send(message, reply)
    if isinstance(given, Filed):
        await telling.editors(given.id, context)


def _linked(message: Message, recall: Recall) -> Step | None:
    link = links.read(COMMAND.sub("", message.text or "", count=1), recall)
    return steps.read(link.argument) if link and link.command == NAME else None


def _question(message: Message, recall: Recall) -> Because | None:
    """Find which question of ours a message replies to: the button under it says so."""
    asked = message.reply_to_message
    markup = asked.reply_markup if asked and asked.from_user and asked.from_user.is_bot else None
    pressable = (
        [button.callback_data for row in markup.inline_keyboard for button in row]
        if markup
        else []
    )
    for data in pressable:
        action = buttons.decode(data, recall) if isinstance(data, str) else None
        step = steps.read(action.argument) if isinstance(action, Turn) else None
        if isinstance(step, Because):
            return step
    return None
