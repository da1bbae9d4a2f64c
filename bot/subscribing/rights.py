"""Who may change what comes to a chat; asked of Telegram at every command and every press."""

from telegram import ChatMember, ChatMemberAdministrator, Message
from telegram.error import BadRequest, Forbidden

from bot.context import Context
from bot.subscribing.place import Place


async def member(chat: int, user: int, context: Context) -> ChatMember | None:
    """Tell what somebody is in a chat; None where Telegram does not tell."""
    try:
        return await context.bot.get_chat_member(chat, user)
    except (BadRequest, Forbidden):
        return None


def administers(found: ChatMember | None) -> bool:
    """Tell whether somebody is an administrator, or the creator."""
    return found is not None and found.status in {ChatMember.OWNER, ChatMember.ADMINISTRATOR}


def posts(found: ChatMember | None) -> bool:
    """Tell whether somebody may post in a channel."""
    if isinstance(found, ChatMemberAdministrator):
        return bool(found.can_post_messages)
    return found is not None and found.status == ChatMember.OWNER


async def may(place: Place, user: int | None, context: Context) -> bool:
    """Tell whether somebody may change what comes to a private chat or a group."""
    if place.private:
        return place.chat == user
    return user is not None and administers(await member(place.chat, user, context))


def anonymous(message: Message) -> bool:
    """Tell whether an administrator wrote in the name of the group itself."""
    return message.sender_chat is not None and message.sender_chat.id == message.chat.id
