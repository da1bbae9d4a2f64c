"""The fields of a draft, filled by an editor as people write them."""

import datetime as dt
from dataclasses import replace
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from config.catalogue import Catalogue
from digests.drafting import dates
from digests.drafts import Draft, Touched
from digests.models import Url
from digests.review.changes import FIELDS, MAY_BE_UNKNOWN, Reason, Refused
from digests.review.passages import plain

LONGEST_LINE = 300
LONGEST_PROSE = 4000
MAY_BE_EMPTY = ("subheadline", "place", "author", "url")


def fill(draft: Draft, field: str, value: str, catalogue: Catalogue) -> Draft | Refused:
    """Fill one field; what was declared unknown is so no longer."""
    if field not in FIELDS:
        return Refused(Reason.NO_SUCH_FIELD, field)
    if field == "summary":
        return summarise(draft, value)
    if field == "treaty":
        return _turn_to(draft, value, catalogue)
    if not plain(value):
        return _clear(draft, field)
    match _read(field, value, catalogue):
        case Refused() as refusal:
            return refusal
        case read:
            return _put(draft, field, read)


def declare_unknown(draft: Draft, field: str) -> Draft | Refused:
    """Empty a field for good."""
    if field not in MAY_BE_UNKNOWN:
        return Refused(Reason.NO_SUCH_FIELD, field)
    unknown = tuple(dict.fromkeys((*draft.unknown, field)))
    if field == "summary":
        return replace(draft, summary=None, summarised=False, unknown=unknown)
    return replace(_put(draft, field, None), unknown=unknown)


def summarise(draft: Draft, text: str) -> Draft | Refused:
    """Take an editor's summary."""
    lines = "\n".join(filter(None, map(plain, text.splitlines())))
    if not lines:
        return Refused(Reason.EMPTY, "summary")
    if len(lines) > LONGEST_PROSE:
        return Refused(Reason.TOO_LONG, "summary")
    return replace(
        draft, summary=lines, summarised=True, unknown=_without(draft.unknown, "summary")
    )


def line(text: str) -> str | Refused:
    """Read a text of one line."""
    read = plain(text)
    if not read:
        return Refused(Reason.EMPTY)
    return read if len(read) <= LONGEST_LINE else Refused(Reason.TOO_LONG, read[:LONGEST_LINE])


def _read(field: str, value: str, catalogue: Catalogue) -> str | dt.date | Refused:
    match field:
        case "published":
            return _day(plain(value))
        case "url":
            return _url(plain(value))
        case "outlet":
            known = catalogue.outlet(plain(value))
            return known.name if known else line(value)
        case _:
            return line(value)


def _put(draft: Draft, field: str, value: str | dt.date | None) -> Draft:
    filled: dict[str, Any] = {field: value}
    if field == "published":
        filled["date_note"] = None  # nothing is inferred any more
    head = replace(draft.masthead, **filled)
    return replace(draft, masthead=head, unknown=_without(draft.unknown, field))


def _clear(draft: Draft, field: str) -> Draft | Refused:
    if field not in MAY_BE_EMPTY:
        return Refused(Reason.EMPTY, field)
    return _put(draft, field, None)


def _without(unknown: tuple[str, ...], field: str) -> tuple[str, ...]:
    return tuple(each for each in unknown if each != field)


def _day(text: str) -> dt.date | Refused:
    found = dates.find(text)
    if len(found) != 1:
        return Refused(Reason.NOT_A_DATE, text)
    (mention,) = found
    if mention.day is None or mention.until_day is not None:
        return Refused(Reason.NOT_A_DATE, text)
    if mention.year is None:
        return Refused(Reason.NO_YEAR, text)
    if mention.unsure:
        either = (mention.on(mention.year), mention.swapped().on(mention.year))
        return Refused(Reason.WHICH_DATE, " ".join(str(day) for day in either))
    return mention.full or Refused(Reason.NOT_A_DATE, text)


@lru_cache(maxsize=1)
def _urls() -> TypeAdapter[str]:
    return TypeAdapter(Url)


def _url(text: str) -> str | Refused:
    address = text if "://" in text else f"https://{text}"
    try:
        host = urlsplit(_urls().validate_python(address)).hostname
    except (ValidationError, ValueError):
        host = None
    return address if host and "." in host else Refused(Reason.NOT_A_URL, text)


def _turn_to(draft: Draft, name: str, catalogue: Catalogue) -> Draft | Refused:
    """Make another treaty the one it is about; clauses are named as seen from there."""
    treaty = catalogue.treaty(name)
    if treaty is None:
        return Refused(Reason.NO_SUCH_TREATY, plain(name))

    def seen(clauses: tuple[Touched, ...]) -> tuple[Touched, ...]:
        return tuple(
            replace(one, clause=_seen_from(treaty.id, draft.treaty, one.clause)) for one in clauses
        )

    return replace(
        draft,
        treaty=treaty.id,
        clauses=seen(draft.clauses),
        quotes=tuple(replace(quote, clauses=seen(quote.clauses)) for quote in draft.quotes),
        indirect=tuple(replace(said, clauses=seen(said.clauses)) for said in draft.indirect),
    )


def _seen_from(home: str, before: str | None, clause: str) -> str:
    address = clause if ":" in clause or before is None else f"{before}:{clause}"
    return address.removeprefix(f"{home}:")
