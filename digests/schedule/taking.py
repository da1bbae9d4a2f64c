"""A schedule and a time zone picked out of the words of a command; filters stay as they are."""

import re
from dataclasses import replace
from itertools import takewhile

from config.folding import fold
from digests import zones
from digests.schedule.lexing import Reading, Typed, readings, typed
from digests.schedule.outcomes import Taken
from digests.schedule.picking import picked
from digests.schedule.words import PHRASES, AtOnce, Filler, Hour, Number, Wrong
from digests.zones import Zone

SHORT = 3  # letters of a day's name that may be somebody's: “Sun”
OUTLETS = frozenset({"outlet", "source"})  # which may be called “Daily”
KEY = re.compile(r"(?<!\S)(?P<key>[^\W\d_]{2,20})\s?[:：]")
FILTER = re.compile(rf"{KEY.pattern}\s?(?P<value>\"[^\"]*\"|“[^”]*”|«[^»]*»|[^\s\"“«]*)")
ZONE_NAME = re.compile(r"(?<!\S)[A-Za-z]+(?:/[\w+-]+)+(?!\S)")


def taken(text: str) -> Taken:
    """Pick out what says when; the rest of the words is given back in order.

    Words behind a filter are its own. Of those only the full name of a time zone is taken, and,
    where no schedule stands before the filters, one that can be nothing else and ends the text.
    """
    head, tail = _parted(text)
    first = picked(head)
    if first.zone is None and first.trouble is None:
        zone, tail = _zone_named(tail)
        first = replace(first, zone=zone)
    if first.schedule is None and first.trouble is None:
        last, tail = _from_the_end(tail)
        first = replace(
            first, schedule=last.schedule, zone=first.zone or last.zone, trouble=last.trouble
        )
    return replace(first, rest=" ".join(filter(None, [first.rest, tail.strip()])))


def _parted(text: str) -> tuple[str, str]:
    """Part *text* before its first filter; ``daily: 9`` is none."""
    for match in KEY.finditer(text):
        if (fold(match["key"]),) not in PHRASES:
            return text[: match.start()], text[match.start() :]
    return text, ""


def _zone_named(tail: str) -> tuple[str | None, str]:
    for match in ZONE_NAME.finditer(tail):
        quoted = tail.count('"', 0, match.start()) % 2
        found = None if quoted else zones.called(match.group())
        if isinstance(found, Zone):
            return found.name, f"{tail[: match.start()].rstrip()}{tail[match.end() :]}"
    return None, tail


def _from_the_end(tail: str) -> tuple[Taken, str]:
    """Take “clause:assistance weekdays 8:30” apart, but not “outlet:The Daily Telegraph”."""
    last_filter = [*FILTER.finditer(tail)][-1:]
    start = last_filter[0].end() if last_filter else len(tail)
    outlet = any(fold(match["key"]) in OUTLETS for match in last_filter)
    found = readings(typed(tail[start:]))
    for number, reading in enumerate(found):
        if not reading.firm:
            continue
        words = _with_fillers(found[: number + 1])
        at = start + words[0].start
        last = picked(tail[at:])
        clear = len(reading.text) > SHORT and not outlet
        if not last.rest and (clear or _says_the_hour(found[number:])):
            return last, tail[:at].rstrip()
    return Taken(None, None, ""), tail


def _with_fillers(found: list[Reading]) -> list[Typed]:
    """Give the words of the last reading, and those before it that lead up to it: “every”."""
    leading = takewhile(lambda each: isinstance(each.meaning, Filler), found[-2::-1])
    return [word for each in (*reversed([*leading]), found[-1]) for word in each.words]


def _says_the_hour(found: list[Reading]) -> bool:
    return any(isinstance(each.meaning, Hour | Number | AtOnce | Wrong) for each in found)
