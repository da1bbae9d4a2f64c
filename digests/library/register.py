"""Who is quoted, and under which names: what is written when a record is put in."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from digests.library.connection import Connection
from digests.library.facets import Facets
from digests.library.names import Names
from digests.models import Speaker, SpeakerKind

Roll = dict[str, tuple[int, "Known"]]  # the numbers of those enrolled, and what is known of them
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

    def enrol(self, given: Speaker, roll: Roll) -> int:
        """Give a speaker's number, made when they are new; keep what is newly known of them.

        Whoever is on the *roll* is not looked up again. Somebody new is found once a name of
        theirs is printed, or they are introduced.
        """
        number, known = roll.get(given.slug) or self._kept(given.slug) or self._add(given)
        after = known.learning(given)
        if after != known:
            self._connection.run(
                "UPDATE speaker SET name = ?, kind = ?, affiliation = ?, role = ? WHERE facet = ?",
                *after,
                number,
            )
        roll[given.slug] = (number, after)
        return number

    def _kept(self, slug: str) -> tuple[int, Known] | None:
        row = self._connection.row(
            "SELECT facet, name, kind, affiliation, role FROM speaker WHERE slug = ?", slug
        )
        return (row[0], Known(*row[1:])) if row else None

    def _add(self, given: Speaker) -> tuple[int, Known]:
        number = self._facets.ensure("speaker", given.slug)
        known = Known(given.name, given.kind.value, given.affiliation, given.role)
        self._connection.run(
            "INSERT INTO speaker (facet, slug, name, kind, affiliation, role) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            number,
            given.slug,
            *known,
        )
        return number, known

    def _index(self, number: int) -> None:
        rows = self._connection.rows(
            "SELECT name FROM speaker WHERE facet = ? UNION SELECT name FROM name "
            "WHERE speaker = ?",
            number,
            number,
        )
        self._names.index(number, [name for (name,) in rows])

    def reprint(self, before: Printed, after: Printed) -> None:
        """Take the names of former records out, and put those of the new ones in."""
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
            number = self.enrol(given, {})
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
