from random import Random

import pytest

from bot.courier.outage import LONGEST_PROBE, Outage, wait

FIVE = range(1, 6)


def outage(*chats, at_hand=100, now=0.0):
    found = Outage(Random(1))  # noqa: S311 - no secret
    for chat in chats:
        found.failed(chat, now, at_hand)
    return found


@pytest.mark.parametrize(
    ("tries", "about"), [(1, 2), (2, 4), (3, 8), (10, 1024), (12, 3600), (99, 3600)]
)
def test_a_letter_waits_twice_as_long_each_time_up_to_an_hour_more_or_less(tries, about):
    waits = [wait(tries, Random(seed)) for seed in range(50)]  # noqa: S311 - no secret

    assert all(0.75 * about <= each <= 1.25 * about for each in waits)
    assert len(set(waits)) == 50


def test_one_letter_that_fails_again_and_again_is_no_outage():
    assert not outage(*[7] * 100).on


def test_many_different_ones_in_a_row_are():
    assert not outage(*FIVE[:4]).on
    assert outage(*FIVE).on


def test_where_few_chats_are_all_there_are_few_will_do():
    assert outage(1, 2, at_hand=2).on
    assert not outage(1, 1, 1, at_hand=1).on


def test_anything_that_gets_through_between_shows_that_it_is_none():
    found = outage(*FIVE[:4])
    found.worked()
    found.failed(5, 0.0, 100)

    assert not found.on


def test_probes_come_after_growing_pauses_of_at_most_a_minute():
    found, now, pauses = outage(*FIVE), 0.0, []
    for _ in range(12):
        pauses.append(found.free_at(now) - now)
        now = found.free_at(now)
        found.failed(1, now, 100)

    assert 0.75 <= pauses[0] <= 1.25
    assert 3 <= pauses[2] <= 5
    assert all(0.75 * LONGEST_PROBE <= each <= 1.25 * LONGEST_PROBE for each in pauses[7:])


def test_what_was_under_way_when_it_began_counts_no_further():
    found = outage(*FIVE)
    before = found.free_at(0.5)
    for chat in range(50):
        found.failed(chat, 0.5, 100)

    assert found.free_at(0.5) == before


def test_the_first_that_gets_through_ends_it():
    found = outage(*FIVE)
    found.worked()

    assert not found.on
    assert found.free_at(0.0) == 0.0
