"""Records: the TOML files in which articles are exchanged."""

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields
from functools import lru_cache
from itertools import islice
from typing import Any

import tomli_w
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails

from config import problems, references
from config.catalogue import Catalogue
from config.entries import Treaty
from config.folding import words
from config.references import Provision
from digests.errors import RecordRefused
from digests.models import TREATY_TEXT, Article, Happening, Indirect, Quote, Reprint

LONGEST = 1_000_000  # bytes; a record is a few thousand
MOST_PROBLEMS = 20  # that are told at once; the rest mostly goes with them
STRAY = "extra_forbidden"  # pydantic's word for a key that is none
PARTS = {"quotes": Quote, "indirect": Indirect, "events": Happening, "also_in": Reprint}


@lru_cache(maxsize=1)
def adapter() -> TypeAdapter[Article]:
    """Give the validator of records, made once."""
    return TypeAdapter(Article)


def schema() -> dict[str, Any]:
    """Give the JSON Schema of a record."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | adapter().json_schema()


def parse(raw: bytes, catalogue: Catalogue) -> Article:
    """Read one record.

    Raises:
        RecordRefused: it is not TOML, or does not fit; says which fields and how to mend them.
    """
    try:
        article = adapter().validate_python(_table(raw))
    except ValidationError as error:
        raise RecordRefused(_first(_told(error))) from error
    if found := _first(check(article, catalogue)):
        raise RecordRefused(found)
    return article


def dump(article: Article) -> str:
    """Write an article as a record that reads back the same."""
    table = adapter().dump_python(article, exclude_defaults=True)
    return tomli_w.dumps(table, multiline_strings=True)


def check(article: Article, catalogue: Catalogue) -> Iterator[str]:
    """Say what in a well-formed record does not hold together, a sentence each."""
    treaty = catalogue.treaties.get(article.treaty)
    if treaty is None:
        known = ", ".join(catalogue.treaties)
        yield f"treaty {article.treaty!r} is not in the catalogue; write one of {known}."
        return
    yield from _dates(article)
    for where, names in _clauses(article):
        for name in names:
            if catalogue.at(article.address(name)) is None:
                yield _unknown(where, name, treaty, catalogue)
    for number, quote in enumerate(article.quotes, start=1):
        yield from (f"quotes {number}, {said}" for said in _quote(quote))


def _table(raw: bytes) -> dict[str, Any]:
    if len(raw) > LONGEST:
        raise RecordRefused(
            [f"the file is larger than {LONGEST:,} bytes; split it, one article a file."]
        )
    try:
        return tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise RecordRefused([f"line {line} is not UTF-8; save the file as UTF-8."]) from error
    except tomllib.TOMLDecodeError as error:
        said = str(error).replace("Cannot overwrite a value", "A key stands there a second time")
        raise RecordRefused([f"this is not TOML: {said}; mend that place."]) from error
    except ValueError as error:  # Python reads no number of more than 4,300 digits
        raise RecordRefused(["a number in it is far too long; shorten it."]) from error
    except RecursionError as error:
        raise RecordRefused(["this is nested too deeply for a record; see `schema`."]) from error


def _told(error: ValidationError) -> list[str]:
    """Say what does not fit, a sentence each."""
    found = sorted(map(_plainly, error.errors()), key=lambda each: each["type"] != STRAY)
    error = ValidationError.from_exception_data(error.title, found[: MOST_PROBLEMS + 1])
    kinds = (Article, *PARTS.values())
    known = tuple(dict.fromkeys(field.name for kind in kinds for field in fields(kind)))
    return [f"{said}." for said in problems.sentences(error, known)]


def _plainly(found: ErrorDetails) -> InitErrorDetails:
    """Call a problem what it is to people: to dataclasses, a key too many is an argument."""
    kind, given = found["type"], found["input"]
    match kind:
        case "unexpected_keyword_argument":
            kind = STRAY
        case "date_type" if isinstance(given, dt.datetime):
            kind = "date_from_datetime_inexact"
        case "string_too_short" if _needed(found["loc"]):
            kind = "missing"
    return {"type": kind, "loc": found["loc"], "input": given, "ctx": found.get("ctx", {})}


def _needed(place: problems.Place) -> bool:
    """Tell whether a key cannot be left out."""
    kind = PARTS.get(str(place[0]), Article) if len(place) > 1 else Article
    needed = {field.name for field in fields(kind) if field.default is MISSING}
    return place[-1] in needed


def _first(found: Iterable[str]) -> list[str]:
    """Give the first problems, and say so where there are more."""
    told = list(islice(found, MOST_PROBLEMS + 1))
    if len(told) > MOST_PROBLEMS:
        told[-1] = "there is more; mend these first."
    return told


def _dates(article: Article) -> list[str]:
    found = []
    if article.published and article.published_from:
        found.append(
            "published and published_from exclude each other; keep the one that is known."
        )
    for number, event in enumerate(article.events, start=1):
        if event.until and (event.date is None or event.until < event.date):
            found.append(f"events {number}, until must come after date; mend one of them.")
    return found


def _clauses(article: Article) -> list[tuple[str, tuple[str, ...]]]:
    return [
        ("clauses", article.clauses),
        *((f"quotes {n}, clauses", quote.clauses) for n, quote in enumerate(article.quotes, 1)),
        *((f"indirect {n}, clauses", said.clauses) for n, said in enumerate(article.indirect, 1)),
    ]


def _unknown(where: str, name: str, treaty: Treaty, catalogue: Catalogue) -> str:
    other, colon, _ = name.partition(":")
    if colon and other not in catalogue.treaties:
        known = ", ".join(catalogue.treaties)
        return f"{where}: there is no treaty {other!r} in the catalogue; write one of {known}."
    home = catalogue.treaties[other] if colon else treaty
    near = " or ".join(
        repr(_slug(provision, treaty)) for provision in _meant(name, home, catalogue)
    )
    hint = (
        f"write {near} if that is meant" if near else "write a clause's slug, as in the catalogue"
    )
    return f"{where}: {name!r} is not a clause of {home.id}; {hint}."


def _meant(name: str, home: Treaty, catalogue: Catalogue) -> tuple[Provision, ...]:
    match references.read(name, catalogue, home):
        case references.Meant(provision) | references.Mentioned(_, provision):
            return (provision,)
        case references.WhichClause(_, near) | references.NoClause(_, _, near):
            return near


def _slug(provision: Provision, treaty: Treaty) -> str:
    return provision.clause.slug if provision.treaty == treaty else provision.address


def _quote(quote: Quote) -> list[str]:
    found = []
    if quote.parts and " ".join(quote.parts) != quote.text:
        found.append("text must be its parts joined by one space; mend one of them.")
    if quote.kind == "treaty" and quote.speaker not in {None, TREATY_TEXT}:
        found.append(f"speaker must be {TREATY_TEXT!r} where kind is 'treaty'; mend one of them.")
    if quote.kind != "treaty" and words(quote.speaker or "") == TREATY_TEXT.split():
        found.append(f"kind must be 'treaty' where speaker is {TREATY_TEXT!r}; mend one of them.")
    return found
