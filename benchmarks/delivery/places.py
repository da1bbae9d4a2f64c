"""What is measured on: a server that says yes to everything, libraries, processes of our own."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from benchmarks.bots import environment

PATIENCE = 300  # seconds


@contextmanager
def sink() -> Iterator[str]:
    """Let a server that says yes to everything run meanwhile; give its address."""
    command = [sys.executable, "-m", f"{__package__}.sink"]
    with subprocess.Popen(  # noqa: S603 - our own
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
    ) as server:
        yield cast("IO[bytes]", server.stdout).readline().decode().strip()
        cast("IO[bytes]", server.stdin).close()


def told(command: Sequence[str]) -> dict[str, Any]:
    """Run a command; give what it says.

    Raises:
        subprocess.TimeoutExpired: it said nothing for minutes.
    """
    done = subprocess.run(  # noqa: S603 - our own
        command, check=True, stdout=subprocess.PIPE, env=environment(), timeout=PATIENCE
    )
    said: dict[str, Any] = json.loads(done.stdout)
    return said


@contextmanager
def copied(library: Path, name: str = "copy") -> Iterator[Path]:
    """Give a copy of a library, of some other name, for a while."""
    copy = library.with_name(f"{library.stem}-{name}.db")
    shutil.copy(library, copy)
    try:
        yield copy
    finally:
        for file in copy.parent.glob(f"{copy.name}*"):  # with its log and its lock
            file.unlink()
