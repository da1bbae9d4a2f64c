"""The way to a subscription, as far as it has come: ``weekdays;08:30;Europe/Vienna;``.

It stands behind the buttons of each step, with what the button chooses after a bar, so that the
way goes on after a restart, and words typed in reply to a step can take the button's place. What
is for another chat than the one the buttons stand in begins with that chat's id.
"""

import re
from dataclasses import dataclass

from bot.buttons import Do
from digests import schedule as schedules
from digests.subscriptions import Schedule
from digests.zones.spellings import installed

WEEKLY = "weekly"  # a day of the week is still to be chosen
AT_ONCE = str(Schedule())
EVERYTHING = "all"
CHAT = re.compile(r"(?:(?P<chat>-[0-9]{5,14});)?(?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Path:
    """What is chosen so far; each is empty until it is."""

    days: str = ""
    hours: str = ""
    zone: str = ""
    about: str = ""

    def __str__(self) -> str:
        return f"{self.days};{self.hours};{self.zone};{self.about}"

    @property
    def schedule(self) -> Schedule | None:
        """Give the schedule, once days and hours make one."""
        read = schedules.read(f"{self.days} {self.hours}") if self.days else None
        return read if isinstance(read, Schedule) else None

    @classmethod
    def of(cls, schedule: Schedule) -> "Path":
        """Begin with a schedule that is chosen."""
        if schedule.at_once:
            return cls(AT_ONCE)
        days, _, hours = str(schedule).rpartition(" ")
        return cls(days, hours)


def read(state: str) -> Path | None:
    """Read what ``str`` wrote; None where it is none of ours."""
    fields = state.split(";", 3)
    if len(fields) != len(Path.__slots__):
        return None
    found = Path(*fields)
    return found if not found.zone or found.zone in installed() else None


def parted(argument: str) -> tuple[int | None, str, str]:
    """Take apart what stands behind a button: for which other chat, its state, its choice."""
    match = CHAT.fullmatch(argument)
    chat, rest = (match["chat"], match["rest"]) if match else (None, argument)
    state, _, choice = rest.rpartition("|")
    return int(chat) if chat else None, state, choice


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes what stands behind buttons, for a chat that is not the one they stand in, or is."""

    chat: int | None = None

    def do(self, what: str, id_: int = 0, choice: str = "", state: str = "") -> Do:
        """Write an action; parts that are empty take no room."""
        rest = f"{state}|{choice}" if state or "|" in choice else choice
        return Do(what, id_, argument=rest if self.chat is None else f"{self.chat};{rest}")
