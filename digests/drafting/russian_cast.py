"""The people of a Russian text: surnames in any case joined with full names, and their roles."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from digests.drafting.people import Person
from digests.drafting.russian_given import FAMILY_FIRST
from digests.drafting.russian_names import ADJECTIVE, INITIAL, LIKE_SURNAMES, Run, runs
from digests.drafting.russian_names import is_name as is_a_name
from digests.drafting.russian_readings import Name, is_patronymic, names, surname
from digests.drafting.russian_roles import ROLES, SYNONYMS, UNNAMED
from digests.drafting.russian_tokens import Token, tokens
from digests.drafting.russian_words import plain

COMMA = re.compile(r"[,;:.!?]|\s[—–-]\s")
LONGEST_APPOSITION = 12  # words


class Cast:
    """The people of one text, found by any part of their names in any case."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._people: dict[tuple[str, ...], Person] = {}
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        self._found: dict[tuple[tuple[str, ...], str, str], list[Person]] = {}
        every = [run for text in texts for run in runs(text)]
        self._inside = {plain(run.words[0]) for run in every if not run.initial}
        self._gather([run.words for run in every if run.full and is_a_name(run)])

    @property
    def people(self) -> list[Person]:
        """Give everybody, in order of first mention."""
        return _once(map(self._fullest, self._people.values()))

    def _gather(self, found: Sequence[tuple[str, ...]]) -> None:
        """Give each name the nominative that fits most of the places where it stands."""
        votes: Counter[tuple[str, ...]] = Counter()
        for words in found:
            for name in names(words):
                votes[tuple(map(plain, name.words))] += 3 if "n" in name.cases else 2
        for words in found:
            every = names(words)
            if not every:
                continue
            best = max(every, key=lambda name: votes[tuple(map(plain, name.words))])
            key = tuple(map(plain, best.words))
            if key not in self._people:
                genders = {name.gender for name in every if name.words == best.words}
                gender = best.gender if len(genders) == 1 else ""
                person = Person(" ".join(best.words), best.words, gender)
                self._people[key] = person
                for word in {key[-1], key[0], key[0] if is_patronymic(key[-1]) else key[-1]}:
                    self._by_word[word].append(person)

    def find(
        self, run: Run, near: Sequence[Person] = (), gender: str = "", case: str = "ngdaip"
    ) -> Person | None:
        """Give the person a run names; *near* are people lately mentioned, the last one last."""
        key = run.words, gender, case
        if (bearers := self._found.get(key)) is None:
            bearers = self._found[key] = self._fitting(run, gender, case)
        if len(bearers) > 1:
            return next((p for p in reversed(near) if any(p is one for one in bearers)), None)
        return bearers[0] if bearers else None

    def _fitting(self, run: Run, gender: str, case: str) -> list[Person]:
        fit = _fitting(run.words, gender, case)
        if run.full:
            exact = (self._people.get(tuple(map(plain, one.words))) for one in fit)
            if person := next((one for one in exact if one), None):
                return [self._fullest(person)]
        bearers = (
            self._fullest(person)
            for one in fit
            for person in self._bearers(one.words)
            if _agree(person.gender, gender or one.gender)
        )
        return _once(bearers)

    def _bearers(self, words: tuple[str, ...]) -> list[Person]:
        key = tuple(map(plain, words))
        if len(key) == 1:
            known = self._by_word.get(key[0], [])
            return [p for p in known if key[0] in _family(p)] or known
        if is_patronymic(key[-1]):
            return [
                p
                for p in self._by_word.get(key[0], [])
                if not is_patronymic(p.words[-1]) or len(p.words) > 2  # noqa: PLR2004
            ]
        return [p for p in self._by_word.get(key[-1], []) if _match(key, p.words)]

    def _fullest(self, person: Person) -> Person:
        """Prefer the longer form where one name is part of another: А. Лукин, Артём Лукин."""
        if not any(map(INITIAL.match, person.words)) and not is_patronymic(person.words[-1]):
            return person
        others = [p for p in self._bearers(person.words) if not any(map(INITIAL.match, p.words))]
        return others[0] if len(set(map(id, others))) == 1 else person

    def nominative(self, run: Run, gender: str, case: str) -> str:
        """Give the nominative of a name from a case, empty where it cannot stand in that case."""
        fit = _fitting(run.words, gender, case)
        return " ".join(fit[0].words) if fit else ""

    def is_name(self, run: Run) -> bool:
        """Tell whether a run that nobody bears in full is likely to be a person at all."""
        if run.full:
            return is_a_name(run)
        word = run.words[0]
        if ADJECTIVE.search(word) and not LIKE_SURNAMES.search(word):
            return False
        return not run.initial or plain(word) in self._inside or bool(LIKE_SURNAMES.search(word))


@lru_cache(maxsize=16_384)
def _fitting(words: tuple[str, ...], gender: str, cases: str) -> tuple[Name, ...]:
    """Give the nominatives that words in one of some cases come from."""
    if len(words) > 1:
        every = names(words)
    else:
        single = surname(words[0])
        every = tuple(Name((one.nominative,), one.gender, one.cases) for one in single)
    wanted = set(cases)
    return tuple(
        one for one in every if _agree(one.gender, gender) and not wanted.isdisjoint(one.cases)
    )


def _once(people: Iterable[Person]) -> list[Person]:
    return list({id(person): person for person in people}.values())


def _family(person: Person) -> tuple[str, ...]:
    key = tuple(map(plain, person.words))
    if key[0] in FAMILY_FIRST or is_patronymic(key[-1]) or INITIAL.match(person.words[-1]):
        return (key[0], key[-1])
    return (key[-1],)


def _match(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether a name with initials, or without a patronymic, stands for a longer one."""
    whole = [plain(word) for word in full]
    return all(
        any(
            word == other
            or (word.endswith(".") and other[:1] == word[:1])
            or (other.endswith(".") and other[:1] == word[:1])
            for other in whole
        )
        for word in short
    )


def _agree(one: str, other: str) -> bool:
    return not one or not other or other in {one, "p"}


def describe(cast: Cast, text: str) -> None:
    """Take note of the roles beside each name."""
    for run in runs(text):
        if not run.full or (person := cast.find(run)) is None:
            continue
        cut = max(
            (m.end() for m in COMMA.finditer(text, max(0, run.start - 80), run.start)),
            default=0,
        )
        cases = "".join(name.cases for name in names(run.words))
        before = tokens(text, max(cut, run.start - 80), run.start)
        first = next(filter(None, (_roles(token, cases) for token in before)), "")
        person.nouns.update(called(first))
        if text[run.end : run.end + 1] == ",":
            stop = text.find(".", run.end, run.end + 110)
            _apposed(person, tokens(text, run.end, stop if stop > 0 else run.end + 110))


def _apposed(person: Person, following: Sequence[Token]) -> None:
    """Take note of the role in “Анатолий Гриневич, декан факультета”."""
    for token in following[:LONGEST_APPOSITION]:
        if token.word.islower() and (role := _roles(token, "n")):
            person.nouns.update(called(role))
            break


def _roles(token: Token, case: str) -> str:
    if token.plain in UNNAMED:
        return ""
    return next((role for role, _, form in ROLES.get(token.plain, ()) if form in case), "")


def called(role: str) -> set[str]:
    """Give a role with those that may stand for it."""
    return {role, *SYNONYMS.get(role, ())} if role else set()
