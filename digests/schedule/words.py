"""The words of a schedule: days, rhythms and times of day, as people type them in English."""

import datetime as dt
from dataclasses import dataclass

from digests.schedule.outcomes import Trouble
from digests.subscriptions import LAST_DAY, WEEK, WEEKDAYS

LONGEST_PHRASE = 4
MORNING, AFTERNOON, EVENING, NIGHT = 8, 14, 18, 21


@dataclass(frozen=True, slots=True)
class AtOnce:
    """Editions as it happens."""


@dataclass(frozen=True, slots=True)
class Daily:
    """Every day."""


@dataclass(frozen=True, slots=True)
class Weekly:
    """Once a week; on a Monday where no day is named."""


@dataclass(frozen=True, slots=True)
class Monthly:
    """Once a month; on its first day where none is named."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days of the week."""

    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Monthday:
    """A day of the month."""

    day: int


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day; ``either`` where it may be one before noon or after."""

    time: dt.time
    either: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day, with its usual hour."""

    hour: int


@dataclass(frozen=True, slots=True)
class Number:
    """A bare number: an hour, a day of the month, or how often."""

    number: int


@dataclass(frozen=True, slots=True)
class Often:
    """How often a day."""

    number: int


@dataclass(frozen=True, slots=True)
class Through:
    """From the day before it to the one after it."""


@dataclass(frozen=True, slots=True)
class Filler:
    """A word that only joins others."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A word that cannot be followed, and why."""

    why: Trouble


Meaning = (
    AtOnce
    | Daily
    | Weekly
    | Monthly
    | Days
    | Monthday
    | Hour
    | Part
    | Number
    | Often
    | Through
    | Filler
    | Wrong
)

_NAMES = {
    "mon": "monday", "tue": "tuesday tues", "wed": "wednesday weds", "thu": "thursday thur thurs",
    "fri": "friday", "sat": "saturday", "sun": "sunday",
}  # fmt: skip
DAYS = {
    form: day
    for day, names in _NAMES.items()
    for name in (day, *names.split())
    for form in (name, f"{name}s")
}
_PHRASES: dict[Meaning, str] = {
    AtOnce(): "as it happens|as they happen|as it comes|as they come|as it is published|"
    "as they are published|at once|instantly|instant|immediately|immediate|right away|"
    "straight away|in real time|real time|realtime|asap",
    Daily(): "daily|everyday|every day|each day|a day|per day|once a day|once daily|"
    "every single day|all days",
    Weekly(): "weekly|every week|each week|a week|per week|once a week|once weekly|once per week",
    Monthly(): "monthly|every month|each month|a month|per month|once a month|once monthly|"
    "of the month|of every month|of each month|of a month|the month",
    Days(WEEKDAYS): "weekdays|weekday|workdays|workday|working days|working day|"
    "business days|business day",
    Days(WEEK[5:]): "weekends|weekend",
    Monthday(1): "first day|first of the month|monthly first|start of the month|"
    "beginning of the month",
    Monthday(LAST_DAY): "last day|last of the month|end of the month|month end|monthly last",
    Hour(dt.time(12)): "noon|midday|12 noon",
    Hour(dt.time(0)): "midnight|12 midnight",
    Part(MORNING): "morning|mornings",
    Part(AFTERNOON): "afternoon|afternoons",
    Part(EVENING): "evening|evenings",
    Part(NIGHT): "night|nights|nightly",
    Often(2): "twice",
    Often(3): "thrice",
    Through(): "to|through|thru|till|until|-",
    Filler(): "at|on|in|the|and|of|every|each|a|per|day|oclock|uhr|time|by|from|@",
    Wrong(Trouble.RHYTHM): "never|hourly|every hour|each hour|every minute|biweekly|fortnightly|"
    "every fortnight|every other|every second|every third|bimonthly|quarterly|every quarter|"
    "yearly|annually|every year|once|except|but|not|without",
}  # fmt: skip
PHRASES = {
    tuple(phrase.split()): meaning
    for meaning, phrases in _PHRASES.items()
    for phrase in phrases.split("|")
} | {(form,): Days((day,)) for form, day in DAYS.items()}
