"""Institutions by the fullest name a text gives them: “Aurelia” for Aurelia Seafoods."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from digests.drafting.english import LEGAL
from digests.drafting.names import GIVEN, Run, folded, whole

JOINED = frozenset((" and ", " & "))
JOINT = re.compile(" (?:and|&) ")
FEWEST = 2  # times that two names stand together, where no sign joins them
LONGEST = 4  # words of a name that its first word stands for

Read = tuple[str, Sequence[Run]]


class Institutions:
    """The institutions of one text."""

    def __init__(self, found: Iterable[Read]) -> None:
        self._first: dict[str, set[str]] = {}
        found = list(found)
        self._firms = _firms(found)
        for text, here in found:
            for run in here:
                if run.kind == "institution" and len(run.name) > 1:
                    self._note(text, run)

    def _note(self, text: str, run: Run) -> None:
        name = plain(whole(text, run))
        words = name.removeprefix("The ").removeprefix("the ").split()
        if len(words) <= LONGEST and " of " not in name:
            self._first.setdefault(words[0], set()).add(name)

    def full(self, name: str) -> str:
        """Give the full name of which *name* is the first word, without its legal form."""
        if name in self._firms:
            return self._firms[name]
        known = self._first.get(name, ()) if " " not in name else ()
        return next(iter(known)) if len(known) == 1 else plain(name)


def _firms(found: Sequence[Read]) -> dict[str, str]:
    """Find “Norland and Pike”, whose parts a text never names apart, by either part."""
    pairs = Counter[str]()
    for text, here in found:
        for run, other in pairwise(here):
            sign = text[run.end : other.start]
            if sign in JOINED and _may_be_firm(run, other):
                pairs[f"{run.name[0]}{sign}{other.name[0]}"] += FEWEST if "&" in sign else 1
    if not pairs:
        return {}
    words = Counter(" ".join(run.name) for _, here in found for run in here)
    return {
        part: pair
        for pair, count in pairs.items()
        if count >= FEWEST
        for part in JOINT.split(pair)
        if all(words[each] <= count for each in JOINT.split(pair))
    }


def _may_be_firm(run: Run, other: Run) -> bool:
    both = (run, other)
    single = all(len(each.name) == 1 and not each.titles for each in both)
    return single and folded(run.name[0]) not in GIVEN and folded(other.name[0]) not in GIVEN


def plain(name: str) -> str:
    """Leave out the legal form of a company: “Roe Holdings Plc”."""
    words = name.split()
    while len(words) > 1 and folded(words[-1].strip(",")).replace(".", "") in LEGAL:
        words.pop()
    return " ".join(words).rstrip(",")
