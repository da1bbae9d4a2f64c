"""Who is named in a text: runs of capitals told apart, surnames joined with full names."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from digests.drafting.english import (
    ARTICLES,
    BIG_NAMES,
    FEMALE_NOUNS,
    INSTITUTIONS,
    MALE_NOUNS,
    MAYBE_NAMES,
    NOT_NAMES,
    PERSON_NOUNS,
    PREPOSITIONS,
    SUFFIXES,
    TITLES,
)
from digests.drafting.given_names import EITHER, FAMILY_FIRST, FEMALE, MALE

UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(c) for c in range(0x100, 0x250) if chr(c).isupper())
PARTICLES = "|".join(
    "van von de der den del della di da dos das du la le el al bin ibn ben bint abu ter ten zu af "
    "av".split()
)
# A stop that is part of the word: behind an initial, and behind these.
SHORTENED = (
    r"(?:(?<=Lt|Dr|Mr|Ms|Fr|St|Jr|Sr)\.|(?<=Sen|Rep|Gov|Gen|Col|Maj|Hon|Mrs|Rev|Det|Adm|Sgt|Cpl|Pvt)\."
    r"|(?<=Capt|Cmdr|Prof|Supt|Insp)\.)?"
)
REST = rf"(?:\.(?:\s?[{UPPER}]\.)*|(?:\w|[’'](?!s\b)(?=\w)|-(?=\w))*{SHORTENED})"
# It begins with the capital, not with a look at what is before it, so that it is found fast.
NAME = re.compile(
    rf"[{UPPER}](?<![\w’'].){REST}"
    rf"(?:[ \u00a0]+(?:(?:{PARTICLES})[ \u00a0]+){{0,2}}(?:(?:al|el)-)?[{UPPER}]{REST}|"
    rf",?[ ](?:Jr|Sr)\b\.?)*"
)
WORDS = re.compile(r"[^ \u00a0]+")
APOSTROPHES = frozenset("'’")
POSSESSIVE = re.compile(r"['’]s?(?!\w)")
LOWER_PARTICLES = frozenset(PARTICLES.split("|"))
NUMBERED = frozenset(
    "article articles chapter section part phase figure table round group title type level class "
    "world super amendment volume annex protocol".split()
)
OF = re.compile(
    rf"(?:\s+(?:of|for|on|and|&)\s+(?:the\s+)?[{UPPER}][\w’'-]*(?:\s+[{UPPER}][\w’'-]*)*)+"
)
MOST_WORDS = 5
LONGEST_RUN = 120  # characters; longer ones are headlines and lists
# What may begin a sentence before the name of an institution, and is no part of it.
OPENERS = (
    ARTICLES
    | PREPOSITIONS
    | frozenset("and but or so yet when while as if that both earlier later".split())
)
OFFICES = INSTITUTIONS | NOT_NAMES | PERSON_NOUNS | frozenset(TITLES)
GIVEN = MALE | FEMALE
KEPT = MAYBE_NAMES | GIVEN
ROLE_ENDINGS = ("er", "or", "ist", "ian", "ant", "ent", "eer", "wright")
OF_OFFICES = NOT_NAMES | frozenset(
    "foreign defense defence interior finance treasury state justice trade health education "
    "energy "
    "national house senate city county district police fire press campaign security presidential "
    "party prime".split()
)
PERSONAL = frozenset(TITLES) - OF_OFFICES
NEVER_SURNAMES = BIG_NAMES | {"university"}
SHORT_WORD, LONG_WORD, EAST_ASIAN = 2, 8, 3
INITIAL = re.compile(rf"(?:[{UPPER}]\.\s?)+")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words, taken apart; ``name`` is empty for what is only a title.

    ``kind`` is *person* where a title or a given name says so, *institution* where a word of it
    does, *likely* for other names of two words and more, *word* for one word and *none* for a
    country, a day, or the first word of a sentence.
    """

    start: int
    end: int
    titles: tuple[str, ...]
    name: tuple[str, ...]
    kind: str
    possessive: bool = False


@dataclass(slots=True, eq=False)
class Person:
    """Somebody named in the text, by the fullest name it gives."""

    name: str
    words: tuple[str, ...]
    gender: str = ""
    nouns: set[str] = field(default_factory=set)
    affiliation: str | None = None

    @property
    def surname(self) -> str:
        """Give the word by which a newspaper takes the person up again."""
        words = [word for word in self.words if _plain(word) not in SUFFIXES]
        return words[-1] if words else self.words[-1]


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    return word.lower().rstrip(".")


