"""How well a text was read: the draft held against the answer expected."""

import datetime as dt
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import astuple, dataclass, field
from typing import NamedTuple, Self

from benchmarks.corpus import FIELDS, Statement, Text, Utterance
from config.catalogue import Catalogue
from digests.drafts import Draft, DraftIndirect, DraftQuote

SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were expected, how many given, and how many of both are the same."""

    expected: int = 0
    given: int = 0
    right: int = 0

    def __add__(self, other: Self) -> "Tally":
        return Tally(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    @property
    def precision(self) -> float:
        """Give how many of those given are right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Give how many of those expected were given."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        return 2 * self.right / (self.expected + self.given) if self.expected + self.given else 1.0


@dataclass(frozen=True, slots=True)
class Masthead:
    """How many fields are right, how many wrong, and how many left open that are in the text."""

    right: int = 0
    wrong: int = 0
    open: int = 0

    def __add__(self, other: Self) -> "Masthead":
        return Masthead(self.right + other.right, self.wrong + other.wrong, self.open + other.open)


@dataclass(frozen=True, slots=True)
class Score:
    """What is right in one text or in several.

    ``quotes``: the words between the marks are right. ``joint``: the speaker is, too.
    """

    texts: int = 0
    quotes: Tally = field(default_factory=Tally)
    joint: Tally = field(default_factory=Tally)
    kinds: Tally = field(default_factory=Tally)
    clauses: Tally = field(default_factory=Tally)
    quoted_clauses: Tally = field(default_factory=Tally)
    masthead: Masthead = field(default_factory=Masthead)

    def __add__(self, other: Self) -> "Score":
        return Score(
            self.texts + other.texts,
            self.quotes + other.quotes,
            self.joint + other.joint,
            self.kinds + other.kinds,
            self.clauses + other.clauses,
            self.quoted_clauses + other.quoted_clauses,
            self.masthead + other.masthead,
        )

    @property
    def speakers(self) -> float:
        """Give how many of the quotes found have the right speaker."""
        return self.joint.right / self.quotes.right if self.quotes.right else 1.0


class Match(NamedTuple):
    """A quote expected and what was given for it: several where its parts were given apart."""

    expected: Utterance
    given: tuple[DraftQuote, ...]


class Matched(NamedTuple):
    """Quotes expected and given, those that are not found, and those that should not be there."""

    matches: tuple[Match, ...]
    missing: tuple[Utterance, ...]
    extra: tuple[DraftQuote, ...]


def bare(text: str) -> str:
    """Give words with single spaces, and without a comma or stop at the end."""
    return SPACE.sub(" ", text).strip().rstrip(",. ")


def parts(quote: DraftQuote, source: str) -> tuple[str, ...]:
    """Give the parts of a quote."""
    return tuple(bare(source[start:end]) for start, end in quote.spans)


def match(text: Text, draft: Draft) -> Matched:
    """Tell which quotes that are expected were given; what may be a quote or not is left out."""
    left, matches, missing = list(draft.quotes), [], []
    for expected in text.quotes:
        if given := _given(expected, left, text.source):
            matches.append(Match(expected, given))
            left = [quote for quote in left if quote not in given]
        else:
            missing.append(expected)
    either = set(map(bare, text.either))
    extra = tuple(quote for quote in left if bare(quote.text) not in either)
    return Matched(tuple(matches), tuple(missing), extra)


def _given(
    expected: Utterance, quotes: Sequence[DraftQuote], source: str
) -> tuple[DraftQuote, ...]:
    wanted = tuple(map(bare, expected.parts))
    for quote in quotes:
        if bare(quote.text) == bare(expected.text) or parts(quote, source) == wanted:
            return (quote,)
    if not expected.apart:
        return ()
    pieces = tuple(quote for quote in quotes if set(parts(quote, source)) <= set(wanted))
    whole = tuple(part for piece in pieces for part in parts(piece, source))
    return pieces if whole == wanted else ()


class Judge:
    """Compares names as the catalogue knows them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def score(self, text: Text, draft: Draft) -> Score:
        """Hold a draft against the answer."""
        found = match(text, draft)
        expected, given = len(text.quotes), len(found.matches) + len(found.extra)
        return Score(
            texts=1,
            quotes=Tally(expected, given, len(found.matches)),
            joint=Tally(expected, given, sum(map(self.is_named, found.matches))),
            kinds=sum(map(kind, found.matches), Tally()),
            clauses=clauses(text, draft),
            quoted_clauses=sum(map(quoted_clauses, found.matches), Tally()),
            masthead=sum((self.field(text, draft, name) for name in text.fields), Masthead()),
        )

    def is_named(self, found: Match) -> bool:
        """Tell whether a quote has the right speaker, in each of its parts."""
        return all(self.is_speaker(one.speaker, found.expected.speakers) for one in found.given)

    def is_speaker(self, name: str | None, speakers: frozenset[str | None]) -> bool:
        """Tell whether a name is one of several people's."""
        return self._person(name) in set(map(self._person, speakers))

    def is_reported(self, expected: Statement, given: DraftIndirect) -> bool:
        """Tell whether a statement holds the words expected, and has the right speaker."""
        held = bare(expected.text) in bare(given.statement)
        return held and self.is_speaker(given.speaker, expected.speakers)

    def field(self, text: Text, draft: Draft, name: str) -> Masthead:
        """Judge one field of the masthead."""
        expected, given = text.fields[name], getattr(draft.masthead, name)
        if given is None and expected is not None:
            return Masthead(open=1)
        right = self._value(name, expected) == self._value(name, given)
        return Masthead(right=right, wrong=not right)

    def _person(self, name: str | None) -> object:
        known = self._catalogue.person(name) if name else None
        return known.name if known else name and SPACE.sub(" ", name).casefold()

    def _value(self, name: str, value: str | dt.date | None) -> object:
        if not isinstance(value, str):
            return value
        known = self._catalogue.outlet(value) if name == FIELDS[1] else None
        return known.name if known else SPACE.sub(" ", value)


def clauses(text: Text, draft: Draft) -> Tally:
    """Count the clauses of a text."""
    if text.clauses is None:
        return Tally()
    return _same(text.clauses, {one.clause for one in draft.clauses} - text.perhaps)


def quoted_clauses(found: Match) -> Tally:
    """Count the clauses of a quote."""
    if found.expected.clauses is None:
        return Tally()
    return _same(
        found.expected.clauses, {one.clause for quote in found.given for one in quote.clauses}
    )


def kind(found: Match) -> Tally:
    """Count one where the kind of a quote is right."""
    return Tally(1, 1, found.given[0].kind in found.expected.kinds)


def _same(expected: AbstractSet[str], given: AbstractSet[str]) -> Tally:
    return Tally(len(expected), len(given), len(expected & given))
