"""Coming to the staff and going from it: the one-time link, the greeting, the farewell."""

import re

from telegram import Chat, Message, Update
from telegram.error import TelegramError
from telegram.ext import filters

from bot.context import Context, asker
from bot.render import joining as render
from bot.render.reply import Reply
from bot.sieve import COMMAND
from digests import desk
from digests.library.staff import Editor
from digests.roles import Role, role_of

PREFIX = "e_"
BYTES = 24  # of chance in a token; 32 signs of a link
LINK = re.compile(rf"{PREFIX}(?P<token>[A-Za-z0-9_-]{{8,62}})")


class Invited(filters.MessageFilter):
    """Messages that open a one-time link."""

    def filter(self, message: Message) -> bool:
        """Tell whether a message is one."""
        return message.chat.type == Chat.PRIVATE and _token(message) is not None


def _token(message: Message) -> str | None:
    link = LINK.fullmatch(COMMAND.sub("", message.text or "", count=1).strip())
    return link["token"] if link else None


async def opened(update: Update, context: Context) -> None:
    """Make an editor of who opens a one-time link, or say why not."""
    message, user = update.effective_message, update.effective_user
    token = _token(message) if message else None
    if message is None or user is None or token is None:
        return
    services, language = context.services, context.ask(update, "").language
    library, owners = services.library, services.owners
    if role_of(asker(update).user, owners, library.staff).edits:
        await context.send(message, render.here_already(language))
        return
    name, now = user.full_name, services.clock.now()
    outcome = await services.write(
        lambda: desk.admit(token, user.id, name, library, now, owners=owners)
    )
    match outcome:
        case desk.Admitted(editor):
            await context.send(message, render.welcome(language))
            await _admitted(editor, context)
        case desk.AlreadyEditor():  # of a bot that has no owners now, where nobody edits
            await context.send(message, render.not_let_in(desk.Why.WITHDRAWN, language))
        case desk.NoInvitation(why):
            await context.send(message, render.not_let_in(why, language))


async def _admitted(editor: Editor, context: Context) -> None:
    """Give a new editor their menu, and word to the owner whose link they came by."""
    services = context.services
    await context.menus.give(context.bot, editor.user, Role.EDITOR)
    if editor.added_by.isdecimal():
        reply = render.came(editor, services.languages.english)
        await _told(int(editor.added_by), reply, context)


async def greet(user: int, context: Context) -> bool:
    """Greet a new editor; False where they have not met the bot yet, which Telegram demands."""
    services = context.services
    if not await _told(user, render.welcome(services.languages.english), context):
        return False
    await context.menus.give(context.bot, user, Role.EDITOR)
    return True


async def part(user: int, context: Context) -> None:
    """Tell somebody that they are no editor any more, and take their menu."""
    services = context.services
    await context.menus.take(context.bot, user)
    await _told(user, render.farewell(services.languages.english), context)


async def _told(user: int, reply: Reply, context: Context) -> bool:
    try:
        await context.tell(user, reply)
    except TelegramError:
        return False
    return True
