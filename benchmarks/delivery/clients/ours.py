"""Our courier, from a library on disk: until every letter in it is sent, and noted as sent.

Usage: ``python -m benchmarks.delivery.clients.ours URL TOKEN LIBRARY [--due]``; with ``--due``
the press works too, on subscriptions that are due.
"""

import asyncio
import sys
from contextlib import closing
from pathlib import Path

from benchmarks.delivery.clients.pace import Stopwatch
from bot.app import build
from bot.clock import SystemClock
from bot.context import Services
from bot.delivery import Delivery
from bot.transport import Transport
from config import catalogue as catalogues
from digests.library import Library

GLANCE = 0.01  # seconds


async def main(url: str, token: str, path: Path, *, due: bool) -> None:
    """Send."""
    with closing(Library.open(path)) as library:
        services = Services(catalogues.load(None), library, SystemClock())
        application = build(services, token, Transport(), server=url)
        delivery: Delivery = application.bot_data["delivery"]
        await application.initialize()
        messages = (
            library.subscriptions.counts().active if due else library.outbox.counts().waiting
        )
        watch = Stopwatch()
        await delivery.begin(application)
        if due:
            await delivery.beat()
        while library.outbox.waiting(0, 1):  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(GLANCE)
        watch.tell(messages)
        await delivery.end(application)
        await application.shutdown()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), due="--due" in sys.argv))
