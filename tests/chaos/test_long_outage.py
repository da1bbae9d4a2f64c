"""A day without the bot, or without Telegram."""

import datetime as dt

import pytest

from digests.subscriptions import Result

MORNING = dt.datetime(2026, 12, 2, 10, tzinfo=dt.UTC)
EVENING = dt.datetime(2026, 12, 2, 17, tzinfo=dt.UTC)
WAYS = pytest.mark.parametrize("way", ["bad gateway", "refused"])


async def off(life, until):
    """Let the bot be off until some moment, news being published all the while."""
    life.publish(3)
    await life.end()
    life.clock.set(until)
    await life.begin()


async def test_after_a_day_off_there_is_one_edition_with_all_that_came_meanwhile(life):
    life.subscribe("daily", "weekly", "monthly", "at once")
    await off(life, MORNING)
    await life.pass_time(6, minutes=10)

    assert life.news("daily") == dict.fromkeys(life.published, 1)
    assert len(life.editions("daily")) == 1
    assert life.news("at once") == dict.fromkeys(life.published, 1)
    assert (life.editions("weekly"), life.editions("monthly")) == ([], [])


async def test_too_late_is_not_made_up_for_but_is_in_the_next_edition(life):
    life.subscribe("daily", "thrice")
    await off(life, EVENING)
    await life.house.tick()
    assert (life.editions("daily"), life.editions("thrice")) == ([], [])
    [subscription] = life.library.subscriptions.of_chat(life.chats["daily"])
    assert subscription.result == Result.MISSED

    await life.pass_time(24, hours=1)

    assert life.news("daily") == life.news("thrice") == dict.fromkeys(life.published, 1)


@pytest.mark.parametrize(
    ("name", "until", "due"),
    [
        ("thrice", dt.datetime(2026, 12, 2, 13, 59, tzinfo=dt.UTC), 1),
        ("thrice", dt.datetime(2026, 12, 2, 14, 1, tzinfo=dt.UTC), 0),
        ("daily", dt.datetime(2026, 12, 2, 14, 59, tzinfo=dt.UTC), 1),
        ("daily", dt.datetime(2026, 12, 2, 15, 1, tzinfo=dt.UTC), 0),
        ("weekly", dt.datetime(2026, 12, 12, 8, 59, tzinfo=dt.UTC), 1),
        ("weekly", dt.datetime(2026, 12, 12, 9, 1, tzinfo=dt.UTC), 0),
        ("monthly", dt.datetime(2026, 12, 17, 8, 59, tzinfo=dt.UTC), 1),
        ("monthly", dt.datetime(2026, 12, 17, 9, 1, tzinfo=dt.UTC), 0),
    ],
)
async def test_grace_ends_to_the_minute(life, name, until, due):
    life.subscribe(name)
    await off(life, until)

    await life.pass_time(5, seconds=10)

    assert len(life.editions(name)) == due


@WAYS
async def test_a_day_without_telegram_loses_nothing_and_buries_nothing(life, way):
    names = ("daily", "thrice", "weekly", "monthly", "at once")
    life.subscribe(*names)
    life.line.down = way
    for _ in range(26):
        life.publish()
        await life.pass_time(6, minutes=10)
    assert life.world.sent == []
    assert life.library.outbox.counts().waiting > 10

    life.line.down = None
    await life.pass_time(6, minutes=10)

    assert life.left == (0, 0, 0)
    assert set(life.news("at once").values()) == {1}
    assert life.news("at once").keys() == set(life.published)
    assert set(life.news("daily").values()) == set(life.news("thrice").values()) == {1}


@WAYS
async def test_switched_off_and_on_while_telegram_is_away_it_loses_nothing(life, way):
    life.subscribe("daily", "thrice", "at once")
    for _ in range(25):
        life.line.down = way
        life.publish()
        await life.pass_time(2, minutes=30)
        await life.end()
        await life.begin()
    await life.pass_time(12, minutes=10)

    assert life.left == (0, 0, 0)
    assert life.news("at once") == dict.fromkeys(life.published, 1)


async def test_who_alone_cannot_be_reached_for_a_day_loses_that_letter_and_no_other(life):
    life.subscribe("daily", "at once")
    life.line.broken = life.chats["at once"]
    life.publish()
    for _ in range(27):
        await life.pass_time(12, minutes=5)
    life.line.broken = None
    life.publish()
    await life.pass_time(2, hours=1)

    assert life.left == (0, 0, 1)
    assert life.news("at once") == {"News 002": 1}
    assert life.news("daily") == {"News 001": 1, "News 002": 1}
