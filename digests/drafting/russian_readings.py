"""The nominatives that the words of a printed Russian name may come from.

Cases are written n, g, d, a, i and p; genders m and f, or nothing where either may be.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from digests.drafting.russian_cases import forms
from digests.drafting.russian_given import FAMILY_FIRST, FEMALE, MALE

ALL = "ngdaip"
CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
POSSESSIVE = ("ов", "ев", "ёв", "ин", "ын")
ADJECTIVAL = (
    "ский",
    "цкий",
    "ской",
    "цкой",
    "ный",
    "ной",
    "тый",
    "той",
    "лый",
    "рый",
    "вой",
    "гой",
    "хой",
)
FEMININE = ("ова", "ева", "ёва", "ина", "ына")


class Reading(NamedTuple):
    """A nominative that a printed word may come from."""

    nominative: str
    gender: str
    cases: str


class Name(NamedTuple):
    """A nominative that the words of a printed name may come from, all in one case."""

    words: tuple[str, ...]
    gender: str
    cases: str


def _given() -> dict[str, tuple[Reading, ...]]:
    found: dict[str, list[Reading]] = {}
    for names, gender in ((MALE, "m"), (FEMALE, "f")):
        for name in names:
            for form, case in forms(name):
                found.setdefault(form.replace("ё", "е"), []).append(Reading(name, gender, case))
    return {form: tuple(readings) for form, readings in found.items()}


GIVEN = _given()


def is_given(word: str) -> bool:
    """Tell whether a word is a known given name, in any case."""
    return word.lower().replace("ё", "е") in GIVEN


@lru_cache(maxsize=8192)
def is_patronymic(word: str) -> bool:
    """Tell whether a word is a patronymic, in any case."""
    bare = word.lower()
    return len(bare) > 6 and bare.rstrip("аеуыомйью").endswith(  # noqa: PLR2004
        ("ович", "евич", "льич", "мич", "овн", "евн", "ичн")
    )


@lru_cache(maxsize=4096)
def readings(word: str) -> tuple[Reading, ...]:
    """Give the nominatives that a name may come from, the likeliest first."""
    known = GIVEN.get(word.lower().replace("ё", "е"))
    if known:
        return tuple(Reading(_like(one.nominative, word), one.gender, one.cases) for one in known)
    return surname(word)


def _like(nominative: str, word: str) -> str:
    """Write a nominative with the capitals of *word*, and its е for ё."""
    if nominative == "пётр" and word != "Петр":
        return "Пётр"
    if (
        "ё" not in word
        and nominative[: len(word)].replace("ё", "е") == word.lower()[: len(nominative)]
    ):
        nominative = nominative.replace("ё", "е")
    return "-".join(part.capitalize() for part in nominative.split("-"))


@lru_cache(maxsize=4096)
def surname(word: str) -> tuple[Reading, ...]:
    """Give the nominatives that a word may be a case of, as a surname or a foreign given name."""
    if "." in word or not word[-1].islower():
        return (Reading(word, "", ALL),)
    last = word[-1]
    found = [*_plain(word, last), *_adjectival(word), *_oblique(word, last)]
    return tuple(found)


def _plain(word: str, last: str) -> list[Reading]:
    if word.endswith(("ову", "еву", "ину", "ого", "ему", "ую", "ской")):
        return []
    if last in "оэиуюыеё" or word.endswith(("ых", "их")):
        return [Reading(word, "", ALL)]
    if last == "а":
        female = Reading(word, "f", "n")
        return [female] if word.endswith(FEMININE) else [female, Reading(word, "m", "n")]
    if last == "я":
        return [
            Reading(word, "f", "n"),
            *([] if word.endswith("ая") else [Reading(word, "m", "n")]),
        ]
    found = [Reading(word, "m", "n")]
    if not word.endswith((*POSSESSIVE, "ий", "ый", "ич", *ADJECTIVAL)):
        found.append(Reading(word, "f", ALL))
    return found


def _adjectival(word: str) -> list[Reading]:
    for ending, cases in (("ого", "ga"), ("ому", "d"), ("им", "i"), ("ым", "i"), ("ом", "p")):
        stem = word.removesuffix(ending)
        if stem != word and (stem.endswith(("ск", "цк")) or ending in {"ого", "ому"}):
            end = "ий" if stem.endswith(("ск", "цк", "к", "г", "х")) else "ый"
            return [Reading(stem + end, "m", cases), Reading(stem + "ой", "m", cases)]
    if word.endswith(("ской", "цкой")):
        return [Reading(word[:-2] + "ая", "f", "gdip"), Reading(word, "m", "n")]
    if word.endswith("ую"):
        return [Reading(word[:-2] + "ая", "f", "a")]
    return []


def _oblique(word: str, last: str) -> list[Reading]:  # noqa: PLR0911
    one, two = word[:-1], word[:-2]
    hard = one[-1:] in CONSONANTS
    if last == "а" and hard:
        return [Reading(one, "m", "ga")]
    if last == "я":
        return [Reading(one + ("ь" if hard else "й"), "m", "ga")]
    if last == "у" and hard:
        return [Reading(one, "m", "d"), Reading(one + "а", "f", "a")]
    if last == "ю":
        return [Reading(one + ("ь" if hard else "й"), "m", "d"), Reading(one + "я", "", "a")]
    if last == "е" and hard:
        return [Reading(one, "m", "p"), Reading(one + "а", "", "dp")]
    if last in "ыи" and hard:
        return [Reading(one + "а", "", "g")]
    if word.endswith(("ом", "ем", "ём", "ым")) and two[-1:] in CONSONANTS:
        hard = two[-1] in "чшщцжкгх" or not word.endswith("ем")
        return [Reading(two, "m", "i"), *([] if hard else [Reading(two + "ь", "m", "i")])]
    if word.endswith("ем"):
        return [Reading(two + "й", "m", "i")]
    if word.endswith(("ой", "ей")) and len(two) > 2:  # noqa: PLR2004
        return [Reading(two + "а", "f", "gdip" if (two + "а").endswith(FEMININE) else "i")]
    return []


@lru_cache(maxsize=2048)
def names(words: tuple[str, ...]) -> tuple[Name, ...]:
    """Give the nominatives that the words of a name may come from, the plainest first."""
    if len(words) > 1 and words[0].lower() in FAMILY_FIRST and not is_given(words[1]):
        return _family_first(words)
    each = [
        surname(word) if len(words) == 1 else readings(word) if at else _first(word)
        for at, word in enumerate(words)
    ]
    found: dict[tuple[tuple[str, ...], str], str] = {}
    for combined in product(*each):
        gender, cases = _agreed(combined)
        if cases is not None:
            key = tuple(one.nominative for one in combined), gender
            found[key] = found.get(key, "") + cases
    every = [Name(key, gender, cases) for (key, gender), cases in found.items()]
    return tuple(sorted(every, key=lambda name: "n" not in name.cases))


def _first(word: str) -> tuple[Reading, ...]:
    """Read a first name, which may be a foreign woman's and have no cases: Карин."""
    found = readings(word)
    foreign = not is_given(word) and word[-1] in CONSONANTS
    return (*found, Reading(word, "f", ALL)) if foreign else found


def _agreed(combined: Sequence[Reading]) -> tuple[str, str | None]:
    """Give the gender and the cases that readings have in common, no cases where they clash."""
    genders = {one.gender for one in combined if one.gender}
    cases = "".join(case for case in ALL if all(case in one.cases for one in combined))
    if len(genders) > 1 or not cases:
        return "", None
    return next(iter(genders), ""), cases


def _family_first(words: tuple[str, ...]) -> tuple[Name, ...]:
    """Read Ким Чен Ын and Си Цзиньпин, of whom only the last part has cases."""
    ends = [one for one in surname(words[-1]) if one.gender != "f" or one.cases == ALL]
    found = [Name((*words[:-1], one.nominative), "", one.cases) for one in ends]
    return tuple(
        sorted({n.words: n for n in reversed(found)}.values(), key=lambda n: "n" not in n.cases)
    )
