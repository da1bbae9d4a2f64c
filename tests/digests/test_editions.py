import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from writing import TREATY, a_quote, an_article, seeds

from digests import records
from digests.editions import Asked, Numbered, Touched, compose, nothing
from digests.models import Count, Filter, OutletCount

DAY = dt.date(2026, 12, 2)
ALL = Filter()
LONG = "the two sides will give each other help with all the means they have"
OTHER = "nobody should read into this more than what the paper itself provides for"


def asked(narrowing=ALL, total=1, **given):
    return Asked(filter=narrowing, first=DAY, last=DAY, total=Count(number=total), **given)


def edition(*articles, narrowing=ALL):
    numbered = [Numbered(n, article) for n, article in enumerate(articles, start=1)]
    return compose(numbered, asked(narrowing, len(articles)))


def leading(*articles, narrowing=ALL):
    return [story.article.id for story in edition(*articles, narrowing=narrowing).stories]


def said(text, speaker="Artyom Lukin", **given):
    return a_quote(text, speaker=speaker, **given)


def joined(one, other):
    return len(edition(one, other).stories) == 1


def test_without_articles_there_is_no_edition():
    assert compose([], asked()) is None


def test_an_edition_without_stories_knows_what_it_was_asked_for():
    empty = nothing(asked(Filter(outlets=("TASS",)), 0))

    assert empty.stories == ()
    assert (empty.filter.outlets, empty.first, empty.total.number) == (("TASS",), DAY, 0)


def test_the_newest_comes_first_where_nothing_else_tells():
    assert leading(
        an_article("a", published=dt.date(2024, 6, 20)),
        an_article("c"),
        an_article("b", published=dt.date(2024, 6, 21)),
        an_article("d"),
    ) == ["b", "a", "d", "c"]


def test_quotes_of_named_speakers_weigh_more_than_the_day():
    assert leading(
        an_article("unnamed", published=DAY, quotes=(a_quote("Nobody knows."),)),
        an_article("treaty", quotes=(said(LONG, "treaty text", kind="treaty"),)),
        an_article("two", quotes=(said(LONG), said(OTHER))),
        an_article("one", quotes=(said("Something else entirely."),)),
    ) == ["two", "one", "unnamed", "treaty"]


@pytest.mark.parametrize(
    "narrowing",
    [
        pytest.param(Filter(clauses=(f"{TREATY}:assistance",)), id="a clause"),
        pytest.param(Filter(speakers=("roman-lobov",)), id="a speaker"),
    ],
)
def test_what_was_asked_for_weighs_most(narrowing):
    matching = said("It is binding.", "Roman Lobov", clauses=("assistance",))

    assert leading(
        an_article("many", published=DAY, quotes=(said(LONG), said(OTHER))),
        an_article("matching", quotes=(matching,)),
        narrowing=narrowing,
    ) == ["matching", "many"]


def test_a_clause_of_the_article_itself_is_a_match():
    assert leading(
        an_article("other", published=DAY),
        an_article("on-it", clauses=("assistance",)),
        narrowing=Filter(clauses=(f"{TREATY}:assistance",)),
    ) == ["on-it", "other"]


def test_a_speaker_is_known_by_the_library_whatever_the_article_prints():
    numbered = [
        Numbered(1, an_article("printed", quotes=(said("Yes.", "Лукин"),)), ("artyom-lukin",)),
        Numbered(2, an_article("namesake", quotes=(said("No.", "Lukin"),)), ("other-lukin",)),
    ]
    composed = compose(numbered, asked(Filter(speakers=("artyom-lukin",)), 2))

    assert [story.article.id for story in composed.stories] == ["printed", "namesake"]


