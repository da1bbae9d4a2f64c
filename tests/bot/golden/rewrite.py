"""Write the golden conversations anew: ``python tests/bot/golden/rewrite.py``.

A conversation is a file beside this one; its lines that begin with ``> `` are what is typed at
``treaty-digest try``, the others what comes of it. For a new one write only the former, run this,
and read what it has written as critically as a stranger would.
"""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import build
from bot.clock import MovableClock
from bot.house import open_house
from bot.pulse import Followed
from bot.rehearsal import rehearse
from bot.rehearsal.staffing import staffed
from bot.stand_in.telegram import StandIn
from config.settings import Settings

FOLDER = Path(__file__).parent


def conversations():
    return sorted(FOLDER.glob("*.txt"))


def typed(conversation):
    lines = conversation.read_text(encoding="utf-8").splitlines()
    return [line[2:] for line in lines if line == ">" or line.startswith("> ")]


async def replay(lines):
    clock = MovableClock(datetime(2026, 12, 1, 8, tzinfo=UTC))
    settings = Settings(timezone=ZoneInfo("UTC"), config=None, _env_file=None)
    services = staffed(open_house(settings, None, clock))
    written = []
    await rehearse(
        lambda request: build(services, "1:stand-in", request, pulse=Followed(clock)),
        StandIn(now=clock.now),
        lines,
        written.append,
        clock=clock,
        prompt=False,
    )
    services.library.close()
    return "".join(written)


def main():
    for conversation in conversations():
        replayed = asyncio.run(replay(typed(conversation)))
        conversation.write_text(replayed, encoding="utf-8")


if __name__ == "__main__":
    main()
