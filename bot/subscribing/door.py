"""The door of subscribing: each command, button and answer comes through here, and is checked."""

from dataclasses import replace

from telegram import CallbackQuery, Chat, Message, Update
from telegram.ext import filters

from bot import buttons
from bot.buttons import Do
from bot.context import Context, asker
from bot.desk.errand import Done
from bot.desk.waiting import Waiting
from bot.handlers import answered, put_in_place
from bot.objections.door import Recall
from bot.render import about
from bot.render import rights as render
from bot.render.reply import Reply
from bot.render.text import Text
from bot.sieve import COMMAND, OWN
from bot.subscribing import channels, path, place, rights
from bot.subscribing.channels import NoChannel
from bot.subscribing.place import Place
from bot.subscribing.table import BY_NAME, PRESSES
from bot.subscribing.wish import Members, Press, Wish, Work, waiting

OURS = rf"^1d\|(?:{'|'.join(PRESSES)})\|"
LONGEST_ANSWER = 300  # characters; more is no answer, but an article for the editors perhaps
LONGEST_NOTICE = 200  # characters that Telegram shows over a chat


class Awaited(filters.MessageFilter):
    """Words that answer a question: those that come next in private, or in reply to it anywhere.

    What the question knows stands behind its buttons, so that replies need no memory.
    """

    def __init__(self, questions: Waiting[Do], recall: Recall) -> None:
        super().__init__()
        self._questions = questions
        self._recall = recall

    def filter(self, message: Message) -> bool:
        """Tell whether a message is one."""
        if not (message.text and OWN.filter(message)):
            return False
        short = message.chat.type == Chat.PRIVATE and len(message.text) <= LONGEST_ANSWER
        if short and self._questions.of(message.chat.id):
            return True
        return _question(message, self._recall) is not None


def _question(message: Message, recall: Recall) -> Do | None:
    """Find the question of ours that a message replies to: a button under it says which."""
    asked = message.reply_to_message
    ours = asked is not None and asked.from_user is not None and asked.from_user.is_bot
    markup = asked.reply_markup if asked and ours else None
    for row in markup.inline_keyboard if markup else ():
        for button in row:
            data = button.callback_data
            action = buttons.decode(data, recall) if isinstance(data, str) else None
            press = PRESSES.get(action.what) if isinstance(action, Do) else None
            if isinstance(action, Do) and press and press.words:
                return action
    return None


async def commanded(update: Update, context: Context) -> None:
    """Do what a command says."""
    message = update.effective_message
    if message is None or message.text is None:
        return
    marked = message.text[1 : message.entities[0].length]  # as PTB finds our commands
    task = BY_NAME[marked.partition("@")[0].lower()]
    words = context.ask(update, COMMAND.sub("", message.text, count=1)).argument
    named, rest = channels.named(words)
    wish = _wish(update, context, message, place.of(message))
    if named and message.chat.type != Chat.PRIVATE:
        await context.send(message, render.in_private(wish.language))
        return
    if named:
        found = await channels.find(_reference(named), wish.user, context)
        if isinstance(found, NoChannel):
            await context.send(message, Reply(render.no_channel(found, wish.language)))
            return
        wish = replace(wish, place=found)
    wish = replace(wish, argument=rest if named else words)
    await _answered(task.members, task.work, wish)


def _reference(named: str) -> int | str:
    return named if named.startswith("@") else int(named)


async def _answered(members: Members, work: Work, wish: Wish) -> None:
    """Do what somebody wrote, if they may."""
    if await _may(members, wish, words=bool(wish.argument)):
        reply = _whole(await work(wish)).reply
    else:
        reply = render.not_yours(wish.language)
    if reply:
        await wish.context.send(wish.message, reply)


async def _may(members: Members, wish: Wish, *, words: bool) -> bool:
    """Tell whether somebody may; of Telegram it is asked only where it matters."""
    free = members is Members.ALL or (members is Members.ALONE and not words)
    return free or await wish.may()


async def told(update: Update, context: Context) -> None:
    """Take words that answer a question."""
    message = update.effective_message
    if message is None:
        return
    asked = _question(message, context.services.library.questions.get)
    action = asked or waiting(context).of(message.chat_id)
    await forget(update, context)
    press = PRESSES.get(action.what) if action else None
    if action is None or press is None:
        return
    wish = await _found(action, _wish(update, context, message, place.of(message)))
    if isinstance(wish, Wish):
        words = context.ask(update, message.text or "").argument
        await _answered(Members.NOTHING, press.work, replace(wish, argument=words))
    else:
        await context.send(message, Reply(_refusal(wish, update, context)))


async def forget(update: Update, context: Context) -> None:
    """Wait for words no longer: somebody does something else."""
    if update.effective_chat:
        waiting(context).take(update.effective_chat.id)


async def pressed(update: Update, context: Context) -> None:
    """Do what a button says; who presses it is asked again."""
    query = update.callback_query
    if query is None:
        return
    action = buttons.decode(query.data or "", context.services.library.questions.get)
    press = PRESSES.get(action.what) if isinstance(action, Do) else None
    language = context.ask(update, "").language
    message = query.message
    if not isinstance(action, Do) or press is None or not isinstance(message, Message):
        await answered(query, about.stale(language))
        return
    presser = _wish(update, context, message, place.of(message))
    presser = replace(presser, user=query.from_user.id, anonymous=False)
    wish = await _found(action, presser)
    if not isinstance(wish, Wish):
        await answered(query, _refusal(wish, update, context).plain[:LONGEST_NOTICE])
    elif not await _may(press.members, wish, words=False):
        await answered(query, render.not_yours(language).text.plain[:LONGEST_NOTICE])
    else:
        await _pressed(query, press, wish)


async def _pressed(query: CallbackQuery, press: Press, wish: Wish) -> None:
    """Do what the button says; it stops blinking whatever comes of it."""
    notice = None
    try:
        done = _whole(await press.work(wish))
        notice = done.notice
        if done.reply and done.fresh:
            await wish.context.send(wish.message, done.reply)
        elif done.reply:
            content = await wish.context.written(done.reply)
            await put_in_place(wish.message, content, wish.context)
    finally:
        await answered(query, notice and notice[:LONGEST_NOTICE])


async def _found(action: Do, wish: Wish) -> Wish | NoChannel | None:
    """Say what a button is about: the chat it stands in, or a channel if this person may.

    None where the button belongs to another chat.
    """
    chat, state, choice = path.parted(action.argument)
    if chat is not None:
        if wish.message.chat.type != Chat.PRIVATE:
            return None
        found = await channels.find(chat, wish.user, wish.context)
        if isinstance(found, NoChannel):
            return found
        wish = replace(wish, place=found)
    kept = wish.library.subscriptions.get(action.id) if action.id else None
    if kept and kept.chat != wish.place.chat:
        return None
    return replace(wish, action=action, state=state, argument=choice)


def _refusal(found: NoChannel | None, update: Update, context: Context) -> Text:
    language = context.ask(update, "").language
    return render.no_channel(found, language) if found else Text(about.stale(language))


def _wish(update: Update, context: Context, message: Message, where: Place) -> Wish:
    return Wish(
        where,
        asker(update).user,
        context.ask(update, "").language,
        message,
        context,
        anonymous=rights.anonymous(message),
    )


def _whole(given: Reply | Done) -> Done:
    return given if isinstance(given, Done) else Done(given)
