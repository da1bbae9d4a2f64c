"""Very many records loaded by a second process, while a run sends and readers ask."""

import asyncio
import itertools
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from books import Books
from crowd import fill, telegram
from process import command, running
from verdict import Verdict, judge

from bot.stand_in.server import Server

SOON = 60  # seconds for a process to start, and for an answer to come at all
PROMISED = 0.5  # seconds
PAUSE = 0.1  # seconds between two questions: all messages share the limit of letters and answers
FIRST, ASKERS = 10_000_000, 500  # each asks in turn, and none so often that it is ignored
QUESTIONS = ("/latest", "/expert Lukin", "/clause assistance", "mutual assistance", "/about")
RECORD = """\
id = "bulk-{number:06d}"
treaty = "russia-dprk-2024"
headline = "Report {number} on the treaty"
outlet = "TASS"
published = 2025-{month:02d}-{day:02d}
url = "https://example.org/{number}"
clauses = ["assistance"]
summary = "Observer {observer} explains for the {number}th time what the parties have agreed."

[[quotes]]
text = "What was agreed in point {number} is an obligation of both sides alike"
speaker = "Observer {observer}"
kind = "sentence"
"""


@dataclass
class Load:
    """What became of it: seconds to each answer, and to the end of the loading."""

    records: int
    letters: int
    answers: list[float] = field(default_factory=list)
    seconds: float = 0.0
    code: int | None = None
    verdict: Verdict = field(default_factory=Verdict)

    def lines(self):
        """Tell it line by line."""
        late = sum(seconds > PROMISED for seconds in self.answers)
        slowest = sorted(self.answers)
        figures = median(slowest), slowest[int(len(slowest) * 0.99)], slowest[-1]
        times = "median {:.3f} s, p99 {:.3f} s, slowest {:.3f} s".format(*figures)
        return [
            f"{self.records} records loaded in {self.seconds:.0f} s beside {self.letters} letters",
            f"{len(self.answers)} questions answered meanwhile: {times}",
            f"answered after more than {PROMISED} s: {late}",
            *self.verdict.lines()[:3],
        ]


class Readers:
    """People who ask, one after the other; also the server's plan, since it hears the answers."""

    def __init__(self, world):
        self._world = world
        self._turn = itertools.cycle(range(FIRST, FIRST + ASKERS))
        self._questions = itertools.cycle(QUESTIONS)
        self._asked = {}
        for number in range(FIRST, FIRST + ASKERS):
            world.person(number, f"Asker {number}")

    def __call__(self, call):
        answered = self._asked.pop(str(call.parameters.get("chat_id")), None)
        if answered and call.is_of("sendMessage"):
            answered.set_result(time.monotonic())

    async def ask(self, server):
        """Ask; give the seconds until the answer."""
        who, asked_at = next(self._turn), time.monotonic()
        answered = self._asked[str(who)] = asyncio.get_running_loop().create_future()
        server.deliver(self._world.message(who, who, next(self._questions)))
        async with asyncio.timeout(SOON):
            return await answered - asked_at


def write(folder, number):
    """Write so many records."""
    folder.mkdir()
    for each in range(number):
        record = RECORD.format(
            number=each, month=each % 12 + 1, day=each % 28 + 1, observer=each % 97
        )
        (folder / f"{each:06d}.toml").write_text(record)


async def load(records: int, letters: int, rate: int, folder: Path) -> Load:
    """Let all that happen at once."""
    database, found = folder / "library.db", Load(records, letters)
    fill(database, letters)
    write(folder / "records", records)
    world, books = telegram(letters), Books(database)
    readers = Readers(world)
    async with (
        Server(world, faults=readers) as server,
        running(server.url, database, RATE=rate),
    ):
        await server.called("sendMessage", within=SOON)
        await readers.ask(server)  # what is read at the first question is not read again
        await _meanwhile(found, server, readers, books, database)
    found.verdict = judge(world.sent, letters, {}, [], books.confirmed())
    return found


async def _meanwhile(found, server, readers, books, database):
    began = time.monotonic()
    loader = await command(database, "load", str(database.parent / "records"), log="load.log")
    ended = asyncio.create_task(loader.wait())
    while not ended.done():
        found.answers.append(await readers.ask(server))
        await asyncio.sleep(PAUSE)
    found.seconds, found.code = time.monotonic() - began, await ended
    await books.done()
