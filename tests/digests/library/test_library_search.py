import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelving import TREATY, a_quote, an_article, ids, put, shelve

from config.folding import words
from digests.models import Count, Filter, Indirect

PLAIN = {"headline": "Pact", "quotes": ()}


def found(library, *typed, narrowing=None, limit=10, offset=0):
    phrases = [words(phrase) for phrase in typed]
    return ids(library.search.find(phrases, narrowing or Filter(), limit, offset))


@pytest.mark.parametrize(
    ("typed", "finds"),
    [
        pytest.param(["guarantees"], ["english"], id="a word"),
        pytest.param(["GUARANTEE"], ["english"], id="another form of it"),
        pytest.param(["mutual", "vienna"], ["english"], id="two words"),
        pytest.param(["mutual guarantees"], ["english"], id="a phrase"),
        pytest.param(["guarantees mutual"], [], id="a phrase the wrong way round"),
        pytest.param(["lukin"], ["english"], id="a speaker"),
        pytest.param(["innsbruck"], ["english"], id="an affiliation"),
        pytest.param(["reported"], ["english"], id="an indirect statement"),
        pytest.param(["помощи"], ["russian"], id="an inflected word"),
        pytest.param(["ещё"], ["russian"], id="ё"),
        pytest.param(["еще"], ["russian"], id="ё written е"),
        pytest.param(["лобова"], ["russian"], id="an inflected name"),
        pytest.param(["북한"], ["korean"], id="Korean with a particle"),
        pytest.param(["러시아 북한"], ["korean"], id="a Korean phrase"),
        pytest.param(["lavrov"], [], id="what is not there"),
    ],
)
def test_words_are_found_in_any_form(library, typed, finds):
    shelve(
        library,
        an_article(
            "english",
            headline="In Vienna",
            summary="He spoke.",
            quotes=(
                a_quote("The mutual guarantees hold.", affiliation="University of Innsbruck"),
            ),
            indirect=(Indirect(statement="Help was reported."),),
        ),
        an_article("russian", headline="Помощь", summary="Ещё раз о Лобове.", quotes=()),
        an_article("korean", headline="Talks", summary="러시아 북한은 조약", quotes=()),
    )

    assert found(library, *typed) == finds


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("", id="nothing"),
        pytest.param("\x00", id="NUL"),
        pytest.param('"', id="a quotation mark"),
        pytest.param("*", id="a star"),
        pytest.param("-", id="a hyphen"),
        pytest.param(":1", id="a tag"),
        pytest.param("y2024", id="a tag without its mark"),
        pytest.param("NEAR(a b)", id="an operator"),
        pytest.param("headline : x", id="a column"),
        pytest.param("\ud800", id="half a pair"),
    ],
)
def test_nothing_typed_is_an_operator(library, typed):
    shelve(library, an_article())

    assert library.search.find([[typed]], Filter(), 5) == []
    assert library.search.count([[typed]], Filter()) == Count(number=0)


@pytest.mark.parametrize("word", ["and", "OR", "not", "near"])
def test_the_names_of_operators_are_words(library, word):
    shelve(library, an_article("a", summary="this and that or not near"), an_article("b"))

    assert found(library, word) == ["a"]


@given(phrases=st.lists(st.lists(st.text(max_size=12), max_size=4), max_size=80))
def test_any_text_can_be_searched(shared, phrases):
    shelve(shared, an_article(summary="some words"))

    assert isinstance(shared.search.find(phrases, Filter(), 5), list)
    assert shared.search.count(phrases, Filter()).number >= 0


def test_a_long_search_is_no_error(library):
    shelve(library, an_article(summary=" ".join(f"w{n}" for n in range(400))))

    assert found(library, *(f"w{n}" for n in range(400)))
    assert found(library, " ".join(f"w{n}" for n in range(400)))


