"""The values that pass between the rooms: frozen, and meaning the same everywhere."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, Strict, StringConstraints

TREATY_TEXT = "treaty text"
STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)

# No control characters, and no marks that turn the direction of what follows.
ONE_LINE = r"^[^\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*$"
LINES = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*$"
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=ONE_LINE)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=LINES)]
ArticleId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=56)]
Url = Annotated[str, Field(pattern=r"^https?://[^\s/?#]+[^\s]*$", max_length=1000)]
ClauseName = Annotated[str, Field(pattern=r"^([a-z0-9-]+:)?[a-z0-9-]+$", max_length=80)]
Day = Annotated[dt.date, Strict()]
QuoteKind = Literal["sentence", "fragment", "treaty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words in quotation marks, verbatim.

    ``text`` is ``parts`` joined by one space, where it was printed in more than one stretch.
    ``speaker`` is None where the source leaves it open, and ``treaty text`` where ``kind`` is
    ``treaty``. ``told`` is to whom it was said, where that is not the outlet.
    """

    __pydantic_config__ = STRICT

    text: Prose
    parts: tuple[Prose, ...] = ()
    speaker: Line | None = None
    affiliation: Line | None = None
    told: Line | None = None
    kind: QuoteKind = "sentence"
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] | None = None
    clauses: tuple[ClauseName, ...] = ()
    note: Line | None = None

    @property
    def stretches(self) -> tuple[str, ...]:
        """Give the stretches of words that stand in quotation marks, in order."""
        return self.parts or (self.text,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indirect:
    """What somebody is reported to have said, in other words than theirs."""

    __pydantic_config__ = STRICT

    statement: Prose
    speaker: Line | None = None
    clauses: tuple[ClauseName, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something an article reports to have happened; ``when`` is a date in words."""

    __pydantic_config__ = STRICT

    what: Line
    date: Day | None = None
    until: Day | None = None
    when: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint:
    """The same article in another outlet."""

    __pydantic_config__ = STRICT

    outlet: Line
    url: Url | None = None
    published: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A published record; what its source leaves open is None or empty.

    ``published_from`` stands where only *on or after* is known. Clauses are slugs of ``treaty``,
    or addresses (``north-atlantic-1949:assistance``) of another.
    """

    __pydantic_config__ = STRICT

    id: ArticleId
    treaty: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
    headline: Line | None = None
    outlet: Line | None = None
    published: Day | None = None
    published_from: Day | None = None
    date_note: Line | None = None
    place: Line | None = None
    author: Line | None = None
    url: Url | None = None
    also_in: tuple[Reprint, ...] = ()
    clauses: tuple[ClauseName, ...] = ()
    summary: Prose | None = None
    quotes: tuple[Quote, ...] = ()
    indirect: tuple[Indirect, ...] = ()
    events: tuple[Happening, ...] = ()

    @property
    def day(self) -> dt.date | None:
        """Give the day the article sorts by."""
        return self.published or self.published_from

    def address(self, clause: str) -> str:
        """Give the full address of a clause this article names."""
        return clause if ":" in clause else f"{self.treaty}:{clause}"

    @property
    def addresses(self) -> tuple[str, ...]:
        """Give the clauses it is about by their addresses: its own, then those its quotes add."""
        named = (*self.clauses, *(clause for quote in self.quotes for clause in quote.clauses))
        return tuple(dict.fromkeys(map(self.address, named)))


class SpeakerKind(StrEnum):
    """What sort of speaker somebody is."""

    EXPERT = "expert"
    OFFICIAL = "official"
    TREATY = "treaty text"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody (or a treaty's text) whose words the library holds.

    ``slug`` is the stable short name used in buttons and links.
    """

    slug: str
    name: str
    kind: SpeakerKind = SpeakerKind.OTHER
    affiliation: str | None = None
    role: str | None = None
    quotes: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a question is narrowed to; an empty filter lets everything through.

    Values of one field are alternatives; fields narrow each other. ``clauses`` are addresses,
    ``speakers`` slugs (with ``speaker_names`` to say them back), ``outlets`` names as the
    catalogue writes them. ``until`` is inclusive.
    """

    treaties: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    speaker_names: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None

    def __bool__(self) -> bool:
        """Tell whether anything is narrowed at all."""
        return self != Filter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """An article without its quotes: what a list shows of it. ``clauses`` are addresses."""

    id: str
    treaty: str
    headline: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    published_from: dt.date | None = None
    url: str | None = None
    summary: str | None = None
    clauses: tuple[str, ...] = ()
    quotes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A quote with the article it stands in; ``speaker`` as the library knows them."""

    quote: Quote
    article: Heading
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many there are; ``capped`` means *more than* ``number``."""

    number: int
    capped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What the library holds on one clause."""

    quotes: int = 0
    articles: int = 0
    speakers: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletCount:
    """How many articles came from an outlet; ``outlet`` is None where it is not identified."""

    outlet: str | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A name that was asked for and not found, folded; never who asked."""

    name: str
    times: int
    last: dt.date
