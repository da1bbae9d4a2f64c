"""How do other treaties word the same?"""

from dataclasses import dataclass

from config import references
from config.catalogue import Catalogue
from config.entries import Treaty
from config.references import Meant, Mentioned, NoClause, Provision, WhichClause

USUAL = "assistance"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A clause, and one page of its like in other treaties; ``without`` have none."""

    provision: Provision
    others: tuple[Provision, ...]
    total: int
    without: tuple[Treaty, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class Incomparable:
    """A clause to which no other treaty has a counterpart; ``can`` are those that have."""

    provision: Provision
    can: tuple[Provision, ...]


Answer = Comparison | Incomparable | WhichClause | Mentioned | NoClause


def of(text: str, catalogue: Catalogue, limit: int, offset: int = 0) -> Answer:
    """Answer “how do other treaties word this?”; no clause means the one on assistance."""
    match references.read(text.strip() or USUAL, catalogue):
        case Meant(provision) if topic := provision.clause.topic:
            return _beside(provision, topic, catalogue, limit, offset)
        case Meant(provision):
            with_topic = (clause for clause in provision.treaty.clauses if clause.topic)
            can = tuple(Provision(provision.treaty, clause) for clause in with_topic)
            return Incomparable(provision, can)
        case other:
            return other


def _beside(
    provision: Provision, topic: str, catalogue: Catalogue, limit: int, offset: int
) -> Comparison:
    others = [t for t in _company(provision.treaty, catalogue) if t != provision.treaty]
    found = [Provision(other, clause) for other in others if (clause := other.on(topic))]
    without = tuple(other for other in others if other.on(topic) is None)
    page = tuple(found[offset : offset + limit])
    return Comparison(provision, page, len(found), without, offset)


def _company(treaty: Treaty, catalogue: Catalogue) -> list[Treaty]:
    """Give the treaties to set beside *treaty*: those it names, or else those of the default."""
    named = treaty.compare_with or (catalogue.default.id, *catalogue.default.compare_with)
    return [catalogue.treaties[treaty_id] for treaty_id in named]
