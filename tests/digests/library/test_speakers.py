import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelving import TREATY, a_quote, a_speaker, an_article, names, put, quoting, shelve

from config.folding import words
from digests.library import Called, Library
from digests.models import Count, Filter, SpeakerKind

CLAUSE = f"{TREATY}:assistance"


def called(library, typed):
    found = library.speakers.called(words(typed))
    return names(found.speakers), found.exact


@pytest.mark.parametrize(
    ("typed", "found", "exact"),
    [
        pytest.param("Lukin", ["Alexander Lukin"], True, id="a surname"),
        pytest.param("lukin alexander", ["Alexander Lukin"], True, id="the other way round"),
        pytest.param("LUKIN'S", ["Alexander Lukin"], True, id="with a possessive"),
        pytest.param("Лукин", ["Alexander Lukin"], False, id="in another script"),
        pytest.param("Лукиным", ["Alexander Lukin"], False, id="inflected"),
        pytest.param("Лукина", ["Alexander Lukin"], False, id="in the genitive"),
        pytest.param("A. Lukin", ["Alexander Lukin"], False, id="with an initial"),
        pytest.param("А. Лукин", ["Alexander Lukin"], False, id="with a Russian initial"),
        pytest.param("B. Lukin", [], False, id="with the wrong initial"),
        pytest.param("Lukyn", ["Alexander Lukin"], False, id="in another romanisation"),
        pytest.param("Захаровой", ["Maria Zakharova"], False, id="a woman, inflected"),
        pytest.param("Марии Захаровой", ["Maria Zakharova"], False, id="all of her"),
        pytest.param("Аренского", ["Anton Arensky"], False, id="an adjective for a name"),
        pytest.param("Артёма Семёнова", ["Artem Semenov"], False, id="with ё"),
        pytest.param("Núñez", ["Ada Nunez"], True, id="with accents"),
        pytest.param("Lukin Zakharova", [], False, id="two people"),
        pytest.param("Mangott", [], False, id="nobody"),
        pytest.param("A", [], False, id="an initial alone"),
        pytest.param("", [], False, id="nothing"),
    ],
)
def test_somebody_is_found_however_they_are_called(library, typed, found, exact):
    quoting(
        library,
        "Alexander Lukin",
        "Maria Zakharova",
        "Anton Arensky",
        "Artem Semenov",
        "Ada Nunez",
    )

    assert called(library, typed) == (found, exact)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("Lukin", ["Alexander Lukin"], id="a man"),
        pytest.param("Lukina", ["Olga Lukina"], id="a woman"),
        pytest.param("Лукин", ["Alexander Lukin"], id="a man in Russian"),
        pytest.param("Лукина", ["Alexander Lukin", "Olga Lukina"], id="a woman, or his genitive"),
        pytest.param("Лукиной", ["Alexander Lukin", "Olga Lukina"], id="a woman's dative"),
    ],
)
def test_a_form_that_may_be_either_gives_both(library, typed, found):
    quoting(library, "Alexander Lukin", "Olga Lukina", "Alexander Lukin")

    assert called(library, typed)[0] == found


def test_namesakes_come_most_quoted_first(library):
    quoting(library, "Kim Il", "Kim Yo-jong", "Kim Yo-jong")

    assert called(library, "kim") == (["Kim Yo-jong", "Kim Il"], True)


def test_somebody_is_found_by_every_name_that_records_print(library):
    lukin = a_speaker("Alexander Lukin")
    quotes = (a_quote(speaker="Alexander Loukine"), a_quote(speaker="Лукин"))
    put(library, an_article(quotes=quotes), **{"Alexander Loukine": lukin, "Лукин": lukin})

    assert called(library, "loukine") == (["Alexander Lukin"], True)
    assert called(library, "лукин") == (["Alexander Lukin"], True)


def test_a_name_printed_no_more_is_forgotten(library):
    lukin = a_speaker("Alexander Lukin")
    put(library, an_article(quotes=(a_quote(speaker="A. Lukinn"),)), **{"A. Lukinn": lukin})
    assert called(library, "lukinn")[1]

    shelve(library, an_article())

    assert called(library, "lukinn") == (["Alexander Lukin"], False)
    assert called(library, "lukin") == (["Alexander Lukin"], True)


def test_more_names_can_be_told_and_telling_twice_is_once(library):
    quoting(library, "Choe Son Hui")
    for _ in range(2):
        library.speakers.also_called("choe-son-hui", ["최선희", "Цой Сон Хи"])
    library.speakers.also_called("nobody", ["Никто"])

    assert called(library, "최선희") == (["Choe Son Hui"], True)
    assert called(library, "Цой") == (["Choe Son Hui"], True)
    assert called(library, "Никто") == ([], False)


def test_telling_known_names_needs_no_lock(path):
    library, other = Library.open(path), Library.open(path)
    library.speakers.introduce(a_speaker("Choe Son Hui"), ["최선희"])
    with library.atomic():
        other.speakers.also_called("choe-son-hui", ["최선희"])
    library.close()
    other.close()


