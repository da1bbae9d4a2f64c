"""An edition for somebody who wants it now: nothing is moved by it."""

import datetime as dt
from dataclasses import dataclass

from digests import editions
from digests.editions import Edition
from digests.library import Library
from digests.models import Filter
from digests.press.composing import asked, composed
from digests.press.printing import Kind, Printer
from digests.press.shift import place
from digests.press.typesetting import Typesetter
from digests.subscriptions import Chat, Part, Span, Subscription


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is wanted: of the articles numbered above ``after``, those that a filter lets pass.

    ``first`` and ``last`` are the days of the period, where the chat is.
    """

    filter: Filter
    language: str
    brief: bool
    first: dt.date
    last: dt.date
    after: int = 0


@dataclass(frozen=True, slots=True)
class Printed:
    """An edition as messages, and the number of the body they are kept as."""

    body: int
    parts: tuple[Part, ...]


def wanted(subscription: Subscription, chat: Chat | None, now: dt.datetime) -> Wanted:
    """Tell what the next edition of a subscription would be, were it made now."""
    zone = place(subscription.zone)
    return Wanted(
        filter=subscription.filter,
        language=subscription.language,
        brief=chat is not None and chat.brief,
        first=subscription.since.astimezone(zone).date(),
        last=now.astimezone(zone).date(),
        after=subscription.read,
    )


def preview(library: Library, wanted: Wanted) -> Edition | None:
    """Compose an edition and keep nothing of it; None where nothing is new."""
    return composed(library, _span(library, wanted))


def nothing(wanted: Wanted) -> Edition:
    """Give the edition which says that nothing is new."""
    span = Span(wanted.filter, 0, 0, wanted.language, wanted.first, wanted.last)
    return editions.nothing(asked(span))


def compose_now(
    library: Library, wanted: Wanted, now: dt.datetime, typesetter: Typesetter
) -> Printed | None:
    """Compose an edition and keep it, for whoever reads it whole, and for what is taken back.

    None where nothing is new.

    Raises:
        LibraryBusy: another process is writing; nothing was done.
    """
    with library.atomic():
        printer = Printer(library, now, typesetter, library.past.changes(), {})
        body = printer.body(Kind(_span(library, wanted), wanted.brief))
        if body is None:
            return None
        parts = (library.bodies.part(body.id, number) for number in range(body.parts))
        return Printed(body.id, tuple(part for part in parts if part))


def _span(library: Library, wanted: Wanted) -> Span:
    through = library.articles.newest()
    return Span(wanted.filter, wanted.after, through, wanted.language, wanted.first, wanted.last)
