import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writing import TODAY, a_quote, an_article, ids, publish, slugs

from digests.answers import speaker, speakers
from digests.answers.question import Misfit, Trouble
from digests.answers.speaker import NobodyCalled, Said, WhichSpeaker, WhoAtAll
from digests.models import Filter, Miss


@pytest.fixture(scope="session")
def about(catalogue, seeded):
    return lambda text, limit=20, offset=0: speaker.about(
        text, catalogue, seeded, TODAY, limit, offset
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Lukin", "Artyom Lukin", id="surname"),
        pytest.param("lukin's", "Artyom Lukin", id="possessive"),
        pytest.param("LUKIN", "Artyom Lukin", id="capitals"),
        pytest.param("Lukyn", "Artyom Lukin", id="another romanisation"),
        pytest.param("Лукин", "Artyom Lukin", id="Cyrillic"),
        pytest.param("Лукина", "Artyom Lukin", id="genitive"),
        pytest.param("Артема Лукина", "Artyom Lukin", id="full name in the genitive"),
        pytest.param("Artyom Lukin", "Artyom Lukin", id="full name"),
        pytest.param("Lukin, Artyom", "Artyom Lukin", id="surname first"),
        pytest.param("prof. Lukin", "Artyom Lukin", id="title"),
        pytest.param("эксперт Лукин", "Artyom Lukin", id="title in Russian"),
        pytest.param("A. Lukin", "Artyom Lukin", id="initial"),
        pytest.param("Artem Lukin", "Artyom Lukin", id="another spelling"),
        pytest.param("artyom-lukin", "Artyom Lukin", id="short name"),
        pytest.param("Lukin\x00", "Artyom Lukin", id="NUL"),
        pytest.param("Mangot", "Gerhard Mangott", id="one letter for two"),
        pytest.param("Асмолова", "Konstantin Asmolov", id="genitive, another"),
        pytest.param("Ким Чен Ын", "Kim Jong Un", id="known, not quoted"),
        pytest.param("김정은", "Kim Jong Un", id="Hangul"),
        pytest.param("treaty text", "treaty text", id="the treaty itself"),
    ],
)
def test_somebody_is_found_by_any_form_of_the_name(about, text, name):
    answer = about(text)

    assert isinstance(answer, Said)
    assert answer.speaker.name == name


@pytest.mark.parametrize("text", ["Kim", "Ким", "kim's", "Кима"])
def test_a_surname_that_two_bear_is_asked_about(about, text):
    answer = about(text)

    assert isinstance(answer, WhichSpeaker)
    assert answer.asked == text
    assert set(slugs(answer.candidates)) == {"kim-jong-un", "kim-jong-gyu"}


@pytest.mark.parametrize(
    ("text", "near"),
    [
        pytest.param("Luken", ["artyom-lukin"], id="nearly"),
        pytest.param("B. Lukin", ["artyom-lukin"], id="wrong initial"),
        pytest.param("Zzzzzz", [], id="like nobody"),
        pytest.param("professor", [], id="a title alone"),
    ],
)
def test_for_an_unknown_name_near_ones_are_offered(about, text, near):
    answer = about(text)

    assert isinstance(answer, NobodyCalled)
    assert (answer.asked, slugs(answer.near)) == (text, near)


@pytest.mark.parametrize("text", ["", "  ", "?!", "\x00", "since:2024"])
def test_without_a_name_those_quoted_most_are_offered(about, text):
    answer = about(text)

    assert isinstance(answer, WhoAtAll)
    assert [(one.slug, one.quotes) for one in answer.prominent[:2]] == [
        ("artyom-lukin", 8),
        ("roman-lobov", 6),
    ]
    assert set(slugs(answer.prominent[2:])) == {"konstantin-asmolov", "gerhard-mangott"}


def test_the_exact_words_are_given_with_where_they_stand(about):
    first, second = about("Mangott").quotes

    assert first.quote.text.startswith("We can say that [the treaty between Russia")
    assert first.quote.told == "Puls 24"
    assert (second.quote.clauses, second.article.outlet) == (("assistance",), "TASS")
    assert second.article.url == "https://tass.com/world/1805993"


