"""A draft and a change give a draft, or the reason why not."""

from collections.abc import Callable
from dataclasses import replace

from config.catalogue import Catalogue
from digests.drafts import Draft, DraftQuote
from digests.review import fields, quotes
from digests.review.changes import (
    AcceptSummary,
    AddQuote,
    Change,
    DeclareUnknown,
    KeepQuote,
    Reason,
    Refused,
    RewriteSummary,
    SetClauses,
    SetField,
    SetKind,
    SetSpeaker,
)


def amend(draft: Draft, change: Change, catalogue: Catalogue) -> Draft | Refused:
    """Make a change, its values read as people write them; quotes count from 1."""
    match change:
        case SetField(field, value):
            return fields.fill(draft, field, value, catalogue)
        case DeclareUnknown(field):
            return fields.declare_unknown(draft, field)
        case RewriteSummary(text):
            return fields.summarise(draft, text)
        case AcceptSummary():
            return _accepted(draft)
        case AddQuote(text):
            return quotes.add(draft, text)
        case _:
            return _amended(draft, change, catalogue)


def _accepted(draft: Draft) -> Draft | Refused:
    return replace(draft, summarised=True) if draft.summary else Refused(Reason.NO_SUMMARY)


def _amended(
    draft: Draft, change: KeepQuote | SetSpeaker | SetClauses | SetKind, catalogue: Catalogue
) -> Draft | Refused:
    match change:
        case SetClauses(None, clauses):
            found = quotes.touched(draft.clauses, clauses, draft, catalogue)
            return found if isinstance(found, Refused) else replace(draft, clauses=found)
        case KeepQuote(number, keep):
            return _at(draft, number, lambda quote: replace(quote, kept=keep))
        case SetSpeaker(number, name, affiliation):
            return _at(
                draft,
                number,
                lambda quote: quotes.give(quote, name, affiliation, draft, catalogue),
            )
        case SetKind(number, kind):
            return _at(draft, number, lambda quote: quotes.turn(quote, kind))
        case SetClauses(number, clauses):
            return _at(draft, number or 0, lambda quote: _about(quote, clauses, draft, catalogue))


def _about(
    quote: DraftQuote, clauses: tuple[str, ...], draft: Draft, catalogue: Catalogue
) -> DraftQuote | Refused:
    found = quotes.touched(quote.clauses, clauses, draft, catalogue)
    return found if isinstance(found, Refused) else replace(quote, clauses=found)


def _at(
    draft: Draft, number: int, changed: Callable[[DraftQuote], DraftQuote | Refused]
) -> Draft | Refused:
    if not 1 <= number <= len(draft.quotes):
        return Refused(Reason.NO_SUCH_QUOTE, str(number))
    quote = changed(draft.quotes[number - 1])
    if isinstance(quote, Refused):
        return quote
    rest = list(draft.quotes)
    rest[number - 1] = quote
    return replace(draft, quotes=tuple(rest))