@pytest.mark.parametrize(
    ("quotes", "narrowing", "best"),
    [
        pytest.param([], ALL, None, id="none"),
        pytest.param([a_quote(LONG), said("It is so.")], ALL, 1, id="a named speaker"),
        pytest.param([said(LONG, kind="fragment"), said("It is so.")], ALL, 1, id="a sentence"),
        pytest.param([said("Yes."), said(OTHER)], ALL, 1, id="one that says enough"),
        pytest.param([said("word " * 200), said(OTHER)], ALL, 1, id="one read at a glance"),
        pytest.param([said(LONG), said(OTHER)], ALL, 0, id="else the first"),
        pytest.param([said(LONG, "treaty text", kind="treaty")], ALL, 0, id="the treaty's text"),
        pytest.param(
            [said(LONG), said("Yes.", clauses=("assistance",))],
            Filter(clauses=(f"{TREATY}:assistance",)),
            1,
            id="on what was asked for",
        ),
    ],
)
def test_the_best_quote_shows_what_an_article_is_about(quotes, narrowing, best):
    (story,) = edition(an_article(quotes=tuple(quotes)), narrowing=narrowing).stories

    assert story.best == (None if best is None else quotes[best])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            {"url": "https://tass.com/world/1"},
            {"url": "http://www.tass.com/world/1/?utm_source=x"},
            id="the same page",
        ),
        pytest.param(
            {"quotes": (said(LONG),)},
            {"quotes": (said(f"He said: {LONG.upper()}!", "Lukin"),)},
            id="the same words",
        ),
        pytest.param(
            {"quotes": (said("One two three four five six seven eight."),)},
            {"quotes": (said("Zero one two three four, five six seven eight nine."),)},
            id="eight words in a row",
        ),
        pytest.param(
            {"quotes": (said("Пункт о взаимной помощи в случае нападения будет выполнен."),)},
            {"quotes": (said("…пункт о взаимной помощи в случае нападения будет выполнен"),)},
            id="eight words of Russian",
        ),
    ],
)
def test_the_same_story_in_two_outlets_is_one(one, other):
    first = an_article("tass", outlet="TASS", published=DAY, **one)
    second = an_article("sputnik", outlet="Sputnik", **other)
    (story,) = edition(second, first).stories

    assert (story.article, story.also) == (first, (second,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({"url": "https://a.org/1"}, {"url": "https://a.org/2"}, id="two pages"),
        pytest.param({}, {}, id="nothing to tell by"),
        pytest.param({"url": "not at all"}, {"url": "not at all"}, id="no address"),
        pytest.param(
            {"quotes": (said("One two three four five six seven."),)},
            {"quotes": (said("One two three four five six seven."),)},
            id="seven words",
        ),
        pytest.param(
            {"quotes": (said(LONG, "treaty text", kind="treaty"),)},
            {"quotes": (said(LONG, "treaty text", kind="treaty"),)},
            id="the treaty's own words",
        ),
        pytest.param(
            {"quotes": (said("We say [as he put it last week] that four"),)},
            {"quotes": (said("They say [as he put it last week] that five"),)},
            id="an outlet's insertion",
        ),
        pytest.param(
            {"quotes": (said(LONG + " and " + OTHER, parts=("one two three four", "five six")),)},
            {"quotes": (said("one two three four five six seven eight nine"),)},
            id="words of two stretches",
        ),
    ],
)
def test_what_only_resembles_stays_apart(one, other):
    assert not joined(an_article("a", **one), an_article("b", **other))


def test_stories_that_share_with_a_third_are_one():
    one = an_article("a", quotes=(said(LONG),))
    other = an_article("b", url="https://tass.com/world/1")
    between = an_article("c", url="https://tass.com/world/1", quotes=(said(LONG),))
    (story,) = edition(one, other, between).stories

    assert {article.id for article in story.articles} == {"a", "b", "c"}


def test_outlets_clauses_and_treaties_are_counted_the_most_first():
    composed = edition(
        an_article("a", outlet="Sputnik", clauses=("consultation",)),
        an_article("b", outlet="TASS", clauses=("assistance",)),
        an_article("c", outlet="TASS", quotes=(said("Yes.", clauses=("assistance",)),)),
        an_article("d", treaty="north-atlantic-1949", clauses=("assistance",)),
    )

    assert set(composed.outlets) == {
        OutletCount(outlet="TASS", articles=2),
        OutletCount(outlet="Sputnik", articles=1),
        OutletCount(outlet=None, articles=1),
    }
    assert composed.outlets[0].outlet == "TASS"
    assert composed.clauses[0] == Touched(clause=f"{TREATY}:assistance", articles=2)
    assert composed.treaties == (TREATY, "north-atlantic-1949")


def test_the_seeds_are_five_stories(catalogue):
    composed = edition(*(records.parse(raw, catalogue) for _, raw in seeds()))

    assert len(composed.stories) == 5
    assert composed.whole


words = st.lists(st.sampled_from("aid war pact law aim end say see".split()), max_size=12)
quotes = st.builds(
    lambda text, kind: said(" ".join(["x", *text]), kind=kind),
    words,
    st.sampled_from(["sentence", "fragment", "treaty"]),
)
drawn = st.lists(
    st.tuples(st.lists(quotes, max_size=3), st.sampled_from([None, "https://a.org/1", "x"])),
    min_size=1,
    max_size=12,
)


@given(drawn, st.randoms())
def test_each_article_is_in_one_story_whatever_the_order_they_come_in(drawn, random):
    numbered = [
        Numbered(n, an_article(f"a-{n}", quotes=tuple(quotes), url=url))
        for n, (quotes, url) in enumerate(drawn, start=1)
    ]
    composed = compose(numbered, asked(total=len(drawn)))
    told = [article.id for story in composed.stories for article in story.articles]
    shuffled = random.sample(numbered, len(numbered))

    assert sorted(told) == sorted(one.article.id for one in numbered)
    assert composed.whole
    assert compose(shuffled, asked(total=len(drawn))).stories == composed.stories
