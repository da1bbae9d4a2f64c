"""Methods about the bot itself: who it is, its commands and descriptions."""

import json
import re
from typing import Any

from bot.stand_in.arguments import Arguments
from bot.stand_in.responses import RefusedError, bad_request
from bot.stand_in.world import World

_MOST_COMMANDS = 100
_LONGEST_COMMAND = 32
_LONGEST_COMMAND_DESCRIPTION = 256
_LONGEST_DESCRIPTION = 512
_LONGEST_SHORT_DESCRIPTION = 120
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


def get_me(world: World, _: Arguments) -> dict[str, Any]:
    """Return the bot."""
    return {
        **world.bot.as_json(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, arguments: Arguments) -> bool:
    """Replace the commands of one scope and language."""
    values = arguments.listed("commands") or []
    if len(values) > _MOST_COMMANDS:
        raise bad_request("too many bot commands specified")
    commands = [_command(value) for value in values]
    world.commands[_audience(world, arguments)] = commands
    return True


def get_my_commands(world: World, arguments: Arguments) -> list[dict[str, str]]:
    """Return the commands of one scope and language, and of no other."""
    return world.commands.get(_audience(world, arguments), [])


def delete_my_commands(world: World, arguments: Arguments) -> bool:
    """Forget the commands of one scope and language."""
    world.commands.pop(_audience(world, arguments), None)
    return True


def set_my_description(world: World, arguments: Arguments) -> bool:
    """Replace what an empty chat with the bot shows."""
    return _describe(world, arguments, "description", _LONGEST_DESCRIPTION)


def set_my_short_description(world: World, arguments: Arguments) -> bool:
    """Replace what the bot's profile shows."""
    return _describe(world, arguments, "short_description", _LONGEST_SHORT_DESCRIPTION)


def _describe(world: World, arguments: Arguments, name: str, longest: int) -> bool:
    text = arguments.text(name)
    if len(text) > longest:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    world.descriptions[name, _language(arguments)] = text
    return True


def _command(value: Any) -> dict[str, str]:
    name, description = _fields(value)
    name = name.strip().removeprefix("/")
    if len(name) > _LONGEST_COMMAND:
        raise _unreadable("command length must not exceed 32")
    if not re.fullmatch(r"[a-z0-9_]+", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description.strip()) <= _LONGEST_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description.strip()}


def _fields(value: Any) -> tuple[str, str]:
    if not isinstance(value, dict):
        raise _unreadable("expected an Object")
    name, description = value.get("command"), value.get("description")
    if not isinstance(name, str) or not isinstance(description, str):
        raise _unreadable("command and description must be of type String")
    return name, description


def _unreadable(complaint: str) -> RefusedError:
    return bad_request(f"can't parse BotCommand: {complaint}")


def _audience(world: World, arguments: Arguments) -> tuple[str, ...]:
    """Return the scope and language of a call as a key."""
    scope = arguments.record("scope") or {"type": "default"}
    kind = scope.get("type")
    if not isinstance(kind, str) or kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    ids = [str(scope.get(name) or "") for name in _SCOPES[kind]]
    if ids:
        world.chat(ids[0]).check_access()
    if not all(ids):
        raise bad_request("can't parse BotCommandScope: user_id is not specified")
    return (kind, *ids, _language(arguments))


def _language(arguments: Arguments) -> str:
    code = arguments.text("language_code")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request(f"invalid language_code {json.dumps(code)}")
    return code
