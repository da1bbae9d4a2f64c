"""What a typed line means, as a value."""

import io
import re
import shlex
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.rehearsal import stage
from bot.rehearsal.stage import PEOPLE, Place

HELP = """\
Any line is a message to the bot. Lines that begin with ! are for this console:
  !1                presses button 1 of the last message that has buttons
  !file PATH [caption]  sends a document (quote a path with blanks)
  !paste ... !end   sends the lines between as one message
  !in private|group|topic N|channel  changes the place
  !as owner|editor|reader|groupadmin  changes who speaks
  !clock +1d|+2h|+30m|-1d|2026-12-01T08:00  moves the clock (UTC)
  !!text            sends a message that begins with !
  !help             shows this"""

_SPANS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


@dataclass(frozen=True)
class Say:
    """Send a message."""

    text: str


@dataclass(frozen=True)
class Press:
    """Press a button, counted from 1."""

    number: int


@dataclass(frozen=True)
class SendFile:
    """Send a file as a document."""

    path: str
    caption: str


@dataclass(frozen=True)
class Paste:
    """Begin a message of several lines."""


@dataclass(frozen=True)
class GoTo:
    """Change the place."""

    place: Place


@dataclass(frozen=True)
class SpeakAs:
    """Change the speaker."""

    role: str


@dataclass(frozen=True)
class Advance:
    """Move the clock by a span."""

    span: timedelta


@dataclass(frozen=True)
class SetClock:
    """Move the clock to an instant."""

    instant: datetime


@dataclass(frozen=True)
class Explain:
    """Say something to the person at the console: help, or what was wrong with a line."""

    text: str


Wish = Say | Press | SendFile | Paste | GoTo | SpeakAs | Advance | SetClock | Explain


def read(line: str) -> Wish:
    """Return what a line means; one that means nothing is explained."""
    if not line.startswith("!"):
        return Say(line)
    if line.startswith("!!"):
        return Say(line[1:])
    word, _, rest = line[1:].strip().partition(" ")
    if reader := _READERS.get(word):
        return reader(rest.strip())
    if re.fullmatch(r"[0-9]{1,4}", word) and not rest:
        return Press(int(word))
    return _plain(line.strip())


def _plain(line: str) -> Wish:
    match line:
        case "!paste":
            return Paste()
        case "!help":
            return Explain(HELP)
        case "!end":
            return Explain("There is no !paste to end.")
        case _:
            return Explain("That line means nothing here: !help lists what does, !!text sends it.")


def _place(text: str) -> Wish:
    match text.split():
        case ["private"]:
            return GoTo(stage.PRIVATE)
        case ["group"]:
            return GoTo(stage.GROUP)
        case ["channel"]:
            return GoTo(stage.CHANNEL)
        case ["topic", number] if re.fullmatch(r"[0-9]{1,9}", number) and int(number) > 1:
            return GoTo(stage.topic(int(number)))
        case ["topic", *_]:
            return Explain("A topic has a number from 2 on, as in !in topic 7.")
        case _:
            return Explain("The places are !in private, group, topic N and channel.")


def _role(word: str) -> Wish:
    if word in PEOPLE:
        return SpeakAs(word)
    return Explain("One speaks !as owner, editor, reader or groupadmin.")


def _clock(text: str) -> Wish:
    try:
        if span := re.fullmatch(r"([+-][0-9]{1,9})([mhdw])", text):
            return Advance(timedelta(**{_SPANS[span[2]]: int(span[1])}))
        instant = datetime.fromisoformat(text)
        return SetClock(instant if instant.tzinfo else instant.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return Explain("The clock takes +1d, +2h, +30m, -1d or 2026-12-01T08:00.")


def _file(text: str) -> Wish:
    """Read a path, quoted if it holds blanks, and a caption."""
    stream = io.StringIO(text)
    lexer = shlex.shlex(stream, posix=True)
    lexer.whitespace_split, lexer.commenters = True, ""
    try:
        path = lexer.get_token()
    except ValueError:
        return Explain("A quotation mark of that path is never closed.")
    if not path:
        return Explain("A file needs its path, as in !file article.txt.")
    return SendFile(path, stream.read().strip())


_READERS = {"in": _place, "as": _role, "clock": _clock, "file": _file}
