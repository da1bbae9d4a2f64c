"""What a button does, in at most 64 bytes: ``1t|expert|5|artyom-lukin since:2024``.

The digit is the version of this format. An argument too long to stand here is kept in the
library, and its key stands here behind a question mark. The buttons of the editors' desk name a
thing, its version and a place in it: ``1d|clause|12|3|2|assistance``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

VERSION = "1"
LONGEST = 64  # bytes; Telegram refuses more
FORM = re.compile(
    VERSION
    + r"(?P<kind>[to])\|(?P<command>[a-z_]{1,32})\|(?P<offset>[0-9]{0,6})\|(?P<argument>.*)",
    re.DOTALL,
)
DOING = re.compile(
    VERSION
    + r"d\|(?P<what>[a-z]{1,12})\|(?P<id>[0-9]{0,9})\|(?P<version>[0-9]{0,6})"
    + r"\|(?P<number>[0-9]{0,6})\|(?P<argument>.*)",
    re.DOTALL,
)
KEY = re.compile(r"[A-Za-z0-9_-]{1,40}")


@dataclass(frozen=True, slots=True)
class Turn:
    """Ask again from *offset* on, and put the answer in place of this one."""

    command: str
    argument: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Open:
    """Ask something else, and answer in a new message."""

    command: str
    argument: str


@dataclass(frozen=True, slots=True)
class Do:
    """Do something at the desk, to the thing with this number in the version that was shown.

    ``number`` is a place in it, such as a quote's; ``argument`` is what else there is to say.
    """

    what: str
    id: int = 0
    version: int = 0
    number: int = 0
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """Open an address outside; Telegram does it, no callback comes."""

    url: str


Asking = Turn | Open | Do
Action = Asking | Visit


@dataclass(frozen=True, slots=True)
class Button:
    """Words to tap, and what comes of it."""

    label: str
    action: Action


def encode(action: Asking, keep: Callable[[str], str]) -> str:
    """Write an action as callback data; *keep* stores a long argument and gives its key."""
    match action:
        case Turn(command, argument, offset):
            start = f"{VERSION}t|{command}|{offset or ''}|"
        case Open(command, argument):
            start = f"{VERSION}o|{command}||"
        case Do(what, id_, version, number, argument):
            start = f"{VERSION}d|{what}|{id_ or ''}|{version or ''}|{number or ''}|"
    plain = start + argument
    if len(plain.encode()) <= LONGEST and not argument.startswith("?"):
        return plain
    return f"{start}?{keep(argument)}"


def decode(data: str, recall: Callable[[str], str | None]) -> Asking | None:
    """Read callback data; None where it is not ours, or its argument is no longer kept."""
    match = FORM.fullmatch(data) or DOING.fullmatch(data)
    if match is None:
        return None
    argument: str | None = match["argument"]
    if match["argument"].startswith("?"):
        key = KEY.fullmatch(match["argument"], 1)
        argument = recall(key[0]) if key else None
    if argument is None:
        return None
    if match.re is DOING:
        id_, version, number = (int(match[name] or 0) for name in ("id", "version", "number"))
        return Do(match["what"], id_, version, number, argument)
    if match["kind"] == "o":
        return Open(match["command"], argument)
    return Turn(match["command"], argument, int(match["offset"] or 0))
