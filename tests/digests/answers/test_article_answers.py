import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writing import TODAY, an_article, ids, publish, slugs

from digests.answers import article, latest
from digests.answers.article import Full, NoArticle, WhatArticle
from digests.answers.latest import Latest, NotANumber
from digests.answers.question import Misfit, Trouble

NEWEST = [
    "unidentified-2024-12-04-entry-into-force",
    "sputnik-2024-10-15-lukin",
    "tass-2024-06-21-lobov",
    "tass-2024-06-20-mangott",
    "tass-2024-06-18-asmolov",
]


@pytest.fixture(scope="session")
def newest(catalogue, seeded):
    return lambda text, offset=0: latest.articles(text, catalogue, seeded, TODAY, offset)


@pytest.mark.parametrize(
    ("text", "size", "found"),
    [
        pytest.param("", 5, NEWEST, id="as many as usual"),
        pytest.param("3", 3, NEWEST[:3], id="three"),
        pytest.param("٣", 3, NEWEST[:3], id="three in Arabic"),
        pytest.param("0000000000002", 2, NEWEST[:2], id="zeros before it"),
        pytest.param("999", 10, NEWEST, id="more than is shown at once"),
        pytest.param("9" * 900, 10, NEWEST, id="more than there is anywhere"),
        pytest.param("5 expert:Lukin", 5, ["sputnik-2024-10-15-lukin"], id="expert"),
        pytest.param("outlet:TASS 2", 2, NEWEST[2:4], id="number after a filter"),
        pytest.param("since:2024-12-05", 5, NEWEST[:1], id="since, on or after"),
        pytest.param("until:2024-12-03", 5, NEWEST[1:], id="until"),
        pytest.param("clause:4 outlet:TASS", 5, NEWEST[2:4], id="clause and outlet"),
        pytest.param("treaty:NATO", 5, [], id="nothing"),
    ],
)
def test_the_newest_articles_are_listed(newest, text, size, found):
    answer = newest(text)

    assert isinstance(answer, Latest)
    assert (answer.size, ids(answer.articles)) == (size, found)


@pytest.mark.parametrize("text", ["0", "000", "-1", "abc", "1.5", "²", "three"])
def test_what_is_no_number_of_articles_is_told_so(newest, text):
    assert newest(text) == NotANumber(text)


def test_a_filter_that_cannot_be_used_is_told_instead(newest):
    assert newest("5 since:") == Misfit(Trouble.EMPTY, "since")


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=6))
def test_pages_hold_every_article_once(newest, size):
    pages = [newest(str(size), start) for start in range(0, 5, size)]

    assert [one for page in pages for one in ids(page.articles)] == NEWEST
    assert {page.total.number for page in pages} == {5}


def test_an_undated_article_comes_last(catalogue, library):
    publish(
        catalogue,
        library,
        an_article("old", published=dt.date(1961, 7, 6)),
        an_article("undated"),
        an_article("from", published_from=dt.date(2024, 1, 1)),
    )

    answer = latest.articles("", catalogue, library, TODAY)

    assert ids(answer.articles) == ["from", "old", "undated"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("tass-2024-06-20-mangott", id="as it is"),
        pytest.param(" TASS-2024-06-20-Mangott ", id="other case"),
        pytest.param("tass 2024 06 20 mangott", id="no hyphens"),
    ],
)
def test_an_article_is_found_by_its_id(catalogue, seeded, text):
    answer = article.about(text, catalogue, seeded)

    assert isinstance(answer, Full)
    assert answer.article.id == "tass-2024-06-20-mangott"
    assert answer.article.place == "Vienna"
    assert answer.treaty == catalogue.default
    assert slugs(answer.speakers) == ["gerhard-mangott"]


def test_speakers_of_an_article_come_in_the_order_of_their_words(catalogue, seeded):
    answer = article.about("sputnik-2024-10-15-lukin", catalogue, seeded)

    assert slugs(answer.speakers) == ["artyom-lukin", "treaty-text"]
    assert len(answer.article.quotes) == 13


def test_for_a_mistyped_id_the_nearest_are_offered(catalogue, seeded):
    answer = article.about("tass-2024-06-20-mangot", catalogue, seeded)

    assert isinstance(answer, NoArticle)
    assert answer.asked == "tass-2024-06-20-mangot"
    assert ids(answer.near)[0] == "tass-2024-06-20-mangott"
    assert article.about("zzz", catalogue, seeded) == NoArticle("zzz", ())


@pytest.mark.parametrize("text", ["", "  ", "…", "\x00"])
def test_without_an_id_the_newest_are_offered(catalogue, seeded, text):
    answer = article.about(text, catalogue, seeded)

    assert isinstance(answer, WhatArticle)
    assert ids(answer.newest) == NEWEST


def test_an_empty_library_has_nothing_new_and_says_so(catalogue, library):
    answer = latest.articles("", catalogue, library, TODAY)

    assert (answer.articles, answer.total.number) == ((), 0)
    assert article.about("", catalogue, library) == WhatArticle(())
    assert article.about("tass-1", catalogue, library) == NoArticle("tass-1", ())
