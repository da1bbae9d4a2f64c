"""The treaties of a catalogue as they are sought in the news."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from config.catalogue import Catalogue
from config.entries import Treaty
from config.folding import CYRILLIC, stem
from digests.drafting.phrases import Phrases, plain

SHORT = 4  # letters of a Russian word that hardly has endings


class Mention(NamedTuple):
    """A treaty named; None one that is not in the catalogue.

    ``by`` tells whether by a name, by its parties or its year, or by a body that rests on it.
    """

    start: int
    end: int
    treaty: str | None
    by: Literal["name", "parties", "body"] = "name"

    @property
    def body(self) -> bool:
        """Tell whether not the treaty is named but a body that rests on it."""
        return self.by == "body"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The treaties of a catalogue as they are sought in the news."""

    names: Phrases[tuple[str, str]]
    parties: dict[str, frozenset[str]]
    pairs: dict[frozenset[str], tuple[Treaty, ...]]
    years: dict[int, tuple[Treaty, ...]]


def _party(name: str) -> str:
    return name.partition(" (")[0]


@lru_cache(maxsize=4)
def shelf(catalogue: Catalogue) -> Shelf:
    """Prepare the treaties of *catalogue*; done once."""
    pairs: dict[frozenset[str], tuple[Treaty, ...]] = {}
    years: dict[int, tuple[Treaty, ...]] = {}
    parties = {}
    for treaty in catalogue.treaties.values():
        states = frozenset(map(_party, treaty.parties))
        parties[treaty.id] = states
        pairs[states] = (*pairs.get(states, ()), treaty)
        if treaty.signed:
            years[treaty.signed.year] = (*years.get(treaty.signed.year, ()), treaty)
    names = [
        (_inflected(name), (treaty.id, _standing(name, treaty)))
        for treaty in catalogue.treaties.values()
        for name in treaty.names()
        if name not in {treaty.id, treaty.short}
    ]
    return Shelf(Phrases((name, means) for name, means in names if name), parties, pairs, years)


def _standing(name: str, treaty: Treaty) -> str:
    if name in treaty.bodies:
        return "body"
    return "shared" if name in treaty.shared_names else "name"


def _inflected(name: str) -> str:
    """Let the words of a Russian name have any ending."""
    words = re.findall(r"[\w'-]*\w", plain(name))
    return " ".join(f"{stem(w)}*" if CYRILLIC.search(w) and len(w) > SHORT else w for w in words)
