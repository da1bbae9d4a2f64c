"""Whom each sentence is about, taken note of for the pronouns to come."""

import re
from collections.abc import Sequence

from digests.drafting import grammar, subjects
from digests.drafting.english import INVERSE, KIN, PERSON_NOUNS, PREPOSITIONS
from digests.drafting.epithets import Epithets
from digests.drafting.memory import (
    ABOUT,
    ASIDE,
    GENDERS,
    NAMED,
    REPORTED,
    SPEAKING,
    TAKEN_UP,
    Memory,
    anybody,
    gender_of,
    of,
)
from digests.drafting.names import Run, runs
from digests.drafting.pages import Page
from digests.drafting.people import Person
from digests.drafting.subjects import NOBODY, Subject
from digests.drafting.trades import RECIPROCAL

ASKED = re.compile(r"[aq](?<!\w.)(?:sked|uestioned)\s+(?=the\b|[A-Z])")
# One of these stands in it: looked for first, since that is quick.
ASKING = ("sked", "uestioned")
# What follows the name of a person, and of no place or company.
HUMAN = re.compile(
    r"(?:,? who(?:se)? |, \d\d,| (?:told|tells|recalled|recalls|laughed|laughs|smiled|smiles|"
    r"shrugged|shrugs|nodded|nods|sighed|sighs|shook|shakes|paused|grinned|winced)\b)"
)
RELATED = re.compile(rf"([Hh](?<!\w.)(?:is|er)) (?:[\w-]+ ){{0,2}}({'|'.join(INVERSE)}),?\s+$")
OWNERS = {"his": "m", "her": "f"}
KINSMEN = "|".join(sorted(KIN | RECIPROCAL, key=len, reverse=True))
KINSMAN = re.compile(
    rf"h(?<!\w.)(is|er) (?:[\w-]+ )?({KINSMEN})\b"
    r"(?!,? [A-Z]|[’'])"
)
MET = re.compile(r"(?:When|After|As|Once|If) (?:I|we|reporters|a reporter|someone)\b")
APPOSED = re.compile(r"\s*(?:\([^)]{1,24}\))?, (?:who|whose|a|an|the|aged|\d\d)\b")
THERE = re.compile(r"(?:There|Then|Here|Next|From|Enter)\b")
ONE = re.compile(r"(?:[Oo]ne|[Aa]nother) ")
NEAR = 40  # characters before a name
LONGEST_PHRASE = 60  # characters


def _is_introduced(text: str, at: int) -> bool:
    """Tell “to Jane Roe, who leads it” from a name that is mentioned and no more."""
    return APPOSED.match(text, at) is not None


class Topics:
    """Reads the sentences of a text, one by one and in order, for those they are about."""

    def __init__(self, memory: Memory, epithets: Epithets) -> None:
        self._memory, self._epithets = memory, epithets

    def mention(self, page: Page, start: int, end: int, *, again: bool = False) -> None:
        """Take note of whom a stretch of text is about, for the pronouns to come.

        *again* tells that the subject of the sentence has been noted already.
        """
        subject = NOBODY if again else grammar.main(page.text, start, end)
        here = [run for run in runs(page.text, start, end) if run.name]
        before = [run for run in here if subject.kind == "pronoun" and run.start < subject.at]
        for run in before:
            self._name(page, start, run, subject)
        self._about(page, subject)
        for run in here[len(before) :]:
            self._name(page, start, run, subject)
        self._alone(page, start, here)
        self._asked(page, start, end)
        self._kin(page, subject, start, end)

    def _alone(self, page: Page, start: int, here: Sequence[Run]) -> None:
        """Take a paragraph that begins “There was sympathy from Roe” to be about Roe."""
        if start != page.begins[0] or not THERE.match(page.text, start):
            return
        people = {id(p): p for p in map(self._memory.find, here) if p}
        if len(people) == 1 and not any(run.possessive for run in here):
            self._memory.spoke(next(iter(people.values())), TAKEN_UP)

    def _kin(self, page: Page, subject: Subject, start: int, end: int) -> None:
        """Take note of whoever “her husband” is, further on in a sentence."""
        for match in KINSMAN.finditer(page.text, start, end):
            if match.start() == subject.at:
                continue
            person, _ = self._epithets.kin(match.group(2), "m" if match.group(1) == "is" else "f")
            if person:
                self._memory.spoke(person, NAMED)

    def _asked(self, page: Page, start: int, end: int) -> None:
        """Expect the answer from whoever is asked."""
        if not any(page.text.find(mark, start, end) >= 0 for mark in ASKING):
            return
        if asked := ASKED.search(page.text, start, end):
            who = subjects.read(page.text, asked.end(), min(end, asked.end() + LONGEST_PHRASE))
            person = self._memory.find(who.run) if who.run else None
            if who.kind == "noun":
                person, _ = self._epithets.called(who, anybody, "")
            if person:
                self._memory.spoke(person, SPEAKING)

    def _name(self, page: Page, start: int, run: Run, subject: Subject) -> None:
        if (person := self._memory.find(run)) is None:
            return
        role = RELATED.search(page.text, max(start, run.start - NEAR), run.start)
        if role:
            self._epithets.relate(role.group(2), OWNERS[role.group(1).lower()])
        before = page.text[max(start, run.start - 9) : run.start].lower().split()
        if subject.run is not None and subject.run.start == run.start:
            weight = ABOUT
        elif subject.kind == "pronoun" and run.start < subject.at and MET.match(page.text, start):
            weight = REPORTED
        elif run.possessive or (before and before[-1] in PREPOSITIONS):
            new = len(run.name) > 1 and not self._memory.knows(person)
            weight = TAKEN_UP if new and _is_introduced(page.text, run.end) else ASIDE
        else:
            weight = REPORTED if before and before[-1] in {"when", "while", "as"} else NAMED
        self._memory.spoke(person, weight, full=len(run.name) > 1, kin=bool(role))

    def _about(self, page: Page, subject: Subject) -> None:
        if subject.paper and subject.kind != "paper":
            self._memory.papers[subject.paper] = subject
        match subject.kind:
            case "institution" | "treaty":
                self._memory.it = subject
            case "unnamed":
                self._memory.leave_open(subject.word)
                if subject.word in PERSON_NOUNS or (
                    subject.single and ONE.match(page.text, max(subject.at, 0))
                ):
                    self._memory.spoke(Person("", (), gender_of(subject.word)), ABOUT)
            case "noun":
                self._noun(subject)
            case "person" if subject.run and subject.run.kind == "word":
                person = self._memory.find(subject.run) or self._memory.given(
                    subject.run, human=bool(HUMAN.match(page.text, subject.run.end))
                )
                if person:
                    self._memory.spoke(person, ABOUT)
            case "pronoun" if gender := GENDERS.get(subject.word):
                person, _ = self._memory.salient(of(gender), gender)
                if person:
                    self._memory.spoke(person, TAKEN_UP)

    def _noun(self, subject: Subject) -> None:
        gender = gender_of(subject.word)
        if owner := subject.owner:
            person, _ = self._epithets.kin(subject.word, GENDERS.get(owner, ""))
        else:
            person, _ = self._epithets.called(subject, of(gender) if gender else anybody, gender)
        self._memory.spoke(person or Person("", (), gender), TAKEN_UP)
