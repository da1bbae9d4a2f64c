"""Updates, as they come: one that cannot be read is passed over, those beside it still work.

PTB's own ``get_updates`` gives up all of them for one, and would be sent it again for ever.
"""

import logging
from typing import Any

from telegram import Update
from telegram.error import NetworkError
from telegram.ext import ExtBot
from telegram.request import BaseRequest

log = logging.getLogger(__name__)

Bot = ExtBot[None]


async def fetch(
    bot: Bot, read_timeout: Any = BaseRequest.DEFAULT_NONE, **parameters: Any
) -> tuple[list[Update], int | None]:
    """Call getUpdates; give what can be read, and the offset of the next call if any came.

    Raises:
        NetworkError: the answer holds nothing that Telegram would send.
    """
    # No public method gives what came as it came and goes the way that is kept for polling.
    raw = await bot._post("getUpdates", parameters, read_timeout=read_timeout)  # noqa: SLF001
    if not isinstance(raw, list):
        raise NetworkError("The answer to getUpdates is no list")
    numbers = [number for each in raw if (number := _number(each)) is not None]
    if raw and not numbers:
        raise NetworkError("The updates bear no numbers")
    updates = [update for each in raw if (update := _read(each, bot)) is not None]
    return updates, max(numbers) + 1 if numbers else None


def _number(raw: Any) -> int | None:
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if type(number) is int else None


def _read(raw: Any, bot: Bot) -> Update | None:
    """Read an update; of one that cannot be read the log is told the kind, never the words."""
    number = _number(raw)
    if number is None:
        return None
    try:
        return _placed(Update.de_json(raw, bot))
    except Exception as error:  # noqa: BLE001 - PTB stumbles in as many ways as there are
        kinds = [kind for kind in raw if kind in Update.ALL_TYPES]
        reason = type(error).__name__
        log.error(  # noqa: TRY400 - a traceback would hold what people wrote
            "update passed over", extra={"update": number, "kinds": kinds, "reason": reason}
        )
        return None


def _placed(update: Update) -> Update:
    """Make sure that an update has its place, as PTB itself does not."""
    if update.effective_message and not update.effective_chat:
        raise TypeError("a message stands in no chat")
    for place in (update.effective_chat, update.effective_user):
        if place is not None and not isinstance(place.id, int):
            raise TypeError("an id is no number")
    return update
