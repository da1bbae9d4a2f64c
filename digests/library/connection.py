"""The one connection: statements, transactions, and SQLite's errors in our words."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

from sqlite_utils import Database

from digests.errors import LibraryBusy, LibraryError, NotALibrary

Row = tuple[Any, ...]
PRIMARY = 0xFF  # the low byte of an extended error code is the error, the rest its circumstances

SENTENCES: dict[int, tuple[type[LibraryError], str]] = {
    sqlite3.SQLITE_BUSY: (
        LibraryBusy,
        "Another process is writing to {name}; nothing was done. Try again in a moment.",
    ),
    sqlite3.SQLITE_LOCKED: (
        LibraryBusy,
        "{name} is in use; nothing was done. Try again in a moment.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        NotALibrary,
        "{name} is damaged. Stop the program and put your last backup in its place.",
    ),
    sqlite3.SQLITE_NOTADB: (
        NotALibrary,
        "{name} is not a library of Treaty Digest. Name another file, or a new one.",
    ),
    sqlite3.SQLITE_FULL: (
        LibraryError,
        "There is no room left for {name}; nothing was kept. Free some space and try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        LibraryError,
        "{name} cannot be written to. Give this user the right to write it and its folder.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        LibraryError,
        "{name} cannot be opened. Check that its folder exists and may be written to.",
    ),
    sqlite3.SQLITE_IOERR: (
        LibraryError,
        "The disk failed under {name}. Check the disk, then try again.",
    ),
}


def in_words(error: sqlite3.Error, name: str) -> LibraryError:
    """Say what went wrong with the library *name*, and what to do about it."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & PRIMARY
    kind, sentence = SENTENCES.get(code, (LibraryError, "{name} could not be used: {error}."))
    return kind(sentence.format(name=name, error=error))


def _storable(value: Any) -> Any:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


class Connection:
    """SQLite as the other modules see it: rows out, ``DigestError`` when it fails."""

    def __init__(self, db: Database, name: str) -> None:
        self.db = db
        self.name = name
        self._half = False
        self._beside = 0

    def _execute(self, sql: str, values: Sequence[Any]) -> sqlite3.Cursor:
        try:
            return self.db.conn.execute(sql, values)
        except UnicodeEncodeError:  # half a surrogate pair, which UTF-8 cannot hold
            return self._execute(sql, [_storable(value) for value in values])

    def rows(self, sql: str, *values: Any) -> list[Row]:
        """Run a statement and give all its rows."""
        try:
            return self._execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise in_words(error, self.name) from error

    def row(self, sql: str, *values: Any) -> Row | None:
        """Run a statement and give its first row, if there is one."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    def value(self, sql: str, *values: Any) -> Any:
        """Run a statement and give the first value of its first row, or None."""
        found = self.row(sql, *values)
        return found[0] if found else None

    def run(self, sql: str, *values: Any) -> int:
        """Run a statement that writes; give how many rows it touched."""
        try:
            return self._execute(sql, values).rowcount
        except sqlite3.Error as error:
            raise in_words(error, self.name) from error

    def add(self, sql: str, *values: Any) -> int:
        """Run an ``INSERT`` of one row; give its row id."""
        try:
            return self._execute(sql, values).lastrowid or 0
        except sqlite3.Error as error:
            raise in_words(error, self.name) from error

    def each(self, sql: str, many: Iterable[Sequence[Any]]) -> int:
        """Run a statement that writes, once for each row of values; give how many it touched."""
        try:
            return self.db.conn.executemany(sql, many).rowcount
        except sqlite3.Error as error:
            raise in_words(error, self.name) from error

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Keep all that is written inside, or nothing of it.

        The outermost takes the lock before anything is done (sqlite-utils' own ``atomic()``
        begins deferred, and would fail half-way beside a second writer); inner ones are
        savepoints.

        Raises:
            LibraryBusy: another process holds the lock; nothing was done.
        """
        inner = self.db.conn.in_transaction
        self.run("SAVEPOINT inside" if inner else "BEGIN IMMEDIATE")
        try:
            yield
            self._refuse_half()
            self.run("RELEASE inside" if inner else "COMMIT")
        except BaseException:
            self._undo(inner=inner)
            raise

    @contextmanager
    def joined(self) -> Iterator[None]:
        """Write as one with the transaction round it, or in one of its own.

        For what is done often: a savepoint makes FTS5 write out all it has gathered, and an
        article cost twice the time. Where this fails, what is round it can only fail too.
        """
        if not self.db.conn.in_transaction:
            with self.atomic():
                yield
            return
        try:
            yield
        except BaseException:
            self._half = True
            raise

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Write what no answer is made of: it does not count among the ``changes``."""
        counted = self.changes
        try:
            yield
        finally:
            self._beside = self.db.conn.total_changes - counted

    @property
    def changes(self) -> int:
        """Count the rows that were written over this connection, but for those aside."""
        return self.db.conn.total_changes - self._beside

    def _refuse_half(self) -> None:
        if self._half:
            raise LibraryError(f"Something could not be written to {self.name}; nothing was kept.")

    def _undo(self, *, inner: bool) -> None:
        self._half = False
        if not self.db.conn.in_transaction:
            return  # a full disk ends the transaction by itself
        if inner:
            self.run("ROLLBACK TO inside")
            self.run("RELEASE inside")
        else:
            self.run("ROLLBACK")

    def close(self) -> None:
        """Close the file."""
        self.db.close()


class Shelf(Protocol):
    """A part of the library, with the connection it reads and writes over."""

    _connection: Connection


S = TypeVar("S", bound=Shelf)
P = ParamSpec("P")
T = TypeVar("T")


def aside(write: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """Let a shelf's method write all or nothing, and aside: kept answers stay what they are."""

    @wraps(write)
    def written(self: S, *args: P.args, **given: P.kwargs) -> T:
        with self._connection.aside(), self._connection.joined():
            return write(self, *args, **given)

    return cast("Callable[Concatenate[S, P], T]", written)
