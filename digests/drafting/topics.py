"""Whom each sentence is about, taken note of for the pronouns to come."""

import re

from digests.drafting import grammar, subjects
from digests.drafting.english import INVERSE, PERSON_NOUNS, PREPOSITIONS
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

ASKED = re.compile(r"[aq](?<!\w.)(?:sked|uestioned)\s+(?=the\b|[A-Z])")
# What follows the name of a person, and of no place or company.
HUMAN = re.compile(
    r"(?:,? who(?:se)? |, \d\d,| (?:told|tells|recalled|recalls|laughed|laughs|smiled|smiles|"
    r"shrugged|shrugs|nodded|nods|sighed|sighs|shook|shakes|paused|grinned|winced)\b)"
)
RELATED = re.compile(rf"([Hh](?<!\w.)(?:is|er)) (?:[\w-]+ ){{0,2}}({'|'.join(INVERSE)}),?\s+$")
OWNERS = {"his": "m", "her": "f"}
ONE = re.compile(r"(?:[Oo]ne|[Aa]nother) ")
NEAR = 40  # characters before a name
LONGEST_PHRASE = 60  # characters


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
        self._asked(page, start, end)

    def _asked(self, page: Page, start: int, end: int) -> None:
        """Expect the answer from whoever is asked."""
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
        elif run.possessive or (before and before[-1] in PREPOSITIONS):
            weight = ASIDE
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
