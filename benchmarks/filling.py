"""Fill a library in a process of its own, and print as JSON what that took.

Usage: ``python -m benchmarks.filling PATH ARTICLES``.
"""

import datetime as dt
import json
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from benchmarks import library as made_up
from config import catalogue as catalogues
from config.catalogue import Catalogue
from digests import desk
from digests.library import Library
from digests.models import Article

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Filled:
    """What filling a library took; seconds do not count the making-up of articles."""

    articles: int
    seconds: float
    bytes: int
    peak_kib: int

    @property
    def a_second(self) -> float:
        """Give the articles put in per second."""
        return self.articles / self.seconds


def fill(path: Path, count: int) -> Filled:
    """Put so many articles into a new library, in the steps and with the pauses of ``load``."""
    catalogue, seconds = catalogues.load(None), 0.0
    with closing(Library.open(path)) as library:
        desk.introduce(catalogue, library)
        making = made_up.articles(count, catalogue)
        while group := list(islice(making, desk.GROUP)):
            start = time.perf_counter()
            _shelve(group, catalogue, library)
            seconds += time.perf_counter() - start
    return Filled(count, seconds, path.stat().st_size, memory("self", "VmHWM"))


def _shelve(group: list[Article], catalogue: Catalogue, library: Library) -> None:
    def shelve() -> None:
        with library.atomic():
            for article in group:
                desk.publish(article, catalogue, library, NOW, by="bench")

    desk.patiently(shelve, time.sleep)
    time.sleep(desk.PAUSE)


def memory(process: int | str, what: str) -> int:
    """Read a process's memory in KiB: ``VmRSS`` for now, ``VmHWM`` for its highest."""
    lines: Iterator[str] = iter(Path(f"/proc/{process}/status").read_text("utf-8").splitlines())
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{what}:"))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(fill(Path(sys.argv[1]), int(sys.argv[2])))))
