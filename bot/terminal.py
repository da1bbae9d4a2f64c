"""What is written to a terminal or a file: plain, whatever a source may say."""

import sys

from rich.console import Console


def console(*, errors: bool = False) -> Console:
    """Give a console that prints lines as they are."""
    return Console(stderr=errors, soft_wrap=True, highlight=False, markup=False)


def printable(text: str) -> str:
    """Put a sign for what a terminal would obey or cannot show."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def write(text: str) -> None:
    """Write to standard output in UTF-8, whatever the terminal is said to take."""
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
    sys.stdout.buffer.flush()
