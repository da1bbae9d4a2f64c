"""Channels, which take no commands: they are named in a private chat, ``/subscribe @channel``."""

import re
from dataclasses import dataclass
from enum import Enum

from telegram import Chat, ChatFullInfo
from telegram.error import BadRequest, Forbidden

from bot.context import Context
from bot.subscribing import rights
from bot.subscribing.place import CHANNEL, Place

# As people write them: @name, a link, or for a channel without a public name its id.
NAMED = re.compile(
    r"(?:(?:https?://)?t\.me/|@)(?P<name>[A-Za-z]\w{3,31})(?=\s|$)|(?P<id>-100[0-9]{5,13})(?=\s|$)",
    re.ASCII,
)


class Trouble(Enum):
    """Why nothing can be done for a channel."""

    NOT_SEEN = "there is none of that name that the bot can see"
    NO_CHANNEL = "it is something else"
    BOT_OUTSIDE = "the bot is no administrator there"
    BOT_SILENT = "the bot may not post there"
    NOT_YOURS = "who asks may not post there"


@dataclass(frozen=True, slots=True)
class NoChannel:
    """Nothing can be done for the channel named so."""

    trouble: Trouble
    named: str


def named(words: str) -> tuple[str, str]:
    """Give the channel that words begin with, if any, and the words after it."""
    found = NAMED.match(words.lstrip())
    if found is None:
        return "", words
    return found["id"] or f"@{found['name']}", words.lstrip()[found.end() :].lstrip()


async def find(reference: int | str, user: int | None, context: Context) -> Place | NoChannel:
    """Find a channel in which both this person and the bot may post."""
    shown = str(reference)
    chat = await _seen(reference, context)
    if isinstance(chat, Trouble):
        return NoChannel(chat, shown)
    if chat.type != Chat.CHANNEL:
        return NoChannel(Trouble.NO_CHANNEL, chat.title or shown)
    title = chat.title or shown
    ours = await rights.member(chat.id, context.bot.id, context)
    if not rights.administers(ours):
        return NoChannel(Trouble.BOT_OUTSIDE, title)
    if not rights.posts(ours):
        return NoChannel(Trouble.BOT_SILENT, title)
    if user is None or not rights.posts(await rights.member(chat.id, user, context)):
        return NoChannel(Trouble.NOT_YOURS, title)
    return Place(chat.id, CHANNEL, title)


async def _seen(reference: int | str, context: Context) -> ChatFullInfo | Trouble:
    try:
        return await context.bot.get_chat(reference)
    except BadRequest:
        return Trouble.NOT_SEEN
    except Forbidden:
        return Trouble.BOT_OUTSIDE
