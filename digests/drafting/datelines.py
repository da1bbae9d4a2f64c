"""The dateline before the first sentence: ``VIENNA, June 20. /TASS/.`` and its kin."""

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from config.catalogue import Catalogue
from digests.drafting import dates, outlets
from digests.drafting.dates import Mention

UP, LOW = "A-ZÀ-ÖØ-ÞА-ЯЁ", "a-zß-öø-ÿа-яё"
NEXT = r"(?=[\"'“‘«„(\[]?[^\W_a-zа-яё])"
# How agencies close a dateline: between slashes, in brackets, behind a stop or a dash; or nobody.
SLASHES = re.compile(r"/\s?(?P<agency>[^/\d][^/]{1,50})/[.:]?(?:\s|$)")
BRACKETS = re.compile(
    r"[(\[](?P<agency>[^()\[\]/=]{2,40}(?:/[^()\[\]/=]{2,20})?)[)\]](?:\s?(?:--?|–|—|=)\s?|"
    r"[.:]?\s)"
)
BEHIND_STOP = re.compile(r"\.\s(?P<agency>[A-ZА-Я][\w.]{2,20})\s[-–—]\s")
BEHIND_DASH = re.compile(r"\s?[-–—]\s?(?P<agency>[^-–—.()]{2,40})\.\s")
NO_AGENCY = re.compile(rf"(?P<agency>)\s?(?:--|–|—|\s-)\s{NEXT}")
BARE = re.compile(rf"(?P<agency>)\.\s{NEXT}")
KOREAN = re.compile(
    r"[(\[](?P<place>[^()\[\]=]{1,20})=(?P<agency>[^()\[\]=]{1,20})[)\]]\s?"
    r"(?:(?P<author>[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4}){0,3})\s?(?:기자|특파원)\s?)?"
    r"(?:[가-힣]{2,4}\s?(?:기자|특파원)\s?){0,3}(?:=\s?)?"
)
REST = rf"(?: \[[\w ]+\])?(?:,\s[{UP}][\w.'’-]*(?:\s[\w.'’-]+){{0,2}}){{0,2}}"
CAPITALS = re.compile(rf"[{UP}][{UP}.'’/-]+(?:[ -][{UP}][{UP}.'’/-]*){{0,3}}{REST}")
TITLE_CASE = re.compile(rf"[{UP}][{LOW}'’]+(?:[ /-][\w'’]+){{0,3}}{REST}")
NAMED = re.compile(
    rf"[{UP}가-힣][\w&.'’-]*(?:[ /-][\w&.'’-]+){{0,4}}[\w,.]*(?:\s[{UP}]\w+){{0,3}}"
)
# Capitals before a dash that are no city.
NO_PLACE = frozenset(
    "NATO DPRK ASEAN BRICS CSTO BREAKING UPDATE UPDATED EXCLUSIVE ANALYSIS OPINION EXPLAINER "
    "WATCH "
    "LIVE FACTBOX TIMELINE URGENT ALERT NEWS VIDEO PHOTOS TASS REUTERS ADVERTISEMENT НАТО КНДР "
    "ОДКБ БРИКС МОЛНИЯ СРОЧНО ОБНОВЛЕНО".split()
)
SHORTEST, LONGEST = 4, 30  # letters of a place that stands alone
EARLY = 80
EARLY_DAY = re.compile(r"\d[.,]?\s?[-–—]")
ABBREVIATED = re.compile(r"\w+\.\s\d")  # a month, before its day
MOST = 2  # signs of one kind that are tried
WINDOW = 170  # a dateline is not longer
WEEKDAY = re.compile(
    r"(?:^|(?<=\W))\w*(?:day|ник|среда|четверг|пятница|суббота|воскресенье),?\s*$"
)
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LITTLE = re.compile(r"(?<=-)(?:On|Na|Am|An|De|Del|La|Le|Of|Sur|Upon|На)(?=-)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says, and where the text behind it begins."""

    end: int
    place: str | None = None
    day: Mention | None = None
    agency: str | None = None
    author: str | None = None


def opens(text: str) -> bool:
    """Tell whether *text* begins with what can only be a dateline, whoever the agency is."""
    if not _may_open(text):
        return False
    found = read(text)
    return found is not None and (found.day is not None or found.agency is not None)


@lru_cache(maxsize=64)
def read(text: str, catalogue: Catalogue | None = None) -> Dateline | None:
    """Read the dateline that *text* begins with; kept, since a line is asked for it again."""
    if text[:1] in "([" and (korean := KOREAN.match(text)):
        place, agency, author = (part.strip() or None for part in korean.groups(""))
        return Dateline(korean.end(), place, None, agency, author)
    if not _may_open(text):
        return None
    window = text[:WINDOW]
    for closing, fits in FITS:
        for match in itertools.islice(closing.finditer(window), MOST):
            found = _parts(window, match, catalogue)
            if found.accepted(fits):
                day, agency = found.day, found.agency
                return Dateline(match.end(), place_name(found.place), day, agency)
    return None


def _may_open(text: str) -> bool:
    """Tell whether *text* begins in capitals, or has a date or an agency's bracket early."""
    if text[:2].isupper() or text[:1] in "([":
        return True
    early = text[:EARLY]
    if "(" in early or "/" in early:
        return True
    return (EARLY_DAY.search(early) or ABBREVIATED.match(early)) is not None


def place_name(words: str) -> str | None:
    """Write the name of a place as names are written, ``ELLERY, Minn.`` as ``Ellery, Minn.``."""
    city, comma, region = words.partition(",")
    if city.isupper():
        city = LITTLE.sub(lambda word: word.group().lower(), WORD.sub(_capitalised, city))
    return f"{city}{comma}{region}".strip() or None


def _capitalised(word: re.Match[str]) -> str:
    return word.group().capitalize()


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands before the sign that may close a dateline."""

    place: str
    day: Mention | None
    agency: str | None
    known: bool
    dashed: bool

    def accepted(self, fits: "Fits") -> bool:
        """Tell whether they make up a dateline closed in that way."""
        if self.agency is not None and not NAMED.fullmatch(self.agency):
            return False
        return fits(self)

    @property
    def capitals(self) -> bool:
        """Tell whether the place is in capitals, and not the name of something else."""
        words = CAPITALS.fullmatch(self.place)
        return words is not None and self.place.split()[0] not in NO_PLACE

    @property
    def titled(self) -> bool:
        """Tell whether the place is written as names are."""
        return TITLE_CASE.fullmatch(self.place) is not None


Fits = Callable[[Parts], bool]


def _in_slashes(parts: Parts) -> bool:
    return parts.capitals or (parts.day is not None and (parts.titled or not parts.place))


def _in_brackets(parts: Parts) -> bool:
    if parts.day is not None:
        trusted = parts.dashed or parts.known
        return parts.capitals or (trusted and (parts.titled or not parts.place))
    if not parts.dashed:
        return False
    if not parts.place:
        return parts.known or str(parts.agency).split()[0].isupper()
    return parts.capitals or (parts.known and parts.titled)


def _behind_stop(parts: Parts) -> bool:
    return parts.day is not None and (parts.capitals or parts.titled)


def _behind_dash(parts: Parts) -> bool:
    return parts.known and _behind_stop(parts)


def _without_agency(parts: Parts) -> bool:
    if parts.day is not None:
        return parts.capitals or parts.titled
    letters = len(parts.place.split(",")[0])
    return parts.capitals and SHORTEST <= letters <= LONGEST


def _in_capitals(parts: Parts) -> bool:
    one = parts.place.isalpha() and len(parts.place) > SHORTEST
    return parts.capitals and (parts.day is not None or one)


FITS: tuple[tuple[re.Pattern[str], Fits], ...] = (
    (SLASHES, _in_slashes),
    (BRACKETS, _in_brackets),
    (BEHIND_STOP, _behind_stop),
    (BEHIND_DASH, _behind_dash),
    (NO_AGENCY, _without_agency),
    (BARE, _in_capitals),
)


def _parts(window: str, match: re.Match[str], catalogue: Catalogue | None) -> Parts:
    agency = match["agency"].strip() or None
    head = window[: match.start()].rstrip()
    day = last_day(head)
    before = head if day is None else WEEKDAY.sub("", head[: day.start])
    place = before.strip(" ,")
    if "," not in place:
        place = place.rstrip(".")
    if day is not None and place and not place.isupper() and before.rstrip()[-1] not in ".,":
        place = "?"  # “On June 18 —” names no place
    known = bool(agency and catalogue and outlets.known(agency, catalogue))
    return Parts(place, day, agency, known, dashed=match.group().rstrip()[-1] in "-–—=")


def last_day(head: str) -> Mention | None:
    """Give the date that *head* ends in."""
    days = dates.find(head)
    return days[-1] if days and not head[days[-1].end :].strip(" .,") else None
