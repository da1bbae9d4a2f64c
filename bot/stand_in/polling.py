"""Methods by which a bot gets its updates."""

from typing import Any

from bot.stand_in.arguments import Arguments
from bot.stand_in.responses import bad_request
from bot.stand_in.world import World

_MOST_UPDATES = 100
_LEFT_OUT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


def get_updates(world: World, arguments: Arguments) -> list[dict[str, Any]]:
    """Return waiting updates at once; a higher offset confirms the earlier ones.

    Waiting for ``timeout`` seconds is left to the door: this room has no time of its own.
    """
    _allow(world, arguments.listed("allowed_updates"))
    limit = arguments.integer("limit", default=_MOST_UPDATES)
    offset = arguments.integer("offset")
    if offset < 0:
        offset = max((update["update_id"] for update in world.updates), default=0) + offset + 1
    while world.updates and world.updates[0]["update_id"] < offset:
        world.updates.popleft()
    return list(world.updates)[: min(max(limit, 1), _MOST_UPDATES)]


def deliver(world: World, update: dict[str, Any]) -> None:
    """Let an update wait for the bot, unless it has asked not to be told of its kind."""
    kind = next(key for key in update if key != "update_id")
    wanted = world.allowed_updates
    if kind in wanted if wanted else kind not in _LEFT_OUT_BY_DEFAULT:
        world.updates.append(update)


def delete_webhook(world: World, arguments: Arguments) -> bool:
    """Do what a bot asks for before it polls: there never is a webhook."""
    if arguments.flag("drop_pending_updates"):
        world.updates.clear()
    return True


def get_webhook_info(world: World, _: Arguments) -> dict[str, Any]:
    """Say that there is no webhook, and how many updates wait."""
    return {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


def _allow(world: World, names: list[Any] | None) -> None:
    if names is None:
        return  # not given: the previous setting stands
    if not all(isinstance(name, str) for name in names):
        raise bad_request("can't parse allowed_updates: expected an Array of String")
    world.allowed_updates = frozenset(names)
