"""Who the words before or after a verb of saying mean: a name, a pronoun, a noun, a paper."""

import re
from typing import Literal, NamedTuple

from digests.drafting.english import (
    ARTICLES,
    BETWEEN,
    CROWD_NOUNS,
    INSTITUTIONS,
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
TOKEN = re.compile(rf"[{LETTERS}0-9]++(?:[’'.-][{LETTERS}0-9]++)*+")
PARENTHESIS = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
PARTED = re.compile(r"[(\[,—–]")  # most phrases are not
CHUNK = re.compile(r"[^,—–]+")
CORE_ENDS = frozenset(
    "of for with by to from at in on who whom whose which that about after during as and when "
    "where outside near under against aged told while because but or over into through between "
    "among without within across behind beyond around upon toward towards via despite whether if "
    "how why what".split()
)
COMMON = re.compile(rf"the\s+({'|'.join(sorted(INSTITUTIONS))})\b")
OWNER = re.compile(r"['’]s?$")  # “the prime minister’s spokesman”
AUTHOR = re.compile(r"\b(?:by|from|of)\s+(?=\S)")
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday march june july august april "
    "may".split()
)
AGE = re.compile(r"\d+-year-old$")
BETWEEN_ROLES = frozenset("acting deputy assistant senior former vice executive chief".split())
OWNERS = {"his": "he", "her": "she"}
FIRST_PERSON = frozenset(("my", "our"))
OBJECTS = {"him": "he", "her": "she", "them": "they", "it": "it"}
DEFINITE = frozenset("the this that his her their its our".split())
Token = tuple[str, int, int]  # folded, with its place
ALWAYS_ALONE = frozenset("he she they i we who it you".split())
DETERMINERS = ARTICLES | POSSESSIVES
ROLES_AND_PAPERS = PERSON_NOUNS | PAPERS
NO_LEAD = PREPOSITIONS | ARTICLES
AGENTS = ("er", "or", "ist", "ian", "man", "woman", "ee", "person")
PLACES = frozenset(
    "street avenue road boulevard square park river lake mountain mount valley island "
    "islands beach bay coast ocean bridge market creek hill hills drive lane highway".split()
)
OFFICES = frozenset("ministry government administration court police company agency".split())


class Subject(NamedTuple):
    """Whoever a stretch of words means; ``run`` is the name, ``word`` the pronoun or the noun.

    ``at`` is where it begins; ``modified`` tells “the former minister” from “the minister”.
    """

    kind: Kind
    word: str = ""
    run: Run | None = None
    at: int = -1
    modified: bool = False
    owner: str = ""
    paper: str = ""

    @property
    def single(self) -> bool:
        """Tell whether a noun without a name is one person's: “a broker”, “the official”."""
        word = self.word.removesuffix("s")
        if word != self.word or word in OFFICES:
            return False
        return word in PERSON_NOUNS or word == "one" or word.endswith(AGENTS)


NOBODY = Subject("nobody")


def read(text: str, start: int, end: int) -> Subject:
    """Read a noun phrase with its appositions, such as “the minister's director, Jane Roe”."""
    if not PARTED.search(text, start, end):
        return _chunk(text, start, end)
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
    core: list[Token] = []
    core_end = end
    for match in TOKEN.finditer(text, start, end):
        word, (at, stop) = match[0], match.span()
        if word in CORE_ENDS and start < at and stop < end and _is_apart(text, at, stop):
            core_end = at - 1
            break
        core.append((word.lower(), at, stop))
    if not core:
        return NOBODY
    at = core[0][1]
    found = _told_apart(text, core, core_end, end)
    if found.kind == "nobody":
        return found
    kind, word, run, _, modified, owner, paper = found
    return Subject(kind, word, run, at, modified, owner, paper)


def _is_apart(text: str, start: int, end: int) -> bool:
    """Tell whether white space stands on both sides of a word."""
    return text[start - 1].isspace() and text[end].isspace()


def _told_apart(text: str, core: list[Token], core_end: int, end: int) -> Subject:
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
        return NOBODY if _is_place(named[-1]) else _named(named[-1], core, text)
    named = [run for run in named if not _is_place(run)]
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


