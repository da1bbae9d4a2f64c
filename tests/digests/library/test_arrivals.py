import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelving import NOW, TREATY, a_quote, an_article, put, shelve

from digests.library import Library
from digests.models import TREATY_TEXT, Count, Filter

DAY = dt.timedelta(days=1)
FAR = 10**6


def ids(fresh):
    return [article.id for _, article in fresh.articles]


def test_articles_are_fresh_by_the_order_they_came_in_and_not_by_their_days(library):
    days = {"a": dt.date(2024, 6, 20), "b": dt.date(2023, 1, 1), "c": None}
    shelve(library, *(an_article(id_, published=day) for id_, day in days.items()))

    fresh = library.articles.fresh(Filter(), 0, FAR, 9)

    assert [number for number, _ in fresh.articles] == [3, 2, 1]
    assert ids(fresh) == ["c", "b", "a"]
    assert fresh.total == Count(number=3)
    assert ids(library.articles.fresh(Filter(), 1, 2, 9)) == ["b"]
    assert library.articles.fresh(Filter(), 3, FAR, 9).total == Count(number=0)
    assert library.articles.newest() == 3


def test_there_is_nothing_fresh_in_an_empty_library(library):
    assert library.articles.newest() == 0
    assert library.articles.came(0) is None
    assert ids(library.articles.fresh(Filter(), 0, FAR, 9)) == []


def test_a_correction_is_no_news(library):
    shelve(library, an_article("a"), an_article("b"))
    put(library, an_article("a", headline="Pact"), NOW + DAY)

    assert ids(library.articles.fresh(Filter(), 1, FAR, 9)) == ["b"]
    assert library.articles.newest() == 2


def test_what_is_retracted_is_no_news(library):
    shelve(library, an_article("a"), an_article("b"))
    library.past.retract("b", "a hoax", NOW, "ann")

    assert ids(library.articles.fresh(Filter(), 0, FAR, 9)) == ["a"]
    assert library.articles.fresh(Filter(), 0, FAR, 9).total == Count(number=1)
    assert library.articles.newest() == 2


def test_of_many_there_is_a_page_and_how_many_there_are(library):
    shelve(library, *(an_article(f"a-{n}") for n in range(7)))

    fresh = library.articles.fresh(Filter(), 1, 6, 2)

    assert ids(fresh) == ["a-5", "a-4"]
    assert fresh.total == Count(number=5)


def test_very_many_are_counted_up_to_a_thousand():
    library = Library.open(None)
    shelve(library, *(an_article(f"a-{n}", quotes=()) for n in range(1_001)))

    assert library.articles.fresh(Filter(), 0, FAR, 2).total == Count(number=1_000, capped=True)
    assert library.articles.fresh(Filter(), 1, FAR, 2).total == Count(number=1_000)
    library.close()


def test_it_is_told_when_the_first_of_them_came(library):
    put(library, an_article("a"), NOW)
    put(library, an_article("b"), NOW + DAY)
    put(library, an_article("c"), NOW + 2 * DAY)
    put(library, an_article("b", headline="Pact"), NOW + 3 * DAY)

    assert library.articles.came(0) == NOW
    assert library.articles.came(1) == NOW + DAY
    assert library.articles.came(3) is None


outlets = st.sampled_from(("TASS", "KCNA", "Reuters"))
clauses = st.sampled_from(("assistance", "terms", "trade"))
days = st.none() | st.dates(dt.date(2024, 1, 1), dt.date(2024, 1, 9))
articles = st.fixed_dictionaries(
    {
        "outlet": outlets,
        "clauses": st.lists(clauses, max_size=2, unique=True).map(tuple),
        "published": days,
        "published_from": days,
    }
)
several = st.lists(outlets, max_size=2).map(tuple)
addresses = st.lists(clauses.map(f"{TREATY}:{{}}".format), max_size=2).map(tuple)
narrowings = st.builds(Filter, outlets=several, clauses=addresses, since=days, until=days)


