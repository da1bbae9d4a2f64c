"""Whom a text is about at each place: what “he”, “it” and “the expert” stand for."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from digests.drafting import grammar, subjects
from digests.drafting.cues import Cue
from digests.drafting.english import (
    FEMALE_NOUNS,
    INSTITUTIONS,
    MALE_NOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
)
from digests.drafting.given_names import EITHER, FEMALE, MALE
from digests.drafting.names import Run, runs
from digests.drafting.pages import Page
from digests.drafting.people import Cast, Person, title_gender
from digests.drafting.subjects import NOBODY, Subject
from digests.models import TREATY_TEXT

FAR = 8  # sentences after which nobody is taken up by a pronoun
LONGEST_EVIDENCE = 300  # characters
FAR_BACK = 30  # paragraphs in which an institution is looked for
RECENT = 24  # mentions looked at
AGEING = 0.75  # what a sentence takes off a mention
NEW_PARAGRAPH = 0.5
UNKNOWN_GENDER = 0.6
OTHERWISE_CALLED = 0.8
SELF_NAMED = 1.5
SPEAKING, REPORTED, ABOUT, TAKEN_UP, NAMED, ASIDE = 3.0, 2.7, 2.5, 2.4, 1.2, 0.8
PLAIN = 0.6  # the weight of a cue above which a verb of saying, or the like, says so
SURE = 0.9
GENDERS = {"he": "m", "she": "f"}
GENERIC = frozenset(
    "expert analyst observer researcher scientist scholar academic professor historian economist "
    "politician diplomat author writer specialist politologist orientalist koreanist man woman "
    "commentator strategist academician fellow sophomore freshman rookie striker midfielder "
    "goalkeeper defender guard pitcher quarterback singer actor actress rapper novelist comedian "
    "billionaire entrepreneur teenager nominee candidate".split()
)
SIGNS = frozenset(
    "sign banner placard poster label caption headline plaque slogan title notice motto ad song "
    "lyrics chant".split()
)
ASKED = re.compile(r"\b(?:asked|questioned)\s+(?=the\b|[A-Z])")
LONGEST_PHRASE = 60  # characters
DEFINITE = re.compile(r"(?:[Tt]he|[Ii]t)\b")
Fits = Callable[[Person], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a cue comes to; ``speaker`` is None for somebody whom the text leaves unnamed.

    ``plain`` tells that a verb of saying or the like says so, ``sign`` that the words stand on a
    wall or a page, ``beside`` that they were found in another sentence.
    """

    speaker: str | None = None
    person: Person | None = None
    confidence: float = 0.0
    evidence: str = ""
    told: str | None = None
    treaty: bool = False
    sign: bool = False
    plain: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class _Mention:
    person: Person
    sentence: int
    page: int
    weight: float
    full: bool = False


