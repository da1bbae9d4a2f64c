import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from digests.drafting import events, sections
from digests.drafts import Span
from digests.models import Happening

PUBLISHED = dt.date(2024, 6, 20)
CHECK = TypeAdapter(tuple[Happening, ...])


def found(text, published=PUBLISHED, quoted=()):
    return events.find(sections.paragraphs(text), published, quoted)


def told(happening):
    days = [day and day.isoformat() for day in (happening.date, happening.until)]
    return (happening.what, *days, happening.when)


@pytest.mark.parametrize(
    ("text", "first", "last", "when"),
    [
        pytest.param(
            "Putin paid a visit on June 18-19.",
            "2024-06-18",
            "2024-06-19",
            "June 18-19",
            id="range",
        ),
        pytest.param("The pact was signed on June 19.", "2024-06-19", None, "June 19", id="day"),
        pytest.param(
            "Kim was in Russia in September 2023.", None, None, "September 2023", id="month"
        ),
        pytest.param("The Kremlin said so on Monday.", "2024-06-17", None, "Monday", id="weekday"),
        pytest.param(
            "It was signed on Wednesday, June 19.", "2024-06-19", None, "June 19", id="both"
        ),
        pytest.param(
            "Договор подписан 19 июня в Пхеньяне.", "2024-06-19", None, "19 июня", id="Russian"
        ),
        pytest.param(
            "조약은 6월 19일 평양에서 서명됐다고 했다.",
            "2024-06-19",
            None,
            "6월 19일",
            id="Korean",
        ),
    ],
)
def test_a_sentence_with_a_date_is_a_happening(text, first, last, when):
    assert [told(happening) for happening in found(text)] == [(text, first, last, when)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We signed on June 19,” he said in Seoul.", id="a quote"),
        pytest.param("He called June 19 «a great day» for all.", id="a scare quote"),
        pytest.param("He called June 19 ‘a great day’ for all.", id="single marks"),
        pytest.param("The talks went on for two hours.", id="no date"),
        pytest.param("The president will meet him on Monday.", id="a weekday ahead"),
        pytest.param("Monday set sentencing for the autumn.", id="a name like a weekday"),
        pytest.param("WALLACE: You were in Tulsa on June 19.", id="a transcript"),
        pytest.param("June 19, 2024.", id="a date and nothing else"),
    ],
)
def test_no_happening_is_made_of(text):
    assert found(text) == ()


def test_without_a_day_of_publication_the_words_stand_alone():
    [happening] = found("On December 4 the treaty came into force.", None)

    assert told(happening)[1:] == (None, None, "December 4")


def test_what_the_caller_knows_to_be_quoted_is_left_out():
    text = "It was signed on June 19. It came into force on June 20."

    [happening] = found(text, quoted=[Span(0, 20)])

    assert happening.when == "June 20"


def test_a_long_sentence_is_shortened_at_a_word():
    text = "On June 19 they signed " + "a treaty and " * 40 + "left."

    [happening] = found(text)

    assert len(happening.what) <= events.LONGEST
    assert text.startswith(happening.what.removesuffix("…"))
    assert text[len(happening.what) - 1] == " "


def test_a_sentence_told_twice_counts_once():
    assert len(found("He came on June 19.\n\nHe came on June 19.")) == 1


@given(
    text=st.lists(
        st.sampled_from(
            ["June 19", "on Monday", "2024", "\u202e", "\x00", ". ", "He said ", "\n\n"]
        )
        | st.text(max_size=8),
        max_size=30,
    ).map("".join),
    published=st.dates() | st.none(),
)
def test_every_happening_fits_a_record(text, published):
    happenings = found(text, published)

    CHECK.validate_python(
        [
            {key: getattr(happening, key) for key in ("what", "date", "until", "when")}
            for happening in happenings
        ]
    )
    assert not any(set(happening.what) & set('“”"«»') for happening in happenings)
