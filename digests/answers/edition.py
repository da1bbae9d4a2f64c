"""What stood in an edition, and what did not fit into it?"""

from dataclasses import dataclass

from digests.editions import Edition, nothing
from digests.library import Library
from digests.press.composing import asked, composed

LONGEST = 9  # digits of a number


@dataclass(frozen=True, slots=True)
class Again:
    """An edition, composed anew from the articles it was of; read from *offset* on."""

    number: int
    edition: Edition
    offset: int


@dataclass(frozen=True, slots=True)
class NoEdition:
    """There is no edition of that number."""

    asked: str


@dataclass(frozen=True, slots=True)
class WhatEdition:
    """No number was given."""


def numbered(text: str, library: Library, offset: int = 0) -> Again | NoEdition | WhatEdition:
    """Answer “what was in this edition?”."""
    wanted = text.strip().removeprefix("#")
    if not wanted:
        return WhatEdition()
    known = wanted.isascii() and wanted.isdecimal() and len(wanted) <= LONGEST
    span = library.bodies.get(int(wanted)) if known else None
    if span is None:
        return NoEdition(text.strip())
    edition = composed(library, span) or nothing(asked(span))
    return Again(int(wanted), edition, offset)
