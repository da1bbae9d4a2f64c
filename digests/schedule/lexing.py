"""Words as typed, and what each of them says about a schedule."""

import datetime as dt
import re
from dataclasses import dataclass

from config.folding import fold
from digests.schedule.outcomes import Trouble
from digests.schedule.words import (
    DAYS,
    LONGEST_PHRASE,
    PHRASES,
    Days,
    Filler,
    Hour,
    Meaning,
    Monthday,
    Number,
    Often,
    Through,
    Wrong,
)
from digests.subscriptions import LAST_DAY, WEEK

# A quotation is one word, whatever is in it.
WORD = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»|[^\s,;&]+")
HOUR = re.compile(r"@?(\d{1,2})(?:[:.h](\d{2})|h)?(am|pm|uhr|h)?")
COMPACT = re.compile(r"()?(\d{2})(\d{2})(am|pm|h)?")
LIKE_AN_HOUR = re.compile(r"@?\d+(?:[:.h]\d*)*(?:am|pm|uhr)?")
ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
SPAN = re.compile(r"([a-z]{3,9})[-‐-―]([a-z]{3,9})")
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―", "-") | {"：": ":"} | dict.fromkeys("'’"))
HALVES = {"am": 0, "pm": 12}
COUNTS = {
    word: count for count, word in enumerate("one two three four five six seven eight".split(), 1)
}
UNITS = frozenset("days weeks months hours minutes years".split())
# Words that belong to a schedule only beside others that can belong to nothing else.
LOOSE = frozenset("instant once not but except without night nights".split())


@dataclass(frozen=True, slots=True)
class Typed:
    """A word as typed, where it stands, and folded."""

    text: str
    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one or several words say; None for words that are no schedule's."""

    meaning: Meaning | None
    words: tuple[Typed, ...]

    @property
    def text(self) -> str:
        """Give the words as typed."""
        return " ".join(word.text for word in self.words)

    @property
    def firm(self) -> bool:
        """Tell whether the words can hardly be anything but a schedule's."""
        if self.meaning is None or isinstance(self.meaning, Number | Filler | Through):
            return False
        first = self.words[0].folded
        return first not in LOOSE and not first.replace(".", "").isdecimal()


def typed(text: str) -> list[Typed]:
    """Cut *text* into words at blanks, commas, semicolons and ampersands."""
    found = (Typed(m.group(), m.start(), m.end(), _plain(m.group())) for m in WORD.finditer(text))
    return [word for word in found if word.folded]


def _plain(word: str) -> str:
    folded = fold(word).translate(DASHES).rstrip(".,!?:")
    return re.sub(r"(\d|^)([ap])\.?m$", r"\1\2m", folded)


def readings(words: list[Typed]) -> list[Reading]:
    """Tell what each word says, several words together where they make a phrase."""
    found: list[Reading] = []
    while words:
        after_at = bool(found) and found[-1].words[-1].folded in {"at", "@"}
        meaning, length = _first(words, after_at=after_at)
        found.append(Reading(meaning, tuple(words[:length])))
        words = words[length:]
    return found


def _first(words: list[Typed], *, after_at: bool) -> tuple[Meaning | None, int]:
    folded = [word.folded for word in words[:LONGEST_PHRASE]]
    match folded:
        case ["every" | "each", number, unit, *_] if number.isdecimal() and unit in UNITS:
            return Wrong(Trouble.RHYTHM), 3
        case [number, "times" | "time" | "x", *_] if often := _often(number):
            return often, 2
        case [number, "am" | "pm" as half, *_] if number[:1].isdecimal():
            return _hour(number + half), 2
    for length in range(len(folded), 0, -1):
        if meaning := PHRASES.get(tuple(folded[:length])):
            return meaning, length
    word = folded[0]
    if after_at and word.isdecimal():
        return _hour(word), 1
    return PHRASES.get(tuple(word.split("-"))) or _other(word), 1


def _often(word: str) -> Often | None:
    number = int(word) if re.fullmatch(r"[0-9]{1,3}", word) else COUNTS.get(word)
    return Often(number) if number is not None else None


def _other(word: str) -> Meaning | None:
    if re.fullmatch(r"[0-9]{1,3}", word):
        return Number(int(word))
    if match := ORDINAL.fullmatch(word):
        return monthday(int(match[1]))
    if match := SPAN.fullmatch(word):
        first, last = DAYS.get(match[1]), DAYS.get(match[2])
        return Days(through(first, last)) if first and last else None
    return _hour(word) if LIKE_AN_HOUR.fullmatch(word) else None


def _hour(word: str) -> Hour | Wrong:
    match = COMPACT.fullmatch(word) or HOUR.fullmatch(word)
    if not match:
        return Wrong(Trouble.TIME)
    digits, minutes, half = match.groups()[-3:]
    return hour(int(digits), int(minutes or 0), half or "", padded=digits[0] == "0")


def hour(number: int, minute: int = 0, half: str = "", *, padded: bool = False) -> Hour | Wrong:
    """Make a time of day; *padded* with a zero, it is on the clock of 24 hours."""
    if half in HALVES and 1 <= number <= 12:  # noqa: PLR2004 - hours of half a day
        return _time(number % 12 + HALVES[half], minute)
    if half == "am" and number:
        return Wrong(Trouble.TIME)
    return _time(number, minute, either=not half and not padded and 1 <= number <= 12)  # noqa: PLR2004


def _time(number: int, minute: int, *, either: bool = False) -> Hour | Wrong:
    try:
        return Hour(dt.time(number, minute), either)
    except ValueError:
        return Wrong(Trouble.TIME)


def monthday(number: int) -> Monthday | Wrong:
    """Make a day of the month."""
    return Monthday(number) if 1 <= number <= LAST_DAY else Wrong(Trouble.MONTHDAY)


def through(first: str, last: str) -> tuple[str, ...]:
    """Give the days from one to another, over the end of the week where need be."""
    start = WEEK.index(first)
    length = (WEEK.index(last) - start) % len(WEEK) + 1
    return tuple(WEEK[(start + number) % len(WEEK)] for number in range(length))
