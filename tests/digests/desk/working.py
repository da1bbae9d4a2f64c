"""A draft on file in a library, and the way it takes over the desk."""

import datetime as dt

from reviewing import a_draft
from writing import NOW

from digests import desk

LATER = NOW + dt.timedelta(hours=1)


def submitted(library, draft=None, by="1", *, anyway=True):
    outcome = desk.submit(draft or a_draft(), library, NOW, by, anyway=anyway)
    assert isinstance(outcome, desk.Submitted), outcome
    return outcome.id


def published(catalogue, library, draft=None):
    """Publish a draft nothing is to be complained of; give the article's id."""
    outcome = desk.publish_draft(submitted(library, draft), 1, catalogue, library, NOW, "1")
    assert isinstance(outcome, desk.Published), outcome
    return outcome.article


def deeds(actions):
    return [(one.deed.value, one.by, one.detail) for one in actions]
