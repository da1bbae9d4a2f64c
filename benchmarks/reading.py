"""How well and how fast raw texts are read. Seconds are those of the processor.

``python -m benchmarks.reading`` reads the articles of the corpus once, in a new process on one
core, and prints the seconds that took: nothing in it has seen them before.
"""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

from benchmarks import corpus
from benchmarks.corpus import Text
from benchmarks.scoring import Judge, Score
from config import catalogue as catalogues
from config.catalogue import Catalogue
from digests.drafting.reading import read

RUNS = 7
SIZES = (62_500, 250_000, 1_000_000)  # characters
PATIENCE = 10  # seconds; what takes longer is not tried at a larger size
ONE = "“We went there on {0} and saw it,” said {1} {2}, an analyst. "
MARKS = "quotation marks"
HOSTILE = {
    MARKS: '"',
    "opening marks": "“",
    "quoted letters": '"a" ',
    "full stops": ".",
    "capitals": "A ",
    "quoted syllables": "“가”라고 ",
    "one line of quotes and names": None,
}


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the articles of the corpus are read, one after the other on one core."""

    articles: int
    characters: int
    seconds: float

    @property
    def a_second(self) -> float:
        """Give how many articles are read in a second."""
        return self.articles / self.seconds

    @property
    def per_thousand(self) -> float:
        """Give the milliseconds for a thousand characters."""
        return self.seconds * 1_000_000 / self.characters


def scores(catalogue: Catalogue) -> dict[str, Score]:
    """Score the articles and the passages, those that are held out by themselves."""
    return {
        f"{name}, {part}": _total([text for text in texts if text.heldout == heldout], catalogue)
        for name, texts in (("articles", corpus.articles()), ("passages", corpus.passages()))
        for part, heldout in (("tuned", False), ("held out", True))
    }


def _total(texts: list[Text], catalogue: Catalogue) -> Score:
    judge = Judge(catalogue)
    drafts = (read(text.source, catalogue, text.today) for text in texts)
    return sum(map(judge.score, texts, drafts), Score())


def pace() -> Pace:
    """Read the articles in several new processes; give the median."""
    texts = corpus.articles()
    command = [sys.executable, "-m", "benchmarks.reading"]
    took = [
        float(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)  # noqa: S603 - our own
        for _ in range(RUNS)
    ]
    return Pace(len(texts), sum(len(text.source) for text in texts), statistics.median(took))


def growth(catalogue: Catalogue) -> dict[str, list[float]]:
    """Give the seconds for ever longer texts that are hard to read, by what they are made of."""
    return {name: _growth(unit, catalogue) for name, unit in HOSTILE.items()}


def _growth(unit: str | None, catalogue: Catalogue) -> list[float]:
    took: list[float] = []
    for size in SIZES:
        if not took or took[-1] < PATIENCE:
            took.append(_seconds(_hostile(unit, size), catalogue))
    return took


def _hostile(unit: str | None, size: int) -> str:
    """Give so many characters of a unit, or of quotes of ever other people."""
    if unit:
        return (unit * (size // len(unit) + 1))[:size]
    length = len(ONE.format(*_people(0)))
    return "".join(ONE.format(*_people(number)) for number in range(size // length))


def _people(number: int) -> tuple[int, str, str]:
    letters = [chr(97 + number // 26**place % 26) for place in range(4)]
    return number, "".join(letters).title(), "".join(reversed(letters)).title()


def _seconds(source: str, catalogue: Catalogue) -> float:
    start = time.process_time()
    read(source, catalogue, corpus.LOADED)
    return time.process_time() - start


def _once() -> float:
    """Read the articles on one core, after other texts have been read."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    catalogue = catalogues.load()
    for text in corpus.passages():
        read(text.source, catalogue, text.today)
    return sum(_seconds(text.source, catalogue) for text in corpus.articles())


if __name__ == "__main__":
    print(_once())  # noqa: T201 - read by the one who started it
