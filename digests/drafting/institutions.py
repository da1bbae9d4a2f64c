"""Institutions by the fullest name a text gives them: “Aurelia” for Aurelia Seafoods."""

from collections.abc import Iterable

from digests.drafting.english import LEGAL
from digests.drafting.names import Run, folded, whole

LONGEST = 4  # words of a name that its first word stands for


class Institutions:
    """The institutions of one text."""

    def __init__(self, found: Iterable[tuple[str, Iterable[Run]]]) -> None:
        self._first: dict[str, set[str]] = {}
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
        known = self._first.get(name, ()) if " " not in name else ()
        return next(iter(known)) if len(known) == 1 else plain(name)


def plain(name: str) -> str:
    """Leave out the legal form of a company: “Roe Holdings Plc”."""
    words = name.split()
    while len(words) > 1 and folded(words[-1].strip(",")).replace(".", "") in LEGAL:
        words.pop()
    return " ".join(words).rstrip(",")
