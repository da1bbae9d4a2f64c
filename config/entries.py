"""What stands in catalogue files: treaties with their clauses, outlets, people."""

import datetime as dt
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from config.folding import stemmed, words

Text = Annotated[str, Field(min_length=1, max_length=2000)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
ClauseSlug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=32)]
Number = Annotated[str, Field(pattern=r"^[0-9]{1,3}$")]
Words = tuple[str, ...]
Aliases = dict[str, tuple[Text, ...]]
FORM = r"[\w'-]*[^\W_][\w'-]*\*?"
SOUGHT = re.compile(rf"{FORM}(?:/{FORM})*(?: (?:\.{{2,3}} )?{FORM}(?:/{FORM})*)*")
TELLING = re.compile(
    r"(?:^| )(?![^ ]*\b\w{1,3}\*)\w"
)  # a word by which the phrase can be looked up


def _sought(phrase: str) -> str:
    if not SOUGHT.fullmatch(phrase):
        raise ValueError(
            "must be words with single blanks, where word* is any ending, a/b is either, "
            "and .. or ... between two words is a gap"
        )
    if not TELLING.search(phrase):
        raise ValueError("must have a word of four letters or more before its star, or no star")
    return phrase


Sought = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_sought)]


class Entry(BaseModel):
    """Something written in a catalogue file; never changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Named(Entry, ABC):
    """An entry that may be called by several names."""

    @abstractmethod
    def names(self) -> Iterator[str]:
        """Give everything this may be called, but for a number."""

    @cached_property
    def folded(self) -> frozenset[Words]:
        """Give its names as folded words."""
        return frozenset(tuple(words(name)) for name in self.names()) - {()}

    @cached_property
    def stems(self) -> frozenset[Words]:
        """Give its names as stems, so that inflected forms meet."""
        return frozenset(stemmed(name) for name in self.names()) - {()}


class Phrase(Entry):
    """Words of a treaty, verbatim, with where they were read."""

    text: Text
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    kind: Literal["official language", "translation"]
    checked: Text


class Evidence(Entry):
    """Phrases which show that a passage of the news is about a clause, in one language.

    Unlike aliases, which somebody who asks may use, they must not be found where the clause is
    not meant. ``says`` is enough in a text about the treaty, ``beside`` in a sentence that says
    what the treaty provides; neither counts where it overlaps with ``unless``. ``word*`` stands
    for any ending, ``a/b`` for either, ``..`` for up to six words between, ``...`` for thirty.
    """

    says: tuple[Sought, ...] = ()
    beside: tuple[Sought, ...] = ()
    unless: tuple[Sought, ...] = ()


class Clause(Named):
    """One article of a treaty, or its preamble (which has no number).

    ``number_checked`` and ``content_checked`` hold keys of the treaty's sources; empty means not
    verified. ``open`` says in words what else is not. Clauses of different treaties with the same
    ``topic`` can be compared.
    """

    slug: ClauseSlug
    number: Number | None = None
    topic: ClauseSlug | None = None
    title: Text
    description: Text
    open: tuple[Text, ...] = ()
    number_checked: tuple[str, ...]
    content_checked: tuple[str, ...]
    note: Text | None = None
    phrase: Phrase | None = None
    aliases: Aliases = {}
    evidence: dict[str, Evidence] = {}

    def names(self) -> Iterator[str]:
        """Give everything this clause may be called, but for its number."""
        yield self.slug
        yield self.title
        for aliases in self.aliases.values():
            yield from aliases


class Reference(Named):
    """A provision of another instrument that a clause of the treaty names."""

    number: Number
    of: Text
    clause: ClauseSlug
    description: Text
    aliases: Aliases = {}

    def names(self) -> Iterator[str]:
        """Give everything this provision may be called, but for its number."""
        for aliases in self.aliases.values():
            yield from aliases


class Disagreement(Entry):
    """A point on which sources differ."""

    point: Text
    reported: Text
    also: Text


class Event(Entry):
    """Something that happened to the treaty, on a day or over several."""

    date: dt.date
    until: dt.date | None = None
    what: Text
    checked: tuple[str, ...]
    note: Text | None = None


class Terms(Entry):
    """How a treaty words its promise of assistance, one line each."""

    binding: Text | None = None
    means: Text | None = None
    un_charter_51: Text | None = None
    consultation: Text | None = None
    duration: Text | None = None


class Treaty(Named):
    """An agreement, with its clauses in the order of the text.

    ``shared_names`` are those names which treaties between other states bear as well: in the news
    they name this one only where its parties are named. ``bodies`` are those which name not the
    treaty but the organisation that rests on it.
    """

    id: Slug
    short: Annotated[str, Field(min_length=1, max_length=48)]
    title: dict[str, Text]
    aliases: Aliases = {}
    shared_names: tuple[Text, ...] = ()
    bodies: tuple[Text, ...] = ()
    parties: tuple[Text, ...]
    status: Text
    signed: dt.date | None = None
    place: Text | None = None
    in_force: dt.date | None = None
    dates_note: Text | None = None
    articles: Annotated[int, Field(gt=0)] | None = None
    compare_with: tuple[Slug, ...] = ()
    about: Text
    checked: tuple[str, ...]
    note: Text | None = None
    terms: Terms = Terms()
    sources: dict[str, Text] = {}
    clauses: tuple[Clause, ...]
    references: tuple[Reference, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    events: tuple[Event, ...] = ()

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        _refuse_twice("slug", [clause.slug for clause in self.clauses])
        _refuse_twice("number", [c.number for c in self.clauses if c.number is not None])
        for reference in self.references:
            if self.clause(reference.clause) is None:
                raise ValueError(
                    f"has a reference to the clause {reference.clause!r}, which it does not have; "
                    "write the slug of one it has"
                )
        for where, key in self._keys():
            if key not in self.sources:
                raise ValueError(
                    f"names the source {key!r} in {where}, which [sources] does not have; "
                    "add it there or correct its spelling"
                )
        return self

    def _keys(self) -> Iterator[tuple[str, str]]:
        for key in self.checked:
            yield "checked", key
        for clause in self.clauses:
            for key in (*clause.number_checked, *clause.content_checked):
                yield f"the clause {clause.slug!r}", key
        for event in self.events:
            for key in event.checked:
                yield f"the event of {event.date}", key

    def clause(self, slug: str) -> Clause | None:
        """Find a clause by its slug."""
        return next((clause for clause in self.clauses if clause.slug == slug), None)

    def numbered(self, number: str) -> Clause | None:
        """Find a clause by its number; ``0`` is the preamble, where there is one."""
        wanted = None if number == "0" else number
        return next((clause for clause in self.clauses if clause.number == wanted), None)

    def on(self, topic: str | None) -> Clause | None:
        """Find the clause on *topic*."""
        return next((c for c in self.clauses if topic is not None and c.topic == topic), None)

    def address(self, clause: Clause) -> str:
        """Give the address under which articles and quotes name *clause*."""
        return f"{self.id}:{clause.slug}"

    def names(self) -> Iterator[str]:
        """Give everything this treaty may be called."""
        yield self.id
        yield self.short
        yield from self.title.values()
        for aliases in self.aliases.values():
            yield from aliases


class Outlet(Named):
    """Who publishes; ``state_affiliated`` is None where that is not known."""

    name: Text
    country: Text | None = None
    state_affiliated: bool | None = None
    basis: Text | None = None
    checked: Text | None = None
    aliases: tuple[Text, ...] = ()
    hosts: tuple[Text, ...] = ()

    def names(self) -> Iterator[str]:
        """Give everything this outlet may be called."""
        yield self.name
        yield from self.aliases


class Person(Named):
    """Someone who speaks about a treaty: an expert, or an official."""

    name: Text
    kind: Literal["expert", "official"]
    affiliation: Text | None = None
    role: Text | None = None
    country: Text | None = None
    checked: Text | None = None
    names_in: Annotated[dict[str, Text], Field(alias="names")] = {}
    aliases: tuple[Text, ...] = ()

    def names(self) -> Iterator[str]:
        """Give every full name of this person, in any script."""
        yield self.name
        yield from self.names_in.values()
        yield from self.aliases


def _refuse_twice(key: str, values: list[str]) -> None:
    for value in values:
        if values.count(value) > 1:
            raise ValueError(f"has two clauses with the {key} {value!r}; make them differ")
