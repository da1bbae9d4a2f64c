"""Raw articles brought by a program: filed as drafts, or published where nothing is in the way."""

import datetime as dt

from config.catalogue import Catalogue
from digests import review
from digests.desk.drafts import publish_draft, submit
from digests.desk.known import twins
from digests.desk.loading import Outcome, foresee, publish
from digests.desk.outcomes import Blocked, Published
from digests.drafts import Draft
from digests.errors import RecordRefused
from digests.library import Library
from digests.library.actions import Action, Deed
from digests.models import Article
from digests.review import Complaint, Refused, Twin


class _Undone(Exception):  # noqa: N818 - never seen outside
    """Something was in the way; nothing is kept."""

    def __init__(self, outcome: Refused | Blocked) -> None:
        super().__init__()
        self.outcome = outcome


def accepted(draft: Draft, catalogue: Catalogue) -> Draft:
    """Give a draft as whoever publishes it unseen takes it: with its own summary."""
    taken = review.amend(draft, review.AcceptSummary(), catalogue)
    return draft if isinstance(taken, Refused) else taken


def twin(draft: Draft, library: Library) -> Twin | None:
    """Give what has the same text, else the same address."""
    return next(iter(twins(draft, library)), None)


def bring_out(
    draft: Draft, catalogue: Catalogue, library: Library, now: dt.datetime, by: str
) -> Published | Blocked | Refused | Twin:
    """Publish a draft that nobody has looked at, wholly or not at all.

    Its summary is taken as it is; whatever else would keep an editor from publishing it does so
    here.
    """
    whole = accepted(draft, catalogue)
    if blocks := blocking(whole, catalogue):
        return Blocked(blocks)
    try:
        with library.atomic():
            filed = submit(whole, library, now, by)
            if isinstance(filed, Twin):
                return filed
            return _published(filed.id, catalogue, library, now, by)
    except _Undone as undone:
        return undone.outcome


def publish_record(
    article: Article, catalogue: Catalogue, library: Library, now: dt.datetime, by: str
) -> tuple[Outcome, tuple[str, ...]]:
    """Publish a record that somebody at the desk brought, and put that on record."""
    try:
        with library.atomic():
            foreseen, problems = foresee(article, library)
            if foreseen == "refused":
                return foreseen, problems
            outcome = publish(article, catalogue, library, now, by)
            if outcome != "same":
                deed = Deed.PUBLISHED if outcome == "new" else Deed.CORRECTED
                library.actions.note(Action(now, by, deed, article=article.id))
            return outcome, ()
    except RecordRefused as refusal:
        return "refused", tuple(refusal.problems)


def blocking(draft: Draft, catalogue: Catalogue) -> tuple[Complaint, ...]:
    """Give what keeps a draft from being published."""
    return review.blocking(review.complaints(draft, catalogue))


def _published(
    id_: int, catalogue: Catalogue, library: Library, now: dt.datetime, by: str
) -> Published:
    filed = library.drafts.get(id_)
    outcome = publish_draft(id_, filed.version if filed else 0, catalogue, library, now, by)
    match outcome:
        case Published():
            return outcome
        case Refused() | Blocked():
            raise _Undone(outcome)
        case _:  # it was filed a moment ago, by this very transaction
            raise AssertionError(outcome)
