"""What is missing or doubtful in a draft; how it is said is for others."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from config.catalogue import Catalogue
from digests.drafts import Draft, DraftQuote

SURE = 0.75  # of 1; below it an editor is asked to look at a speaker
# What stands behind the last word of a quote whose end was found, not guessed.
CLOSED = re.compile(r"[\s.,;:!?…)\]—–-]{0,4}(?:[\"“”„‟＂»«」』’'‘]|$)")


class Severity(StrEnum):
    """How bad it is."""

    BLOCKS = "blocks"
    DOUBT = "doubt"
    NOTE = "note"


class ComplaintKind(StrEnum):
    """What can be wrong with a draft, the worst first."""

    NO_TREATY = "no treaty"
    NO_HEADLINE = "no headline"
    NO_OUTLET = "no outlet"
    NO_DATE = "no date"
    NO_SUMMARY = "no summary"
    SUMMARY_IS_DRAFT = "summary is a draft"
    RETRACTED = "retracted"
    SAME_URL = "same url"
    SAME_TEXT = "same text"
    SAME_QUOTES = "same quotes"
    OTHER_SPEAKER = "other speaker"
    NO_SPEAKER = "no speaker"
    DOUBTFUL_SPEAKER = "doubtful speaker"
    END_GUESSED = "end guessed"
    UNKNOWN_OUTLET = "unknown outlet"
    NOTHING_QUOTED = "nothing quoted"
    DATE_INFERRED = "date inferred"

    @property
    def severity(self) -> Severity:
        """Tell whether it keeps a draft from being published."""
        if self in BLOCKING:
            return Severity.BLOCKS
        return Severity.NOTE if self is ComplaintKind.DATE_INFERRED else Severity.DOUBT


BLOCKING = frozenset(
    {
        ComplaintKind.NO_TREATY,
        ComplaintKind.NO_HEADLINE,
        ComplaintKind.NO_OUTLET,
        ComplaintKind.NO_DATE,
        ComplaintKind.NO_SUMMARY,
        ComplaintKind.SUMMARY_IS_DRAFT,
    }
)
SAME = {
    "url": ComplaintKind.SAME_URL,
    "text": ComplaintKind.SAME_TEXT,
    "quotes": ComplaintKind.SAME_QUOTES,
}
WORST_FIRST = {kind: place for place, kind in enumerate(ComplaintKind)}


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is wrong; ``about`` is a field, or a quote's number as text, from ``1``.

    ``detail`` is a name, a note or words of the source. ``where`` is the article meant, or the
    draft, as ``#7``.
    """

    kind: ComplaintKind
    about: str = ""
    detail: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Twin:
    """An article (or a draft, as ``#7``) with the same url, text, or at least half the quotes."""

    where: str
    same: Literal["url", "text", "quotes"]


@dataclass(frozen=True, slots=True)
class Rival:
    """An article in which the words of a quote are somebody else's."""

    number: int
    speaker: str
    article: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the library knows about a draft; ``retracted`` is why what it corrects is withdrawn."""

    twins: tuple[Twin, ...] = ()
    rivals: tuple[Rival, ...] = ()
    retracted: str | None = None


def complaints(
    draft: Draft, catalogue: Catalogue, known: Known = Known()
) -> tuple[Complaint, ...]:
    """Give all there is to complain of, the worst first."""
    found = [
        *_fields(draft, catalogue),
        *_met(known),
        *(one for number, quote in _kept(draft) for one in _quote(number, quote, draft.source)),
    ]
    if not any(quote.kept for quote in draft.quotes):
        found.append(Complaint(ComplaintKind.NOTHING_QUOTED))
    return tuple(sorted(found, key=lambda one: WORST_FIRST[one.kind]))


def blocking(found: Iterable[Complaint]) -> tuple[Complaint, ...]:
    """Give those that keep a draft from being published."""
    return tuple(one for one in found if one.kind in BLOCKING)


def _fields(draft: Draft, catalogue: Catalogue) -> Iterator[Complaint]:
    head = draft.masthead
    if draft.treaty not in catalogue.treaties:
        yield Complaint(ComplaintKind.NO_TREATY, "treaty")
    needed = (
        ("headline", head.headline, ComplaintKind.NO_HEADLINE),
        ("outlet", head.outlet, ComplaintKind.NO_OUTLET),
        ("published", head.published, ComplaintKind.NO_DATE),
        ("summary", draft.summary, ComplaintKind.NO_SUMMARY),
    )
    for field, value, kind in needed:
        if not value and field not in draft.unknown:
            yield Complaint(kind, field)
    if draft.summary and not draft.summarised:
        yield Complaint(ComplaintKind.SUMMARY_IS_DRAFT, "summary")
    if head.outlet and catalogue.outlet(head.outlet) is None:
        yield Complaint(ComplaintKind.UNKNOWN_OUTLET, "outlet", head.outlet)
    if head.published and head.date_note:
        yield Complaint(ComplaintKind.DATE_INFERRED, "published", head.date_note)


def _met(known: Known) -> Iterator[Complaint]:
    if known.retracted is not None:
        yield Complaint(ComplaintKind.RETRACTED, detail=known.retracted)
    for twin in known.twins:
        about = "url" if twin.same == "url" else ""
        yield Complaint(SAME[twin.same], about, where=twin.where)
    for rival in known.rivals:
        number = str(rival.number)
        yield Complaint(ComplaintKind.OTHER_SPEAKER, number, rival.speaker, rival.article)


def _kept(draft: Draft) -> Iterator[tuple[int, DraftQuote]]:
    return ((n, quote) for n, quote in enumerate(draft.quotes, start=1) if quote.kept)


def _quote(number: int, quote: DraftQuote, source: str) -> Iterator[Complaint]:
    about = str(number)
    if not quote.checked and quote.speaker is None and quote.kind != "treaty":
        yield Complaint(ComplaintKind.NO_SPEAKER, about)
    if not quote.checked and quote.speaker and quote.confidence < SURE:
        yield Complaint(ComplaintKind.DOUBTFUL_SPEAKER, about, quote.evidence)
    if not CLOSED.match(source, quote.end):
        yield Complaint(ComplaintKind.END_GUESSED, about)