def test_the_newest_comes_first_then_the_order_of_the_article(catalogue, library):
    publish(
        catalogue,
        library,
        *(
            an_article(
                f"a-{day}",
                published=dt.date(2024, 6, day),
                quotes=tuple(a_quote(f"{day}-{n}", speaker="Roman Lobov") for n in range(2)),
            )
            for day in (19, 21, 20)
        ),
    )

    answer = speaker.about("Lobov", catalogue, library, TODAY, limit=9)

    assert [cited.quote.text for cited in answer.quotes] == [
        "21-0", "21-1", "20-0", "20-1", "19-0", "19-1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("narrowed", "number"),
    [
        pytest.param("", 8, id="not at all"),
        pytest.param("clause:assistance", 2, id="clause"),
        pytest.param("clause:Article 4", 2, id="clause in two words"),
        pytest.param("outlet:Sputnik", 8, id="outlet"),
        pytest.param("outlet:TASS", 0, id="other outlet"),
        pytest.param("since:2024-10-15 until:2024-10-15", 8, id="that day"),
        pytest.param("until:2024-10-14", 0, id="before"),
        pytest.param("treaty:NATO", 0, id="other treaty"),
        pytest.param("expert:Mangott", 0, id="somebody else"),
    ],
)
def test_filters_narrow_and_counts_follow(about, narrowed, number):
    answer = about(f"Lukin {narrowed}")

    assert answer.speaker.name == "Artyom Lukin"
    assert answer.total.number == len(answer.quotes) == number


def test_a_filter_that_cannot_be_used_is_told_instead(about):
    assert about("Lukin since:never") == Misfit(Trouble.DATE, "since", "never")


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=10), st.sampled_from(["Lukin", "Lobov", "Асмолов"]))
def test_pages_hold_every_quote_once(about, limit, name):
    whole = about(name)

    pages = [about(name, limit, start) for start in range(0, whole.total.number, limit)]

    assert all(0 < len(page.quotes) <= limit for page in pages)
    assert tuple(cited for page in pages for cited in page.quotes) == whole.quotes


def test_a_page_past_the_end_is_empty(about):
    answer = about("Lukin", 5, 500)

    assert (answer.quotes, answer.total.number, answer.offset) == ((), 8, 500)


def test_a_name_that_nobody_bears_is_counted_folded(catalogue, library):
    for text in ("Jane Doe", "JANE  doe", "Kim", "Путин", "", "since:never"):
        answer = speaker.about(text, catalogue, library, TODAY, limit=5)
        speaker.note_miss(answer, library, TODAY)

    assert library.misses.list(9) == [Miss(name="jane doe", times=2, last=TODAY)]


def test_everybody_quoted_is_listed_most_quoted_first(catalogue, seeded):
    answer = speakers.everybody("", catalogue, seeded, TODAY, limit=2)
    rest = speakers.everybody("", catalogue, seeded, TODAY, limit=9, offset=2)

    assert slugs(answer.speakers) == ["artyom-lukin", "roman-lobov"]
    assert set(slugs(rest.speakers)) == {"konstantin-asmolov", "gerhard-mangott"}
    assert (answer.total.number, rest.offset) == (4, 2)


def test_the_list_of_speakers_narrows_and_counts_what_is_within(catalogue, seeded):
    answer = speakers.everybody("clause:4", catalogue, seeded, TODAY, limit=9)

    assert {one.slug: one.quotes for one in answer.speakers} == {
        "artyom-lukin": 2,
        "gerhard-mangott": 1,
    }
    assert answer.total.number == 2
    misfit = speakers.everybody("outlet:", catalogue, seeded, TODAY, limit=9)
    assert misfit == Misfit(Trouble.EMPTY, "outlet")


def test_an_empty_library_knows_people_and_no_words(catalogue, library):
    def ask(text):
        return speaker.about(text, catalogue, library, TODAY, limit=5)

    lukin = ask("Лукина")
    assert (lukin.speaker.slug, lukin.quotes, lukin.total.number) == ("artyom-lukin", (), 0)
    assert ask("") == WhoAtAll(())
    assert ask("Zzz") == NobodyCalled("Zzz", ())
    nobody = speakers.everybody("", catalogue, library, TODAY, limit=5)
    assert (nobody.speakers, nobody.total.number, nobody.filter) == ((), 0, Filter())
    assert ids(library.articles.latest(Filter(), 5)) == []
