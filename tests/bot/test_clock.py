import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.clock import MovableClock, SystemClock

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    return MovableClock(NOON)


async def turns():
    for _ in range(5):
        await asyncio.sleep(0)


def test_a_movable_clock_stands_still_until_it_is_moved(clock):
    assert clock.now() == clock.now() == NOON

    clock.advance(timedelta(days=1, minutes=-1))

    assert clock.now() == NOON + timedelta(days=1, minutes=-1)


def test_it_tells_the_time_in_utc(clock):
    clock.set(datetime(2026, 12, 1, 8, tzinfo=timezone(timedelta(hours=3))))

    assert (clock.now().hour, clock.now().tzinfo) == (5, UTC)


def test_it_takes_no_instant_without_a_zone():
    with pytest.raises(ValueError, match="time zone"):
        MovableClock(NOON.replace(tzinfo=None))


async def test_sleepers_wake_in_order_when_their_hour_has_come(clock):
    woken = []

    async def sleeper(seconds):
        await clock.sleep(seconds)
        woken.append(seconds)

    async with asyncio.TaskGroup() as group:
        for seconds in (30, 10, 20):
            group.create_task(sleeper(seconds))
        await turns()
        assert clock.next_waking() == NOON + timedelta(seconds=10)
        clock.advance(timedelta(seconds=20))
        await turns()
        assert woken == [10, 20]
        clock.advance(timedelta(hours=-1))
        await turns()
        assert woken == [10, 20]
        clock.set(NOON + timedelta(days=1))

    assert woken == [10, 20, 30]
    assert clock.next_waking() is None


async def test_time_that_passes_is_counted_and_setting_the_clock_back_takes_none_away(clock):
    clock.advance(timedelta(hours=1))
    clock.advance(timedelta(days=-1))
    clock.advance(timedelta(minutes=1))

    assert clock.elapsed() == 3660


async def test_who_sleeps_while_the_clock_is_set_back_sleeps_no_longer_for_it(clock):
    task = asyncio.create_task(clock.sleep(10))
    await turns()
    clock.advance(timedelta(days=-1))
    assert clock.next_waking() == NOON + timedelta(days=-1, seconds=10)
    clock.advance(timedelta(seconds=10))
    await turns()

    assert task.done()


async def test_a_cancelled_sleeper_is_forgotten(clock):
    task = asyncio.create_task(clock.sleep(10))
    await turns()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    assert clock.next_waking() is None
    clock.advance(timedelta(minutes=1))


async def test_no_time_at_all_is_over_at_once(clock):
    await clock.sleep(0)
    await clock.sleep(-1)


async def test_the_system_clock_goes_on_by_itself():
    clock = SystemClock()
    before, counted = clock.now(), clock.elapsed()
    await clock.sleep(0.001)

    assert before.tzinfo is UTC
    assert clock.now() > before
    assert clock.elapsed() > counted
