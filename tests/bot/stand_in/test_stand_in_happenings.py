import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.stand_in.happenings import pieces
from bot.stand_in.texts import units

ANNA, BORIS = 11, 12
GROUP, FORUM, CHANNEL = -1001, -1002, -1003


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        pytest.param("/expert Lukin", [("bot_command", 0, 7)], id="a command"),
        pytest.param("😀 /expert@News_bot", [("bot_command", 3, 16)], id="addressed, after emoji"),
        pytest.param("and/or", [], id="a slash within words"),
        pytest.param("/экспорт", [], id="not in Latin letters"),
        pytest.param("see https://a.org/b.", [("url", 4, 15)], id="a link"),
    ],
)
def test_a_typed_text_carries_what_telegram_finds_in_it(stand_in, text, entities):
    message = stand_in.message(ANNA, ANNA, text)["message"]
    found = [
        (each["type"], each["offset"], each["length"]) for each in message.get("entities", [])
    ]

    assert found == entities


@pytest.mark.parametrize("text", ["", " \n", "\x00", "a" * 4097], ids=repr)
def test_what_no_client_sends_is_not_sent(stand_in, text):
    with pytest.raises(ValueError, match="a client"):
        stand_in.message(ANNA, ANNA, text)


def test_half_a_surrogate_pair_arrives_as_a_replacement_character(stand_in):
    assert stand_in.message(ANNA, ANNA, "a\ud800")["message"]["text"] == "a\ufffd"


def test_a_message_in_a_topic_says_so(stand_in):
    message = stand_in.message(FORUM, ANNA, "/start", topic=7)["message"]

    assert (message["message_thread_id"], message["is_topic_message"]) == (7, True)


def test_a_channel_post_has_no_author(stand_in):
    post = stand_in.channel_post(CHANNEL, "/start")["channel_post"]

    assert "from" not in post
    assert post["sender_chat"]["type"] == "channel"


def test_an_edited_message_keeps_its_number(stand_in):
    first = stand_in.message(ANNA, ANNA, "/expert Lukyn")["message"]
    second = stand_in.edited_message(ANNA, first["message_id"], "/expert Lukin")["edited_message"]

    assert second["message_id"] == first["message_id"]
    assert (second["text"], "edit_date" in second) == ("/expert Lukin", True)


def test_messages_are_numbered_by_chat(stand_in):
    numbers = [
        stand_in.message(chat, ANNA, "/start")["message"]["message_id"]
        for chat in (ANNA, GROUP, ANNA)
    ]

    assert numbers == [1, 1, 2]


@pytest.mark.parametrize(
    ("button", "complaint"),
    [
        pytest.param((3, 0), "no button", id="no such row"),
        pytest.param((0, 1), "does not tell", id="a link"),
    ],
)
def test_only_buttons_that_tell_the_bot_can_be_pressed(stand_in, call, button, complaint):
    row = [{"text": "Go", "callback_data": "go"}, {"text": "See", "url": "https://a.org"}]
    sent = call("sendMessage", chat_id=ANNA, text="A", reply_markup={"inline_keyboard": [row]})

    with pytest.raises(ValueError, match=complaint):
        stand_in.press(ANNA, ANNA, sent["message_id"], button)


def test_a_client_may_send_data_that_is_on_no_button(stand_in, call):
    sent = call("sendMessage", chat_id=ANNA, text="A")

    assert stand_in.press(ANNA, ANNA, sent["message_id"], "x")["callback_query"]["data"] == "x"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("/start", True, id="a bare command"),
        pytest.param("/start@Treaty_Digest_bot now", True, id="a command for the bot"),
        pytest.param("/start@other_bot", False, id="a command for another"),
        pytest.param("ask @treaty_digest_bot", True, id="its name"),
        pytest.param("good morning", False, id="talk"),
    ],
)
def test_in_a_group_privacy_mode_hides_talk(stand_in, text, seen):
    assert stand_in.sees(stand_in.message(GROUP, ANNA, text)) is seen
    assert stand_in.sees(stand_in.message(ANNA, ANNA, text))


def test_in_a_group_replies_to_the_bot_are_seen_and_administrators_see_all(stand_in, call):
    question = call("sendMessage", chat_id=GROUP, text="Which?")["message_id"]

    assert stand_in.sees(stand_in.message(GROUP, ANNA, "that", reply_to=question))
    stand_in.my_chat_member(GROUP, ANNA, "administrator")
    assert stand_in.sees(stand_in.message(GROUP, ANNA, "good morning"))


def test_a_caption_over_1024_is_not_sent(stand_in):
    with pytest.raises(ValueError, match="caption"):
        stand_in.document(ANNA, ANNA, "a.txt", b"a", "a" * 1025)


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        pytest.param("short", [5], id="short"),
        pytest.param("a" * 5000, [4096, 904], id="no place to cut"),
        pytest.param("a" * 4000 + "\n" + "b" * 1000, [4001, 1000], id="at the end of a line"),
        pytest.param("a" * 4000 + " " + "b" * 1000, [4001, 1000], id="between words"),
        pytest.param("😀" * 3000, [2048, 952], id="never within an emoji"),
        pytest.param("  ", [], id="blank"),
    ],
)
def test_a_long_text_is_cut_as_a_client_cuts_it(text, lengths):
    assert [len(piece) for piece in pieces(text)] == lengths


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="ab \n😀\x00", min_size=1, max_size=20), st.integers(1, 900))
def test_pieces_fit_and_lose_nothing_but_blanks(text, times):
    whole = text * times
    cut = pieces(whole)

    assert all(units(piece) <= 4096 for piece in cut)
    assert "".join("".join(cut).split()).replace("\x00", "") == "".join(whole.split()).replace(
        "\x00", ""
    )
