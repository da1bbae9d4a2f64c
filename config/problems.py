"""Sentences for what is wrong with a file that people write: where, what, and how to mend it."""

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

Place = Sequence[int | str]

LIKE = 70  # of 100; below it a likeness is chance

# By pydantic's kinds of error; what stands in braces is of the error's context.
MENDING = {
    "missing": "is missing; add it",
    "string_type": "must be text in quotation marks",
    "string_too_long": "is longer than {max_length} characters; shorten it",
    "string_too_short": "must not be empty; leave the key out if it is not known",
    "bool_type": "must be true or false, without quotation marks",
    "bool_parsing": "must be true or false, without quotation marks",
    "literal_error": "must be {expected}",
    "value_error": "{error}",
    "greater_than": "must be greater than {gt}",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "list_type": "must be a list in square brackets",
    "tuple_type": "must be a list in square brackets",
    "date_type": "must be a date such as 2024-06-19, without quotation marks",
    "date_parsing": "must be a date such as 2024-06-19",
    "date_from_datetime_parsing": "must be a date such as 2024-06-19",
    "date_from_datetime_inexact": "must be a date without a time, such as 2024-06-19",
    "model_type": "must be a table of keys and values",
    "dataclass_type": "must be a table of keys and values",
    "dict_type": "must be a table of keys and values",
}

# What the patterns of catalogue and records ask for, for people who do not read patterns.
FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "must be small Latin letters, digits and single hyphens",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": (
        "must be small Latin letters, digits and single hyphens, and begin with a letter"
    ),
    r"^([a-z0-9-]+:)?[a-z0-9-]+$": (
        "must be a clause such as assistance, or with its treaty: north-atlantic-1949:assistance"
    ),
    r"^[0-9]{1,3}$": 'must be a number of one to three digits in quotation marks, such as "4"',
    r"^[a-z]{2}$": "must be two small letters, such as en",
    r"^https?://[^\s/?#]+[^\s]*$": "must be an address without blanks that begins with https://",
    r"^[^\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*$": (
        "holds line breaks or control characters; take them out"
    ),
    r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*$": (
        "holds control characters; take them out"
    ),
}


def sentences(error: ValidationError, known: Sequence[str] = ()) -> list[str]:
    """Say each problem of *error* in one sentence; *known* keys serve to guess a misspelt one.

    A misspelt key comes first, since it is why another one is missing.
    """
    errors = sorted(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
    return [f"{place(found['loc'])} {_mending(found, known)}" for found in errors]


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
    context: dict[str, Any] = found.get("ctx", {})
    match kind:
        case "extra_forbidden":
            return _stray(str(key), known)
        case "list_type" | "tuple_type" if isinstance(found["input"], dict):
            return f"must be a list; if it is one of tables, begin each with [[{key}]]"
        case "string_pattern_mismatch":
            pattern = context["pattern"]
            return FORMS.get(pattern, f"does not have the form {pattern}")
        case _:
            return MENDING[kind].format(**context) if kind in MENDING else found["msg"]


def _stray(key: str, known: Sequence[str]) -> str:
    others = [name for name in known if name != key]
    best = process.extractOne(key, others, scorer=fuzz.ratio, score_cutoff=LIKE)
    if best:
        return f"is not a key here; write {best[0]} if that is meant"
    if key in known:
        return "is not a key here; move it to the part of the file where it belongs"
    return "is not a key of this file; remove it or correct its spelling"
