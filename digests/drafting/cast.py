"""The people of a text, and what the words beside their names say of them."""

import re
from collections.abc import Sequence

from digests.drafting import genders, kin, places
from digests.drafting.english import FEMALE_NOUNS, MALE_NOUNS, PERSON_NOUNS, PLAINLY
from digests.drafting.names import INITIAL, Run, runs
from digests.drafting.pages import Page
from digests.drafting.people import Cast, Person, title_gender
from digests.drafting.trades import ROLES, SYNONYMS

WORD = re.compile(r"[^\W_]++(?:[’'-][^\W_]++)*+")
ACCUSED = re.compile(
    r"[piwh](?<!\w.)(?:(?<=p)l(?:ead(?:ed|s)|ed)|(?:(?<=i)s|(?<=w)as|(?<=h)as been) "
    r"(?:accused|charged|convicted|arrested|on trial))\b|denie[sd] (?:\w+ly )?\w+ing\b"
)
TESTIFIED = re.compile(
    r"(?:,[^,.;]{1,60},)? (?:told|testified|gave evidence|giving evidence|took the stand)\b"
    r"(?: to| at| in| before)?(?:[^.;,]{0,30}\b(?:[Cc]ourt|jury|jurors|inquest|hearing|tribunal|"
    r"trial|inquiry)\b| in| that)"
)
LATE = re.compile(r"(?:,(?! whose)[^,.;]{1,40},)?,? (?:who )?(?:had |has )?died\b")
SENTENCE = re.compile(r"\b[a-z]{4,}\b.*\b[a-z]{4,}\b")  # not a headline in capitals
STEM = 5  # letters that “historian” and “history” share
NEARBY = 60  # characters
APPOSITION = re.compile(r", ((?:[\w’'-]+)\b[^.;:“”\"]{0,140})")
LONGEST_APPOSITION = 16  # words


PARTY = re.compile(r",? \(?([RD])-[A-Z]")
VERBS = PLAINLY - PERSON_NOUNS
PARTISANS = frozenset(("Republican", "Democrat", "Republicans", "Democrats"))
ROLE_NEAR = 5  # words
OF_THE_BAR = frozenset("judge sheriff recorder coroner prosecutor lawyer attorney counsel".split())


def gather(pages: Sequence[Page], heading: str = "") -> Cast:
    """Find everybody whom the text gives a full name, quotes and all."""
    cast = Cast()
    found = [(page.raw, runs(page.raw)) for page in pages]
    people = places.known(found)
    for _, here in found:
        for run in here:
            if run.kind != "likely" or (people(run) and run.name[-1] not in PARTISANS):
                cast.note(run)
    _heading(cast, heading, found)
    kin.join(cast, found)
    for text, here in found:
        for run in here:
            if run.kind in {"person", "likely", "word"} and (person := cast.find(run)):
                _describe(person, text, run)
    genders.learn(cast, pages)
    return cast


def _heading(cast: Cast, heading: str, found: Sequence[tuple[str, Sequence[Run]]]) -> None:
    """Take the full name from a headline, where the text goes on with the surname alone."""
    single = {
        run.name[-1]
        for _, here in found
        for run in here
        if run.name and all(map(_is_short, run.name[:-1]))
    }
    kinds = {"person", "likely"} if SENTENCE.search(heading) else {"person"}
    for run in runs(heading):
        known = any(not _is_short(person.words[0]) for person in cast.bearers(run))
        if run.kind in kinds and run.name[-1] in single and not known:
            cast.note(run, first=True)


def _is_short(word: str) -> bool:
    return INITIAL.fullmatch(word) is not None


def _describe(person: Person, text: str, run: Run) -> None:
    """Take note of the nouns beside a name: “attorney Alan Roe”, “Alan Roe, a judge,”."""
    person.gender = person.gender or title_gender(run.titles)
    _titled(person, text, run)
    if LATE.match(text, run.end) or text.endswith("the late ", 0, run.start):
        person.late = True
    if ACCUSED.search(text, run.end, run.end + NEARBY):
        person.nouns.update(("defendant", "accused", "suspect"))
    if party := PARTY.match(text, run.end):
        _add(person, "republican" if party.group(1) == "R" else "democrat")
    if (
        text[run.end : run.end + 1] in {" ", ","}
        and TESTIFIED.match(text, run.end)
        and OF_THE_BAR.isdisjoint(person.nouns)
    ):
        person.nouns.add("witness")
    if text.startswith(", ", run.end) and (match := APPOSITION.match(text, run.end)):
        _apposed(person, match.group(1))


def _apposed(person: Person, told: str) -> None:
    """Take note of what an apposition says: “a judge”, “who has led the museum”."""
    told = told.partition(",")[0] if told.startswith("who ") else told
    words = WORD.findall(told)[:LONGEST_APPOSITION]
    if not words or words[0] in VERBS:  # “Her aide, Jane Roe, believes that the mayor …”
        return
    for role in map(ROLES.get, words[: ROLE_NEAR if words[0] == "who" else 1]):
        person.nouns.update(role or ())
    for word in words:
        person.stems.add(word[:STEM])
        if word in {"said", "told", "says", "and"}:
            break
        if word in PERSON_NOUNS:
            _add(person, word)


def _titled(person: Person, text: str, run: Run) -> None:
    """Take note of what stands before a name: “attorney Alan Roe”."""
    before = WORD.findall(text[max(0, run.start - 24) : run.start].lower())
    if ("general", "manager") in (run.titles[-2:], tuple(before[-2:])):
        person.nouns.update(("gm", "executive"))  # no general, and not the coach either
        return
    for title in run.titles:
        person.nouns.update((title, *SYNONYMS.get(title, ())))
    if "district" in run.titles and "attorney" in run.titles:
        person.nouns.add("prosecutor")
    beside = text[max(0, run.start - 2) : run.start]
    if before and before[-1] in PERSON_NOUNS and (beside == ", " or beside[:1].isalpha()):
        _add(person, before[-1])


def _add(person: Person, noun: str) -> None:
    person.nouns.update((noun, *SYNONYMS.get(noun, ())))
    if not person.gender:
        person.gender = "m" if noun in MALE_NOUNS else "f" if noun in FEMALE_NOUNS else ""
