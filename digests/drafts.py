"""What the reader program makes of raw text: values, not yet checked by an editor."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from digests.models import Happening, QuoteKind


class Span(NamedTuple):
    """A stretch of the source text, in code points; ``end`` is exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A clause that a text is about, and the words that say so; an address for other treaties."""

    clause: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftQuote:
    """Words found in quotation marks, verbatim, with who seems to have said them.

    ``text`` is the stretches of ``spans`` joined by one space. ``speaker`` is None where the text
    leaves it open, and ``treaty text`` where ``kind`` is ``treaty``. ``evidence`` are the words of
    the source that name the speaker; ``confidence`` is between 0 and 1. ``kept`` is an editor's
    decision; ``checked`` tells that an editor has set or confirmed the speaker.
    """

    text: str
    spans: tuple[Span, ...]
    speaker: str | None = None
    affiliation: str | None = None
    told: str | None = None
    kind: QuoteKind = "sentence"
    confidence: float = 0.0
    evidence: str = ""
    clauses: tuple[Touched, ...] = ()
    kept: bool = True
    checked: bool = False

    @property
    def start(self) -> int:
        """Give where the first stretch begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Give where the last stretch ends."""
        return self.spans[-1].end


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftIndirect:
    """What somebody is reported to have said, in the source's words and not in theirs."""

    statement: str
    span: Span
    speaker: str | None = None
    clauses: tuple[Touched, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What stands over an article; None where the text leaves it open.

    ``date_note`` says how a date or its year was inferred, where it was.
    """

    headline: str | None = None
    subheadline: str | None = None
    outlet: str | None = None
    place: str | None = None
    published: dt.date | None = None
    date_note: str | None = None
    author: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A reading of one raw text.

    ``source`` is the text as it came; spans count its code points. ``treaty`` is a treaty's id,
    None where the text is about none that is known. ``dropped`` are lines left out as litter.
    ``unknown`` are fields that an editor has declared unknown; ``summarised`` tells that an editor
    has accepted or written the summary.
    """

    source: str
    language: str = "en"
    treaty: str | None = None
    masthead: Masthead = field(default_factory=Masthead)
    clauses: tuple[Touched, ...] = ()
    events: tuple[Happening, ...] = ()
    summary: str | None = None
    quotes: tuple[DraftQuote, ...] = ()
    indirect: tuple[DraftIndirect, ...] = ()
    dropped: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    summarised: bool = False
