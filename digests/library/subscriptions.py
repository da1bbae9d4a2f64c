"""Subscriptions: what each is owed next, and how far it has read."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypedDict, Unpack

from digests.library import filters, terms
from digests.library.connection import Connection, aside
from digests.library.instants import instant, seconds
from digests.library.parking import hold, release
from digests.models import Filter
from digests.subscriptions import Pause, Result, Schedule, Subscription

Following = Callable[[Schedule, str], dt.datetime | None]  # from a schedule and a time zone


class Changes(TypedDict, total=False):
    """What may be changed; whoever changes schedule or zone gives the ``next`` slot too."""

    schedule: Schedule
    zone: str
    filter: Filter
    language: str
    next: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Settled:
    """What a subscription is after a slot: the next one, how far it has read, what came of it."""

    id: int
    next: dt.datetime | None
    read: int
    since: dt.datetime
    result: Result | None
    settled: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many subscriptions are active, and how many paused, by reason."""

    active: int
    paused: Mapping[Pause, int]


class Slot(NamedTuple):
    """A moment, and how many subscriptions are owed something then."""

    at: dt.datetime
    subscriptions: int


class Subscriptions:
    """The list of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @aside
    def add(
        self,
        chat: int,
        topic: int | None,
        schedule: Schedule,
        zone: str,
        narrowing: Filter,
        language: str,
        by: int | None,
        now: dt.datetime,
        next_: dt.datetime | None,
        since: dt.datetime | None = None,
    ) -> Subscription:
        """Keep a new one; the chat must be met.

        What is published already is no news to it, or else what came in up to *since*.
        """
        at = seconds(now)
        id_ = self._connection.add(
            "INSERT INTO subscription (chat, topic, schedule, zone, filter, language, by, at, "
            "since, next, read) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(chat, topic, str(schedule), zone, filters.text(narrowing), language, by, at),
            *(seconds(since or now), seconds(next_), self._came_in(since)),
        )
        (added,) = self._read("WHERE id = ?", id_)
        return added

    def _came_in(self, until: dt.datetime | None) -> int:
        """Give the number of the last article that came in up to an instant, or at all."""
        number: int = self._connection.value(
            "SELECT coalesce((SELECT sequence FROM article a WHERE ?1 IS NULL OR ?1 >= coalesce("
            "(SELECT coalesce(h.entered, h.at) FROM history h WHERE h.article = a.sequence "
            "ORDER BY h.id LIMIT 1), a.at) ORDER BY sequence DESC LIMIT 1), 0)",
            until and until.isoformat(),
        )
        return number

    def get(self, id_: int) -> Subscription | None:
        """Give one by its number."""
        return next(iter(self._read("WHERE id = ?", id_)), None)

    def of_chat(self, chat: int) -> list[Subscription]:
        """Give those of a chat, in the order they came."""
        return self._read("WHERE chat = ? ORDER BY id", chat)

    def _read(self, where: str, *values: object) -> list[Subscription]:
        rows = self._connection.rows(
            f"SELECT {terms.COLUMNS} FROM subscription {where}",  # noqa: S608 - written below
            *values,
        )
        return [terms.subscription(row) for row in rows]

    @aside
    def change(self, id_: int, **changes: Unpack[Changes]) -> Subscription | None:
        """Change one; None where there is none."""
        for name, value in changes.items():
            self._connection.run(
                f"UPDATE subscription SET {name} = ? WHERE id = ?",  # noqa: S608 - see Changes
                terms.kept(value),
                id_,
            )
        self._free(id_, changes.get("next"))
        return self.get(id_)

    def _free(self, id_: int, slot: dt.datetime | None) -> None:
        """Let slots from one on be used, though they were before the clock was set back."""
        self._connection.run(
            "UPDATE letter SET slot = NULL WHERE subscription = ? AND slot >= ?",
            *(id_, seconds(slot)),
        )

    @aside
    def pause(self, id_: int, why: Pause, now: dt.datetime) -> bool:
        """Send nothing for it, and hold its letters; False where it is paused already, or gone."""
        paused = self._connection.run(
            "UPDATE subscription SET paused = ?, paused_at = ? WHERE id = ? AND paused IS NULL",
            *(why.value, seconds(now), id_),
        )
        if paused:
            hold(self._connection, self._chat(id_), "subscription = ?", id_)
        return paused > 0

    def _chat(self, id_: int) -> int:
        chat: int = self._connection.value("SELECT chat FROM subscription WHERE id = ?", id_)
        return chat

    @aside
    def resume(self, id_: int, now: dt.datetime, next_: dt.datetime | None) -> bool:
        """Go on, with its held letters; False where its chat is barred, or it is gone.

        What is held for its chat and topic and belongs to no subscription goes on too. All these
        wait since *now*.
        """
        resumed = self._connection.run(
            "UPDATE subscription SET paused = NULL, paused_at = NULL, next = ? WHERE id = ? "
            "AND (SELECT barred FROM chat WHERE id = subscription.chat) IS NULL",
            seconds(next_),
            id_,
        )
        if resumed:
            self._free(id_, next_)
            which = (
                "(subscription = ? OR subscription IS NULL "
                "AND topic IS (SELECT topic FROM subscription WHERE id = ?))"
            )
            release(self._connection, self._chat(id_), now, which, id_, id_)
        return resumed > 0

    @aside
    def delete(self, id_: int) -> bool:
        """Delete one, and withdraw its letters that are not sent; False where there is none."""
        self._connection.run(
            "UPDATE letter SET state = 'withdrawn' WHERE subscription = ?1 "
            "AND chat = (SELECT chat FROM subscription WHERE id = ?1) "
            "AND state IN ('waiting', 'held')",
            id_,
        )
        return self._connection.run("DELETE FROM subscription WHERE id = ?", id_) > 0

    def due(self, now: dt.datetime, limit: int) -> list[Subscription]:
        """Give those whose next slot has come, the longest due first."""
        return self._read(
            "WHERE next IS NOT NULL AND next <= ? AND paused IS NULL ORDER BY next, id LIMIT ?",
            seconds(now),
            limit,
        )

    def at_once(self, through: int, limit: int) -> list[Subscription]:
        """Give those that get news as it happens and have not read up to a number."""
        return self._read(
            "WHERE schedule = 'at once' AND paused IS NULL AND read < ? ORDER BY read, id LIMIT ?",
            through,
            limit,
        )

    @aside
    def settle(self, many: Sequence[Settled]) -> None:
        """Advance subscriptions."""
        self._connection.each(
            "UPDATE subscription SET next = ?, read = ?, since = ?, result = ?, settled = ? "
            "WHERE id = ?",
            [
                (
                    seconds(one.next),
                    one.read,
                    seconds(one.since),
                    one.result.value if one.result else None,
                    seconds(one.settled),
                    one.id,
                )
                for one in many
            ],
        )

    def counts(self) -> Tally:
        """Count them, active and paused."""
        paused = self._connection.rows(
            "SELECT paused, COUNT(*) FROM subscription WHERE paused IS NOT NULL GROUP BY paused"
        )
        everything = self._connection.value("SELECT COUNT(*) FROM subscription")
        return Tally(
            active=everything - sum(number for _, number in paused),
            paused={Pause(why): number for why, number in paused},
        )

    def upcoming(self, limit: int) -> list[Slot]:
        """Give the next moments at which anything is owed, and to how many."""
        rows = self._connection.rows(
            "SELECT next, COUNT(*) FROM subscription WHERE next IS NOT NULL AND paused IS NULL "
            "GROUP BY next ORDER BY next LIMIT ?",
            limit,
        )
        return [Slot(instant(at), number) for at, number in rows]

    @aside
    def heal(self, now: dt.datetime, following: Following) -> int:
        """Pull slots back that a clock gone wrong has put too far away; give how many were.

        Nobody has read since a moment, and no letter fails since one, that is yet to come; nor is
        one of a slot to come, whose edition would be taken for it and never be sent.
        """
        for table, since in (("subscription", "since"), ("letter", "failing")):
            self._connection.run(
                f"UPDATE {table} SET {since} = ?1 WHERE {since} > ?1",  # noqa: S608 - our tables
                seconds(now),
            )
        self._connection.run("UPDATE letter SET slot = NULL WHERE slot > ?", seconds(now))
        kinds = self._connection.rows(
            "SELECT DISTINCT schedule, zone FROM subscription "
            "WHERE next IS NOT NULL AND paused IS NULL"
        )
        return sum(
            self._pull(when, zone, following(terms.schedule(when), zone)) for when, zone in kinds
        )

    def _pull(self, when: str, zone: str, slot: dt.datetime | None) -> int:
        return self._connection.run(
            "UPDATE subscription SET next = ?1 WHERE schedule = ?2 AND zone = ?3 "
            "AND next IS NOT NULL AND next > ?1 AND paused IS NULL",
            seconds(slot),
            when,
            zone,
        )
