"""A run that keeps Telegram's limits while all that is due goes out, and readers ask meanwhile."""

import asyncio
import math
import statistics
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle, zip_longest
from pathlib import Path

from benchmarks.bots import PATIENCE, ours, started
from benchmarks.questions import Interests
from benchmarks.questions import Readers as Updates
from benchmarks.server import Json, Line, Refused, Respond, Server
from bot.stand_in.calls import Call
from bot.stand_in.flood import Flood, Limits

RATE = 30  # as Telegram has it
ASKED = (0, 1, 5)  # questions a second
SECONDS = 60
LAST_ANSWERS = 5  # seconds
CHATS = range(50_000_000, 50_000_200)


class Strict(Line):
    """A line that keeps to the limits: what is too much is refused, and counted."""

    def __init__(self, token: str) -> None:
        super().__init__(token)
        self.refused = 0
        self._flood = Flood(Limits(overall=RATE))

    def call(self, at: float, method: str, parameters: Json, respond: Respond) -> None:
        """Do what the bot asks for, unless it is too much."""
        if seconds := self._flood.wait(Call(method, parameters, at)):
            self.refused += 1
            respond(Refused(seconds))
        else:
            super().call(at, method, parameters, respond)


@dataclass(frozen=True, slots=True)
class Kept:
    """How a run did: its share of the rate, calls that were refused, milliseconds to answers."""

    asked: int
    used: float
    refused: int
    took: Sequence[float]

    @property
    def p50(self) -> float:
        """Give the median; where somebody asked."""
        return statistics.median(self.took)

    @property
    def p99(self) -> float:
        """Give what one answer in a hundred took longer than; where somebody asked."""
        return statistics.quantiles(self.took, n=100, method="inclusive")[98]


class Readers:
    """Those who ask one bot: many, each seldom."""

    def __init__(self, line: Strict, a_second: int) -> None:
        self.line = line
        self.a_second = a_second
        self._asked: defaultdict[str, list[float]] = defaultdict(list)
        self._questions = cycle(Interests().commands().values())

    async def ask(self) -> None:
        """Ask so many times a second, as long as is measured."""
        loop, updates = asyncio.get_running_loop(), Updates()
        start, chats = loop.time(), cycle(CHATS)
        for number in range(SECONDS * self.a_second):
            await asyncio.sleep(start + number / self.a_second - loop.time())
            chat, question = next(chats), next(self._questions)
            at = self.line.send(updates.message(question(), chat))
            self._asked[str(chat)].append(at)

    def took(self) -> list[float]:
        """Give the milliseconds to each answer; one that did not come took all the time."""
        came: defaultdict[str, list[float]] = defaultdict(list)
        for answer in self.line.answers:
            came[answer.to].append(answer.at)
        pairs = [
            pair
            for chat, asked in self._asked.items()
            for pair in zip_longest(asked, came[chat][: len(asked)], fillvalue=math.inf)
        ]
        return [min(came - asked, SECONDS) * 1000 for asked, came in pairs]


async def measured(libraries: Sequence[Path], log: Path) -> list[Kept]:
    """Let a run send from each library, all at the same time; each is asked more than the last."""
    async with Server() as server:
        # Made beforehand: making questions up would hold the server up.
        asking = [Readers(server.lay(Strict), a_second) for a_second in ASKED]
        runs = ExitStack()
        try:
            for library, readers in zip(libraries, asking, strict=True):
                kind = ours("treaty-digest", library)
                runs.enter_context(started(kind, readers.line, server.url, log))
            return await asyncio.gather(*map(_kept, asking))
        finally:
            await asyncio.to_thread(runs.close)


async def _kept(readers: Readers) -> Kept:
    """Measure from the first letter on."""
    line = readers.line
    await line.answered(1, PATIENCE)
    first = line.answers[0].at
    await asyncio.gather(readers.ask(), asyncio.sleep(SECONDS))
    sent = sum(answer.at - first < SECONDS for answer in line.answers)
    await asyncio.sleep(LAST_ANSWERS)
    return Kept(readers.a_second, sent / SECONDS / RATE, line.refused, readers.took())
