"""Cases of Russian: the forms of a noun, and the nominatives a name may come from.

Cases are written n, g, d, a, i and p; genders m and f, or nothing where either may be.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from digests.drafting.russian_given import FAMILY_FIRST, FEMALE, MALE

ALL = "ngdaip"
INDECLINABLE = frozenset("замминистра замглавы замдиректора кафе радио ао зао оао пао ооо нко ано".split())
IRREGULAR = {
    "посол": "посл", "отец": "отц", "лев": "льв", "павел": "павл", "пётр": "петр", "купец": "купц",
    "мать": "матер", "дочь": "дочер", "посёлок": "посёлк", "муж": "муж",
}  # fmt: skip
SOFT_FEMALE = frozenset("артель повесть медаль мать дочь любовь нинель юдифь".split())
HISSING = "гкхжшщч"
CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
POSSESSIVE = ("ов", "ев", "ёв", "ин", "ын")
ADJECTIVAL = ("ский", "цкий", "ской", "цкой", "ный", "ной", "тый", "той", "лый", "рый", "вой", "гой", "хой")
FEMININE = ("ова", "ева", "ёва", "ина", "ына")
PATRONYMIC = ("ович", "евич", "ьич", "мич", "нич", "овна", "евна", "ична", "инична")


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


def forms(noun: str) -> list[tuple[str, str]]:
    """Give the forms of a noun in the singular, each with its case."""
    stem, endings = _endings(noun)
    return [(noun, "n"), *((stem + end, case) for case, ends in endings for end in ends)]


def _endings(noun: str) -> tuple[str, list[tuple[str, tuple[str, ...]]]]:
    one, two = noun[:-1], noun[:-2]
    if noun in INDECLINABLE:
        return noun, [(case, ("",)) for case in "gdaip"]
    if noun.endswith(("ый", "щий", "чий")):
        hard = noun.endswith("ый")
        ends = ("ого", "ому", "ым", "ом") if hard else ("его", "ему", "им", "ем")
        return two, _four(*ends)
    if noun.endswith("ая"):
        ending = ("ей", "ой")
        return two, [("g", ending), ("d", ending), ("a", ("ую",)), ("i", ending), ("p", ending)]
    if noun.endswith(("ие", "ье")):
        return one, _four("я", "ю", "ем", "и")
    if noun.endswith("о"):
        return one, _four("а", "у", "ом", "е")
    if noun.endswith(("а", "я")):
        return one, _first(noun)
    if noun in SOFT_FEMALE:
        stem = IRREGULAR.get(noun, one)
        return stem, [("g", ("и",)), ("d", ("и",)), ("a", ("ь",)), ("i", ("ью",)), ("p", ("и",))]
    if noun.endswith(("ь", "й")):
        last = "и" if noun.endswith("ий") else "е"
        return one, [("g", ("я",)), ("a", ("я",)), ("d", ("ю",)), ("i", ("ем", "ём")), ("p", (last,))]
    stem = IRREGULAR.get(noun) or _fleeting(noun)
    return stem, [("g", ("а",)), ("a", ("а", "")), ("d", ("у",)), ("i", ("ом", "ем")), ("p", ("е",))]


def _four(genitive: str, dative: str, instrumental: str, last: str) -> list[tuple[str, tuple[str, ...]]]:
    return [("g", (genitive,)), ("a", (genitive,)), ("d", (dative,)), ("i", (instrumental,)), ("p", (last,))]


def _first(noun: str) -> list[tuple[str, tuple[str, ...]]]:
    """Give the endings of the first declension: глава, судья, Мария."""
    if noun.endswith("ия"):
        return [("g", ("и",)), ("d", ("и",)), ("a", ("ю",)), ("i", ("ей",)), ("p", ("и",))]
    soft = noun.endswith("я")
    genitive = "и" if soft or noun[-2:-1] in HISSING else "ы"
    instrumental = ("ей", "ёй") if soft else ("ой", "ей")
    accusative = "ю" if soft else "у"
    return [("g", (genitive,)), ("d", ("е",)), ("a", (accusative,)), ("i", instrumental), ("p", ("е",))]


def _fleeting(noun: str) -> str:
    if noun.endswith("лец"):
        return noun[:-2] + "ьц"
    return noun[:-2] + "ц" if noun.endswith("ец") and len(noun) > 4 else noun  # noqa: PLR2004


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
        upper = tuple(
            Reading(_like(one.nominative, word), one.gender, one.cases) for one in known
        )
        return upper
    return surname(word)


def _like(nominative: str, word: str) -> str:
    """Write a nominative with the capitals of *word*, and its е for ё."""
    if "ё" not in word and nominative[: len(word)].replace("ё", "е") == word.lower()[: len(nominative)]:
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
        return [Reading(word, "f", "n"), *([] if word.endswith("ая") else [Reading(word, "m", "n")])]
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


def _oblique(word: str, last: str) -> list[Reading]:
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
    """Give the nominatives that the words of a name may come from, those in the nominative first."""
    if len(words) > 1 and words[0].lower() in FAMILY_FIRST and not is_given(words[1]):
        return _family_first(words)
    each = [surname(word) if not at and len(words) == 1 else readings(word) for at, word in enumerate(words)]
    found: dict[tuple[tuple[str, ...], str], str] = {}
    for combined in product(*each):
        gender, cases = _agreed(combined)
        if cases is not None:
            key = tuple(one.nominative for one in combined), gender
            found[key] = found.get(key, "") + cases
    every = [Name(key, gender, cases) for (key, gender), cases in found.items()]
    return tuple(sorted(every, key=lambda name: "n" not in name.cases))


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
    return tuple(sorted({n.words: n for n in reversed(found)}.values(), key=lambda n: "n" not in n.cases))
