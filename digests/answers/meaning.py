"""What a few words without a command may mean: somebody, a clause, both, or words to look for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from config import references
from config.catalogue import Catalogue
from config.folding import fold, skeleton, words
from config.references import Meant, Provision
from digests.answers import names
from digests.answers.question import Question
from digests.library import Library
from digests.models import Filter, Speaker

MOST_WORDS = 8  # of a question that may name a speaker and a clause
PROMINENT = 100  # speakers whose names a half-typed word may begin
COMPLETIONS = 3
LEAST = 2  # letters of a half-typed word


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question may mean: somebody's words, a clause, both, or words to look for."""

    question: Question
    speaker: Speaker | None = None
    provision: Provision | None = None


def readings(exact: Reading, catalogue: Catalogue, library: Library) -> Iterator[Reading]:
    """Read a question exactly, then as words to look for, then with its last word completed."""
    yield exact
    question = exact.question
    if not question.words:
        return
    if exact.speaker or exact.provision:
        yield Reading(question)
    *whole, last = question.words.split()
    for word in _completions(last, catalogue, library):
        completed = replace(question, words=" ".join([*whole, word]))
        yield exactly(completed, catalogue, library)


def exactly(question: Question, catalogue: Catalogue, library: Library) -> Reading:
    """Take the words for a name, a clause or both, where they are nothing else."""
    speaker, provision = _filtered(question.filter, catalogue, library)
    if not question.words:
        return Reading(question, speaker, provision)
    if named := _speaker(question.words, library):
        return Reading(question, named)
    if clause := _provision(question, question.words, catalogue):
        return Reading(question, speaker, clause)
    return _both(question, catalogue, library) or Reading(question)


def _filtered(
    narrowed: Filter, catalogue: Catalogue, library: Library
) -> tuple[Speaker | None, Provision | None]:
    """Give the one speaker and the one clause that a filter names, if it is one."""
    slug = narrowed.speakers[0] if len(narrowed.speakers) == 1 else None
    found = catalogue.at(narrowed.clauses[0]) if len(narrowed.clauses) == 1 else None
    return library.speakers.get(slug) if slug else None, Provision(*found) if found else None


def _both(question: Question, catalogue: Catalogue, library: Library) -> Reading | None:
    """Read one part of the words as a speaker's name and the other as a clause's."""
    typed = question.words.split()
    if len(typed) > MOST_WORDS:
        return None
    for place in range(1, len(typed)):
        parts = " ".join(typed[:place]), " ".join(typed[place:])
        for name, clause in (parts, parts[::-1]):
            provision = _provision(question, clause, catalogue)
            if provision and (speaker := _speaker(name, library)):
                return Reading(question, speaker, provision)
    return None


def _speaker(name: str, library: Library) -> Speaker | None:
    match names.called(name, library):
        case [speaker]:
            return speaker
        case _:
            return None


def _provision(question: Question, text: str, catalogue: Catalogue) -> Provision | None:
    treaties = question.filter.treaties
    home = catalogue.treaties[treaties[0]] if treaties else None
    match references.exactly(text, catalogue, home):
        case Meant(provision):
            return provision
        case _:
            return None


def _completions(typed: str, catalogue: Catalogue, library: Library) -> list[str]:
    """Give words that begin so: of the names of the most quoted, then of clauses."""
    begun = fold(typed)
    if len(begun) < LEAST:
        return []
    people = library.speakers.all(Filter(), PROMINENT)
    known = [word for speaker in people for word in words(speaker.name)]
    known += [
        word
        for clause in catalogue.default.clauses
        for name in clause.names()
        for word in words(name)
    ]
    sound = skeleton(begun) if len(skeleton(begun)) >= LEAST else begun
    found = (
        word
        for word in dict.fromkeys(known)
        if word != begun and (word.startswith(begun) or skeleton(word).startswith(sound))
    )
    return list(islice(found, COMPLETIONS))
