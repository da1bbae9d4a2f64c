import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writing import TODAY, a_quote, an_article, ids, publish

from digests.answers import search
from digests.answers.question import Misfit, Trouble
from digests.answers.search import Found, NoWords, phrases

LOBOV, MANGOTT = "tass-2024-06-21-lobov", "tass-2024-06-20-mangott"
ASMOLOV, LUKIN = "tass-2024-06-18-asmolov", "sputnik-2024-10-15-lukin"
UNNAMED = "unidentified-2024-12-04-entry-into-force"


@pytest.fixture(scope="session")
def find(catalogue, seeded):
    return lambda text, limit=20, offset=0: search.find(
        text, catalogue, seeded, TODAY, limit, offset
    )


@pytest.fixture
def russian(catalogue, library):
    """Finds in two articles in Russian and one in Korean."""
    publish(
        catalogue,
        library,
        an_article(
            "ria-1",
            headline="Россия и КНДР подписали договор",
            published=dt.date(2024, 6, 19),
            quotes=(a_quote("В договоре нет ничего нового.", speaker="Артём Лукин"),),
        ),
        an_article("ria-2", summary="Ратификация договора: всё решено в Думе."),
        an_article("yonhap-1", summary="북러 조약을 비준했다."),
    )
    return lambda text: search.find(text, catalogue, library, TODAY, limit=9)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("hegemonic", {LUKIN}, id="a word of a quote"),
        pytest.param("responses", {MANGOTT, ASMOLOV}, id="inflected"),
        pytest.param("RESPONSE medicine", {MANGOTT}, id="two words, both must occur"),
        pytest.param("Lukin", {LUKIN}, id="a speaker"),
        pytest.param("Innsbruck", {MANGOTT}, id="an affiliation"),
        pytest.param("Vienna", {MANGOTT}, id="a place"),
        pytest.param("TASS", {LOBOV, MANGOTT, ASMOLOV}, id="an outlet"),
        pytest.param("Tumen", {LOBOV, MANGOTT}, id="an event"),
        pytest.param('"armed to the teeth"', {LUKIN}, id="phrase"),
        pytest.param("“armed to the teeth”", {LUKIN}, id="phrase in curly marks"),
        pytest.param("«armed to the teeth»", {LUKIN}, id="phrase in guillemets"),
        pytest.param('"teeth the to armed"', set(), id="phrase in another order"),
        pytest.param('"mutual assistance" Vienna', {MANGOTT}, id="phrase and word"),
        pytest.param("lukin's", {LUKIN}, id="possessive"),
        pytest.param("mutual-assistance Vienna", {MANGOTT}, id="hyphen"),
        pytest.param("treaty*^:{}()", {UNNAMED, LOBOV, MANGOTT, LUKIN, ASMOLOV}, id="operators"),
        pytest.param("treaty\x00", {UNNAMED, LOBOV, MANGOTT, LUKIN, ASMOLOV}, id="NUL"),
        pytest.param("NEAR(treaty, 2)", set(), id="NEAR is a word"),
        pytest.param("treaty OR zzz", set(), id="OR is a word"),
        pytest.param("headline:treaty", set(), id="a column is a word"),
        pytest.param('"treaty', {UNNAMED, LOBOV, MANGOTT, LUKIN, ASMOLOV}, id="half a phrase"),
        pytest.param("response expert:Mangott", {MANGOTT}, id="expert"),
        pytest.param("treaty outlet:TASS since:2024-06-20", {LOBOV, MANGOTT}, id="outlet, day"),
        pytest.param("treaty clause:economy-science", {LUKIN}, id="clause"),
        pytest.param("treaty treaty:NATO", set(), id="another treaty"),
    ],
)
def test_words_are_found_wherever_they_stand(find, text, found):
    answer = find(text)

    assert isinstance(answer, Found)
    assert set(ids(answer.articles)) == found
    assert answer.total.number == len(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("договора", {"ria-1", "ria-2"}, id="genitive"),
        pytest.param("договоре", {"ria-1", "ria-2"}, id="prepositional"),
        pytest.param("ДОГОВОР", {"ria-1", "ria-2"}, id="capitals"),
        pytest.param("все решено", {"ria-2"}, id="е for ё"),
        pytest.param("всё решено", {"ria-2"}, id="ё"),
        pytest.param("Артем Лукин", {"ria-1"}, id="a name, е for ё"),
        pytest.param("Лукина", {"ria-1"}, id="a name in the genitive"),
        pytest.param("Lukin", {"ria-1"}, id="a name in Latin letters"),
        pytest.param("«подписали договор»", {"ria-1"}, id="phrase"),
        pytest.param("조약", {"yonhap-1"}, id="Korean without its particle"),
    ],
)
def test_articles_in_other_scripts_are_found_in_any_case(russian, text, found):
    assert set(ids(russian(text).articles)) == found


def test_what_stands_in_headlines_and_names_comes_first(catalogue, library):
    publish(
        catalogue,
        library,
        an_article("in-the-headline", headline="Alliance", published=dt.date(2024, 1, 1)),
        an_article("in-the-name", quotes=(a_quote(speaker="Jan Alliance"),)),
        an_article("in-the-text", summary="Alliance.", published=dt.date(2024, 12, 1)),
    )

    answer = search.find("alliances", catalogue, library, TODAY, limit=9)

    assert ids(answer.articles) == ["in-the-name", "in-the-headline", "in-the-text"]


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        pytest.param("zzzzz", 5, id="everything"),
        pytest.param("zzzzz outlet:TASS", 3, id="what a filter lets pass"),
    ],
)
def test_nothing_found_says_how_many_were_searched(find, text, searched):
    answer = find(text)

    assert (answer.asked, answer.articles, answer.total.number) == ("zzzzz", (), 0)
    assert answer.searched.number == searched


@pytest.mark.parametrize("text", ["", " ", "*", '"', '""', "«»", "\x00", "expert:Lukin", "🇰🇵"])
def test_without_a_word_there_is_nothing_to_search_for(find, text):
    assert isinstance(find(text), NoWords)


def test_a_filter_that_cannot_be_used_is_told_instead(find):
    assert find("treaty since:never") == Misfit(Trouble.DATE, "since", "never")


def test_phrases_are_kept_together_and_said_once():
    assert phrases('aid "Armed to the teeth" «aid» Aid') == (
        ("armed", "to", "the", "teeth"),
        ("aid",),
    )


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=6))
def test_pages_hold_every_article_once(find, limit):
    pages = [find("treaty", limit, start) for start in range(0, 5, limit)]

    assert [one for page in pages for one in ids(page.articles)] == ids(find("treaty").articles)


OPERATORS = st.sampled_from(
    ["AND", "OR", "NOT", "NEAR(", ")", '"', "*", "^", "-", "\x00", ":", "+"]
)


@settings(deadline=None)
@given(st.text() | st.lists(OPERATORS | st.text(max_size=3), max_size=40).map(" ".join))
def test_any_text_can_be_searched_for(find, text):
    answer = find(text)

    assert isinstance(answer, Found | NoWords | Misfit)


def test_an_empty_library_says_that_nothing_was_searched(catalogue, library):
    answer = search.find("treaty", catalogue, library, TODAY, limit=5)

    assert (answer.articles, answer.total.number, answer.searched.number) == ((), 0, 0)
