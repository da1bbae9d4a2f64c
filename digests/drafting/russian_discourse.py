"""Whom a Russian text is about at each place: what “он” and “эксперт” stand for."""

from collections.abc import Callable, Sequence

from digests.drafting.discourse import Found
from digests.drafting.pages import Page
from digests.drafting.people import Person
from digests.drafting.russian_cast import Cast, called, describe
from digests.drafting.russian_cues import Cue
from digests.drafting.russian_names import runs
from digests.drafting.russian_phrases import PRONOUNS, Phrases
from digests.drafting.russian_roles import ANYBODY, GENERIC
from digests.drafting.russian_tokens import tokens
from digests.models import TREATY_TEXT

FAR = 5  # sentences after which nobody is taken up by a pronoun
RECENT = 24  # mentions looked at
AGEING, NEW_PARAGRAPH, UNKNOWN_GENDER, OTHERWISE_CALLED = 0.75, 0.5, 0.6, 0.8
SPEAKING, REPORTED, ABOUT, TAKEN_UP, NAMED, ASIDE = 3.0, 2.7, 2.5, 2.4, 1.2, 0.8
PLAIN = 0.6  # the weight of a cue above which a verb of saying, or the like, says so
TIED = 0.15
OPENING = 60  # characters in which a sentence says which institution it is about
Fits = Callable[[Person], bool]


