import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo

import clockwork
import pytest
from hypothesis import example, given
from scheduling import instants, schedules, zones

from digests import schedule as schedules_
from digests.subscriptions import Schedule

ALL_MINUTES = [dt.time(hour, minute) for hour in range(24) for minute in range(60)]
SOME_MINUTES = [dt.time(0, 0), dt.time(0, 30), dt.time(2, 15), dt.time(12, 0), dt.time(23, 59)]


def utc(*when):
    return dt.datetime(*when, tzinfo=dt.UTC)


def slots(rules, day, times=ALL_MINUTES):
    return [schedules_.slot(day, time, rules.zone) for time in times]


def test_every_minute_of_a_day_on_which_clocks_change_has_the_slot_found_by_walking_by():
    seen = set()
    for rules in clockwork.every():
        for day in rules.days(around=2):
            shape = rules.shape(day)
            if shape not in seen:
                seen.add(shape)
                found = [slot and slot.timestamp() for slot in slots(rules, day)]
                assert found == clockwork.walked(rules, day), (rules.zone.key, day)

    assert len(seen) > 500


def test_every_date_that_exists_has_one_slot_and_on_that_date():
    missing = set()
    for rules in clockwork.every():
        ordinary = (dt.date(2007, 1, 3) + dt.timedelta(97 * number) for number in range(90))
        for day in [*rules.days(around=2), *ordinary]:
            dates = {
                slot and slot.astimezone(rules.zone).date()
                for slot in slots(rules, day, SOME_MINUTES)
            }
            if dates == {None}:
                missing |= {(name, day) for name in rules.names}
            else:
                assert dates == {day}, (rules.zone.key, day)

    assert missing == {
        ("Pacific/Apia", dt.date(2011, 12, 30)),
        ("Pacific/Fakaofo", dt.date(2011, 12, 30)),
    }


@pytest.mark.parametrize(
    ("zone", "day", "time", "expected"),
    [
        pytest.param("UTC", (2026, 5, 1), "08:30", (2026, 5, 1, 8, 30), id="plain"),
        pytest.param("Europe/Vienna", (2026, 7, 1), "08:30", (2026, 7, 1, 6, 30), id="summer"),
        pytest.param(
            "Europe/Vienna", (2026, 3, 29), "02:15", (2026, 3, 29, 1), id="first after a gap"
        ),
        pytest.param(
            "Europe/Vienna", (2026, 10, 25), "02:15", (2026, 10, 25, 0, 15), id="first pass"
        ),
        pytest.param(
            "Asia/Beirut", (2026, 3, 29), "00:10", (2026, 3, 28, 22), id="gap after midnight"
        ),
        pytest.param(
            "America/Nuuk",
            (2026, 3, 28),
            "23:30",
            (2026, 3, 29, 0, 59),
            id="last minute before a gap that ends at midnight",
        ),
        pytest.param("Pacific/Apia", (2011, 12, 30), "08:00", None, id="no such date in Apia"),
        pytest.param("Pacific/Fakaofo", (2011, 12, 30), "00:00", None, id="nor in Fakaofo"),
        pytest.param("Pacific/Kwajalein", (1993, 8, 21), "23:59", None, id="nor in Kwajalein"),
        pytest.param(
            "Pacific/Apia", (2011, 12, 29), "23:59", (2011, 12, 30, 9, 59), id="the day before"
        ),
        pytest.param("Pacific/Apia", (2011, 12, 31), "00:00", (2011, 12, 30, 10), id="and after"),
    ],
)
def test_a_slot_is_one_instant_of_its_date(zone, day, time, expected):
    found = schedules_.slot(dt.date(*day), dt.time.fromisoformat(time), ZoneInfo(zone))

    assert found == (utc(*expected) if expected else None)


@given(schedules(), zones, instants)
def test_slots_follow_one_another_and_none_is_left_out(schedule, zone, after):
    found = schedules_.upcoming(schedule, zone, after, 5)

    assert all(earlier < later for earlier, later in pairwise([after, *found]))
    for earlier, later in pairwise([after, *found]):
        assert schedules_.following(schedule, zone, earlier) == later
        assert schedules_.following(schedule, zone, later - dt.timedelta(seconds=1)) == later


@given(schedules(), zones, instants)
@example(
    Schedule((dt.time(2, 15), dt.time(2, 45), dt.time(3))),
    ZoneInfo("Europe/Vienna"),
    utc(2026, 3, 28, 12),
)
def test_each_day_owed_has_all_its_slots(schedule, zone, after):
    upcoming = schedules_.upcoming(schedule, zone, after, 6)
    last = upcoming[-1]
    found = set(upcoming)
    first = after.astimezone(zone).date()
    days = (last.astimezone(zone).date() - first).days
    asked = {
        schedules_.slot(day, time, zone)
        for day in (first + dt.timedelta(number) for number in range(days + 1))
        if owed_on(schedule, day)
        for time in schedule.times
    }

    assert {slot for slot in asked if slot and after < slot <= last} == found


def owed_on(schedule, day):
    if schedule.monthday:
        tomorrow = day + dt.timedelta(1)
        return day.day == schedule.monthday or (tomorrow.day == 1 and day.day < schedule.monthday)
    return not schedule.days or f"{day:%a}".lower() in schedule.days


@given(schedules(), zones, instants)
def test_between_the_slot_before_and_the_slot_after_there_is_none(schedule, zone, now):
    before = schedules_.preceding(schedule, zone, now)

    assert before < now
    assert schedules_.following(schedule, zone, before) >= now


def test_what_comes_as_it_happens_has_no_slots():
    assert schedules_.preceding(Schedule(), ZoneInfo("UTC"), utc(2026, 5, 1)) is None
    assert schedules_.following(Schedule(), ZoneInfo("UTC"), utc(2026, 5, 1)) is None
    assert schedules_.upcoming(Schedule(), ZoneInfo("UTC"), utc(2026, 5, 1), 3) == []


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        pytest.param("daily 08:00,18:00", "01 08, 01 18, 02 08", id="twice a day"),
        pytest.param("mon,thu 09:00", "04 09, 07 09, 11 09", id="named days"),
        pytest.param("monthly 31 09:00", "31 09, 30 09, 31 09", id="the last day of the month"),
        pytest.param("monthly 1 00:00", "01 00, 01 00, 01 00", id="the first, after midnight"),
    ],
)
def test_slots_come_on_the_days_of_the_schedule(schedule, expected):
    vienna = ZoneInfo("Europe/Vienna")
    found = schedules_.upcoming(Schedule.kept(schedule), vienna, utc(2026, 4, 30, 12), 4)

    local = [slot.astimezone(vienna) for slot in found if slot > utc(2026, 4, 30, 20)]
    assert ", ".join(f"{slot:%d %H}" for slot in local[:3]) == expected
