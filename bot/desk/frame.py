"""The door of the desk: every command, button and answer comes through here, and is checked."""

import re
from dataclasses import replace

from telegram import CallbackQuery, Chat, Message, Update
from telegram.ext import filters

from bot import buttons
from bot.buttons import Do
from bot.context import Context, asker
from bot.desk import intake
from bot.desk.errand import Done, Errand, Press, Question, names, waiting
from bot.desk.table import BY_NAME, PRESSES, may
from bot.desk.waiting import Waiting
from bot.handlers import answered, put_in_place, said
from bot.render import about
from bot.render import desk as render
from bot.render.reply import Reply
from bot.sieve import COMMAND, CONTENT, OWN
from digests.roles import Role, role_of

CAPTIONED = re.compile(r"/load(?:@\w+)?(?:\s+|$)", re.IGNORECASE)  # PTB reads no commands there
PASTED = re.compile(r"\A.{600}", re.DOTALL)  # longer than any question that people ask
HANDED = filters.Document.ALL | filters.CaptionRegex(CAPTIONED) | filters.Regex(PASTED)
LONGEST_NOTICE = 200  # characters that Telegram shows over a chat


class Awaited(filters.MessageFilter):
    """Messages that answer a question of the desk."""

    def __init__(self, questions: Waiting[Question]) -> None:
        super().__init__()
        self._questions = questions

    def filter(self, message: Message) -> bool:
        """Tell whether a message is one."""
        if message.chat.type != Chat.PRIVATE or message.sender_chat or not message.from_user:
            return False
        question = self._questions.of(message.from_user.id)
        if question is None or message.via_bot:
            return False
        if question.anything:
            return CONTENT.filter(message)
        return bool(message.text and OWN.filter(message))


def role(update: Update, context: Context) -> Role:
    """Tell what who sent an update is to this bot; who speaks in a chat's name is nobody."""
    services = context.services
    return role_of(asker(update).user, services.owners, services.library.staff)


async def commanded(update: Update, context: Context) -> None:
    """Do what a command of the desk says."""
    message = update.effective_message
    if message is None or message.text is None:
        return
    marked = message.text[1 : message.entities[0].length]  # as PTB finds our commands
    task = BY_NAME[marked.partition("@")[0].lower()]
    errand = _errand(update, context, message)
    if message.chat.type != Chat.PRIVATE:
        if errand.role.edits:  # for anybody else there is no such command in a group
            await context.send(message, render.in_private(errand.language))
        return
    if not may(errand.role, task.role):
        await context.send(message, render.not_yours(errand.role, errand.language))
        return
    argument = COMMAND.sub("", message.text, count=1)
    errand = replace(errand, argument=argument, left=waiting(context).take(errand.user))
    await _answer(await task.work(errand), message, context)


async def told(update: Update, context: Context) -> None:
    """Take the answer to a question of the desk."""
    message = update.effective_message
    question = waiting(context).take(asker(update).user or 0)
    if message is None or question is None:
        return
    errand = _errand(update, context, message)
    if not errand.role.edits:  # though they did when they were asked
        await context.send(message, render.not_yours(errand.role, errand.language))
        return
    words = message.text or message.caption or ""
    await _answer(await question.take(replace(errand, argument=words)), message, context)


async def handed(update: Update, context: Context) -> None:
    """Take in a file or an article that nobody asked for; from readers it is a question."""
    message = update.effective_message
    if message is None:
        return
    errand, words = _errand(update, context, message), message.text or message.caption or ""
    command = CAPTIONED.match(words)
    if errand.role.edits:
        words = words[command.end() :] if command else words
        await _answer(await intake.more(replace(errand, argument=words)), message, context)
    elif command:
        await context.send(message, render.not_yours(errand.role, errand.language))
    else:
        await said(update, context)


async def pressed(update: Update, context: Context) -> None:
    """Do what a button of the desk says."""
    query = update.callback_query
    if query is None:
        return
    action = buttons.decode(query.data or "", context.services.library.questions.get)
    press = PRESSES.get(action.what) if isinstance(action, Do) else None
    language = context.ask(update, "").language
    if not isinstance(action, Do) or press is None or not isinstance(query.message, Message):
        await answered(query, about.stale(language))
        return
    errand = replace(_errand(update, context, query.message), action=action)
    if not may(errand.role, press.role):
        await answered(query, render.not_yours(errand.role, language).text.plain)
    elif query.message.chat.type != Chat.PRIVATE:
        await answered(query, render.in_private(language).text.plain)
    else:
        await _pressed(query, press, errand)


async def _pressed(query: CallbackQuery, press: Press, errand: Errand) -> None:
    """Do what the button says; it stops blinking whatever comes of it."""
    context, notice = errand.context, None
    left = waiting(context).take(errand.user)
    try:
        done = _whole(await press.work(replace(errand, left=left)))
        notice = done.notice
        if done.reply and done.fresh:
            await context.send(errand.message, done.reply)
        elif done.reply:
            await put_in_place(errand.message, await context.written(done.reply), context)
    finally:
        await answered(query, notice and notice[:LONGEST_NOTICE])


async def _answer(given: Reply | Done, message: Message, context: Context) -> None:
    reply = _whole(given).reply
    if reply:
        await context.send(message, reply)


def _whole(given: Reply | Done) -> Done:
    return given if isinstance(given, Done) else Done(given)


def _errand(update: Update, context: Context, message: Message) -> Errand:
    who = asker(update).user
    found = role(update, context)
    if found.edits and update.effective_user:
        names(context)[update.effective_user.id] = update.effective_user.full_name
    return Errand(who or 0, found, context.ask(update, "").language, message, context)


async def met(update: Update, context: Context) -> None:
    """Show somebody of the staff their menu once they have met the bot, as Telegram demands."""
    found = role(update, context)
    if found.edits and update.effective_user:
        await context.menus.give(context.bot, update.effective_user.id, found)
