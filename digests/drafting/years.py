"""The year of a date that is printed without one, from what the text says of others."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from config.catalogue import Catalogue
from config.entries import Treaty
from config.folding import CYRILLIC, stemmed, words
from digests.drafting import dates
from digests.drafting.dates import Mention

SPAN = 40  # years back that are thought of
RECENT = 5  # years within which the last year named is taken for the one before
CLOSE = dt.timedelta(days=3)
AROUND = dt.timedelta(days=10)
SEASON = dt.timedelta(days=60)
BEFOREHAND = 40
# A date behind one of these may lie ahead of the article.
AHEAD = re.compile(
    r"\b(?:will|would|by|until|till|through|before|plan\w*|scheduled|due|expected|upcoming|next|"
    r"set for|run\w*|valid|до|к|будет|состоится|намечен\w*|запланирован\w*)\b[^.!?]*$|[-–—]\s?$",
    re.IGNORECASE,
)
LATER = re.compile(
    r"anniversar|\ba year (?:ago|after|later|since|on|to the day)\b"
    r"|годовщин|\bгод назад\b|\bспустя год\b|주년|1년 전",
    re.IGNORECASE,
)
# One of these stands in all of them: looked for first, since that is quick.
LATER_MARKS = ("anniversar", "a year", "годовщин", "год назад", "спустя год", "주년", "1년 전")
WORDS = 4_000  # characters in which a treaty is named


class Inferred(NamedTuple):
    """A date with the year found for it, and how, in a sentence."""

    date: dt.date | None
    note: str


def infer(day: Mention, body: list[str], catalogue: Catalogue, today: dt.date) -> Inferred:
    """Find the year of *day* from the dates and treaties that *body* names.

    Weekdays and dates named as past rule years out; of those that are left, one in which a treaty
    named had an event within days is taken, else the first after the past that is named, else the
    latest before *today*.
    """
    limit = today + dt.timedelta(days=1)  # it may be tomorrow already where the text was written
    years = range(limit.year, limit.year - SPAN, -1)
    possible = [date for date in map(day.on, years) if date is not None and date <= limit]
    mentions = [(mention, text) for text in body for mention in dates.find(text)]
    weekday = _fitting(possible, [day, *(mention for mention, _ in mentions)])
    possible = weekday[0] if weekday else possible
    later = any(map(_is_later, body))
    past = max(_past(mentions, today), key=lambda named: named[0], default=None)
    if past is not None:
        possible = _after(possible, past, later=later) or possible
    if not possible:
        return Inferred(None, f"“{day.words}” is printed without a year.")
    return _chosen(possible, past, weekday[1] if weekday else None, body, catalogue, later=later)


def _is_later(text: str) -> bool:
    lower = text.lower()
    return any(map(lower.__contains__, LATER_MARKS)) and LATER.search(text) is not None


def _chosen(
    possible: list[dt.date],
    past: tuple[dt.date, Mention] | None,
    weekday: Mention | None,
    body: list[str],
    catalogue: Catalogue,
    *,
    later: bool,
) -> Inferred:
    if not later and (event := _event(possible, body, catalogue)):
        date, known = event
        note = f"inferred from the treaty named, which has an event on {dates.plain(known)}."
        return Inferred(date, f"The year {date.year} is {note}")
    if past is not None and possible[0].year - past[0].year <= RECENT:
        date = possible[-1]
        named = f"inferred from “{past[1].words}”, named as the past."
        return Inferred(date, f"The year {date.year} is {named}")
    date = possible[0]
    if weekday is not None:
        return Inferred(
            date, f"The year {date.year} is inferred from the weekday of “{weekday.words}”."
        )
    return Inferred(
        date, f"The year {date.year} is taken as the latest before the day of loading."
    )


def _fitting(
    possible: list[dt.date], mentions: list[Mention]
) -> tuple[list[dt.date], Mention] | None:
    """Give the days whose years let the weekdays named come true, and a mention of one."""
    told = [m for m in mentions if m.weekday is not None and m.day is not None and not m.year]
    if not told:
        return None
    fitting = [date for date in possible if all(_comes_true(m, date) for m in told)]
    return (fitting, told[0]) if fitting else None


def _comes_true(mention: Mention, near: dt.date) -> bool:
    day = dates.nearest(mention, near)
    return day is not None and day.weekday() == mention.weekday


def _past(
    mentions: list[tuple[Mention, str]], today: dt.date
) -> Iterator[tuple[dt.date, Mention]]:
    """Give the days from which on the text can have been written, for each year it names."""
    for mention, text in mentions:
        before = text[max(0, mention.start - BEFOREHAND) : mention.start]
        if mention.year is None or mention.unsure or AHEAD.search(before):
            continue
        day = mention.on(mention.year) or _month_end(mention)
        if day <= today:
            yield day, mention


def _month_end(mention: Mention) -> dt.date:
    first = dt.date(mention.year or 1, mention.month, 28)
    return (first + dt.timedelta(days=4)).replace(day=1)


def _after(
    possible: list[dt.date], past: tuple[dt.date, Mention], *, later: bool
) -> list[dt.date]:
    """Give the days that lie after the last day named as past, or about when it was."""
    day, mention = past
    if mention.day is None:
        return [date for date in possible if date >= day]
    start = day + SEASON if later else day - AROUND
    return [date for date in possible if date >= start]


def _event(
    possible: list[dt.date], body: list[str], catalogue: Catalogue
) -> tuple[dt.date, dt.date] | None:
    """Give the one day close to an event of a treaty that is named, and the event's day."""
    near = [
        (day, treaty) for treaty in catalogue.treaties.values() for day in _near(possible, treaty)
    ]
    if not near:
        return None
    named = _named(body, [treaty for _, treaty in near])
    found = {date: known for (date, known), treaty in near if treaty.id in named}
    return next(iter(found.items())) if len(found) == 1 else None


def _near(possible: list[dt.date], treaty: Treaty) -> Iterator[tuple[dt.date, dt.date]]:
    days = {date.year: date for date in possible}
    for known in (*(event.date for event in treaty.events), treaty.signed, treaty.in_force):
        date = days.get(known.year) if known else None
        if known and date and abs(date - known) <= CLOSE:
            yield date, known


def _named(body: list[str], treaties: list[Treaty]) -> set[str]:
    """Tell which treaties the text names; in Russian, whatever the case of the words."""
    text = " ".join(body)[:WORDS]
    inflected = CYRILLIC.search(text) is not None
    said = f" {' '.join(stemmed(text) if inflected else words(text))} "
    return {
        treaty.id
        for treaty in {treaty.id: treaty for treaty in treaties}.values()
        for name in (treaty.stems if inflected else treaty.folded)
        if len(name) > 1 and f" {' '.join(name)} " in said
    }
