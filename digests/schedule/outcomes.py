"""What can come of reading a schedule."""

from dataclasses import dataclass
from enum import Enum

from digests.subscriptions import Schedule


class Trouble(Enum):
    """What may be wrong with the words of a schedule."""

    EMPTY = "no schedule is named"
    WORD = "it is no word of a schedule"
    TIME = "there is no such time of day"
    MONTHDAY = "months have no such day"
    ONE_MONTHDAY = "one day of the month is kept, not several"
    RHYTHM = "such a rhythm is not kept"
    COUNT = "it does not fit the number of times named"
    MANY = "that is too often a day"
    MIXED = "it does not go with the rest"
    ZONE = "no time zone goes by it, or several do"


@dataclass(frozen=True, slots=True)
class Unclear:
    """A schedule, or its time zone, that cannot be used; *word* is as it was typed."""

    why: Trouble
    word: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What was picked out of the words of a command, and what is left: filters, other words.

    ``zone`` is the name of a time zone. With ``trouble`` what was understood is given all the
    same.
    """

    schedule: Schedule | None
    zone: str | None
    rest: str
    trouble: Unclear | None = None
