"""``treaty-digest export``: the library as files on the disk, a record each."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bot import terminal
from config.settings import Settings
from digests import desk
from digests.desk import Report
from digests.errors import DigestError, LibraryError
from digests.library import Library

MOST_NAMED = 5
IN_THE_WAY = "another file of that name is there; move it away, or write over it with --overwrite."


class ExportRefused(DigestError):  # noqa: N818 - reads as what it is where it is raised
    """Nothing can be written there; the message says why."""


def export(folder: Path, settings: Settings, *, overwrite: bool) -> Iterator[Report]:
    """Write each article into a file of a folder, and report on each.

    Raises:
        LibraryError: there is no library, or it cannot be used.
        ExportRefused: there is no folder to write to.
    """
    if not settings.database.exists():
        raise LibraryError(
            f"There is no library at {settings.database}. Name one in TREATY_DIGEST_DATABASE."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportRefused(
            f"{folder} cannot be written to ({error.strerror}). Name another folder."
        ) from error
    with closing(Library.open(settings.database)) as library:
        for name, content in desk.export(library):
            yield _written(folder / name, content, overwrite=overwrite)


def _written(file: Path, content: bytes, *, overwrite: bool) -> Report:
    """Write one record whole or not at all; what is there already is not lost unasked."""
    part = file.with_suffix(".part")
    try:
        there = file.exists() or file.is_symlink()
        if there and file.is_file() and file.read_bytes() == content:
            return Report(str(file), "same")
        if there and not overwrite:
            return Report(str(file), "refused", (IN_THE_WAY,))
        part.write_bytes(content)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        why = f"it cannot be written ({error.strerror}); check the place and its rights."
        return Report(str(file), "refused", (why,))
    return Report(str(file), "changed" if there else "new")


def show(folder: Path, reports: Iterator[Report]) -> bool:
    """Print what was refused, the sum of it all, and what else lies there; tell of refusals."""
    console, counts, written = terminal.console(), Counter[str](), set[str]()
    for report in reports:
        counts[report.outcome] += 1
        written.add(Path(report.file).name)
        for problem in report.problems:
            console.print(f"refused  {terminal.printable(report.file)}\n         {problem}")
    told = ", ".join(f"{number} {outcome}" for outcome, number in counts.items()) or "no articles"
    console.print(f"Done: {told}; in {terminal.printable(str(folder))}.")
    if strays := sorted(file.name for file in folder.glob("*.toml") if file.name not in written):
        named = ", ".join(strays[:MOST_NAMED]) + (", …" if len(strays) > MOST_NAMED else "")
        console.print(f"Not of this library, and left alone: {terminal.printable(named)}.")
    return counts["refused"] > 0
