"""A schedule made of what its words say."""

import datetime as dt
from typing import TypeVar

from digests.schedule.lexing import Reading, hour, monthday, readings, through, typed
from digests.schedule.outcomes import Trouble, Unclear
from digests.schedule.words import (
    AFTERNOON,
    MORNING,
    NIGHT,
    AtOnce,
    Daily,
    Days,
    Filler,
    Hour,
    Meaning,
    Monthday,
    Monthly,
    Number,
    Often,
    Part,
    Through,
    Weekly,
    Wrong,
)
from digests.subscriptions import WEEK, Schedule

M = TypeVar("M")

MOST_A_DAY = 12
FIRST_HOUR, LAST_HOUR = 8, 20  # between which several a day are spread
HALF_A_DAY = 12
LATE = 6  # a bare hour of the night from here on is before midnight


def read(words: str) -> Schedule | Unclear:
    """Read a schedule typed in English: ``weekdays 08:30``, ``mon thu 7pm``, ``at once``."""
    found = readings(typed(words))
    unknown = next((each for each in found if each.meaning is None), None)
    if unknown:
        return Unclear(Trouble.WORD, unknown.text)
    return built(found) if _says_something(found) else Unclear(Trouble.EMPTY, words.strip())


def _says_something(found: list[Reading]) -> bool:
    return any(not isinstance(each.meaning, Filler | Through) for each in found)


def built(found: list[Reading]) -> Schedule | Unclear:
    """Make a schedule of readings that all have a meaning."""
    found = _numbers_told_apart(_spans_joined(found))
    if trouble := _wrong(found) or _mixed(found):
        return trouble
    if _has(found, AtOnce):
        return Schedule()
    times = _times(found)
    if isinstance(times, Unclear):
        return times
    if monthdays := _all(found, Monthday):
        return Schedule(times, monthday=monthdays[0].day)
    if _has(found, Monthly):
        return Schedule(times, monthday=1)
    named = {day for each in _all(found, Days) for day in each.days}
    if not named and _has(found, Weekly):
        named = {WEEK[0]}
    return Schedule(times, tuple(day for day in WEEK if day in named != set(WEEK)))


def _all(found: list[Reading], kind: type[M]) -> list[M]:
    return [each.meaning for each in found if isinstance(each.meaning, kind)]


def _has(found: list[Reading], *kinds: type) -> bool:
    return any(isinstance(each.meaning, kinds) for each in found)


def _spans_joined(found: list[Reading]) -> list[Reading]:
    """Make one of “Monday to Friday”."""
    joined: list[Reading] = []
    for each in found:
        match [*(meant.meaning for meant in joined[-2:]), each.meaning]:
            case [Days(left), Through(), Days(right)]:
                days = Days((*left[:-1], *through(left[-1], right[0]), *right[1:]))
                joined[-2:] = [Reading(days, each.words)]
            case _:
                joined.append(each)
    return joined


def _numbers_told_apart(found: list[Reading]) -> list[Reading]:
    """Take the first bare number for the day where a month is named, all others for hours."""
    wanted = _has(found, Monthly) and not _has(found, Monthday)
    settled = []
    for each in found:
        meaning: Meaning | None = each.meaning
        if isinstance(meaning, Number):
            meaning = monthday(meaning.number) if wanted else hour(meaning.number)
            wanted = False
        settled.append(Reading(meaning, each.words))
    return settled


def _wrong(found: list[Reading]) -> Unclear | None:
    for each in found:
        match each.meaning:
            case Wrong(why):
                return Unclear(why, each.text)
            case Through():
                return Unclear(Trouble.MIXED, each.text)
    return None


def _mixed(found: list[Reading]) -> Unclear | None:
    """Find what does not go together: a weekday with a day of the month, hours with “at once”."""
    by_month = _has(found, Monthly, Monthday)
    for each in found:
        match each.meaning:
            case Days() | Weekly() if by_month:
                return Unclear(Trouble.MIXED, each.text)
            case Weekly() | Monthly() if _has(found, Daily):
                return Unclear(Trouble.MIXED, each.text)
            case Often() if by_month or _has(found, Weekly):
                return Unclear(Trouble.RHYTHM, each.text)
            case Monthday() as day if day != _all(found, Monthday)[0]:
                return Unclear(Trouble.ONE_MONTHDAY, each.text)
            case AtOnce() | Filler():
                pass
            case _ if _has(found, AtOnce):
                return Unclear(Trouble.MIXED, each.text)
    return None


def _times(found: list[Reading]) -> tuple[dt.time, ...] | Unclear:
    hours, parts = _all(found, Hour), _all(found, Part)
    named = _in_parts(hours, parts) if hours else [dt.time(part.hour) for part in parts]
    for each in found:
        if isinstance(each.meaning, Often):
            if trouble := _too_often(each.meaning.number, len(named)):
                return Unclear(trouble, each.text)
            named = named or _spread(each.meaning.number)
    times = tuple(sorted(set(named))) or (dt.time(MORNING),)
    if len(times) > MOST_A_DAY:
        return Unclear(Trouble.MANY, [each for each in found if _has([each], Hour)][-1].text)
    return times


def _too_often(number: int, named: int) -> Trouble | None:
    if number > MOST_A_DAY:
        return Trouble.MANY
    return Trouble.COUNT if number < 1 or named not in {0, number} else None


def _spread(number: int) -> list[dt.time]:
    step = (LAST_HOUR - FIRST_HOUR) / max(number - 1, 1)
    return [dt.time(FIRST_HOUR + round(step * each)) for each in range(number)]


def _in_parts(hours: list[Hour], parts: list[Part]) -> list[dt.time]:
    """Take “7 in the evening” for 19:00."""
    if len(parts) == 1:
        parts = parts * len(hours)
    if len(parts) != len(hours):
        return [hour.time for hour in hours]
    return [_in_part(hour, part) for hour, part in zip(hours, parts, strict=True)]


def _in_part(hour: Hour, part: Part) -> dt.time:
    number = hour.time.hour
    if not hour.either or part.hour < AFTERNOON:
        return hour.time
    if number == HALF_A_DAY:
        return hour.time.replace(hour=0) if part.hour == NIGHT else hour.time
    early = part.hour == NIGHT and number < LATE
    return hour.time if early else hour.time.replace(hour=number + HALF_A_DAY)
