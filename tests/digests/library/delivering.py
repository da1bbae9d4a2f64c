"""Builders: a chat, a subscription, a body, a letter."""

import datetime as dt

from shelving import NOW

from digests.library.letters import Claim, Delivered, New
from digests.models import Filter
from digests.subscriptions import LetterKind, Part, Schedule, Shown, Span

MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
CHAT = -10_077_001  # a number that nothing else has
DAILY = Schedule((dt.time(8),))
AT_ONCE = Schedule()
SPAN = Span(Filter(), 0, 3, "en", NOW.date(), NOW.date())


def met(library, id_=CHAT, kind="group", title="Arms control", now=NOW):
    return library.chats.meet(id_, kind, title, now)


def subscribed(
    library,
    chat=CHAT,
    schedule=DAILY,
    slot=NOW + HOUR,
    narrowing=Filter(),  # noqa: B008 - it cannot be changed
    topic=None,
    zone="Europe/Vienna",
    now=NOW,
):
    met(library, chat)
    next_ = None if schedule.at_once else slot
    return library.subscriptions.add(
        chat, topic, schedule, zone, narrowing, "en", 7_700_111, now, next_
    )


def a_part(text="Pact signed.", *articles, at=0):
    return Part(text, tuple(Shown(id_, at + n, at + n + 1) for n, id_ in enumerate(articles)))


def a_body(library, *parts, key=None, now=NOW):
    return library.bodies.add(key, SPAN, parts or (a_part(),), now)


def written(library, chat=CHAT, body=None, parts=1, kind=LetterKind.EDITION, **given):
    """Put a letter into the outbox; give it as it waits, or is held."""
    if library.chats.get(chat) is None:
        met(library, chat)
    body = body or a_body(library, *map(a_part, "abc"[:parts]))
    topic = given.pop("topic", None)
    assert library.outbox.enqueue([New(kind, chat, topic, body.id, parts, **given)], NOW) == 1
    return library.outbox.get(newest(library))


def newest(library):
    """Give the number of the letter put in last, of a few."""
    return max(id_ for id_ in range(200) if library.outbox.get(id_))


def claimed(library, *letters, now=NOW):
    return library.outbox.commit([Claim(one.id, one.part) for one in letters], [], now)


def came_of(library, *outcomes, now=NOW):
    return library.outbox.commit([], outcomes, now)


def delivered(library, letter, message=900, now=NOW):
    """Send all that is left of a letter, with message ids from *message* on."""
    for part in range(letter.part, letter.parts):
        claimed_part = library.outbox.commit([Claim(letter.id, part)], [], now)
        assert not claimed_part
        last = part == letter.parts - 1
        came_of(library, Delivered(letter.id, part, message + part, last), now=now)


def waiting(library):
    return [letter.id for letter in library.outbox.waiting(0, 999)]
