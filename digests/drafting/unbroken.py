"""A masthead that runs into the text, as where a page has lost its line ends."""

import itertools
import re
from dataclasses import dataclass

from config.catalogue import Catalogue
from digests.drafting import bylines, datelines, dates, outlets
from digests.drafting.dates import Mention

WINDOW = 700
REACH = 40
MOST = 3
UP = "A-ZÀ-ÖØ-ÞА-ЯЁ"
PLACE = re.compile(rf"(?<=\s)(?P<place>[{UP}]{{3,}}(?:[ -][{UP}]{{2,}}){{0,2}}),\s$")
# “By . Agency . PUBLISHED: 04:12 EST, 3 June 2014 . | . UPDATED: …”, as a tabloid's pages come.
TABLOID = re.compile(
    r"By \. (?P<author>[^.]{2,60}?)(?: \. (?:and )?[^.]{2,60}?){0,3} \. "
    r"(?:PUBLISHED|Last updated at|UPDATED|CREATED): ?\.? ?(?P<date>[^.|]{4,60})"
    r"(?: \. \| \. UPDATED: ?\.? ?[^.|]{4,60})?(?: \.(?=\s)|$)"
)
SIGNED = re.compile(rf"\sBy\s(?P<signed>[{UP}][\w’'.-]+(?:\s[{UP}][\w’'.-]+){{1,6}})\s$")
HOURS = re.compile(
    r"(?:\s?[|,•]?\s?(?:at\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4}\b)?)?\s*"
)
SHORTEST_HEADLINE, LONGEST_HEADLINE = 15, 220


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What stood before the text, and where that begins."""

    end: int
    headline: str | None = None
    author: str | None = None
    outlet: str | None = None
    place: str | None = None
    day: Mention | None = None


def read(text: str, catalogue: Catalogue) -> Run | None:
    """Read the masthead that a paragraph begins with."""
    window = text[:WINDOW]
    return _tabloid(window) or _dateline(window, catalogue) or _signed(window, catalogue)


def _tabloid(window: str) -> Run | None:
    match = TABLOID.match(window)
    if match is None:
        return None
    days = dates.find(match["date"])
    author = match["author"] if bylines.is_name(match["author"]) else None
    return Run(end=match.end(), author=author, day=days[0] if days else None)


def _dateline(window: str, catalogue: Catalogue) -> Run | None:
    for closing in (datelines.SLASHES, datelines.BRACKETS):
        for match in itertools.islice(closing.finditer(window), MOST):
            found = _before(window, match, catalogue)
            if found is not None:
                return found
    return None


def _before(window: str, match: re.Match[str], catalogue: Catalogue) -> Run | None:
    offset = max(0, match.start() - REACH)
    day = datelines.last_day(window[offset : match.start()])
    agency = match["agency"].strip()
    if day is None or not datelines.NAMED.fullmatch(agency):
        return None
    place = PLACE.search(window[: offset + day.start])
    if place is None:
        return None
    signed = SIGNED.search(window[: place.start()])
    return Run(
        end=match.end(),
        headline=window[: signed.start()].strip() if signed else None,
        author=signed["signed"] if signed else None,
        outlet=outlets.called(agency, catalogue),
        place=datelines.place_name(place["place"]),
        day=day,
    )


def _signed(window: str, catalogue: Catalogue) -> Run | None:
    """Read a headline, ``By`` a name, perhaps an outlet, and a full date."""
    day = next((day for day in dates.find(window) if day.full), None)
    signed = SIGNED.search(window[: day.start]) if day else None
    if day is None or signed is None:
        return None
    headline = window[: signed.start()].strip()
    if not SHORTEST_HEADLINE <= len(headline) <= LONGEST_HEADLINE or ". " in headline:
        return None
    words = signed["signed"].split()
    for count in range(2, len(words) + 1):
        author, rest = " ".join(words[:count]), " ".join(words[count:])
        outlet = outlets.of_line(rest, catalogue) or outlets.of_site(rest)
        if bylines.is_name(author) and (not rest or outlet) and not outlets.of_site(author):
            end = HOURS.match(window, day.end)
            return Run(
                end=end.end() if end else day.end,
                headline=headline,
                author=author,
                outlet=outlet,
                day=day,
            )
    return None
