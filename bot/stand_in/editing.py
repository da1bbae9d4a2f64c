"""Methods that change or remove what stands in a chat."""

from datetime import timedelta
from typing import Any

from bot.stand_in import keyboards
from bot.stand_in.arguments import Arguments
from bot.stand_in.chats import Chat, Record
from bot.stand_in.responses import bad_request
from bot.stand_in.sending import message_text
from bot.stand_in.world import World

_DELETABLE = timedelta(hours=48)
_CONTENT = ("text", "entities", "reply_markup")
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


def edit_message_text(world: World, arguments: Arguments) -> dict[str, Any]:
    """Replace text and keyboard; a keyboard left out is removed."""
    text = message_text(arguments)
    keyboard = keyboards.markup(arguments, inline_only=True)
    chat, record = _own_message(world, arguments)
    if "text" not in record.message:
        raise bad_request("there is no text in the message to edit")
    content = text.as_json()
    return _edit(world, chat, record, content | ({"reply_markup": keyboard} if keyboard else {}))


def edit_message_reply_markup(world: World, arguments: Arguments) -> dict[str, Any]:
    """Replace the keyboard; one left out is removed."""
    keyboard = keyboards.markup(arguments, inline_only=True)
    chat, record = _own_message(world, arguments)
    content = {key: record.message[key] for key in _CONTENT[:2] if key in record.message}
    return _edit(world, chat, record, content | ({"reply_markup": keyboard} if keyboard else {}))


def delete_message(world: World, arguments: Arguments) -> bool:
    """Remove a message, within 48 hours."""
    chat, record = _found(world, arguments, "delete")
    age = timedelta(seconds=world.timestamp() - record.message["date"])
    if age > _DELETABLE or not _may_delete(chat, record):
        raise bad_request("message can't be deleted")
    del chat.records[record.message["message_id"]]
    world.note("deleted", chat, record.message)
    return True


def _own_message(world: World, arguments: Arguments) -> tuple[Chat, Record]:
    chat, record = _found(world, arguments, "edit")
    # A message sent with a keyboard that is not inline stays as it is (td, can_edit_message).
    inline = "inline_keyboard" in record.message.get("reply_markup", {"inline_keyboard": []})
    if not (record.by_bot and inline):
        raise bad_request("message can't be edited")
    return chat, record


def _found(world: World, arguments: Arguments, purpose: str) -> tuple[Chat, Record]:
    chat = world.chat(arguments.text("chat_id"))
    chat.check_access()
    message_id = arguments.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    if message_id not in chat.records:
        raise bad_request(f"message to {purpose} not found")
    return chat, chat.records[message_id]


def _edit(world: World, chat: Chat, record: Record, content: dict[str, Any]) -> dict[str, Any]:
    current = {key: record.message[key] for key in _CONTENT if key in record.message}
    if current == content:
        raise bad_request(_NOT_MODIFIED)
    record.edits.append(current)
    rest = {key: value for key, value in record.message.items() if key not in _CONTENT}
    record.message = {**rest, "edit_date": world.timestamp(), **content}
    world.note("edited", chat, record.message)
    return record.message


def _may_delete(chat: Chat, record: Record) -> bool:
    return record.by_bot or chat.kind == "private" or chat.bot.may("can_delete_messages")
