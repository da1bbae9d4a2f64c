"""A retraction reaches everybody who got the article: by an edit, or else by a reply."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile

from digests.library import Library
from digests.library.bodies import Body
from digests.library.letters import New, Reached
from digests.models import Filter
from digests.press.shift import Place, Shift
from digests.press.typesetting import Struck, Typesetter
from digests.subscriptions import Letter, LetterKind, Span

COST = 10  # letters as which a part counts that is rewritten


def tell(shift: Shift) -> bool:
    """Tell chats of the retractions they do not know of; say whether there may be more."""
    while untold := shift.library.past.untold(1):
        (one,) = untold
        struck = _struck(one.article, one.at, one.reason, shift.library)
        if struck and not _told(struck, shift):
            return True
        shift.library.past.told(one.article)
        shift.told = None
    return False


def _struck(article: str, at: dt.datetime, reason: str, library: Library) -> Struck | None:
    record = library.past.last(article)
    return Struck(record, at.date(), reason) if record else None


def _told(struck: Struck, shift: Shift) -> bool:
    """Tell of one retraction, as far as there is room; say whether that is all."""
    for place in _places(struck.article.id, shift):
        shift.told = place
        if not shift.room:
            return False
        if place.letter == 0:
            _strike(place, struck, shift)
        room = max(shift.room, 1)
        reached = shift.library.outbox.reached(place.body, place.part, place.letter, room)
        shift.letters += _word(place, reached, struck, shift)
        if len(reached) == room:
            shift.told = replace(place, letter=reached[-1].letter)
            return False
    return True


def _places(article: str, shift: Shift) -> Iterator[Place]:
    """Give the parts that show an article, from where the shift before came to."""
    showing = shift.library.bodies.showing(article)
    parts = dict.fromkeys((one.body, one.part) for one in showing)
    places = [Place(article, body, part) for body, part in parts]
    last = shift.told
    if last and last.article == article:
        yield last
        places = [*dropwhile(lambda one: replace(last, letter=0) != one, places)][1:]
    yield from places


def _strike(place: Place, struck: Struck, shift: Shift) -> None:
    """Put word of it in the place of the article, unless the part is dropped by now."""
    shift.spent += COST
    bodies = shift.library.bodies
    if part := bodies.part(place.body, place.part):
        language = _language(place.body, shift.library)
        bodies.rewrite(place.body, place.part, shift.typesetter.struck(part, struck, language))


def _language(body: int, library: Library) -> str:
    span = library.bodies.get(body)
    return span.language if span else ""


def _word(place: Place, reached: list[Reached], struck: Struck, shift: Shift) -> Iterator[New]:
    """Give an edit of each message; a reply to it where nothing is kept to edit it with."""
    if not reached:
        return
    kind, body, part = LetterKind.EDIT, place.body, place.part
    if shift.library.bodies.content(body, part) is None:
        language = _language(place.body, shift.library)
        notice = _notice(struck, language, shift.library, shift.typesetter, shift.now)
        kind, body, part = LetterKind.NOTICE, notice.id, 0
    for one in reached:
        yield New(kind, one.chat, one.topic, body, part + 1, target=one.message, part=part)


def _notice(
    struck: Struck, language: str, library: Library, typesetter: Typesetter, now: dt.datetime
) -> Body:
    """Give the body of a message which says that an article was taken back."""
    key = f"{struck.article.id} retracted on {struck.on} in {language}"
    span = Span(Filter(), 0, 0, language, struck.on, struck.on)
    kept = library.bodies.keyed(key)
    return kept or library.bodies.add(key, span, [typesetter.notice(struck, language)], now)


def notice(library: Library, letter: Letter, now: dt.datetime, typesetter: Typesetter) -> None:
    """Reply to a message that cannot be edited, in the place of the letter that was to do it.

    Nothing is written where no article in it is retracted any more.
    """
    language = _language(letter.body, library)
    found = (
        (retraction.at, id_, retraction.reason)
        for id_ in library.bodies.articles(letter.body, letter.part)
        if (retraction := library.past.retraction(id_))
    )
    latest = max(found, default=None)
    if latest is None:
        return
    at, id_, reason = latest
    if struck := _struck(id_, at, reason, library):
        body = _notice(struck, language, library, typesetter, now)
        to = New(LetterKind.NOTICE, letter.chat, letter.topic, body.id, 1, target=letter.target)
        library.outbox.enqueue([to], now)
