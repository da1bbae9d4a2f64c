"""``python -m benchmarks``: measure, and print the table."""

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from benchmarks import bots, reading, report
from benchmarks.bots import Bot, Kind
from benchmarks.delivery import measuring as delivery
from benchmarks.filling import Filled
from benchmarks.library import TOPIC, speakers
from benchmarks.measuring import LOG, Floor, Rush, Start
from benchmarks.server import Server
from config import catalogue as catalogues

OURS = "treaty-digest"
AIOGRAM = "aiogram 3 echo"
STARTS, BURSTS = 3, 3
LAST_WORDS = 3_000  # characters
PING = [f"/ping {number}" for number in range(5)]
FIRST, SECOND = speakers()[:2]
MIXED = [
    f"/expert {FIRST}",
    "/clause assistance",
    f"/search {TOPIC}",
    "/latest",
    f"/expert {SECOND}",
]


class Part(StrEnum):
    """What can be measured by itself."""

    READING = "reading"
    ANSWERING = "answering"
    DELIVERY = "delivery"


notes = Console(stderr=True, highlight=False)


def main(
    sizes: Annotated[str, typer.Option(help="Articles in each library.")] = "1000,10000,100000",
    aiogram: Annotated[Path | None, typer.Option(help="A Python that has aiogram.")] = None,
    rounds: Annotated[int, typer.Option(help="How often each question is asked.")] = 500,
    keep: Annotated[
        Path | None, typer.Option(help="Keep the libraries here, and use those that are there.")
    ] = None,
    only: Annotated[Part | None, typer.Option(help="Measure only this.")] = None,
) -> None:
    """Measure, and print the table."""
    parts, tables = [only] if only else list(Part), []
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / LOG
        if Part.READING in parts:
            tables += _read()
        try:
            if Part.ANSWERING in parts:
                shelf = (keep or Path(folder)).absolute()
                tables += _answered(
                    sorted(map(int, sizes.split(","))), shelf, log, aiogram, rounds
                )
            if Part.DELIVERY in parts:
                tables += delivery.measured(aiogram, log, notes.print)
        except TimeoutError:
            notes.print(log.read_text("utf-8")[-LAST_WORDS:], markup=False)
            notes.print("A bot did not answer; above is what the bots last said.")
            raise typer.Exit(1) from None
    report.show(report.machine(), *tables)


def _read() -> list[Table]:
    """Read the corpus, and texts that are hard to read."""
    notes.print("Reading …")
    catalogue = catalogues.load()
    return [
        report.readings(reading.scores(catalogue)),
        report.pace(reading.pace()),
        report.growth(reading.growth(catalogue)),
    ]


def _answered(
    sizes: Sequence[int], shelf: Path, log: Path, aiogram: Path | None, rounds: int
) -> list[Table]:
    """Fill libraries, and ask bots."""
    notes.print("Filling libraries …")
    libraries = {size: shelf / f"{size}.db" for size in sizes}
    filled = report.filled([_filled(size, path) for size, path in libraries.items()])
    kinds = {size: bots.ours(f"{OURS} {size:,}", path) for size, path in libraries.items()}
    return [*asyncio.run(_measured(kinds, bots.echoes(aiogram), log.parent, rounds)), filled]


def _filled(size: int, path: Path) -> Filled:
    """Fill a library, or tell what filling it took when it was filled."""
    told = path.with_suffix(".json")
    if not told.exists():
        command = [sys.executable, "-m", "benchmarks.filling", str(path), str(size)]
        told.write_bytes(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)  # noqa: S603 - our own
    return Filled(**json.loads(told.read_bytes()))


async def _measured(
    ours: dict[int, Kind], echoes: list[Kind], folder: Path, rounds: int
) -> list[Table]:
    async with Server() as server:
        floor = Floor(server, folder)
        kinds = [*ours.values(), *echoes]
        begun = await _starts(floor, kinds)
        with floor.running(kinds) as running:
            notes.print("Asking, one at a time …")
            talk = await floor.talk(running[: len(ours)], running[len(ours) :], rounds)
            # The library hardly matters here, so that the one the echoes are held against will do.
            fit = min(ours, key=lambda size: abs(size - report.MEASURED))
            rushed = await _rushes(
                floor, [bot for bot in running if bot.kind in (ours[fit], *echoes)]
            )
    names = [kind.name for kind in echoes]
    sizes = {size: kind.name for size, kind in ours.items()}
    return [
        report.echoes(talk, names),
        report.answers(talk, sizes, names),
        report.rushes(rushed, AIOGRAM if AIOGRAM in names else None, OURS),
        report.starts(begun, OURS),
    ]


async def _starts(floor: Floor, kinds: Sequence[Kind]) -> dict[str, Start]:
    """Start each bot a few times, in turn; give the medians."""
    notes.print("Starting bots …")
    begun = [[await floor.start(kind) for kind in kinds] for _ in range(STARTS)]
    return {
        kind.name: Start(
            statistics.median(start.seconds for start in each),
            int(statistics.median(start.resident for start in each)),
        )
        for kind, each in zip(kinds, zip(*begun, strict=True), strict=True)
    }


async def _rushes(floor: Floor, running: Sequence[Bot]) -> dict[str, Rush]:
    """Rush each bot a few times, in turn; give the medians, and whether order was always kept."""
    notes.print("Asking, all at once …")
    rushed = [
        [await floor.rush(bot, MIXED if bot.kind.library else PING) for bot in running]
        for _ in range(BURSTS)
    ]
    return {
        bot.kind.name: Rush(
            statistics.median(rush.a_second for rush in each),
            statistics.median(rush.cpu for rush in each),
            all(rush.ordered for rush in each),
        )
        for bot, each in zip(running, zip(*rushed, strict=True), strict=True)
    }


if __name__ == "__main__":
    typer.run(main)
