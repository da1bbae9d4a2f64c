"""What an editor may do to a draft, and why it may be refused."""

from dataclasses import dataclass
from enum import StrEnum

from digests.models import QuoteKind

FIELDS = ("treaty", "headline", "subheadline", "outlet", "place", "published", "author", "url",
          "summary")  # fmt: skip
MAY_BE_UNKNOWN = ("headline", "outlet", "published", "summary")


class Reason(StrEnum):
    """Why a change is refused."""

    NO_SUCH_FIELD = "no such field"
    NO_SUCH_QUOTE = "no such quote"
    EMPTY = "empty"
    TOO_LONG = "too long"
    UNFIT = "unfit"
    NOT_A_DATE = "not a date"
    NO_YEAR = "no year"
    WHICH_DATE = "which date"
    NOT_A_URL = "not a url"
    NO_SUCH_TREATY = "no such treaty"
    NO_SUCH_CLAUSE = "no such clause"
    WHICH_CLAUSE = "which clause"
    NO_SUMMARY = "no summary"
    NOT_IN_SOURCE = "not in the source"
    NOT_QUOTED = "not quoted"
    KNOWN_QUOTE = "known quote"


@dataclass(frozen=True, slots=True)
class Refused:
    """It cannot be done; ``detail`` are the words refused, or what to choose from."""

    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SetField:
    """Fill a field, as people write it; an empty value clears one that may be empty."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class DeclareUnknown:
    """Say that a field cannot be known, so that it blocks no longer."""

    field: str


@dataclass(frozen=True, slots=True)
class KeepQuote:
    """Keep a quote, or drop it."""

    number: int
    keep: bool


@dataclass(frozen=True, slots=True)
class SetSpeaker:
    """Say whose words a quote is, or that it stays open; the same name again confirms it."""

    number: int
    name: str | None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class SetClauses:
    """Say which clauses a quote is about, or with no number the article."""

    number: int | None
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetKind:
    """Say whether a quote is a sentence, a fragment or the treaty's text."""

    number: int
    kind: QuoteKind


@dataclass(frozen=True, slots=True)
class AddQuote:
    """Add a quote that was not found; its words must stand in the source."""

    text: str


@dataclass(frozen=True, slots=True)
class RewriteSummary:
    """Write the summary anew."""

    text: str


@dataclass(frozen=True, slots=True)
class AcceptSummary:
    """Accept the summary as it was drafted."""


Change = (
    SetField
    | DeclareUnknown
    | KeepQuote
    | SetSpeaker
    | SetClauses
    | SetKind
    | AddQuote
    | RewriteSummary
    | AcceptSummary
)
