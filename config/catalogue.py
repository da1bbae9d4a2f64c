"""What the bot knows before it has read any news: treaties, outlets and people, as data.

The files are TOML: ``catalogue.toml``, ``treaties/*.toml``, ``outlets.toml`` and ``people.toml``,
shipped beside this module. A folder of an operator's own is laid over them, entry by entry.
"""

import tomllib
from collections.abc import Iterator
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import ValidationError

from config import problems
from config.entries import (
    Clause,
    Disagreement,
    Entry,
    Event,
    Outlet,
    Person,
    Phrase,
    Reference,
    Terms,
    Treaty,
    Words,
)
from config.folding import fold, words

E = TypeVar("E", bound=Entry)
N = TypeVar("N", Outlet, Person)
PARTS = (Treaty, Clause, Phrase, Reference, Disagreement, Event, Terms)


class CatalogueError(Exception):
    """A catalogue file cannot be used; the message names file, entry and fix."""


class Catalogue:
    """Treaties, outlets and people, found by any of their names."""

    def __init__(
        self,
        default: str,
        treaties: tuple[Treaty, ...],
        outlets: tuple[Outlet, ...] = (),
        people: tuple[Person, ...] = (),
    ) -> None:
        self.treaties = {treaty.id: treaty for treaty in treaties}
        self.outlets = outlets
        self.people = people
        self._default = default
        self._check()

    def _check(self) -> None:
        if self._default not in self.treaties:
            raise CatalogueError(
                f"catalogue.toml: default = {self._default!r} is not a treaty here; "
                f"write one of {', '.join(sorted(self.treaties)) or 'the treaties you add'}."
            )
        for treaty in self.treaties.values():
            for other in treaty.compare_with:
                if other not in self.treaties:
                    raise CatalogueError(
                        f"treaties/{treaty.id}.toml: compare_with names {other!r}, of which there "
                        "is no file; add it or take the name out."
                    )

    @property
    def default(self) -> Treaty:
        """Give the treaty that is meant when none is named."""
        return self.treaties[self._default]

    @cached_property
    def _outlets(self) -> dict[str, Outlet]:
        return {fold(name): outlet for outlet in self.outlets for name in outlet.names()}

    @cached_property
    def _people(self) -> dict[Words, Person]:
        return {name: person for person in self.people for name in person.folded}

    @cached_property
    def _treaties(self) -> dict[Words, Treaty]:
        return {name: treaty for treaty in self.treaties.values() for name in treaty.folded}

    def outlet(self, name: str | None) -> Outlet | None:
        """Find an outlet by one of its names."""
        return self._outlets.get(fold(name)) if name else None

    def person(self, name: str) -> Person | None:
        """Find a person by a full name, in any script; never by a surname alone."""
        return self._people.get(tuple(words(name)))

    def treaty(self, name: str) -> Treaty | None:
        """Find a treaty by its id or by one of its names."""
        return self._treaties.get(tuple(words(name)))

    def at(self, address: str) -> tuple[Treaty, Clause] | None:
        """Find a clause by its address, such as ``russia-dprk-2024:assistance``."""
        treaty_id, _, slug = address.partition(":")
        treaty = self.treaties.get(treaty_id)
        clause = treaty.clause(slug) if treaty else None
        return (treaty, clause) if treaty and clause else None


def load(overlay: Traversable | None = None) -> Catalogue:
    """Read the shipped catalogue, with an operator's folder laid over it.

    Raises:
        CatalogueError: a file is missing, is not TOML or does not fit; says where and what to do.
    """
    layers = [layer for layer in (resources.files("config"), overlay) if layer is not None]
    treaties: dict[str, Treaty] = {}
    outlets: dict[str, Outlet] = {}
    people: dict[str, Person] = {}
    default = ""
    for layer in layers:
        default = _default(layer) or default
        treaties |= {treaty.id: treaty for treaty in _treaties(layer)}
        outlets |= _by_name("outlets", _entries(layer, "outlets", Outlet))
        people |= _by_name("people", _entries(layer, "people", Person))
    return Catalogue(
        default, tuple(treaties.values()), tuple(outlets.values()), tuple(people.values())
    )


def _default(layer: Traversable) -> str | None:
    table = _table(layer / "catalogue.toml", "catalogue.toml")
    for key in (key for key in table if key != "default"):
        raise CatalogueError(f"catalogue.toml: {key} is not a key of this file; default is.")
    default = table.get("default")
    if default is not None and not isinstance(default, str):
        raise CatalogueError(
            "catalogue.toml: default must be the id of a treaty, in quotation marks."
        )
    return default


def _treaties(layer: Traversable) -> Iterator[Treaty]:
    folder = layer / "treaties"
    if not folder.is_dir():
        return
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            where = f"treaties/{file.name}"
            table = _table(file, where)
            treaty = _entry(Treaty, table, where, _slugs(table))
            if file.name != f"{treaty.id}.toml":
                raise CatalogueError(
                    f"{where}: id is {treaty.id!r}; call the file {treaty.id}.toml or mend the id."
                )
            yield treaty


def _entries(layer: Traversable, name: str, kind: type[E]) -> Iterator[E]:
    where = f"{name}.toml"
    table = _table(layer / where, where)
    for key in (key for key in table if key != name):
        raise CatalogueError(
            f"{where}: {key} is not a key of this file; begin each entry with [[{name}]]."
        )
    rows = table.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise CatalogueError(
            f"{where}: {name} must be a list of tables; begin each entry with [[{name}]]."
        )
    for number, row in enumerate(rows, start=1):
        yield _entry(kind, row, f"{where}, entry {row.get('name', number)!s:.60}")


def _by_name(file: str, entries: Iterator[N]) -> dict[str, N]:
    found: dict[str, N] = {}
    for entry in entries:
        if entry.name in found:
            raise CatalogueError(f"{file}.toml: there are two entries {entry.name}; keep one.")
        found[entry.name] = entry
    return found


def _entry(kind: type[E], table: dict[str, Any], where: str, slugs: tuple[str, ...] = ()) -> E:
    try:
        return kind.model_validate(table)
    except ValidationError as error:
        found = problems.sentences(error, _known(kind))
        raise CatalogueError(f"{where}: {_named(found[0], slugs)}.") from error


def _known(kind: type[Entry]) -> tuple[str, ...]:
    """Give the keys that may stand in the file of which *kind* is the whole."""
    kinds = PARTS if kind is Treaty else (kind,)
    fields = (field for each in kinds for field in each.model_fields.items())
    return tuple(dict.fromkeys(field.alias or name for name, field in fields))


def _named(sentence: str, slugs: tuple[str, ...]) -> str:
    """Add a clause's slug to its place in the file, since nobody counts to the seventeenth."""
    for number, slug in reversed(list(enumerate(slugs, start=1))):
        sentence = sentence.replace(f"clauses {number},", f"clauses {number} ({slug}),")
    return sentence


def _slugs(table: dict[str, Any]) -> tuple[str, ...]:
    clauses = table.get("clauses")
    rows = clauses if isinstance(clauses, list) else []
    return tuple(str(row.get("slug", "?")) if isinstance(row, dict) else "?" for row in rows)


def _table(file: Traversable, where: str) -> dict[str, Any]:
    if not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CatalogueError(
            f"{where}: byte {error.start} is not UTF-8; save the file as UTF-8."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{where}: this is not TOML: {error}; mend that place.") from error
    except RecursionError as error:
        raise CatalogueError(f"{where}: this is nested too deeply; unfold it.") from error
