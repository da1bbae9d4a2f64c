"""A draft made an article: only what its reader found or an editor said, as a record holds it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from pydantic import TypeAdapter, ValidationError

from config.catalogue import Catalogue
from config.folding import fold
from digests import records
from digests.drafts import Draft, DraftIndirect, DraftQuote, Touched
from digests.models import TREATY_TEXT, Article, Happening, Indirect, Quote
from digests.review.changes import Reason, Refused
from digests.review.passages import plain

SHORT = 300  # characters; what is longer is no statement, but a paragraph


def accept(
    draft: Draft, catalogue: Catalogue, id_: str, base: Article | None = None
) -> Article | Refused:
    """Make the article a draft stands for; *base* is the record it corrects.

    Evidence and confidence stay behind; what only a record can hold is taken from *base*. A
    summary that no editor has accepted is left out.
    """
    if draft.treaty is None:
        return Refused(Reason.NO_SUCH_TREATY)
    return _checked(_made(draft, draft.treaty, id_, base), catalogue)


def tidy(draft: Draft) -> Draft:
    """Put events as records hold them; leave out those that none could."""
    return replace(draft, events=tuple(filter(None, map(_as_held, draft.events))))


def _made(draft: Draft, treaty: str, id_: str, base: Article | None) -> Article:
    head, outlet = draft.masthead, _line(draft.masthead.outlet)
    return Article(
        id=id_,
        treaty=treaty,
        headline=_line(head.headline),
        outlet=outlet,
        published=head.published,
        published_from=base.published_from if base and not head.published else None,
        date_note=_line(head.date_note),
        place=_line(head.place),
        author=_line(head.author),
        url=_line(head.url),
        also_in=base.also_in if base else (),
        clauses=_clauses(draft.clauses, treaty),
        summary=draft.summary if draft.summarised else None,
        quotes=_quotes(draft, outlet, treaty, base),
        indirect=_indirect(draft, treaty, base),
        events=tidy(draft).events,
    )


def _checked(article: Article, catalogue: Catalogue) -> Article | Refused:
    adapter = records.adapter()
    try:
        read = adapter.validate_json(adapter.dump_json(article, exclude_defaults=True))
    except ValidationError as error:
        places = (".".join(map(str, each["loc"])) for each in error.errors())
        return Refused(Reason.UNFIT, " ".join(places))
    found = " ".join(records.check(read, catalogue))
    return Refused(Reason.UNFIT, found) if found else read


def _line(text: str | None) -> str | None:
    return (plain(text) or None) if text else None


@lru_cache(maxsize=1)
def _happenings() -> TypeAdapter[Happening]:
    return TypeAdapter(Happening)


def _as_held(event: Happening) -> Happening | None:
    """Give an event as a record holds it, if one can."""
    if event.until and (event.date is None or event.until < event.date):
        return None
    try:
        return _happenings().validate_python(_happenings().dump_python(event))
    except ValidationError:
        return None


def _clauses(found: Iterable[Touched], treaty: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.clause.removeprefix(f"{treaty}:") for one in found))


def _quotes(
    draft: Draft, outlet: str | None, treaty: str, base: Article | None
) -> tuple[Quote, ...]:
    former = {quote.text: quote for quote in base.quotes} if base else {}
    made = (_quote(quote, draft, outlet, treaty) for quote in draft.quotes if quote.kept)
    return tuple(_like(quote, former.get(quote.text)) for quote in made if quote.text)


def _quote(quote: DraftQuote, draft: Draft, outlet: str | None, treaty: str) -> Quote:
    parts = _parts(quote, draft.source)
    told = _line(quote.told)
    law = quote.kind == "treaty"
    return Quote(
        text=" ".join(parts),
        parts=parts if len(parts) > 1 else (),
        speaker=TREATY_TEXT if law else _line(quote.speaker),
        affiliation=None if law else _line(quote.affiliation),
        told=told if told and fold(told) != fold(outlet or "") else None,
        kind=quote.kind,
        clauses=_clauses(quote.clauses, treaty),
    )


def _like(quote: Quote, former: Quote | None) -> Quote:
    """Add what only the former record says of the same words."""
    return replace(quote, language=former.language, note=former.note) if former else quote


def _parts(quote: DraftQuote, source: str) -> tuple[str, ...]:
    """Give the stretches in the words of the source, without a last comma."""
    parts = [plain(source[start:end]) for start, end in quote.spans]
    parts[-1] = parts[-1].rstrip(", ")
    return tuple(filter(None, parts))


def _indirect(draft: Draft, treaty: str, base: Article | None) -> tuple[Indirect, ...]:
    held = {said.statement for said in base.indirect} if base else set()
    return tuple(
        _said(said, treaty) for said in draft.indirect if said.statement in held or _short(said)
    )


def _short(said: DraftIndirect) -> bool:
    return bool(said.speaker) and 0 < len(plain(said.statement)) <= SHORT


def _said(said: DraftIndirect, treaty: str) -> Indirect:
    return Indirect(
        statement=plain(said.statement),
        speaker=_line(said.speaker),
        clauses=_clauses(said.clauses, treaty),
    )
