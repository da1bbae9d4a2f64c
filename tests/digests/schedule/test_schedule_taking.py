import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import catalogue as catalogues
from digests.schedule import Trouble, Unclear, taken


def told(text):
    found = taken(text)
    return str(found.schedule), found.zone, found.rest


@pytest.mark.parametrize(
    ("text", "schedule", "zone", "rest"),
    [
        (
            "weekdays 08:30 Europe/Vienna clause:assistance expert:Lukin",
            "mon,tue,wed,thu,fri 08:30",
            "Europe/Vienna",
            "clause:assistance expert:Lukin",
        ),
        ("daily 9 Vienna", "daily 09:00", "Europe/Vienna", ""),
        ("daily 9 New York", "daily 09:00", "America/New_York", ""),
        ("daily Vienna 9", "daily 09:00", "Europe/Vienna", ""),
        ("daily at 9 Vienna time", "daily 09:00", "Europe/Vienna", ""),
        ("mon, fri 7pm in Нью-Йорк", "mon,fri 19:00", "America/New_York", ""),
        ("every morning The Hague", "daily 08:00", "Europe/Amsterdam", ""),
        ("daily 9 Washington, D.C.", "daily 09:00", "America/New_York", ""),
        ("daily 9 San José, Costa Rica", "daily 09:00", "America/Costa_Rica", ""),
        ("daily 9 GMT+3", "daily 09:00", "Etc/GMT-3", ""),
        ("daily 9 utc +3", "daily 09:00", "Etc/GMT-3", ""),
        ("daily: 9", "daily 09:00", None, ""),
        ("as it happens expert:Lukin", "at once", None, "expert:Lukin"),
        ('daily expert:"Kim Jong Un"', "daily 08:00", None, 'expert:"Kim Jong Un"'),
        ("daily expert: Kim Jong Un", "daily 08:00", None, "expert: Kim Jong Un"),
        ("expert:Sun Yat-sen", "None", None, "expert:Sun Yat-sen"),
        ("Vienna", "None", "Europe/Vienna", ""),
        ("", "None", None, ""),
    ],
)
def test_what_says_when_is_picked_out_and_filters_are_left(text, schedule, zone, rest):
    assert told(text) == (schedule, zone, rest)
    assert taken(text).trouble is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("daily 9 news about Lukin", "news about Lukin"),
        ("daily article 4", "article 4"),
        ("daily “state of war” clause:4", "“state of war” clause:4"),
        ("@channel daily 9", "@channel"),
        ("daily Moscow Vienna", "Vienna"),
    ],
)
def test_words_that_say_nothing_of_it_are_left(text, rest):
    assert taken(text).rest == rest


@pytest.mark.parametrize(
    ("text", "schedule", "zone", "rest"),
    [
        ("daily 9 clause:4 Europe/Vienna", "daily 09:00", "Europe/Vienna", "clause:4"),
        ("clause:4 weekly 9 Vienna", "mon 09:00", "Europe/Vienna", "clause:4"),
        ("expert:Kim Jong Un every monday 9", "mon 09:00", None, "expert:Kim Jong Un"),
        ("expert:Lukin daily", "daily 08:00", None, "expert:Lukin"),
        ("outlet:The Daily Telegraph", "None", None, "outlet:The Daily Telegraph"),
        ("outlet:The Daily Telegraph daily 9", "daily 09:00", None, "outlet:The Daily Telegraph"),
        ("expert:Kim Sun", "None", None, "expert:Kim Sun"),
        ("daily expert:Moscow Lukin", "daily 08:00", None, "expert:Moscow Lukin"),
        ('daily outlet:"Europe/Vienna Post"', "daily 08:00", None, 'outlet:"Europe/Vienna Post"'),
        ('daily outlet:"a Europe/Vienna b"', "daily 08:00", None, 'outlet:"a Europe/Vienna b"'),
    ],
)
def test_behind_a_filter_only_what_can_be_nothing_else_is_taken(text, schedule, zone, rest):
    assert told(text) == (schedule, zone, rest)


@pytest.mark.parametrize(
    ("text", "why", "word"),
    [
        ("daily 25:00 expert:Lukin", Trouble.TIME, "25:00"),
        ("never", Trouble.RHYTHM, "never"),
        ("clause:4 daily 8:61", Trouble.TIME, "8:61"),
        ("daily 9 San Jose", Trouble.ZONE, "San Jose"),
        ("daily 9 CET", Trouble.ZONE, "CET"),
        ("daily 9 Europe/Viena expert:Lukin", Trouble.ZONE, "Europe/Viena"),
        ("daily 9 gmt+99", Trouble.ZONE, "gmt+99"),
    ],
)
def test_what_cannot_be_followed_is_named(text, why, word):
    assert taken(text).trouble == Unclear(why, word)


def test_a_schedule_is_kept_where_only_its_time_zone_is_unclear():
    assert told("daily 9 CET clause:4") == ("daily 09:00", None, "clause:4")


def test_nobody_the_catalogue_knows_is_taken_for_a_city_or_a_day():
    people = catalogues.load().people
    assert people
    for person in people:
        assert told(f"daily {person.name}") == ("daily 08:00", None, person.name)


@given(st.text())
def test_any_words_have_an_answer(text):
    found = taken(text)

    assert set(found.rest.split()) <= set(text.split()) | set(found.rest.split())
    assert taken(f"daily 9 clause:4 {text}").rest.startswith("clause:4")


@given(st.lists(st.sampled_from("expert:Lukin outlet:ТАСС since:7d clause:4 treaty:x".split())))
def test_filters_come_back_as_they_were_typed(filters):
    assert taken(f"weekdays 08:30 Vienna {'  '.join(filters)}").rest == "  ".join(filters)
