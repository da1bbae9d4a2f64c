"""What is a treaty?"""

from dataclasses import dataclass

from rapidfuzz import process

from config.catalogue import Catalogue
from config.entries import Treaty
from config.folding import fold

NEAR = 60  # of 100; below it a likeness is chance
MOST_NEAR = 4


@dataclass(frozen=True, slots=True)
class Known:
    """A treaty, and the others in the catalogue."""

    treaty: Treaty
    others: tuple[Treaty, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class NoTreaty:
    """No treaty goes by that name; ``near`` are called nearly so."""

    asked: str
    near: tuple[Treaty, ...]


def find(text: str, catalogue: Catalogue) -> Treaty | NoTreaty:
    """Find a treaty by any of its names; no name means the default one."""
    if not text.strip():
        return catalogue.default
    if treaty := catalogue.treaty(text):
        return treaty
    known = {(t.id, name): name for t in catalogue.treaties.values() for name in t.names()}
    best = process.extract(text, known, processor=fold, score_cutoff=NEAR, limit=2 * MOST_NEAR)
    near = dict.fromkeys(treaty_id for _, _, (treaty_id, _) in best)
    return NoTreaty(text, tuple(catalogue.treaties[treaty_id] for treaty_id in near)[:MOST_NEAR])


def about(text: str, catalogue: Catalogue, offset: int = 0) -> Known | NoTreaty:
    """Answer “what is this treaty?”."""
    match find(text, catalogue):
        case Treaty() as treaty:
            others = tuple(t for t in catalogue.treaties.values() if t.id != treaty.id)
            return Known(treaty, others, offset)
        case unknown:
            return unknown
