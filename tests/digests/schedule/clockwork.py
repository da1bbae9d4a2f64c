"""Every time zone's clocks from 2007 to 2030: which differ, and when they change."""

import datetime as dt
import io
from dataclasses import dataclass
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

MINUTE = 60
DAY = 24 * 60 * MINUTE
STEP = 7 * DAY  # no clocks were changed twice within twenty days
FIRST = int(dt.datetime(2007, 1, 1, tzinfo=dt.UTC).timestamp())
LAST = int(dt.datetime(2031, 1, 1, tzinfo=dt.UTC).timestamp())


@dataclass(frozen=True)
class Rules:
    """One set of clock changes, and all zones that keep it."""

    zone: ZoneInfo
    names: tuple[str, ...]
    changes: tuple[tuple[int, int, int], ...]  # when, and the offsets before and after, in seconds

    def days(self, around=0):
        """Give the local dates on which clocks change, and so many on either side."""
        dates = {
            dt.datetime.fromtimestamp(instant + offset, dt.UTC).date()
            for instant, *offsets in self.changes
            for offset in offsets
        }
        nearby = [dt.timedelta(days) for days in range(-around, around + 1)]
        return sorted({date + days for date in dates for days in nearby})

    def shape(self, date):
        """Tell what happens around a date: two dates of one shape have the same slots.

        The offset two days before, and the changes, counted from when the date would begin.
        """
        offset = offset_at(self.zone, midnight(date) - 2 * DAY)
        begins = midnight(date) - offset
        near = [change for change in self.changes if abs(change[0] - begins) <= 3 * DAY]
        return offset, tuple((at - begins, before, after) for at, before, after in near)


def midnight(date):
    return int(dt.datetime.combine(date, dt.time(), dt.UTC).timestamp())


def offset_at(zone, instant):
    return int(dt.datetime.fromtimestamp(instant, zone).utcoffset().total_seconds())


def walked(rules, date):
    """Find the slot of each minute of a date by walking past the clock; seconds since 1970."""
    begins = midnight(date) - rules.shape(date)[0]
    shown_first = {}
    for start, end, offset in stretches(rules, begins - DAY, begins + 2 * DAY):
        for instant in range(start, end, MINUTE):
            shown_first.setdefault(instant + offset, instant)
    minutes = range(midnight(date), midnight(date) + DAY, MINUTE)
    # What falls after the last minute that is shown has none that follows: it takes that one.
    slot = max((shown_first[minute] for minute in minutes if minute in shown_first), default=None)
    slots = []
    for minute in reversed(minutes if slot else []):
        slot = shown_first.get(minute, slot)
        slots.append(slot)
    return slots[::-1] or [None] * len(minutes)


def stretches(rules, start, end):
    """Cut a time at the clock changes in it, each piece with its offset."""
    offset = offset_at(rules.zone, start)
    for at, _, after in rules.changes:
        if start < at < end:
            yield start, at, offset
            start, offset = at, after
    yield start, end, offset


def changes(zone):
    found = []
    known = offset_at(zone, FIRST)
    for at in range(FIRST + STEP, LAST + STEP, STEP):
        offset = offset_at(zone, at)
        if offset != known:
            low, high = at - STEP, at
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if offset_at(zone, middle) == known else (low, middle)
            found.append((high, known, offset))
            known = offset
    return tuple(change for change in found if change[0] < LAST)


@cache
def every():
    """Give each distinct set of rules once."""
    files = resources.files("tzdata")
    by_file = {}
    for name in (files / "zones").read_text("ascii").split():
        content = files.joinpath("zoneinfo", *name.split("/")).read_bytes()
        by_file.setdefault(content, []).append(name)
    by_changes = {}
    for content, names in by_file.items():
        zone = ZoneInfo.from_file(io.BytesIO(content), key=names[0])
        kept = changes(zone)
        by_changes.setdefault((offset_at(zone, FIRST), kept), (zone, kept, []))[2].extend(names)
    return [Rules(zone, tuple(names), kept) for zone, kept, names in by_changes.values()]
