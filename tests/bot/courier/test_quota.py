from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.courier.quota import A_MINUTE, CHAT, MINUTE, Quota

RATE = 30
LEAST = 0.95  # of the rate that letters are to use
EPSILON = 1e-6

delays = st.lists(st.floats(0.0, 0.05), min_size=1, max_size=40)
replies = st.lists(st.floats(0.0, 20.0), max_size=60)


def most_within(instants, span):
    """Count how many fall into the fullest window."""
    ordered = sorted(instants)
    return max(sum(at - span + EPSILON < each <= at for each in ordered) for at in ordered)


def letters(quota, until, delays=(0.004,), replies=()):
    """Send letters as soon as they may go, to a chat each; give when the server got each."""
    now, came, waiting, answered = 0.0, [], sorted(replies), []
    while now < until:
        while waiting and waiting[0] <= now:
            quota.note(-7, waiting.pop(0))
        for slot, at in [each for each in answered if each[1] <= now]:
            quota.arrived(slot, at)
            answered.remove((slot, at))
        at = quota.free_at(now)
        if at > now + EPSILON:
            now = min([at, *(reply for reply in waiting[:1]), *(at for _, at in answered)])
            continue
        delay = delays[len(came) % len(delays)]
        answered.append((quota.take(len(came) + 1, now), now + 2 * delay))
        came.append(now + delay)
    return came


def test_letters_use_what_the_limit_leaves():
    came = letters(Quota(RATE), 60)

    assert len(came) / 60 >= LEAST * RATE


def test_letters_go_evenly():
    came = letters(Quota(RATE), 10)

    assert max(later - earlier for earlier, later in pairwise(came[5:])) < 0.04


@given(least=st.floats(0.0, 0.2), delays=delays)
def test_no_second_holds_more_than_the_limit_however_long_letters_are_on_their_way(least, delays):
    came = letters(Quota(RATE), 8, [least, *(least + delay for delay in delays)])

    assert most_within(came, 1.0) <= RATE


@given(rate=st.integers(1, 60))
def test_no_second_holds_more_than_the_limit_whatever_it_is(rate):
    came = letters(Quota(rate), 6)

    assert most_within(came, 1.0) <= rate
    assert len(came) >= 6 * rate * 0.9 - 1


@given(replies=replies)
def test_letters_fill_no_second_beyond_the_limit_between_replies(replies):
    came = letters(Quota(RATE), 8, delays=[0.0], replies=replies)

    spoken = sorted([*came, *(reply for reply in replies if reply < 8)])
    for at in came:
        within = [each for each in spoken if at - 1.0 + EPSILON < each <= at]
        unforeseen = [each for each in replies if at - 1.0 + EPSILON < each <= at]
        assert len(within) <= max(RATE, len(unforeseen) + 1)


@given(replies=replies)
def test_a_letter_that_may_go_now_is_not_told_to_wait(replies):
    quota = Quota(RATE)
    for reply in sorted(replies):
        quota.note(5, reply)

    free = quota.free_at(60.0)

    assert free == 60.0


def test_a_reply_finds_room_in_the_midst_of_letters():
    came = letters(Quota(RATE), 10)

    assert all(most_within([*came, at], 1.0) <= RATE for at in (3.0, 4.56, 7.89))


def test_after_a_busy_second_of_replies_as_much_is_kept_free():
    quota = Quota(RATE)
    for number in range(10):
        quota.note(number + 1, 0.01 * number)
    letters_then = letters(quota, 10)

    assert most_within([at for at in letters_then if at > 2], 1.0) <= RATE - 10
    assert len(letters_then) > 10 * (RATE - 10 - 2)


def test_when_it_has_long_been_quiet_again_nothing_more_is_kept_free():
    quota = Quota(RATE)
    for number in range(10):
        quota.note(number + 1, -60.0)

    assert len(letters(quota, 10)) >= LEAST * RATE * 10


def test_more_replies_than_the_limit_leave_letters_a_little():
    quota = Quota(RATE)
    for number in range(100):
        quota.note(number + 1, number * 0.01)

    assert quota.free_at(1.0) > 1.0
    assert quota.free_at(2.1) <= 2.1


def test_one_chat_gets_one_a_second():
    quota = Quota(RATE)
    quota.take(5, 10.0)

    assert quota.chat_free_at(5, 10.0) == 10.0 + CHAT
    assert quota.chat_free_at(6, 10.0) == 10.0
    quota.note(6, 10.0)
    assert quota.chat_free_at(6, 10.5) == 10.0 + CHAT


@pytest.mark.parametrize("noted", [0, 6])
def test_one_group_gets_less_than_twenty_a_minute_so_that_replies_find_room(noted):
    quota, now, sent = Quota(RATE), 0.0, []
    for number in range(noted):
        quota.note(-5, number * 0.1)
    while len(sent) < 60:
        now = max(quota.chat_free_at(-5, now), quota.free_at(now))
        quota.take(-5, now)
        sent.append(now)

    assert most_within(sent, 60.0) < A_MINUTE
    assert sum(at < MINUTE for at in sent) == A_MINUTE - 2 - noted


def test_a_group_is_counted_apart_from_others():
    quota = Quota(RATE)
    for number in range(A_MINUTE):
        quota.note(-5, number * 2.0)

    assert quota.chat_free_at(-5, 41.0) > 41.0
    assert quota.chat_free_at(-6, 41.0) == 41.0


def test_without_a_limit_nothing_waits():
    quota = Quota(0)
    for _ in range(100):
        quota.note(-5, 1.0)
        quota.arrived(quota.take(-5, 1.0), 1.0)

    assert quota.free_at(1.0) == 1.0
    assert quota.chat_free_at(-5, 1.0) == 1.0


def test_quiet_chats_are_forgotten():
    quota = Quota(1000)
    for number in range(50_000):
        quota.take(-number - 1, number * 0.01)

    assert len(quota._chats) == len(quota._groups) <= MINUTE / 0.01 + 1  # noqa: SLF001
