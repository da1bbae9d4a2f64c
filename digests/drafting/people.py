"""The people of a text, found by any part of their names: surnames joined with full names."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from digests.drafting.english import FEMALE_NOUNS, MALE_NOUNS, SUFFIXES, TITLES
from digests.drafting.given_names import EITHER, FAMILY_FIRST, FEMALE, MALE
from digests.drafting.names import GIVEN, INITIAL, SHORT_WORD, Run, folded, folded_name


@dataclass(slots=True, eq=False)
class Person:
    """Somebody named in the text, by the fullest name it gives."""

    name: str
    words: tuple[str, ...]
    gender: str = ""
    nouns: set[str] = field(default_factory=set)
    affiliation: str | None = None
    late: bool = False
    stems: set[str] = field(default_factory=set)

    @property
    def surname(self) -> str:
        """Give the word by which a newspaper takes the person up again."""
        return _surname(self.words)


class Cast:
    """The people of one text, found by any part of their names."""

    def __init__(self) -> None:
        self._people: dict[tuple[str, ...], Person] = {}
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        self._known: dict[tuple[str, ...], list[Person]] = {}
        self._whole: dict[tuple[str, ...], Person] = {}  # by a name, the fullest it is part of

    @property
    def people(self) -> list[Person]:
        """Give everybody, in order of first mention."""
        return list(dict.fromkeys(self._people.values()))

    def note(self, run: Run, *, first: bool = False) -> None:
        """Take note of a full name, *first* of those that share it; a single word is nobody."""
        if run.kind not in {"person", "likely"} or len(run.name) < 2:  # noqa: PLR2004
            return
        if not _is_full(run.name):
            return
        key = folded_name(run.name)
        person = self._people.get(key)
        if person is None:
            person = Person(" ".join(run.name), run.name)
            self._forget()
            self._people[key] = person
            for word in {folded(person.surname), key[0]}:
                self._by_word[word].insert(0 if first else len(self._by_word[word]), person)
            if len(key) > 2:  # noqa: PLR2004
                self._by_word[key[1]].append(person)
        person.gender = person.gender or _gender(run)

    def welcome(self, given: str, gender: str, noun: str) -> None:
        """Take in somebody of whom the text gives the first name only."""
        person = self._people.get((folded(given),))
        if person is None:
            person = self._people[(folded(given),)] = Person(given, (given,), gender)
            self._by_word[folded(given)].append(person)
            self._forget()
        person.nouns.add(noun)

    def surname(self, name: str, gender: str, *, both: bool) -> None:
        """Read “Mr. Roe”, who is none of the Roes: the one of no surname, or another."""
        plain = folded(name)
        known = self._bearers((plain,))
        if any(person.gender in {"", gender} for person in known):
            return
        bare = [p for p in self.people if len(p.words) == 1 and p.gender == gender]
        person = bare[0] if len(bare) == 1 else Person(name, (name,), gender)
        if not bare and len(known) == 1 and not both:
            known[0].gender = gender
            return
        if len(bare) == 1:
            person.words = (person.name, name)
            person.name = f"{person.name} {name}"
            self._people[(folded(person.words[0]), plain)] = person
        else:
            self._people[(plain,)] = person
        self._by_word[plain].append(person)
        self._forget()

    def _forget(self) -> None:
        """Let go of what was found before somebody came in."""
        self._known.clear()
        self._whole.clear()

    def bearers(self, run: Run) -> list[Person]:
        """Give everybody whom a run may name, in order of first mention."""
        plain = folded_name(run.name)
        return [] if not plain or plain in self._people else self._bearers(plain)

    def find(self, run: Run, near: Sequence[Person] = ()) -> Person | None:
        """Give the person a run names; *near* are people to be preferred, the last one first."""
        plain = folded_name(run.name)
        if not plain:
            return None
        if (person := self._people.get(plain)) and len(plain) > 1:
            if plain not in self._whole:
                self._whole[plain] = self._fuller(person, plain)
            return self._whole[plain]
        bearers = self._bearers(plain)
        gender = title_gender(run.titles)
        if gender:
            bearers = [p for p in bearers if p.gender in {"", gender}]
        if len(bearers) > 1:
            late = [person for person in reversed(near) if person in bearers]
            bearers = late or bearers
        return self._fullest(bearers[0]) if bearers else None

    def _bearers(self, plain: tuple[str, ...]) -> list[Person]:
        if plain not in self._known:
            self._known[plain] = self._sought(plain)
        return self._known[plain]

    def _sought(self, plain: tuple[str, ...]) -> list[Person]:
        words = [word for word in plain if word not in SUFFIXES] or list(plain)
        known = self._by_word.get(words[-1], [])
        by_surname = [
            p
            for p in known
            if folded(p.surname) == words[-1] or folded(p.words[0]) in FAMILY_FIRST
        ]
        if len(words) > 1:
            return [p for p in by_surname if _agree(words, folded_name(p.words))]
        by_first = [p for p in known if folded(p.words[0]) == words[-1]]
        return by_surname or by_first or [p for p in known if words[-1] == folded(p.words[1])]

    def _fuller(self, person: Person, plain: tuple[str, ...]) -> Person:
        """Prefer the one name of which this is a part: Van der Horst, Pieter van der Horst."""
        whole = [
            other
            for other in self._bearers(plain)
            if len(other.words) > len(plain)
            and folded(other.words[-1]) not in SUFFIXES
            and folded(other.words[0]) != plain[0]
            and plain[0] not in GIVEN
        ]
        return whole[0] if len(whole) == 1 else self._fullest(person)

    def _fullest(self, person: Person) -> Person:
        """Prefer the longer form where one name is part of another: J. Roe, Jane Roe."""
        if not INITIAL.fullmatch(person.words[0]):
            return person
        others = self._bearers(folded_name(person.words))
        return max([person, *others], key=lambda other: len(other.name))


@lru_cache(maxsize=8192)
def _surname(words: tuple[str, ...]) -> str:
    rest = [word for word in words if folded(word) not in SUFFIXES]
    return rest[-1] if rest else words[-1]


@lru_cache(maxsize=8192)
def _is_full(words: tuple[str, ...]) -> bool:
    """Tell a name of two words, initials not counted, or of one behind an initial."""
    written = [word for word in words if not INITIAL.fullmatch(word)]
    return len(written) > 1 or INITIAL.fullmatch(words[0]) is not None


def _agree(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether the words of a shorter name stand in a longer one, initials counted."""
    left = list(full)
    for word in short:
        match = next(
            (
                w
                for w in left
                if w == word or (min(len(w), len(word)) <= SHORT_WORD and w[:1] == word[:1])
            ),
            None,
        )
        if match is None:
            return False
        left.remove(match)
    return True


def title_gender(titles: Sequence[str]) -> str:
    """Give the gender a title tells, empty where it tells none."""
    for title in titles:
        if gender := TITLES.get(title, ""):
            return gender
        if title in MALE_NOUNS:
            return "m"
        if title in FEMALE_NOUNS:
            return "f"
    return ""


def _gender(run: Run) -> str:
    if gender := title_gender(run.titles):
        return gender
    for word in run.name[:-1]:
        plain = folded(word)
        if plain in EITHER:
            return ""
        if plain in MALE:
            return "m"
        if plain in FEMALE:
            return "f"
    return ""
