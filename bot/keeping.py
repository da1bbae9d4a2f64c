"""``treaty-digest status``, ``backup`` and ``restore``: care for the library from outside."""

import datetime as dt
from contextlib import closing
from pathlib import Path

from bot import running
from config.settings import Settings
from digests.answers.status import Status
from digests.answers.status import status as look
from digests.errors import LibraryError
from digests.library import Library, backup

STAMP = "%Y-%m-%dT%H%M%SZ"  # no colons: some disks take none in a name


def status(settings: Settings, now: dt.datetime) -> Status:
    """Look at the delivery, and at whether a run is on.

    Raises:
        LibraryError: there is no library, or it cannot be used.
    """
    if not settings.database.exists():
        raise LibraryError(f"There is no library at {settings.database}. A run makes one.")
    with closing(Library.open(settings.database)) as library:
        return look(library, now, running=running.is_on(settings.database))


def back_up(library: Path, target: Path, now: dt.datetime) -> str:
    """Copy the library, also while a run is on; into a folder under a name that says when.

    Raises:
        LibraryError: there is no sound library, or the copy cannot be made.
    """
    if target.is_dir():
        target /= f"{library.stem}-{now:{STAMP}}.db"
    size = backup.back_up(library, target)
    return f"{target} holds a checked copy of {library} ({size / 1_000_000:,.1f} MB)."


def restore(source: Path, library: Path, now: dt.datetime) -> str:
    """Put a copy in the place of the library, which is kept beside it under another name.

    Raises:
        RunRefused: a run is on.
        LibraryError: the copy is not sound, or a newer program wrote it; nothing was changed.
    """
    aside = library.with_name(f"{library.stem}-replaced-{now:{STAMP}}{library.suffix}")
    with running.alone(library):
        kept = backup.restore(source, library, aside)
    told = [f"{library} is what {source} holds now."]
    if kept:
        told.append(f"What it was is kept at {aside}.")
    told.append("Editions sent since that copy was made will be sent again.")
    return " ".join(told)
