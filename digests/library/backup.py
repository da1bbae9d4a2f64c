"""A library copied while others write to it, and a copy put in its place again.

Of a library that is in use SQLite copies one state, in one transaction; writers go on meanwhile.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from digests.errors import LibraryError, NotALibrary
from digests.library import opening
from digests.library.connection import in_words

LOGS = ("-wal", "-shm")  # what SQLite keeps beside a file


def back_up(source: Path, target: Path) -> int:
    """Copy the library at *source* to a new file; give its size in bytes.

    Raises:
        NotALibrary: there is no library at *source*, or it is damaged.
        LibraryError: *target* is there already, or cannot be written.
    """
    check(source)
    if target.exists():
        raise LibraryError(f"{target} is there already and was left as it is. Name a new file.")
    with _beside(target) as partial:
        _copy(source, partial)
        check(partial)
        partial.replace(target)
    return target.stat().st_size


def restore(source: Path, library: Path, aside: Path) -> bool:
    """Put the copy at *source* in the place of *library*, which is kept at *aside*.

    Nobody may use the library meanwhile. Give whether there was one to keep.

    Raises:
        NotALibrary: *source* is no library, or damaged; nothing was changed.
        NewerLibrary: a newer program wrote *source*; nothing was changed.
        LibraryError: *aside* is there already, or something cannot be written.
    """
    check(source)
    if source.resolve() == library.resolve():
        raise LibraryError(f"{source} is the library itself. Name a backup of it.")
    if aside.exists():
        raise LibraryError(f"{aside} is there already. Try again in a moment.")
    with _beside(library) as partial:
        _copy(source, partial)
        check(partial)
        kept = library.exists()
        if kept:
            _keep(library, aside)
        partial.replace(library)
    return kept


def check(path: Path) -> None:
    """Read a whole file, and refuse what is not a sound library of this program.

    Raises:
        NotALibrary: it is damaged, somebody else's, or not there.
        NewerLibrary: a newer program wrote it.
    """
    if not path.is_file() or not path.stat().st_size:
        raise NotALibrary(f"There is no library at {path}.")
    try:
        opening.refuse_what_is_not_ours(path.absolute())
        with closing(_reading(path)) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        raise in_words(error, str(path)) from error
    if found != "ok":
        raise NotALibrary(f"{path} is damaged ({found}). Name another backup.")


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _copy(source: Path, target: Path) -> None:
    """Copy one state of a file into another that needs no log beside it."""
    try:
        with closing(_reading(source)) as reading, closing(sqlite3.connect(target)) as writing:
            reading.backup(writing)
            writing.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise in_words(error, str(target)) from error


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give a new file beside *target*, so that it can take its place at once or not at all."""
    partial = target.with_name(f"{target.name}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        yield partial
    except OSError as error:
        raise LibraryError(f"{target} cannot be written ({error.strerror}).") from error
    finally:
        for name in ("", "-journal", *LOGS):
            partial.with_name(partial.name + name).unlink(missing_ok=True)


def _keep(library: Path, aside: Path) -> None:
    """Keep a library under another name, whole: what its log holds is moved into it first.

    A log left beside the file that takes its place would be read as that file's own. A library
    too damaged for this keeps its log as it is.
    """
    with suppress(sqlite3.Error), closing(sqlite3.connect(library, timeout=0)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    _named_too(library, aside)
    for log in LOGS:
        left = library.with_name(library.name + log)
        if left.exists():
            left.replace(aside.with_name(aside.name + log))


def _named_too(file: Path, name: Path) -> None:
    """Give a file a second name, or a copy where the disk knows no such thing."""
    try:
        name.hardlink_to(file)
    except OSError:
        shutil.copy2(file, name)
