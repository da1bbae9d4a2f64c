"""What readers say is wrong, and what comes of it."""

import datetime as dt

from digests.desk.outcomes import (
    AlreadySettled,
    NoObjection,
    NoQuote,
    Reported,
    Settled,
    TooMany,
)
from digests.library import Library
from digests.library.actions import Action, Deed
from digests.library.reports import Verdict

A_DAY = 5  # objections of one reader
READER = "reader"  # nobody's name goes on record


def report(
    article: str,
    number: int,
    words: str,
    library: Library,
    now: dt.datetime,
    *,
    reader: int,
    language: str,
) -> Reported | TooMany | NoQuote:
    """Bring what a reader says of a quote, counted from 1, to the editors."""
    with library.atomic():
        if library.reports.lately(reader, now) >= A_DAY:
            return TooMany(A_DAY)
        id_ = library.reports.add(article, number, words, reader, language, now)
        if id_ is None:
            return NoQuote(article, number)
        note = Action(now, READER, Deed.REPORTED, article=article, detail=f"quote {number}")
        library.actions.note(note)
    return Reported(id_)


def settle(
    id_: int, verdict: Verdict, answer: str, library: Library, now: dt.datetime, by: str
) -> Settled | AlreadySettled | NoObjection:
    """Say what came of an objection; the reader is still to be told."""
    with library.atomic():
        settled = library.reports.settle(id_, verdict, answer, now, by)
        objection = library.reports.get(id_)
        if objection is None:
            return NoObjection(id_)
        if not settled:
            return AlreadySettled(objection)
        about = objection.article
        library.actions.note(Action(now, by, Deed.SETTLED, article=about, detail=verdict.value))
    return Settled(objection)
