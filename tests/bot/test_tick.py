from datetime import UTC, datetime, time, timedelta

import pytest
from talking import House

from bot.rehearsal import OWNER_ID, READER_ID
from digests.models import Filter
from digests.subscriptions import Result, Schedule

DAILY = Schedule((time(8, 30),))


@pytest.fixture
async def house(own_services, stand_in):
    for number in (OWNER_ID, READER_ID):
        stand_in.chat(number).started = True
    opened = House(own_services, stand_in, operators=(OWNER_ID,))
    await opened.open()
    yield opened
    await opened.close()


def subscribe(house, chat, schedule=DAILY, *, next_, since=0):
    library, now = house.services.library, house.services.clock.now()
    library.chats.meet(chat, "private", "Somebody", now)
    made = library.subscriptions.add(chat, None, schedule, "UTC", Filter(), "en", None, now, next_)
    if since is not None:
        library._connection.run("UPDATE subscription SET read = ?", since)  # noqa: SLF001
    return made.id


def broken(house, *, yes):
    house.services.library._connection.run(f"PRAGMA query_only={int(yes)}")  # noqa: SLF001


async def test_at_its_hour_an_edition_is_made_and_sent(house):
    now = house.services.clock.now()
    mine = subscribe(house, READER_ID, next_=now + timedelta(minutes=30))
    assert await house.tick() == []

    shown = await house.pass_time(minutes=30)

    assert shown
    assert {each.chat for each in shown} == {READER_ID}
    found = house.services.library.subscriptions.get(mine)
    assert (found.result, found.next) == (Result.SENT, datetime(2026, 12, 2, 8, 30, tzinfo=UTC))


async def test_the_tick_leaves_a_sign_of_life(house):
    await house.pass_time(minutes=3)

    pulse = house.services.library.pulse.get()
    assert pulse.tick == house.services.clock.now()
    assert pulse.started == datetime(2026, 12, 1, 8, tzinfo=UTC)


async def test_after_the_clock_went_back_by_days_slots_are_not_far_off(house):
    await house.pass_time(days=40)
    now = house.services.clock.now()
    mine = subscribe(house, READER_ID, next_=now + timedelta(hours=1), since=None)

    await house.pass_time(days=-30)

    found = house.services.library.subscriptions.get(mine)
    assert found.next == datetime(2026, 12, 11, 8, 30, tzinfo=UTC)


async def test_while_nothing_can_be_written_the_operators_know_and_nothing_is_lost(house):
    now = house.services.clock.now()
    subscribe(house, READER_ID, next_=now + timedelta(minutes=30))
    broken(house, yes=True)
    shown = await house.pass_time(minutes=30)
    assert {each.chat for each in shown} == {OWNER_ID}
    assert await house.pass_time(minutes=1) == []

    broken(house, yes=False)
    shown = await house.pass_time(minutes=1)

    assert {each.chat for each in shown} == {READER_ID}


async def test_a_tick_that_breaks_is_told_of_and_the_next_one_comes(house):
    library = house.services.library
    broken_one = library.pulse
    library.pulse = None
    [told] = await house.tick()
    assert (told.chat, told.text.split(":")[0]) == (OWNER_ID, "Something failed")

    library.pulse = broken_one
    await house.pass_time(minutes=3)

    assert library.pulse.get().tick == house.services.clock.now()


async def test_words_of_long_ago_are_dropped_once_an_hour(house):
    now = house.services.clock.now()
    subscribe(house, READER_ID, next_=now + timedelta(minutes=30))
    await house.pass_time(minutes=30)
    bodies = house.services.library.bodies
    assert bodies.content(1, 0)

    await house.pass_time(days=29)
    assert bodies.content(1, 0)
    await house.pass_time(days=2)

    assert bodies.content(1, 0) is None
