"""Where do these words occur?"""

import datetime as dt
import re
from dataclasses import dataclass

from config.catalogue import Catalogue
from config.folding import words
from digests.answers.question import Misfit, ask
from digests.library import Library
from digests.models import Article, Count, Filter

MOST_PHRASES = 16
MARKED = re.compile(r'"([^"]+)"|“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]')

ALIKE = 3  # letters that words share with their stem, or as many as it has but one
UNLIKE = frozenset({"die", "lie", "tie"})  # of dying, lying and tying
Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of the articles that hold every phrase, best first; none is an answer too."""

    asked: str
    phrases: Phrases
    articles: tuple[Article, ...]
    total: Count
    searched: Count
    filter: Filter
    offset: int


@dataclass(frozen=True, slots=True)
class NoWords:
    """There was nothing to search for."""

    asked: str


def beginning(stem: str) -> str:
    """Give the letters that all words of a stem begin with: no others are worth stemming."""
    return stem[0] if stem in UNLIKE else stem[: max(1, min(ALIKE, len(stem) - 1))]


def find(
    text: str, catalogue: Catalogue, library: Library, today: dt.date, limit: int, offset: int = 0
) -> Found | NoWords | Misfit:
    """Find the articles in which all words and “phrases” occur, in any inflection."""
    question = ask(text, catalogue, library, today)
    if isinstance(question, Misfit):
        return question
    wanted = phrases(question.words)
    if not wanted:
        return NoWords(question.words)
    page = library.search.find(wanted, question.filter, limit, offset)
    articles = (library.articles.get(heading.id) for heading in page)
    return Found(
        question.words,
        wanted,
        tuple(article for article in articles if article),
        library.search.count(wanted, question.filter),
        library.articles.count(question.filter),
        question.filter,
        offset,
    )


def phrases(text: str) -> Phrases:
    """Cut what was typed into phrases: those in quotation marks, and single words."""
    marked = [next(filter(None, match.groups())) for match in MARKED.finditer(text)]
    single = words(MARKED.sub(" ", text))
    every = [tuple(words(phrase)) for phrase in marked] + [(word,) for word in single]
    return tuple(dict.fromkeys(phrase for phrase in every if phrase))[:MOST_PHRASES]
