import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writing import TODAY, a_quote, an_article, publish

from digests.answers import inline
from digests.answers.inline import Leading
from digests.models import Cited, Heading

LUKIN = [
    "While this agreement is called",
    "Now, Russia will have the obligation",
]
HOSTILE = st.text(max_size=256) | st.lists(
    st.sampled_from(["lukin", "лукина", "4", "expert:", "since:2024", '"', "“", "*", "AND", "\0"])
).map(" ".join)


@pytest.fixture(scope="session")
def offered(catalogue, seeded):
    return lambda text, limit=20, offset=0: inline.offer(
        text, catalogue, seeded, TODAY, limit, offset
    )


@pytest.fixture
def offer(catalogue, library):
    """Ask a library of this test's own."""
    return lambda text, limit=20, offset=0: inline.offer(
        text, catalogue, library, TODAY, limit, offset
    )


def quotes(offer):
    return [item for item in offer.items if isinstance(item, Cited)]


def headings(offer):
    return [item for item in offer.items if isinstance(item, Heading)]


def key(item):
    match item:
        case Cited(quote=quote, article=article):
            return article.id, quote.speaker, quote.text
        case Leading(article=article) | (Heading() as article):
            return article.id


def leafed(ask, text, limit):
    """Leaf to the end; give each page as the keys of its items."""
    pages, offset = [], 0
    while True:
        page = ask(text, limit=limit, offset=offset)
        pages.append([key(item) for item in page.items])
        offset += len(page.items)
        if not page.more:
            return pages


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("lukin assistance", id="speaker, clause"),
        pytest.param("assistance lukin", id="clause, speaker"),
        pytest.param("лукин статья 4", id="Cyrillic, a number"),
        pytest.param("Лукина взаимная помощь", id="inflected, a name of two words"),
        pytest.param("Article IV Artyom Lukin", id="Roman number, full name"),
        pytest.param("lukin 4", id="a number alone"),
        pytest.param("lukin clause:assistance", id="a filter for the clause"),
        pytest.param("assistance expert:lukin", id="a filter for the speaker"),
        pytest.param("expert:lukin clause:4", id="filters alone"),
        pytest.param("lukin assis", id="half typed"),
        pytest.param("assistance luk", id="the name half typed"),
    ],
)
def test_a_name_and_a_clause_give_what_one_said_about_the_other(offered, text):
    offer = offered(text)

    assert [item.quote.text[:30] for item in quotes(offer)] == [start[:30] for start in LUKIN]
    assert {item.speaker.slug for item in quotes(offer)} == {"artyom-lukin"}
    assert not headings(offer)


@pytest.mark.parametrize("text", ["Lukin", "лукина", "expert:lukin", "luk", "лук"])
def test_a_name_gives_all_they_said_and_nothing_else(offered, text):
    offer = offered(text)

    assert len(offer.items) == 8
    assert {item.speaker.name for item in offer.items} == {"Artyom Lukin"}


@pytest.mark.parametrize(
    "text", ["assistance", "статья 4", "Art. 4", "clause:assistance", "взаимная пом"]
)
def test_a_clause_gives_quotes_on_it_then_articles_on_it(offered, text):
    offer = offered(text)

    assert all(item.quote.clauses == ("assistance",) for item in quotes(offer))
    assert (*quotes(offer), *headings(offer)) == offer.items
    assert (len(quotes(offer)), len(headings(offer))) == (4, 4)


def test_nothing_typed_gives_the_latest_articles_with_a_telling_quote(offered):
    offer = offered("")

    assert [key(item) for item in offer.items] == [
        "unidentified-2024-12-04-entry-into-force",
        "sputnik-2024-10-15-lukin",
        "tass-2024-06-21-lobov",
        "tass-2024-06-20-mangott",
        "tass-2024-06-18-asmolov",
    ]
    assert isinstance(offer.items[0], Heading)
    assert offer.items[1].quote.quote.text.startswith(LUKIN[0])
    assert "That will never be made public" in offer.items[3].quote.quote.text


def test_a_filter_alone_narrows_the_latest(offered):
    assert {item.article.outlet for item in offered("outlet:TASS").items} == {"TASS"}
    assert not offered("until:2023").items


def test_a_filter_for_several_clauses_gives_articles_without_quotes_on_another(offered):
    offer = offered("clause:3 clause:4")

    assert len(headings(offer)) == len(offer.items) == 4


def test_other_words_give_quotes_that_hold_them_all_then_articles(offered):
    offer = offered("korean peninsula")

    assert quotes(offer)
    assert all("Korean Peninsula" in item.quote.text for item in quotes(offer))
    assert (*quotes(offer), *headings(offer)) == offer.items
    assert {item.article.id for item in quotes(offer)} <= {item.id for item in headings(offer)}


def test_words_are_found_in_the_speaker_of_a_quote_as_well(offered):
    [quote] = quotes(offered("mangott blocs"))

    assert quote.speaker.name == "Gerhard Mangott"
    assert "confrontation of blocs" in quote.quote.text


def test_a_phrase_is_looked_for_as_one(offered):
    assert len(quotes(offered("“korean peninsula”"))) > 0
    assert not offered("“peninsula korean”").items


