import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marking import looks, marked_texts, squeezed, words

from bot.render import pages
from bot.render.text import Text, bold, italic, join, link, marked

texts = marked_texts()
sizes = st.integers(2, 60)
long_words = st.builds(
    lambda piece, times: piece * times,
    st.sampled_from(
        ["word ", "😀", "한", "e\u0301", "Sentence one. ", "line\n", "[x] ", "para\n\n"]
    ),
    st.integers(0, 5000),
)
long_texts = marked_texts(long_words, most=2)


@given(text=texts, size=sizes)
def test_pieces_rejoin_to_the_whole_and_each_is_within_size(text, size):
    pieces = pages.split(text, size)

    assert [look for piece in pieces for look in looks(piece)] == looks(text)
    assert all(piece.width <= size for piece in pieces)
    assert all(pieces) or not text


@pytest.mark.parametrize(
    ("plain", "first"),
    [
        pytest.param("One two.\n\nThree four five six", "One two.\n\n", id="after a paragraph"),
        pytest.param("One two three\nfour five six", "One two three\n", id="after a line"),
        pytest.param("One two. Three four five six", "One two. ", id="after a sentence"),
        pytest.param("One two.” Three four five six", "One two.” ", id="after a quoted sentence"),
        pytest.param("One two three four five six", "One two three ", id="after a word"),
        pytest.param("Onetwothreefourfivesix", "Onetwothreefour", id="within a word, if it must"),
        pytest.param("A B\n\nCdefghijklmnopqrstuvw", "A B\n\nCdefghijkl", id="not too early"),
    ],
)
def test_a_cut_is_made_where_it_hurts_least(plain, first):
    assert pages.split(Text(plain), 15)[0].plain == first


@pytest.mark.parametrize(
    "sign",
    [
        pytest.param("e\u0301", id="a letter with its accent"),
        pytest.param("👩‍👩‍👧", id="a family"),
        pytest.param("👍🏽", id="a tone of skin"),
        pytest.param("🇰🇵", id="a flag"),
        pytest.param("\u1112\u1161\u11ab", id="a syllable of three letters"),
        pytest.param("❤️", id="a variation"),
        pytest.param("นี้", id="Thai"),
    ],
)
@pytest.mark.parametrize("size", range(20, 30))
def test_what_is_seen_as_one_sign_is_not_torn(sign, size):
    for piece in pages.split(Text(sign * 40), size):
        assert len(piece.plain) % len(sign) == 0


@given(blocks=st.lists(texts, min_size=1, max_size=8), size=st.integers(20, 120))
def test_binding_keeps_all_words_in_their_order(blocks, size):
    bound = pages.bind(blocks, size)

    assert squeezed(*bound) == squeezed(*blocks)
    assert all(page.width <= size for page in bound)


@given(blocks=st.lists(st.integers(1, 60), min_size=1, max_size=20))
def test_no_page_has_more_marks_than_telegram_shows(blocks):
    bound = pages.bind([sum((bold("a") + " " for _ in range(n)), Text()) for n in blocks])

    assert all(len(page.marks) <= pages.MOST_MARKS - pages.SPARE_MARKS for page in bound)
    assert sum(len(page.marks) for page in bound) == sum(blocks)


def test_blocks_are_set_apart_and_whole_where_they_fit():
    blocks = [Text("a" * 30), bold("b" * 30), Text("c" * 30)]

    assert [page.plain for page in pages.bind(blocks, 70)] == [
        f"{'a' * 30}\n\n{'b' * 30}",
        "c" * 30,
    ]


@given(
    head=long_texts,
    items=st.lists(long_texts.filter(bool), max_size=6),
    foot=long_texts,
)
def test_a_fitted_page_is_never_more_than_telegram_takes(head, items, foot):
    fitted = pages.fit(head, items, foot)

    assert fitted.text.width <= pages.LONGEST
    assert len(fitted.text.marks) <= pages.MOST_MARKS
    assert fitted.items >= min(1, len(items))


@given(items=st.lists(long_texts.filter(bool), min_size=1, max_size=6), head=marked_texts())
def test_the_items_counted_are_those_on_the_page(items, head):
    fitted = pages.fit(head, items)
    shown = [*items[: fitted.items]]

    if fitted.items > 1 or pages.CUT not in fitted.text.plain:
        assert fitted.text.plain == join("\n\n", [head, *shown]).plain
    if fitted.items < len(items):
        one_more = join("\n\n", [head, *shown, items[fitted.items]])
        assert one_more.width > pages.LONGEST or len(one_more.marks) > pages.MOST_MARKS


@pytest.mark.parametrize("sign", ["a", "한", "😀", "a ", "e\u0301"])
def test_what_is_too_long_is_cut_and_says_so(sign):
    head, item, foot = (Text(sign * 5000) for _ in range(3))

    fitted = pages.fit(head, [item], foot)

    assert fitted.text.plain.count(" […]") == 3
    assert fitted.text.width > pages.LONGEST * 0.7


def test_a_long_head_leaves_room_for_the_first_item():
    fitted = pages.fit(Text("h" * 5000), [Text("i" * 900)], Text("foot"))

    assert "i" * 900 in fitted.text.plain
    assert fitted.text.plain.endswith("foot")


def test_marks_of_mere_style_give_way_first():
    styled = sum((italic("i") + " " for _ in range(150)), Text())
    text = styled + link("source", "https://example.org") + marked("quote", "blockquote")

    kinds = [mark.kind for mark in pages.thinned(text).marks]

    assert len(kinds) == pages.MOST_MARKS
    assert kinds[-2:] == ["text_link", "blockquote"]


def test_a_combining_mark_never_begins_a_page():
    for page in pages.bind([Text("e\u0301\u0302" * 5000)], 1001):
        assert not unicodedata.combining(page.plain[0])


@given(text=words)
def test_what_fits_is_left_alone(text):
    assert pages.clip(Text(text)) == Text(text)
