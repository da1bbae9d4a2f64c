"""The quotes of a draft, changed by an editor."""

from collections.abc import Iterable
from dataclasses import replace

from config import references
from config.catalogue import Catalogue
from config.folding import words
from config.references import Meant, WhichClause
from digests.drafting import marks, sections
from digests.drafts import Draft, DraftQuote, Span, Touched
from digests.models import TREATY_TEXT, QuoteKind
from digests.review.changes import Reason, Refused
from digests.review.fields import LONGEST_LINE, LONGEST_PROSE, line
from digests.review.passages import bare, located, plain

KINDS: tuple[QuoteKind, ...] = ("sentence", "fragment", "treaty")


def give(
    quote: DraftQuote,
    name: str | None,
    affiliation: str | None,
    draft: Draft,
    catalogue: Catalogue,
) -> DraftQuote | Refused:
    """Say whose words a quote is; nobody's where *name* is None."""
    if name is None:
        return replace(quote, speaker=None, affiliation=None, kind=_persons(quote), checked=True)
    if words(name) == TREATY_TEXT.split():
        return replace(quote, speaker=TREATY_TEXT, affiliation=None, kind="treaty", checked=True)
    read = line(name)
    if isinstance(read, Refused):
        return read
    if affiliation is not None and len(plain(affiliation)) > LONGEST_LINE:
        return Refused(Reason.TOO_LONG, affiliation[:LONGEST_LINE])
    return _said_by(quote, _in_full(read, draft), affiliation, catalogue)


def _said_by(
    quote: DraftQuote, name: str, affiliation: str | None, catalogue: Catalogue
) -> DraftQuote:
    person = catalogue.person(name)
    speaker = person.name if person else name
    former = quote.affiliation if speaker == quote.speaker else None
    known = former or (person.affiliation if person else None)
    return replace(
        quote,
        speaker=speaker,
        affiliation=(plain(affiliation) or None) if affiliation is not None else known,
        kind=_persons(quote),
        checked=True,
    )


def _in_full(name: str, draft: Draft) -> str:
    """Give the full name of the one speaker of the draft whose surname this is."""
    wanted = words(name)
    speakers = {quote.speaker for quote in draft.quotes if quote.speaker}
    speakers |= {said.speaker for said in draft.indirect if said.speaker}
    called = sorted(one for one in speakers if len(words(one)) > 1 and words(one)[-1:] == wanted)
    return called[0] if len(called) == 1 else name


def turn(quote: DraftQuote, kind: QuoteKind) -> DraftQuote | Refused:
    """Say what kind of quote it is; a treaty's text has no other speaker."""
    if kind not in KINDS:
        return Refused(Reason.UNFIT, str(kind))
    if kind == "treaty":
        return replace(quote, kind=kind, speaker=TREATY_TEXT, affiliation=None, checked=True)
    if quote.speaker == TREATY_TEXT:
        return replace(quote, kind=kind, speaker=None, checked=False)
    return replace(quote, kind=kind)


def touched(
    former: Iterable[Touched], names: Iterable[str], draft: Draft, catalogue: Catalogue
) -> tuple[Touched, ...] | Refused:
    """Read the names of clauses; those that were there keep the words that led to them."""
    evidence = {one.clause: one for one in former}
    found: dict[str, Touched] = {}
    for name in names:
        clause = _clause(name, draft, catalogue)
        if isinstance(clause, Refused):
            return clause
        found[clause] = evidence.get(clause, Touched(clause=clause, evidence=""))
    return tuple(found.values())


def _clause(name: str, draft: Draft, catalogue: Catalogue) -> str | Refused:
    home = catalogue.treaties.get(draft.treaty or "", catalogue.default)
    other = None if home == catalogue.default else home
    match references.exactly(name, catalogue, other) or references.exactly(name, catalogue):
        case Meant(provision):
            return provision.address.removeprefix(f"{draft.treaty}:")
        case WhichClause(_, candidates):
            return Refused(Reason.WHICH_CLAUSE, " ".join(one.address for one in candidates))
        case _:
            return Refused(Reason.NO_SUCH_CLAUSE, plain(name))


def add(draft: Draft, text: str) -> Draft | Refused:
    """Add a quote that stands in the source and was not found there."""
    wanted = bare(text)
    if not plain(wanted):
        return Refused(Reason.EMPTY)
    if len(wanted) > LONGEST_PROSE:
        return Refused(Reason.TOO_LONG, wanted[:LONGEST_LINE])
    span = located(draft.source, wanted)
    if span is None:
        return Refused(Reason.NOT_IN_SOURCE, plain(wanted)[:LONGEST_LINE])
    if not _is_quoted(draft.source, span):
        return Refused(Reason.NOT_QUOTED, plain(wanted)[:LONGEST_LINE])
    for number, quote in enumerate(draft.quotes, start=1):
        if any(_overlap(span, other) for other in quote.spans):
            return Refused(Reason.KNOWN_QUOTE, str(number))
    words_ = draft.source[span.start : span.end]
    fresh = DraftQuote(text=words_, spans=(span,), kind=_kind(words_), confidence=1.0)
    return replace(draft, quotes=tuple(sorted((*draft.quotes, fresh), key=lambda q: q.start)))


def _is_quoted(source: str, span: Span) -> bool:
    """Tell whether words stand in quotation marks: a paraphrase never gets them from us."""
    paragraphs = sections.paragraphs(source)
    return any(
        paragraphs[found.paragraph].start + found.start <= span.start
        and span.end <= paragraphs[found.paragraph].start + found.end
        for found in marks.find(paragraphs)
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _persons(quote: DraftQuote) -> QuoteKind:
    """Give the kind of a quote that is no treaty's text, or no longer."""
    return _kind(quote.text) if quote.kind == "treaty" else quote.kind


def _kind(text: str) -> QuoteKind:
    first = next((sign for sign in text if sign.isalpha()), "")
    return "sentence" if first.isupper() else "fragment"
