"""Sentences for what is wrong with a file that people write: where, what, and how to mend it."""

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

Place = Sequence[int | str]

MENDING = {
    "missing": "is missing; add it",
    "extra_forbidden": "is not a key of this file; remove it or correct its spelling",
    "string_type": "must be text in quotation marks",
    "string_too_short": "must not be empty; leave the key out if it is not known",
    "bool_type": "must be true or false, without quotation marks",
    "list_type": "must be a list in square brackets",
    "tuple_type": "must be a list in square brackets",
    "date_type": "must be a date such as 2024-06-19, without quotation marks",
    "date_from_datetime_parsing": "must be a date such as 2024-06-19",
    "date_from_datetime_inexact": "must be a date without a time, such as 2024-06-19",
    "model_type": "must be a table of keys and values",
    "dataclass_type": "must be a table of keys and values",
}


def sentences(error: ValidationError, known: Sequence[str] = ()) -> list[str]:
    """Say each problem of *error* in one sentence; *known* keys serve to guess a misspelt one."""
    return [f"{place(found['loc'])} {_mending(found, known)}" for found in error.errors()]


def place(where: Place) -> str:
    """Name a place in a file as its author counts: ``quotes 2, speaker``."""
    names: list[str] = []
    for step in where:
        if isinstance(step, int) and names:
            names[-1] += f" {step + 1}"
        else:
            names.append(str(step))
    return ", ".join(names) or "the file"


def _mending(found: ErrorDetails, known: Sequence[str]) -> str:
    kind, key = found["type"], found["loc"][-1] if found["loc"] else ""
    match kind:
        case "extra_forbidden" if guess := _guess(str(key), known):
            return f"is not a key of this file; did you mean {guess}?"
        case "literal_error":
            return f"must be {_context(found)['expected']}"
        case "string_too_long":
            return f"is longer than {_context(found)['max_length']} characters; shorten it"
        case "string_pattern_mismatch":
            return f"does not have the form {_context(found)['pattern']}"
        case "value_error":
            return str(_context(found)["error"])
        case _:
            return MENDING.get(kind, found["msg"])


def _guess(key: str, known: Sequence[str]) -> str | None:
    best = process.extractOne(key, known, score_cutoff=75)
    return best[0] if best else None


def _context(found: ErrorDetails) -> dict[str, Any]:
    return found.get("ctx", {})
