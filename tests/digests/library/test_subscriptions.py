import datetime as dt
from functools import partial

import pytest
from delivering import (
    AT_ONCE,
    CHAT,
    DAILY,
    DAY,
    HOUR,
    MINUTE,
    delivered,
    met,
    subscribed,
    waiting,
    written,
)
from hypothesis import given
from hypothesis import strategies as st
from shelving import NOW, an_article, put, shelve

from digests.errors import LibraryError
from digests.library.subscriptions import Settled, Slot, Tally
from digests.models import Filter
from digests.subscriptions import WEEK, LetterKind, Pause, Result, Schedule, Subscription

NARROW = Filter(clauses=("russia-dprk-2024:assistance",), speakers=("alexander-lukin",))


def ids(subscriptions):
    return [one.id for one in subscriptions]


def test_a_subscription_is_kept_as_it_was_made(library):
    shelve(library, an_article("a"), an_article("b"))

    made = subscribed(library, narrowing=NARROW, topic=12)

    assert made == Subscription(
        id=1,
        chat=CHAT,
        topic=12,
        schedule=DAILY,
        zone="Europe/Vienna",
        filter=NARROW,
        language="en",
        by=7_700_111,
        at=NOW,
        since=NOW,
        read=2,
        next=NOW + HOUR,
    )
    assert library.subscriptions.get(1) == made
    assert library.subscriptions.of_chat(CHAT) == [made]
    assert library.subscriptions.get(2) is None


def test_what_came_in_after_an_instant_is_news_to_a_new_subscription(library):
    put(library, an_article("old"), NOW - 2 * DAY)
    put(library, an_article("recent"), NOW - HOUR)
    put(library, an_article("old", headline="Corrected"), NOW)
    met(library)
    add = partial(library.subscriptions.add, CHAT, None, DAILY, "UTC", Filter(), "en", None, NOW)

    assert add(NOW + HOUR, NOW - DAY).read == 1
    assert add(NOW + HOUR, NOW - DAY).since == NOW - DAY
    assert add(NOW + HOUR, NOW - HOUR).read == 2
    assert add(NOW + HOUR, NOW - 9 * DAY).read == 0
    assert add(NOW + HOUR).read == 2


times = st.lists(st.times().map(lambda t: t.replace(second=0, microsecond=0)), max_size=3)
schedules = st.one_of(
    st.builds(
        lambda t, days: Schedule(tuple(t), tuple(days)),
        times,
        st.lists(st.sampled_from(WEEK), max_size=7),
    ),
    st.builds(lambda t, day: Schedule(tuple(t), monthday=day), times, st.integers(1, 31)),
).filter(lambda schedule: schedule.times or schedule == Schedule())
names = st.lists(st.text(st.characters(codec="utf-8"), max_size=9), max_size=2).map(tuple)
filters = st.builds(
    Filter,
    treaties=names,
    clauses=names,
    speakers=names,
    speaker_names=names,
    outlets=names,
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
)


@given(schedule=schedules, narrowing=filters)
def test_any_schedule_and_filter_are_read_back_as_they_were(shared, schedule, narrowing):
    made = subscribed(shared, schedule=schedule, narrowing=narrowing)

    assert shared.subscriptions.get(made.id) == made
    assert (made.schedule, made.filter) == (schedule, narrowing)
    shared.subscriptions.delete(made.id)


def test_only_a_chat_that_was_met_can_subscribe(library):
    with pytest.raises(LibraryError):
        library.subscriptions.add(5, None, DAILY, "UTC", Filter(), "en", None, NOW, NOW)


def test_the_longest_due_come_first(library):
    late = subscribed(library, slot=NOW - HOUR)
    early = subscribed(library, slot=NOW - 2 * HOUR)
    now = subscribed(library, slot=NOW)
    subscribed(library, slot=NOW + MINUTE)
    subscribed(library, schedule=AT_ONCE)

    assert ids(library.subscriptions.due(NOW, 9)) == [early.id, late.id, now.id]
    assert ids(library.subscriptions.due(NOW, 2)) == [early.id, late.id]
    assert library.subscriptions.due(NOW - DAY, 9) == []


