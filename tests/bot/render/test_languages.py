import datetime as dt
from dataclasses import replace

import pytest

from bot.render.language import Languages
from bot.render.text import bold

HEAD = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
"(n%100<12 || n%100>14) ? 1 : 2);\n"
"""
RUSSIAN = """
msgid "Privacy"
msgstr "Личные данные"

msgid "Who has been quoted: {number}"
msgstr "Кого цитируют: {number}"

msgid "{number} quote"
msgid_plural "{number} quotes"
msgstr[0] "{number} цитата"
msgstr[1] "{number} цитаты"
msgstr[2] "{number} цитат"

msgid "Nobody here is called “{name}”. /experts lists everybody who has been quoted."
msgstr "Никого не зовут «{name}»; см. /experts."

msgid "{outlet} (state-affiliated)"
msgstr "{outlet} (связано с государством)"

msgid "No such thing"
msgstr ""

#, fuzzy
msgid "About the dates"
msgstr "Не проверено"
"""


def spaced(text):
    """Give a text with plain blanks for the thin ones that typographers ask for."""
    return " ".join(text.split())


@pytest.fixture
def languages(tmp_path):
    """Make languages out of the text of .po files."""

    def languages(**files):
        for code, text in files.items():
            (tmp_path / f"{code}.po").write_text(HEAD + text, encoding="utf-8")
        return Languages(tmp_path)

    return languages


@pytest.fixture
async def russian(talk, services, languages, stand_in):
    stand_in.person(55, "Раиса", language_code="ru")
    async with talk(replace(services, languages=languages(ru=RUSSIAN))) as chat:
        yield chat.of(55)


async def test_a_file_in_the_folder_makes_the_bot_speak_its_language(russian):
    [privacy] = await russian("/privacy")
    [experts] = await russian("/experts")

    assert privacy.text.startswith("Личные данные\n")
    assert experts.text.startswith("Кого цитируют: 4\n")


async def test_numbers_take_the_plural_forms_of_the_language(russian):
    [experts] = await russian("/experts")

    assert "Artyom Lukin · 8 цитат\n" in experts.text
    assert "Gerhard Mangott · 2 цитаты\n" in experts.text


async def test_dates_are_written_as_the_language_does(russian):
    [reply] = await russian("/expert Mangott")
    [timeline] = await russian("/timeline")

    assert "TASS (связано с государством) · 20 июня 2024 г." in spaced(reply.text)
    assert "18–19 июня 2024 г." in spaced(timeline.text)


async def test_what_a_translation_lacks_is_said_in_english(russian):
    [reply] = await russian("/clause")

    assert reply.text.startswith("Which clause? For example:")


async def test_what_somebody_typed_stands_in_its_place_in_any_language(russian):
    [reply] = await russian("/expert {name} {0} %s")

    assert reply.text == "Никого не зовут «{name} {0} %s»; см. /experts."


async def test_others_are_still_answered_in_their_own_language(russian):
    [reply] = await russian.of(1)("/privacy")

    assert reply.text.startswith("Privacy\n")


def test_a_translation_still_in_doubt_is_not_used(languages):
    russian = languages(ru=RUSSIAN).best("ru")

    assert russian.say("About the dates").plain == "About the dates"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        pytest.param("ru", "Да", id="the language"),
        pytest.param("ru-RU", "Да", id="with a country"),
        pytest.param("RU", "Да", id="in capitals"),
        pytest.param("pt-br", "Sim", id="the language of one country"),
        pytest.param("pt", "Yes", id="of no country in particular"),
        pytest.param("rup", "Yes", id="one whose code begins alike"),
        pytest.param("en", "Yes", id="English"),
        pytest.param("zh-hans", "Yes", id="unknown"),
        pytest.param("", "Yes", id="an empty code"),
        pytest.param("../ru", "Yes", id="no code at all"),
        pytest.param(None, "Yes", id="none given"),
    ],
)
def test_the_language_is_that_of_the_reader_or_english(languages, code, said):
    yes = 'msgid "Yes"\nmsgstr "{}"\n'
    known = languages(ru=yes.format("Да"), pt_BR=yes.format("Sim"))

    assert known.best(code).say("Yes").plain == said


@pytest.mark.parametrize(
    "translation",
    [
        pytest.param("Нет {imya}", id="a place by another name"),
        pytest.param("Нет {name} {more}", id="a place too many"),
        pytest.param("Нет никого", id="a place left out"),
        pytest.param("Нет {name", id="a brace that is not closed"),
        pytest.param("Нет name}", id="a brace that is not opened"),
        pytest.param("Нет {}", id="a place without a name"),
        pytest.param("Нет {0}", id="a place by its number"),
        pytest.param("Нет {name.__class__}", id="more than a name"),
    ],
)
def test_a_broken_translation_is_left_out_and_noted(languages, caplog, translation):
    language = languages(ru=f'msgid "No {{name}}"\nmsgstr "{translation}"\n').best("ru")

    assert language.say("No {name}", name=bold("Lukin")).plain == "No Lukin"
    assert [(r.file, r.msgid) for r in caplog.records] == [("ru.po", "No {name}")]


def test_a_plural_form_may_write_the_number_out(languages):
    forms = 'msgid "{number} day"\nmsgid_plural "{number} days"\nmsgstr[0] "день"\nmsgstr[1] ""\n'
    language = languages(ru=forms).best("ru")

    assert language.count("{number} day", "{number} days", 1).plain == "день"
    assert language.count("{number} day", "{number} days", 5).plain == "5 days"


def test_a_plural_form_with_an_unknown_place_is_left_out(languages):
    forms = 'msgid "{number} day"\nmsgid_plural "{number} days"\nmsgstr[0] "{n} день"\n'
    language = languages(ru=forms).best("ru")

    assert language.count("{number} day", "{number} days", 1).plain == "1 day"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        pytest.param((2024, 6, 18), (2024, 6, 19), "18–19 June 2024", id="of one month"),
        pytest.param((2024, 6, 30), (2024, 7, 1), "30 June – 1 July 2024", id="of two months"),
        pytest.param(
            (2024, 12, 31), (2025, 1, 1), "31 December 2024 – 1 January 2025", id="of two years"
        ),
    ],
)
def test_a_span_of_days_names_nothing_twice(first, last, said):
    assert spaced(Languages().english.days(dt.date(*first), dt.date(*last))) == said


def test_english_counts_and_lists_as_the_english_do():
    english = Languages().english

    assert english.count("{number} day", "{number} days", 1).plain == "1 day"
    assert english.count("{number} day", "{number} days", 12000).plain == "12,000 days"
    assert english.listing(["a", "b", "c"]) == "a, b and c"
    assert english.alternatives(["a", "b", "c"]) == "a, b or c"
    assert english.day(dt.date(2024, 6, 9)) == "9 June 2024"


def test_marks_stay_on_what_fills_a_place():
    text = Languages().english.say("Nobody is called {name}!", name=bold("Lukin"))

    assert [text.plain[mark.start : mark.end] for mark in text.marks] == ["Lukin"]
