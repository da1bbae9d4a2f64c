"""Opening the house: the catalogue is read, the library opened, and a new one filled."""

import datetime as dt
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from bot.clock import Clock
from bot.context import Services
from config import catalogue as catalogues
from config.settings import Settings
from digests import desk
from digests.library import Library

SEEDER = "seeds"


def open_house(settings: Settings, database: Path | None, clock: Clock) -> Services:
    """Open a library (None: one in memory) and make it ready to answer.

    Raises:
        CatalogueError: a catalogue file cannot be used.
        LibraryError: the library file cannot be used.
    """
    catalogue = catalogues.load(settings.config)
    library = desk.patiently(lambda: Library.open(database), time.sleep)
    services = Services(
        catalogue, library, clock, timezone=settings.timezone, owners=settings.admins
    )
    desk.patiently(lambda: desk.introduce(catalogue, library), time.sleep)
    if library.articles.total() == 0:
        _fill(services, clock.now())
    return services


def _fill(services: Services, now: dt.datetime) -> None:
    """Put the shipped records on the shelves of a new library."""
    reports = desk.load(
        _seeds(), services.catalogue, services.library, now, by=SEEDER, pause=time.sleep
    )
    for report in reports:
        if report.problems:
            raise catalogues.CatalogueError(f"seeds/{report.file}: {' '.join(report.problems)}")


def _seeds() -> Iterator[tuple[str, bytes]]:
    """Give the shipped records, oldest first, so that newer ones come out as newer."""
    files = [file for file in resources.files("seeds").iterdir() if file.name.endswith(".toml")]
    for file in sorted(files, key=lambda file: file.name.split("-", 1)[1]):
        yield file.name, file.read_bytes()
