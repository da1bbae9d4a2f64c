"""Word to the operators: of each kind of trouble once a run, or they would stop reading."""

import logging
import re

from telegram.error import TelegramError

from bot.context import Context
from bot.render.reply import Reply

log = logging.getLogger(__name__)

MOST_KINDS = 1_000


class Operators:
    """Those who run the bot, by their user ids."""

    def __init__(self, ids: tuple[int, ...] = ()) -> None:
        self._ids = ids
        self._told: set[str] = set()

    async def tell(self, kind: str, reply: Reply, context: Context) -> None:
        """Tell them of something, unless they know that kind already; numbers make no kind."""
        kind = re.sub(r"\d+", "0", kind)
        if kind in self._told or len(self._told) >= MOST_KINDS:
            return
        self._told.add(kind)
        for operator in self._ids:
            try:
                await context.tell(operator, reply)
            except TelegramError as error:
                log.warning("operator not told", extra={"user": operator, "error": error.message})
