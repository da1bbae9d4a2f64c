"""What is new?"""

import datetime as dt
from dataclasses import dataclass

from config.catalogue import Catalogue
from digests.answers.question import Misfit, ask
from digests.library import Library
from digests.models import Count, Filter, Heading

USUAL, MOST = 5, 10


@dataclass(frozen=True, slots=True)
class Latest:
    """One page of articles, newest first; ``size`` is how many to a page."""

    articles: tuple[Heading, ...]
    total: Count
    filter: Filter
    size: int
    offset: int


@dataclass(frozen=True, slots=True)
class NotANumber:
    """Something else than a number of articles was asked for."""

    asked: str


def articles(
    text: str, catalogue: Catalogue, library: Library, today: dt.date, offset: int = 0
) -> Latest | NotANumber | Misfit:
    """List the newest articles, as many as asked for, within reason."""
    question = ask(text, catalogue, library, today)
    if isinstance(question, Misfit):
        return question
    asked = question.words or str(USUAL)
    if not (asked.isdecimal() and int(asked) > 0):
        return NotANumber(question.words)
    size = min(int(asked), MOST)
    page = library.articles.latest(question.filter, size, offset)
    total = library.articles.count(question.filter)
    return Latest(tuple(page), total, question.filter, size, offset)
