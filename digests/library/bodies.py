"""What editions consist of: composed once, kept once, however many chats get it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from digests.library import filters
from digests.library.connection import Connection, aside
from digests.library.instants import seconds
from digests.subscriptions import Part, Shown, Span


@dataclass(frozen=True, slots=True)
class Body:
    """One that is kept, and how many parts it has."""

    id: int
    parts: int


@dataclass(frozen=True, slots=True)
class Showing:
    """A part of a body that shows an article, and where."""

    body: int
    part: int
    shown: Shown


class Bodies:
    """The shelf of them; parts count from 0."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keyed(self, key: str) -> Body | None:
        """Give the one kept under a key, while there is something to send of it."""
        row = self._connection.row("SELECT id, parts FROM body WHERE key = ?", key)
        return Body(*row) if row else None

    @aside
    def begin(self, key: str | None, span: Span, now: dt.datetime) -> int:
        """Give the number of a body that is yet to be written, for links that name it."""
        return self._connection.add(
            "INSERT INTO body (key, at, filter, after, through, language, first, last) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *(key, seconds(now), filters.text(span.filter), span.after, span.through),
            *(span.language, span.first.isoformat(), span.last.isoformat()),
        )

    @aside
    def fill(self, id_: int, parts: Sequence[Part]) -> Body:
        """Write one that was begun."""
        self._connection.each(
            "INSERT INTO part (body, number, content) VALUES (?, ?, ?)",
            [(id_, number, part.content) for number, part in enumerate(parts)],
        )
        for number, part in enumerate(parts):
            self._show(id_, number, part)
        self._connection.run("UPDATE body SET parts = ? WHERE id = ?", len(parts), id_)
        return Body(id_, len(parts))

    def _show(self, body: int, number: int, part: Part) -> None:
        self._connection.each(
            "INSERT OR IGNORE INTO shown (article, body, part, start, stop) "
            "SELECT sequence, ?, ?, ?, ? FROM article WHERE id = ?",
            [(body, number, one.start, one.end, one.article) for one in part.shows],
        )

    @aside
    def add(self, key: str | None, span: Span, parts: Sequence[Part], now: dt.datetime) -> Body:
        """Keep a new one; without a *key* nobody else gets it."""
        return self.fill(self.begin(key, span, now), parts)

    def get(self, id_: int) -> Span | None:
        """Tell what one was made of, also long after it was dropped."""
        row = self._connection.row(
            "SELECT filter, after, through, language, first, last FROM body WHERE id = ?", id_
        )
        if row is None:
            return None
        narrowing, after, through, language, first, last = row
        first, last = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        return Span(filters.read(narrowing), after, through, language, first, last)

    def content(self, body: int, part: int) -> str | None:
        """Give a part for the courier; None once it is dropped."""
        content: str | None = self._connection.value(
            "SELECT content FROM part WHERE body = ? AND number = ?", body, part
        )
        return content

    def contents(self, body: int) -> list[str | None]:
        """Give all parts."""
        rows = self._connection.rows(
            "SELECT content FROM part WHERE body = ? ORDER BY number", body
        )
        return [content for (content,) in rows]

    def part(self, body: int, number: int) -> Part | None:
        """Give a part with what it shows, in the order it stands there; None once dropped."""
        content = self.content(body, number)
        if content is None:
            return None
        rows = self._connection.rows(
            "SELECT a.id, s.start, s.stop FROM shown s JOIN article a ON a.sequence = s.article "
            "WHERE s.body = ? AND s.part = ? ORDER BY s.start",
            *(body, number),
        )
        return Part(content, tuple(Shown(*row) for row in rows))

    def articles(self, body: int, part: int) -> list[str]:
        """Give the articles that a part shows, by id, in the order they stand there."""
        rows = self._connection.rows(
            "SELECT a.id FROM shown s JOIN article a ON a.sequence = s.article "
            "WHERE s.body = ? AND s.part = ? ORDER BY s.start",
            *(body, part),
        )
        return [id_ for (id_,) in rows]

    @aside
    def rewrite(self, body: int, number: int, part: Part) -> None:
        """Put another part in the place of one; whoever is not sent it yet gets this.

        To whom the former one is on its way, an edit follows by itself once it has arrived. No
        new letter gets this body.
        """
        self._connection.run(
            "UPDATE part SET content = ? WHERE body = ? AND number = ?",
            *(part.content, body, number),
        )
        self._connection.run("UPDATE body SET key = NULL WHERE id = ?", body)
        self._connection.run("DELETE FROM shown WHERE body = ? AND part = ?", body, number)
        self._show(body, number, part)
        self._connection.run(
            "UPDATE letter SET overtaken = 1 WHERE body = ? AND part = ? AND claimed IS NOT NULL "
            "AND kind = 'edition'",
            *(body, number),
        )

    def showing(self, article: str) -> list[Showing]:
        """Give where an article stands, retracted or not, the latest first."""
        rows = self._connection.rows(
            "SELECT s.body, s.part, s.start, s.stop FROM article a JOIN shown s "
            "ON s.article = a.sequence WHERE a.id = ? ORDER BY s.body DESC, s.part, s.start",
            article,
        )
        return [Showing(body, part, Shown(article, *place)) for body, part, *place in rows]

    @aside
    def drop(self, before: dt.datetime, limit: int = 500) -> int:
        """Drop the parts of old bodies that no letter waits with; give of how many bodies.

        What they were made of and where they were sent is kept. Fewer than *limit*: it was all.
        """
        rows = self._connection.rows(
            "SELECT id FROM body WHERE whole = 1 AND at < ? AND id NOT IN ("
            "  SELECT body FROM letter WHERE state = 'waiting'"
            "  UNION ALL SELECT body FROM letter WHERE state = 'held') LIMIT ?",
            *(seconds(before), limit),
        )
        self._connection.each("UPDATE part SET content = NULL WHERE body = ?", rows)
        self._connection.each("UPDATE body SET key = NULL, whole = 0 WHERE id = ?", rows)
        return len(rows)
