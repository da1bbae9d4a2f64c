"""The people of a text, and what the words beside their names say of them."""

import re
from collections.abc import Sequence

from digests.drafting.english import FEMALE_NOUNS, MALE_NOUNS, PERSON_NOUNS
from digests.drafting.names import Run, runs
from digests.drafting.pages import Page
from digests.drafting.people import Cast, Person, title_gender

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
ACCUSED = re.compile(
    r"\b(?:pleaded|pleads|pled|"
    r"(?:is|was|has been) (?:accused|charged|convicted|arrested|on trial))\b"
)
NEARBY = 60  # characters
APPOSITION = re.compile(r", ((?:[\w’'-]+)\b[^.;:“”\"]{0,140})")
LONGEST_APPOSITION = 16  # words
SYNONYMS = {
    "sen": ("senator", "lawmaker", "legislator", "politician"),
    "rep": ("congressman", "congresswoman", "representative", "lawmaker", "legislator"),
    "gov": ("governor",),
    "dr": ("doctor",),
    "prof": ("professor", "academic", "scholar"),
    "professor": ("academic", "scholar", "expert", "scientist"),
    "gen": ("general", "officer"),
    "general": ("officer",),
    "col": ("colonel", "officer"),
    "colonel": ("officer",),
    "lt": ("lieutenant", "officer"),
    "capt": ("captain", "officer"),
    "det": ("detective",),
    "attorney": ("lawyer",),
    "lawyer": ("attorney",),
    "analyst": ("expert", "observer"),
    "researcher": ("scientist", "expert", "scholar"),
    "fellow": ("researcher", "expert", "scholar", "analyst"),
    "scientist": ("researcher", "expert"),
    "judge": ("justice", "magistrate"),
    "mp": ("lawmaker", "politician"),
    "ceo": ("executive", "chief"),
    "minister": ("politician",),
    "ambassador": ("diplomat",),
    "rev": ("pastor", "reverend"),
    "director": ("head",),
    "president": ("leader",),
    "coach": ("manager", "boss"),
    "manager": ("boss", "coach"),
    "economist": ("expert", "analyst"),
    "historian": ("expert", "scholar"),
    "scholar": ("expert",),
    "strategist": ("expert", "analyst"),
}


def gather(pages: Sequence[Page]) -> Cast:
    """Find everybody whom the text gives a full name, quotes and all."""
    cast = Cast()
    found = [(page.raw, runs(page.raw)) for page in pages]
    for _, here in found:
        for run in here:
            cast.note(run)
    for text, here in found:
        for run in here:
            if run.kind in {"person", "likely", "word"} and (person := cast.find(run)):
                _describe(person, text, run)
    return cast


def _describe(person: Person, text: str, run: Run) -> None:
    """Take note of the nouns beside a name: “attorney Alan Roe”, “Alan Roe, a judge,”."""
    person.gender = person.gender or title_gender(run.titles)
    for title in run.titles:
        person.nouns.update((title, *SYNONYMS.get(title, ())))
    if "district" in run.titles and "attorney" in run.titles:
        person.nouns.add("prosecutor")
    before = WORD.findall(text[max(0, run.start - 24) : run.start])
    if before and before[-1] in PERSON_NOUNS:
        _add(person, before[-1])
    if ACCUSED.search(text, run.end, run.end + NEARBY):
        person.nouns.update(("defendant", "accused", "suspect"))
    if text.startswith(", ", run.end) and (match := APPOSITION.match(text, run.end)):
        for word in WORD.findall(match.group(1))[:LONGEST_APPOSITION]:
            if word in {"said", "told", "says", "and"}:
                break
            if word in PERSON_NOUNS:
                _add(person, word)


def _add(person: Person, noun: str) -> None:
    person.nouns.update((noun, *SYNONYMS.get(noun, ())))
    if not person.gender:
        person.gender = "m" if noun in MALE_NOUNS else "f" if noun in FEMALE_NOUNS else ""
