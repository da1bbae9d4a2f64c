"""Time zones by what people call them: a city in any common spelling, a zone's name, an offset.

``spellings`` keeps the tables, made once of ``places.toml`` and of the zones that are installed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from config.folding import fold
from digests.zones import spellings
from digests.zones.spellings import Place, key

__all__ = ["NoZone", "Place", "WhichZone", "Zone", "called", "find"]

NEAR = 70  # of 100
LONGEST = 100  # characters that are read
OFFSET = re.compile(r"(?:utc|gmt)\s?([+-])\s?(\d{1,2})(?:[:.]?([0-5]\d))?")
ETC = re.compile(r"etc/gmt([+-]?)(\d{1,2})")
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
UTC = "UTC"
WORDS_ROUND_IT = re.compile(r"^(?:time )?(?:in|of) | (?:standard |daylight )?time(?: ?zone)?$")


@dataclass(frozen=True, slots=True)
class Zone:
    """The one time zone that is meant: ``Europe/Vienna``; ``Etc/GMT-3`` is three hours *ahead*."""

    name: str


@dataclass(frozen=True, slots=True)
class WhichZone:
    """Several go by it; or it names a clock that is not set alike all year, or everywhere."""

    near: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class NoZone:
    """None goes by it; some that are spelt alike."""

    near: tuple[Place, ...]


def find(words: str, *, limit: int = 5) -> Zone | WhichZone | NoZone:
    """Find the time zone that *words* alone are meant to name: a place, an offset, a country."""
    words = words[:LONGEST]
    if found := called(words) or _of_country(words):
        return WhichZone(found.near[:limit]) if isinstance(found, WhichZone) else found
    return NoZone(_near(words, limit))


def called(words: str) -> Zone | WhichZone | None:
    """Find the time zone of a city, or by its name, in words that may be about something else.

    Countries are left out: they are more likely what the news is about.
    """
    plain = " ".join(fold(words).translate(DASHES).split())
    if offset := _offset(plain):
        return offset
    bare = key(WORDS_ROUND_IT.sub("", plain))
    if bare in spellings.clocks():
        return WhichZone(spellings.clocks()[bare])
    if name := spellings.names().get(bare):
        return Zone(name)
    return _one(spellings.cities().get(bare, ())) or _in_country(plain)


def _one(places: Iterable[Place]) -> Zone | WhichZone | None:
    """Tell whether places that go by one name go by one clock."""
    by_zone: dict[str, Place] = {}
    for place in places:
        by_zone.setdefault(place.zone, place)
    if len(by_zone) == 1:
        return Zone(next(iter(by_zone)))
    return WhichZone(tuple(by_zone.values())) if by_zone else None


def _offset(plain: str) -> Zone | WhichZone | None:
    """Read ``GMT+3``; the names of such zones count the other way round."""
    if match := ETC.fullmatch(plain):
        return _ahead(int(match[2]) * (-1 if match[1] == "+" else 1))
    match = OFFSET.fullmatch(plain)
    if not match:
        return None
    sign, hours, minutes = match[1], int(match[2]), int(match[3] or 0)
    if minutes:
        near = spellings.offsets().get(f"utc{sign}{hours}:{minutes:02}")
        return WhichZone(near) if near else None
    return _ahead(-hours if sign == "-" else hours)


def _ahead(hours: int) -> Zone | None:
    name = f"Etc/GMT{-hours:+}" if hours else UTC
    return Zone(name) if name == UTC or name in spellings.installed() else None


def _in_country(plain: str) -> Zone | WhichZone | None:
    """Find “San José, Costa Rica”."""
    city, comma, country = plain.rpartition(",")
    homes = {place.zone for place in spellings.countries().get(key(country), ())}
    there = (place for place in spellings.cities().get(key(city), ()) if place.zone in homes)
    return _one(there) if comma else None


def _of_country(words: str) -> Zone | WhichZone | None:
    plain = key(WORDS_ROUND_IT.sub("", fold(words)))
    return _one(spellings.countries().get(plain, ()))


def _near(words: str, limit: int) -> tuple[Place, ...]:
    """Give places that begin so, or are spelt nearly so; each time zone once."""
    typed = key(words)
    if not typed:
        return ()
    known = spellings.everything()
    starting = [spelling for spelling in known if len(typed) > 1 and spelling.startswith(typed)]
    starting.sort(key=len)
    alike = process.extract(typed, known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=50)
    found: dict[str, Place] = {}
    for spelling in [*starting, *(name for name, _, _ in alike)]:
        for place in known[spelling]:
            found.setdefault(place.zone, place)
    return tuple(found.values())[:limit]