def test_headlines_and_names_come_first_each_newest_first(library):
    shelve(
        library,
        an_article("headline-1", headline="Troops sent", quotes=()),
        an_article("text-1", summary="Troops were sent.", **PLAIN),
        an_article("name", quotes=(a_quote(speaker="Sent Troops"),)),
        an_article("split", headline="Troops", summary="sent", quotes=()),
        an_article("headline-2", headline="Sent: troops", quotes=()),
    )

    in_order = ["headline-2", "name", "headline-1", "split", "text-1"]
    assert found(library, "troops", "sent") == in_order
    for offset in range(5):
        assert found(library, "troops", "sent", limit=2, offset=offset) == in_order[offset:][:2]
    assert library.search.count([["troops"], ["sent"]], Filter()) == Count(number=5)


def test_a_corrected_article_keeps_its_place(library):
    shelve(library, an_article("a", summary="troops", **PLAIN))
    shelve(library, an_article("b", summary="troops", **PLAIN))
    put(library, an_article("a", summary="more troops", **PLAIN))

    assert found(library, "troops") == ["b", "a"]


def test_a_search_is_narrowed_like_a_list(library):
    shelve(
        library,
        an_article("a", summary="troops", clauses=("assistance",)),
        an_article("b", summary="troops", outlet="KCNA", quotes=(a_quote(speaker="Kim"),)),
        an_article("c", summary="troops", treaty="other-1961"),
        an_article("d", summary="nothing", clauses=("assistance",)),
    )

    assert found(library, "troops", narrowing=Filter(clauses=(f"{TREATY}:assistance",))) == ["a"]
    assert found(library, "troops", narrowing=Filter(outlets=("KCNA", "TASS"))) == ["c", "b", "a"]
    assert found(library, "troops", narrowing=Filter(speakers=("kim",))) == ["b"]
    assert found(library, "troops", narrowing=Filter(treaties=("other-1961",))) == ["c"]
    assert found(library, "troops", narrowing=Filter(outlets=("Nobody's",))) == []


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (dt.date(2023, 12, 31), dt.date(2024, 1, 1)),
        (dt.date(2024, 2, 29), dt.date(2024, 2, 29)),
        (dt.date(2022, 1, 1), dt.date(2023, 12, 31)),
        (dt.date(1, 1, 1), dt.date(2024, 2, 28)),
        (dt.date(2024, 3, 1), None),
        (None, dt.date(2022, 6, 1)),
        (dt.date(2031, 1, 1), None),
        (None, dt.date(1999, 1, 1)),
    ],
)
def test_days_are_exact_across_months_and_years(library, since, until):
    days = [dt.date(2022, 1, 1) + dt.timedelta(days=29 * n) for n in range(30)]
    days += [dt.date(2023, 12, 31), dt.date(2024, 1, 1), dt.date(2024, 2, 29), dt.date(2024, 3, 1)]
    shelve(library, *(an_article(f"a-{day}", published=day, quotes=()) for day in set(days)))

    wanted = {f"a-{d}" for d in days if (since or d) <= d <= (until or d)}
    narrowing = Filter(since=since, until=until)
    assert set(found(library, "pact", narrowing=narrowing, limit=99)) == wanted
    assert library.search.count([["pact"]], narrowing).number == len(wanted)


def test_a_library_of_very_many_years_can_be_searched(library):
    shelve(library, an_article("old", published=dt.date(7, 1, 1)), an_article("new"))

    assert found(library, "pact", narrowing=Filter(until=dt.date(1900, 1, 1))) == ["old"]


def test_three_hundred_of_each_kind_are_shown_and_all_are_counted(library):
    with library.atomic():
        shelve(library, *(an_article(f"h-{n}", headline="Troops", quotes=()) for n in range(310)))
        shelve(library, *(an_article(f"t-{n}", summary="troops", **PLAIN) for n in range(700)))

    shown = found(library, "troops", limit=2000)
    assert shown[:2] == ["h-309", "h-308"]
    assert [shown[299], shown[300]] == ["h-10", "t-699"]
    assert len(shown) == 600
    assert library.search.count([["troops"]], Filter()) == Count(number=1000, capped=True)
