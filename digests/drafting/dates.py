"""Dates as newspapers print them, in English, Russian and Korean."""

import calendar
import datetime as dt
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from digests.drafting.months import (
    AFTER_DAY,
    AFTER_MONTH,
    BEFORE,
    DIGIT,
    IN_DIGITS,
    MONTHS,
    NUMERIC,
    PARTED,
    SPELLED,
    WEEKDAY,
    WEEKDAY_AFTER,
    WEEKDAY_BEFORE,
    YEAR_ONLY,
)

DIGITS = "0123456789"
IN_A_YEAR = 12
MOST = 1_000  # dates looked at in one paragraph
SHORT_REACH = 6
REACH = 20  # how far before a month its day may begin
YEARS = range(1800, 2100)
BACK, AHEAD = dt.timedelta(days=180), dt.timedelta(days=60)  # no year is printed within these


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in a text: always a month, and of the rest what is printed.

    ``unsure`` where day and month may stand the other way round. ``weekday`` counts from Monday.
    """

    start: int
    end: int
    words: str
    month: int
    day: int | None = None
    year: int | None = None
    until_month: int | None = None
    until_day: int | None = None
    weekday: int | None = None
    unsure: bool = False

    @property
    def full(self) -> dt.date | None:
        """Give the date, where day, month and year are printed and sure."""
        return None if self.year is None or self.unsure else self.on(self.year)

    def on(self, year: int) -> dt.date | None:
        """Give the date it is in *year*; None where only the month is known."""
        return _date(year, self.month, self.day)

    def until(self, year: int) -> dt.date | None:
        """Give the last day of a range that begins in *year*."""
        if self.until_day is None:
            return None
        month = self.until_month or self.month
        return _date(year + (month < self.month), month, self.until_day)

    def swapped(self) -> "Mention":
        """Give it with day and month changed over."""
        return replace(self, month=self.day or self.month, day=self.month)


def find(text: str) -> list[Mention]:
    """Give the dates *text* names, in order; a month alone is none, with a year it is."""
    if any(map(text.__contains__, DIGITS)) or (not text.isascii() and DIGIT.search(text)):
        return list(_found(text))
    return []


@lru_cache(maxsize=128)
def _found(text: str) -> tuple[Mention, ...]:
    """Find the dates of *text*; kept, since a paragraph is asked for them more than once."""
    found = [*_spelled(text), *_numeric(text)]
    found.sort(key=lambda mention: mention.start)
    return tuple(
        _with_weekday(text, mention)
        for before, mention in zip((None, *found), found, strict=False)
        if (before is None or before.end <= mention.start) and _exists(mention)
    )


def _spelled(text: str) -> Iterator[Mention]:
    for match in itertools.islice(SPELLED.finditer(text), MOST):
        start, end = match.span()
        near = DIGIT.search(text, max(0, start - SHORT_REACH), end + SHORT_REACH)
        if near and not text[max(0, start - 1) : start].isalpha():
            mention = _around(text, match)
            if mention is not None:
                yield mention


def _numeric(text: str) -> Iterator[Mention]:
    if PARTED.search(text) is None:
        return
    for number in itertools.islice(NUMERIC.finditer(text), MOST):
        start = number.start()
        if start and text[start - 1] in "0123456789.-/":
            continue
        match = IN_DIGITS.match(text, start)
        mention = _in_digits(match) if match else None
        if mention is not None:
            yield mention


def resolve(mention: Mention, published: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """Give first and last day of *mention*, its year taken from the day of publication.

    That is the year in which it lies nearest, or the same year where it is past. Nothing where
    that is too far away to be sure, and nothing for a month.
    """
    year = mention.year or _likely_year(mention, published)
    if year is None or mention.unsure or mention.day is None:
        return None, None
    first, last = mention.on(year), mention.until(year)
    return first, last if first and last and last > first else None


def _likely_year(mention: Mention, published: dt.date | None) -> int | None:
    if published is None:
        return None
    same, near = mention.on(published.year), nearest(mention, published)
    if near is not None and published - BACK <= near <= published + AHEAD:
        return near.year
    return published.year if same is not None and same <= published else None


def nearest(mention: Mention, day: dt.date) -> dt.date | None:
    """Give the day of *mention* that lies nearest to *day*, in whatever year."""
    years = (mention.on(year) for year in range(day.year - 1, day.year + 2))
    return min(filter(None, years), key=lambda date: abs(date - day), default=None)


def _around(text: str, match: re.Match[str]) -> Mention | None:
    month, (start, end) = MONTHS[match["month"].lower()], match.span()
    offset = max(0, start - REACH)
    if before := BEFORE.search(text[offset:start]):
        after = AFTER_DAY.match(text, end)
        start = offset + before.start()
        return _mention(text, start, month, before, after, month if before["until"] else None)
    if after := AFTER_MONTH.match(text, end):
        return _mention(text, start, month, after, after, None)
    if year := YEAR_ONLY.match(text, end):
        return Mention(start, year.end(), text[start : year.end()], month, year=int(year["year"]))
    return None


def _mention(
    text: str,
    start: int,
    month: int,
    day: re.Match[str],
    after: re.Match[str] | None,
    until_month: int | None,
) -> Mention | None:
    if after is None:
        return None
    until, year, named = day["until"] or after["until"], after["year"], after["month"]
    end = after.end()
    if text[end - 1] == "." and not year:
        end -= 1
    return Mention(
        start=start,
        end=end,
        words=text[start:end],
        month=month,
        day=_number(day["day"]),
        year=int(year) if year else None,
        until_month=MONTHS[named.lower()] if named else until_month,
        until_day=_number(until) if until else None,
    )


def _in_digits(match: re.Match[str]) -> Mention | None:
    start, end, words = match.start(), match.end(), match.group()
    if year := match["iy"]:
        return Mention(start, end, words, int(match["im"]), int(match["id"]), int(year))
    if year := match["ny"]:
        day, month = int(match["n1"]), int(match["n2"])
        if month > IN_A_YEAR:
            return Mention(start, end, words, day, month, int(year))
        unsure = match["sep"] != "." and day <= IN_A_YEAR and day != month
        return Mention(start, end, words, month, day, int(year), unsure=unsure)
    return _korean(match)


def _korean(match: re.Match[str]) -> Mention | None:
    day, year, until = match["kd"], match["ky"], match["kd2"]
    if not (day or year):
        return None
    return Mention(
        start=match.start(),
        end=match.end(),
        words=match.group(),
        month=int(match["km"]),
        day=int(day) if day else None,
        year=int(year) if year else None,
        until_month=int(match["km2"]) if match["km2"] else None,
        until_day=int(until) if until and day else None,
    )


def _with_weekday(text: str, mention: Mention) -> Mention:
    before = WEEKDAY_BEFORE.search(text[max(0, mention.start - REACH) : mention.start])
    if before:
        return replace(mention, weekday=WEEKDAY[before[1].lower()])
    if after := WEEKDAY_AFTER.match(text, mention.end):
        return replace(mention, weekday=WEEKDAY[after["name"].lower()])
    return mention


def _exists(mention: Mention) -> bool:
    leap = mention.year or 2024
    if not 1 <= mention.month <= IN_A_YEAR:
        return False
    if mention.day is not None and mention.on(leap) is None:
        return False
    return mention.until_day is None or mention.until(leap) is not None or mention.year is None


@lru_cache(maxsize=4096)
def _date(year: int, month: int, day: int | None) -> dt.date | None:
    if day is None or year not in YEARS or not 1 <= month <= IN_A_YEAR:
        return None
    return dt.date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def plain(day: dt.date) -> str:
    """Write *day* out, the same in every locale: ``20 June 2024``."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
