"""People named by what they are to others: “his wife, Lucille”, and later “Mrs. Kimbrough”."""

import re
from collections.abc import Sequence
from itertools import pairwise

from digests.drafting.english import FEMALE_NOUNS, KIN, MALE_NOUNS
from digests.drafting.names import GIVEN, Run, folded
from digests.drafting.people import Cast, title_gender

ROLE = re.compile(rf"\b({'|'.join(sorted(KIN, key=len, reverse=True))}),?\s+$")
NEAR = 24  # characters before a name
GENDERED = frozenset("mr mrs ms miss".split())

Read = tuple[str, Sequence[Run]]


def join(cast: Cast, found: Sequence[Read]) -> None:
    """Take in those of whom a text gives a first name, and the surname by which it goes on."""
    for text, here in found:
        for run, following in pairwise((*here, None)):
            if run and run.kind == "word" and len(run.name) == 1:
                _couple(cast, text, run, following)
                _first_name(cast, text, run)
            elif run and len(run.name) == 1 and run.titles and run.titles[-1] in KIN:
                noun = run.titles[-1]
                cast.welcome(run.name[0], _gender(noun), noun)
    called = dict.fromkeys(
        (run.name[0], title_gender(run.titles))
        for _, here in found
        for run in here
        if len(run.name) == 1 and not GENDERED.isdisjoint(run.titles)
    )
    for name, gender in called:
        both = (name, "f" if gender == "m" else "m") in called
        cast.surname(name, gender, both=both)


def _couple(cast: Cast, text: str, run: Run, other: Run | None) -> None:
    """Read “Idris and Carys Roe”."""
    if other is None or other.kind != "person" or len(other.name) != 2:  # noqa: PLR2004
        return
    joined = text[run.end : other.start] in {" and ", " & "}
    if joined and _is_given(run) and not other.titles and not cast.bearers(run):
        cast.note(Run(run.start, run.end, (), (run.name[0], other.name[1]), "person"))


def _first_name(cast: Cast, text: str, run: Run) -> None:
    """Read “Her husband Derek” and “his daughter, Miriam,”."""
    role = ROLE.search(text, max(0, run.start - NEAR), run.start)
    if role is None or (role.group().rstrip() == role.group(1) and not _is_given(run)):
        return
    if run.possessive or cast.bearers(run):
        return
    noun = role.group(1)
    cast.welcome(run.name[0], _gender(noun), noun)


def _gender(noun: str) -> str:
    return "m" if noun in MALE_NOUNS else "f" if noun in FEMALE_NOUNS else ""


def _is_given(run: Run) -> bool:
    return folded(run.name[0]) in GIVEN
