"""A question as typed, taken apart: plain words, and the filters that narrow it."""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Literal

from rapidfuzz import fuzz, process

from config import references
from config.catalogue import Catalogue
from config.entries import Treaty
from config.folding import fold
from config.references import Provision
from digests.answers import names
from digests.library import Library
from digests.models import Filter, Speaker

Key = Literal["clause", "expert", "outlet", "treaty", "since", "until"]
KEYS: tuple[Key, ...] = ("clause", "expert", "outlet", "treaty", "since", "until")
FIELDS = {"clause": "clauses", "outlet": "outlets", "treaty": "treaties"}
OTHER_KEYS = {"speaker": "expert", "source": "outlet", "from": "since", "to": "until"}
LONGEST = 1_000  # characters of a question that are read
FURTHER_WORDS = 4  # that a value may take in: `expert:Kim Jong Un`
SHORT = 4  # letters of a key that other words are too easily like
NEAR_KEY = 80  # of 100; less, and `Moscow:` or `RT:` were taken for filters
OPENING = frozenset('"“«')
MARKS = str.maketrans(dict.fromkeys('"“”„«»', " "))

FILTER = re.compile(
    r"(?<!\S)(?P<key>[^\W\d_]{2,20})\s?[:：]\s?"
    r"(?P<value>\"[^\"]*\"|“[^”]*”|«[^»]*»|[^\s\"“«]*)"
)
SPAN = re.compile(r"([0-9]{1,4})\s?([dwmy])")
DATE = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?")
EUROPEAN = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: *words* without the filters, and the *filter* they make."""

    words: str
    filter: Filter = field(default_factory=Filter)


class Trouble(Enum):
    """What may be wrong with a filter."""

    KEY = "there is no such filter"
    EMPTY = "it has no value"
    VALUE = "nothing goes by that value"
    SEVERAL = "several go by that value"
    DATE = "it is not a date"
    ORDER = "since comes after until"


@dataclass(frozen=True, slots=True)
class Misfit:
    """A filter that cannot be used, and what may have been meant."""

    trouble: Trouble
    key: str
    value: str = ""
    near: tuple[str, ...] = ()


def ask(text: str, catalogue: Catalogue, library: Library, today: dt.date) -> Question | Misfit:
    """Take a question apart.

    A word before a colon that is not nearly the name of a filter is left among the words.
    """
    left, narrowed = text[:LONGEST], Filter()
    while match := _next(left):
        key = _key(match["key"])
        if key is None:
            return Misfit(Trouble.KEY, match["key"], near=_near_keys(match["key"]))
        home = catalogue.treaties[narrowed.treaties[0]] if narrowed.treaties else None
        reader = _Reader(catalogue, library, today, home)
        read = reader.read(key, match["value"], left[match.end() :])
        if isinstance(read, Misfit):
            return read
        value, taken = read
        narrowed = _narrow(narrowed, key, value)
        left = f"{left[: match.start()]} {left[match.end() + taken :]}"
    if narrowed.since and narrowed.until and narrowed.since > narrowed.until:
        return Misfit(Trouble.ORDER, "since", str(narrowed.since), (str(narrowed.until),))
    return Question(" ".join(left.split()), narrowed)


def written(narrowed: Filter, catalogue: Catalogue) -> str:
    """Write a filter as it may be typed, so that a button can ask the same again."""
    home = "" if narrowed.treaties else f"{catalogue.default.id}:"
    parts = [f"clause:{address.removeprefix(home)}" for address in narrowed.clauses]
    parts += [f"expert:{slug}" for slug in narrowed.speakers]
    parts += [f"outlet:{_marked(name)}" for name in narrowed.outlets]
    parts += [f"treaty:{treaty}" for treaty in narrowed.treaties]
    parts += [f"since:{narrowed.since}"] if narrowed.since else []
    parts += [f"until:{narrowed.until}"] if narrowed.until else []
    return " ".join(parts)


def _marked(name: str) -> str:
    plain = _unmarked(name)
    return f'"{plain}"' if " " in plain else plain


def _unmarked(name: str) -> str:
    """Take quotation marks out of a name, since they stand round it where it is typed."""
    return " ".join(name.translate(MARKS).split())


def _next(text: str) -> re.Match[str] | None:
    """Find the next filter: a treaty before anything else, since clauses are numbered in it."""
    return min(_filters(text), key=lambda match: _key(match["key"]) != "treaty", default=None)


def _filters(text: str) -> Iterator[re.Match[str]]:
    return (m for m in FILTER.finditer(text) if _key(m["key"]) or _near_keys(m["key"]))


def _key(word: str) -> Key | None:
    folded = fold(word)
    known = OTHER_KEYS.get(folded, folded)
    return next((key for key in KEYS if key == known), None)


def _near_keys(word: str) -> tuple[str, ...]:
    known = [*KEYS, *(word for word in OTHER_KEYS if len(word) > SHORT)]
    found = process.extract(fold(word), known, scorer=fuzz.ratio, score_cutoff=NEAR_KEY, limit=2)
    return tuple(dict.fromkeys(key for name, _, _ in found if (key := _key(name))))


def _narrow(narrowed: Filter, key: Key, value: Any) -> Filter:
    if key in {"since", "until"}:
        return replace(narrowed, **{key: value})
    if isinstance(value, Speaker):
        speakers = dict(zip(narrowed.speakers, narrowed.speaker_names, strict=True))
        speakers[value.slug] = value.name
        return replace(narrowed, speakers=tuple(speakers), speaker_names=tuple(speakers.values()))
    named = dict.fromkeys((*getattr(narrowed, FIELDS[key]), value))
    alternatives: dict[str, Any] = {FIELDS[key]: tuple(named)}
    return replace(narrowed, **alternatives)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the values of filters."""

    catalogue: Catalogue
    library: Library
    today: dt.date
    home: Treaty | None

    def read(self, key: Key, typed: str, rest: str) -> tuple[Any, int] | Misfit:
        """Give a filter's value, and how many characters of *rest* belong to it."""
        value = typed.strip('"“”«»').rstrip(",;")
        if not value.strip() or any(match.start() == 0 for match in _filters(value)):
            return Misfit(Trouble.EMPTY, key)
        if key in {"since", "until"}:
            day = when(value, self.today, last=key == "until")
            return (day, 0) if day else Misfit(Trouble.DATE, key, value)
        look_up: Callable[[str], str | Speaker | None] = getattr(self, f"_{key}")
        marked = typed[0] in OPENING
        for longer, taken in [(value, 0)] if marked else _longer(value, rest):
            if found := look_up(longer):
                return found, taken
        return self._misfit(key, value)

    def _clause(self, value: str) -> str | None:
        match references.exactly(value, self.catalogue, self.home):
            case references.Meant(provision):
                return provision.address
            case _:
                return None

    def _expert(self, value: str) -> Speaker | None:
        match names.called(value, self.library):
            case [speaker]:
                return speaker
            case _:
                return None

    def _outlet(self, value: str) -> str | None:
        if outlet := self.catalogue.outlet(value):
            return outlet.name
        counted = (count.outlet for count in self.library.articles.by_outlet())
        wanted = fold(_unmarked(value))
        return next((name for name in counted if name and fold(_unmarked(name)) == wanted), None)

    def _treaty(self, value: str) -> str | None:
        treaty = self.catalogue.treaty(value)
        return treaty.id if treaty else None

    def _misfit(self, key: Key, value: str) -> Misfit:
        match key:
            case "clause":
                return self._no_clause(value)
            case "expert":
                several = names.called(value, self.library)
                near = several or names.near(value, self.library)
                trouble = Trouble.SEVERAL if several else Trouble.VALUE
                return Misfit(trouble, key, value, tuple(speaker.name for speaker in near))
            case "outlet":
                known = [outlet.name for outlet in self.catalogue.outlets]
                return Misfit(Trouble.VALUE, key, value, _near(value, known))
            case _:
                return Misfit(Trouble.VALUE, key, value, _near(value, [*self.catalogue.treaties]))

    def _no_clause(self, value: str) -> Misfit:
        trouble, near = Trouble.VALUE, tuple[Provision, ...]()
        match references.read(value, self.catalogue, self.home):
            case references.Meant(provision) | references.Mentioned(_, provision):
                near = (provision,)
            case references.WhichClause(_, candidates):
                trouble, near = Trouble.SEVERAL, candidates
            case references.NoClause(_, _, alike):
                near = alike
        return Misfit(trouble, "clause", value, tuple(map(self._short, near)))

    def _short(self, provision: Provision) -> str:
        """Name a clause as it may be typed here: by its slug, in another treaty by its address."""
        at_home = provision.treaty == (self.home or self.catalogue.default)
        return provision.clause.slug if at_home else provision.address