def test_somebody_introduced_is_known_before_they_are_quoted(library):
    library.speakers.introduce(a_speaker("Choe Son Hui", role="foreign minister"), ["최선희"])

    assert called(library, "choe")[0] == ["Choe Son Hui"]
    assert library.speakers.get("choe-son-hui").role == "foreign minister"
    assert library.speakers.all(Filter(), 5) == []
    assert library.speakers.count(Filter()) == Count(number=0)


def test_what_is_known_of_somebody_is_not_lost_to_silence(library):
    known = a_speaker(kind=SpeakerKind.EXPERT, affiliation="MGIMO", role="professor")
    put(library, an_article("a"), **{known.name: known})
    put(library, an_article("b"), **{known.name: a_speaker("Alexander Lukin")})

    lukin = library.speakers.get("alexander-lukin")
    assert (lukin.kind, lukin.affiliation, lukin.role, lukin.quotes, lukin.articles) == (
        SpeakerKind.EXPERT,
        "MGIMO",
        "professor",
        2,
        2,
    )


def test_a_new_canonical_name_replaces_the_old(library):
    put(library, an_article("a", quotes=(a_quote(speaker="L"),)), L=a_speaker("Alexander Lukin"))
    renamed = a_speaker("Alexander Lukin")
    renamed = type(renamed)(slug=renamed.slug, name="Alexander Loukine")
    library.speakers.introduce(renamed, [])

    assert called(library, "loukine") == (["Alexander Loukine"], True)
    assert called(library, "lukin") == ([], False)


def test_a_record_that_spells_a_name_otherwise_renames_nobody(library):
    known = a_speaker("Ivan Petrov")
    otherwise = type(known)(slug=known.slug, name="Иван Петров")
    put(library, an_article("a", quotes=(a_quote(speaker="P"),)), P=known)
    put(
        library,
        an_article("b", quotes=(a_quote(speaker="Иван Петров"),)),
        **{"Иван Петров": otherwise},
    )

    assert called(library, "петров") == (["Ivan Petrov"], True)


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("Lukinn", "Alexander Lukin"),
        ("Lkuin", "Alexander Lukin"),
        ("Aleksandr Lukini", "Alexander Lukin"),
        ("Захарав", "Maria Zakharova"),
        ("Mangot", "Gerhard Mangott"),
    ],
)
def test_a_misspelt_name_has_the_right_one_near(library, typed, nearest):
    quoting(library, "Alexander Lukin", "Maria Zakharova", "Gerhard Mangott", "Alexander Gabuev")

    assert names(library.speakers.near(words(typed)))[0] == nearest


@given(tokens=st.lists(st.text(max_size=20), max_size=5))
def test_no_name_is_too_strange_to_look_up(shared, tokens):
    quoting(shared, "Alexander Lukin")

    assert isinstance(shared.speakers.called(tokens), Called)
    assert isinstance(shared.speakers.near(tokens), list)


def test_people_are_listed_most_quoted_first_without_the_treaty(library):
    quoting(library, "Kim", "Lee", "Lee", "treaty text", "treaty text", "treaty text")

    assert names(library.speakers.all(Filter(), 5)) == ["Lee", "Kim"]
    assert names(library.speakers.all(Filter(), 1, 1)) == ["Kim"]
    assert library.speakers.count(Filter()) == Count(number=2)
    assert library.speakers.get("treaty-text").quotes == 3


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        pytest.param(Filter(clauses=(CLAUSE,)), {"Kim": (2, 1), "Lee": (1, 1)}, id="a clause"),
        pytest.param(Filter(outlets=("KCNA",)), {"Kim": (3, 1), "Lee": (1, 1)}, id="an outlet"),
        pytest.param(Filter(speakers=("lee",)), {"Lee": (3, 3)}, id="a speaker"),
        pytest.param(Filter(since=dt.date(2024, 6, 1)), {"Lee": (2, 2)}, id="since a day"),
        pytest.param(
            Filter(clauses=(CLAUSE,), outlets=("KCNA", "TASS"), until=dt.date(2024, 5, 31)),
            {"Kim": (2, 1), "Lee": (1, 1)},
            id="all together",
        ),
        pytest.param(Filter(outlets=("Nobody's",)), {}, id="nothing"),
    ],
)
def test_people_are_counted_within_a_filter(library, narrowing, expected):
    on_it = {"clauses": ("assistance",)}
    shelve(
        library,
        an_article("a", quotes=(a_quote(speaker="Lee"), a_quote(speaker=None, **on_it))),
        an_article("b", quotes=(a_quote(speaker="Lee"),)),
        an_article(
            "c",
            outlet="KCNA",
            published=dt.date(2024, 5, 1),
            quotes=(
                a_quote(speaker="Kim", **on_it),
                a_quote(speaker="Kim", **on_it),
                a_quote(speaker="Kim"),
                a_quote(speaker="Lee", **on_it),
                a_quote(speaker="treaty text", **on_it),
            ),
        ),
    )

    found = library.speakers.all(narrowing, 10)
    assert {one.name: (one.quotes, one.articles) for one in found} == expected
    assert library.speakers.count(narrowing) == Count(number=len(expected))
