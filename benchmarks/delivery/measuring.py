"""The measurements of delivery, one after the other."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

from rich.table import Table

from benchmarks.bots import environment
from benchmarks.delivery import fanout, limits, tables
from benchmarks.delivery.due import Printed
from benchmarks.delivery.limits import ASKED
from benchmarks.delivery.places import copied, sink, told
from benchmarks.delivery.sink import TOKEN
from benchmarks.delivery.subscribers import MANY, STEADY

MODULE = (sys.executable, "-m")


def measured(aiogram: Path | None, log: Path, say: Callable[[str], None]) -> list[Table]:
    """Measure; libraries are made beside the *log* of bots."""
    folder = log.parent
    say("Filling libraries with subscribers …")
    command = [*MODULE, f"{__package__}.subscribers", str(folder)]
    subprocess.run(command, check=True, env=environment())  # noqa: S603 - our own
    say("Sending one edition to everybody …")
    sent = fanout.measured(aiogram, folder)
    say("Composing what is due …")
    printed = _due(folder)
    say("Keeping the limits …")
    return [tables.fanout(sent), printed, tables.limits(_kept(folder, log))]


def _due(folder: Path) -> Table:
    with sink() as url, copied(MANY.within(folder)) as library:
        said = told([*MODULE, f"{__package__}.due", url, TOKEN, str(library)])
        with closing(sqlite3.connect(library)) as opened:
            ((letters,),) = opened.execute("SELECT COUNT(*) FROM letter")
    return tables.due(Printed(**said), letters)


def _kept(folder: Path, log: Path) -> list[limits.Kept]:
    with ExitStack() as stack:
        library = STEADY.within(folder)
        copies = [stack.enter_context(copied(library, f"{asked}")) for asked in ASKED]
        return asyncio.run(limits.measured(copies, log))
