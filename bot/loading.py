"""``treaty-digest load``: files from the disk to the library, with a report on each."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.progress import track

from bot.clock import Clock
from bot.house import open_house
from config import catalogue as catalogues
from config.settings import Settings
from digests import desk
from digests.desk import Report
from digests.library import Library
from digests.records import LONGEST

LOADER = "load"


def load(
    paths: Iterable[Path], settings: Settings, clock: Clock, *, dry_run: bool
) -> Iterator[Report]:
    """Load records, or only say what would become of them.

    Raises:
        CatalogueError, LibraryError: nothing could be loaded at all.
    """
    files = list(_files(paths))
    obstacles = {file: why for file in files if (why := _obstacle(file))}
    yield from (Report(str(file), "refused", (why,)) for file, why in obstacles.items())
    fit = [file for file in files if file not in obstacles]
    screen = Console(stderr=True)
    shown = track(fit, "Loading", console=screen, transient=True, disable=not screen.is_terminal)
    unread: list[Report] = []
    records = _read(shown, unread)
    yield from _previews(records, settings, clock) if dry_run else _load(records, settings, clock)
    yield from unread


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        try:
            folder = path.is_dir()
        except OSError:
            folder = False
        yield from sorted(path.rglob("*.toml")) if folder else [path]


def _obstacle(file: Path) -> str | None:
    """Say why a path cannot be a record, if it cannot."""
    try:
        if file.is_file() and file.suffix == ".toml":
            return None
        known = file.exists()
    except OSError as error:
        return _unreadable(error)
    if known:
        return "only records (.toml) can be loaded; see `treaty-digest schema`."
    return "there is no such file; check the path."


def _unreadable(error: OSError) -> str:
    return f"it cannot be read ({error.strerror}); check the path and its rights."


def _read(files: Iterable[Path], unread: list[Report]) -> Iterator[tuple[str, bytes]]:
    """Read files, no more of each than tells that it is too long; report on those that fail."""
    for file in files:
        try:
            with file.open("rb") as opened:
                raw = opened.read(LONGEST + 1)
        except OSError as error:
            unread.append(Report(str(file), "refused", (_unreadable(error),)))
        else:
            yield str(file), raw


def _load(
    records: Iterable[tuple[str, bytes]], settings: Settings, clock: Clock
) -> Iterator[Report]:
    services = open_house(settings, settings.database, clock)
    with closing(services.library) as library:
        yield from desk.load(
            records, services.catalogue, library, clock.now(), by=LOADER, pause=time.sleep
        )


def _previews(
    records: Iterable[tuple[str, bytes]], settings: Settings, clock: Clock
) -> Iterator[Report]:
    """Tell what would become of records; where there is no library, of a new one."""
    if settings.database.exists():
        catalogue = catalogues.load(settings.config)
        library = desk.patiently(lambda: Library.open(settings.database), time.sleep)
    else:
        services = open_house(settings, None, clock)
        catalogue, library = services.catalogue, services.library
    with closing(library):
        for name, raw in records:
            outcome, problems = desk.preview(raw, catalogue, library)
            yield Report(name, outcome, problems)


def show(reports: Iterable[Report], *, dry_run: bool) -> bool:
    """Print a line a file and the sum of it all; tell whether any was refused."""
    console = Console(soft_wrap=True, highlight=False, markup=False)
    counts: Counter[str] = Counter()
    for report in reports:
        counts[report.outcome] += 1
        console.print(f"{report.outcome:8} {_printable(report.file)}")
        for problem in report.problems:
            console.print(f"         {_printable(problem)}")
    told = ", ".join(f"{number} {outcome}" for outcome, number in counts.items()) or "no files"
    console.print(f"{'Would be' if dry_run else 'Done'}: {told}.")
    return counts["refused"] > 0


def _printable(text: str) -> str:
    """Put a sign for what a terminal would obey or cannot show."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
