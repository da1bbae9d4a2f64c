import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scheduling import instants, schedules, zones

from digests import schedule as schedules_
from digests.schedule import Owed
from digests.subscriptions import Schedule

UTC = ZoneInfo("UTC")
HOUR = dt.timedelta(hours=1)
DAY = 24 * HOUR
EIGHT = dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC)  # a Monday
delays = st.integers(0, 30 * 24 * 60).map(lambda minutes: dt.timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("schedule", "hours"),
    [
        pytest.param("daily 08:00,18:00", 2, id="several a day"),
        pytest.param("mon 08:00,18:00", 2, id="several on one day of the week"),
        pytest.param("daily 08:00", 6, id="daily"),
        pytest.param("mon,tue,wed,thu,fri 08:00", 6, id="weekdays"),
        pytest.param("mon,thu 08:00", 6, id="named days"),
        pytest.param("mon 08:00", 24, id="weekly"),
        pytest.param("monthly 1 08:00", 48, id="monthly"),
    ],
)
def test_the_rarer_an_edition_the_later_it_may_be(schedule, hours):
    assert schedules_.grace(Schedule.kept(schedule)) == hours * HOUR


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(EIGHT - HOUR, Owed(None, 0, EIGHT), id="not yet eight"),
        pytest.param(EIGHT, Owed(EIGHT, 0, EIGHT + DAY), id="eight sharp"),
        pytest.param(EIGHT + 6 * HOUR, Owed(EIGHT, 0, EIGHT + DAY), id="just within grace"),
        pytest.param(EIGHT + 7 * HOUR, Owed(None, 1, EIGHT + DAY), id="too late to be of use"),
        pytest.param(
            EIGHT + 3 * DAY + HOUR,
            Owed(EIGHT + 3 * DAY, 3, EIGHT + 4 * DAY),
            id="one edition after an outage of days",
        ),
        pytest.param(
            EIGHT + 3 * DAY + 7 * HOUR, Owed(None, 4, EIGHT + 4 * DAY), id="none, after longer"
        ),
    ],
)
def test_an_edition_is_owed_once_its_hour_has_struck(now, expected):
    assert schedules_.owed(Schedule((dt.time(8),)), UTC, EIGHT, now) == expected


def test_a_slot_is_owed_though_the_rules_of_its_zone_have_changed_since_it_was_reckoned():
    nine = EIGHT + HOUR

    found = schedules_.owed(Schedule((dt.time(8),)), UTC, nine, nine)

    assert found == Owed(nine, 0, EIGHT + DAY)


@given(schedules(), zones, instants, delays)
def test_a_settled_slot_is_never_owed_again(schedule, zone, after, delay):
    due = schedules_.following(schedule, zone, after)
    now = due + delay
    first = schedules_.owed(schedule, zone, due, now)

    again = schedules_.owed(schedule, zone, first.following, now)
    later = schedules_.owed(schedule, zone, first.following, first.following)

    assert again == Owed(None, 0, first.following)
    assert later.slot == first.following
    assert first.following > now


@given(schedules(), zones, instants, delays)
def test_an_outage_is_followed_by_one_edition_at_most_and_never_by_an_old_one(
    schedule, zone, after, delay
):
    due = schedules_.following(schedule, zone, after)
    now = due + delay
    found = schedules_.owed(schedule, zone, due, now)
    passed = [due]
    while (later := schedules_.following(schedule, zone, passed[-1])) <= now:
        passed.append(later)

    in_time = now - passed[-1] <= schedules_.grace(schedule)
    assert found.slot == (passed[-1] if in_time else None)
    assert found.missed + in_time == len(passed)


def test_what_comes_as_it_happens_is_owed_at_no_slot():
    with pytest.raises(ValueError, match="at no slot"):
        schedules_.owed(Schedule(), UTC, EIGHT, EIGHT)
