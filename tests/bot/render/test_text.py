import pytest
from hypothesis import given
from hypothesis import strategies as st
from marking import looks, marked_texts, under, words

from bot.render.text import Mark, Text, bold, code, italic, join, link, marked, width

texts = marked_texts()


@given(first=texts, second=texts)
def test_adding_leaves_every_mark_on_its_words(first, second):
    assert looks(first + second) == looks(first) + looks(second)


@given(text=texts, plain=words)
def test_plain_words_may_stand_on_either_side(text, plain):
    assert looks(plain + text + plain) == looks(Text(plain)) + looks(text) + looks(Text(plain))


@given(text=texts, cut=st.tuples(st.integers(0, 250), st.integers(0, 250)).map(sorted))
def test_cutting_out_leaves_every_mark_on_its_words(text, cut):
    start, end = cut

    assert looks(text.slice(start, end)) == looks(text)[start:end]


@given(text=texts)
def test_stripping_cuts_white_space_off_the_ends_only(text):
    stripped = text.stripped()
    start = len(text.plain) - len(text.plain.lstrip())

    assert stripped.plain == text.plain.strip()
    assert looks(stripped) == looks(text)[start : start + len(stripped.plain)]


@given(parts=st.lists(texts, max_size=5))
def test_joining_puts_the_separator_between_what_is_not_empty(parts):
    expected = []
    for part in filter(None, parts):
        expected += (looks(Text(" · ")) if expected else []) + looks(part)

    assert looks(join(" · ", parts)) == expected


@given(text=texts)
def test_a_mark_over_everything_leaves_those_within(text):
    whole = marked(text, "underline")

    assert looks(whole) == [(sign, marks | {("underline", None)}) for sign, marks in looks(text)]


@given(text=texts)
def test_every_entity_covers_the_words_that_were_marked(text):
    entities = text.entities()
    marks = [mark for mark in text.marks if mark.end > mark.start]

    assert sorted((e["type"], e.get("url", ""), under(e, text.plain)) for e in entities) == sorted(
        (mark.kind, mark.url or "", text.plain[mark.start : mark.end]) for mark in marks
    )


@given(text=texts)
def test_entities_come_in_order_the_outermost_first(text):
    places = [(entity["offset"], -entity["length"]) for entity in text.entities()]

    assert places == sorted(places)


@pytest.mark.parametrize(
    ("plain", "units"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("Lukin", 5, id="Latin"),
        pytest.param("Лукин", 5, id="Cyrillic"),
        pytest.param("한글", 2, id="Hangul"),
        pytest.param("e\u0301", 2, id="a combining mark"),
        pytest.param("😀", 2, id="an emoji"),
        pytest.param("👩‍👩‍👧", 8, id="a family"),
        pytest.param("🇰🇵", 4, id="a flag"),
    ],
)
def test_width_is_counted_as_telegram_does(plain, units):
    assert width(plain) == Text(plain).width == units == len(plain.encode("utf-16-le")) // 2


def test_each_look_is_what_its_name_says():
    text = bold("a") + italic("b") + code("c") + link("d", "https://example.org")

    assert text.entities() == [
        {"type": "bold", "offset": 0, "length": 1},
        {"type": "italic", "offset": 1, "length": 1},
        {"type": "code", "offset": 2, "length": 1},
        {"type": "text_link", "offset": 3, "length": 1, "url": "https://example.org"},
    ]


def test_a_mark_on_nothing_makes_no_entity():
    assert Text("a", (Mark(1, 1, "bold"),)).entities() == []
    assert bold("").entities() == []
