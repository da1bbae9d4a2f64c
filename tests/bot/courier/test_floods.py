import pytest

from bot.courier.floods import BOUNDLESS, FASTER, STEP, UNLIMITED, WITHIN, Floods


def flooded(*notes, rate=30.0):
    floods = Floods(rate)
    for chat, seconds, now in notes:
        floods.note(chat, seconds, now)
    return floods


ALL = [(1, 40, 0.0), (2, 7, 1.0), (3, 9, 2.0)]


@pytest.mark.parametrize(
    "notes",
    [
        pytest.param([(1, 43_838, 0.0)], id="one"),
        pytest.param([(1, 5, 0.0), (2, 5, 1.0)], id="two"),
        pytest.param([(1, 5, 0.1 * n) for n in range(20)], id="one again and again"),
        pytest.param([(n, 5, n * (WITHIN - 1)) for n in range(9)], id="now and then"),
    ],
)
def test_single_chats_that_are_flooded_slow_nobody_else(notes):
    floods = flooded(*notes)

    assert floods.free_at(40.0) == 40.0
    assert floods.rate(40.0) == 30.0


def test_several_at_once_stop_everything_for_the_shortest_of_their_waits():
    floods = flooded(*ALL)

    assert floods.free_at(2.0) == 9.0
    assert floods.rate(9.0) == 15.0


def test_it_gets_faster_again_step_by_step():
    floods = flooded(*ALL)

    assert floods.rate(9.0 + STEP - 0.1) == 15.0
    assert floods.rate(9.0 + STEP) == 15.0 * FASTER
    assert floods.rate(9.0 + 2 * STEP) == 15.0 * FASTER**2
    assert floods.rate(9.0 + 10 * STEP) == 30.0


def test_what_was_under_way_when_everything_stopped_makes_it_no_slower():
    floods = flooded(*ALL, *((n, 7, 2.5) for n in range(50)))

    assert floods.rate(9.0) == 15.0
    assert floods.free_at(2.5) == 9.0


def test_flooded_again_it_gets_slower_still_but_never_stands_still():
    floods = Floods(30.0)
    for now in range(0, 1000, 3):
        for chat in range(3):
            floods.note(chat, 2, float(now))

    assert floods.rate(1000.0) == 1.0


def test_where_there_is_no_limit_there_is_one_for_a_while():
    floods = flooded(*ALL, rate=0)

    assert floods.rate(9.0) == UNLIMITED / 2
    assert UNLIMITED < floods.rate(9.0 + 10 * STEP) < BOUNDLESS
    assert floods.rate(9.0 + 40 * STEP) == 0