def test_quotes_found_by_words_keep_to_the_filters(offered):
    assert {i.speaker.slug for i in quotes(offered("russia expert:lobov"))} == {"roman-lobov"}
    assert {i.quote.clauses for i in quotes(offered("war clause:4"))} == {("assistance",)}


def test_a_name_and_a_clause_without_a_common_quote_are_looked_for_as_words(offered):
    assert [key(item) for item in offered("lobov assistance").items] == ["tass-2024-06-21-lobov"]


def test_a_filter_that_does_not_fit_is_looked_for_as_words(catalogue, library, offer):
    publish(catalogue, library, an_article(headline="The outlet: nowhere"))

    assert [key(item) for item in offer("outlet:nowhere").items] == ["tass-2024-06-20-lukin"]


@pytest.mark.parametrize(
    "text", ["xyzzy", "lukin xyzzy", "outlet:nowhere", "!!!", "статья 7", "Ким Чен Ын", "x" * 256]
)
def test_what_is_not_in_the_library_gives_nothing(offered, text):
    offer = offered(text)

    assert offer.items == ()
    assert not offer.more


def test_what_was_understood_is_told_even_where_nothing_was_found(offered):
    assert offered("Ким Чен Ын").speaker.slug == "kim-jong-un"
    assert offered("статья 7").provision.clause.number == "7"
    assert offered("xyzzy").speaker is offered("xyzzy").provision is None


def test_a_name_that_several_bear_is_looked_for_as_a_word(catalogue, library, offer):
    said = [a_quote(f"Words of {n}.", speaker=f"{n} Kirk") for n in ("Ann", "Bob")]
    publish(catalogue, library, an_article(quotes=tuple(said)))

    offer = offer("kirk")

    assert [item.speaker.name for item in quotes(offer)] == ["Ann Kirk", "Bob Kirk"]
    assert offer.speaker is None


def test_a_speaker_known_by_another_name_is_not_made_up(catalogue, library, offer):
    said = a_quote("Peace, peace.", speaker="Artem Lukin")
    publish(catalogue, library, an_article(quotes=(said,)))

    [found] = quotes(offer("peace"))
    [known] = quotes(offer("lukin"))

    assert (found.quote, found.speaker) == (said, None)
    assert known.speaker.name == "Artyom Lukin"


def test_hangul_with_a_particle_is_found(catalogue, library, offer):
    publish(catalogue, library, an_article(quotes=(a_quote("원조를 제공한다"),)))

    assert [item.quote.text for item in quotes(offer("원조"))] == ["원조를 제공한다"]


@pytest.mark.parametrize(
    "text", ["", "Lukin", "assistance", "russia", "outlet:TASS", "luk", "the"]
)
@pytest.mark.parametrize("limit", [1, 2, 3, 20])
def test_leafing_gives_every_item_once(offered, text, limit):
    whole = [key(item) for item in offered(text, limit=1_000).items]
    pages = leafed(offered, text, limit)

    assert list(itertools.chain(*pages)) == whole
    assert len(set(whole)) == len(whole)
    assert {len(page) for page in pages[:-1]} <= {limit}


def test_a_large_library_is_leafed_through_as_well(catalogue, library, offer):
    publish(
        catalogue,
        library,
        *(
            an_article(
                f"a-{n}",
                published=dt.date(2024, 1, 1) + dt.timedelta(days=n // 3),
                headline="Pact in Pyongyang" if n % 2 else None,
                quotes=(a_quote(f"Pact {n}.", speaker="Ann Lee", clauses=("assistance",)),),
            )
            for n in range(70)
        ),
    )

    for text, most in (("pact", 10 + 70), ("assistance", 140), ("ann lee 4", 70), ("", 70)):
        keys = list(itertools.chain(*leafed(offer, text, 20)))

        assert len(set(keys)) == len(keys) == most


def test_a_thousand_of_a_kind_can_be_leafed_through(catalogue, library, offer):
    said = [a_quote(f"Words {n}.", speaker="Ann Lee", clauses=("assistance",)) for n in range(105)]
    publish(catalogue, library, *(an_article(f"a-{n}", quotes=tuple(said)) for n in range(10)))

    quoted = list(itertools.chain(*leafed(offer, "ann lee", 300)))
    on_it = list(itertools.chain(*leafed(offer, "assistance", 300)))

    assert len(set(quoted)) == len(quoted) == 1_000
    assert on_it == [*quoted, *(f"a-{n}" for n in reversed(range(10)))]


@pytest.mark.parametrize("offset", [8, 20, 999, 1_000, 1_001, 99_999])
def test_beyond_the_end_there_is_nothing(offered, offset):
    for text in ("luk", "lukin", "assistance", "peninsula", ""):
        offer = offered(text, offset=offset)

        assert not offer.items
        assert not offer.more


def test_an_offset_below_nought_is_the_beginning(offered):
    assert offered("lukin", offset=-5) == offered("lukin")


@settings(deadline=None)
@given(text=HOSTILE, limit=st.integers(1, 30), offset=st.integers(-9, 99_999))
def test_no_question_upsets_the_offer(offered, text, limit, offset):
    offer = offered(text, limit=limit, offset=offset)

    assert len(offer.items) <= limit
    assert offer == offered(text, limit=limit, offset=offset)
