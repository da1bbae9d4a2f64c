"""The words of a sentence that may tell which clause it is about, and of which treaty."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from config.catalogue import Catalogue
from config.countries import NAMES
from config.entries import Clause, Evidence, Treaty
from digests.drafting import numbered
from digests.drafting.mentions import Mentions
from digests.drafting.phrases import Phrases, plain, starts
from digests.drafting.shelf import Mention, shelf

Level = Literal["says", "beside", "unless"]
Homes = Mapping[str, str]  # treaty to slug: whose clause a phrase is evidence of

# What may stand between an article or a phrase and the treaty whose it is: “of the”, “’s”.
OF = re.compile(
    r"(?:\s?\([^()]{0,12}\))?\s(?:(?:of|in|under|from|within|to)\s)"
    r"(?:(?:the|its|their|this|that|a|an|new)\s)?"
    r"(?:[\w-]+\s){0,3}|\s"
)
POSSESSED = re.compile(
    r"(?:['’]s?|의)?,?\s{0,2}(?:(?:own|famous|founding|key|so-called)\s)?[\"“‘«]?"
)
FARTHEST = 60  # characters between the two
TO_COUNTRY = re.compile(r"\s(?:to|for|of|with)\s(?:the\s)?")
OF_COUNTRY = re.compile(r"(?:['’]s?)?[\s-]")
PROVIDES = re.compile(
    starts(
        *"provid cover includ call envisag envision stipulat contain enshrin commit oblig affirm "
        "reaffirm pledg undert agree requir promis say stat read deal concern forese extend defin "
        "aim allow set establish spell bind bound under regulat focus express oppos reject list "
        "counter combat promot develop предусм содерж обязу обязыв говор включа закреп касает "
        "охват регулир согласно соответств подтвержд предпол стремл заявл".split()
    )
)
OF_BOTH = r" (?:party|parties|sides?)\b"
ON = (
    r" (?:also |further )?(?:provides|covers|calls|includes|envisages|stipulates|contains|commits|"
    r"obliges|affirms|requires)\b"
)
CLAUSE = re.compile(
    starts(
        r"clauses?\b", r"provisions?\b", r"preamble\b", r"signator(?:y|ies)\b", r"the parties\b",
        *(f"{one}{OF_BOTH}" for one in ("each", "either", "one", "other", "both")),
        r"sections? (?:reads|says|on|of)\b", r"articles? [0-9ivx]+\b",
        r"articles?,? (?:on|about)\b", f"it{ON}", f"which{ON}", r"стать(?:я|и|е|ю|ей)\b",
        r"сторон(?:ы|а|у|е|ам)\b", "положени", "пункт", "преамбул",
    )
    + r"|제\s?[0-9]+\s?조|쌍방|일방|조항|조약|협정"
)  # fmt: skip


class Sign(NamedTuple):
    """What a phrase of the catalogue tells: how surely, and of which clause of which treaty."""

    level: Level
    homes: Homes


class Hit(NamedTuple):
    """Words that may tell of a clause; ``number`` where an article is named by its number."""

    start: int
    end: int
    sign: Sign | None = None
    number: str | None = None


@lru_cache(maxsize=4)
def lexicon(catalogue: Catalogue) -> Phrases[Sign]:
    """Give the phrases of all clauses; those of one topic share what evidence one of them has."""
    shared = {clause.topic: clause for clause in catalogue.default.clauses if clause.topic}
    homes: dict[int, dict[str, str]] = {}
    held: dict[int, Mapping[str, Evidence]] = {}
    for treaty, clause in _clauses(catalogue):
        holder = clause if clause.evidence else shared.get(clause.topic or "", clause)
        homes.setdefault(id(holder), {})[treaty.id] = clause.slug
        held[id(holder)] = holder.evidence
    return Phrases(
        (phrase, Sign(level, homes[key]))
        for key, languages in held.items()
        for evidence in languages.values()
        for level, phrases in _levels(evidence)
        for phrase in phrases
    )


def _clauses(catalogue: Catalogue) -> Iterator[tuple[Treaty, Clause]]:
    for treaty in catalogue.treaties.values():
        for clause in treaty.clauses:
            yield treaty, clause


def _levels(evidence: Evidence) -> tuple[tuple[Level, tuple[str, ...]], ...]:
    return ("says", evidence.says), ("beside", evidence.beside), ("unless", evidence.unless)


@lru_cache(maxsize=256)
def hits(line: str, catalogue: Catalogue) -> tuple[Hit, ...]:
    """Find what may tell of a clause in *line*; kept, since several quotes share a sentence."""
    found = [Hit(one.start, one.end, one.means) for one in lexicon(catalogue).find(plain(line))]
    found += [Hit(one.start, one.end, None, one.number) for one in numbered.named(line)]
    found.sort(key=lambda hit: (hit.start, -hit.end))
    return tuple(found)


def provides(text: str, told: Mentions) -> bool:
    """Tell whether a sentence says what a treaty provides, and not just that there is one."""
    if CLAUSE.search(text):
        return True
    return bool((told.nouns or told.treaties) and PROVIDES.search(text))


def owner(hit: Hit, text: str, told: Mentions, home: str, catalogue: Catalogue) -> str | None:
    """Tell whose clause the words of *hit* are about; None where of no treaty that is known."""
    for one in told.treaties:
        if _attached(hit, one.start, one.end, text):
            return one.treaty
    others = [one for one in told.treaties if one.treaty not in {home, None}]
    if not others or any(_attached(hit, *noun, text) for noun in told.nouns):
        return home
    parties = shelf(catalogue).parties[home]
    bodies_only = all(one.body for one in others)
    at_home = told.nouns or any(one.treaty == home for one in told.treaties)
    if at_home or (bodies_only and parties & told.states):
        return home
    return min(others, key=lambda one: _distance(hit, one)).treaty


def _attached(hit: Hit, start: int, end: int, text: str) -> bool:
    if start < hit.end and hit.start < end:
        return True
    if hit.end <= start:
        return start - hit.end < FARTHEST and bool(OF.fullmatch(text, hit.end, start))
    return hit.start - end < FARTHEST and bool(POSSESSED.fullmatch(text, end, hit.start))


def _distance(hit: Hit, one: Mention) -> int:
    return max(one.start - hit.end, hit.start - one.end)


def of_strangers(hit: Hit, text: str, told: Mentions, parties: frozenset[str]) -> bool:
    """Tell whether the words are about states that are not *parties*: aid to Ukraine."""
    if not parties <= NAMES.keys():
        return False
    at_home = told.nouns or told.treaties or told.states & parties
    if told.states and not at_home:
        return True
    return any(
        not parties & set(one.countries)
        and (
            (hit.end <= one.start and TO_COUNTRY.fullmatch(text, hit.end, one.start))
            or (one.end <= hit.start and OF_COUNTRY.fullmatch(text, one.end, hit.start))
        )
        for one in told.countries
    )
