"""A real run, killed again and again while it sends, on a Telegram where much goes wrong."""

import asyncio
import random
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

from books import Books
from crowd import arrived_at, fill, telegram
from process import LOG, running
from trouble import Trouble
from verdict import Kill, Verdict, judge

from bot.stand_in.server import Server

START = 60  # seconds in which a process must have begun to send
PATIENCE = 600  # seconds in which the last run must have sent the rest
A_WHILE = 0.02  # seconds; the courier gathers for as long what it writes down
PLENTY = 300  # letters that wait; with fewer a run might be done before it is killed


@dataclass(frozen=True)
class Ordeal:
    """What is to be gone through: so many letters, so many kills, and what else goes wrong."""

    letters: int
    kills: int
    seed: int = 1
    late: float = 0  # seconds that some answers come too late; 0: none does


@dataclass
class Tale:
    """What happened, and what came of it."""

    ordeal: Ordeal
    trouble: Trouble
    kills: list[Kill] = field(default_factory=list)
    seconds: float = 0.0
    states: dict[str, int] = field(default_factory=dict)
    verdict: Verdict = field(default_factory=Verdict)

    def lines(self):
        """Tell it line by line."""
        wrong = ", ".join(f"{n} x {what}" for what, n in sorted(self.trouble.counts.items()))
        lost = sum(copy.lost for copies in self.trouble.copies.values() for copy in copies)
        under_way = [len(kill.in_flight) for kill in self.kills]
        states = ", ".join(f"{number} {state}" for state, number in sorted(self.states.items()))
        head = f"{self.ordeal.letters} letters, {len(self.kills)} kills, seed {self.ordeal.seed}"
        return [
            f"{head}: {self.trouble.calls} calls in {self.seconds:.0f} s",
            f"on the way: {wrong}; answers lost: {lost}",
            f"claimed at the kills: {sum(under_way)} parts, at most {max(under_way)} at once",
            *self.verdict.lines(),
            f"letters at the end: {states}",
        ]


async def endure(ordeal: Ordeal, folder: Path) -> Tale:
    """Go through it, and look at what has arrived."""
    database = folder / "library.db"
    fill(database, ordeal.letters)
    world, books = telegram(ordeal.letters), Books(database)
    chance = random.Random(ordeal.seed)  # noqa: S311 - repeatable on purpose
    tale, began = Tale(ordeal, Trouble(chance, ordeal.late)), time.monotonic()
    async with Server(world) as server:
        server.plan = tale.trouble
        while len(tale.kills) < ordeal.kills:
            async with running(server.url, database, RATE=0) as run:
                at = await _killed(run, tale, books, database)
            tale.kills.append(Kill(at, _in_flight(books)))
            tale.trouble.life += 1
        async with running(server.url, database, RATE=0) as run:
            await _finished(run, books, database)
    tale.seconds, tale.states = time.monotonic() - began, books.states()
    copies = tale.trouble.copies
    tale.verdict = judge(world.sent, ordeal.letters, copies, tale.kills, books.confirmed())
    return tale


async def _killed(run, tale, books, database):
    """Let a run make some calls, and kill it there and then, or a moment later; tell when."""
    chance, loop = tale.trouble.chance, asyncio.get_running_loop()
    letters, parts = books.left()
    fair = 2 * parts // (tale.ordeal.kills - len(tale.kills) + 1)
    calls = chance.randint(1, max(1, min(letters, fair)))
    moment = chance.random() * A_WHILE if letters > calls + PLENTY else 0
    killed = loop.create_future()

    def kill():
        run.kill()
        killed.set_result(loop.time())

    tale.trouble.after(calls, lambda: loop.call_later(moment, kill) if moment else kill())
    async with asyncio.timeout(START):
        await run.wait()
    if run.returncode != -signal.SIGKILL:
        raise AssertionError(f"it ended by itself: {_said(database)}")
    return await killed


def _in_flight(books):
    """Tell what was under way when the run was killed, and where it would have come."""
    under_way = ((arrived_at(chat), words) for chat, words in books.in_flight())
    return frozenset((where, words) for where, words in under_way if where is not None)


async def _finished(run, books, database):
    """Wait until nothing is left to be sent."""
    done, ended = asyncio.create_task(books.done()), asyncio.create_task(run.wait())
    await asyncio.wait({done, ended}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
    if not done.done():
        raise AssertionError(f"it did not end, or by itself: {_said(database)}")


def _said(database):
    return (database.parent / LOG).read_text()[-2_000:]
