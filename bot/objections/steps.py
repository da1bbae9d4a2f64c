"""The steps of an objection, as they stand behind buttons and links.

Each holds all it needs, so that it works after a restart, and whoever forges one gains nothing::

    expert 5 artyom-lukin                   which of the quotes on this page?
    on tass-2024-06-20-mangott 3 Zk1x       what is wrong with the third quote?
    for tass-2024-06-20-mangott 3 Zk1x w    anything else to say, beside that it is w?
    file tass-2024-06-20-mangott 3 Zk1x w   nothing else
"""

import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import blake2b

from digests.library import Library
from digests.models import Article, Quote

NAME = "wrong"  # where the name of a command stands else
ASKABLE = ("expert", "clause", "search", "article")  # whose answers show quotes
PAGE = re.compile(
    rf"(?P<command>{'|'.join(ASKABLE)}) (?P<offset>[0-9]{{1,6}}) (?P<argument>.*)", re.DOTALL
)
STEP = re.compile(
    r"(?P<step>on|for|file) (?P<article>[a-z0-9-]{1,56}) (?P<number>0|[1-9][0-9]{0,3}) "
    r"(?P<check>[A-Za-z0-9_-]{4})(?: (?P<fault>[a-z]))?"
)


class Fault(StrEnum):
    """What may be wrong with a quote; the value goes into the words kept."""

    SPEAKER = "speaker"
    WORDS = "words"
    CLAUSE = "clause"
    OTHER = "other"


BY_LETTER = {fault.value[0]: fault for fault in Fault}


@dataclass(frozen=True, slots=True)
class Page:
    """A page of an answer: which of its quotes is meant is still to be asked."""

    command: str
    offset: int
    argument: str

    def __str__(self) -> str:
        return f"{self.command} {self.offset} {self.argument}"


@dataclass(frozen=True, slots=True)
class Spot:
    """A quote of an article, by its number from 1, and by a check of its words.

    Where the article was corrected meanwhile, the check finds the quote at its new place, or
    tells that it is gone.
    """

    article: str
    number: int
    check: str

    def __str__(self) -> str:
        return f"{self.article} {self.number} {self.check}"


@dataclass(frozen=True, slots=True)
class About:
    """What is wrong with this quote?"""

    spot: Spot

    def __str__(self) -> str:
        return f"on {self.spot}"


@dataclass(frozen=True, slots=True)
class Because:
    """That is wrong; unless this is the *end*, more may be said."""

    spot: Spot
    fault: Fault
    end: bool = False

    def __str__(self) -> str:
        return f"{'file' if self.end else 'for'} {self.spot} {self.fault.value[0]}"


Step = Page | About | Because


def read(argument: str) -> Step | None:
    """Read what stands behind a button or a link; None where it is none of ours."""
    if page := PAGE.fullmatch(argument):
        return Page(page["command"], int(page["offset"]), page["argument"])
    match = STEP.fullmatch(argument)
    if match is None:
        return None
    spot = Spot(match["article"], int(match["number"]), match["check"])
    fault = BY_LETTER.get(match["fault"] or "")
    if match["step"] == "on":
        return About(spot) if match["fault"] is None else None
    return Because(spot, fault, end=match["step"] == "file") if fault else None


def spot(article: Article, quote: Quote) -> Spot:
    """Name the place of a quote that an article holds.

    Raises:
        ValueError: it does not hold it.
    """
    return Spot(article.id, article.quotes.index(quote) + 1, check(quote))


def check(quote: Quote) -> str:
    """Derive four signs from the words of a quote."""
    digest = blake2b(quote.text.encode("utf-8", "replace"), digest_size=3).digest()
    return urlsafe_b64encode(digest).decode()


def found(spot: Spot, library: Library) -> tuple[Article, Spot] | None:
    """Find the article of a quote, and where in it the quote stands now; None if it is gone."""
    article = library.articles.get(spot.article)
    quotes = article.quotes if article else ()
    alike = [n for n, quote in enumerate(quotes, start=1) if check(quote) == spot.check]
    if article is None or not alike:
        return None
    nearest = min(alike, key=lambda number: abs(number - spot.number))
    return article, replace(spot, number=nearest)
