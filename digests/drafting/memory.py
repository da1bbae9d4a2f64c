"""Whom a text has been about so far: mentions, and who stands out among them."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from digests.drafting.english import FEMALE_NOUNS, MALE_NOUNS
from digests.drafting.given_names import EITHER, FEMALE, MALE
from digests.drafting.names import Run
from digests.drafting.pages import Page
from digests.drafting.people import Cast, Person, title_gender
from digests.drafting.subjects import Subject

FAR = 8  # sentences after which nobody is taken up by a pronoun
FRESH = 2  # sentences after which somebody unnamed is forgotten
RECENT = 24  # mentions looked at
AGEING = 0.75  # what a sentence takes off a mention
NEW_PARAGRAPH = 0.5
ELSEWHERE = 0.75  # what it takes off those whom “the senator” may be
OF_FAMILY = 0.8  # what a paragraph takes off somebody’s father
UNKNOWN_GENDER = 0.6
OTHERWISE_CALLED = 0.8
SELF_NAMED = 1.5
SPEAKING, REPORTED, ABOUT, TAKEN_UP, OF_KIN, NAMED, ASIDE = 3.0, 2.7, 2.5, 2.4, 2.2, 1.2, 0.8
GENDERS = {"he": "m", "she": "f"}
Fits = Callable[[Person], bool]


class Mention(NamedTuple):
    """Somebody mentioned, where, and how much the text is about them there."""

    person: Person
    sentence: int
    page: int
    weight: float
    full: bool = False
    kin: bool = False


class Memory:
    """Everybody mentioned so far, sentence by sentence, in order."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._mentions: list[Mention] = []
        self.sentence = 0
        self.page = 0
        self.it: Subject | None = None
        self.asking: Person | None = None  # whose question was the last quote
        self.papers: dict[str, Subject] = {}
        self.unnamed: dict[str, int] = {}
        self._alone: dict[str, Person] = {}
        self._quoted: tuple[Collection[str], ...] = ()

    @property
    def empty(self) -> bool:
        """Tell whether nobody has been mentioned yet."""
        return not self._mentions

    @property
    def recent(self) -> list[Mention]:
        """Give the last mentions, in order."""
        return self._mentions[-RECENT:]

    @property
    def last_named(self) -> Person | None:
        """Give whoever the sentence before names last."""
        named = [m.person for m in self.recent if self.sentence - m.sentence <= 1]
        return named[-1] if named and named[-1].name else None

    def knows(self, person: Person) -> bool:
        """Tell whether somebody has been mentioned."""
        return any(mention.person is person for mention in self._mentions[-4 * RECENT :])

    def leave_open(self, noun: str) -> None:
        """Take note that a noun here stands for somebody unnamed."""
        self.unnamed[noun] = self.sentence

    def go_on(self, page: Page) -> None:
        """Begin the next sentence."""
        self.sentence += 1
        self.page = page.number

    def quoting(self, *quoted: Collection[str]) -> None:
        """Take note of the words quoted: nobody is likely to name themselves in them."""
        self._quoted = quoted

    def _called_in(self, person: Person) -> bool:
        """Tell whether somebody is named in what is quoted, by the first name or both."""
        return bool(person.words) and any(person.words[0] in words for words in self._quoted)

    def spoke(
        self, person: Person, weight: float = SPEAKING, *, full: bool = False, kin: bool = False
    ) -> None:
        """Take note that somebody is quoted, reported or, with less weight, named here."""
        self._mentions.append(Mention(person, self.sentence, self.page, weight, full, kin))

    def given(self, run: Run, *, human: bool) -> Person | None:
        """Take in somebody of whom the text gives one name only, and that a given one."""
        name = run.name[-1]
        plain = name.lower()
        if plain not in MALE and plain not in FEMALE and not human:
            return None
        gender = "" if plain in EITHER else "m" if plain in MALE else "f"
        return self._alone.setdefault(name, Person(name, (name,), gender))

    def find(self, run: Run) -> Person | None:
        """Give the person a run names; of several, one fully named here, else the first."""
        bearers = self._cast.bearers(run)
        if len(bearers) > 1 and not title_gender(run.titles):
            for mention in reversed(self._mentions[-2 * RECENT :]):
                if self.page - mention.page > 1:
                    break
                if (
                    mention.full
                    and mention.person in bearers
                    and not self._called_in(mention.person)
                    and not mention.person.late
                ):
                    return mention.person
            others = [p for p in bearers if not (self._called_in(p) or p.late)]
            return self._cast.find(run, (others or bearers)[:1])
        several = len(bearers) > 1 or (not bearers and len(run.name) == 1)
        near = self._near if several else ()
        return self._cast.find(run, near) or self._alone.get(" ".join(run.name))

    @property
    def _near(self) -> list[Person]:
        """Give those mentioned lately, the ones who speak last."""
        late = self.recent
        aside = [mention.person for mention in late if mention.weight < REPORTED]
        return aside + [mention.person for mention in late if mention.weight >= REPORTED]

    def salient(self, fits: Fits, gender: str, noun: str = "") -> tuple[Person | None, float]:
        """Give whoever the text is most about just here, and how sure that is."""
        scores: dict[int, tuple[float, Person]] = {}
        against: dict[int, list[float] | None] = {}
        for mention in self.recent:
            age, person = self.sentence - mention.sentence, mention.person
            if age > FAR:
                continue
            if (key := id(person)) not in against:
                against[key] = self._against(person, gender, noun) if fits(person) else None
            less = against[key]
            if less is None or not (person.name or self._just_now(mention)):
                continue
            score = mention.weight - AGEING * age
            if mention.page != self.page:
                score -= NEW_PARAGRAPH + (OF_FAMILY if mention.kin else 0)
                score -= ELSEWHERE if noun else 0
            for part in less:
                score -= part
            if key not in scores or scores[key][0] < score:
                scores[key] = score, person
        if not scores:
            return None, 0.0
        ranked = sorted(scores.values(), key=lambda entry: -entry[0])
        margin = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else -1)
        return ranked[0][1], 0.92 if margin > 1 else 0.8 if margin > 0.3 else 0.65  # noqa: PLR2004

    def _against(self, person: Person, gender: str, noun: str) -> list[float]:
        """Give what speaks against somebody, wherever they are mentioned."""
        less = [UNKNOWN_GENDER] if (gender or noun) and not person.gender else []
        less += [SELF_NAMED] if self._called_in(person) else []
        otherwise = noun and person.nouns and noun not in person.nouns
        return [*less, OTHERWISE_CALLED] if otherwise else less

    def _just_now(self, mention: Mention) -> bool:
        """Tell whether somebody unnamed is not forgotten yet."""
        near = self.page == mention.page + 1 and self.sentence - mention.sentence <= FRESH
        return self.page == mention.page or (near and self._only(mention))

    def _only(self, mention: Mention) -> bool:
        """Tell whether nobody is named beside somebody unnamed."""
        return not any(
            other.sentence == mention.sentence and other.person.name for other in self.recent
        )


def gender_of(noun: str) -> str:
    """Give the gender of a noun for a person."""
    noun = noun.split("-", 1)[0] if "-" in noun else noun
    return "m" if noun in MALE_NOUNS else "f" if noun in FEMALE_NOUNS else ""


def of(gender: str) -> Fits:
    """Fit whoever may be of a gender."""
    return lambda person: not person.gender or person.gender == gender


def anybody(_: Person) -> bool:
    """Fit everybody."""
    return True
