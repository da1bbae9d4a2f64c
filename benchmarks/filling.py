"""Fill a library in a process of its own, and print as JSON what that took.

Usage: ``python -m benchmarks.filling PATH ARTICLES``.
"""

import datetime as dt
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from benchmarks import library as made_up
from config import catalogue as catalogues
from digests import desk
from digests.library import Library

P = ParamSpec("P")
T = TypeVar("T")
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Filled:
    """What filling a library took; seconds do not count the making-up of articles.

    ``longest`` is how long, in seconds, one group held the lock at most.
    """

    articles: int
    seconds: float
    longest: float
    bytes: int
    peak_kib: int

    @property
    def a_second(self) -> float:
        """Give the articles put in per second."""
        return self.articles / self.seconds


class Watch:
    """Adds up the seconds that something takes, and keeps the most it took at once."""

    def __init__(self) -> None:
        self.total = self.longest = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Let the watch run meanwhile."""
        start = time.perf_counter()
        try:
            yield
        finally:
            took = time.perf_counter() - start
            self.total, self.longest = self.total + took, max(self.longest, took)

    def calls(self, work: Callable[P, T]) -> Callable[P, T]:
        """Give the same function, watched."""

        @wraps(work)
        def watched(*args: P.args, **kwargs: P.kwargs) -> T:
            with self.running():
                return work(*args, **kwargs)

        return watched

    def each(self, values: Iterable[T]) -> Iterator[T]:
        """Give the same values; their making is watched."""
        making = self.calls(next)
        waiting = iter(values)
        while (value := making(waiting, None)) is not None:
            yield value


def fill(path: Path, count: int) -> Filled:
    """Put so many articles into a new library, as ``load`` does and with its pauses.

    All that ``load`` does is in the seconds but the parser: ``shelve`` is what comes behind it,
    and is given articles as they are made up, in place of those that are read.
    """
    catalogue, making, groups, all_ = catalogues.load(None), Watch(), Watch(), Watch()
    with closing(Library.open(path)) as library:
        desk.introduce(catalogue, library)
        articles = library.articles
        articles.put_all = groups.calls(articles.put_all)  # type: ignore[method-assign]
        made = ((one.id, one) for one in making.each(made_up.articles(count, catalogue)))
        with all_.running():
            for report in desk.shelve(made, catalogue, library, NOW, by="bench", pause=time.sleep):
                if report.outcome != "new":
                    raise ValueError(report)
    seconds = all_.total - making.total
    peak = memory("self", "VmHWM")
    return Filled(count, seconds, groups.longest, path.stat().st_size, peak)


def memory(process: int | str, what: str) -> int:
    """Read a process's memory in KiB: ``VmRSS`` for now, ``VmHWM`` for its highest."""
    lines: Iterator[str] = iter(Path(f"/proc/{process}/status").read_text("utf-8").splitlines())
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{what}:"))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(fill(Path(sys.argv[1]), int(sys.argv[2])))))
