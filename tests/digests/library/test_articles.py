import datetime as dt
from contextlib import closing

import pytest
from shelving import NOW, TREATY, a_quote, a_speaker, an_article, ids, names, put, shelve

from digests.errors import RecordRefused
from digests.library import Library
from digests.models import Count, Filter, Happening, Indirect, OutletCount, Reprint

DAY = dt.date(2024, 6, 20)
LATER = NOW + dt.timedelta(days=1)
FULL = an_article(
    "full",
    date_note="year inferred",
    place="Pyongyang",
    author="A. Writer",
    url="https://example.org/a?b=c",
    also_in=(Reprint(outlet="Xinhua", published=DAY),),
    clauses=("assistance", "north-atlantic-1949:assistance"),
    summary="The two sides signed a pact.",
    quotes=(
        a_quote("Mutual.", clauses=("assistance",), told="Puls 24", language="en"),
        a_quote("One two", parts=("One", "two"), speaker=None, kind="fragment"),
        a_quote("In case", speaker="treaty text", kind="treaty", note="as printed"),
    ),
    indirect=(Indirect(statement="It helps.", speaker="Kim"),),
    events=(Happening(what="Signing", date=DAY),),
)


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(FULL, id="everything known"),
        pytest.param(
            an_article(headline=None, outlet=None, published=None, quotes=()), id="all open"
        ),
        pytest.param(
            an_article(published=None, published_from=DAY, headline="«Ёж» — 북한"),
            id="other scripts",
        ),
    ],
)
def test_an_article_is_given_back_as_it_came(library, article):
    assert put(library, article) == "new"
    assert library.articles.get(article.id) == article


def test_the_same_record_again_changes_nothing(library):
    put(library, FULL)

    assert put(library, FULL, LATER) == "same"
    assert library.articles.history("full") == []


def test_the_same_record_again_needs_no_lock(path):
    with closing(Library.open(path)) as first, closing(Library.open(path)) as second:
        put(first, FULL)
        with first.atomic():
            assert put(second, FULL) == "same"


def test_a_changed_record_takes_the_place_of_the_former(library):
    first = an_article("a", headline="Pact singed")
    second = an_article("a", headline="Pact signed", outlet="Reuters")
    third = an_article("a", headline="Pact signed", outlet="Reuters", summary="Signed.")
    shelve(library, first, an_article("b"))

    assert put(library, second, LATER, by="ann") == "changed"
    assert put(library, third, LATER, by="bob") == "changed"
    assert library.articles.get("a") == third
    assert library.articles.history("a") == [(LATER, "bob", second), (LATER, "ann", first)]
    assert ids(library.articles.latest(Filter(), 5)) == ["b", "a"]
    assert library.articles.total() == 2


def test_what_was_derived_from_the_former_record_is_gone(library):
    shelve(library, an_article("a", clauses=("consultation",), headline="Pact singed"))
    shelve(library, an_article("a", published=dt.date(2023, 1, 1), outlet="Reuters", quotes=()))

    assert library.search.find([["singed"]], Filter(), 5) == []
    assert library.speakers.all(Filter(), 5) == []
    assert library.articles.by_outlet() == [OutletCount(outlet="Reuters", articles=1)]
    assert library.quotes.tallies(TREATY) == {}
    assert library.articles.days() == (dt.date(2023, 1, 1), dt.date(2023, 1, 1))
    assert library.speakers.called(["lukin"]).speakers == ()


def test_a_record_that_could_not_be_read_back_is_refused(library):
    with pytest.raises(RecordRefused, match="headline"):
        put(library, an_article("a", headline="a\x00b"))

    assert library.articles.total() == 0


def test_blanks_round_a_text_are_no_change(library):
    put(library, an_article("a", headline="Pact signed"))

    assert put(library, an_article("a", headline=" Pact signed ")) == "same"


@pytest.mark.parametrize("id_", ["", "nothing-such", "\ud800", "'; DROP TABLE article"])
def test_an_unknown_id_is_nothing(library, id_):
    assert library.articles.get(id_) is None
    assert library.articles.heading(id_) is None
    assert library.articles.history(id_) == []
    assert library.articles.speakers_of(id_) == []


def test_a_heading_tells_what_a_list_shows(library):
    shelve(library, FULL)

    heading = library.articles.heading("full")
    assert heading.clauses == (f"{TREATY}:assistance", "north-atlantic-1949:assistance")
    assert (heading.quotes, heading.published, heading.url) == (3, DAY, FULL.url)


