"""Files named on the command line: found in folders, and read no further than is needed."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from digests.intake.kinds import SUFFIXES
from digests.intake.reading import LONGEST_PAGE

RECORDS = frozenset(suffix for suffix, kind in SUFFIXES.items() if kind == "record")
RAW = frozenset(SUFFIXES) - RECORDS
NO_END = "it is no file with an end; copy it into one."
NO_FILE = "there is no such file; check the path."


def found(paths: Iterable[Path], suffixes: Collection[str]) -> Iterator[Path]:
    """Give the files themselves, and those of the folders that end so, in order."""
    for path in paths:
        try:
            folder = path.is_dir()
            inside = sorted(path.rglob("*")) if folder else []
        except OSError:
            folder, inside = False, []
        if not folder:
            yield path
        yield from (file for file in inside if is_one(file, suffixes))


def is_one(file: Path, suffixes: Collection[str]) -> bool:
    """Tell whether a file is of a kind, whatever the case of its name's end."""
    try:
        return file.suffix.lower() in suffixes and not file.is_dir()
    except OSError:
        return True  # reading it will say why


def read(file: Path, most: int = LONGEST_PAGE) -> bytes | str:
    """Read a file, no more of it than tells that it is too long; or say why that cannot be."""
    try:
        if not file.is_file():
            return NO_END if file.exists() else NO_FILE
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as error:
        return f"it cannot be read ({error.strerror}); check the path and its rights."
