"""What “he”, “it”, “the ministry” and “the expert” stand for, where they are said to speak."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digests.drafting import grammar, joint, provisions
from digests.drafting.cues import Cue
from digests.drafting.english import INSTITUTIONS
from digests.drafting.epithets import Epithets
from digests.drafting.institutions import Institutions
from digests.drafting.memory import GENDERS, Memory, anybody, gender_of, of
from digests.drafting.names import runs, whole
from digests.drafting.pages import Page
from digests.drafting.people import Cast, Person
from digests.drafting.subjects import Subject
from digests.drafting.turns import Turns
from digests.models import TREATY_TEXT

LONGEST_EVIDENCE = 300  # characters
FAR_BACK = 30  # paragraphs in which an institution is looked for
PLAIN = 0.6  # the weight of a cue above which a verb of saying, or the like, says so
SURE = 0.9
NEAR = 250  # characters in which “the latter” was named
FULL_NAMES = frozenset(("person", "likely", "word"))
REPLIED = re.compile(
    r"\b(?:replied|replies|answered|answers|responded|responds|retorted|objected)\b"
)
SIGNS = frozenset(
    "sign banner placard poster label caption headline plaque slogan title notice motto ad song "
    "lyrics chant".split()
)
DEFINITE = re.compile(r"(?:[Tt]he|[Ii]t)\b")


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


class Discourse:
    """Tells whom the words that bring in a speaker mean, by what has been read so far."""

    def __init__(
        self, pages: Sequence[Page], cast: Cast, memory: Memory, *, treaty: bool, heading: str = ""
    ) -> None:
        self._heading = heading
        self._pages, self._cast, self._treaty = pages, cast, treaty
        self._memory, self._epithets = memory, Epithets(cast, memory)
        self._turns = Turns(pages, cast)
        self._institutions = Institutions((page.raw, runs(page.raw)) for page in pages)

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
                return self._named(cue, page, evidence, plain=plain)
            case "pronoun":
                return self._pronoun(cue, evidence, plain=plain)
            case "noun":
                return self._noun(cue, evidence, plain=plain)
            case "institution":
                self._memory.it = who if plain else self._memory.it
                name = self._institutions.full(who.word)
                return Found(name, None, cue.weight, evidence, cue.told, plain=plain)
            case _:
                return self._nobody(cue, page, evidence, plain=plain)

    def _named(self, cue: Cue, page: Page, evidence: str, *, plain: bool) -> Found:
        """Give who is named, or nobody where two are named together."""
        run = cue.subject.run
        person = self._memory.find(run) if run else None
        name: str | None = person.name if person else cue.subject.word
        if name and (full := self._institutions.full(name)) != name:
            name, person = full, None
        elif run and joint.is_one_of_two(page.text, run):
            name, person = None, None
        return Found(name, person, cue.weight, evidence, cue.told, plain=plain)

    def _treaty_text(self, weight: float, evidence: str) -> Found:
        if not self._treaty:
            return Found(None, None, 0.5, evidence)
        return Found(TREATY_TEXT, None, weight, evidence, treaty=True, plain=True)

    def _nobody(self, cue: Cue, page: Page, evidence: str, *, plain: bool) -> Found | None:
        """Leave open who speaks, or find the institution that “the ministry” is."""
        who = cue.subject
        if who.word == "latter" and plain:
            return self._latter(cue, page, evidence)
        if who.kind == "unnamed":
            if name := self._institution(who.word):
                return Found(name, None, cue.weight, evidence, cue.told, plain=plain)
            self._memory.leave_open(who.word)
            if who.single and plain:
                self._memory.spoke(Person("", (), gender_of(who.word)))
        held = self._memory.it
        author = self._memory.papers.get(who.word) if who.kind == "paper" else None
        if author and plain and author.kind != who.kind:
            return self.resolve(replace(cue, subject=author), page)
        theirs = who.kind == "paper" and DEFINITE.match(page.raw, max(who.at, 0))
        if theirs and held and held.kind == "institution":
            return self._held(held, cue, evidence, plain=plain)
        sign = who.kind == "paper" and who.word.removesuffix("s") in SIGNS
        return Found(None, None, cue.weight, evidence, plain=plain, sign=sign)

    def _latter(self, cue: Cue, page: Page, evidence: str) -> Found | None:
        """Take “the latter” for the treaty or the person that was named last before it."""
        start, at = max(0, cue.subject.at - NEAR), max(0, cue.subject.at)
        named = [run.start for run in runs(page.text, start, at) if run.kind in FULL_NAMES]
        paper = max(
            (m.start() for m in provisions.NAMED.finditer(page.text, start, at)), default=-1
        )
        if paper > max(named, default=-1):
            return self._treaty_text(cue.weight, evidence)
        last = self._memory.last_named
        if last is None:
            return Found(None, None, 0.5, evidence, plain=True)
        return Found(last.name, last, round(cue.weight * 0.8, 2), evidence, plain=True)

    def _institution(self, word: str) -> str | None:
        """Give the full name of “the ministry”, where one was named before."""
        if word not in INSTITUTIONS:
            return None
        for page in reversed(
            self._pages[max(0, self._memory.page - FAR_BACK) : self._memory.page + 1]
        ):
            for run in reversed(runs(page.raw)):
                if (
                    run.kind == "institution"
                    and len(run.name) > 1
                    and word
                    in {
                        run.name[-1].lower(),
                        run.name[0].lower(),
                    }
                ):
                    return whole(page.raw, run)
        return None

    def _pronoun(self, cue: Cue, evidence: str, *, plain: bool) -> Found | None:
        word = cue.subject.word
        if word == "it" and self._memory.it:
            return self._held(self._memory.it, cue, evidence, plain=plain)
        if person := self._turns.of(word, self._memory.page):
            return Found(person.name, person, cue.weight, evidence, cue.told, plain=plain)
        if (gender := GENDERS.get(word)) is None:
            return Found(None, None, cue.weight, evidence, plain=True) if plain else None
        fits = of(gender)
        if (asking := self._memory.asking) and REPLIED.search(evidence):
            fits = lambda person: person is not asking and person.gender in {"", gender}  # noqa: E731
        person, sure = self._memory.salient(fits, gender)
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
        name = self._institutions.full(held.word)
        return Found(name, None, round(cue.weight * 0.8, 2), evidence, plain=plain)

    def _ahead(self, cue: Cue, gender: str) -> Person | None:
        """Find whoever a pronoun at the beginning of a text is about in the sentences to come."""
        if not self._memory.empty:
            return None
        page = self._pages[self._memory.page]
        behind = bisect_left(page.begins, cue.end)
        rest = [(page, *place) for place in page.sentences[behind : behind + 2]]
        if page.number + 1 < len(self._pages):
            following = self._pages[page.number + 1]
            rest += [(following, *place) for place in following.sentences[:1]]
        for where, start, end in rest[:2]:
            who = grammar.main(where.text, start, end)
            person = self._cast.find(who.run) if who.run else None
            if person and person.gender in {"", gender}:
                return person
        return self._over(gender)

    def _over(self, gender: str) -> Person | None:
        """Find the only one named over the text whom a pronoun may take up."""
        named = [self._cast.find(run) for run in runs(self._heading) if len(run.name) > 1]
        people = {id(p): p for p in named if p and p.gender in {"", gender}}
        return next(iter(people.values())) if len(people) == 1 else None

    def _noun(self, cue: Cue, evidence: str, *, plain: bool) -> Found:
        word = cue.subject.word
        gender = gender_of(word)
        fits = of(gender) if gender else anybody
        if owner := cue.subject.owner:
            person, sure = self._epithets.kin(word, GENDERS.get(owner, ""))
        else:
            person, sure = self._epithets.called(cue.subject, fits, gender)
        if person is None or not person.name:
            return Found(None, None, 0.5, evidence, plain=plain)
        confidence = round(cue.weight * sure * 0.95, 2)
        return Found(person.name, person, confidence, evidence, cue.told, plain=plain)
