"""Who has spoken at all?"""

import datetime as dt
from dataclasses import dataclass

from config.catalogue import Catalogue
from digests.answers.question import Misfit, ask
from digests.library import Library
from digests.models import Count, Filter, Speaker


@dataclass(frozen=True, slots=True)
class Speakers:
    """One page of the speakers, most quoted first."""

    speakers: tuple[Speaker, ...]
    total: Count
    filter: Filter
    offset: int


def everybody(
    text: str, catalogue: Catalogue, library: Library, today: dt.date, limit: int, offset: int = 0
) -> Speakers | Misfit:
    """List who has been quoted, most quoted first."""
    question = ask(text, catalogue, library, today)
    if isinstance(question, Misfit):
        return question
    page = library.speakers.all(question.filter, limit, offset)
    return Speakers(tuple(page), library.speakers.count(question.filter), question.filter, offset)
