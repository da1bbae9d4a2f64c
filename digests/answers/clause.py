"""What does a clause provide, and who said what about it?"""

import datetime as dt
from dataclasses import dataclass, replace

from config import references
from config.catalogue import Catalogue
from config.entries import Treaty
from config.references import Meant, Mentioned, NoClause, Provision, WhichClause
from digests.answers.question import Misfit, ask
from digests.library import Library
from digests.models import Cited, Count, Filter, Heading, Tally

MOST_ARTICLES = 5


@dataclass(frozen=True, slots=True)
class Provided:
    """A clause, one page of what was said about it, and the articles that report on it."""

    provision: Provision
    elsewhere: tuple[Provision, ...]
    tally: Tally
    quotes: tuple[Cited, ...]
    total: Count
    articles: tuple[Heading, ...]
    filter: Filter
    offset: int


@dataclass(frozen=True, slots=True)
class WhatClause:
    """No clause was named."""

    treaty: Treaty


Answer = Provided | WhichClause | Mentioned | NoClause | WhatClause | Misfit


def about(
    text: str, catalogue: Catalogue, library: Library, today: dt.date, limit: int, offset: int = 0
) -> Answer:
    """Answer “what does this clause provide, and who said what about it?”."""
    question = ask(text, catalogue, library, today)
    if isinstance(question, Misfit):
        return question
    named = question.filter.treaties
    home = catalogue.treaties[named[0]] if named else None
    if not question.words:
        return WhatClause(home or catalogue.default)
    match references.read(question.words, catalogue, home):
        case Meant() as meant:
            narrowed = replace(question.filter, treaties=())
            return _provided(meant, narrowed, library, limit, offset)
        case other:
            return other


def _provided(
    meant: Meant, narrowed: Filter, library: Library, limit: int, offset: int
) -> Provided:
    address = meant.provision.address
    return Provided(
        meant.provision,
        meant.elsewhere,
        library.quotes.tally(address),
        tuple(library.quotes.by_clause(address, narrowed, limit, offset)),
        library.quotes.count_by_clause(address, narrowed),
        tuple(library.articles.on_clause(address, narrowed, MOST_ARTICLES)),
        narrowed,
        offset,
    )
