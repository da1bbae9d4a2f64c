"""What is a subscription to be about?"""

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Any, Literal

from config import references
from config.catalogue import Catalogue
from config.folding import fold
from config.references import Provision
from digests.answers import names
from digests.answers.question import Misfit, ask
from digests.library import Library
from digests.models import Filter, Speaker

Field = Literal["clauses", "outlets", "treaties"]
Named = tuple[Field, str]
EVERYTHING = frozenset({"everything", "all", "anything"})
BETWEEN = re.compile(r"[,;\n]|\s(?:and|or)\s", re.IGNORECASE)
LONGEST_NAME = 8  # words
MOST_NAMES = 20  # that are read
BEFORE = re.compile(r"^(?:about|on|by|for|from)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Interest:
    """What it is about; ``named`` tells whether anything was said at all."""

    filter: Filter
    named: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """A date was given, which no subscription has: it is about what is new."""


@dataclass(frozen=True, slots=True)
class WhichOne:
    """More than one speaker goes by that name."""

    asked: str
    candidates: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing here goes by that name; speakers and clauses are spelt like it."""

    asked: str
    speakers: tuple[Speaker, ...] = ()
    clauses: tuple[Provision, ...] = ()


Reading = Interest | Dated | WhichOne | Unknown | Misfit


def read(
    text: str,
    catalogue: Catalogue,
    library: Library,
    today: dt.date,
    *,
    dates: bool = False,
) -> Reading:
    """Read filters, and names of speakers, clauses, outlets and treaties without their keys.

    Only where *dates* are welcome may there be some.
    """
    question = ask(text, catalogue, library, today)
    if isinstance(question, Misfit):
        return question
    narrowed = question.filter
    if (narrowed.since or narrowed.until) and not dates:
        return Dated()
    words = question.words.strip(" ,;.:")
    if not words or fold(words) in EVERYTHING:
        return Interest(narrowed, named=bool(words or narrowed))
    return _Reader(catalogue, library).read(words, narrowed)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads names that stand side by side."""

    catalogue: Catalogue
    library: Library

    def read(self, words: str, narrowed: Filter) -> Reading:
        """Narrow a filter to what is named: by all words together, else part by part."""
        whole = self._name(words, narrowed)
        if whole is not None:
            return whole
        for part in BETWEEN.split(words):
            left = part.split()
            for _ in range(MOST_NAMES):
                if not left:
                    break
                length, found = self._longest(left, narrowed)
                if not isinstance(found, Interest):
                    return found
                left, narrowed = left[length:], found.filter
            if left:
                return self._unknown(" ".join(left))
        return Interest(narrowed, named=True)

    def _longest(self, words: list[str], narrowed: Filter) -> tuple[int, Reading]:
        """Find the longest name that words begin with; give how many of them it is."""
        for length in range(min(len(words), LONGEST_NAME), 0, -1):
            if found := self._name(" ".join(words[:length]), narrowed):
                return length, found
        return 0, self._unknown(" ".join(words))

    def _name(self, words: str, narrowed: Filter) -> Interest | WhichOne | None:
        """Narrow a filter to what just these words name."""
        name = BEFORE.sub("", words, count=1)
        match names.called(name, self.library):
            case [speaker]:
                return Interest(_with_speaker(narrowed, speaker), named=True)
            case [_, *_] as several:
                return WhichOne(name, tuple(several))
        known = self._clause(name) or self._outlet(name) or self._treaty(name)
        return Interest(_with(narrowed, *known), named=True) if known else None

    def _clause(self, name: str) -> Named | None:
        match references.exactly(name, self.catalogue):
            case references.Meant(provision):
                return "clauses", provision.address
            case _:
                return None

    def _outlet(self, name: str) -> Named | None:
        outlet = self.catalogue.outlet(name)
        return ("outlets", outlet.name) if outlet else None

    def _treaty(self, name: str) -> Named | None:
        treaty = self.catalogue.treaty(name)
        return ("treaties", treaty.id) if treaty else None

    def _unknown(self, name: str) -> Unknown:
        speakers = tuple(names.near(name, self.library))
        match references.read(name, self.catalogue):
            case references.Meant(provision) | references.Mentioned(_, provision):
                return Unknown(name, speakers, (provision,))
            case references.WhichClause(_, clauses) | references.NoClause(_, _, clauses):
                return Unknown(name, speakers, clauses)


def _with(narrowed: Filter, field: Field, value: str) -> Filter:
    named: dict[str, Any] = {field: tuple(dict.fromkeys((*getattr(narrowed, field), value)))}
    return replace(narrowed, **named)


def _with_speaker(narrowed: Filter, speaker: Speaker) -> Filter:
    called = dict(zip(narrowed.speakers, narrowed.speaker_names, strict=True))
    called[speaker.slug] = speaker.name
    return replace(narrowed, speakers=tuple(called), speaker_names=tuple(called.values()))
