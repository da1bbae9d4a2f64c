"""Privacy mode: which of the messages in a group a bot is told about."""

import re
from typing import Any

from bot.stand_in.chats import Chat


def sees(chat: Chat, message: dict[str, Any]) -> bool:
    """Tell whether the bot is sent this message of this chat.

    Outside groups it sees everything, and in groups as an administrator; else commands that are
    for it or for any bot, replies to it, and messages that name it. (Telegram asks of a bare
    command also that this bot was the last to write; the stand-in has no other bots.)
    """
    if chat.kind in {"private", "channel"} or chat.bot.is_admin:
        return True
    text = message.get("text") or message.get("caption") or ""
    replied = message.get("reply_to_message", {}).get("from", {}).get("id")
    return replied == chat.bot_id or _names(text, chat.bot.person.username)


def _names(text: str, username: str) -> bool:
    command = rf"(?<![\w/<>])/\w{{1,64}}(@{username}\b|(?![\w@/<>]))"
    return bool(re.search(rf"{command}|@{username}\b", text, re.ASCII | re.IGNORECASE))
