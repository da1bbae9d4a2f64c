"""Who the words before or after a verb of saying mean: a name, a pronoun, a noun, a paper."""

import re
from dataclasses import dataclass
from typing import Literal

from digests.drafting.english import (
    ARTICLES,
    BETWEEN,
    CROWD_NOUNS,
    LETTERS,
    PAPERS,
    PERSON_NOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    TREATY_PAPERS,
)
from digests.drafting.names import Run, runs, whole

Kind = Literal["person", "pronoun", "noun", "unnamed", "institution", "paper", "treaty", "nobody"]
TOKEN = re.compile(rf"[{LETTERS}0-9]+(?:[’'.-][{LETTERS}0-9]+)*")
PARENTHESIS = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
CHUNK = re.compile(r"[^,—–]+")
CORE_END = re.compile(
    r"\s(?:of|for|with|by|to|from|at|in|on|who|whom|whose|which|that|about|after|during|as|and|when|"
    r"where|outside|near|under|against|aged|told|while|because|but|or|over|into|through|between|among|"
    r"without|within|across|behind|beyond|around|upon|towards?|via|despite|whether|if|how|why|what)\s"
)
AUTHOR = re.compile(r"\b(?:by|from|of)\s+(?=\S)")
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday march june july august april "
    "may".split()
)
AGE = re.compile(r"\d+-year-old$")
BETWEEN_ROLES = frozenset("acting deputy assistant senior former vice executive chief".split())
OWNERS = {"his": "he", "her": "she"}
OBJECTS = {"him": "he", "her": "she", "them": "they", "it": "it"}
DEFINITE = frozenset("the this that his her their its our".split())
Token = tuple[str, int, int]  # folded, with its place
ALWAYS_ALONE = frozenset("he she they i we who it you".split())
DETERMINERS = ARTICLES | POSSESSIVES
ROLES_AND_PAPERS = PERSON_NOUNS | PAPERS
NO_LEAD = PREPOSITIONS | ARTICLES
OFFICES = frozenset("ministry government administration court police company agency".split())


@dataclass(frozen=True, slots=True)
class Subject:
    """Whoever a stretch of words means; ``run`` is the name, ``word`` the pronoun or the noun.

    ``at`` is where it begins; ``modified`` tells “the former minister” from “the minister”.
    """

    kind: Kind
    word: str = ""
    run: Run | None = None
    at: int = -1
    modified: bool = False


NOBODY = Subject("nobody")


def read(text: str, start: int, end: int) -> Subject:
    """Read a noun phrase with its appositions, such as “the minister's director, Jane Roe”."""
    plain = PARENTHESIS.sub(lambda match: " " * len(match.group()), text[start:end])
    first: Subject | None = None
    for number, chunk in enumerate(CHUNK.finditer(plain)):
        found = _chunk(text, start + chunk.start(), start + chunk.end())
        if first is None:
            if found.kind == "nobody" and not chunk.group().strip():
                continue
            first = found
            if found.kind in {"person", "pronoun", "nobody"}:
                return found
        elif (
            found.kind == "person" and found.run and _leads(text, start + chunk.start(), found.run)
        ):
            return found
        if number == 3:  # noqa: PLR2004 - an apposition stands near
            break
    return first or NOBODY


def _leads(text: str, start: int, run: Run) -> bool:
    """Tell whether a name is what a chunk begins with, titles and rank put aside."""
    words = TOKEN.findall(text[start : run.start].lower())
    return all(word in PERSON_NOUNS or word not in NO_LEAD for word in words)


def _chunk(text: str, start: int, end: int) -> Subject:
    found = _told_apart(text, start, end)
    if found.kind == "nobody":
        return found
    first = TOKEN.search(text, start, end)
    at = first.start() if first else start
    return Subject(found.kind, found.word, found.run, at, found.modified)


def _told_apart(text: str, start: int, end: int) -> Subject:
    ending = CORE_END.search(text, start, end)
    core_end = ending.start() if ending else end
    core = [(m.group().lower(), m.start(), m.end()) for m in TOKEN.finditer(text, start, core_end)]
    while core and core[0][0] in BETWEEN:
        core.pop(0)
    if not core:
        return NOBODY
    word, at = core[0][0], core[0][1]
    if len(core) == 1 and word in OBJECTS:
        return Subject("pronoun", OBJECTS[word])
    if word in PRONOUNS and (word in ALWAYS_ALONE or len(core) == 1):
        return Subject("pronoun", word)
    while len(core) > 1 and core[-1][0] in BETWEEN:
        core.pop()
    named = [run for run in runs(text, at, core_end) if run.kind not in {"none", "title"}]
    if named and not named[-1].possessive and named[-1].end >= core[-1][2]:
        return _named(named[-1], core, text)
    return _nameless(text, core, named, core_end, end)


