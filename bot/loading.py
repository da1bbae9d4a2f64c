"""``treaty-digest load``: files from the disk to the library, with a report on each."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from rich.progress import track

from bot import files, terminal
from bot.clock import Clock
from bot.house import open_house
from bot.raw import Desk
from config import catalogue as catalogues
from config.catalogue import Catalogue
from config.settings import Settings
from digests import desk, records
from digests.desk import Report
from digests.errors import RecordRefused
from digests.library import Library
from digests.models import Article

LOADER = "load"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be done with the files."""

    publish: bool = False
    dry_run: bool = False


def load(
    paths: Iterable[Path], settings: Settings, clock: Clock, wanted: Wanted
) -> Iterator[Report]:
    """Load records and raw articles, or only say what would become of them.

    Raises:
        CatalogueError, LibraryError: nothing could be loaded at all.
    """
    found = list(files.found(paths, files.RECORDS | files.RAW))
    screen = terminal.console(errors=True)
    shown = track(found, "Loading", console=screen, transient=True, disable=not screen.is_terminal)
    catalogue, opened = _house(settings, clock, wanted)
    with closing(opened) as library:
        desk_ = Desk(catalogue, library, clock, settings.timezone, LOADER)
        for are_records, run in groupby(shown, key=lambda file: file.suffix == ".toml"):
            if are_records:
                yield from _records(run, desk_, wanted)
            else:
                yield from (desk_.bring(file, wanted.publish, wanted.dry_run) for file in run)


def _house(settings: Settings, clock: Clock, wanted: Wanted) -> tuple[Catalogue, Library]:
    """Open the library; where there is none, a dry run looks at what a new one would hold."""
    if wanted.dry_run and settings.database.exists():
        catalogue = catalogues.load(settings.config)
        return catalogue, desk.patiently(lambda: Library.open(settings.database), time.sleep)
    services = open_house(settings, None if wanted.dry_run else settings.database, clock)
    return services.catalogue, services.library


def _records(run: Iterable[Path], desk_: Desk, wanted: Wanted) -> Iterator[Report]:
    if wanted.dry_run:
        yield from (_preview(file, desk_) for file in run)
        return
    read = ((str(file), _record(file, desk_)) for file in run)
    yield from desk.shelve(
        read, desk_.catalogue, desk_.library, desk_.clock.now(), by=LOADER, pause=time.sleep
    )


def _preview(file: Path, desk_: Desk) -> Report:
    raw = files.read(file, records.LONGEST)
    if isinstance(raw, str):
        return Report(str(file), "refused", (raw,))
    return Report(str(file), *desk.preview(raw, desk_.catalogue, desk_.library))


def _record(file: Path, desk_: Desk) -> Article | RecordRefused:
    raw = files.read(file, records.LONGEST)
    if isinstance(raw, str):
        return RecordRefused([raw])
    try:
        return records.parse(raw, desk_.catalogue)
    except RecordRefused as refusal:
        return refusal


def show(reports: Iterable[Report], *, dry_run: bool) -> bool:
    """Print a line a file and the sum of it all; tell whether any was refused."""
    console = terminal.console()
    counts: Counter[str] = Counter()
    for report in reports:
        counts[report.outcome] += 1
        console.print(f"{report.outcome:8} {terminal.printable(report.file)}")
        for problem in report.problems:
            console.print(f"         {terminal.printable(problem)}")
    told = ", ".join(f"{number} {outcome}" for outcome, number in counts.items()) or "no files"
    console.print(f"{'Would be' if dry_run else 'Done'}: {told}.")
    return counts["refused"] > 0
