"""Runs of capitalised words told apart: people, institutions, and what is neither."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from digests.drafting.english import (
    ARTICLES,
    BIG_NAMES,
    INSTITUTIONS,
    LEGAL,
    MAYBE_NAMES,
    NOT_NAMES,
    PERSON_NOUNS,
    PREPOSITIONS,
    SUFFIXES,
    TITLES,
)
from digests.drafting.given_names import FAMILY_FIRST, FEMALE, MALE

UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(c) for c in range(0x100, 0x250) if chr(c).isupper())
PARTICLES = "|".join(
    "van von de der den del della di da dos das du la le el al bin ibn ben bint abu ter ten zu af "
    "ap ab ferch vom zum av".split()
)
# A stop that is part of the word: behind an initial, and behind these.
SHORTENED = (
    r"(?:\.(?:(?<=Lt.|Dr.|Mr.|Ms.|Fr.|St.|Jr.|Sr.)"
    r"|(?<=Sen.|Rep.|Gov.|Gen.|Col.|Maj.|Hon.|Amb.|Sec.|Mrs.|Rev.|Det.|Adm.|Sgt.|Cpl.|Pvt.)"
    r"|(?<=Capt.|Cmdr.|Prof.|Supt.|Insp.|Atty.|Asst.)))?"
)
REST = rf"(?:\.(?:\s?[{UPPER}]\.)*|\w*+(?:(?:[’'](?!s\b)|-)(?=\w)\w*+)*+{SHORTENED})"
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
# What a name may begin with that ends as a possessive does: “Transport Workers’ Union”.
OWNED = re.compile(
    rf"((?:(?!The\b)[{UPPER}][\w-]+\s)*(?:[{UPPER}][\w-]*s[’']|(?:Child|Wom|M)en[’']s|People[’']s))\s$"
)
# “the Food and Environmental Hygiene Department”: no person has an article.
DOUBLE = re.compile(rf"\b[Tt]he ((?:[{UPPER}][\w’'-]*,? ){{1,4}}and) $")
BODIES = frozenset(
    "board department commission authority agency ministry committee service council "
    "bureau office administration institute association union society fund corporation "
    "services division directorate company trust club bank federation".split()
)
LONGEST_OWNED = 40  # characters
MOST_WORDS = 5
LONGEST_RUN = 120  # characters; longer ones are headlines and lists
# What may begin a sentence before the name of an institution, and is no part of it.
OPENERS = (
    ARTICLES
    | PREPOSITIONS
    | frozenset("and but or so yet when while as if that both earlier later".split())
)
OFFICES = (
    INSTITUTIONS
    | NOT_NAMES
    | PERSON_NOUNS
    | frozenset(TITLES)
    | frozenset(
        "ties research problems issues policy programs programmes countries history".split()
    )
)
GIVEN = MALE | FEMALE
KEPT = MAYBE_NAMES | GIVEN
# Of what a department or an institute is for: “Center for Korean Studies Jane Roe”.
FIELD_ENDINGS = ("tion", "sions", "tions", "ment", "ics", "ship", "ships", "dies", "ity", "ences")
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
PARTY = re.compile(r"[RDI]-[A-Z][\w.]*")  # “Roe, R-Ohio, said”


class Run(NamedTuple):
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


# Made by the hundred: without the step that takes arguments by name.
_made = partial(tuple.__new__, Run)


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """Put case and the stop of an abbreviation aside."""
    return word.lower().rstrip(".")


@lru_cache(maxsize=8192)
def folded_name(words: tuple[str, ...]) -> tuple[str, ...]:
    """Put case and stops aside in each word of a name."""
    return tuple(map(folded, words))


def runs(text: str, start: int = 0, end: int | None = None) -> Sequence[Run]:
    """Give every run of capitalised words between two offsets."""
    every, starts = _every(text)
    if not every:
        return every
    first = bisect_left(starts, start)
    if end is None:
        return every[first:]
    found = every[first : bisect_left(starts, end)]
    return found[:-1] if found and found[-1].end > end else found


@lru_cache(maxsize=128)
def _every(text: str) -> tuple[tuple[Run, ...], tuple[int, ...]]:
    found = tuple([_run(text, match) for match in NAME.finditer(text)])
    return found, tuple([run.start for run in found])


def _run(text: str, match: re.Match[str]) -> Run:
    start, end = match.span()
    skipped, titles, name, kind = _parsed(match.group())
    possessive = text[end : end + 1] in APOSTROPHES and bool(POSSESSIVE.match(text, end))
    return _made((start + skipped, end, titles, name, kind, possessive))


@lru_cache(maxsize=8192)
def _parsed(printed: str) -> tuple[int, tuple[str, ...], tuple[str, ...], str]:
    """Take a run apart: how much of it is left out, titles, name, kind."""
    if len(printed) > LONGEST_RUN:
        return 0, (), (), "none"
    words = [(match.group().rstrip(","), match.start()) for match in WORDS.finditer(printed)]
    last = len(words) - 1
    left_out = (_left_out(word, alone=at == last) for at, (word, _) in enumerate(words))
    at = next((at for at, out in enumerate(left_out) if not out), None)
    if at is None:
        return 0, (), (), "none"
    kept = [word for word, _ in words[at:]]
    numbered = folded(kept[0]) in NUMBERED
    if numbered or (len(kept) > 1 and all(w.isupper() and len(w) > 2 for w in kept)):  # noqa: PLR2004
        return 0, (), (), "none"
    if len(kept) == 1 and PARTY.fullmatch(kept[0]):
        return 0, (), (), "none"
    kind, first = _kind(kept)
    if kind == "institution":
        article = next(i for i, (word, _) in enumerate(words) if folded(word) not in OPENERS)
        return words[article][1], (), tuple(word for word, _ in words[article:]), kind
    return words[at][1], tuple(map(folded, kept[:first])), tuple(kept[first:]), kind


def _left_out(word: str, *, alone: bool) -> bool:
    """Tell whether a word, *alone* or before others, begins a sentence and no name."""
    plain = folded(word)
    if (plain.split("-")[0] if "-" in plain else plain) not in NOT_NAMES:
        return False
    return plain not in (TITLES if alone else KEPT)


def _kind(words: Sequence[str]) -> tuple[str, int]:
    """Tell what a run names, and where in it the name begins."""
    plain = [folded(word) for word in words]
    last = len(plain) - 1
    while last > 0 and plain[last] in SUFFIXES:
        last -= 1
    titled = next((i for i in range(last - 1, -1, -1) if _is_title(plain, i)), -1)
    given = next((i for i in range(last) if plain[i] in GIVEN), None)
    first = titled + 1
    of_office = titled >= 0 and plain[titled] in OF_OFFICES
    if (
        given is not None
        and given > first
        and (
            of_office
            or all(map(_is_office, plain[first:given]))
            or _behind_office(plain[first:given], plain[given : last + 1])
        )
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


def _behind_office(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Tell “Hopkins University Jane Roe” from an institution that is called after somebody."""
    named = not INSTITUTIONS.isdisjoint(before) and INSTITUTIONS.isdisjoint(behind)
    return named and len(behind) > 1


