"""“He” or “she”, where no title and no given name tells: by the pronouns that follow a name."""

import re
from collections import Counter
from collections.abc import Sequence

from digests.drafting.names import runs
from digests.drafting.pages import Page
from digests.drafting.people import Cast, Person

# It begins with a letter and then looks back, so that the engine leaps to it.
PRONOUN = re.compile(
    r"[hs](?<!\w.)(?:(?<=h)(e|im|is|imself)|((?<=s)he|(?<=h)er(?:s|self)?))\b", re.IGNORECASE
)
FULL = frozenset(("person", "likely", "word"))
FEWEST = 2  # pronouns that agree
SURE = 3  # what a “she” counts that begins the next sentence
SUBJECTS = frozenset(("he", "she"))


def learn(cast: Cast, pages: Sequence[Page]) -> None:
    """Settle the gender of those of whom nothing else tells it."""
    unsure = [person for person in cast.people if not person.gender]
    if not unsure:
        return
    votes = {id(person): Counter[str]() for person in unsure}
    for page in pages:
        before: Person | None = None
        for start, end in page.sentences:
            before = _count(cast, page, (start, end), before, votes)
    for person in unsure:
        (gender, most), *others = (*votes[id(person)].most_common(2), ("", 0))
        if most >= FEWEST and most >= SURE * others[0][1]:
            person.gender = gender


def _count(
    cast: Cast,
    page: Page,
    place: tuple[int, int],
    before: Person | None,
    votes: dict[int, Counter[str]],
) -> Person | None:
    """Count the pronouns behind the only name of a sentence, or of the one before."""
    start, end = place
    named = [run for run in runs(page.text, start, end) if run.kind in FULL]
    people = list(dict.fromkeys(filter(None, map(cast.find, named))))
    begin = named[0].end if people else start
    who = people[0] if len(people) == 1 else None if people else before
    if who is not None and id(who) in votes:
        for match in PRONOUN.finditer(page.text, begin, end):
            weight = SURE if match.group().lower() in SUBJECTS and not people else 1
            votes[id(who)]["m" if match.group(1) else "f"] += weight
    return who
