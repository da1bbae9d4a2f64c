"""Tables of places and their spellings, folded; made once, when they are first asked for."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain

from config.folding import words

Places = dict[str, tuple["Place", ...]]
Section = dict[str, str]

INSTALLED = "tzdata"
UTC = "UTC"
UTC_NAMES = ("UTC", "GMT", "UCT", "Zulu", "Z", "Universal", "Greenwich")
APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼʻ`´", ""))


@dataclass(frozen=True, slots=True)
class Place:
    """A place, by the name it is best known by, and its time zone: ``Munich, Europe/Berlin``."""

    name: str
    zone: str


def key(text: str) -> str:
    """Put *text* as it is looked up: folded words, single blanks, no apostrophes."""
    return " ".join(words(text.translate(APOSTROPHES)))


@cache
def _data() -> tuple[Section, dict[str, list[str]], Section, Section]:
    file = resources.files("digests.zones") / "places.toml"
    data = tomllib.loads(file.read_text("utf-8"))
    return data["zones"], data["cities"], data["countries"], data["clocks"]


@cache
def installed() -> frozenset[str]:
    """Give the names of all zones installed, old ones too."""
    return frozenset((resources.files(INSTALLED) / "zones").read_text("ascii").split())


@cache
def names() -> dict[str, str]:
    """Give the zones by their folded names, each with the name used today: ``asia calcutta``."""
    zones = _data()[0]
    rules = resources.files(INSTALLED).joinpath("zoneinfo", "tzdata.zi").read_text("ascii")
    links = (line.split()[1:] for line in rules.splitlines() if line.startswith("L "))
    today = {old: new for new, old in links if old not in zones and new in zones}
    known = {key(name): today.get(name, name) for name in installed() if "/" in name}
    of_no_place = {name for name in known if name.startswith("etc ")}
    utc = {key(name): UTC for each in UTC_NAMES for name in (each, f"Etc/{each}")}
    return {name: zone for name, zone in known.items() if name not in of_no_place} | utc


@cache
def main() -> dict[str, Place]:
    """Give the place that each zone is named after."""
    return {zone: Place(spelt.split("|", 1)[0], zone) for zone, spelt in _data()[0].items()}


def _table(entries: Iterable[tuple[str, tuple[Place, ...]]]) -> Places:
    table: dict[str, list[Place]] = {}
    for spelt, places in entries:
        for spelling in dict.fromkeys(map(key, spelt.split("|"))):
            table.setdefault(spelling, []).extend(places)
    return {spelling: tuple(places) for spelling, places in table.items()}


@cache
def cities() -> Places:
    """Give cities, and other places that a zone is named after, by any of their spellings."""
    zones, others, _, _ = _data()
    first = ((spelt, (main()[zone],)) for zone, spelt in zones.items())
    more = (
        (spelt, (Place(spelt.split("|", 1)[0], zone),))
        for zone, cities in others.items()
        for spelt in cities
    )
    return _table(chain(first, more))


@cache
def countries() -> Places:
    """Give the places that the zones of a country are named after, by the country's names."""
    return _table((spelt, _main(zones)) for spelt, zones in _data()[2].items())


@cache
def clocks() -> Places:
    """Give places by the name of a clock that is none's alone: ``cet``, ``eastern``."""
    named = {spelt: zones for spelt, zones in _data()[3].items() if ":" not in spelt}
    return _table((spelt, _main(zones)) for spelt, zones in named.items())


@cache
def offsets() -> Places:
    """Give places by an offset with minutes: ``utc+5:30``."""
    return {name.lower(): _main(zones) for name, zones in _data()[3].items() if ":" in name}


def _main(zones: str) -> tuple[Place, ...]:
    return tuple(main()[zone] for zone in zones.split())


@cache
def everything() -> Places:
    """Give all places by all spellings, and by the names of their zones."""
    named = {name: (main()[zone],) for name, zone in names().items() if zone in main()}
    return countries() | named | cities()
