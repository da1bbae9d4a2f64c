"""Subscriptions as chats make, change, pause and delete them."""

import datetime as dt
from dataclasses import replace

import pytest
from writing import NOW

from digests import subscribing
from digests.models import Article, Filter
from digests.subscribing import Already, Gone, Made, Moved, TooMany, Wanted, Whose
from digests.subscriptions import Pause, Schedule

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
DAILY = Schedule((dt.time(8),))
AT_ONCE = Schedule()
FOUR = Filter(clauses=("russia-dprk-2024:assistance",))
WHOSE = Whose(5, "private", "", None, 5)
WANTED = Wanted(DAILY, "Europe/Vienna", FOUR, "en")


def make(library, whose=WHOSE, now=NOW, **given):
    return subscribing.subscribe(whose, replace(WANTED, **given), library, now)


def made(library, **given):
    return make(library, **given).subscription


def test_it_begins_with_the_next_slot_and_what_has_come_in_since_the_slot_before(library):
    library.articles.put(Article(id="old", treaty="russia-dprk-2024"), {}, NOW - DAY, "an editor")
    library.articles.put(Article(id="new", treaty="russia-dprk-2024"), {}, NOW - HOUR, "an editor")

    kept = made(library)

    assert library.subscriptions.get(kept.id) == kept
    assert kept.next > NOW
    assert (kept.read, kept.since, kept.paused) == (1, kept.next - DAY, None)


def test_as_it_happens_it_begins_with_what_comes_from_now_on(library):
    library.articles.put(Article(id="new", treaty="russia-dprk-2024"), {}, NOW, "an editor")

    kept = made(library, schedule=AT_ONCE)

    assert (kept.read, kept.since) == (1, NOW)


def test_as_it_happens_there_is_no_slot(library):
    assert made(library, schedule=AT_ONCE).next is None


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"schedule": AT_ONCE}, id="schedule"),
        pytest.param({"zone": "Asia/Seoul"}, id="zone"),
        pytest.param({"filter": Filter()}, id="filter"),
        pytest.param({"whose": replace(WHOSE, topic=7)}, id="topic"),
        pytest.param({"whose": replace(WHOSE, chat=6)}, id="chat"),
    ],
)
def test_another_one_differs_in_something(library, given):
    made(library)

    assert isinstance(make(library, **given), Made)


@pytest.mark.parametrize("given", [{}, {"language": "ru"}, {"whose": replace(WHOSE, by=6)}])
def test_the_same_is_not_made_twice(library, given):
    first = made(library)

    assert make(library, **given) == Already(first)


def test_as_it_happens_the_clock_makes_no_difference(library):
    first = made(library, schedule=AT_ONCE)

    assert make(library, schedule=AT_ONCE, zone="Asia/Seoul") == Already(first)


def test_a_chat_has_so_many_and_no_more(library):
    for minute in range(subscribing.MOST):
        made(library, schedule=Schedule((dt.time(8, minute),)))

    assert make(library) == Already(library.subscriptions.of_chat(5)[0])
    assert make(library, schedule=AT_ONCE) == TooMany(subscribing.MOST)
    assert isinstance(make(library, whose=replace(WHOSE, chat=6)), Made)


def test_whoever_asks_can_be_sent_something_again(library):
    made(library)
    library.chats.bar(5, Pause.BLOCKED, NOW)
    made(library, schedule=AT_ONCE)

    assert library.chats.get(5).barred is None
    assert [each.paused for each in library.subscriptions.of_chat(5)] == [Pause.BLOCKED, None]


@pytest.mark.parametrize(("adopt", "zone"), [(True, "Europe/Vienna"), (False, None)])
def test_the_zone_becomes_the_chats_where_it_has_none(library, adopt, zone):
    made(library, adopt=adopt)

    assert library.chats.get(5).zone == zone


def test_but_not_where_it_has_one(library):
    made(library, adopt=True)
    made(library, adopt=True, zone="Asia/Seoul")

    assert library.chats.get(5).zone == "Europe/Vienna"


