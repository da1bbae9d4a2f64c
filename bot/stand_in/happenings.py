"""What people do in Telegram, as the updates a bot is sent for it."""

import re
from collections.abc import Iterator
from typing import Any

from bot.stand_in import texts
from bot.stand_in.arguments import Upload
from bot.stand_in.chats import Chat, Record
from bot.stand_in.people import Member, Person, Standing
from bot.stand_in.texts import units
from bot.stand_in.world import World

Update = dict[str, Any]

_LONGEST = 4096  # UTF-16 units: what a client puts into one message
# What clients and server mark in a text by themselves; commands after td, match_bot_commands.
_MARKED = (
    (
        "bot_command",
        re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(@[A-Za-z0-9_]{3,32})?(?![\w/<>])"),
    ),
    ("url", re.compile(r"https?://[^\s<>\"«»“”]*[^\s<>\"«»“”.,;:!?)\]]")),
)


def update(world: World, kind: str, content: dict[str, Any]) -> Update:
    """Return an update with the next number."""
    return {"update_id": next(world.numbers), kind: content}


def message(
    world: World,
    chat: Chat,
    person: Person,
    content: dict[str, Any],
    *,
    reply_to: int | None = None,
    topic: int | None = None,
) -> dict[str, Any]:
    """Put a person's message into a chat and return it."""
    world.met.add(person.id)
    if chat.kind == "private":
        chat.started = True
    whole: dict[str, Any] = {"from": person.as_json()}
    if chat.is_forum and topic:
        whole |= {"message_thread_id": topic, "is_topic_message": True}
    if reply_to is not None:
        whole["reply_to_message"] = chat.records[reply_to].as_json(as_reply=True)
    return world.post(chat, whole | content, by_bot=False).message


def text_content(text: str, key: str = "text", entities_key: str = "entities") -> dict[str, Any]:
    """Return a typed text with the entities Telegram finds in it.

    Raises:
        ValueError: A client would not send this: it is blank, or longer than one message.
    """
    clean = texts.cleaned(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    if not clean:
        raise ValueError("a client sends no blank message")
    if units(clean) > _LONGEST:
        raise ValueError("a client cuts a text of this length into several messages")
    entities = list(_found(clean))
    return {key: clean, entities_key: entities} if entities else {key: clean}


def document_content(world: World, upload: Upload, caption: str) -> dict[str, Any]:
    """Return a sent file with its caption.

    Raises:
        ValueError: The caption is longer than a client allows.
    """
    if units(caption) > texts.LONGEST_CAPTION:
        raise ValueError(f"a caption has at most {texts.LONGEST_CAPTION} characters")
    blank = not texts.cleaned(caption)
    shown = {} if blank else text_content(caption, "caption", "caption_entities")
    return {"document": world.keep(upload).as_json(), **shown}


def callback_data(record: Record, button: tuple[int, int] | str) -> str:
    """Return the data a pressed button sends.

    ``button`` is row and place in it, from 0, or data: a client may send any.

    Raises:
        ValueError: There is no such button, or it is not one that tells the bot.
    """
    if isinstance(button, str):
        return button
    rows = record.message.get("reply_markup", {}).get("inline_keyboard", [])
    row, place = button
    if not (0 <= row < len(rows) and 0 <= place < len(rows[row])):
        raise ValueError(f"there is no button {button} under this message")
    if "callback_data" not in rows[row][place]:
        raise ValueError(f"the button {button} does not tell the bot when it is pressed")
    return str(rows[row][place]["callback_data"])


def callback_query(world: World, chat: Chat, person: Person, record: Record, data: str) -> Update:
    """Return a pressed button, which then waits for its answer."""
    query_id = f"query-{next(world.numbers)}"
    world.queries[query_id] = (world.now(), chat.id)
    world.met.add(person.id)
    content = {
        "id": query_id,
        "from": person.as_json(),
        "message": record.as_json(),
        "chat_instance": f"instance-{chat.id}",
        "data": data,
    }
    return update(world, "callback_query", content)


def inline_query(world: World, person: Person, query: str, offset: str) -> Update:
    """Return an inline question, which then waits for its answer."""
    query_id = f"inline-{next(world.numbers)}"
    world.inline_queries[query_id] = world.now()
    content = {"id": query_id, "from": person.as_json(), "query": query[:256], "offset": offset}
    return update(world, "inline_query", content)


def my_chat_member(
    world: World, chat: Chat, person: Person, standing: Standing, rights: frozenset[str]
) -> Update:
    """Change what the bot is in a chat and return the update about it.

    In a private chat ``kicked`` is a block and ``member`` the end of it.
    """
    before = chat.bot
    chat.members[world.bot.id] = Member(world.bot, standing, rights)
    content = {
        "chat": chat.as_json(),
        "from": person.as_json(),
        "date": world.timestamp(),
        "old_chat_member": before.as_json(chat.kind),
        "new_chat_member": chat.bot.as_json(chat.kind),
    }
    return update(world, "my_chat_member", content)


def edited(world: World, record: Record, text: str) -> dict[str, Any]:
    """Change the text of a person's message and return it."""
    rest = {key: value for key, value in record.message.items() if key not in {"text", "entities"}}
    record.message = {**rest, "edit_date": world.timestamp(), **text_content(text)}
    return record.message


def pieces(text: str) -> list[str]:
    """Cut a text as a client does when it is too long for one message.

    It cuts at the last line end in the second half of what fits, else at the last blank there,
    else within a word (Telegram Desktop, TextUtilities::CutPart, in short).
    """
    cut = []
    while units(text) > _LONGEST:
        most = _fitting(text)
        ends = [text.rfind(sign, most // 2, most) for sign in "\n "]
        at = next((end + 1 for end in ends if end >= 0), most)
        cut.append(text[:at])
        text = text[at:]
    return [piece for piece in (*cut, text) if texts.cleaned(piece)]


def _fitting(text: str) -> int:
    """Return how many code points of ``text`` fit into one message."""
    fitting = text[:_LONGEST]
    while units(fitting) > _LONGEST:
        fitting = fitting[: len(fitting) - (units(fitting) - _LONGEST + 1) // 2]
    return len(fitting)


def _found(text: str) -> Iterator[dict[str, Any]]:
    for kind, pattern in _MARKED:
        for match in pattern.finditer(text):
            offset = units(text[: match.start()])
            yield {"type": kind, "offset": offset, "length": units(match.group())}
