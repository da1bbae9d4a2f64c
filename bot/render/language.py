"""Languages: sentences through gettext, plural forms, dates and lists by locale.

A language is a file, ``bot/locales/<code>.po``; English is what the sentences themselves say.
"""

import datetime as dt
import io
import logging
import re
from collections.abc import Iterable
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib import resources
from importlib.resources.abc import Traversable
from string import Formatter

from babel import Locale
from babel.dates import (
    format_date,
    format_skeleton,
    format_time,
    get_day_names,
    get_timezone_location,
)
from babel.lists import format_list
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from bot.render.text import Text, join

ENGLISH = "en_GB"
TWO = 2  # letters of a language code, as menus take it
COUNTED = re.compile(r"Etc/GMT([+-])([1-9][0-9]?)")

log = logging.getLogger(__name__)


def later(message: str) -> str:
    """Mark a sentence for translation where no language is at hand yet."""
    return message


class Language:
    """Says things in one language."""

    def __init__(
        self, locale: str = ENGLISH, translations: NullTranslations | None = None
    ) -> None:
        self.locale = Locale.parse(locale)
        self._translations = translations or NullTranslations()

    def say(self, message: str, /, **parts: Text | str) -> Text:
        """Translate a sentence and fill its ``{places}``, marks and all."""
        return fill(self._translations.gettext(message), parts)

    def count(self, one: str, many: str, number: int, /, **parts: Text | str) -> Text:
        """Translate a sentence that depends on a number, which fills ``{number}``."""
        chosen = self._translations.ngettext(one, many, number)
        return fill(chosen, {"number": self.number(number), **parts})

    def number(self, number: int) -> str:
        """Write a number as is usual."""
        return _decimal(number, self.locale)

    def day(self, day: dt.date) -> str:
        """Write a date in full."""
        return _written(day, "long", self.locale)

    def days(self, first: dt.date, last: dt.date) -> str:
        """Write a span of days: “18–19 June 2024”."""
        if first == last:
            return self.day(first)
        differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
        known = self.locale.interval_formats.get("yMMMd", {}).get(differs, ())
        if len(known) != 2:  # noqa: PLR2004 - the two ends of a span
            return f"{self.day(first)} – {self.day(last)}"
        # CLDR has spans with short names of months only; everywhere else we write them in full.
        ends = zip((first, last), known, strict=True)
        return "".join(
            format_date(day, form.replace("MMM", "MMMM"), locale=self.locale) for day, form in ends
        )

    def short_day(self, day: dt.date) -> str:
        """Write a date shortly, for buttons."""
        return _written(day, "medium", self.locale)

    def moment(self, at: dt.datetime) -> str:
        """Write a date and the time of day, as the clock there shows it."""
        return f"{self.day(at.date())}, {self.time(at)}"

    def time(self, at: dt.datetime) -> str:
        """Write the time of day."""
        return format_time(at.time(), "short", locale=self.locale)

    def hour(self, time: dt.time) -> str:
        """Write an hour of the day."""
        return format_time(time, "short", locale=self.locale)

    def weekday(self, number: int) -> str:
        """Name a day of the week; Monday is 0."""
        name: str = get_day_names("wide", locale=self.locale)[number]
        return name

    def slot(self, at: dt.datetime) -> str:
        """Write a moment not far away: day of the week, day and month, hour; no year."""
        day = format_skeleton("MMMMEEEEd", at, locale=self.locale)
        return f"{day}, {self.time(at)}"

    def city(self, zone: str) -> str:
        """Name a time zone by its city; one that is counted from UTC as that."""
        if offset := COUNTED.fullmatch(zone):  # POSIX counts them the other way round
            return f"UTC{'-' if offset[1] == '+' else '+'}{offset[2]}"
        named: str = get_timezone_location(zone, locale=self.locale, return_city=True)
        return named.rpartition("/")[2]

    def listing(self, items: Iterable[str]) -> str:
        """Write a list as a sentence does: “a, b and c”."""
        return format_list(list(items), locale=self.locale)

    def alternatives(self, items: Iterable[str]) -> str:
        """Write a list of choices: “a, b or c”."""
        return format_list(list(items), style="or", locale=self.locale)


@lru_cache(maxsize=4096)
def _decimal(number: int, locale: Locale) -> str:
    return format_decimal(number, locale=locale)


@lru_cache(maxsize=8192)
def _written(day: dt.date, form: str, locale: Locale) -> str:
    """Write a date; Babel takes long over it, and a list shows the same days again and again."""
    return format_date(day, form, locale=locale)


@lru_cache(maxsize=2048)
def _parsed(message: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((before, name) for before, name, _, _ in Formatter().parse(message))


def fill(message: str, parts: dict[str, Text | str]) -> Text:
    """Put *parts* into the ``{places}`` of *message*."""
    pieces: list[Text | str] = []
    for before, name in _parsed(message):
        pieces.append(before)
        if name is not None:
            pieces.append(parts[name])
    return join("", pieces)


class Languages:
    """Every language there is a file for, and English."""

    def __init__(self, folder: Traversable | None = None) -> None:
        self.english = Language()
        self._known = {"en": self.english}
        for file in sorted((folder or resources.files("bot") / "locales").iterdir(), key=str):
            if file.name.endswith(".po"):
                code = file.name.removesuffix(".po")
                self._known[code.lower()] = Language(code, _translations(file, code))

    @property
    def several(self) -> bool:
        """Whether the same question may be answered in more than one language."""
        return len(self._known) > 1

    def all(self) -> list[tuple[str | None, Language]]:
        """Give each language with its two-letter code; English, which serves all others, first."""
        others = [(c, each) for c, each in self._known.items() if len(c) == TWO and c != "en"]
        return [(None, self.english), *others]

    def best(self, code: str | None) -> Language:
        """Choose the language for a code such as Telegram gives: ``ru``, ``pt-br``."""
        wanted = (code or "").lower().replace("-", "_")
        return self._known.get(wanted) or self._known.get(wanted.split("_")[0], self.english)


def _translations(file: Traversable, code: str) -> GNUTranslations:
    catalog = read_po(io.BytesIO(file.read_bytes()), locale=code)
    for message in list(catalog):
        if message.id and not _fits(message):
            log.warning("translation left out", extra={"file": file.name, "msgid": message.id})
            catalog.delete(message.id, message.context)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _fits(message: Message) -> bool:
    """Tell whether a translation has the places of the English sentence; a number may be words."""
    wanted = {place for sentence in _forms(message.id) for place in _places(sentence)}
    try:
        named = [set(_places(form)) for form in _forms(message.string) if form]
    except ValueError:  # a brace that is never closed
        return False
    return all(wanted - {"number"} <= places <= wanted for places in named)


def _forms(sentences: str | Iterable[str] | None) -> list[str]:
    return [sentences] if isinstance(sentences, str) else list(sentences or ())


def _places(sentence: str) -> list[str]:
    return [name for _, name in _parsed(sentence) if name is not None]
