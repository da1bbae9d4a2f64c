"""Who is named in a Russian text: runs of capitals told apart, whatever their case."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digests.drafting.names import Person
from digests.drafting.russian_cases import is_given, is_patronymic, names, surname
from digests.drafting.russian_given import FAMILY_FIRST
from digests.drafting.russian_words import HEADS, NOT_NAMES, PLACES, ROLES, plain, says

WORD = r"[А-ЯЁ][а-яё]+(?:[-’'][А-ЯЁ]?[а-яё]+)*"
SEQUENCE = re.compile(
    rf"(?<![\w«„“\"-])(?:{WORD}|(?:[А-ЯЁ]\.[ \u00a0]?){{1,2}}{WORD})(?:[ \u00a0](?:[А-ЯЁ]\.[ \u00a0]?){{0,2}}{WORD})*"
    rf"(?:[ \u00a0][А-ЯЁ]\.(?:[ \u00a0]?[А-ЯЁ]\.)?)?"
)
PART = re.compile(rf"[А-ЯЁ]\.|{WORD}")
INITIAL = re.compile(r"[А-ЯЁ]\.$")
ADJECTIVE = re.compile(r"(?:ый|ий|ая|яя|ое|ее|ого|его|ому|ему|ские|ских|ной|ской|ые|ых|ыми|скими|ным)$")
BEGINS = re.compile(r"(?:^|[.!?…:]\s*[«„“\"—–-]*\s*|[—–-]\s+|[«„“\"])$")
LIKE_SURNAMES = re.compile(
    r"(?:[оеё]в|[иы]н|ский|цкий|[оеё]ва|[иы]на|ская|цкая|енко|[аоу]к|юк|ич|ян|дзе|швили)$"
)
LONGEST_SYLLABLE = 6
MOST = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that may name a person; ``initial`` where a sentence begins with them."""

    start: int
    end: int
    words: tuple[str, ...]
    initial: bool

    @property
    def full(self) -> bool:
        """Tell whether it is more than one word."""
        return len(self.words) > 1


@lru_cache(maxsize=256)
def runs(text: str) -> tuple[Run, ...]:
    """Give every run of capitalised words that may be a name."""
    return tuple(run for match in SEQUENCE.finditer(text) for run in _segments(text, match))


def _segments(text: str, match: re.Match[str]) -> Iterator[Run]:
    begins = bool(BEGINS.search(text[max(0, match.start() - 6) : match.start()]))
    current: list[re.Match[str]] = []
    for part in PART.finditer(text, match.start(), match.end()):
        word = part.group()
        if _breaks(word):
            yield from _closed(current, begins=begins)
            current = []
            continue
        if current and not _goes_on([one.group() for one in current], word):
            yield from _closed(current, begins=begins)
            current = []
        current.append(part)
    yield from _closed(current, begins=begins)


def _closed(parts: Sequence[re.Match[str]], *, begins: bool) -> Iterator[Run]:
    if parts and not all(INITIAL.match(part.group()) for part in parts):
        words = tuple(part.group() for part in parts)
        yield Run(parts[0].start(), parts[-1].end(), words, begins)


@lru_cache(maxsize=8192)
def _breaks(word: str) -> bool:
    """Tell whether a capitalised word is no part of a name."""
    if INITIAL.match(word) or is_given(word) or word.lower() in FAMILY_FIRST:
        return False
    bare = plain(word)
    return bare in NOT_NAMES or bare in ROLES or bare in HEADS or says(word) or bool(PLACES.match(word))


def _goes_on(before: list[str], word: str) -> bool:
    """Tell whether *word* belongs to the name that has begun."""
    if INITIAL.match(word) or is_patronymic(word):
        return len(before) < MOST
    if any(INITIAL.match(one) for one in before):
        return INITIAL.match(before[-1]) is not None and not is_surnamed(before)
    if before[0].lower() in FAMILY_FIRST and not is_given(before[0]):
        if is_given(word) and len(word) > LONGEST_SYLLABLE:
            return len(before) == 1
        return len(before) < 3 and (len(before) == 1 or len(word) <= LONGEST_SYLLABLE)  # noqa: PLR2004
    if is_given(word) and len(before) > 1:
        return False
    named = [one for one in before if not is_patronymic(one)]
    return len(named) < 2 or (len(named) == 2 and is_given(named[0]) and is_given(named[1]))  # noqa: PLR2004


