"""The measurements.

Bots that are compared run at the same time and are asked in turn, so that whatever else the
machine does hits all of them alike.
"""

import asyncio
import json
import random
import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from benchmarks.bots import PATIENCE, Bot, Kind, started
from benchmarks.library import SEED, TOPIC
from benchmarks.questions import Interests, Question, Readers, Spellings
from benchmarks.server import Answer, Json, Server

LOG = "bots.log"
ECHO, INLINE = "echo", "inline"
NEW = ", anew"  # of a question in a spelling that nobody has used
RESULTS = 20  # that an inline answer is to hold
WITHIN = 10  # seconds for one answer
REST = 0.001  # seconds between two questions, for what a bot does after its answer
WARM_UP = 50
CHATS, MESSAGES = 200, 5
FIRST_CHAT = 10_000_000
IDLE = 1.5


@dataclass(slots=True)
class Talk:
    """How long answers took, in milliseconds, by bot and question."""

    took: defaultdict[tuple[str, str], list[float]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def p50(self, bot: str, question: str) -> float:
        """Give the median."""
        return statistics.median(self.took[bot, question])

    def p99(self, bot: str, question: str) -> float:
        """Give what one answer in a hundred took longer than."""
        return statistics.quantiles(self.took[bot, question], n=100, method="inclusive")[98]


@dataclass(frozen=True, slots=True)
class Rush:
    """How a bot did when many chats wrote at once.

    ``cpu`` is milliseconds of processor time for an answer; ``ordered``: each chat had its
    answers in the order in which it asked.
    """

    a_second: float
    cpu: float
    ordered: bool


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from a start to the first answer, and the memory held at rest, in KiB."""

    seconds: float
    resident: int


class Floor:
    """Where bots are measured: a server, a folder for their logs, and readers who ask."""

    def __init__(self, server: Server, folder: Path) -> None:
        self._server = server
        self._log = folder / LOG
        self._readers = Readers()
        self._crowds = count(FIRST_CHAT, CHATS)

    @contextmanager
    def running(self, kinds: Sequence[Kind]) -> Iterator[list[Bot]]:
        """Let a bot of each kind run meanwhile."""
        with ExitStack() as stack:
            yield [
                stack.enter_context(
                    started(kind, self._server.line(), self._server.url, self._log)
                )
                for kind in kinds
            ]

    async def talk(self, ours: Sequence[Bot], echoes: Sequence[Bot], rounds: int) -> Talk:
        """Ask one question at a time: in each round every question of every bot, mixed."""
        talk, dice = Talk(), random.Random(SEED)  # noqa: S311 - no secret
        interests = Interests()
        commands = interests.commands()
        if all([await self._offers(bot) for bot in ours]):
            commands[INLINE] = interests.words
        spellings = Spellings()
        commands |= {name + NEW: spellings.of(each) for name, each in commands.items()}
        for number in range(-WARM_UP, rounds):
            asking = [(bot, ECHO, self._readers.message("/ping")) for bot in echoes]
            asking += self._round(ours, commands)
            dice.shuffle(asking)
            for bot, name, update in asking:
                milliseconds = await ask(bot, update)
                if number >= 0:
                    talk.took[bot.kind.name, name].append(milliseconds)
        return talk

    def _round(
        self, ours: Sequence[Bot], commands: Mapping[str, Question]
    ) -> list[tuple[Bot, str, Json]]:
        """Put the same questions to each of our bots."""
        texts = {name: question() for name, question in commands.items()}
        return [
            (
                bot,
                name,
                (self._readers.inline if name.startswith(INLINE) else self._readers.message)(text),
            )
            for bot in ours
            for name, text in texts.items()
        ]

    async def _offers(self, bot: Bot) -> bool:
        """Tell whether a bot answers inline queries, and with a full page."""
        try:
            await ask(bot, self._readers.inline(TOPIC), within=2)
        except TimeoutError:
            return False
        results = bot.line.answers[-1].parameters["results"]
        return len(json.loads(results)) == RESULTS

    async def rush(self, bot: Bot, texts: Sequence[str]) -> Rush:
        """Let 200 chats write some messages each, all at once."""
        line, marks = bot.line, [await self._first_line(bot, text) for text in texts]
        crowd = next(self._crowds)
        updates = [
            self._readers.message(text, crowd + chat) for text in texts for chat in range(CHATS)
        ]
        await line.listening()
        before, cpu = len(line.answers), bot.cpu
        start = line.send(*updates)
        await line.answered(before + len(updates), within=60)
        answers = line.answers[before:]
        await asyncio.sleep(0.2)
        return Rush(
            len(updates) / (answers[-1].at - start),
            (bot.cpu - cpu) * 1000 / len(updates),
            in_order(answers, marks),
        )

    async def _first_line(self, bot: Bot, text: str) -> str:
        await ask(bot, self._readers.message(text))
        return _head(bot.line.answers[-1])

    async def start(self, kind: Kind) -> Start:
        """Start a bot to which a message is waiting, and stop it again."""
        line = self._server.line()
        line.send(self._readers.message("/latest"))
        with started(kind, line, self._server.url, self._log) as bot:
            await line.answered(1, within=PATIENCE)
            await asyncio.sleep(IDLE)
            return Start(line.answers[0].at - bot.since, bot.resident)


async def ask(bot: Bot, update: Json, within: float = WITHIN) -> float:
    """Put one question to a bot that is idle; give the milliseconds to its answer."""
    line = bot.line
    await line.listening()
    before = len(line.answers)
    start = line.send(update)
    await line.answered(before + 1, within)
    await asyncio.sleep(REST)
    return (line.answers[before].at - start) * 1000


def in_order(answers: Sequence[Answer], marks: Sequence[str]) -> bool:
    """Tell whether every chat was given what begins with these marks, in this order."""
    chats: defaultdict[str, list[str]] = defaultdict(list)
    for answer in answers:
        chats[answer.to].append(_head(answer))
    return all(heads == list(marks) for heads in chats.values())


def _head(answer: Answer) -> str:
    return str(answer.parameters["text"]).partition("\n")[0]
