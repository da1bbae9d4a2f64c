import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from config.numbers import number

ROMAN = (
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV "
    "XXV XXVI XXVII XXVIII XXIX XXX XXXI XXXII XXXIII XXXIV XXXV XXXVI XXXVII XXXVIII XXXIX XL "
    "XLI XLII XLIII XLIV XLV XLVI XLVII XLVIII XLIX L"
).split()


@pytest.mark.parametrize(
    "typed",
    [
        "4",
        " 4 ",
        "04",
        "4.",
        "#4",
        "(4)",
        "４",
        "④",
        "Art. 4",
        "art4",
        "Art.4",
        "ARTICLE 4",
        "Articles 4",
        "clause 4",
        "the 4th article",
        "fourth article",
        "Article the Fourth",
        "Article four",
        "Article IV",
        "article iv",
        "Ⅳ",
        "Art.IV",
        "No. 4",
        "№4",
        "№ 4",
        "§4",
        "§ 4",
        "статья 4",
        "Статья IV",
        "ст. 4",
        "ст4",
        "о статье 4",
        "статьёй 4",
        "4-я статья",
        "в 4-й статье",
        "четвёртая статья",
        "четвертой статьи",
        "статья четыре",
        "пункт 4",
        "제4조",
        "제 4 조",
        "4조",
        "제4조의",
        "Article 4 of the treaty",
        "статья 4 договора",
        "Article\u00a04",
        "\u200e4\u200f",
    ],
)
def test_four_is_read_in_every_form_people_use(typed):
    assert number(typed) == "4"


@pytest.mark.parametrize(
    "typed",
    [
        "4(1)",
        "4 (1)",
        "4(a)",
        "4.1",
        "Article 4(1)",
        "Article 4, paragraph 2",
        "Article 4 para 2",
        "paragraph 2 of Article 4",
        "para. 2 of the Art. 4",
        "статья 4, пункт 2",
        "ст. 4 п. 2",
        "пункт 2 статьи 4",
        "п. 2 ст. 4",
        "제4조 2항",
        "제4조 제2항",
    ],
)
def test_a_paragraph_is_put_aside(typed):
    assert number(typed) == "4"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "?!",
        "Article",
        "статья",
        "assistance",
        "взаимная помощь",
        "four",
        "первый",
        "mix",
        "civil",
        "Article 4 and Article 5",
        "4 5",
        "4, 5",
        "4-5",
        "4,5",
        "4a",
        "1/2",
        "Article 5 of the Washington Treaty",
        "the treaty",
        "\x00",
        "\ud800",
    ],
)
def test_words_and_lists_of_numbers_are_no_number(typed):
    assert number(typed) is None


@pytest.mark.parametrize("value", range(1, 51))
def test_roman_and_arabic_numbers_agree(value):
    assert number(f"Article {ROMAN[value - 1]}") == number(f"Article {value}") == str(value)


@pytest.mark.parametrize(
    ("spelled", "value"),
    [
        ("первая", "1"),
        ("вторая", "2"),
        ("третья", "3"),
        ("пятая", "5"),
        ("шестая", "6"),
        ("седьмая", "7"),
        ("восьмая", "8"),
        ("девятая", "9"),
        ("десятая", "10"),
        ("двадцатая", "20"),
    ],
)
def test_russian_ordinals_are_read(spelled, value):
    assert number(f"{spelled} статья") == value


@pytest.mark.parametrize("form", ["третья", "третьей", "третью"])
def test_a_russian_ordinal_may_be_inflected(form):
    assert number(f"{form} статья") == "3"


def test_zero_is_read_as_such():
    assert [number("0"), number("000"), number("Article 0")] == ["0", "0", "0"]


def test_a_bare_year_is_no_clause_but_a_marked_number_may_be_of_any_length():
    assert number("2024") is None
    assert number("Article 2024") == "2024"
    assert number("Article " + "9" * 5000) == "9" * 5000


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=())))
@example("4" * 10_000)
@example("4" + " " * 10_000 + "x")
@example("조" + " " * 10_000)
def test_any_text_is_a_number_or_none(text):
    value = number(text)

    assert value is None or (value.isascii() and value.isdecimal())


@settings(deadline=None)
@given(
    st.integers(0, 999), st.sampled_from(["{}", "Art. {}", "статья {}", "제{}조", "§ {}", "№{}"])
)
def test_every_number_is_read_back_from_every_form(value, form):
    assert number(form.format(value)) == str(value)
