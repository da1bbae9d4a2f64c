"""Slots: the instants at which a schedule owes an edition, one for each date that exists.

Cron's way, matching wall clocks minute by minute, skips days and doubles hours when clocks change;
so a slot is asked of each date instead.
"""

import calendar
import datetime as dt
from collections.abc import Iterator
from itertools import count, islice, takewhile
from zoneinfo import ZoneInfo

from digests.subscriptions import WEEK, Schedule

DAY = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)
LONGEST_WAIT = dt.timedelta(days=33)  # between two slots, of all schedules there are


def slot(day: dt.date, time: dt.time, zone: ZoneInfo) -> dt.datetime | None:
    """Give the one instant, in UTC, whose local date is *day* and whose hour is nearest to *time*.

    In a repeated hour it is the first pass. In a gap it is the first instant after it, or the last
    minute before where that would be another date already. None for a date that does not exist,
    such as 30 December 2011 in Apia.
    """
    wall = dt.datetime.combine(day, time)
    instant = wall.replace(tzinfo=zone).astimezone(dt.UTC)
    if _wall(instant, zone) == wall:
        return instant
    after = _end_of_gap(wall, zone)
    if _wall(after, zone).date() == day:
        return after
    before = after - MINUTE
    return before if _wall(before, zone).date() == day else None


def _wall(instant: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    return instant.astimezone(zone).replace(tzinfo=None)


def _end_of_gap(wall: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """Find the first second at which the clock shows more than *wall*, which it never shows."""
    early, late = (wall.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC) for fold in (1, 0))
    low, high = 0, round((late - early).total_seconds())
    while high - low > 1:
        middle = (low + high) // 2
        if _wall(early + dt.timedelta(seconds=middle), zone) < wall:
            low = middle
        else:
            high = middle
    return early + dt.timedelta(seconds=high)


def _falls_on(schedule: Schedule, day: dt.date) -> bool:
    if schedule.monthday:
        return day.day == min(schedule.monthday, calendar.monthrange(day.year, day.month)[1])
    return not schedule.days or WEEK[day.weekday()] in schedule.days


def following_all(schedule: Schedule, zone: ZoneInfo, after: dt.datetime) -> Iterator[dt.datetime]:
    """Give all slots strictly after an instant, each later than the one before.

    Several times that fall into one gap are one slot.
    """
    last = after.astimezone(dt.UTC)
    first = last.astimezone(zone).date()
    days = (first + number * DAY for number in count()) if schedule.times else ()
    for day in days:
        if not _falls_on(schedule, day):
            continue
        for time in sorted(schedule.times):
            instant = slot(day, time, zone)
            if instant and instant > last:
                last = instant
                yield instant


def following(schedule: Schedule, zone: ZoneInfo, after: dt.datetime) -> dt.datetime | None:
    """Give the first slot strictly after an instant; None where editions come as it happens."""
    return next(following_all(schedule, zone, after), None)


def preceding(schedule: Schedule, zone: ZoneInfo, before: dt.datetime) -> dt.datetime | None:
    """Give the last slot before an instant; None where editions come as it happens."""
    slots = following_all(schedule, zone, before - LONGEST_WAIT)
    return max(takewhile(lambda slot: slot < before, slots), default=None)


def upcoming(
    schedule: Schedule, zone: ZoneInfo, after: dt.datetime, number: int
) -> list[dt.datetime]:
    """Give the next slots, at most *number*; none where editions come as it happens."""
    return list(islice(following_all(schedule, zone, after), number))
