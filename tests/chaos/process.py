"""A real run of the bot, in a process of its own."""

import asyncio
import os
import sys
from contextlib import asynccontextmanager

from bot.stand_in.server import TOKEN

LOG = "run.log"


def environment(database, **settings):
    """Give what a process of the bot is to know, and nothing of what we know."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("TREATY_DIGEST_")}
    given = {"TOKEN": TOKEN, "DATABASE": str(database)} | settings
    return clean | {f"TREATY_DIGEST_{name}": str(value) for name, value in given.items()}


async def command(database, *words, log=LOG, **settings):
    """Begin a command of the bot; what it says goes into a log beside the library."""
    with (database.parent / log).open("ab") as said:
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *words),
            env=environment(database, **settings),
            cwd=database.parent,
            stdout=said,
            stderr=said,
        )


@asynccontextmanager
async def running(url, database, **settings):
    """Let the bot run; if it still does at the end it is killed."""
    run = await command(database, "run", API_URL=url, **settings)
    try:
        yield run
    finally:
        if run.returncode is None:
            run.kill()
        await run.wait()
