import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.drafting import dates

PUBLISHED = dt.date(2024, 6, 20)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        pytest.param("on 20 June 2024", "20 June 2024", "2024-06-20", None, id="day first"),
        pytest.param("on June 20, 2024,", "June 20, 2024", "2024-06-20", None, id="month first"),
        pytest.param(
            "Jun 20, 2024 at 4:30 p.m. EDT", "Jun 20, 2024", "2024-06-20", None, id="time"
        ),
        pytest.param("Thursday, 20 June 2024", "20 June 2024", "2024-06-20", None, id="weekday"),
        pytest.param(
            "the 20th of June 2024", "20th of June 2024", "2024-06-20", None, id="ordinal"
        ),
        pytest.param("JUNE 20, 2024", "JUNE 20, 2024", "2024-06-20", None, id="capitals"),
        pytest.param("2024-06-20T10:30Z", "2024-06-20", "2024-06-20", None, id="ISO"),
        pytest.param("20.06.2024", "20.06.2024", "2024-06-20", None, id="with stops"),
        pytest.param("20/06/2024", "20/06/2024", "2024-06-20", None, id="with slashes"),
        pytest.param("06/20/2024", "06/20/2024", "2024-06-20", None, id="American"),
        pytest.param("(2025.06.19.)", "2025.06.19", "2025-06-19", None, id="KCNA"),
        pytest.param("visit on June 18-19.", "June 18-19", "2024-06-18", "2024-06-19", id="range"),
        pytest.param("June 18 and 19", "June 18 and 19", "2024-06-18", "2024-06-19", id="and"),
        pytest.param(
            "18–19 June", "18–19 June", "2024-06-18", "2024-06-19", id="range, day first"
        ),
        pytest.param(
            "June 28 to July 2", "June 28 to July 2", "2024-06-28", "2024-07-02", id="to"
        ),
        pytest.param(
            "28 June – 2 July", "28 June – 2 July", "2024-06-28", "2024-07-02", id="months"
        ),
        pytest.param("Dec. 10-Jan. 2", "Dec. 10-Jan. 2", None, None, id="too far to tell"),
        pytest.param("on June 19", "June 19", "2024-06-19", None, id="no year"),
        pytest.param("July 5", "July 5", "2024-07-05", None, id="abbreviated"),
        pytest.param("in September 2023", "September 2023", None, None, id="a month"),
        pytest.param("20 июня 2024 года", "20 июня 2024", "2024-06-20", None, id="Russian"),
        pytest.param("18–19 июня", "18–19 июня", "2024-06-18", "2024-06-19", id="Russian range"),
        pytest.param("18 и 19 июня", "18 и 19 июня", "2024-06-18", "2024-06-19", id="Russian and"),
        pytest.param("в сентябре 2023 года", "сентябре 2023", None, None, id="Russian month"),
        pytest.param("2024년 6월 20일", "2024년 6월 20일", "2024-06-20", None, id="Korean"),
        pytest.param("6월 19일(수)", "6월 19일", "2024-06-19", None, id="Korean, no year"),
        pytest.param("2023년 9월", "2023년 9월", None, None, id="Korean month"),
        pytest.param("05/06/2024", "05/06/2024", None, None, id="day or month"),
    ],
)
def test_dates_are_read_and_resolved(text, words, first, last):
    found = dates.find(text)

    assert [mention.words for mention in found] == ([words] if words else [])
    for mention in found:
        days = dates.resolve(mention, PUBLISHED)
        assert [day and day.isoformat() for day in days] == [first, last]


@pytest.mark.parametrize(
    "text",
    [
        "in May",
        "May 5,000 people",
        "June 31",
        "30 February 2024",
        "2024-13-01",
        "Article 4 of 2024",
        "March 18:30",
        "June 20.5",
        "April 20%",
        "1961 and 2000",
        "16 June20th",
        "Octobers 5",
        "version 1.2.2024.5",
        "45 June",
    ],
)
def test_what_is_no_date_is_none(text):
    assert dates.find(text) == []


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Monday, June 17", 0),
        ("on Wed., June 19", 2),
        ("June 19 (Wednesday)", 2),
        ("в среду, 19 июня", 2),
        ("6월 19일(수)", 2),
        ("June 19", None),
    ],
)
def test_the_weekday_beside_a_date_is_kept(text, weekday):
    [mention] = dates.find(text)

    assert mention.weekday == weekday


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        pytest.param("December 4", dt.date(2025, 1, 10), "2024-12-04", id="before the new year"),
        pytest.param("January 5", dt.date(2024, 12, 20), "2025-01-05", id="after the new year"),
        pytest.param("January 5", dt.date(2024, 10, 20), "2024-01-05", id="earlier the same year"),
        pytest.param("December 4", dt.date(2025, 6, 10), None, id="too far either way"),
        pytest.param("December 4", None, None, id="no day of publication"),
        pytest.param("December 4, 2023", None, "2023-12-04", id="it has its year"),
    ],
)
def test_a_missing_year_comes_from_the_day_of_publication(words, published, expected):
    [mention] = dates.find(words)

    first, _ = dates.resolve(mention, published)

    assert (first and first.isoformat()) == expected


def test_a_range_over_the_new_year_ends_in_the_next():
    [mention] = dates.find("Dec. 30-Jan. 2")

    days = dates.resolve(mention, dt.date(2024, 12, 29))

    assert days == (dt.date(2024, 12, 30), dt.date(2025, 1, 2))


def test_several_dates_keep_their_order_and_places():
    text = "On June 18 he came, on 19.06.2024 he signed, and on 20 June he left."

    found = dates.find(text)

    assert [text[m.start : m.end] for m in found] == ["June 18", "19.06.2024", "20 June"]
    assert [m.words for m in found] == ["June 18", "19.06.2024", "20 June"]


@given(
    text=st.lists(
        st.sampled_from(
            ["June", "июня", "월", "일", "년", "2024", "18", "-", ".", "/", " ", "–", "May"]
        )
        | st.text(max_size=4),
        max_size=30,
    ).map("".join),
    published=st.dates() | st.none(),
)
def test_nothing_makes_it_fail(text, published):
    end = 0
    for mention in dates.find(text):
        first, last = dates.resolve(mention, published)
        assert text[mention.start : mention.end] == mention.words
        assert mention.start >= end
        assert first is None or last is None or first < last
        end = mention.end
