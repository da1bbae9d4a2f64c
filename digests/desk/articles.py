"""Articles: corrected, taken back, their past told."""

import datetime as dt

from digests import review
from digests.desk.outcomes import (
    AlreadyRetracted,
    History,
    NoArticle,
    NoReason,
    Opened,
    Retracted,
)
from digests.library import Library
from digests.library.actions import Action, Deed

LONGEST_REASON = 300


def correct(id_: str, library: Library, now: dt.datetime, by: str) -> Opened | NoArticle:
    """Open an article as a draft, seeded from its record; there is one correction at a time.

    A retracted one too: publishing that draft is the one way to publish it again.
    """
    with library.atomic():
        record = library.past.last(id_)
        if record is None:
            return NoArticle(id_)
        drafts = library.drafts.of(id_)
        if begun := [filed for filed in drafts if filed.state == "open"]:
            return Opened(begun[0].id, already=True)
        sources = (filed.draft.source for filed in drafts if filed.state == "published")
        draft = review.reopen(record, next(sources, None))
        base = library.past.number(id_)
        number = library.drafts.add(draft, now, by, corrects=id_, base=base)
        library.actions.note(Action(now, by, Deed.REOPENED, number, id_))
    return Opened(number)


def retract(
    id_: str, reason: str, library: Library, now: dt.datetime, by: str
) -> Retracted | AlreadyRetracted | NoArticle | NoReason:
    """Take an article out of every answer, and keep it."""
    reason = " ".join(reason.split())[:LONGEST_REASON]
    with library.atomic():
        if not library.past.knows(id_):
            return NoArticle(id_)
        if retraction := library.past.retraction(id_):
            return AlreadyRetracted(id_, retraction)
        if not reason:
            return NoReason(id_)
        library.past.retract(id_, reason, now, by)
        library.actions.note(Action(now, by, Deed.RETRACTED, article=id_, detail=reason))
    return Retracted(id_)


def history(id_: str, library: Library) -> History | NoArticle:
    """Tell all an article has been, and all that was done to it."""
    versions = tuple(library.past.versions(id_))
    if not versions:
        return NoArticle(id_)
    actions = tuple(library.actions.of_article(id_))
    return History(id_, versions, library.past.retraction(id_), actions)
