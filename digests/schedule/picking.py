"""A schedule and a time zone picked out of plain words, in any order."""

import re
from collections.abc import Iterator
from itertools import groupby

from digests import zones
from digests.schedule.lexing import Reading, Typed, readings, typed
from digests.schedule.outcomes import Taken, Trouble, Unclear
from digests.schedule.reading import built
from digests.schedule.words import Filler
from digests.subscriptions import Schedule
from digests.zones import NoZone, WhichZone, Zone

Meant = Zone | WhichZone | NoZone

LONGEST_CITY = 4  # words
LIKE_A_ZONE = re.compile(r"(?:utc|gmt)[+-]\d.*|[a-z]{3,}/[a-z_/+-]{2,}")


def picked(text: str) -> Taken:
    """Pick out what says when; words that say nothing of it are given back in order.

    A bare number counts only beside a word that can belong to nothing but a schedule.
    """
    words = typed(text)
    first, last, meant = _zone(text, words)
    typed_as = text[words[first].start : words[last - 1].end] if meant else ""
    place = Reading(Filler(), tuple(words[first:last]))
    found = [*readings(words[:first]), *([place] if meant else []), *readings(words[last:])]
    ours, left = _parted(found, place)
    zone = meant.name if isinstance(meant, Zone) else None
    trouble = None if zone or not meant else Unclear(Trouble.ZONE, typed_as)
    schedule: Schedule | Unclear | None = built(ours) if ours else None
    if isinstance(schedule, Unclear):
        schedule, trouble = None, schedule
    rest = " ".join(reading.text for reading in left)
    return Taken(schedule, zone, rest, trouble)


def _parted(found: list[Reading], place: Reading) -> tuple[list[Reading], list[Reading]]:
    """Part what makes a schedule, or joins a time zone to it, from what is left."""
    ours: list[Reading] = []
    left: list[Reading] = []
    for known, run in groupby(found, lambda reading: reading.meaning is not None):
        together = list(run)
        if known and any(reading.firm for reading in together):
            ours += together
        elif place in together:
            left += (each for each in together if not isinstance(each.meaning, Filler))
        else:
            left += together
    return ours, left


def _zone(text: str, words: list[Typed]) -> tuple[int, int, Meant | None]:
    """Find where a time zone is named, the longest name first; else what looks like one."""
    loose, unknown = _unfixed(words)
    for start, end in _spans(len(words)):
        within = range(start, end)
        if loose.issuperset(within) and not unknown.isdisjoint(within):
            named = text[words[start].start : words[end - 1].end]
            if found := zones.called(named):
                return start, end, found
    for at in sorted(unknown):
        if LIKE_A_ZONE.fullmatch(words[at].folded):
            return at, at + 1, NoZone(())
    return 0, 0, None


def _spans(number: int) -> Iterator[tuple[int, int]]:
    for length in range(LONGEST_CITY, 0, -1):
        yield from ((start, start + length) for start in range(number - length + 1))


def _unfixed(words: list[Typed]) -> tuple[set[int], set[int]]:
    """Tell which words are not firmly a schedule's, and which of them are certainly not."""
    loose, unknown, at = set[int](), set[int](), 0
    for reading in readings(words):
        within = range(at, at := at + len(reading.words))
        loose.update(() if reading.firm else within)
        unknown.update(within if reading.meaning is None else ())
    return loose, unknown
