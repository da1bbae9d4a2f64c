"""The clock of the machine is set forward and back, by mistake or by hand."""

import datetime as dt

import pytest

from digests.subscriptions import Pause

HOUR, DAY, YEAR = dt.timedelta(hours=1), dt.timedelta(days=1), dt.timedelta(days=365)
PERIODS = {"daily": DAY, "thrice": DAY, "weekly": 7 * DAY, "monthly": 31 * DAY}
ALL = (*PERIODS, "at once")
LONG = ("weekly", "monthly")  # their last news are still to come
JUMPS = {
    "five hours and back": [5 * HOUR, -5 * HOUR],
    "back and five hours": [-5 * HOUR, 5 * HOUR],
    "a day back": [-DAY],
    "ten days back": [-10 * DAY],
    "a year and back": [YEAR, -YEAR],
    "a year": [YEAR],
    "to and fro": [3 * HOUR, -HOUR, 40 * DAY, -41 * DAY, DAY, -HOUR, YEAR, -YEAR],
}


async def usual(life, days):
    """Let days pass, each with news, and the bot at work every hour."""
    for _ in range(days):
        life.publish()
        await life.pass_time(24, hours=1)


@pytest.mark.parametrize("jumps", JUMPS.values(), ids=JUMPS.keys())
async def test_however_the_clock_jumps_all_news_come_once_and_slots_go_on(life, jumps):
    life.subscribe(*ALL)
    await usual(life, 4)

    for jump in jumps:
        life.publish()
        before = {name: len(life.editions(name)) for name in ALL}
        life.clock.advance(jump)
        await life.house.tick()
        assert all(len(life.editions(name)) <= before[name] + 1 for name in ALL)
    for name, period in PERIODS.items():
        assert life.next(name) <= life.following(name) + period
    await usual(life, 12)

    for name in ALL:
        got = life.news(name)
        assert set(got.values()) <= {1}
        assert name in LONG or set(life.published[:-1]) <= got.keys()
    assert life.library.outbox.counts().dead == 0


async def test_a_year_that_passes_in_a_moment_brings_one_edition_and_no_burst(life):
    life.subscribe("daily")
    life.publish()
    life.clock.set(dt.datetime(2027, 12, 1, 9, 30, tzinfo=dt.UTC))

    await life.pass_time(3, seconds=10)

    assert len(life.editions("daily")) == 1
    assert life.next("daily") == dt.datetime(2027, 12, 2, 9, tzinfo=dt.UTC)


async def test_after_a_year_too_far_the_next_slot_is_that_of_tomorrow_again(life):
    life.subscribe("daily", "weekly", "monthly")
    life.clock.advance(YEAR)
    await life.house.tick()
    life.publish()
    life.clock.advance(-YEAR)
    await life.house.tick()

    assert life.next("daily") == dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)
    assert life.next("weekly") == dt.datetime(2026, 12, 4, 9, tzinfo=dt.UTC)
    assert life.next("monthly") == dt.datetime(2026, 12, 15, 9, tzinfo=dt.UTC)
    await life.pass_time(1, hours=4)
    assert life.news("daily") == {"News 001": 1}


async def test_who_resumes_after_the_clock_went_back_gets_the_same_slot_once_more(life):
    life.subscribe("daily")
    life.publish()
    await life.pass_time(5, hours=1)
    life.clock.advance(-5 * HOUR)
    [subscription] = life.library.subscriptions.of_chat(life.chats["daily"])
    life.library.subscriptions.pause(subscription.id, Pause.BY_HAND, life.clock.now())
    life.library.subscriptions.resume(subscription.id, life.clock.now(), life.following("daily"))

    life.publish()
    await life.pass_time(5, hours=1)

    assert life.news("daily") == {"News 001": 1, "News 002": 1}
