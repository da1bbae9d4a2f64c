"""An article made a draft again, to be corrected."""

import datetime as dt
from collections.abc import Iterable

from digests.drafts import Draft, DraftIndirect, DraftQuote, Masthead, Span, Touched
from digests.models import Article, Indirect, Quote
from digests.review.changes import MAY_BE_UNKNOWN
from digests.review.passages import located


def reopen(article: Article, source: str | None = None) -> Draft:
    """Give the draft that would become this very article.

    *source* is the text it was read from; where that is not kept, or lacks one of the quotes, the
    record's own words stand in for it.
    """
    held = [words for quote in article.quotes for words in quote.stretches]
    spans = _spans(source, held) if source else None
    if source is None or spans is None:
        source, spans = _written_out(held)
    places = iter(spans)
    return Draft(
        source=source,
        treaty=article.treaty,
        masthead=_masthead(article),
        clauses=_touched(article.clauses),
        events=article.events,
        summary=article.summary,
        quotes=tuple(
            _quote(quote, [next(places) for _ in quote.stretches]) for quote in article.quotes
        ),
        indirect=tuple(map(_indirect, article.indirect)),
        unknown=tuple(field for field in MAY_BE_UNKNOWN if not _of(article, field)),
        summarised=article.summary is not None,
    )


def _of(article: Article, field: str) -> str | dt.date | None:
    value: str | dt.date | None = getattr(article, field)
    return value


def _spans(source: str, held: Iterable[str]) -> list[Span] | None:
    """Find every stretch in the source, each behind the one before where it can be."""
    found: list[Span] = []
    for words in held:
        span = located(source, words, found[-1].end if found else 0)
        if span is None:
            return None
        found.append(span)
    return found


def _written_out(held: Iterable[str]) -> tuple[str, list[Span]]:
    """Write stretches as lines in quotation marks; tell where each stands."""
    lines: list[str] = []
    spans: list[Span] = []
    at = 0
    for words in held:
        spans.append(Span(at + 1, at + 1 + len(words)))
        lines.append(f"“{words}”\n")
        at += len(lines[-1])
    return "".join(lines), spans


def _masthead(article: Article) -> Masthead:
    return Masthead(
        headline=article.headline,
        outlet=article.outlet,
        place=article.place,
        published=article.published,
        date_note=article.date_note,
        author=article.author,
        url=article.url,
    )


def _touched(clauses: Iterable[str]) -> tuple[Touched, ...]:
    return tuple(Touched(clause=clause, evidence="") for clause in clauses)


def _quote(quote: Quote, spans: list[Span]) -> DraftQuote:
    return DraftQuote(
        text=quote.text,
        spans=tuple(spans),
        speaker=quote.speaker,
        affiliation=quote.affiliation,
        told=quote.told,
        kind=quote.kind,
        confidence=1.0,
        clauses=_touched(quote.clauses),
        checked=True,
    )


def _indirect(said: Indirect) -> DraftIndirect:
    return DraftIndirect(
        statement=said.statement,
        span=Span(0, 0),
        speaker=said.speaker,
        clauses=_touched(said.clauses),
    )
