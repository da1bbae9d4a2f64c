"""``treaty-digest load``: files from the disk to the library, with a report on each."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
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

LOADER = "load"


def load(
    paths: Iterable[Path], settings: Settings, clock: Clock, *, dry_run: bool
) -> Iterator[Report]:
    """Load records, or only say what would become of them.

    Raises:
        CatalogueError, LibraryError: nothing could be loaded at all.
    """
    files = list(_files(paths))
    readable = [file for file in files if file.suffix == ".toml" and file.is_file()]
    yield from (_refused(file) for file in files if file not in readable)
    shown = track(readable, "Loading", console=Console(stderr=True), transient=True)
    if dry_run:
        yield from _previews(shown, settings)
        return
    services = open_house(settings, settings.database, clock)
    yield from desk.load(
        ((str(file), file.read_bytes()) for file in shown),
        services.catalogue,
        services.library,
        clock.now(),
        by=LOADER,
        pause=time.sleep,
    )
    services.library.close()


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.toml")) if path.is_dir() else [path]


def _refused(file: Path) -> Report:
    if not file.exists():
        return Report(str(file), "refused", ("there is no such file; check the path.",))
    return Report(
        str(file), "refused", ("only records (.toml) can be loaded; see `treaty-digest schema`.",)
    )


def _previews(files: Iterable[Path], settings: Settings) -> Iterator[Report]:
    catalogue = catalogues.load(settings.config)
    database = settings.database if settings.database.exists() else None
    library = Library.open(database)
    for file in files:
        outcome, problems = desk.preview(file.read_bytes(), catalogue, library)
        yield Report(str(file), outcome, problems)
    library.close()


def show(reports: Iterable[Report], *, dry_run: bool) -> bool:
    """Print a line a file and the sum of it all; tell whether any was refused."""
    console = Console(soft_wrap=True, highlight=False, markup=False)
    counts: Counter[str] = Counter()
    for report in reports:
        counts[report.outcome] += 1
        console.print(f"{report.outcome:8} {report.file}")
        for problem in report.problems:
            console.print(f"         {problem}")
    told = ", ".join(f"{number} {outcome}" for outcome, number in counts.items()) or "no files"
    console.print(f"{'Would be' if dry_run else 'Done'}: {told}.")
    return counts["refused"] > 0
