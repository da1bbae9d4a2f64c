"""What chats may do with subscriptions: make, change, pause, resume and delete them.

One transaction each; what can come of it are values.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from digests import schedule as schedules
from digests.library import Library
from digests.models import Filter
from digests.subscriptions import Chat, Pause, Schedule, Subscription

MOST = 20  # subscriptions of one chat


@dataclass(frozen=True, slots=True)
class Whose:
    """A chat as Telegram knows it, the topic in it, and who wants something for it."""

    chat: int
    kind: str
    title: str
    topic: int | None
    by: int | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to come, when and by which clock; a chat that has none yet may *adopt* the clock."""

    schedule: Schedule
    zone: str
    filter: Filter
    language: str
    adopt: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """It is made, or changed, and stands like this."""

    subscription: Subscription


@dataclass(frozen=True, slots=True)
class Already:
    """The same is there already, in the same place."""

    subscription: Subscription


@dataclass(frozen=True, slots=True)
class TooMany:
    """The chat has as many as it may."""

    limit: int


@dataclass(frozen=True, slots=True)
class Gone:
    """There is no such subscription any more."""


def subscribe(
    whose: Whose, wanted: Wanted, library: Library, now: dt.datetime
) -> Made | Already | TooMany:
    """Subscribe a chat, from now on; who can ask for it can be sent something again."""
    with library.atomic():
        chat = library.chats.meet(whose.chat, whose.kind, whose.title, now)
        library.chats.welcome(whose.chat)
        kept = library.subscriptions.of_chat(whose.chat)
        if same := _same(kept, whose.topic, wanted.schedule, wanted.zone, wanted.filter):
            return Already(same)
        if len(kept) >= MOST:
            return TooMany(MOST)
        if wanted.adopt and chat.zone is None:
            library.chats.change(whose.chat, zone=wanted.zone)
        return Made(_added(whose, wanted, library, now))


def _added(whose: Whose, wanted: Wanted, library: Library, now: dt.datetime) -> Subscription:
    """Add a subscription, to which is news what has come in since the slot before."""
    zone = ZoneInfo(wanted.zone)
    return library.subscriptions.add(
        whose.chat,
        whose.topic,
        wanted.schedule,
        wanted.zone,
        wanted.filter,
        wanted.language,
        whose.by,
        now,
        schedules.following(wanted.schedule, zone, now),
        schedules.preceding(wanted.schedule, zone, now),
    )


def _same(
    kept: Sequence[Subscription],
    topic: int | None,
    schedule: Schedule,
    zone: str,
    narrowed: Filter,
) -> Subscription | None:
    """Find one that would send the same; where nothing is scheduled no clock matters."""
    for each in kept:
        clock = schedule.at_once or each.zone == zone
        about = _plain(each.filter) == _plain(narrowed)
        if clock and about and (each.topic, each.schedule) == (topic, schedule):
            return each
    return None


def _plain(narrowed: Filter) -> tuple[frozenset[str], ...]:
    """Give what a filter lets through, whatever the order it was written in."""
    parts = (narrowed.treaties, narrowed.clauses, narrowed.speakers, narrowed.outlets)
    return tuple(map(frozenset, parts))


def change(
    id_: int,
    library: Library,
    now: dt.datetime,
    *,
    schedule: Schedule | None = None,
    zone: str | None = None,
    narrowed: Filter | None = None,
) -> Made | Already | Gone:
    """Change a subscription; it keeps its place, so that nothing is lost or sent twice."""
    with library.atomic():
        old = library.subscriptions.get(id_)
        if old is None:
            return Gone()
        when, clock = schedule or old.schedule, zone or old.zone
        about = old.filter if narrowed is None else narrowed
        others = [each for each in library.subscriptions.of_chat(old.chat) if each.id != id_]
        if same := _same(others, old.topic, when, clock, about):
            return Already(same)
        following = schedules.following(when, ZoneInfo(clock), now)
        new = library.subscriptions.change(
            id_, schedule=when, zone=clock, filter=about, next=following
        )
        return Made(new) if new else Gone()


def pause(id_: int, library: Library, now: dt.datetime) -> Made | Gone:
    """Send nothing for a subscription until it is resumed."""
    with library.atomic():
        library.subscriptions.pause(id_, Pause.BY_HAND, now)
        return _as_it_stands(id_, library)


def resume(id_: int, library: Library, now: dt.datetime) -> Made | Gone:
    """Go on with a subscription, where its next edition holds all that was missed."""
    with library.atomic():
        old = library.subscriptions.get(id_)
        if old and old.paused:
            library.chats.welcome(old.chat)
            following = schedules.following(old.schedule, ZoneInfo(old.zone), now)
            library.subscriptions.resume(id_, now, following)
        return _as_it_stands(id_, library)


def _as_it_stands(id_: int, library: Library) -> Made | Gone:
    found = library.subscriptions.get(id_)
    return Made(found) if found else Gone()


def stopped(chat: int, library: Library) -> list[Subscription]:
    """Give those of a chat that nobody there has paused by hand."""
    kept = library.subscriptions.of_chat(chat)
    return [each for each in kept if each.paused and each.paused is not Pause.BY_HAND]


def resume_all(chat: int, library: Library, now: dt.datetime) -> int:
    """Go on with those of a chat that nobody has paused by hand; give how many there were."""
    with library.atomic():
        found = stopped(chat, library)
        for each in found:
            resume(each.id, library, now)
        return len(found)


def delete(ids: Sequence[int], library: Library) -> int:
    """Delete subscriptions; give how many of them there were."""
    with library.atomic():
        return sum(library.subscriptions.delete(id_) for id_ in ids)


@dataclass(frozen=True, slots=True)
class Moved:
    """A chat goes by another clock now, and so do this many of its subscriptions."""

    chat: Chat
    subscriptions: int


def move_clock(whose: Whose, zone: str, before: str, library: Library, now: dt.datetime) -> Moved:
    """Let a chat go by another time zone; subscriptions that went by the one *before* go along."""
    with library.atomic():
        library.chats.meet(whose.chat, whose.kind, whose.title, now)
        chat = library.chats.change(whose.chat, zone=zone)
        kept = library.subscriptions.of_chat(whose.chat) if zone != before else []
        along = [each for each in kept if each.zone == before]
        for each in along:
            following = schedules.following(each.schedule, ZoneInfo(zone), now)
            library.subscriptions.change(each.id, zone=zone, next=following)
        return Moved(chat, sum(not each.schedule.at_once for each in along))