def test_news_as_it_happens_is_for_those_who_have_not_read_it(library):
    shelve(library, an_article("a"))
    first = subscribed(library, schedule=AT_ONCE)
    paused = subscribed(library, schedule=AT_ONCE)
    library.subscriptions.pause(paused.id, Pause.BY_HAND, NOW)
    subscribed(library)
    shelve(library, an_article("b"))
    subscribed(library, schedule=AT_ONCE)

    assert ids(library.subscriptions.at_once(2, 9)) == [first.id]
    assert library.subscriptions.at_once(1, 9) == []


def settled(subscription, **given):
    known = {
        "next": NOW + DAY,
        "read": 8,
        "since": NOW + HOUR,
        "result": Result.WAITING,
        "settled": NOW + HOUR,
    }
    return Settled(subscription.id, **(known | given))


def test_a_settled_slot_is_due_no_more(library):
    one, other = subscribed(library), subscribed(library)

    library.subscriptions.settle([settled(one), settled(other, result=None, settled=None)])

    after = library.subscriptions.get(one.id)
    assert (after.next, after.read, after.since) == (NOW + DAY, 8, NOW + HOUR)
    assert (after.result, after.settled) == (Result.WAITING, NOW + HOUR)
    assert library.subscriptions.get(other.id).result is None
    assert library.subscriptions.due(NOW + DAY - MINUTE, 9) == []
    library.subscriptions.settle([])


def test_it_is_told_when_the_letter_came(library):
    one, other = subscribed(library), subscribed(library)
    library.subscriptions.settle([settled(one), settled(other, result=Result.MISSED)])

    for subscription in (one, other):
        letter = written(library, subscription=subscription.id, slot=NOW)
        delivered(library, letter, now=NOW + 2 * HOUR)

    after = library.subscriptions.get(one.id)
    assert (after.result, after.settled) == (Result.SENT, NOW + 2 * HOUR)
    assert library.subscriptions.get(other.id).result is Result.MISSED


def test_changes_are_kept_one_by_one(library):
    one = subscribed(library)
    times = Schedule((dt.time(9), dt.time(18)), ("mon", "thu"))

    library.subscriptions.change(one.id, schedule=times, zone="Asia/Seoul", next=NOW + DAY)
    changed = library.subscriptions.change(one.id, filter=NARROW, language="ru")

    assert changed == library.subscriptions.get(one.id)
    assert (changed.schedule, changed.zone, changed.next) == (times, "Asia/Seoul", NOW + DAY)
    assert (changed.filter, changed.language) == (NARROW, "ru")
    assert library.subscriptions.change(one.id, schedule=AT_ONCE, next=None).next is None
    assert library.subscriptions.change(one.id) == library.subscriptions.get(one.id)
    assert library.subscriptions.change(99, zone="UTC") is None


def test_a_paused_one_is_owed_nothing_and_its_letters_are_held(library):
    one, other = subscribed(library), subscribed(library)
    held = written(library, subscription=one.id, slot=NOW)
    going = written(library, subscription=other.id, slot=NOW)

    assert library.subscriptions.pause(one.id, Pause.BY_HAND, NOW)

    paused = library.subscriptions.get(one.id)
    assert (paused.paused, paused.paused_at, paused.next) == (Pause.BY_HAND, NOW, None)
    assert ids(library.subscriptions.due(NOW + DAY, 9)) == [other.id]
    assert waiting(library) == [going.id]
    assert held.id not in waiting(library)
    assert not library.subscriptions.pause(one.id, Pause.TOPIC, NOW)
    assert library.subscriptions.get(one.id).paused is Pause.BY_HAND
    assert not library.subscriptions.pause(99, Pause.TOPIC, NOW)


