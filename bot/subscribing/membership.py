"""When the bot is blocked or removed, comes back, or a group becomes another chat."""

import logging

from telegram import Chat, ChatMember, ChatMemberRestricted, ChatMemberUpdated, Message, Update
from telegram.error import TelegramError

from bot.context import Context
from bot.render import membership as render
from bot.render.reply import Reply
from bot.subscribing import rights
from digests import subscribing
from digests.subscriptions import Pause

log = logging.getLogger(__name__)

GROUPS = frozenset({Chat.GROUP, Chat.SUPERGROUP})
OUT = frozenset({ChatMember.LEFT, ChatMember.BANNED})


async def changed(update: Update, context: Context) -> None:
    """Hear what the bot is in a chat from now on."""
    change = update.my_chat_member
    if change is None:
        return
    if why := barred(change.chat, change.new_chat_member):
        library, now, chat = context.services.library, context.services.clock.now(), change.chat.id
        await context.services.write(lambda: library.chats.bar(chat, why, now))
    else:
        await _welcomed(change, context)


def barred(chat: Chat, ours: ChatMember) -> Pause | None:
    """Tell why nothing can be sent to a chat, going by what the bot is in it."""
    if ours.status in OUT:
        return Pause.BLOCKED if chat.type == Chat.PRIVATE else Pause.REMOVED
    if chat.type == Chat.CHANNEL:
        return None if rights.posts(ours) else Pause.NO_RIGHTS
    if isinstance(ours, ChatMemberRestricted):
        if not ours.is_member:
            return Pause.REMOVED
        return None if ours.can_send_messages else Pause.NO_RIGHTS
    return None


async def _welcomed(change: ChatMemberUpdated, context: Context) -> None:
    """Greet a group the bot is new in; offer a chat that was left to go on."""
    library, chat = context.services.library, change.chat
    known = library.chats.get(chat.id) is not None
    if known:
        await context.services.write(lambda: library.chats.welcome(chat.id))
    stopped = len(subscribing.stopped(chat.id, library))
    language = context.services.languages.best(change.from_user.language_code)
    if stopped and chat.type == Chat.CHANNEL:  # its readers are not to see that
        offer = render.again(stopped, language, chat.title or "", chat.id)
        await _tell(change.from_user.id, offer, context)
    elif stopped:
        await _tell(chat.id, render.again(stopped, language), context)
    elif not known and chat.type in GROUPS and change.old_chat_member.status in OUT:
        treaty = context.services.catalogue.default.short
        await _tell(chat.id, render.hello(treaty, language), context)


async def _tell(chat: int, reply: Reply, context: Context) -> None:
    """Say something that nobody waits for; where it cannot be said, it is left unsaid."""
    try:
        await context.tell(chat, reply)
    except TelegramError as error:
        log.info("not told", extra={"chat": chat, "reason": error.message})


async def migrated(update: Update, context: Context) -> None:
    """Take all that is kept about a group along to the supergroup that it became.

    Both chats tell of it, in either order; the second time there is nothing left to do.
    """
    message = update.effective_message
    found = _chats(message) if message else None
    if found:
        library, now = context.services.library, context.services.clock.now()
        await context.services.write(lambda: library.chats.move(*found, now))


def _chats(message: Message) -> tuple[int, int] | None:
    """Give the group that was, and the supergroup that is."""
    if message.chat.type not in GROUPS:
        return None
    if message.migrate_to_chat_id:
        return message.chat.id, message.migrate_to_chat_id
    if message.migrate_from_chat_id:
        return message.migrate_from_chat_id, message.chat.id
    return None