def runs(text: str, start: int = 0, end: int | None = None) -> Sequence[Run]:
    """Give every run of capitalised words between two offsets."""
    every, starts = _every(text)
    first = bisect_left(starts, start)
    if end is None:
        return every[first:]
    return [run for run in every[first : bisect_left(starts, end)] if run.end <= end]


@lru_cache(maxsize=128)
def _every(text: str) -> tuple[tuple[Run, ...], tuple[int, ...]]:
    found = tuple(_run(text, match) for match in NAME.finditer(text))
    return found, tuple(run.start for run in found)


def _run(text: str, match: re.Match[str]) -> Run:
    skipped, titles, name, kind = _parsed(match.group())
    return Run(
        match.start() + skipped, match.end(), titles, name, kind, _possessive(text, match.end())
    )


@lru_cache(maxsize=8192)
def _parsed(printed: str) -> tuple[int, tuple[str, ...], tuple[str, ...], str]:
    """Take a run apart: how much of it is left out, titles, name, kind."""
    if len(printed) > LONGEST_RUN:
        return 0, (), (), "none"
    words = [(match.group().rstrip(","), match.start()) for match in WORDS.finditer(printed)]
    at = next((at for at in range(len(words)) if not _left_out([w for w, _ in words[at:]])), None)
    if at is None:
        return 0, (), (), "none"
    kept = [word for word, _ in words[at:]]
    numbered = _plain(kept[0]) in NUMBERED
    if numbered or (len(kept) > 1 and all(w.isupper() and len(w) > 2 for w in kept)):  # noqa: PLR2004
        return 0, (), (), "none"
    kind, first = _kind(kept)
    if kind == "institution":
        article = next(i for i, (word, _) in enumerate(words) if _plain(word) not in OPENERS)
        return words[article][1], (), tuple(word for word, _ in words[article:]), kind
    return words[at][1], tuple(map(_plain, kept[:first])), tuple(kept[first:]), kind


def _left_out(words: Sequence[str]) -> bool:
    """Tell whether the first of some words begins a sentence and no name."""
    plain = _plain(words[0])
    if (plain.split("-")[0] if "-" in plain else plain) not in NOT_NAMES:
        return False
    if len(words) == 1:
        return plain not in TITLES
    return plain not in KEPT


def _possessive(text: str, at: int) -> bool:
    return text[at : at + 1] in APOSTROPHES and bool(POSSESSIVE.match(text, at))


def _kind(words: Sequence[str]) -> tuple[str, int]:
    """Tell what a run names, and where in it the name begins."""
    plain = [_plain(word) for word in words]
    last = len(plain) - 1
    while last > 0 and plain[last] in SUFFIXES:
        last -= 1
    titled = max((i for i in range(last) if _is_title(plain, i)), default=-1)
    given = next((i for i in range(last) if plain[i] in GIVEN), None)
    first = titled + 1
    of_office = titled >= 0 and plain[titled] in OF_OFFICES
    if (
        given is not None
        and given > first
        and (of_office or all(map(_is_office, plain[first:given])))
    ):
        first = given
    rest = plain[first : last + 1]
    if len(rest) == 1:
        if first and rest[0] in INSTITUTIONS and plain[first - 1] not in PERSONAL:
            return "institution", 0
        return _single(words[first], first)
    if _is_institution(words, rest, given is not None, titled):
        return "institution", 0
    named = titled >= 0 or given is not None or rest[0] in FAMILY_FIRST
    return ("person" if named else "likely"), first


def _is_office(word: str) -> bool:
    """Tell a word that may stand before a name and is no part of it: “Importer Lee Seo-jun”."""
    return word in OFFICES or word.endswith(ROLE_ENDINGS)


def _single(word: str, first: int) -> tuple[str, int]:
    """Tell what a name of one word is, behind the titles before it."""
    plain = _plain(word)
    capitals = word.isupper() and len(word) > SHORT_WORD
    if plain in BIG_NAMES or capitals or (plain in INSTITUTIONS and not first):
        return "institution", 0
    if plain in TITLES:
        return ("word", first) if first else ("title", 1)
    return ("person" if first else "word"), first


