"""Letters set aside for a while, and let go again: with chats, subscriptions and topics.

A letter waits only where its chat is not barred and its subscription, if it has one, not paused.
"""

import datetime as dt

from digests.library.connection import Connection
from digests.library.instants import seconds


def hold(connection: Connection, chat: int, which: str = "1", *values: object) -> int:
    """Hold what waits for a chat, or those letters alone for which a condition holds."""
    return connection.run(
        "UPDATE letter SET state = 'held' "  # noqa: S608 - conditions are written in this room
        f"WHERE chat = ? AND state = 'waiting' AND {which}",
        chat,
        *values,
    )


def release(
    connection: Connection,
    chat: int,
    now: dt.datetime | None = None,
    which: str = "1",
    *values: object,
) -> int:
    """Let what is held for a chat go, or those letters alone for which a condition holds.

    It begins its tries anew, and waits since *now*, if that is told.
    """
    return connection.run(
        "UPDATE letter SET state = 'waiting', tries = 0, failing = NULL, reason = '', "  # noqa: S608
        f"at = coalesce(?, at) WHERE chat = ? AND state = 'held' AND {which} "
        "AND NOT EXISTS (SELECT 1 FROM chat c WHERE c.id = letter.chat AND c.barred IS NOT NULL) "
        "AND NOT EXISTS (SELECT 1 FROM subscription s "
        "WHERE s.id = letter.subscription AND s.paused IS NOT NULL)",
        seconds(now),
        chat,
        *values,
    )