def _nameless(text: str, core: list[Token], named: list[Run], core_end: int, end: int) -> Subject:
    head, at, stop = core[-1]
    if len(core) == 1 and head in CALENDAR and text[at].isupper():
        return Subject("person", text[at:stop], Run(at, stop, (), (text[at:stop],), "word"))
    bare = core[0][0] not in DETERMINERS
    if bare or head not in ROLES_AND_PAPERS:
        late = _late_name(text, core[0][1], end, bare=bare)
        if late:
            return late
    return _noun(text, core, named, core_end, end)


def _named(run: Run, core: list[Token], text: str = "") -> Subject:
    if run.kind == "word" and run.name[0].lower() in CROWD_NOUNS:
        return Subject("unnamed", run.name[0].lower())
    if run.name and run.name[-1].lower() in PERSON_NOUNS and core[0][0] in ARTICLES:
        definite = core[0][0] in DEFINITE
        return Subject("noun" if definite else "unnamed", run.name[-1].lower(), modified=True)
    if run.kind == "institution" or (
        text and core[0][0] == "the" and whole(text, run) != " ".join(run.name)
    ):
        return Subject("institution", whole(text, run) if text else " ".join(run.name), run)
    if run.kind == "word" and run.name[0].isupper() and len(run.name[0]) > 2:  # noqa: PLR2004
        return Subject("institution", run.name[0], run)
    if run.kind == "word" and core[0][0] == "the" and not run.titles and len(core) == 2:  # noqa: PLR2004
        return Subject("institution", run.name[0], run)
    return Subject("person", " ".join(run.name), run)


def _late_name(text: str, start: int, end: int, *, bare: bool) -> Subject | None:
    """Find the name that ends “University of Innsbruck professor Gerhard Mangott”."""
    named = runs(text, start, end)
    last = named[-1] if named else None
    if last is None or last.kind not in {"person", "likely"} or last.possessive:
        return None
    if text[last.end : end].strip(" .\u00a0"):
        return None
    before = TOKEN.findall(text[start : last.start].lower())
    if last.titles or (
        before
        and (before[-1] in PERSON_NOUNS or (bare and before[0] in PERSON_NOUNS | BETWEEN_ROLES))
    ):
        return Subject("person", " ".join(last.name), last)
    return None


def _noun(text: str, core: list[Token], named: list[Run], core_end: int, end: int) -> Subject:
    words = [word for word, _, _ in core]
    head = words[-1].removesuffix("’s").removesuffix("'s")
    numbered = len(words) > 1 and head.isdigit()
    if head in TREATY_PAPERS or (numbered and words[-2] in TREATY_PAPERS):
        return Subject("treaty", head)
    if head in PAPERS or head.removesuffix("s") in PAPERS:
        return _paper(text, words[0], head, named, core_end, end)
    if head in CROWD_NOUNS:
        return Subject("unnamed", head)
    if head in PERSON_NOUNS or AGE.search(head) or head.split("-")[0] in PERSON_NOUNS:
        definite = words[0] in DEFINITE - POSSESSIVES and not any(run.possessive for run in named)
        more = len(words) > 2 or text[core[-1][2] : core_end + 4].strip().startswith("of")  # noqa: PLR2004
        return Subject("noun" if definite else "unnamed", head, modified=more)
    if named and named[-1].kind == "institution":
        return Subject("institution", whole(text, named[-1]), named[-1])
    return Subject("unnamed", head) if head in OFFICES or words[0] in ARTICLES else NOBODY


def _paper(text: str, first: str, head: str, named: list[Run], core_end: int, end: int) -> Subject:
    """Read “Roe's letter” and “a report by the Bank” as words of whoever wrote them."""
    if named and named[-1].possessive:
        return _named(named[-1], [(head, 0, 0)])
    if own := OWNERS.get(first):
        return Subject("pronoun", own)
    if by := AUTHOR.match(text, core_end + 1, end):
        author = next(iter(runs(text, by.end(), end)), None)
        if author and author.name and author.start <= by.end() + 4:
            if author.start > by.end() or author.kind == "institution":
                return Subject("institution", whole(text, author), author)
            return _named(author, [(head, 0, 0)])
    if named and named[-1].kind == "institution":
        return Subject("institution", whole(text, named[-1]), named[-1])
    return Subject("paper", head)
