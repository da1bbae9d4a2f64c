import pytest
from hypothesis import given
from hypothesis import strategies as st
from scheduling import schedules

from digests.schedule import Trouble, Unclear, read
from digests.subscriptions import Schedule

WEEKDAYS = "mon,tue,wed,thu,fri"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("daily", "daily 08:00"),
        ("every day", "daily 08:00"),
        ("every morning", "daily 08:00"),
        ("every evening", "daily 18:00"),
        ("mornings and evenings", "daily 08:00,18:00"),
        ("daily 8am,6pm", "daily 08:00,18:00"),
        ("daily 08:00,14:00,20:00", "daily 08:00,14:00,20:00"),
        ("daily 20:00 08:00 20:00", "daily 08:00,20:00"),
        ("twice a day 8:00 18:00", "daily 08:00,18:00"),
        ("twice a day", "daily 08:00,20:00"),
        ("three times a day", "daily 08:00,14:00,20:00"),
        ("4 times a day", "daily 08:00,12:00,16:00,20:00"),
        ("once a day at noon", "daily 12:00"),
        ("weekdays 8:30", f"{WEEKDAYS} 08:30"),
        ("mon-fri 8:30 pm", f"{WEEKDAYS} 20:30"),
        ("Monday to Friday, 8", f"{WEEKDAYS} 08:00"),
        ("weekday mornings", f"{WEEKDAYS} 08:00"),
        ("weekends 10 am", "sat,sun 10:00"),
        ("fri–mon noon", "mon,fri,sat,sun 12:00"),
        ("mon-sun 9", "daily 09:00"),
        ("mon,wed,fri 7pm", "mon,wed,fri 19:00"),
        ("mon thu 9", "mon,thu 09:00"),
        ("thurs & tues 9", "tue,thu 09:00"),
        ("mondays at 9", "mon 09:00"),
        ("every monday at 9", "mon 09:00"),
        ("weekly", "mon 08:00"),
        ("weekly friday 17:00", "fri 17:00"),
        ("once a week on Sunday", "sun 08:00"),
        ("monthly", "monthly 1 08:00"),
        ("monthly 15 9:00", "monthly 15 09:00"),
        ("monthly 15 9", "monthly 15 09:00"),
        ("monthly 1 09:00", "monthly 1 09:00"),
        ("monthly 9:00", "monthly 1 09:00"),
        ("monthly at 9", "monthly 1 09:00"),
        ("monthly on the 15th at 9", "monthly 15 09:00"),
        ("1st 9:00", "monthly 1 09:00"),
        ("every 15th", "monthly 15 08:00"),
        ("last day of the month 18:00", "monthly 31 18:00"),
        ("every month on the last day", "monthly 31 08:00"),
        ("end of the month", "monthly 31 08:00"),
        ("as it happens", "at once"),
        ("as-it-happens", "at once"),
        ("at once", "at once"),
        ("Instantly!", "at once"),
        ("immediately", "at once"),
    ],
)
def test_a_schedule_is_read_in_plain_english(words, kept):
    assert str(read(words)) == kept


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("8", "08:00"),
        ("8am", "08:00"),
        ("8 a.m.", "08:00"),
        ("8.30", "08:30"),
        ("08:30", "08:30"),
        ("８：３０", "08:30"),
        ("0830", "08:30"),
        ("20h", "20:00"),
        ("20h30", "20:30"),
        ("20 Uhr", "20:00"),
        ("@9", "09:00"),
        ("at 8 o’clock", "08:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("8:15 pm", "20:15"),
        ("18pm", "18:00"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("midnight", "00:00"),
        ("12 midnight", "00:00"),
        ("8 in the morning", "08:00"),
        ("7 in the evening", "19:00"),
        ("19:00 in the evening", "19:00"),
        ("3 in the afternoon", "15:00"),
        ("12 in the afternoon", "12:00"),
        ("11 at night", "23:00"),
        ("12 at night", "00:00"),
        ("2 at night", "02:00"),
    ],
)
def test_a_time_of_day_is_read_as_people_write_it(typed, time):
    assert str(read(typed)) == f"daily {time}"


def test_each_part_of_the_day_has_its_own_hour():
    assert str(read("8 in the morning and 6 in the evening")) == "daily 08:00,18:00"
    assert str(read("morning 8, 12:00, evening 6")) == "daily 06:00,08:00,12:00"


@pytest.mark.parametrize(
    ("words", "why", "word"),
    [
        ("", Trouble.EMPTY, ""),
        ("at the", Trouble.EMPTY, "at the"),
        ("dayly", Trouble.WORD, "dayly"),
        ("daily 9 Vienna", Trouble.WORD, "Vienna"),
        ("first monday of the month", Trouble.WORD, "first"),
        ("mon-xyz 9", Trouble.WORD, "mon-xyz"),
        ("never", Trouble.RHYTHM, "never"),
        ("hourly", Trouble.RHYTHM, "hourly"),
        ("every 2 days at 9", Trouble.RHYTHM, "every 2 days"),
        ("every other monday", Trouble.RHYTHM, "every other"),
        ("daily except sunday", Trouble.RHYTHM, "except"),
        ("twice a week", Trouble.RHYTHM, "twice"),
        ("daily 25:00", Trouble.TIME, "25:00"),
        ("8:61", Trouble.TIME, "8:61"),
        ("24:00", Trouble.TIME, "24:00"),
        ("daily 13am", Trouble.TIME, "13am"),
        ("daily 8:00:00", Trouble.TIME, "8:00:00"),
        ("daily at 99", Trouble.TIME, "99"),
        ("32nd", Trouble.MONTHDAY, "32nd"),
        ("monthly 0", Trouble.MONTHDAY, "0"),
        ("monthly 32 9:00", Trouble.MONTHDAY, "32"),
        ("1st and 15th", Trouble.ONE_MONTHDAY, "15th"),
        ("twice a day 8:00", Trouble.COUNT, "twice"),
        ("0 times a day", Trouble.COUNT, "0 times"),
        ("13 times a day", Trouble.MANY, "13 times"),
        ("daily 1,2,3,4,5,6,7,8,9,10,11,12,13", Trouble.MANY, "13"),
        ("as it happens 9:00", Trouble.MIXED, "9:00"),
        ("monthly friday", Trouble.MIXED, "friday"),
        ("daily weekly", Trouble.MIXED, "weekly"),
        ("weekly on the 1st", Trouble.MIXED, "weekly"),
        ("until friday", Trouble.MIXED, "until"),
    ],
)
def test_what_cannot_be_followed_is_named_with_the_word(words, why, word):
    assert read(words) == Unclear(why, word)


def test_twelve_times_a_day_are_not_too_many():
    assert str(read("daily 1,2,3,4,5,6,7,8,9,10,11,12")).count(":") == 12
    assert str(read("12 times a day")).count(":") == 12


@given(schedules())
def test_a_schedule_is_read_as_it_is_kept(schedule):
    assert read(str(schedule)) == schedule
    assert Schedule.kept(str(schedule)) == schedule


@given(
    st.text()
    | st.lists(st.sampled_from("at - mon 9 : pm every 1st to of 99".split())).map(" ".join)
)
def test_any_words_have_an_answer(words):
    assert isinstance(read(words), Schedule | Unclear)
