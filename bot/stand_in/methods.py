"""The table of methods the stand-in knows."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.stand_in import editing, lookups, polling, profile, queries, sending
from bot.stand_in.arguments import Arguments
from bot.stand_in.world import World

Method = Callable[[World, Arguments], Any]

_TABLE: Mapping[str, Method] = {
    "answerCallbackQuery": queries.answer_callback_query,
    "answerInlineQuery": queries.answer_inline_query,
    "deleteMessage": editing.delete_message,
    "deleteMyCommands": profile.delete_my_commands,
    "deleteWebhook": polling.delete_webhook,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "editMessageText": editing.edit_message_text,
    "getChat": lookups.get_chat,
    "getChatAdministrators": lookups.get_chat_administrators,
    "getChatMember": lookups.get_chat_member,
    "getFile": lookups.get_file,
    "getMe": profile.get_me,
    "getMyCommands": profile.get_my_commands,
    "getUpdates": polling.get_updates,
    "getWebhookInfo": polling.get_webhook_info,
    "leaveChat": lookups.leave_chat,
    "sendChatAction": sending.send_chat_action,
    "sendDocument": sending.send_document,
    "sendMessage": sending.send_message,
    "setMyCommands": profile.set_my_commands,
    "setMyDescription": profile.set_my_description,
    "setMyShortDescription": profile.set_my_short_description,
}

# Names are looked up without regard to case, as the real server does.
METHODS: Mapping[str, Method] = {name.lower(): method for name, method in _TABLE.items()}
_SPELT = {name.lower(): name for name in _TABLE}


def spelt(name: str) -> str:
    """Spell the name of a method as its documentation does; one that is not known as it came."""
    return _SPELT.get(name.lower(), name)
