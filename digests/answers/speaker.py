"""What has somebody said?"""

import datetime as dt
from dataclasses import dataclass

from config.catalogue import Catalogue
from config.folding import fold
from digests.answers import names
from digests.answers.question import Misfit, ask
from digests.library import Library
from digests.models import Cited, Count, Filter, Speaker

PROMINENT = 6


@dataclass(frozen=True, slots=True)
class Said:
    """Who a speaker is, and one page of what they said, newest first."""

    speaker: Speaker
    quotes: tuple[Cited, ...]
    total: Count
    filter: Filter
    offset: int


@dataclass(frozen=True, slots=True)
class WhichSpeaker:
    """More than one speaker goes by that name."""

    asked: str
    candidates: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class NobodyCalled:
    """No speaker goes by that name; ``near`` are spelt like it."""

    asked: str
    near: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class WhoAtAll:
    """No name was given; ``prominent`` are the speakers quoted most."""

    prominent: tuple[Speaker, ...]


Answer = Said | WhichSpeaker | NobodyCalled | WhoAtAll | Misfit


def about(
    text: str, catalogue: Catalogue, library: Library, today: dt.date, limit: int, offset: int = 0
) -> Answer:
    """Answer “what has this speaker said?”, newest first, *limit* quotes from *offset* on."""
    question = ask(text, catalogue, library, today)
    if isinstance(question, Misfit):
        return question
    if not names.tokens(question.words):
        return WhoAtAll(tuple(library.speakers.all(Filter(), PROMINENT)))
    match names.called(question.words, library):
        case []:
            return NobodyCalled(question.words, names.near(question.words, library))
        case [speaker]:
            return _said(speaker, question.filter, library, limit, offset)
        case candidates:
            return WhichSpeaker(question.words, tuple(candidates))


def note_miss(answer: Answer, library: Library, today: dt.date) -> None:
    """Count a name that nobody bears, for editors to see later; never who asked."""
    if isinstance(answer, NobodyCalled) and fold(answer.asked).strip():
        library.misses.note(answer.asked, today)


def _said(speaker: Speaker, narrowed: Filter, library: Library, limit: int, offset: int) -> Said:
    quotes = library.quotes.by_speaker(speaker.slug, narrowed, limit, offset)
    total = library.quotes.count_by_speaker(speaker.slug, narrowed)
    return Said(speaker, tuple(quotes), total, narrowed, offset)