def test_the_latest_are_the_newest_by_day_then_by_arrival(library):
    shelve(
        library,
        an_article("undated", published=None),
        an_article("old", published=dt.date(2020, 1, 1)),
        an_article("new", published=dt.date(2025, 1, 1)),
        an_article("from", published=None, published_from=dt.date(2024, 1, 1)),
        an_article("old-too", published=dt.date(2020, 1, 1)),
    )

    in_order = ["new", "from", "old-too", "old", "undated"]
    assert ids(library.articles.latest(Filter(), 10)) == in_order
    assert ids(library.articles.latest(Filter(), 2, 1)) == in_order[1:3]
    assert library.articles.days() == (dt.date(2020, 1, 1), dt.date(2025, 1, 1))


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        pytest.param(Filter(since=DAY), ["from-later", "on", "from"], id="since"),
        pytest.param(Filter(until=DAY), ["on", "from", "before"], id="until"),
        pytest.param(Filter(since=DAY, until=DAY), ["on", "from"], id="one day"),
        pytest.param(Filter(since=DAY, until=dt.date(2024, 6, 1)), [], id="the wrong way round"),
        pytest.param(Filter(since=dt.date.max), ["from-later", "from"], id="the last of days"),
        pytest.param(
            Filter(since=dt.date.min, until=dt.date.max),
            ["from-later", "on", "from", "before"],
            id="any day",
        ),
    ],
)
def test_on_or_after_matches_where_it_may(library, narrowing, expected):
    shelve(
        library,
        an_article("before", published=dt.date(2024, 6, 18), headline="Pact"),
        an_article("from", published=None, published_from=dt.date(2024, 6, 19), headline="Pact"),
        an_article("on", published=DAY, headline="Pact"),
        an_article("from-later", published=None, published_from=dt.date(2024, 7, 1)),
        an_article("undated", published=None, headline="Pact"),
    )

    assert ids(library.articles.latest(narrowing, 10)) == expected
    assert library.articles.count(narrowing) == Count(number=len(expected))
    assert set(ids(library.search.find([["pact"]], narrowing, 10))) == set(expected)


def test_a_clause_has_the_articles_that_name_it_or_quote_on_it(library):
    clause = f"{TREATY}:assistance"
    shelve(
        library,
        an_article("names", clauses=("assistance",), quotes=()),
        an_article("quotes", quotes=(a_quote(clauses=("assistance",)),)),
        an_article("neither", clauses=("consultation",)),
        an_article("by-address", treaty="other-1961", clauses=(clause,)),
    )

    assert ids(library.articles.on_clause(clause, Filter(), 5)) == [
        "by-address",
        "quotes",
        "names",
    ]
    assert ids(library.articles.on_clause(clause, Filter(treaties=(TREATY,)), 1, 1)) == ["names"]


def test_outlets_are_counted_the_unknown_one_too(library):
    shelve(library, *(an_article(f"a-{n}", outlet=None) for n in range(2)), an_article("b"))

    assert library.articles.by_outlet() == [
        OutletCount(outlet=None, articles=2),
        OutletCount(outlet="TASS", articles=1),
    ]


def test_who_is_quoted_in_an_article_comes_in_the_order_of_the_quotes(library):
    quotes = [a_quote(speaker=name) for name in ("Kim", "Alexander Lukin", None, "Kim")]
    shelve(library, an_article("a", quotes=tuple(quotes)))

    assert names(library.articles.speakers_of("a")) == ["Kim", "Alexander Lukin"]


def test_speakers_are_whom_the_caller_says(library):
    article = an_article("a", quotes=(a_quote(speaker="A. Lukin"), a_quote(speaker="Prof Lukin")))
    lukin = a_speaker("Alexander Lukin", affiliation="MGIMO")

    put(library, article, **{"A. Lukin": lukin, "Prof Lukin": lukin})

    (known,) = library.articles.speakers_of("a")
    assert (known.name, known.affiliation, known.quotes, known.articles) == (
        "Alexander Lukin",
        "MGIMO",
        2,
        1,
    )


@pytest.mark.parametrize(
    "typed",
    [
        "tass-2024-06-20-lukni",
        "tass-2024-06-20",
        "TASS-2024-06-20-LUKIN",
        "ass-2024-06-20-lukin",
        "tass-2024-06-21-lukin",
    ],
)
def test_a_mistyped_id_resembles_the_right_one(library, typed):
    shelve(library, *(an_article(f"b-{n}-reuters-2024-01-01") for n in range(150)), an_article())

    assert ids(library.articles.near(typed))[0] == "tass-2024-06-20-lukin"


@pytest.mark.parametrize(
    "typed", ["", "x", "quite-something-else", "2024-99-99", "\x00", "\ud800"]
)
def test_what_resembles_nothing_has_nothing_near(library, typed):
    shelve(library, an_article())

    assert library.articles.near(typed) == []
