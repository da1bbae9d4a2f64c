"""Two who speak as one: “Roe and Poe said”, which is the words of neither alone."""

import re
from itertools import pairwise

from digests.drafting.english import ARTICLES, PERSON_NOUNS, TITLES
from digests.drafting.names import Run, runs

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
CLAUSE = re.compile(r"[.,;:—–“”\"]|\b(?:and|but|that|as|when|while)\b")
VERB = re.compile(
    r",?\s+(?:both |also |have |had |jointly )?(?:sa(?:y|id)|wrote|write|told|tell|argue|\w+ed)\b"
)
AND = " and "
NEAR = 80  # characters
PEOPLE = frozenset(("person", "likely", "word"))
BEFORE = frozenset(TITLES) | ARTICLES | PERSON_NOUNS


def is_one_of_two(text: str, run: Run) -> bool:
    """Tell whether a name is one of two that share a verb of saying."""
    near = runs(text, max(0, run.start - NEAR), run.end + NEAR)
    people = [one for one in near if one.kind in PEOPLE and one.name]
    for first, second in pairwise(people):
        if run.start not in {first.start, second.start}:
            continue
        joined = text[first.end : second.start] == AND and not first.possessive
        if joined and (VERB.match(text, second.end) and _begins(text, first.start)):
            return True
    return False


def _begins(text: str, name: int) -> bool:
    """Tell whether a clause begins with a name, rank put aside."""
    before = text[max(0, name - NEAR) : name]
    clause = max((match.end() for match in CLAUSE.finditer(before)), default=0)
    return all(word.lower() in BEFORE for word in WORD.findall(before[clause:]))