def _is_office(word: str) -> bool:
    """Tell a word that may stand before a name and is no part of it: “Importer Lee Seo-jun”."""
    return word in OFFICES or word.endswith(ROLE_ENDINGS) or word.endswith(FIELD_ENDINGS)


def _single(word: str, first: int) -> tuple[str, int]:
    """Tell what a name of one word is, behind the titles before it."""
    plain = folded(word)
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
    company = rest[-1] in LEGAL and words[-1].isupper()
    if company or len(rest) > MOST_WORDS:
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
        return word not in GIVEN
    if word not in TITLES:
        return word in NOT_NAMES and word not in KEPT
    return not (at == 0 and word in GIVEN)


def whole(text: str, run: Run) -> str:
    """Give the name of an institution with what belongs to it: “Ministry of Foreign Affairs”."""
    name = " ".join(run.name)
    if owned := OWNED.search(text, max(0, run.start - LONGEST_OWNED), run.start):
        name = f"{owned.group(1)} {name}"
    elif double := DOUBLE.search(text, max(0, run.start - LONGEST_OWNED), run.start):
        name = f"{double.group(1)} {name}" if run.name[-1].lower() in BODIES else name
    further = OF.match(text, run.end)
    if run.possessive or not further or further.group().split()[0] == "and":
        return name
    return f"{name} {' '.join(further.group().split())}"
