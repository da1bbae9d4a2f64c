"""All that is due is composed and put into the outbox while the courier works; tell what it took.

Usage: ``python -m benchmarks.delivery.due URL TOKEN LIBRARY``, a process of its own.
"""

import asyncio
import json
import sys
import time
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.delivery.wake import Wake
from benchmarks.filling import memory
from bot import running
from bot.app import build
from bot.clock import SystemClock
from bot.context import Services
from bot.delivery import Delivery
from bot.transport import Transport
from config import catalogue as catalogues
from digests.library import Library

RATE = 30


@dataclass(frozen=True, slots=True)
class Printed:
    """What it took: seconds, memory in KiB, and milliseconds that the loop was not free."""

    subscriptions: int
    seconds: float
    peak_kib: int
    p99: float
    longest: float
    work: float


async def work(url: str, token: str, library: Library) -> Printed:
    """Do it."""
    services = Services(catalogues.load(None), library, SystemClock())
    application = build(services, token, Transport(), server=url, rate=RATE)
    delivery: Delivery = application.bot_data["delivery"]
    await application.initialize()
    running.settle()
    await delivery.begin(application)
    subscriptions = library.subscriptions.counts().active
    wake = Wake()
    wake.start()
    start = time.perf_counter()
    await delivery.beat()
    seconds = time.perf_counter() - start
    stalls = await wake.stop()
    await delivery.end(application)
    await application.shutdown()
    if library.subscriptions.due(services.clock.now(), 1):
        raise RuntimeError("not all that was due is settled")
    return Printed(subscriptions, seconds, memory("self", "VmHWM"), **asdict(stalls))


def main(url: str, token: str, path: Path) -> None:
    """Do it with a library on disk."""
    with closing(Library.open(path)) as library:
        printed = asyncio.run(work(url, token, library))
    sys.stdout.write(json.dumps(asdict(printed)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
