"""Who is quoted, and under which names: what is written when a record is put in."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from digests.library.connection import Connection
from digests.library.facets import Facets
from digests.library.names import Names
from digests.models import Speaker, SpeakerKind

Printed = Counter[tuple[int, str]]  # how many quotes print a speaker under a name


class Known(NamedTuple):
    """What is kept of somebody, apart from counts."""

    name: str
    kind: str
    affiliation: str | None
    role: str | None

    def learning(self, given: Speaker) -> "Known":
        """Add what is newly known; silence about a detail does not take it back.

        The name stays: a record that spells it otherwise does not rename somebody everywhere.
        """
        return Known(
            self.name,
            self.kind if given.kind is SpeakerKind.OTHER else given.kind.value,
            given.affiliation or self.affiliation,
            given.role or self.role,
        )


class Register:
    """The tables of speakers and their names."""

    def __init__(self, connection: Connection, facets: Facets) -> None:
        self._connection = connection
        self._facets = facets
        self._names = Names(connection)

    def enrol(self, given: Speaker) -> int:
        """Give a speaker's number, made when they are new; keep what is newly known of them.

        Somebody new is found once a name of theirs is printed, or they are introduced.
        """
        row = self._connection.row(
            "SELECT facet, name, kind, affiliation, role FROM speaker WHERE slug = ?", given.slug
        )
        if row is None:
            return self._add(given)
        number, *details = row
        known = Known(*details)
        if known.learning(given) != known:
            self._update(number, known, known.learning(given))
        return int(number)

    def _add(self, given: Speaker) -> int:
        number = self._facets.ensure("speaker", given.slug)
        self._connection.run(
            "INSERT INTO speaker (facet, slug, name, kind, affiliation, role) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            number,
            given.slug,
            *Known(given.name, given.kind.value, given.affiliation, given.role),
        )
        return number

    def _update(self, number: int, before: Known, after: Known) -> None:
        self._connection.run(
            "UPDATE speaker SET name = ?, kind = ?, affiliation = ?, role = ? WHERE facet = ?",
            *after,
            number,
        )
        if before.name != after.name:
            self._index(number)

    def _index(self, number: int) -> None:
        rows = self._connection.rows(
            "SELECT name FROM speaker WHERE facet = ? UNION SELECT name FROM name "
            "WHERE speaker = ?",
            number,
            number,
        )
        self._names.index(number, [name for (name,) in rows])

    def reprint(self, before: Printed, after: Printed) -> None:
        """Take the names of a former record out, and put those of the new one in."""
        changed = set()
        for pair in sorted(before.keys() | after.keys()):
            if before[pair] != after[pair] and self._adjust(pair, after[pair] - before[pair]):
                changed.add(pair[0])
        for number in sorted(changed):
            self._index(number)

    def _adjust(self, pair: tuple[int, str], quotes: int) -> bool:
        """Count a name as printed more or less often; tell whether names came or went."""
        touched = self._connection.run(
            "UPDATE name SET printed = printed + ? WHERE speaker = ? AND name = ?", quotes, *pair
        )
        if not touched:
            self._connection.run(
                "INSERT INTO name (printed, speaker, name) VALUES (?, ?, ?)", quotes, *pair
            )
            return True
        gone = quotes < 0 and self._connection.run(
            "DELETE FROM name WHERE speaker = ? AND name = ? AND printed = 0 AND called = 0", *pair
        )
        return bool(gone)

    def introduce(self, given: Speaker, names: Iterable[str]) -> None:
        """Make somebody known before they are quoted, by this name and all these."""
        with self._connection.atomic():
            number = self.enrol(given)
            if self._connection.run(
                "UPDATE speaker SET name = ? WHERE facet = ? AND name <> ?",
                given.name,
                number,
                given.name,
            ):
                self._index(number)
            self.also_called(given.slug, names)

    def also_called(self, slug: str, names: Iterable[str]) -> None:
        """Let a speaker be found by these names too; written only when one of them is new."""
        number = self._connection.value("SELECT facet FROM speaker WHERE slug = ?", slug)
        if number is None:
            return
        known = self._connection.rows(
            "SELECT name FROM name WHERE speaker = ? AND called = 1", number
        )
        fresh = sorted(set(names) - {name for (name,) in known})
        if fresh:
            self._call(number, fresh)

    def _call(self, number: int, fresh: list[str]) -> None:
        with self._connection.atomic():
            self._connection.each(
                "INSERT INTO name (speaker, name, called) VALUES (?, ?, 1) "
                "ON CONFLICT DO UPDATE SET called = 1",
                [(number, name) for name in fresh],
            )
            self._index(number)
