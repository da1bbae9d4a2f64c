"""The corpus of ``tests/corpus``: texts, with answers written before the reader saw them.

What is held out is for totals only: nobody looks at which of it fails, and nothing is tuned on it.
"""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
LOADED = dt.date(2026, 11, 22)  # the day of loading, where an answer names none
FIELDS = ("headline", "outlet", "place", "published", "author", "url")

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A quote that is expected; ``clauses`` and ``told`` are None where they do not matter.

    ``speakers`` and ``kinds`` are alternatives; a speaker of None is one left open. ``apart``: its
    parts may as well be given as quotes of their own.
    """

    parts: tuple[str, ...]
    text: str
    speakers: frozenset[str | None]
    kinds: frozenset[str]
    told: str | None = None
    clauses: frozenset[str] | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody is expected to be reported to have said; ``speakers`` are alternatives."""

    text: str
    speakers: frozenset[str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text and what is to be read in it.

    ``either`` may come out as a quote or not, ``never`` must not. ``fields`` are those of the
    masthead that matter, None where one is to be left open. ``clauses`` is None where they do not
    matter, ``perhaps`` are clauses that may be named or not.
    """

    id: str
    source: str
    today: dt.date
    heldout: bool
    quotes: tuple[Utterance, ...]
    never: tuple[str, ...]
    either: tuple[str, ...]
    indirect: tuple[Statement, ...]
    fields: Mapping[str, str | dt.date | None]
    clauses: frozenset[str] | None
    perhaps: frozenset[str]


def articles() -> list[Text]:
    """Give the articles; a field that an answer lacks is to be left open."""
    heldout = set((CORPUS / "heldout.txt").read_text("utf-8").split())
    return [
        _text(
            path.stem,
            path.read_bytes().decode("utf-8-sig"),
            dict.fromkeys(FIELDS)
            | tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
            | {"heldout": path.stem in heldout},
        )
        for path in sorted((CORPUS / "articles").glob("*.txt"))
    ]


def passages() -> list[Text]:
    """Give the short passages; of the masthead only those fields matter that an answer names."""
    tables = tomllib.loads((CORPUS / "passages.toml").read_text("utf-8"))["passage"]
    return [
        _text(table["id"], table["text"], table | dict.fromkeys(table.get("open", ())))
        for table in tables
    ]


def _text(name: str, source: str, answer: Table) -> Text:
    # The turns of a transcript without marks are what was said, but no quotes.
    quotes = () if answer.get("unmarked") else answer.get("quotes", ())
    return Text(
        id=name,
        source=source,
        today=answer.get("today", LOADED),
        heldout=answer["heldout"],
        quotes=tuple(map(_utterance, quotes)),
        never=tuple(map(_words, answer.get("not_quotes", ()))),
        either=tuple(map(_words, answer.get("either", ()))),
        indirect=tuple(
            Statement(text=one["statement"], speakers=_speakers(one))
            for one in answer.get("indirect", ())
        ),
        fields={field: answer[field] for field in FIELDS if field in answer},
        clauses=frozenset(answer["clauses"]) if "clauses" in answer else None,
        perhaps=frozenset(answer.get("clauses_maybe", ())),
    )


def _utterance(table: Table) -> Utterance:
    return Utterance(
        parts=tuple(table.get("parts", (table["text"],))),
        text=table["text"],
        speakers=_speakers(table),
        kinds=frozenset({table["kind"], *_several(table.get("kind_also", ()))}),
        told=table.get("told"),
        clauses=frozenset(table["clauses"]) if "clauses" in table else None,
        apart=table.get("split_ok", False),
    )


def _speakers(table: Table) -> frozenset[str | None]:
    also = (name or None for name in _several(table.get("also", ())))
    return frozenset({table.get("speaker"), *also})


def _several(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _words(entry: str | Table) -> str:
    return entry if isinstance(entry, str) else str(entry["text"])
