"""The long form: ``make chaos``. With the same seed much the same things go wrong again."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from bulk import load
from ordeal import Ordeal, endure

LATE = 12  # seconds; the bot waits for ten

arguments = argparse.ArgumentParser(description=__doc__)
arguments.add_argument("--letters", type=int, default=2_000)
arguments.add_argument("--kills", type=int, default=50)
arguments.add_argument("--seed", type=int, default=1)
arguments.add_argument("--records", type=int, default=20_000, help="loaded during a digest run")


def told(tale):
    """Tell what came of something; give whether all was well."""
    print(*tale.lines(), sep="\n", end="\n\n", flush=True)  # noqa: T201 - what it is for
    return tale.verdict.faultless


given = arguments.parse_args()
with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
    ordeal = Ordeal(given.letters, given.kills, given.seed, late=LATE)
    well = told(asyncio.run(endure(ordeal, Path(first))))
    burden = load(given.records, given.letters // 4, 30, Path(second))
    well = told(asyncio.run(burden)) and well
sys.exit(not well)
