"""Any schedule, time zone and instant, for properties."""

import datetime as dt
from zoneinfo import ZoneInfo

import clockwork
from hypothesis import strategies as st

from digests.subscriptions import WEEK, Schedule

minutes = st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))
zones = st.deferred(
    lambda: st.sampled_from(sorted(rules.names[0] for rules in clockwork.every())).map(ZoneInfo)
)
instants = st.integers(clockwork.FIRST, clockwork.LAST).map(
    lambda seconds: dt.datetime.fromtimestamp(seconds, dt.UTC)
)


@st.composite
def schedules(draw):
    times = tuple(sorted(draw(st.sets(minutes, min_size=1, max_size=12))))
    named = draw(st.sets(st.sampled_from(WEEK), max_size=6))
    days = tuple(day for day in WEEK if day in named)
    monthday = draw(st.none() | st.integers(1, 31))
    return Schedule(times, () if monthday else days, monthday)
