import pytest

from bot.stand_in.arguments import Arguments
from bot.stand_in.keyboards import markup
from bot.stand_in.responses import RefusedError


def keyboard(*rows, inline_only=False):
    return markup(
        Arguments({"reply_markup": {"inline_keyboard": list(rows)}}), inline_only=inline_only
    )


def button(**fields):
    return {"text": "Label", **fields}


PLAIN = button(callback_data="x")


@pytest.mark.parametrize(
    "fine",
    [
        pytest.param(button(callback_data="ы" * 32), id="64 bytes of data"),
        pytest.param(button(url="https://example.org/a?b=c"), id="a link"),
        pytest.param(button(url="tg://resolve?domain=x"), id="a link within Telegram"),
        pytest.param(button(copy_text={"text": "a" * 256}), id="256 characters to copy"),
        pytest.param(button(switch_inline_query_current_chat=""), id="an empty inline question"),
        pytest.param(button(callback_data="x", style="danger"), id="a style"),
    ],
)
def test_a_button_telegram_takes_stands_as_it_is(fine):
    assert keyboard([fine]) == {"inline_keyboard": [[fine]]}


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        pytest.param(button(callback_data="ы" * 33), "BUTTON_DATA_INVALID", id="66 bytes of data"),
        pytest.param(button(callback_data=""), "Text buttons are unallowed", id="no data"),
        pytest.param(button(), "Text buttons are unallowed", id="no action"),
        pytest.param(button(callback_data="x", url="a.org"), "exactly one action", id="two"),
        pytest.param(button(url="javascript:alert()"), "is invalid", id="a script"),
        pytest.param(button(url="ftp://a.org"), "Unsupported URL protocol", id="ftp"),
        pytest.param(button(url="https://localhost"), "Wrong HTTP URL", id="no dot in the host"),
        pytest.param(button(url="https://"), "URL host is empty", id="no host"),
        pytest.param(button(url="https://a.org:port"), "Wrong HTTP URL", id="port in letters"),
        pytest.param(button(copy_text={"text": ""}), "BUTTON_COPY_TEXT_INVALID", id="copy nought"),
        pytest.param(
            button(copy_text={"text": "a" * 257}), "BUTTON_COPY_TEXT_INVALID", id="copy too much"
        ),
        pytest.param(button(pay=True), "BUTTON_TYPE_INVALID", id="a payment"),
        pytest.param(button(callback_data="x", style="loud"), "button style", id="unknown style"),
        pytest.param({"callback_data": "x"}, 'Field "text"', id="no label"),
        pytest.param({"text": " ", "callback_data": "x"}, "REPLY_MARKUP_INVALID", id="blank"),
        pytest.param("Label", "must be an Object", id="no object"),
    ],
)
def test_a_button_telegram_does_not_take_is_refused(wrong, refusal):
    with pytest.raises(RefusedError, match=refusal):
        keyboard([wrong])


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([[PLAIN] * 9], id="nine in a row"),
        pytest.param([[PLAIN] * 8] * 13, id="104 in all"),
    ],
)
def test_too_many_buttons_are_refused(rows):
    with pytest.raises(RefusedError, match="reply markup is too long"):
        keyboard(*rows)


def test_a_hundred_buttons_are_taken():
    assert keyboard(*[[PLAIN] * 5] * 20) is not None


def test_a_keyboard_without_buttons_is_none():
    assert keyboard([], []) is None


def test_only_inline_keyboards_go_under_edited_messages():
    forced = Arguments({"reply_markup": '{"force_reply": true}'})

    assert markup(forced) == {"force_reply": True}
    with pytest.raises(RefusedError, match="inline keyboard expected"):
        markup(forced, inline_only=True)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        pytest.param("{", "can't parse reply_markup JSON object", id="cut short"),
        pytest.param("[]", "Object expected as reply_markup", id="a list"),
        pytest.param('{"buttons": 1}', "object expected as reply markup", id="of no kind"),
        pytest.param('{"inline_keyboard": 1}', "must be an Array", id="no rows"),
        pytest.param('{"force_reply": "\\ud800"}', "encoded in UTF-8", id="half a surrogate"),
        pytest.param("[" * 100_000, "can't parse reply_markup", id="bottomless"),
    ],
)
def test_markup_that_is_no_markup_is_refused(text, refusal):
    with pytest.raises(RefusedError, match=refusal):
        markup(Arguments({"reply_markup": text}))
