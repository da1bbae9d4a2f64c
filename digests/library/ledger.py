"""What came of letters, written down by the hundred."""

import json
from collections.abc import Iterable, Sequence

from digests.library.connection import Connection
from digests.library.letters import Claim, Delayed, Delivered, Died, Plain
from digests.subscriptions import Result


class Ledger:
    """One page of it: all that is written at one moment, *now* as it is kept."""

    def __init__(self, connection: Connection, now: int) -> None:
        self._connection = connection
        self._now = now

    def claim(self, claims: Sequence[Claim]) -> frozenset[int]:
        """Say of parts that they are on their way; give the letters of which that cannot be."""
        touched = self._connection.each(
            "UPDATE letter SET claimed = ?, overtaken = 0 "
            "WHERE id = ? AND part = ? AND part < parts AND state = 'waiting'",
            [(self._now, one.letter, one.part) for one in claims],
        )
        return frozenset() if touched == len(claims) else self._unclaimed(claims)

    def _unclaimed(self, claims: Sequence[Claim]) -> frozenset[int]:
        rows = self._connection.rows(
            "SELECT c.value ->> 0 FROM json_each(?) c LEFT JOIN letter l "
            "ON l.id = c.value ->> 0 AND l.part = c.value ->> 1 "
            "AND l.part < l.parts AND l.state = 'waiting' WHERE l.id IS NULL",
            json.dumps([(one.letter, one.part) for one in claims]),
        )
        return frozenset(letter for (letter,) in rows)

    def deliver(self, many: Sequence[Delivered]) -> None:
        """Keep the messages that parts became, and go on to the next parts.

        An edit need not make a message: then it is the one that was to be edited.
        """
        if not many:
            return
        self._amend(many)
        self._connection.each(
            "INSERT OR IGNORE INTO sent (letter, part, message, at) "
            "SELECT id, ?, coalesce(?, target, 0), ? FROM letter WHERE id = ?",
            [(one.part, one.message, self._now, one.letter) for one in many],
        )
        self._connection.each(
            "UPDATE letter SET part = part + 1, state = iif(?, 'sent', state), claimed = NULL, "
            "overtaken = 0, tries = 0, failing = NULL, reason = '' "
            "WHERE id = ? AND part = ? AND part < parts",
            [(one.last, one.letter, one.part) for one in many],
        )
        self._tell(Result.SENT, [one.letter for one in many if one.last])
        self._live([one.letter for one in many])

    def _amend(self, many: Iterable[Delivered]) -> None:
        """Let an edit follow to whom a part came that was rewritten while it was on its way."""
        if not self._connection.row("SELECT 1 FROM letter WHERE overtaken = 1 LIMIT 1"):
            return
        self._connection.each(
            "INSERT INTO letter (kind, chat, topic, body, part, parts, target, state, at) "
            "SELECT 'edit', l.chat, l.topic, l.body, l.part, l.part + 1, coalesce(?, l.target), "
            "iif(c.barred IS NULL, 'waiting', 'held'), ? FROM letter l JOIN chat c "
            "ON c.id = l.chat WHERE l.id = ? AND l.part = ? AND l.overtaken = 1",
            [(one.message, self._now, one.letter, one.part) for one in many],
        )

    def _tell(self, result: Result, letters: Iterable[int]) -> None:
        """Tell subscriptions what came of the slot they wait for the letter of."""
        self._connection.each(
            "UPDATE subscription SET result = ?, settled = ? WHERE result = ? AND id = "
            "(SELECT subscription FROM letter WHERE id = ?)",
            [(result.value, self._now, Result.WAITING.value, id_) for id_ in letters],
        )

    def _live(self, letters: Sequence[int]) -> None:
        """Keep that something got through, and to whom, so that they are well again."""
        self._connection.run("UPDATE pulse SET sent = ? WHERE id = 1", self._now)
        self._connection.run(
            "UPDATE chat SET strikes = 0, struck_at = NULL WHERE strikes > 0 AND id IN "
            "(SELECT chat FROM letter WHERE id IN (SELECT value FROM json_each(?)))",
            json.dumps(letters),
        )

    def delay(self, many: Sequence[Delayed]) -> None:
        """Keep that parts could not be sent now."""
        self._connection.each(
            "UPDATE letter SET tries = tries + 1, failing = coalesce(failing, ?), reason = ?, "
            "claimed = NULL, overtaken = 0 WHERE id = ? AND part < parts",
            [(self._now, one.why, one.letter) for one in many],
        )

    def bury(self, many: Sequence[Died]) -> None:
        """Keep that letters can never be delivered."""
        self._connection.each(
            "UPDATE letter SET state = 'dead', reason = ?, claimed = NULL, overtaken = 0 "
            "WHERE id = ? AND state IN ('waiting', 'held')",
            [(one.why, one.letter) for one in many],
        )
        self._tell(Result.DEAD, [one.letter for one in many])

    def simplify(self, many: Sequence[Plain]) -> None:
        """Let letters go without entities from now on."""
        self._connection.each(
            "UPDATE letter SET plain = 1, claimed = NULL, overtaken = 0 WHERE id = ?",
            [(one.letter,) for one in many],
        )