def test_a_resumed_one_goes_on_with_its_held_letters(library):
    one = subscribed(library, topic=3)
    other = subscribed(library, topic=3)
    letter = written(library, subscription=one.id, slot=NOW, topic=3)
    written(library, subscription=other.id, slot=NOW, topic=3)
    edit = written(library, kind=LetterKind.EDIT, target=1, topic=3)
    elsewhere = written(library, kind=LetterKind.EDIT, target=1)
    for subscription in (one, other):
        library.subscriptions.pause(subscription.id, Pause.TOPIC, NOW)
    for topic in (3, None):
        library.outbox.hold(CHAT, topic)

    assert library.subscriptions.resume(one.id, NOW + DAY, NOW + 2 * DAY)

    resumed = library.subscriptions.get(one.id)
    assert (resumed.paused, resumed.paused_at, resumed.next) == (None, None, NOW + 2 * DAY)
    assert waiting(library) == [letter.id, edit.id]
    assert library.outbox.counts().oldest == NOW + DAY
    assert elsewhere.id not in waiting(library)
    assert not library.subscriptions.resume(99, NOW, None)


def test_nothing_is_resumed_where_nothing_can_be_sent(library):
    one = subscribed(library)
    library.chats.bar(CHAT, Pause.BLOCKED, NOW)

    assert not library.subscriptions.resume(one.id, NOW, NOW + DAY)
    assert library.subscriptions.get(one.id).paused is Pause.BLOCKED

    library.chats.welcome(CHAT)
    assert library.subscriptions.resume(one.id, NOW, NOW + DAY)


def test_deleting_one_withdraws_what_was_not_sent(library):
    one, other = subscribed(library), subscribed(library)
    sent = written(library, subscription=one.id, slot=NOW)
    delivered(library, sent)
    written(library, subscription=one.id, slot=NOW + HOUR)
    going = written(library, subscription=other.id, slot=NOW)

    assert library.subscriptions.delete(one.id)

    assert library.subscriptions.get(one.id) is None
    assert waiting(library) == [going.id]
    assert library.outbox.messages(sent.id) == [900]
    assert not library.subscriptions.delete(one.id)
    assert subscribed(library).id == other.id + 1, "a number is never given twice"


def test_they_are_counted_by_what_keeps_them(library):
    assert library.subscriptions.counts() == Tally(0, {})
    many = [subscribed(library) for _ in range(4)]
    library.subscriptions.pause(many[0].id, Pause.BY_HAND, NOW)
    library.subscriptions.pause(many[1].id, Pause.TOPIC, NOW)
    library.subscriptions.pause(many[2].id, Pause.TOPIC, NOW)

    assert library.subscriptions.counts() == Tally(1, {Pause.BY_HAND: 1, Pause.TOPIC: 2})


def test_the_next_slots_are_told_with_how_many_wait_for_them(library):
    subscribed(library, slot=NOW + HOUR)
    subscribed(library, slot=NOW + DAY)
    subscribed(library, slot=NOW + HOUR)
    subscribed(library, schedule=AT_ONCE)
    library.subscriptions.pause(subscribed(library).id, Pause.BY_HAND, NOW)

    assert library.subscriptions.upcoming(9) == [Slot(NOW + HOUR, 2), Slot(NOW + DAY, 1)]
    assert library.subscriptions.upcoming(1) == [Slot(NOW + HOUR, 2)]


def test_slots_come_back_with_a_clock_that_was_wrong(library):
    year = 365 * DAY
    wrong = subscribed(library, slot=NOW + year)
    right = subscribed(library, slot=NOW + MINUTE)
    other = subscribed(library, slot=NOW + year, zone="Asia/Seoul")
    at_once = subscribed(library, schedule=AT_ONCE)
    paused = subscribed(library, slot=NOW + year)
    library.subscriptions.pause(paused.id, Pause.BY_HAND, NOW)
    library.subscriptions.settle([settled(wrong, next=NOW + year, since=NOW + year)])

    def following(schedule, zone):
        assert schedule == DAILY
        return NOW + (HOUR if zone == "Europe/Vienna" else 2 * HOUR)

    assert library.subscriptions.heal(NOW, following) == 2

    slots = [library.subscriptions.get(one.id).next for one in (wrong, right, other, at_once)]
    assert slots == [NOW + HOUR, NOW + MINUTE, NOW + 2 * HOUR, None]
    assert library.subscriptions.get(wrong.id).since == NOW
    assert library.subscriptions.heal(NOW, lambda *_: None) == 0


def test_chats_are_apart(library):
    subscribed(library)
    met(library, CHAT - 1)

    assert library.subscriptions.of_chat(CHAT - 1) == []
