"""The day an article was published, from what is printed over it, and how that was found."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import NamedTuple

from config.catalogue import Catalogue
from digests.drafting import dates, years
from digests.drafting.dates import Mention

IN_ADDRESS = re.compile(r"[/-](?P<y>20\d\d)[/-]?(?P<m>[01]\d)[/-]?(?P<d>[0-3]\d)(?!\d)")
# Kinds of text whose title ends in the day they are of.
RECORD = re.compile(
    r"(?:transcript|remarks|statement|press release|briefing|стенограмма|заявление)\b",
    re.IGNORECASE,
)
SAME = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The dates that stand over and under a text."""

    published: tuple[Mention, ...] = ()
    updated: tuple[Mention, ...] = ()
    months: tuple[Mention, ...] = ()
    dateline: Mention | None = None
    headline: str | None = None
    url: str | None = None


class Day(NamedTuple):
    """A day, None where it is open; the note says how it was found."""

    date: dt.date | None = None
    note: str | None = None


def read(printed: Printed, body: list[str], catalogue: Catalogue, today: dt.date) -> Day:
    """Tell the day of publication, the surest evidence first; never one that lies ahead."""
    limit = today + dt.timedelta(days=1)
    for mention in (*printed.published, printed.dateline):
        if mention is not None and (day := _sure(mention, printed, body)) and day <= limit:
            return Day(day)
    if (unfinished := _without_year(printed)) is not None:
        return _inferred(unfinished, printed, body, catalogue, today)
    found = _last_change(printed) or _record(printed) or _address(printed) or _month(printed)
    return found if found and (found.date is None or found.date <= limit) else Day()


def _sure(mention: Mention, printed: Printed, body: list[str]) -> dt.date | None:
    """Give a full date; where day and month may be swapped, if another date bears it out."""
    if not mention.unsure:
        return mention.full
    others = [*printed.published, *printed.updated, printed.dateline]
    others += [day for text in body for day in dates.find(text)]
    told = {(day.month, day.day) for day in others if day is not None and not day.unsure}
    fitting = [way for way in (mention, mention.swapped()) if (way.month, way.day) in told]
    return fitting[0].on(mention.year or 0) if len(fitting) == 1 else None


def _without_year(printed: Printed) -> Mention | None:
    printed_days = (*printed.published, printed.dateline)
    return next((day for day in printed_days if day is not None and day.year is None), None)


def _inferred(
    day: Mention, printed: Printed, body: list[str], catalogue: Catalogue, today: dt.date
) -> Day:
    for change in (mention.full for mention in printed.updated):
        date = dates.nearest(day, change) if change else None
        if change and date and dt.timedelta(0) <= change - date <= SAME:
            return Day(date, f"The year {date.year} is that of the last change of the page.")
    return Day(*years.infer(day, body, catalogue, today))


def _last_change(printed: Printed) -> Day | None:
    day = next((day.full for day in printed.updated if day.full), None)
    return Day(day, "This is the day of the last change of the page.") if day else None


def _record(printed: Printed) -> Day | None:
    headline = printed.headline or ""
    days = dates.find(headline) if RECORD.match(headline) else []
    if not days or days[-1].full is None or headline[days[-1].end :].strip(" .)"):
        return None
    return Day(days[-1].full, "This is the date in the headline.")


def _address(printed: Printed) -> Day | None:
    match = IN_ADDRESS.search(printed.url or "")
    if match is None:
        return None
    try:
        day = dt.date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None
    return Day(day, "This is the date in the address of the page.")


def _month(printed: Printed) -> Day | None:
    words = next((month.words for month in printed.months), None)
    return Day(None, f"Only “{words}” is printed, so the day is open.") if words else None
