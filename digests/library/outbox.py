"""The outbox: every letter is in exactly one state, and every part sent is kept, once."""

import datetime as dt
from collections.abc import Sequence

from digests.library.connection import Connection, Row, aside
from digests.library.instants import instant, seconds
from digests.library.ledger import Ledger
from digests.library.letters import (
    Backlog,
    Claim,
    Dead,
    Delayed,
    Delivered,
    Died,
    New,
    Outcome,
    Plain,
    Reached,
    State,
)
from digests.library.parking import hold, release
from digests.subscriptions import Letter, LetterKind

LETTER = (
    "SELECT l.id, l.kind, l.chat, l.topic, l.body, l.part, l.parts, l.target, s.message, l.tries, "
    "l.failing, l.plain, l.subscription, l.claimed, l.at, l.reason FROM letter l "
    "LEFT JOIN sent s ON s.letter = l.id AND s.part = l.part - 1"
)


def _letter(row: Row) -> Letter:
    id_, kind, chat, topic, body, part, parts, target, previous, tries, failing, *rest = row
    plain, subscription, claimed, at, _ = rest
    return Letter(
        id=id_,
        kind=LetterKind(kind),
        chat=chat,
        topic=topic,
        body=body,
        part=part,
        parts=parts,
        target=target,
        previous=previous,
        tries=tries,
        failing=instant(failing),
        plain=bool(plain),
        subscription=subscription,
        claimed=instant(claimed),
        at=instant(at),
    )


class Outbox:
    """The letters."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @aside
    def enqueue(self, many: Sequence[New], now: dt.datetime) -> int:
        """Put letters in; give how many were new.

        A subscription has one for a slot, whoever asks twice. To a barred chat they are held, and
        to one that was forgotten there are none.
        """
        return self._connection.each(
            "INSERT INTO letter (kind, topic, body, part, parts, subscription, slot, target, at, "
            "chat, state) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            "id, iif(barred IS NULL, 'waiting', 'held') FROM chat WHERE id = ? "
            "ON CONFLICT (subscription, slot) "
            "WHERE subscription IS NOT NULL AND slot IS NOT NULL DO NOTHING",
            [
                (
                    *(one.kind.value, one.topic, one.body, one.part, one.parts),
                    *(one.subscription, seconds(one.slot), one.target, seconds(now), one.chat),
                )
                for one in many
            ],
        )

    def waiting(self, after: int, limit: int) -> list[Letter]:
        """Give letters to be sent, by their numbers; those numbered up to *after* are left out."""
        rows = self._connection.rows(
            f"{LETTER} WHERE l.state = 'waiting' AND l.id > ? ORDER BY l.id LIMIT ?",
            *(after, limit),
        )
        return [_letter(row) for row in rows]

    def get(self, id_: int) -> Letter | None:
        """Give one by its number, whatever became of it."""
        row = self._connection.row(f"{LETTER} WHERE l.id = ?", id_)
        return _letter(row) if row else None

    @aside
    def commit(
        self, claims: Sequence[Claim], outcomes: Sequence[Outcome], now: dt.datetime
    ) -> frozenset[int]:
        """Keep what came of parts, then what is about to be sent; all of it or nothing.

        Give the letters that cannot be claimed: withdrawn or held meanwhile, or no longer there.
        What a claimed part holds is to be read after this.
        """
        ledger = Ledger(self._connection, seconds(now))
        ledger.deliver([one for one in outcomes if isinstance(one, Delivered)])
        ledger.delay([one for one in outcomes if isinstance(one, Delayed)])
        ledger.bury([one for one in outcomes if isinstance(one, Died)])
        ledger.simplify([one for one in outcomes if isinstance(one, Plain)])
        return ledger.claim(claims)

    @aside
    def hold(self, chat: int, topic: int | None) -> int:
        """Hold what waits for a topic of a chat (None: outside of all); give how many."""
        return hold(self._connection, chat, "topic IS ?", topic)

    @aside
    def release(self, chat: int) -> int:
        """Let the held letters of a chat go, unless it is barred or their subscription paused."""
        return release(self._connection, chat)

    @aside
    def withdraw(self, letter: int) -> bool:
        """Take one back that is not sent; False where it is too late."""
        touched = self._connection.run(
            "UPDATE letter SET state = 'withdrawn' WHERE id = ? AND state IN ('waiting', 'held')",
            letter,
        )
        return touched > 0

    def reached(self, body: int, part: int, after: int = 0, limit: int = -1) -> list[Reached]:
        """Give the messages that show a part, by letter; those up to *after* are left out."""
        rows = self._connection.rows(
            "SELECT l.id, l.chat, l.topic, s.message FROM letter l CROSS JOIN sent s "
            "ON s.letter = l.id AND s.part = ? "
            "WHERE l.body = ? AND l.id > ? AND l.kind = 'edition' ORDER BY l.id LIMIT ?",
            *(part, body, after, limit),
        )
        return [Reached(*row) for row in rows]

    def messages(self, letter: int) -> list[int]:
        """Give the messages a letter became, in order."""
        rows = self._connection.rows(
            "SELECT message FROM sent WHERE letter = ? ORDER BY part", letter
        )
        return [message for (message,) in rows]

    def counts(self) -> Backlog:
        """Count what there is."""
        oldest = self._connection.value(
            "SELECT at FROM letter WHERE state = 'waiting' ORDER BY id LIMIT 1"
        )
        waiting, held, dead = map(self._count, (State.WAITING, State.HELD, State.DEAD))
        return Backlog(waiting, held, dead, instant(oldest))

    def _count(self, state: State) -> int:
        return int(
            self._connection.value(
                f"SELECT COUNT(*) FROM letter INDEXED BY letter_{state.value} "  # noqa: S608
                f"WHERE state = '{state.value}'"
            )
        )

    def dead(self, limit: int) -> list[Dead]:
        """Give the letters that could not be delivered, the latest first."""
        rows = self._connection.rows(
            f"{LETTER} WHERE l.state = 'dead' ORDER BY l.id DESC LIMIT ?", limit
        )
        return [Dead(_letter(row), row[-1]) for row in rows]

    @aside
    def file(
        self, chat: int, topic: int | None, body: int, messages: Sequence[int], now: dt.datetime
    ) -> bool:
        """Keep what was given as an answer, as if it had been sent, for a retraction to find it.

        False where the chat is not met.
        """
        if not self._connection.row("SELECT 1 FROM chat WHERE id = ?", chat):
            return False
        at, parts = seconds(now), len(messages)
        letter = self._connection.add(
            "INSERT INTO letter (kind, chat, topic, body, part, parts, state, at) "
            "VALUES ('edition', ?, ?, ?, ?, ?, 'sent', ?)",
            *(chat, topic, body, parts, parts, at),
        )
        self._connection.each(
            "INSERT INTO sent (letter, part, message, at) VALUES (?, ?, ?, ?)",
            [(letter, part, message, at) for part, message in enumerate(messages)],
        )
        return True
