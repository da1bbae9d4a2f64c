"""One edition to many chats: each client in turn, a few times."""

import sqlite3
import statistics
import sys
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.delivery.places import copied, sink, told
from benchmarks.delivery.sink import TOKEN
from benchmarks.delivery.subscribers import LETTERS, ONE, Public

ROUNDS = 3
FEWER = 2_000  # chats for who would take minutes
OURS, TOGETHER = "our courier", "our press and courier"
STOCK, AIOGRAM = "stock PTB", "aiogram 3"
CLIENTS = Path(__file__).with_name("clients")
MODULE = f"{__package__}.clients"


@dataclass(frozen=True, slots=True)
class Client:
    """One of them, with the command that is told an address, a token and to how many chats.

    One of ours is told of a library instead, in which that many wait.
    """

    name: str
    command: tuple[str, ...]
    library: Public | None = None
    chats: int = LETTERS.chats
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """What it took, the median of rounds: messages a second, ms of processor time for each.

    ``durable``: at the end of every round each letter stood in the library as sent.
    """

    a_second: float
    cpu: float
    durable: bool | None


def clients(aiogram: Path | None) -> list[Client]:
    """Give them all; aiogram runs on a Python of its own."""
    each = (sys.executable, "-m")
    found = [
        Client(OURS, (*each, f"{MODULE}.ours"), LETTERS),
        Client(STOCK, (*each, f"{MODULE}.ptb"), chats=FEWER, options=("--stock",)),
        Client("PTB on our transport", (*each, f"{MODULE}.ptb")),
        Client("raw aiohttp", (*each, f"{MODULE}.raw")),
        Client(TOGETHER, (*each, f"{MODULE}.ours"), ONE, options=("--due",)),
    ]
    if aiogram:
        command = (str(aiogram.absolute()), str(CLIENTS / "with_aiogram.py"))
        found.insert(3, Client(AIOGRAM, command))
    return found


def measured(aiogram: Path | None, folder: Path) -> dict[str, Sent]:
    """Let each send, in turn; *folder* holds the libraries."""
    rounds: defaultdict[str, list[Sent]] = defaultdict(list)
    with sink() as url:
        for _ in range(ROUNDS):
            for client in clients(aiogram):
                rounds[client.name].append(_sent(client, url, folder))
    return {name: _middle(each) for name, each in rounds.items()}


def _sent(client: Client, url: str, folder: Path) -> Sent:
    """Let one send; ours from a new copy of its library."""
    before, after = (*client.command, url, TOKEN), client.options
    if client.library is None:
        return Sent(**told([*before, str(client.chats), *after]), durable=None)
    with copied(client.library.within(folder)) as library:
        figures = told([*before, str(library), *after])
        return Sent(**figures, durable=_all_sent(library, client.library.chats))


def _all_sent(library: Path, letters: int) -> bool:
    """Look it up in the file itself, which by now nobody has open."""
    with closing(sqlite3.connect(library)) as opened:
        rows = opened.execute(
            "SELECT l.state, COUNT(*), COUNT(s.message) FROM letter l "
            "LEFT JOIN sent s ON s.letter = l.id GROUP BY l.state"
        ).fetchall()
    return rows == [("sent", letters, letters)]


def _middle(rounds: list[Sent]) -> Sent:
    return Sent(
        statistics.median(each.a_second for each in rounds),
        statistics.median(each.cpu for each in rounds),
        None if rounds[0].durable is None else all(each.durable for each in rounds),
    )
