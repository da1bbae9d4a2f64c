"""Whose turn a paragraph of a transcript is: “KATE ROE: …”, “Fell: …”."""

import re
from collections.abc import Sequence

from digests.drafting.names import UPPER, Run, runs
from digests.drafting.pages import Page
from digests.drafting.people import Cast, Person

NAME = rf"(?:[{UPPER}][{UPPER}.'’-]*|[{UPPER}][\w.'’-]+)"
LABEL = re.compile(rf"({NAME}(?: {NAME}){{0,4}})(?:,[^:“”\"]{{2,60}})?:\s")
FEWEST = 4  # paragraphs that begin with a label, in a transcript
OWN, OTHERS = frozenset(("i", "we")), frozenset(("you",))


class Turns:
    """The turns of a text, none where it is no transcript."""

    def __init__(self, pages: Sequence[Page], cast: Cast) -> None:
        labels = [LABEL.match(page.raw) for page in pages]
        if sum(map(bool, labels)) < FEWEST:
            labels = []
        self._turns: list[Person | None] = []
        for label in labels:
            again = self._turns[-1] if self._turns else None
            self._turns.append(_named(label.group(1), cast) if label else again)

    def of(self, word: str, page: int) -> Person | None:
        """Give whom “I” or “you” means in a paragraph."""
        if page >= len(self._turns):
            return None
        own = self._turns[page]
        if word in OWN:
            return own
        return self._other(page, own) if word in OTHERS else None

    def _other(self, page: int, own: Person | None) -> Person | None:
        """Give whoever speaks next, else last, beside the one whose turn it is."""
        around = (*self._turns[page + 1 :], *reversed(self._turns[:page]))
        return next((person for person in around if person and person is not own), None)


def _named(label: str, cast: Cast) -> Person | None:
    """Find the person of a label, which is often in capitals: “SEN. JANE ROE”."""
    found = runs(label.title())
    run = found[-1] if found else None
    return cast.find(Run(0, len(label), run.titles, run.name, run.kind)) if run else None
