from collections import defaultdict
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.courier.lanes import Lanes
from digests.subscriptions import Letter, LetterKind

CHATS = st.integers(1, 4)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), CHATS),
        st.tuples(st.just("take"), st.none()),
        st.tuples(st.just("done"), st.none()),
        st.tuples(st.just("again"), st.floats(0, 5)),
        st.tuples(st.just("moved"), CHATS),
        st.tuples(st.just("pass"), st.floats(0, 5)),
    ),
    max_size=80,
)


def letter(number, chat):
    return Letter(number, LetterKind.EDITION, chat, None, 1, 0, 1)


def taken(lanes, now=0.0):
    return [each.id for each in iter(lambda: lanes.take(now), None)]


def filled(*chats):
    lanes = Lanes()
    for number, chat in enumerate(chats, start=1):
        lanes.add(letter(number, chat), 0.0)
    return lanes


def test_each_chat_gets_one_letter_at_a_time_in_order():
    lanes = filled(7, 7, 8, 7)

    assert taken(lanes) == [1, 3]
    lanes.done(letter(1, 7), 5.0)
    assert taken(lanes, 4.9) == []
    assert lanes.next_at() == 5.0
    assert taken(lanes, 5.0) == [2]
    assert len(lanes) == 3


def test_a_letter_that_has_to_go_again_comes_before_its_chats_others():
    lanes = filled(7, 7)
    first = lanes.take(0.0)

    lanes.again(replace(first, part=1), 3.0)

    assert taken(lanes, 3.0) == [1]
    assert lanes.next_at() is None


def test_who_could_have_been_served_for_longest_is_served_first():
    lanes = filled(1, 2, 3)
    for each in (lanes.take(0.0), lanes.take(0.0), lanes.take(0.0)):
        lanes.again(each, 10.0 - each.chat)

    assert taken(lanes, 20.0) == [3, 2, 1]


def test_a_letter_is_here_only_once():
    lanes = filled(7, 8)
    lanes.add(letter(1, 7), 0.0)
    mine = lanes.take(0.0)
    lanes.add(mine, 0.0)

    assert taken(lanes) == [2]
    lanes.done(mine, 0.0)
    assert taken(lanes) == []


def test_letters_of_a_group_that_moved_go_where_it_went_in_their_order():
    lanes = filled(7, -9, 7, -9)
    mine = lanes.take(0.0)

    lanes.moved(replace(mine, chat=-9), 7, 0.0)

    first = lanes.take(0.0)
    assert (first.id, first.chat) == (1, -9)
    assert lanes.chats == 1
    order = []
    while first:
        order.append(first.id)
        lanes.done(first, 0.0)
        first = lanes.take(0.0)
    assert order == [1, 2, 3, 4]


def test_what_moves_cannot_answer_what_stands_in_the_old_chat():
    lanes = Lanes()
    lanes.add(letter(1, 7), 0.0)
    lanes.add(replace(letter(2, 7), previous=5, target=6), 0.0)

    lanes.moved(replace(lanes.take(0.0), chat=-9), 7, 0.0)
    lanes.done(lanes.take(0.0), 0.0)

    second = lanes.take(0.0)
    assert (second.chat, second.previous, second.target) == (-9, None, None)


@given(steps=STEPS)
def test_nothing_is_lost_or_overtaken_whatever_happens(steps):
    lanes, now, number = Lanes(), 0.0, 0
    waiting, out = set(), []
    free_at = defaultdict(float)
    for step, what in steps:
        match step:
            case "add":
                number += 1
                lanes.add(letter(number, what), now)
                waiting.add(number)
            case "pass":
                now += what
            case "take" if mine := lanes.take(now):
                assert mine.id in waiting
                assert mine.chat not in {other.chat for other in out}
                assert free_at[mine.chat] <= now
                out.append(mine)
            case "done" if out:
                mine = out.pop(0)
                lanes.done(mine, now)
                waiting.remove(mine.id)
            case "again" if out:
                mine = out.pop(0)
                lanes.again(mine, now + what)
                free_at[mine.chat] = now + what
            case "moved" if out and what not in {mine.chat for mine in out}:
                mine = out.pop(0)
                lanes.moved(replace(mine, chat=what), mine.chat, now)
    assert len(lanes) == len(waiting)
    for mine in out:
        lanes.done(mine, now)
        waiting.remove(mine.id)
    seen = defaultdict(list)
    while mine := lanes.take(float("inf")):
        seen[mine.chat].append(mine.id)
        lanes.done(mine, now)
    assert sorted(number for each in seen.values() for number in each) == sorted(waiting)
    assert all(each == sorted(each) for each in seen.values())
    assert len(lanes) == lanes.chats == 0
