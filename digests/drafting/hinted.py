"""A text taken in, read with what its page or file says of itself: the text comes first."""

import datetime as dt
from dataclasses import fields, replace

from config.catalogue import Catalogue
from digests.drafting import reading
from digests.drafts import Draft, Masthead
from digests.intake.outcomes import RawText

SLACK = dt.timedelta(days=2)  # a page dates itself where its server stands


def read(raw: RawText, catalogue: Catalogue, today: dt.date) -> Draft:
    """Make a draft of a text taken in; hints stand in only where the text itself is silent.

    A year that the text leaves out is inferred as on the day its page was published.
    """
    published = raw.hints.published
    loaded = min(today, published + SLACK) if published else today
    draft = reading.read(raw.text, catalogue, loaded, raw.hints.url)
    return replace(draft, masthead=_filled(draft.masthead, raw.hints, catalogue))


def _filled(head: Masthead, hints: Masthead, catalogue: Catalogue) -> Masthead:
    known = catalogue.outlet(hints.outlet) if hints.outlet else None
    if known:
        hints = replace(hints, outlet=known.name)
    if head.published and hints.published and abs(head.published - hints.published) <= SLACK:
        head = replace(head, date_note=None)  # what was inferred is confirmed
    silent = [each.name for each in fields(head) if getattr(head, each.name) is None]
    if head.published:
        silent = [name for name in silent if name != "date_note"]
    return replace(head, **{name: getattr(hints, name) for name in silent})
