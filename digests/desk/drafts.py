"""Drafts: brought in, looked at, changed, published, discarded."""

import datetime as dt

from config.catalogue import Catalogue
from digests import review
from digests.desk.known import known, twins
from digests.desk.loading import publish
from digests.desk.outcomes import (
    Blocked,
    Changed,
    Discarded,
    NoDraft,
    NotOpen,
    OnDesk,
    Overtaken,
    Published,
    Submitted,
)
from digests.drafts import Draft
from digests.library import Library
from digests.library.actions import Action, Deed
from digests.library.drafts import Filed, Stale
from digests.models import Article
from digests.review import Change, Refused, Twin

Unusable = Stale | NotOpen | NoDraft


def submit(
    draft: Draft, library: Library, now: dt.datetime, by: str, *, anyway: bool = False
) -> Submitted | Twin:
    """File a new draft, unless the same text or address is here already; or file it *anyway*."""
    if (same := twins(draft, library)) and not anyway:
        return same[0]
    with library.atomic():
        if (same := twins(draft, library)) and not anyway:  # it may have come in meanwhile
            return same[0]
        id_ = library.drafts.add(review.tidy(draft), now, by)
        library.actions.note(Action(now, by, Deed.SUBMITTED, id_))
    return Submitted(id_)


def look(
    id_: int, catalogue: Catalogue, library: Library, now: dt.datetime, by: str
) -> OnDesk | NoDraft:
    """Show a draft; whoever looks at an open one is on it, if nobody else is."""
    with library.atomic():
        hold = library.drafts.hold(id_, by, now)
        filed = library.drafts.get(id_)
    if filed is None:
        return NoDraft(id_)
    found = review.complaints(filed.draft, catalogue, known(filed, catalogue, library))
    return OnDesk(filed, found, hold)


def change(
    id_: int,
    version: int,
    what: Change,
    catalogue: Catalogue,
    library: Library,
    now: dt.datetime,
    by: str,
) -> Changed | Refused | Unusable:
    """Change a draft, but only the version that the editor saw."""
    with library.atomic():
        filed = _current(id_, version, library)
        if not isinstance(filed, Filed):
            return filed
        draft = review.amend(filed.draft, what, catalogue)
        if isinstance(draft, Refused):
            return draft
        library.drafts.save(id_, version, draft, now)
        library.actions.note(Action(now, by, Deed.CHANGED, id_, filed.corrects, _told(what)))
        hold = library.drafts.hold(id_, by, now)
        return Changed(library.drafts.get(id_) or filed, hold)


def publish_draft(
    id_: int, version: int, catalogue: Catalogue, library: Library, now: dt.datetime, by: str
) -> Published | Blocked | Overtaken | Refused | Unusable:
    """Make a draft an article, new or in place of the one it corrects."""
    with library.atomic():
        filed = _current(id_, version, library)
        if not isinstance(filed, Filed):
            return filed
        if blocks := review.blocking(review.complaints(filed.draft, catalogue)):
            return Blocked(blocks)
        article = _accepted(filed, catalogue, library)
        if not isinstance(article, Article):
            return article
        deed = _deed(filed, library)
        outcome = publish(article, catalogue, library, now, by, again=filed.base > 0)
        library.drafts.close(id_, version, "published", now, article.id)
        library.actions.note(Action(now, by, deed, id_, article.id))
    return Published(article.id, outcome)


def discard(
    id_: int, version: int, library: Library, now: dt.datetime, by: str
) -> Discarded | Unusable:
    """Put a draft away."""
    with library.atomic():
        filed = _current(id_, version, library)
        if not isinstance(filed, Filed):
            return filed
        library.drafts.close(id_, version, "discarded", now)
        library.actions.note(Action(now, by, Deed.DISCARDED, id_, filed.corrects))
    return Discarded(id_)


def _current(id_: int, version: int, library: Library) -> Filed | Unusable:
    """Give an open draft in the version that was seen, or say what is in the way."""
    filed = library.drafts.get(id_)
    if filed is None:
        return NoDraft(id_)
    if filed.state != "open":
        return NotOpen(filed)
    return filed if filed.version == version else Stale(filed)


def _accepted(
    filed: Filed, catalogue: Catalogue, library: Library
) -> Article | Refused | Overtaken:
    former = filed.corrects
    if former is None:
        id_ = review.identify(filed.draft, library.past.knows)
        return review.accept(filed.draft, catalogue, id_)
    if library.past.number(former) != filed.base:
        return Overtaken(former)
    return review.accept(filed.draft, catalogue, former, library.past.last(former))


def _deed(filed: Filed, library: Library) -> Deed:
    if filed.corrects is None:
        return Deed.PUBLISHED
    return Deed.REPUBLISHED if library.past.retraction(filed.corrects) else Deed.CORRECTED


def _told(what: Change) -> str:
    """Give the field or the quote that a change is about, for the record."""
    match what:
        case review.SetField(field, _) | review.DeclareUnknown(field):
            return field
        case review.RewriteSummary() | review.AcceptSummary():
            return "summary"
        case review.AddQuote():
            return "quotes"
        case review.SetClauses(None, _):
            return "clauses"
        case _:
            return f"quote {what.number}"