class Discourse:
    """What has been read so far; sentences are read one by one, in order."""

    def __init__(self, pages: Sequence[Page], cast: Cast, *, treaty: bool) -> None:
        self._pages, self._cast, self._treaty = pages, cast, treaty
        self._mentions: list[_Mention] = []
        self._sentence = 0
        self._page = 0
        self._it: Subject | None = None
        self._unnamed: dict[str, int] = {}
        self._alone: dict[str, Person] = {}
        self._words: frozenset[str] = frozenset()

    def go_on(self, page: Page) -> None:
        """Begin the next sentence."""
        self._sentence += 1
        self._page = page.number

    def quoting(self, words: Iterable[str]) -> None:
        """Take note of what is quoted: nobody is likely to name themselves in it."""
        self._words = frozenset(words)

    def _called_in(self, person: Person) -> bool:
        """Tell whether somebody is named in what is quoted, by the first name or both."""
        return bool(person.words) and person.words[0] in self._words

    def spoke(self, person: Person, weight: float = SPEAKING) -> None:
        """Take note that somebody is quoted or reported here."""
        self._mentions.append(_Mention(person, self._sentence, self._page, weight))

    def mention(self, page: Page, start: int, end: int, *, again: bool = False) -> None:
        """Take note of whom a stretch of text is about, for the pronouns to come.

        *again* tells that the subject of the sentence has been noted already.
        """
        subject = NOBODY if again else grammar.main(page.text, start, end)
        here = [run for run in runs(page.text, start, end) if run.name]
        before = [run for run in here if subject.kind == "pronoun" and run.start < subject.at]
        for run in before:
            self._name(page, start, run, subject)
        self._about(subject)
        for run in here[len(before) :]:
            self._name(page, start, run, subject)
        self._asked(page, start, end)

    def _asked(self, page: Page, start: int, end: int) -> None:
        """Expect the answer from whoever is asked."""
        if asked := ASKED.search(page.text, start, end):
            who = subjects.read(page.text, asked.end(), min(end, asked.end() + LONGEST_PHRASE))
            person = self._find(who.run) if who.run else None
            if who.kind == "noun":
                person, _ = self._called(who, _anybody, "")
            if person:
                self.spoke(person, SPEAKING)

    def _name(self, page: Page, start: int, run: Run, subject: Subject) -> None:
        if (person := self._find(run)) is None:
            return
        before = page.text[max(start, run.start - 9) : run.start].lower().split()
        if subject.run is not None and subject.run.start == run.start:
            weight = ABOUT
        elif run.possessive or (before and before[-1] in PREPOSITIONS):
            weight = ASIDE
        else:
            weight = REPORTED if before and before[-1] in {"when", "while", "as"} else NAMED
        full = len(run.name) > 1
        self._mentions.append(_Mention(person, self._sentence, page.number, weight, full))

    def _about(self, subject: Subject) -> None:
        match subject.kind:
            case "institution" | "treaty":
                self._it = subject
            case "unnamed":
                self._unnamed[subject.word] = self._sentence
                if subject.word in PERSON_NOUNS:
                    self.spoke(Person("", (), _gender(subject.word)), ABOUT)
            case "person" if subject.run and subject.run.kind == "word":
                person = self._find(subject.run) or self._new(subject.run)
                if person:
                    self.spoke(person, ABOUT)
            case "pronoun" if gender := GENDERS.get(subject.word):
                person, _ = self._salient(_of(gender), gender)
                if person:
                    self.spoke(person, TAKEN_UP)

    def _new(self, run: Run) -> Person | None:
        """Take in somebody of whom the text gives one name only, and that a given one."""
        name = run.name[-1]
        plain = name.lower()
        if plain not in MALE and plain not in FEMALE:
            return None
        gender = "" if plain in EITHER else "m" if plain in MALE else "f"
        return self._alone.setdefault(name, Person(name, (name,), gender))

    def _find(self, run: Run) -> Person | None:
        """Give the person a run names; of several, one fully named here, else the first."""
        bearers = self._cast.bearers(run)
        if len(bearers) > 1 and not title_gender(run.titles):
            for mention in reversed(self._mentions[-2 * RECENT :]):
                if self._page - mention.page > 1:
                    break
                if (
                    mention.full
                    and mention.person in bearers
                    and not self._called_in(mention.person)
                ):
                    return mention.person
            others = [person for person in bearers if not self._called_in(person)]
            return self._cast.find(run, (others or bearers)[:1])
        return self._cast.find(run, self._near) or self._alone.get(" ".join(run.name))

    @property
    def _near(self) -> list[Person]:
        """Give those mentioned lately, the ones who speak last."""
        late = sorted(self._mentions[-RECENT:], key=lambda mention: mention.weight >= REPORTED)
        return [mention.person for mention in late]

    def resolve(self, cue: Cue, page: Page) -> Found | None:
        """Tell whom a cue means; None where it says nothing."""
        who, plain = cue.subject, cue.weight > PLAIN
        evidence = " ".join(
            page.raw[cue.start : min(cue.end, cue.start + LONGEST_EVIDENCE)].split()
        )
        match who.kind:
            case "treaty":
                return self._treaty_text(cue.weight, evidence)
            case "person":
                person = self._find(who.run) if who.run else None
                name = person.name if person else who.word
                return Found(name, person, cue.weight, evidence, cue.told, plain=plain)
            case "pronoun":
                return self._pronoun(cue, evidence, plain=plain)
            case "noun":
                return self._noun(cue, evidence, plain=plain)
            case "institution":
                self._it = who if plain else self._it
                return Found(who.word, None, cue.weight, evidence, cue.told, plain=plain)
            case _:
                return self._nobody(cue, page, evidence, plain=plain)

    def _treaty_text(self, weight: float, evidence: str) -> Found:
        if not self._treaty:
            return Found(None, None, 0.5, evidence)
        return Found(TREATY_TEXT, None, weight, evidence, treaty=True, plain=True)

    def _nobody(self, cue: Cue, page: Page, evidence: str, *, plain: bool) -> Found | None:
        """Leave open who speaks, or find the institution that “the ministry” is."""
        who = cue.subject
        if who.kind == "unnamed":
            if name := self._institution(who.word):
                return Found(name, None, cue.weight, evidence, cue.told, plain=plain)
            self._unnamed[who.word] = self._sentence
            if who.word in PERSON_NOUNS and plain:
                self.spoke(Person("", (), _gender(who.word)))
        held = self._it
        theirs = who.kind == "paper" and DEFINITE.match(page.raw, max(who.at, 0))
        if theirs and held and held.kind == "institution":
            return self._held(held, cue, evidence, plain=plain)
        sign = who.kind == "paper" and who.word.removesuffix("s") in SIGNS
        return Found(None, None, cue.weight, evidence, plain=plain, sign=sign)

    def _institution(self, word: str) -> str | None:
        """Give the full name of “the ministry”, where one was named before."""
        if word not in INSTITUTIONS:
            return None
        for page in reversed(self._pages[max(0, self._page - FAR_BACK) : self._page + 1]):
            for run in reversed(runs(page.raw)):
                if run.kind == "institution" and word in {
                    run.name[-1].lower(),
                    run.name[0].lower(),
                }:
                    return " ".join(run.name)
        return None

    def _pronoun(self, cue: Cue, evidence: str, *, plain: bool) -> Found | None:
        word = cue.subject.word
        if word == "it" and self._it:
            return self._held(self._it, cue, evidence, plain=plain)
        if (gender := GENDERS.get(word)) is None:
            return Found(None, None, cue.weight, evidence, plain=True) if plain else None
        person, sure = self._salient(_of(gender), gender)
        if person is None:
            person, sure = self._ahead(cue, gender), 0.7
        if person is None or not person.name:
            return Found(None, None, 0.4, evidence, plain=plain)
        if sure > SURE:
            person.gender = person.gender or gender
        confidence = round(cue.weight * sure, 2)
        return Found(person.name, person, confidence, evidence, cue.told, plain=plain)

    def _held(self, held: Subject, cue: Cue, evidence: str, *, plain: bool) -> Found | None:
        """Take “it” for the institution or the treaty that the text was last about."""
        if held.kind == "treaty":
            return self._treaty_text(0.75, evidence) if self._treaty else None
        return Found(held.word, None, round(cue.weight * 0.8, 2), evidence, plain=plain)

    def _ahead(self, cue: Cue, gender: str) -> Person | None:
        """Find whoever a pronoun at the beginning of a text is about in the sentences to come."""
        if self._mentions:
            return None
        page = self._pages[self._page]
        rest = [(page, *place) for place in page.sentences if place[0] >= cue.end]
        if page.number + 1 < len(self._pages):
            following = self._pages[page.number + 1]
            rest += [(following, *place) for place in following.sentences[:1]]
        for where, start, end in rest[:2]:
            who = grammar.main(where.text, start, end)
            person = self._cast.find(who.run) if who.run else None
            if person and person.gender in {"", gender}:
                return person
        return None

    def _noun(self, cue: Cue, evidence: str, *, plain: bool) -> Found:
        word = cue.subject.word
        gender = _gender(word)
        fits = _of(gender) if gender else _anybody
        person, sure = self._called(cue.subject, fits, gender)
        if person is None or not person.name:
            return Found(None, None, 0.5, evidence, plain=plain)
        confidence = round(cue.weight * sure * 0.95, 2)
        return Found(person.name, person, confidence, evidence, cue.told, plain=plain)

    def _called(self, who: Subject, fits: Fits, gender: str) -> tuple[Person | None, float]:
        """Find whom a noun takes up: who is called so, else, for the widest, who is near."""
        word = who.word
        person, sure = self._salient(lambda p: fits(p) and word in p.nouns, gender)
        if person:
            return person, sure
        bearers = [p for p in self._cast.people if word in p.nouns and fits(p)]
        if len(bearers) == 1:
            return bearers[0], 0.8
        if bearers or self._sentence - self._unnamed.get(word, -FAR - 1) <= FAR:
            return None, 0.0
        if word in GENERIC or "-year-old" in word or gender:
            return self._salient(fits, gender, word)
        if who.modified:
            person, sure = self._salient(fits, gender, word)
            return person, sure * 0.8
        return None, 0.0

    def _salient(self, fits: Fits, gender: str, noun: str = "") -> tuple[Person | None, float]:
        """Give whoever the text is most about just here, and how sure that is."""
        scores: dict[int, tuple[float, Person]] = {}
        for mention in self._mentions[-RECENT:]:
            age, person = self._sentence - mention.sentence, mention.person
            if age > FAR or not fits(person) or not (person.name or mention.page == self._page):
                continue
            score = mention.weight - AGEING * age
            score -= NEW_PARAGRAPH if mention.page != self._page else 0
            score -= UNKNOWN_GENDER if gender and not person.gender else 0
            score -= SELF_NAMED if self._called_in(person) else 0
            score -= OTHERWISE_CALLED if noun and person.nouns and noun not in person.nouns else 0
            if id(person) not in scores or scores[id(person)][0] < score:
                scores[id(person)] = score, person
        if not scores:
            return None, 0.0
        ranked = sorted(scores.values(), key=lambda entry: -entry[0])
        margin = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else -1)
        return ranked[0][1], 0.92 if margin > 1 else 0.8 if margin > 0.3 else 0.65  # noqa: PLR2004


def _gender(noun: str) -> str:
    return "m" if noun in MALE_NOUNS else "f" if noun in FEMALE_NOUNS else ""


def _of(gender: str) -> Fits:
    return lambda person: person.gender in {"", gender}


def _anybody(_: Person) -> bool:
    return True