def _is_place(run: Run) -> bool:
    return len(run.name) > 1 and run.name[-1].lower() in PLACES


def _named(run: Run, core: list[Token], text: str = "") -> Subject:
    if len(run.name) == 1 and run.name[0].lower() in CROWD_NOUNS:
        return Subject("unnamed", run.name[0].lower())
    if run.name and run.name[-1].lower() in PERSON_NOUNS and core[0][0] in ARTICLES:
        definite = core[0][0] in DEFINITE
        more = len(core) > 2  # noqa: PLR2004 - an article and the noun
        return Subject("noun" if definite else "unnamed", run.name[-1].lower(), modified=more)
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
    if (
        last.titles
        or _is_apposed(last, before)
        or (
            before
            and (
                before[-1] in PERSON_NOUNS or (bare and before[0] in PERSON_NOUNS | BETWEEN_ROLES)
            )
        )
    ):
        return Subject("person", " ".join(last.name), last)
    return None


def _is_apposed(name: Run, before: list[str]) -> bool:
    """Tell “the deputy head of the region Jane Roe” from “a friend of Jane Roe”."""
    role = not PERSON_NOUNS.isdisjoint(before) or not BETWEEN_ROLES.isdisjoint(before)
    return name.kind == "person" and role and before[-1] not in NO_LEAD | {"and", "or"}


def _noun(text: str, core: list[Token], named: list[Run], core_end: int, end: int) -> Subject:
    words = [word for word, _, _ in core]
    head = words[-1].removesuffix("’s").removesuffix("'s")
    numbered = len(words) > 1 and head.isdigit()
    if words[-2:] == ["general", "manager"]:
        head = "gm"
    if head in TREATY_PAPERS or (numbered and words[-2] in TREATY_PAPERS):
        return Subject("treaty", head)
    if head in PAPERS or head.removesuffix("s") in PAPERS:
        return _paper(text, words[0], head, named, core_end, end)._replace(paper=head)
    if head in CROWD_NOUNS:
        return Subject("unnamed", head)
    if head in PERSON_NOUNS or AGE.search(head) or head.split("-")[0] in PERSON_NOUNS:
        more = len(words) > 2 or text[core[-1][2] : core_end + 4].strip().startswith("of")  # noqa: PLR2004
        return _person_noun(words, head, named, more=more)
    if named and named[-1].kind == "institution":
        return Subject("institution", whole(text, named[-1]), named[-1])
    return Subject("unnamed", head) if head in OFFICES or words[0] in ARTICLES else NOBODY


def _person_noun(words: list[str], head: str, named: list[Run], *, more: bool) -> Subject:
    """Tell “the expert” and “her husband” from “an expert” and “Roe's husband”."""
    first = words[0]
    owned = any(run.possessive for run in named) or any(map(OWNER.search, words))
    if first in POSSESSIVES - FIRST_PERSON and not owned:
        return Subject("noun", head, modified=True, owner=OWNERS.get(first, "its"))
    definite = first in DEFINITE - POSSESSIVES and not owned
    return Subject("noun" if definite else "unnamed", head, modified=more)


def _author(text: str, start: int, end: int, head: str) -> Subject | None:
    """Read “the society” or “the Bank” behind “a letter from”."""
    if common := COMMON.match(text, start, end):
        return Subject("unnamed", common.group(1))
    author = next(iter(runs(text, start, end)), None)
    if author is None or not author.name or author.start > start + len("the "):
        return None
    if author.kind == "institution":
        return Subject("institution", whole(text, author), author)
    return _named(author, [(head, 0, 0)])


def _paper(text: str, first: str, head: str, named: list[Run], core_end: int, end: int) -> Subject:
    """Read “Roe's letter” and “a report by the Bank” as words of whoever wrote them."""
    if named and named[-1].possessive:
        return _named(named[-1], [(head, 0, 0)])
    if own := OWNERS.get(first):
        return Subject("pronoun", own)
    by = AUTHOR.match(text, core_end + 1, end)
    if by and (author := _author(text, by.end(), end, head)):
        return author
    if named and named[-1].kind == "institution":
        return Subject("institution", whole(text, named[-1]), named[-1])
    return Subject("paper", head)
