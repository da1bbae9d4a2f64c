"""Methods that put something new into a chat."""

from typing import Any

from bot.stand_in import keyboards, texts
from bot.stand_in.arguments import Arguments, Upload
from bot.stand_in.chats import Chat
from bot.stand_in.responses import bad_request
from bot.stand_in.texts import Formatted
from bot.stand_in.world import StoredFile, World

LARGEST_UPLOAD = 50 << 20
_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(world: World, arguments: Arguments) -> dict[str, Any]:
    """Send a text."""
    text = message_text(arguments)
    options = arguments.record("link_preview_options")
    extra = {"link_preview_options": options} if options else {}
    return _send(world, arguments, {**text.as_json(), **extra})


def send_document(world: World, arguments: Arguments) -> dict[str, Any]:
    """Send a file, new or known to Telegram already."""
    refuse_parse_mode(arguments)
    stored = _document(world, arguments)
    values = arguments.listed("caption_entities") or []
    caption = texts.caption(arguments.text("caption"), values)
    shown = caption.as_json("caption", "caption_entities") if caption.text else {}
    return _send(world, arguments, {"document": stored.as_json(), **shown})


def send_chat_action(world: World, arguments: Arguments) -> bool:
    """Show what the bot is busy with."""
    if arguments.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = world.chat(arguments.text("chat_id"))
    chat.check_writing(arguments.integer("message_thread_id"))
    return True


def message_text(arguments: Arguments) -> Formatted:
    """Return the text of a call, as Telegram would show it."""
    refuse_parse_mode(arguments)
    return texts.message_text(arguments.text("text"), arguments.listed("entities") or [])


def refuse_parse_mode(arguments: Arguments) -> None:
    """Refuse marked-up text: this bot builds entities and never leaves parsing to Telegram."""
    if mode := arguments.text("parse_mode"):
        raise bad_request(f"unsupported parse_mode {mode}: the stand-in takes entities only")


def _send(world: World, arguments: Arguments, content: dict[str, Any]) -> dict[str, Any]:
    keyboard = keyboards.markup(arguments)
    chat = world.chat(arguments.text("chat_id"))
    thread = arguments.integer("message_thread_id")
    chat.check_writing(thread)
    message = _sender(world, chat) | _place(chat, thread) | _reply(chat, arguments) | content
    if keyboard:
        message["reply_markup"] = keyboard
    return world.post(chat, message, by_bot=True).as_json()


def _sender(world: World, chat: Chat) -> dict[str, Any]:
    if chat.kind == "channel":
        return {"sender_chat": chat.as_json()}
    return {"from": world.bot.as_json()}


def _place(chat: Chat, thread: int) -> dict[str, Any]:
    """Return where in a forum a message stands; elsewhere the thread is ignored in silence."""
    if chat.is_forum and thread:
        return {"message_thread_id": thread, "is_topic_message": True}
    return {}


def _reply(chat: Chat, arguments: Arguments) -> dict[str, Any]:
    parameters = arguments.record("reply_parameters")
    if not parameters:
        return {}
    record = chat.records.get(parameters.get("message_id", 0))
    if record is None:
        if parameters.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": record.as_json(as_reply=True)}


def _document(world: World, arguments: Arguments) -> StoredFile:
    upload = arguments.upload("document")
    if upload is not None:
        return world.keep(_checked(upload))
    file_id = arguments.text("document")
    if not file_id:
        raise bad_request("there is no document in the request")
    if file_id not in world.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return world.files[file_id]


def _checked(upload: Upload) -> Upload:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > LARGEST_UPLOAD:
        raise bad_request("file is too big")
    return upload
