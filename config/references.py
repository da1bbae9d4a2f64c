"""What clause somebody means: numbers in any form, slugs, aliases in any script, addresses."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from config.catalogue import Catalogue
from config.entries import Clause, Reference, Treaty
from config.folding import fold, stemmed, words
from config.numbers import FILLERS, MARKERS, TREATY, number

NEAR = 72  # of 100; below it a likeness is chance
SURE = 86  # a slip of the keyboard in a word of some length
MOST_NEAR = 4
LINKING = FILLERS | frozenset("a an to from on about s".split())
ASIDE = LINKING | MARKERS | TREATY  # what “the clause on assistance of the treaty” says besides


@dataclass(frozen=True, slots=True)
class Provision:
    """A clause together with its treaty."""

    treaty: Treaty
    clause: Clause

    @property
    def address(self) -> str:
        """Give the address under which articles and quotes name the clause."""
        return self.treaty.address(self.clause)


@dataclass(frozen=True, slots=True)
class Meant:
    """Just this clause; ``elsewhere`` are clauses of other treaties with the same number."""

    provision: Provision
    elsewhere: tuple[Provision, ...] = ()


@dataclass(frozen=True, slots=True)
class WhichClause:
    """More than one clause goes by that name."""

    asked: str
    candidates: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Not a clause of the treaty, but a provision that one of its clauses names."""

    reference: Reference
    named_in: Provision


@dataclass(frozen=True, slots=True)
class NoClause:
    """Nothing goes by that name; ``near`` is what comes close."""

    asked: str
    treaty: Treaty
    near: tuple[Provision, ...] = ()


Reading = Meant | WhichClause | Mentioned | NoClause


def exactly(text: str, catalogue: Catalogue, treaty: Treaty | None = None) -> Reading | None:
    """Tell which clause *text* means, guessing nothing; None where it says no clause's name.

    In this order: an address, a number, the name of a provision or a clause, a number or name
    with the name of a treaty beside it.
    """
    home = treaty or catalogue.default
    if addressed := _address(text, catalogue):
        return addressed
    if found := _inside(text, home, catalogue):
        return found
    if treaty is None and (named := _with_treaty(text, catalogue)):
        other, rest = named
        return _inside(rest, other, catalogue)
    return None if treaty else _elsewhere(text, catalogue)


def read(text: str, catalogue: Catalogue, treaty: Treaty | None = None) -> Reading:
    """Tell which clause *text* means, in *treaty* or else in the default one.

    What says no clause's name exactly is looked for inside their names, then as a slip of the
    keyboard.
    """
    if found := exactly(text, catalogue, treaty):
        return found
    named = None if treaty else _with_treaty(text, catalogue)
    other, rest = named or (treaty or catalogue.default, text)
    return _loosely(rest, other)


def _address(text: str, catalogue: Catalogue) -> Reading | None:
    treaty_id, colon, rest = fold(text).strip().partition(":")
    treaty = catalogue.treaties.get(treaty_id.strip()) if colon else None
    if treaty is None:
        return None
    if clause := treaty.clause(rest.strip()) or treaty.numbered(number(rest) or "none"):
        return Meant(Provision(treaty, clause))
    return _inside(rest, treaty, catalogue) or NoClause(text, treaty, _near(rest, treaty))


def _inside(text: str, treaty: Treaty, catalogue: Catalogue) -> Reading | None:
    if (value := number(text)) is not None:
        return _numbered(text, value, treaty, catalogue)
    return _called(text, treaty)


def _called(text: str, treaty: Treaty) -> Reading | None:
    wanted = stemmed(text)
    for reference in treaty.references:
        if wanted in reference.stems:
            return _mention(reference, treaty)
    return _one_of(text, (c for c in treaty.clauses if wanted in c.stems), treaty)


def _numbered(text: str, value: str, treaty: Treaty, catalogue: Catalogue) -> Reading:
    others = (catalogue.treaties[other] for other in treaty.compare_with)
    elsewhere = tuple(
        Provision(other, clause)
        for other in others
        if value != "0" and (clause := other.numbered(value))
    )
    if clause := treaty.numbered(value):
        return Meant(Provision(treaty, clause), elsewhere)
    for reference in treaty.references:
        if reference.number == value:
            return _mention(reference, treaty)
    return NoClause(text, treaty, elsewhere[:MOST_NEAR])


def _mention(reference: Reference, treaty: Treaty) -> Mentioned:
    clause = next(clause for clause in treaty.clauses if clause.slug == reference.clause)
    return Mentioned(reference, Provision(treaty, clause))


def _one_of(text: str, clauses: Iterable[Clause], treaty: Treaty) -> Meant | WhichClause | None:
    match tuple(Provision(treaty, clause) for clause in clauses):
        case []:
            return None
        case [provision]:
            return Meant(provision)
        case candidates:
            return WhichClause(text, candidates)


def _with_treaty(text: str, catalogue: Catalogue) -> tuple[Treaty, str] | None:
    """Split *text* into the treaty it names and the rest: ``Article 5 of the Bonn Treaty``."""
    asked, stems = words(text), stemmed(text)
    present = frozenset(stems)
    named = [
        (name, treaty)
        for treaty in catalogue.treaties.values()
        for name in treaty.stems
        if present.issuperset(name)
    ]
    for name, treaty in sorted(named, key=lambda entry: -len(entry[0])):
        for start in range(len(asked) - len(name) + 1):
            if stems[start : start + len(name)] == name:
                rest = [*asked[:start], *asked[start + len(name) :]]
                left = " ".join(word for word in rest if word not in LINKING)
                return (treaty, left) if left else None
    return None


def _elsewhere(text: str, catalogue: Catalogue) -> Reading | None:
    """Find a name that only clauses of other treaties bear."""
    wanted = stemmed(text)
    found = tuple(
        Provision(treaty, clause)
        for treaty in catalogue.treaties.values()
        for clause in treaty.clauses
        if wanted in clause.stems
    )
    match found:
        case []:
            return None
        case [provision]:
            return Meant(provision)
        case _:
            return WhichClause(text, found)


def _loosely(text: str, treaty: Treaty) -> Reading:
    told = " ".join(word for word in words(text) if word not in ASIDE)
    wanted = set(stemmed(told))
    holding = (
        c for c in treaty.clauses if wanted and any(wanted <= set(name) for name in c.stems)
    )
    if found := _called(told, treaty) or _one_of(text, holding, treaty):
        return found
    near = _near(text, treaty, SURE)
    if len(near) == 1:
        return Meant(near[0])
    return NoClause(text, treaty, near or _near(text, treaty))


def _near(text: str, treaty: Treaty, cutoff: int = NEAR) -> tuple[Provision, ...]:
    asked = " ".join(words(text))
    names = {(c.slug, name): " ".join(words(name)) for c in treaty.clauses for name in c.names()}
    best = process.extract(asked, names, scorer=fuzz.ratio, score_cutoff=cutoff, limit=12)
    slugs = dict.fromkeys(slug for _, _, (slug, _) in best)
    found = (treaty.clause(slug) for slug in slugs)
    return tuple(Provision(treaty, clause) for clause in found if clause)[:MOST_NEAR]