def _is_institution(words: Sequence[str], rest: Sequence[str], given: bool, titled: int) -> bool:
    if (
        rest[0] in FAMILY_FIRST
        and len(rest) <= EAST_ASIAN
        and all(len(w) <= LONG_WORD for w in rest)
    ):
        return False
    if len(rest) > MOST_WORDS:
        return True
    if rest[-1] in INSTITUTIONS or any(word in INSTITUTIONS for word in rest[1:]):
        return not (given and len(rest) == 2 and rest[-1] not in NEVER_SURNAMES)  # noqa: PLR2004
    capitals = any(w.isupper() and len(w) > 1 and "." not in w for w in words)
    return capitals and titled < 0 and not given


def _is_title(plain: Sequence[str], at: int) -> bool:
    word = plain[at]
    if word in LOWER_PARTICLES:
        return False
    if word not in TITLES and (word in PERSON_NOUNS or word.endswith(("ist", "ician"))):
        return word not in MALE | FEMALE
    if word not in TITLES:
        return word in NOT_NAMES and word not in MAYBE_NAMES and word not in MALE | FEMALE
    return not (at == 0 and (word in MALE or word in FEMALE))


def whole(text: str, run: Run) -> str:
    """Give the name of an institution with what belongs to it: “Ministry of Foreign Affairs”."""
    name = " ".join(run.name)
    further = OF.match(text, run.end)
    if run.possessive or not further or further.group().split()[0] == "and":
        return name
    return f"{name} {' '.join(further.group().split())}"


class Cast:
    """The people of one text, found by any part of their names."""

    def __init__(self) -> None:
        self._people: dict[tuple[str, ...], Person] = {}
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        self._known: dict[tuple[str, ...], list[Person]] = {}

    @property
    def people(self) -> list[Person]:
        """Give everybody, in order of first mention."""
        return list(self._people.values())

    def note(self, run: Run) -> None:
        """Take note of a full name; a single word is nobody yet."""
        if run.kind not in {"person", "likely"} or len(run.name) < 2:  # noqa: PLR2004
            return
        key = tuple(_plain(word) for word in run.name if not INITIAL.fullmatch(word))
        if len(key) < 2 and not INITIAL.fullmatch(run.name[0]):  # noqa: PLR2004
            return
        key = tuple(_plain(word) for word in run.name)
        person = self._people.get(key)
        if person is None:
            person = Person(" ".join(run.name), run.name)
            self._known.clear()
            self._people[key] = person
            for word in {_plain(person.surname), key[0]}:
                self._by_word[word].append(person)
            if len(key) > 2:  # noqa: PLR2004
                self._by_word[key[1]].append(person)
        person.gender = person.gender or _gender(run)

    def bearers(self, run: Run) -> list[Person]:
        """Give everybody whom a run may name, in order of first mention."""
        plain = tuple(_plain(word) for word in run.name)
        return [] if not plain or plain in self._people else self._bearers(plain)

    def find(self, run: Run, near: Sequence[Person] = ()) -> Person | None:
        """Give the person a run names; *near* are people to be preferred, the last one first."""
        plain = tuple(_plain(word) for word in run.name)
        if not plain:
            return None
        if (person := self._people.get(plain)) and len(plain) > 1:
            return self._fuller(person, plain)
        bearers = self._bearers(plain)
        gender = title_gender(run.titles)
        if gender:
            bearers = [p for p in bearers if p.gender in {"", gender}] or bearers
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
            if _plain(p.surname) == words[-1] or _plain(p.words[0]) in FAMILY_FIRST
        ]
        if len(words) > 1:
            return [p for p in by_surname if _agree(words, [_plain(w) for w in p.words])]
        return by_surname or [p for p in known if _plain(p.words[0]) == words[-1]]

    def _fuller(self, person: Person, plain: tuple[str, ...]) -> Person:
        """Prefer the one name of which this is a part: Van der Horst, Pieter van der Horst."""
        whole = [
            other
            for other in self._bearers(plain)
            if len(other.words) > len(plain)
            and _plain(other.words[-1]) not in SUFFIXES
            and _plain(other.words[0]) != plain[0]
        ]
        return whole[0] if len(whole) == 1 else self._fullest(person)

    def _fullest(self, person: Person) -> Person:
        """Prefer the longer form where one name is part of another: J. Roe, Jane Roe."""
        if not INITIAL.fullmatch(person.words[0]):
            return person
        others = self._bearers(tuple(_plain(word) for word in person.words))
        return max([person, *others], key=lambda other: len(other.name))


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
        plain = _plain(word)
        if plain in EITHER:
            return ""
        if plain in MALE:
            return "m"
        if plain in FEMALE:
            return "f"
    return ""
