"""What a subscription is owed now: at most one edition, however long nothing was sent."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from digests.schedule.slots import following_all
from digests.subscriptions import Schedule

HOUR = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Owed:
    """The slot owed, if any; how many before it were missed; and the next, which is to come."""

    slot: dt.datetime | None
    missed: int
    following: dt.datetime


def grace(schedule: Schedule) -> dt.timedelta:
    """Tell how late an edition may still be: a morning's is of no use in the evening."""
    if len(schedule.times) > 1:
        return 2 * HOUR
    if schedule.monthday:
        return 48 * HOUR
    return 24 * HOUR if len(schedule.days) == 1 else 6 * HOUR


def owed(schedule: Schedule, zone: ZoneInfo, due: dt.datetime, now: dt.datetime) -> Owed:
    """Settle all slots from *due*, the first that is not settled yet, up to *now*.

    Only the last of them is owed, and only within its grace. Raises ``ValueError`` for a
    schedule without slots.
    """
    if not schedule.times:
        raise ValueError("what comes as it happens is owed at no slot")
    if due > now:
        return Owed(None, 0, due)
    # *due* counts as a slot even where the rules of the zone have changed since it was reckoned.
    last, missed = due, 0
    coming = following_all(schedule, zone, due)
    while (slot := next(coming)) <= now:
        last, missed = slot, missed + 1
    in_time = now - last <= grace(schedule)
    return Owed(last if in_time else None, missed + (not in_time), slot)
