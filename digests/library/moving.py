"""A group that becomes a supergroup gets another number; what is kept about it goes along."""

from digests.library.connection import Connection
from digests.subscriptions import Pause

GONE = (Pause.REMOVED.value, Pause.NOT_FOUND.value)  # what its old number looks like meanwhile


def reports(connection: Connection, old: int, new: int) -> None:
    """Let the answers to what was said is wrong with quotes go to the new number."""
    connection.run("UPDATE report SET reader = ? WHERE reader = ?", new, old)


def unmoor(connection: Connection, old: int) -> None:
    """Forget which messages were sent to the old number; that there were any is kept.

    In the new chat the same numbers are other messages: an edit would hit one of those.
    """
    connection.run(
        "UPDATE sent SET message = 0 WHERE letter IN (SELECT id FROM letter WHERE chat = ?)", old
    )
    connection.run(
        "UPDATE letter SET target = 0 WHERE chat = ? AND target IS NOT NULL "
        "AND state IN ('waiting', 'held')",
        old,
    )


def rename(connection: Connection, old: int, new: int) -> None:
    """Move a chat to a number of which nothing is known; the rest follows its key."""
    connection.run("UPDATE chat SET id = ? WHERE id = ?", new, old)


def merge(connection: Connection, old: int, new: int) -> None:
    """Make one chat of two; what was chosen in either of them is chosen."""
    connection.run(
        "UPDATE chat SET zone = coalesce(chat.zone, o.zone), brief = max(chat.brief, o.brief), "
        "empty = max(chat.empty, o.empty), barred = coalesce(chat.barred, o.barred), "
        "barred_at = coalesce(chat.barred_at, o.barred_at), at = min(chat.at, o.at) "
        "FROM (SELECT * FROM chat WHERE id = ?) o WHERE chat.id = ?",
        *(old, new),
    )
    connection.run("UPDATE subscription SET chat = ? WHERE chat = ?", new, old)
    connection.run("UPDATE letter SET chat = ? WHERE chat = ?", new, old)
    connection.run("DELETE FROM chat WHERE id = ?", old)


def go_on(connection: Connection, id_: int) -> None:
    """Let go on what was only paused because the old number was gone."""
    connection.run(
        "UPDATE chat SET kind = 'supergroup', strikes = 0, struck_at = NULL WHERE id = ?", id_
    )
    connection.run(
        "UPDATE chat SET barred = NULL, barred_at = NULL WHERE id = ? AND barred IN (?, ?)",
        *(id_, *GONE),
    )
    connection.run(
        "UPDATE subscription SET paused = NULL, paused_at = NULL "
        "WHERE chat = ? AND paused IN (?, ?)",
        *(id_, *GONE),
    )
