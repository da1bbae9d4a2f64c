"""Methods that ask about chats, people and files, and the one that leaves a chat."""

from dataclasses import replace
from typing import Any

from bot.stand_in.arguments import Arguments
from bot.stand_in.chats import Chat
from bot.stand_in.responses import bad_request
from bot.stand_in.world import World

LARGEST_DOWNLOAD = 20 << 20
_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


def get_chat(world: World, arguments: Arguments) -> dict[str, Any]:
    """Return a chat in full."""
    chat = _accessible(world, arguments)
    return {
        **chat.as_json(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": _NO_GIFTS,
    }


def get_chat_member(world: World, arguments: Arguments) -> dict[str, Any]:
    """Return what a person is in a chat."""
    chat = _accessible(world, arguments)
    person = world.people.get(arguments.integer("user_id"))
    if person is None:
        raise bad_request("user not found")
    return chat.member(person).as_json(chat.kind)


def get_chat_administrators(world: World, arguments: Arguments) -> list[dict[str, Any]]:
    """Return those who administer a chat; of the bots only this one."""
    chat = _accessible(world, arguments)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    return [
        member.as_json(chat.kind)
        for member in chat.members.values()
        if member.is_admin and (not member.person.is_bot or member.person == world.bot)
    ]


def leave_chat(world: World, arguments: Arguments) -> bool:
    """Leave a group or channel."""
    chat = _accessible(world, arguments)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.members[world.bot.id] = replace(chat.bot, standing="left")
    return True


def get_file(world: World, arguments: Arguments) -> dict[str, Any]:
    """Return where a file can be fetched, up to 20 MiB."""
    stored = world.files.get(arguments.text("file_id"))
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.upload.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    facts = stored.as_json()
    known = {key: facts[key] for key in ("file_id", "file_unique_id", "file_size")}
    return {**known, "file_path": stored.path}


def _accessible(world: World, arguments: Arguments) -> Chat:
    chat = world.chat(arguments.text("chat_id"))
    chat.check_access()
    return chat
