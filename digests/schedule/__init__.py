"""When an edition is owed; nothing here reads a clock.

``slots`` finds the instant of each date, ``owing`` what is owed now. ``reading`` makes a schedule
of English ``words``, once ``lexing`` has told what each says; ``taking`` picks schedule and time
zone out of a command. ``outcomes`` are what can come of it.
"""

from digests.schedule.outcomes import Taken, Trouble, Unclear
from digests.schedule.owing import Owed, grace, owed
from digests.schedule.reading import read
from digests.schedule.slots import following, preceding, slot, upcoming
from digests.schedule.taking import taken

__all__ = [
    "Owed",
    "Taken",
    "Trouble",
    "Unclear",
    "following",
    "grace",
    "owed",
    "preceding",
    "read",
    "slot",
    "taken",
    "upcoming",
]
