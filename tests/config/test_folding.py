import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from config.folding import fold, name_forms, skeleton, slug, stem, stemmed, words

ANY_TEXT = st.text(st.characters(exclude_categories=()))
CYRILLIC_WORDS = st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=15)
LATIN_WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=15)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("LUKIN", ["lukin"], id="capitals"),
        pytest.param("ЛУКИН", ["лукин"], id="Cyrillic capitals"),
        pytest.param("lukin's", ["lukin"], id="possessive"),
        pytest.param("LUKIN’S", ["lukin"], id="possessive in capitals, with a typographic mark"),
        pytest.param("Артём", ["артем"], id="ё is е"),
        pytest.param("Арте\u0308м", ["артем"], id="ё in two characters"),
        pytest.param("Сергей", ["сергей"], id="й is a letter of its own"),
        pytest.param(unicodedata.normalize("NFD", "Сергей"), ["сергей"], id="й taken apart"),
        pytest.param("Müller, Núñez", ["muller", "nunez"], id="accents"),
        pytest.param("Straße", ["strasse"], id="sharp s"),
        pytest.param("Lu\u200bkin", ["lukin"], id="zero-width space inside"),
        pytest.param("\u200fLukin\u200e", ["lukin"], id="right-to-left marks"),
        pytest.param("\u202eLukin\u202c", ["lukin"], id="direction overridden"),
        pytest.param("mut\u00adual", ["mutual"], id="soft hyphen"),
        pytest.param("\ufeffLukin", ["lukin"], id="byte order mark"),
        pytest.param("Ｌｕｋｉｎ４", ["lukin4"], id="full width"),
        pytest.param("№ 4", ["no", "4"], id="the sign for a number hides a capital"),
        pytest.param("Lu\ud800kin", ["lukin"], id="lone surrogate"),
        pytest.param("Ким Чен Ын", ["ким", "чен", "ын"], id="three words"),
        pytest.param("mutual-assistance_clause", ["mutual", "assistance", "clause"], id="joined"),
        pytest.param("김정은", ["김정은"], id="Korean"),
        pytest.param(unicodedata.normalize("NFD", "김정은"), ["김정은"], id="Korean, taken apart"),
        pytest.param("?! — …", [], id="marks alone"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words_are_compared_without_case_accents_and_what_is_not_seen(typed, expected):
    assert words(typed) == expected


@settings(deadline=None)
@given(ANY_TEXT)
@example("\u2115\u03d2ℌ")
@example("й\u0306и\u200b\u0306")
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(ANY_TEXT)
def test_no_text_is_too_odd_to_be_folded_and_cut(text):
    for word in words(text):
        assert word == fold(word)
        assert word.encode()


@settings(deadline=None)
@given(ANY_TEXT)
def test_how_a_text_is_encoded_does_not_matter(text):
    composed = fold(unicodedata.normalize("NFC", text))

    assert composed == fold(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    "forms",
    [
        pytest.param("Лобов Лобова Лобову Лобовым Лобове", id="a surname in -ов"),
        pytest.param("Корея Кореи Корее Корею Кореей", id="Korea"),
        pytest.param("Лукин Лукина Лукину", id="a surname in -ин"),
        pytest.param("взаимная взаимной взаимную", id="an adjective"),
        pytest.param("помощь помощи помощью", id="a noun"),
        pytest.param("consultation consultations", id="an English plural"),
    ],
)
def test_the_forms_of_one_word_have_one_stem(forms):
    assert len(set(stemmed(forms))) == 1


@settings(deadline=None)
@given(CYRILLIC_WORDS | LATIN_WORDS)
def test_a_stem_has_no_further_stem(word):
    assert stem(stem(word)) == stem(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("lukin", "лукин", id="Latin and Cyrillic"),
        pytest.param("lukin", "lukyn", id="i and y"),
        pytest.param("artyom", "artem", id="two ways to write ё"),
        pytest.param("yury", "юрий", id="ю"),
        pytest.param("yuriy", "юрий", id="ий"),
        pytest.param("andrei", "андрей", id="ей"),
        pytest.param("khrushchev", "хрущев", id="four letters for one"),
        pytest.param("manngott", "mangott", id="a doubled letter"),
        pytest.param("wladimir", "владимир", id="a German w"),
    ],
)
def test_spellings_of_one_name_sound_the_same(one, other):
    assert skeleton(one) == skeleton(other)


def test_different_names_sound_different():
    names = ["lukin", "lobov", "mangott", "asmolov", "putin", "kim", "ushakov", "rudenko"]

    assert len({skeleton(name) for name in names}) == len(names)


@pytest.mark.parametrize("typed", ["lukin", "lukin's", "LUKIN", "Lukyn", "Лукин", "Лукина"])
def test_a_name_is_known_however_it_is_typed(typed):
    [word] = words(typed)

    assert skeleton("lukin") in name_forms(word)


def test_a_name_may_stand_in_the_genitive_but_sounds_first_as_written():
    assert name_forms("лукина")[0] == skeleton("лукина")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Gerhard Mangott", "gerhard-mangott", id="Latin"),
        pytest.param("Артём Лукин", "artem-lukin", id="Cyrillic"),
        pytest.param("  O’Neill, Jr. ", "o-neill-jr", id="marks"),
        pytest.param("Щука", "shchuka", id="a letter that takes four"),
    ],
)
def test_a_slug_is_the_name_in_small_latin_letters(name, expected):
    assert slug(name) == expected
