"""Chats that something is kept about: their settings, and whether they can be reached."""

import datetime as dt
from dataclasses import dataclass
from typing import TypedDict, Unpack

from digests.library import moving
from digests.library.connection import Connection, Row, aside
from digests.library.instants import instant, seconds
from digests.library.parking import hold, release
from digests.subscriptions import Chat, Pause

COLUMNS = "id, kind, title, zone, brief, empty, barred"
LONGEST_TITLE = 128


class Choice(TypedDict, total=False):
    """What a chat may choose; ``zone`` is None for the bot's own."""

    zone: str | None
    brief: bool
    empty: bool


@dataclass(frozen=True, slots=True)
class Strikes:
    """How often in a row a chat was not found, and since when."""

    number: int
    since: dt.datetime


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was deleted: how many of each, and whether there were settings.

    ``reports`` are what somebody said is wrong with a quote: those stay, but nobody knows whose.
    """

    subscriptions: int
    letters: int
    reports: int
    settings: bool


def _chat(row: Row) -> Chat:
    id_, kind, title, zone, brief, empty, barred = row
    return Chat(
        id=id_,
        kind=kind,
        title=title,
        zone=zone,
        brief=bool(brief),
        empty=bool(empty),
        barred=Pause(barred) if barred else None,
    )


class Chats:
    """The list of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id_: int) -> Chat | None:
        """Give a chat by its Telegram id."""
        row = self._connection.row(
            f"SELECT {COLUMNS} FROM chat WHERE id = ?",  # noqa: S608 - our columns
            id_,
        )
        return _chat(row) if row else None

    def meet(self, id_: int, kind: str, title: str, now: dt.datetime) -> Chat:
        """Give a chat, made when it is new; what it chose stays. Nothing new, nothing written."""
        title = " ".join(title.split())[:LONGEST_TITLE]
        known = self.get(id_)
        if known and (known.kind, known.title) == (kind, title):
            return known
        return self._met(id_, kind, title, now)

    @aside
    def _met(self, id_: int, kind: str, title: str, now: dt.datetime) -> Chat:
        self._connection.run(
            "INSERT INTO chat (id, kind, title, at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title",
            *(id_, kind, title, seconds(now)),
        )
        return self._the(id_)

    def _the(self, id_: int) -> Chat:
        (row,) = self._connection.rows(
            f"SELECT {COLUMNS} FROM chat WHERE id = ?",  # noqa: S608 - our columns
            id_,
        )
        return _chat(row)

    @aside
    def change(self, id_: int, **chosen: Unpack[Choice]) -> Chat:
        """Change what a chat chose; there must be one of this id."""
        for name, value in chosen.items():
            self._connection.run(
                f"UPDATE chat SET {name} = ? WHERE id = ?",  # noqa: S608 - named in Choice
                value,
                id_,
            )
        return self._the(id_)

    @aside
    def bar(self, id_: int, why: Pause, now: dt.datetime) -> int:
        """Send nothing there: pause its subscriptions, hold its letters.

        Give how many subscriptions that paused; those that were already keep their reason.
        """
        self._connection.run(
            "UPDATE chat SET barred = ?, barred_at = coalesce(barred_at, ?), strikes = 0, "
            "struck_at = NULL WHERE id = ?",
            *(why.value, seconds(now), id_),
        )
        hold(self._connection, id_)
        return self._connection.run(
            "UPDATE subscription SET paused = ?, paused_at = ? WHERE chat = ? AND paused IS NULL",
            *(why.value, seconds(now), id_),
        )

    @aside
    def welcome(self, id_: int) -> bool:
        """Let a chat be sent something again; tell whether it was barred.

        Its subscriptions stay paused until they are resumed, and so do their letters. What
        belongs to no subscription, word of a retraction say, is sent.
        """
        barred = self._connection.run(
            "UPDATE chat SET barred = NULL, barred_at = NULL, strikes = 0, struck_at = NULL "
            "WHERE id = ? AND barred IS NOT NULL",
            id_,
        )
        if barred:
            release(self._connection, id_)
        return barred > 0

    @aside
    def strike(self, id_: int, now: dt.datetime) -> Strikes:
        """Count that a chat was not found; any delivery there forgives it. There must be one."""
        self._connection.run(
            "UPDATE chat SET strikes = strikes + 1, struck_at = coalesce(struck_at, ?) "
            "WHERE id = ?",
            seconds(now),
            id_,
        )
        ((number, since),) = self._connection.rows(
            "SELECT strikes, struck_at FROM chat WHERE id = ?", id_
        )
        return Strikes(number, instant(since))

    @aside
    def forgive(self, id_: int) -> None:
        """Begin to count anew."""
        self._connection.run(
            "UPDATE chat SET strikes = 0, struck_at = NULL WHERE strikes > 0 AND id = ?", id_
        )

    @aside
    def move(self, old: int, new: int, now: dt.datetime) -> None:
        """Take all that is kept about a group along to the supergroup that it became.

        Where there is a row for that already, the two become one. What was paused because the
        group was gone goes on, from the slot it was to have next. Its messages get the number 0:
        they stayed behind.
        """
        moving.reports(self._connection, old, new)
        if old == new or self.get(old) is None:
            return
        moving.unmoor(self._connection, old)
        if self.get(new) is None:
            moving.rename(self._connection, old, new)
        else:
            moving.merge(self._connection, old, new)
        moving.go_on(self._connection, new)
        still = self._the(new).barred
        if still:
            self.bar(new, still, now)
        else:
            release(self._connection, new, now)

    @aside
    def forget(self, id_: int) -> Forgotten:
        """Delete all that is kept about a chat; tell what it was.

        Where somebody subscribed elsewhere, it is forgotten that it was they.
        """
        count = self._connection.value
        forgotten = Forgotten(
            subscriptions=count("SELECT COUNT(*) FROM subscription WHERE chat = ?", id_),
            letters=count("SELECT COUNT(*) FROM letter WHERE chat = ?", id_),
            reports=self._connection.run("UPDATE report SET reader = NULL WHERE reader = ?", id_),
            settings=self._connection.run("DELETE FROM chat WHERE id = ?", id_) > 0,
        )
        self._connection.run('UPDATE subscription SET "by" = NULL WHERE "by" = ?', id_)
        return forgotten
