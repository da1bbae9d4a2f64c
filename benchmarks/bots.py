"""The bots under test: each a process, at the end of a line of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.filling import memory
from benchmarks.server import Line

TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 30  # seconds for a bot to come up, or to go
HERE = Path(__file__).parent
MODULE = (sys.executable, "-m")


def environment() -> dict[str, str]:
    """Give an environment that finds this package, without settings of whoever runs this."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("TREATY_DIGEST_")}
    path = os.pathsep.join([str(HERE.parent), *filter(None, [kept.get("PYTHONPATH")])])
    return kept | {"PYTHONPATH": path}


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of bot: its name in the table, and how one is started, with URL and token to come."""

    name: str
    command: tuple[str, ...]
    library: Path | None = None

    def arguments(self, url: str, token: str) -> list[str]:
        """Give the whole command; our own bot is told by its environment instead."""
        return [*self.command] if self.library else [*self.command, url, token]

    def environment(self, url: str, token: str) -> dict[str, str]:
        """Give the environment."""
        if self.library is None:
            return environment()
        settings = {"TOKEN": token, "API_URL": url, "DATABASE": str(self.library)}
        return environment() | {f"TREATY_DIGEST_{name}": value for name, value in settings.items()}


def ours(name: str, library: Path) -> Kind:
    """Give the bot itself, on a library."""
    return Kind(name, (str(Path(sys.executable).with_name("treaty-digest")), "run"), library)


def echoes(aiogram: Path | None) -> list[Kind]:
    """Give the echoes: the bare one that all is measured by, then stock PTB and aiogram."""
    bare = Kind("bare PTB echo", (*MODULE, "benchmarks.echo_ptb"))
    stock = Kind("stock PTB echo", (*MODULE, "benchmarks.echo_ptb", "--stock"))
    if aiogram is None:
        return [bare, stock]
    command = (str(aiogram.absolute()), str(HERE / "echo_aiogram.py"))
    return [bare, stock, Kind("aiogram 3 echo", command)]


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot that runs."""

    kind: Kind
    line: Line
    process: subprocess.Popen[bytes]
    since: float

    @property
    def resident(self) -> int:
        """Give the memory it holds, in KiB."""
        return memory(self.process.pid, "VmRSS")

    @property
    def cpu(self) -> float:
        """Give the seconds of processor time it has used."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text("utf-8")
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / TICKS


@contextmanager
def started(kind: Kind, line: Line, url: str, log: Path) -> Iterator[Bot]:
    """Start a bot in an empty folder, so that no ``.env`` is read; end it afterwards."""
    with log.open("ab") as out:
        since = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own commands
            kind.arguments(url, line.token),
            env=kind.environment(url, line.token),
            cwd=log.parent,
            stdout=out,
            stderr=out,
        )
    try:
        yield Bot(kind, line, process, since)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