def _longer(value: str, rest: str) -> Iterator[tuple[str, int]]:
    """Try a value with the words after it, longest first: `expert:Kim Jong Un` needs no marks."""
    until = next(_filters(rest), None)
    following = list(re.finditer(r"\S+", rest[: until.start() if until else None]))
    for word in reversed(following[:FURTHER_WORDS]):
        yield value + rest[: word.end()], word.end()
    yield value, 0


def _near(value: str, known: list[str]) -> tuple[str, ...]:
    found = process.extract(value, known, processor=fold, score_cutoff=60, limit=3)
    return tuple(name for name, _, _ in found)


def when(text: str, today: dt.date, *, last: bool) -> dt.date | None:
    """Read a date, or the first or *last* day of a month or year; ``7d`` counts back."""
    folded = fold(text).strip()
    if folded in {"today", "yesterday"}:
        return today - dt.timedelta(days=folded == "yesterday")
    if match := SPAN.fullmatch(folded):
        days = int(match[1]) * DAYS[match[2]]
        return today - dt.timedelta(days=days) if days < today.toordinal() else None
    if match := EUROPEAN.fullmatch(folded):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    if match := DATE.fullmatch(folded):
        year, month, day = (int(part) if part else None for part in match.groups())
        return _bound(year or 0, month, day, last=last)
    return None


def _bound(year: int, month: int | None, day: int | None, *, last: bool) -> dt.date | None:
    month = month or (12 if last else 1)
    if not (dt.MINYEAR <= year <= dt.MAXYEAR and 1 <= month <= 12):  # noqa: PLR2004 - months
        return None
    return _day(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
