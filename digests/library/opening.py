"""From a path to a connection; what is not ours is refused before anything is touched."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from digests.errors import LibraryBusy, LibraryError, NewerLibrary, NotALibrary
from digests.library import schema
from digests.library.connection import Connection, in_words

APPLICATION_ID = int.from_bytes(b"TrDg", "big")
STATEMENTS = 512  # prepared ones kept; a put alone uses some thirty
CACHE = -16_384  # KiB
JOURNAL = 64 * 1024 * 1024
# Pages of the log after which a commit moves them into the file. A page written often is moved
# once: 4 MB, the default, made half the work of a bulk load, which moves the log itself between
# its transactions. Others hardly ever come so far, and then with few pages, written often.
LOG = 12_000


def opened(path: Path | None) -> Connection:
    """Open the library at *path*, made when missing; None is one in memory.

    Raises:
        NotALibrary: the file is damaged or somebody else's; it was not touched.
        NewerLibrary: a newer program wrote it; it was not touched.
        LibraryBusy: another process is just making or changing it.
        LibraryError: there can be no file at this place.
    """
    if path is None:
        return _prepared(Connection(_connected(":memory:"), "The library in memory"))
    path = path.absolute()
    try:
        _make_room(path)
        if path.exists() and path.stat().st_size:
            refuse_what_is_not_ours(path)
        return _prepared(Connection(_connected(str(path)), str(path)))
    except sqlite3.Error as error:
        raise in_words(error, str(path)) from error


def _make_room(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"The folder {path.parent} cannot be made ({error.strerror}). "
            "Name a place for the library that may be written to."
        ) from error
    if path.is_dir():
        raise LibraryError(
            f"{path} is a folder. Name a file in it, such as {path / 'library.db'}."
        )


def refuse_what_is_not_ours(path: Path) -> None:
    """Look at the file as something that cannot change, so that not even a lock is left behind.

    Only beside a write-ahead log it is opened as a reader: without the log it is half a library.

    Raises:
        NotALibrary: it is somebody else's.
        NewerLibrary: a newer program wrote it.
    """
    log = path.with_name(path.name + "-wal")
    living = log.exists() and log.stat().st_size
    uri = f"{path.as_uri()}?mode=ro" + ("" if living else "&immutable=1")
    with closing(sqlite3.connect(uri, uri=True, timeout=0)) as connection:
        db = Database(connection, recursive_triggers=False, execute_plugins=False)
        _refuse_strangers(db, path)
        _refuse_newer(db, path)


def _refuse_strangers(db: Database, path: Path) -> None:
    (application,) = db.conn.execute("PRAGMA application_id").fetchone()
    tables = db.table_names()
    empty = not tables and application in (0, APPLICATION_ID)
    if empty or (application == APPLICATION_ID and schema.MIGRATIONS.applied(db)):
        # Whether the rest is sound a start cannot afford to ask of a large file; the first page
        # of each table it can.
        for table in set(tables) - schema.VIRTUAL:
            db.conn.execute(f'SELECT * FROM "{table}" LIMIT 1').fetchone()  # noqa: S608 - our own
        return
    raise NotALibrary(
        f"{path} is not a library of Treaty Digest; it was left as it is. "
        "Name another file, or a new one."
    )


def _refuse_newer(db: Database, path: Path) -> None:
    if schema.unknown(db):
        raise NewerLibrary(
            f"{path} was written by a newer Treaty Digest; it was left as it is. "
            "Install the newer program, or name another file."
        )


def _connected(path: str) -> Database:
    connection = sqlite3.connect(
        path, timeout=0, isolation_level=None, cached_statements=STATEMENTS
    )
    return Database(connection, execute_plugins=False)


def _prepared(connection: Connection) -> Connection:
    try:
        _configure(connection)
        if schema.MIGRATIONS.pending(connection.db):
            with connection.atomic():
                schema.MIGRATIONS.apply(connection.db)
        _refuse_read_only(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _configure(connection: Connection) -> None:
    """Set what SQLite forgets between connections, and what a new file needs.

    The mark goes in first and alone: one page, so that a kill at any moment leaves a file that
    is empty, or ours.
    """
    connection.run("PRAGMA foreign_keys=ON")
    connection.run("PRAGMA synchronous=FULL")
    connection.run(f"PRAGMA cache_size={CACHE}")
    connection.run(f"PRAGMA journal_size_limit={JOURNAL}")
    connection.run(f"PRAGMA wal_autocheckpoint={LOG}")
    if connection.value("PRAGMA application_id") != APPLICATION_ID:
        connection.run(f"PRAGMA application_id={APPLICATION_ID}")
    if connection.value("PRAGMA journal_mode") not in ("wal", "memory"):
        connection.rows("PRAGMA journal_mode=WAL")


def _refuse_read_only(connection: Connection) -> None:
    """Try a write and take it back: SQLite opens what it may only read without a word."""
    try:
        connection.run("BEGIN IMMEDIATE")
    except LibraryBusy:
        return  # somebody else can write here
    try:
        connection.run("PRAGMA user_version=0")
    finally:
        connection.run("ROLLBACK")
