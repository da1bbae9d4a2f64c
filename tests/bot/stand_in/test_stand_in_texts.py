import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stand_in import texts
from bot.stand_in.responses import RefusedError
from bot.stand_in.texts import caption, message_text, units


def bold(offset, length):
    return {"type": "bold", "offset": offset, "length": length}


def link(offset, length, url="https://example.org/a"):
    return {"type": "text_link", "offset": offset, "length": length, "url": url}


def placed(formatted):
    return [(entity.type, entity.offset, entity.length) for entity in formatted.entities]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        pytest.param("", "message text is empty", id="empty"),
        pytest.param(" \n ", "text must be non-empty", id="blank"),
        pytest.param("\x00\u200b", "text must be non-empty", id="invisible"),
        pytest.param("a" * 4097, "message is too long", id="one letter too many"),
        pytest.param("😀" * 4097, "message is too long", id="one emoji too many"),
        pytest.param("😀" * 8193, "text is too long", id="over 32,768 bytes"),
    ],
)
def test_a_text_telegram_does_not_take_is_refused_in_its_words(text, refusal):
    with pytest.raises(RefusedError, match=refusal):
        message_text(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a" * 4096, "a" * 4096, id="4096 letters"),
        pytest.param("😀" * 4096, "😀" * 4096, id="4096 emoji, 8192 UTF-16 units"),
        pytest.param(" \n a \n", "a", id="trimmed"),
        pytest.param(" " + "a" * 4096 + "\n", "a" * 4096, id="measured after trimming"),
        pytest.param("a\x00b\tc\r\nd", "a b c\nd", id="control characters are blanks"),
        pytest.param("a\u202eb", "ab", id="direction marks go"),
    ],
)
def test_a_text_arrives_cleaned_and_trimmed(text, shown):
    assert message_text(text).text == shown


@pytest.mark.parametrize(
    ("entity", "refusal"),
    [
        pytest.param(bold(0, 6), "ends after the end of the text", id="too long"),
        pytest.param(bold(5, 1), "begins after the end of the text", id="begins behind"),
        pytest.param(bold(1, 1), "in a middle of a UTF-16 symbol", id="half an emoji"),
        pytest.param(bold(-1, 2), "incorrect offset -1", id="before the text"),
        pytest.param(bold(0, -2), "incorrect length -2", id="backwards"),
        pytest.param(bold("0", 2), 'Field "offset" must be a valid Number', id="text as offset"),
        pytest.param({"type": "loud", "offset": 0, "length": 2}, "Unsupported type", id="unknown"),
        pytest.param("bold", "must be an Object", id="no object"),
        pytest.param(
            {"type": "text_link", "offset": 0, "length": 2},
            "Can't find field",
            id="link without target",
        ),
        pytest.param(link(0, 2, "nowhere"), "entity URL 'nowhere' is invalid", id="no host"),
        pytest.param(link(0, 2, "ftp://a.org"), "Unsupported URL protocol", id="ftp"),
    ],
)
def test_an_entity_that_does_not_fit_its_text_is_refused(entity, refusal):
    with pytest.raises(RefusedError, match=refusal):
        message_text("😀 ab", [entity])


@pytest.mark.parametrize(
    ("text", "entities", "left"),
    [
        pytest.param("  ab  ", [bold(2, 4)], [("bold", 0, 2)], id="moves and shrinks with trim"),
        pytest.param("  ab", [bold(1, 3)], [("bold", 0, 3)], id="holds the blanks before it"),
        pytest.param("a\r\nb", [bold(3, 1)], [("bold", 2, 1)], id="moves with what is removed"),
        pytest.param("😀 ab", [bold(3, 2)], [("bold", 3, 2)], id="counts UTF-16 units"),
        pytest.param("abcd", [bold(0, 2), bold(2, 2)], [("bold", 0, 4)], id="bold joins bold"),
        pytest.param("ab", [bold(0, 0)], [], id="empty ones go"),
        pytest.param("abc", [link(0, 2), link(1, 2)], [("text_link", 0, 2)], id="links cross"),
        pytest.param(
            "abcd",
            [
                {"type": "blockquote", "offset": 0, "length": 4},
                {"type": "expandable_blockquote", "offset": 1, "length": 2},
            ],
            [("blockquote", 0, 4)],
            id="quotes do not nest",
        ),
        pytest.param(
            "abcd",
            [{"type": "code", "offset": 0, "length": 4}, bold(1, 2)],
            [("code", 0, 4)],
            id="nothing is bold within code",
        ),
        pytest.param(
            "see /start",
            [{"type": "bot_command", "offset": 4, "length": 6}],
            [],
            id="what Telegram finds by itself is passed over",
        ),
    ],
)
def test_entities_are_put_right_as_telegram_does_it(text, entities, left):
    assert placed(message_text(text, entities)) == left


def test_entities_beyond_a_hundred_are_dropped_in_silence_and_styles_first():
    styles = [bold(4 * number, 1) for number in range(60)]
    links = [link(4 * number + 2, 1) for number in range(60)]

    kept = placed(message_text("a.b." * 60, styles + links))

    assert len(kept) == 100
    assert sum(kind == "text_link" for kind, *_ in kept) == 60


def test_a_caption_may_be_empty_but_not_over_1024():
    assert not caption("").text
    with pytest.raises(RefusedError, match="message caption is too long"):
        caption("a" * 1025)


@given(st.text(min_size=1, max_size=50), st.data())
def test_an_entity_on_whole_characters_stays_within_what_is_shown(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    entity = bold(units(text[:start]), units(text[start:end]))
    try:
        shown = message_text(text, [entity])
    except RefusedError as refusal:
        assert "non-empty" in str(refusal)  # noqa: PT017 - most texts are not refused
        return

    assert all(0 <= each.offset < each.end <= units(shown.text) for each in shown.entities)


@given(st.text(max_size=50))
def test_cleaning_twice_changes_nothing_more(text):
    assert texts.cleaned(texts.cleaned(text)) == texts.cleaned(text)