def is_surnamed(words: Sequence[str]) -> bool:
    """Tell whether a surname stands before initials: Иванов А. Б."""
    return not INITIAL.match(words[0])


class Cast:
    """The people of one text, found by any part of their names in any case."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._people: dict[tuple[str, ...], Person] = {}
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        every = [run for text in texts for run in runs(text)]
        self._inside = {plain(run.words[0]) for run in every if not run.initial}
        self._gather([run.words for run in every if run.full and _is_name(run)])

    @property
    def people(self) -> list[Person]:
        """Give everybody, in order of first mention."""
        return list(dict.fromkeys(map(self._fullest, self._people.values())))

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
                person = Person(" ".join(best.words), best.words, best.gender)
                self._people[key] = person
                for word in {key[-1], key[0], key[0] if is_patronymic(key[-1]) else key[-1]}:
                    self._by_word[word].append(person)

    def find(
        self, run: Run, near: Sequence[Person] = (), gender: str = "", case: str = "ngdaip"
    ) -> Person | None:
        """Give the person a run names; *near* are people lately mentioned, the last one last."""
        every = names(run.words) if run.full else surname(run.words[0])
        fit = [one for one in every if _agree(one.gender, gender) and set(case) & set(one.cases)]
        if run.full:
            exact = [self._people.get(tuple(map(plain, names_words(one)))) for one in fit]
            if person := next((one for one in exact if one), None):
                return self._fullest(person)
        bearers = [p for one in fit for p in self._bearers(names_words(one)) if _agree(p.gender, gender or one.gender)]
        bearers = list(dict.fromkeys(map(self._fullest, bearers)))
        if len(bearers) > 1:
            bearers = [person for person in reversed(near) if person in bearers][:1]
        return bearers[0] if bearers else None

    def _bearers(self, words: tuple[str, ...]) -> list[Person]:
        key = tuple(map(plain, words))
        if len(key) == 1:
            known = self._by_word.get(key[0], [])
            return [p for p in known if key[0] in _family(p)] or known
        if is_patronymic(key[-1]):
            return [p for p in self._by_word.get(key[0], []) if not is_patronymic(p.words[-1]) or len(p.words) > 2]  # noqa: PLR2004
        return [p for p in self._by_word.get(key[-1], []) if _match(key, p.words)]

    def _fullest(self, person: Person) -> Person:
        """Prefer the longer form where one name is part of another: А. Лукин, Артём Лукин."""
        if not any(map(INITIAL.match, person.words)) and not is_patronymic(person.words[-1]):
            return person
        others = [p for p in self._bearers(person.words) if not any(map(INITIAL.match, p.words))]
        return others[0] if len(set(map(id, others))) == 1 else person

    def is_name(self, run: Run) -> bool:
        """Tell whether a run that nobody bears in full is likely to be a person at all."""
        if run.full:
            return _is_name(run)
        word = run.words[0]
        if ADJECTIVE.search(word) and not LIKE_SURNAMES.search(word):
            return False
        return not run.initial or plain(word) in self._inside or bool(LIKE_SURNAMES.search(word))


def names_words(one: object) -> tuple[str, ...]:
    """Give the words of a name, be it one or several."""
    words = getattr(one, "words", None)
    return words if words else (str(getattr(one, "nominative", "")),)


def _family(person: Person) -> tuple[str, ...]:
    key = tuple(map(plain, person.words))
    if key[0] in FAMILY_FIRST or is_patronymic(key[-1]) or INITIAL.match(person.words[-1]):
        return (key[0], key[-1])
    return (key[-1],)


def _match(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether a name with initials, or without a patronymic, stands for a longer one."""
    whole = [plain(word) for word in full]
    return all(
        any(word == other or (word.endswith(".") and other[:1] == word[:1]) or (other.endswith(".") and other[:1] == word[:1]) for other in whole)
        for word in short
    )


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other or other == "p"


def _is_name(run: Run) -> bool:
    """Tell a person's name from that of a place or a thing."""
    words = run.words
    if any(map(INITIAL.match, words)) or any(map(is_given, words)) or any(map(is_patronymic, words)):
        return True
    if words[0].lower() in FAMILY_FIRST:
        return len(words) > 1
    return not ADJECTIVE.search(words[0]) and not words[-1].endswith(("ский край", "область"))