class TestChanging:
    @pytest.mark.parametrize(
        ("given", "field", "value"),
        [
            ({"schedule": Schedule((dt.time(9),))}, "schedule", Schedule((dt.time(9),))),
            ({"zone": "Asia/Seoul"}, "zone", "Asia/Seoul"),
            ({"narrowed": Filter()}, "filter", Filter()),
        ],
    )
    def test_each_part_by_itself(self, library, given, field, value):
        kept = made(library)
        changed = subscribing.change(kept.id, library, NOW + HOUR, **given).subscription

        assert getattr(changed, field) == value
        assert (changed.read, changed.since, changed.id) == (kept.read, kept.since, kept.id)
        assert changed.next > NOW + HOUR

    def test_not_into_what_another_is(self, library):
        first, second = made(library), made(library, schedule=AT_ONCE)
        outcome = subscribing.change(second.id, library, NOW, schedule=DAILY)

        assert outcome == Already(first)
        assert library.subscriptions.get(second.id) == second

    def test_into_what_it_is_already(self, library):
        kept = made(library)

        assert subscribing.change(kept.id, library, NOW, zone=kept.zone) == Made(kept)

    def test_one_that_is_gone(self, library):
        assert subscribing.change(99, library, NOW, zone="UTC") == Gone()
        assert subscribing.pause(99, library, NOW) == Gone()
        assert subscribing.resume(99, library, NOW) == Gone()
        assert subscribing.delete([99], library) == 0


class TestPausing:
    def test_a_pause_is_kept_as_it_was_first(self, library):
        kept = made(library)
        subscribing.pause(kept.id, library, NOW)
        again = subscribing.pause(kept.id, library, NOW + HOUR).subscription

        assert (again.paused, again.paused_at, again.next) == (Pause.BY_HAND, NOW, None)

    @pytest.mark.parametrize("why", Pause)
    def test_it_goes_on_with_the_next_slot(self, library, why):
        kept = made(library)
        library.subscriptions.pause(kept.id, why, NOW)
        later = NOW + 100 * HOUR
        going = subscribing.resume(kept.id, library, later).subscription

        assert going.paused is None
        assert going.next > later
        assert going.read == kept.read

    def test_what_is_not_paused_stays_as_it_is(self, library):
        kept = made(library)

        assert subscribing.resume(kept.id, library, NOW + HOUR) == Made(kept)

    def test_after_being_away_all_go_on_but_those_paused_by_hand(self, library):
        first, second = made(library), made(library, schedule=AT_ONCE)
        subscribing.pause(first.id, library, NOW)
        library.chats.bar(5, Pause.REMOVED, NOW)
        stopped = subscribing.stopped(5, library)
        number = subscribing.resume_all(5, library, NOW + HOUR)

        assert [each.id for each in stopped] == [second.id]
        assert number == 1
        assert [each.paused for each in library.subscriptions.of_chat(5)] == [Pause.BY_HAND, None]
        assert library.chats.get(5).barred is None


class TestMovingTheClock:
    def test_those_that_went_by_it_go_along(self, library):
        first, other = made(library), made(library, zone="Asia/Tokyo")
        at_once = made(library, schedule=AT_ONCE)
        moved = subscribing.move_clock(WHOSE, "Asia/Seoul", "Europe/Vienna", library, NOW)
        after = {each.id: each for each in library.subscriptions.of_chat(5)}

        assert isinstance(moved, Moved)
        assert (moved.subscriptions, moved.chat.zone) == (1, "Asia/Seoul")
        assert after[first.id].zone == after[at_once.id].zone == "Asia/Seoul"
        assert after[first.id].next != first.next
        assert after[at_once.id].next is None
        assert after[other.id] == other

    def test_to_the_same_one_nothing_moves(self, library):
        kept = made(library)
        moved = subscribing.move_clock(WHOSE, "Europe/Vienna", "Europe/Vienna", library, NOW)

        assert moved.subscriptions == 0
        assert library.subscriptions.get(kept.id) == kept


def test_deleting_counts_what_was_there(library):
    first, second = made(library), made(library, schedule=AT_ONCE)

    assert subscribing.delete([first.id, second.id, second.id, 99], library) == 2
    assert library.subscriptions.of_chat(5) == []
