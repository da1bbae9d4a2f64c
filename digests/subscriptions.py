"""Who is owed what, and when: the values that schedule, library, press and courier share."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from digests.models import Filter

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAYS = WEEK[:5]
LAST_DAY = 31  # of a month; in a shorter one its last


@dataclass(frozen=True, slots=True)
class Schedule:
    """When editions are owed: at these local times, on these days of the week or of the month.

    Without ``days`` it is every day; ``monthday`` stands alone, and in a month without that day
    means its last. Without ``times`` nothing is scheduled: editions come as it happens.
    """

    times: tuple[dt.time, ...] = ()
    days: tuple[str, ...] = ()
    monthday: int | None = None

    @property
    def at_once(self) -> bool:
        """Tell whether editions come as it happens."""
        return not self.times

    def __str__(self) -> str:
        """Write it the one way it is kept: ``mon,thu 08:30,18:00``, ``monthly 1 09:00``."""
        if self.at_once:
            return "at once"
        times = ",".join(f"{time:%H:%M}" for time in self.times)
        if self.monthday:
            return f"monthly {self.monthday} {times}"
        return f"{','.join(self.days) or 'daily'} {times}"

    @classmethod
    def kept(cls, text: str) -> "Schedule":
        """Read what ``str`` wrote."""
        if text == "at once":
            return cls()
        *which, written = text.split()
        times = tuple(map(dt.time.fromisoformat, written.split(",")))
        match which:
            case ["monthly", day]:
                return cls(times, monthday=int(day))
            case ["daily"]:
                return cls(times)
            case [days]:
                return cls(times, tuple(days.split(",")))
            case _:
                raise ValueError(f"no schedule is kept as {text!r}")


class Pause(StrEnum):
    """Why nothing is sent for a subscription, or to a chat."""

    BY_HAND = "paused by hand"
    BLOCKED = "the bot was blocked"
    REMOVED = "the bot was removed"
    NO_RIGHTS = "the bot may not write here"
    NOT_FOUND = "the chat was not found"
    TOPIC = "the topic was closed or deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A chat that the bot keeps something about.

    ``zone`` is None where the bot's own is used; ``brief`` and ``empty`` say how long editions
    are, and whether there is one when nothing is new. ``barred`` says why nothing can be sent.
    """

    id: int
    kind: str
    title: str = ""
    zone: str | None = None
    brief: bool = False
    empty: bool = False
    barred: Pause | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A chat (and topic), a schedule in its own time zone, a filter, a language.

    ``read`` is the number of the newest article it has been owed an edition of, ``since`` the
    instant of that edition, or of subscribing. ``next`` is None while it is paused, and where
    editions come as it happens. ``result`` tells what came of the last slot, at ``settled``.
    Instants are aware, in UTC.
    """

    id: int
    chat: int
    topic: int | None
    schedule: Schedule
    zone: str
    filter: Filter
    language: str
    by: int | None
    at: dt.datetime
    since: dt.datetime
    read: int
    next: dt.datetime | None = None
    paused: Pause | None = None
    paused_at: dt.datetime | None = None
    result: "Result | None" = None
    settled: dt.datetime | None = None


class Result(StrEnum):
    """What came of a slot."""

    WAITING = "waits to be sent"
    SENT = "sent"
    NOTHING_NEW = "nothing was new"
    MISSED = "missed while the bot was off"
    DEAD = "could not be delivered"


class LetterKind(StrEnum):
    """What a letter is: an edition, a message edited, or a notice."""

    EDITION = "edition"
    EDIT = "edit"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Shown:
    """Where in a part an article stands: code points of its text, the end left out."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """One message of an edition: ``content`` is for the courier, and opaque to all others."""

    content: str
    shows: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """What an edition is of: the articles numbered above ``after``, up to ``through``.

    Kept for good, so that it can be composed again. ``first`` and ``last`` are the days of its
    period, ``language`` is the code of the one it is written in.
    """

    filter: Filter
    after: int
    through: int
    language: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Letter:
    """One edition (or edit, or notice) on its way to one chat; ``part`` is the next to be sent.

    Parts count from 0 and end before ``parts``. ``target`` is the message to be edited, or replied
    to; ``previous`` the message of the part before. ``failing`` is since when it could not be
    delivered, after ``tries``; ``plain`` says that Telegram refused its marks, so that it goes
    without. ``claimed`` is when the part was said to be on its way: it may have come, in an
    earlier run.
    """

    id: int
    kind: LetterKind
    chat: int
    topic: int | None
    body: int
    part: int
    parts: int
    target: int | None = None
    previous: int | None = None
    tries: int = 0
    failing: dt.datetime | None = None
    plain: bool = False
    subscription: int | None = None
    claimed: dt.datetime | None = None
    at: dt.datetime | None = None