@given(
    records=st.lists(articles, max_size=12),
    narrowing=narrowings,
    after=st.integers(0, 12),
    through=st.integers(0, 14),
    limit=st.integers(1, 5),
)
def test_a_filter_lets_the_same_pass_as_in_a_list(records, narrowing, after, through, limit):
    library = Library.open(None)
    for n, record in enumerate(records, start=1):
        put(library, an_article(f"a-{n}", quotes=(), **record))
    listed = {heading.id for heading in library.articles.latest(narrowing, 99)}
    wanted = [f"a-{n}" for n in range(through, after, -1) if f"a-{n}" in listed]

    fresh = library.articles.fresh(narrowing, after, through, limit)

    assert ids(fresh) == wanted[:limit]
    assert fresh.total == Count(number=len(wanted))
    library.close()


def quoting(id_, *names):
    return an_article(id_, quotes=tuple(a_quote(speaker=name) for name in names))


def test_who_is_quoted_where_is_told_for_many_articles_at_once(library):
    shelve(library, quoting("a", "Ada Kim", None, "Bo Lee"), quoting("b", "Ada Kim"))

    assert library.speakers.slugs([2, 1]) == {
        (1, 0): "ada-kim",
        (1, 2): "bo-lee",
        (2, 0): "ada-kim",
    }
    assert library.speakers.slugs([]) == {}


def test_whoever_was_not_quoted_before_is_named(library):
    shelve(library, quoting("a", "Ada Kim"))
    shelve(library, quoting("b", "Bo Lee", None, "Ada Kim"), quoting("c", "Cy Ahn", TREATY_TEXT))

    assert library.speakers.debut([3, 2], after=1) == ("Cy Ahn", "Bo Lee")
    assert library.speakers.debut([3, 2], after=2) == ("Cy Ahn",)
    assert library.speakers.debut([1, 2, 3], after=0) == ("Ada Kim", "Bo Lee", "Cy Ahn")
    assert library.speakers.debut([], after=0) == ()


def test_somebody_whose_former_words_were_retracted_speaks_for_the_first_time(library):
    shelve(library, quoting("a", "Ada Kim"), quoting("b", "Ada Kim"))
    library.past.retract("a", "a hoax", NOW, "ann")

    assert library.speakers.debut([2], after=1) == ("Ada Kim",)


def retract(library, id_, at=NOW, reason="a hoax"):
    assert library.past.retract(id_, reason, at, "ann")


def test_retractions_wait_to_be_told(library):
    shelve(library, an_article("a"), an_article("b"), an_article("c"))
    assert library.past.untold(9) == []
    retract(library, "c", NOW)
    retract(library, "a", NOW + DAY, "not his words")

    assert [(one.article, one.at, one.reason) for one in library.past.untold(9)] == [
        ("a", NOW + DAY, "not his words"),
        ("c", NOW, "a hoax"),
    ]
    assert len(library.past.untold(1)) == 1

    library.past.told("a")
    assert [one.article for one in library.past.untold(9)] == ["c"]
    assert library.past.retraction("a").reason == "not his words"


def test_what_came_back_before_it_was_told_is_not_told(library):
    article = an_article("a", quotes=())
    put(library, article)
    retract(library, "a")
    library.articles.put(article, {}, NOW + DAY, "bob", again=True)
    assert library.past.untold(9) == []

    retract(library, "a", NOW + 2 * DAY, "after all")
    assert [one.reason for one in library.past.untold(9)] == ["after all"]
    library.past.told("a")
    assert library.past.untold(9) == []


@pytest.mark.parametrize("change", ["correct", "retract"])
def test_it_is_seen_that_something_was_changed(library, change):
    put(library, an_article("a"))
    before = library.past.changes()
    put(library, an_article("b"))
    assert library.past.changes() == before

    if change == "correct":
        put(library, an_article("a", headline="Pact"), NOW + DAY)
    else:
        retract(library, "a")

    assert library.past.changes() > before