class Discourse:
    """What has been read so far; sentences are read one by one, in order."""

    def __init__(self, pages: Sequence[Page], cast: Cast, *, treaty: bool) -> None:
        self._cast, self._treaty = cast, treaty
        self.phrases = Phrases(cast)
        self._mentions: list[tuple[Person, int, int, float]] = []
        self._sentence = self._page = 0
        self._body: str | None = None
        self._treaty_last = False
        self._unnamed: dict[str, int] = {}
        for page in pages:
            describe(cast, page.raw)

    def go_on(self, page: Page) -> None:
        """Begin the next sentence."""
        self._sentence += 1
        self._page = page.number

    def spoke(self, person: Person, weight: float = SPEAKING) -> None:
        """Take note that somebody is quoted or reported here."""
        self._mentions.append((person, self._sentence, self._page, weight))

    def mention(self, page: Page, start: int, end: int) -> None:
        """Take note of whom a stretch of text is about, for the pronouns to come."""
        first = True
        for run in runs(page.text, start, end):
            if (person := self._cast.find(run, self._near)) is None:
                continue
            stands = self.phrases.stands(run, "", "n")
            governed = page.text[max(start, run.start - 4) : run.start].split()[-1:] in (
                ["с"],
                ["у"],
                ["к"],
            )
            weight = ASIDE if not stands or governed else ABOUT if first else NAMED
            first = first and weight == ASIDE
            self.spoke(person, weight)
        if first:
            who = self.phrases.read(page.text, start, min(end, start + OPENING))
            self._body = who.word if who.kind == "institution" else self._body
        for token in tokens(page.text, start, end)[:1]:
            if not (gender := PRONOUNS.get(token.plain)):
                break
            person, _ = self._salient(_of(gender), gender)
            if person:
                self.spoke(person, TAKEN_UP)

    @property
    def _near(self) -> list[Person]:
        return [person for person, *_ in self._mentions[-RECENT:]]

    def resolve(self, cue: Cue, page: Page) -> Found | None:
        """Tell whom a cue means; None where it says nothing."""
        who, plainly = cue.who, cue.weight > PLAIN
        evidence = " ".join(page.raw[cue.start : cue.end].split()).strip(" ,—–-:")
        if who.kind in {"person", "pronoun", "noun"}:
            by = {"person": self._person, "pronoun": self._pronoun, "noun": self._noun}
            return by[who.kind](cue, evidence, plainly=plainly)
        if self._treaty and (who.kind == "treaty" or (who.kind == "paper" and self._treaty_last)):
            return self.treaty_text(cue.weight if who.kind == "treaty" else 0.75, evidence)
        if who.kind == "nobody":
            return None
        if who.kind in {"institution", "body", "paper"}:
            return self._institution(cue, evidence, plainly=plainly)
        self._unnamed[who.word] = self._sentence
        return Found(None, None, cue.weight if plainly else 0.4, evidence, plain=plainly)

    def _institution(self, cue: Cue, evidence: str, *, plainly: bool) -> Found:
        """Tell which institution speaks, or whose paper it is."""
        who, weight = cue.who, cue.weight
        if who.kind == "institution":
            self._body, self._treaty_last = who.word, False
            return Found(who.word, None, weight, evidence, plain=plainly)
        name = self._body if who.kind == "paper" else self._named_body(who.word)
        return Found(name, None, round(weight * 0.8, 2), evidence, plain=plainly)

    def treaty_text(self, weight: float, evidence: str) -> Found:
        """Give the words of a treaty."""
        self._treaty_last = True
        return Found(TREATY_TEXT, None, weight, evidence, treaty=True, plain=True)

    def _named_body(self, word: str) -> str | None:
        """Find the institution named before that “ведомство” or “министерство” is."""
        if self._body is None:
            return None
        head = word.split(maxsplit=1)[0]
        fits = {
            "министерство": ("Мин", "мин"),
            "ведомство": ("", ""),
            "агентство": ("Рос", "агентство"),
        }
        starts = fits.get(head, (head, head.capitalize()))
        return self._body if self._body.startswith(starts) else None

    def _person(self, cue: Cue, evidence: str, *, plainly: bool) -> Found:
        who = cue.who
        person = self._cast.find(who.run, self._near, who.gender) if who.run else None
        if person and who.gender and not person.gender:
            person.gender = who.gender
        return Found(
            person.name if person else who.word, person, cue.weight, evidence, plain=plainly
        )

    def _pronoun(self, cue: Cue, evidence: str, *, plainly: bool) -> Found:
        gender = cue.who.gender
        person, sure = self._salient(_of(gender), gender)
        if person is None:
            return Found(None, None, 0.4, evidence, plain=plainly)
        person.gender = person.gender or gender
        return Found(person.name, person, round(cue.weight * sure, 2), evidence, plain=plainly)

    def _noun(self, cue: Cue, evidence: str, *, plainly: bool) -> Found:
        word, gender = cue.who.word, cue.who.gender
        person, sure = self._bearer(word, gender)
        if person is None:
            self._unnamed[word] = self._sentence
            return Found(None, None, 0.5, evidence, plain=plainly)
        person.nouns.update(called(word))
        return Found(
            person.name, person, round(cue.weight * sure * 0.95, 2), evidence, plain=plainly
        )

    def _bearer(self, word: str, gender: str) -> tuple[Person | None, float]:
        """Find whom a noun takes up: who is called so, else, for the widest, who is near."""
        fits = _of(gender)
        person, sure = self._salient(lambda p: fits(p) and word in p.nouns, gender)
        if person:
            return person, sure
        bearers = [p for p in self._cast.people if word in p.nouns and fits(p)]
        if len(bearers) == 1:
            return bearers[0], 0.8
        if bearers or self._sentence - self._unnamed.get(word, -FAR - 1) <= FAR:
            return None, 0.0
        if word in GENERIC:
            return self._salient(
                lambda p: fits(p) and (word in ANYBODY or _may_be(p)), gender, word
            )
        return self._salient(
            lambda p: fits(p) and not p.nouns and self._just_named(p), gender, word
        )

    def _just_named(self, person: Person) -> bool:
        return any(
            p is person and self._sentence - at <= 1 for p, at, *_ in self._mentions[-RECENT:]
        )

    def _salient(self, fits: Fits, gender: str, noun: str = "") -> tuple[Person | None, float]:
        """Give whoever the text is most about just here, and how sure that is."""
        scores: dict[int, tuple[float, Person]] = {}
        for person, sentence, page, weight in self._mentions[-RECENT:]:
            age = self._sentence - sentence
            if age > FAR or not fits(person):
                continue
            score = weight - AGEING * age - (NEW_PARAGRAPH if page != self._page else 0)
            score -= UNKNOWN_GENDER if gender and not person.gender else 0
            score -= OTHERWISE_CALLED if noun and person.nouns and noun not in person.nouns else 0
            if id(person) not in scores or scores[id(person)][0] < score:
                scores[id(person)] = score, person
        ranked = sorted(scores.values(), key=lambda entry: -entry[0])
        margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else 2.0
        if not ranked or margin < TIED:
            return None, 0.0
        return ranked[0][1], 0.92 if margin > 1 else 0.8 if margin > 0.3 else 0.65  # noqa: PLR2004


def _may_be(person: Person) -> bool:
    """Tell whether somebody may be an expert, as presidents and ministers are none."""
    return not person.nouns & {
        "президент",
        "министр",
        "премьер-министр",
        "губернатор",
        "мэр",
        "лидер",
    }


def _of(gender: str) -> Fits:
    return lambda person: not gender or person.gender in {"", gender}
