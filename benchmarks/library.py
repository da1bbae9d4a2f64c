"""Made-up articles, the same in every run, and as uneven as in life.

A few words, people and clauses make up most of it, as Zipf's law has it.
"""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from config import folding
from config.catalogue import Catalogue
from digests.models import Article, Quote

T = TypeVar("T")
SEED = 2024
VOCABULARY = 40_000
SPEAKERS = 3_000
OTHER_OUTLETS = 150
FIRST_DAY = dt.date(2018, 1, 1)
DAYS = 8 * 365
QUOTES = 4
TOPIC = "military assistance"  # what a reader is most likely to search for
ON_TOPIC = 0.8  # of the articles hold it, in a quote
ON_CLAUSE = 0.6  # of the quotes are themselves about a clause

COMMON = (
    "the of to and in a is that for it on with as are be by this will not from has its at or "
    "which countries treaty between Russia Korea North sides agreement military assistance "
    "security cooperation states should article would have more other party parties strategic "
    "partnership event attack war situation peninsula region relations but they their was "
    "been also mutual provide defence forces United Nations charter law Pyongyang Moscow "
    "Seoul Washington expert comprehensive armed sanctions economic political international "
    "new peace threat alliance"
).split()
ONSETS = (
    "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sk sp st str t tr v w z".split()
)
VOWELS = "a e i o u ai ea ee ie oa ou".split()
CODAS = "b ck d ft g l ld ll m mp n nd ng nk nt p r rd rk rm rn rt s sk st t th v x".split()
ENDINGS = ["", "", "", "s", "ed", "ing", "ly", "er", "tion", "ment", "ness", "able", "ity", "al"]
GIVEN = (
    "Anna Boris Clara Daniel Elena Fyodor Gleb Hana Igor Jin Kira Leonid Maria Nikolai Olga "
    "Pavel Roman Sergei Tatiana Viktor Yuri Zoya Artyom Gerhard Min".split()
)
FAMILY = ["ov", "in", "sky", "enko", "er", "son", "mann", "idze", "ev", "ak"]


class Zipf(Generic[T]):
    """Picks from a sequence, the n-th about 1/n as often as the first."""

    def __init__(self, values: Sequence[T], dice: random.Random) -> None:
        self.values = values
        self._dice = dice
        self._weights = list(accumulate(1 / rank for rank in range(1, len(values) + 1)))

    def some(self, number: int) -> list[T]:
        """Pick so many."""
        return self._dice.choices(self.values, cum_weights=self._weights, k=number)

    def one(self) -> T:
        """Pick one."""
        return self.some(1)[0]


def speakers() -> list[str]:
    """Name the speakers, most quoted first."""
    dice = random.Random(SEED)  # noqa: S311 - no secret
    names: dict[str, None] = {}
    while len(names) < SPEAKERS:
        family = _syllables(dice).capitalize() + dice.choice(FAMILY)
        names[f"{dice.choice(GIVEN)} {family}"] = None
    return list(names)


def vocabulary() -> list[str]:
    """List the words, most used first."""
    dice = random.Random(SEED)  # noqa: S311 - no secret
    words = dict.fromkeys(COMMON)
    while len(words) < VOCABULARY:
        words[_syllables(dice) + dice.choice(ENDINGS)] = None
    return list(words)


def _syllables(dice: random.Random) -> str:
    number = dice.choice((1, 2, 2, 2, 3))
    return "".join(dice.choice(ONSETS) + dice.choice(VOWELS) for _ in range(number)) + dice.choice(
        CODAS
    )


def articles(count: int, catalogue: Catalogue) -> Iterator[Article]:
    """Make so many articles; a smaller library is the beginning of a larger one."""
    press = Press(catalogue)
    return (press.article(number) for number in range(count))


class Press:
    """Makes articles about the treaty of the catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._dice = dice = random.Random(SEED)  # noqa: S311 - no secret
        self._treaty = catalogue.default
        self._words = Zipf(vocabulary(), dice)
        self._speakers = Zipf(speakers(), dice)
        clauses = [clause.slug for clause in self._treaty.clauses]
        clauses.sort(key=lambda slug: slug != "assistance")
        self._clauses = Zipf(clauses, dice)
        outlets = [outlet.name for outlet in catalogue.outlets]
        outlets += [f"{word.title()} Daily" for word in vocabulary()[-OTHER_OUTLETS:]]
        self._outlets = Zipf(outlets, dice)
        self._affiliations = Zipf(
            [f"{word.title()} Institute" for word in vocabulary()[-300:]], dice
        )

    def article(self, number: int) -> Article:
        """Make one article: 60 to 100 words of summary and four quotes of some thirty."""
        dice, outlet = self._dice, self._outlets.one()
        day = FIRST_DAY + dt.timedelta(days=dice.randrange(DAYS))
        topic = dice.random() < ON_TOPIC
        return Article(
            id=f"{folding.slug(outlet)[:20].strip('-')}-{day}-{number}",
            treaty=self._treaty.id,
            headline=self._sentence(dice.randint(7, 14)),
            outlet=outlet,
            published=day,
            place="Moscow",
            url=f"https://news.example/{day:%Y/%m/%d}/{number}.html",
            clauses=tuple(dict.fromkeys(self._clauses.some(dice.randint(1, 3)))),
            summary=" ".join(self._sentence(20) + "." for _ in range(dice.randint(3, 5))),
            quotes=tuple(self._quote(topic and place == 0) for place in range(QUOTES)),
        )

    def _quote(self, on_topic: bool) -> Quote:
        speaker = self._speakers.one()
        words = self._sentence(self._dice.randint(20, 40))
        return Quote(
            text=f"{words}, {TOPIC} included" if on_topic else words,
            speaker=speaker,
            affiliation=_belonging(speaker, self._affiliations),
            clauses=tuple(set(self._clauses.some(1))) if self._dice.random() < ON_CLAUSE else (),
        )

    def _sentence(self, words: int) -> str:
        sentence = " ".join(self._words.some(words))
        return sentence[0].upper() + sentence[1:]


def _belonging(speaker: str, affiliations: Zipf[str]) -> str | None:
    """Give a speaker's affiliation, always the same; one in three has none."""
    mark = sum(map(ord, speaker))
    return affiliations.values[mark % len(affiliations.values)] if mark % 3 else None
