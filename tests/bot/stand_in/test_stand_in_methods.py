from datetime import timedelta

import pytest

from bot.stand_in.arguments import Upload
from bot.stand_in.people import Person
from bot.stand_in.responses import too_many_requests

ANNA, BORIS, STRANGER = 11, 12, 13
GROUP, FORUM, CHANNEL = -1001, -1002, -1003
ONE_BUTTON = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


def test_an_unknown_method_is_not_found(stand_in):
    response = stand_in.respond("sendTelepathy", {})

    assert (response.status, response.payload["description"]) == (
        404,
        "Not Found: method not found",
    )


def test_a_message_stands_in_the_chat_as_it_was_sent(stand_in, call):
    message = call("sendMessage", chat_id=ANNA, text=" Hello ", reply_markup=ONE_BUTTON)

    assert message["text"] == "Hello"
    assert message["reply_markup"] == ONE_BUTTON
    assert message["chat"]["type"] == "private"
    assert stand_in.sent == [{**message, "edits": []}]


@pytest.mark.parametrize(
    ("where", "refusal"),
    [
        pytest.param({}, "Bad Request: chat_id is empty", id="nowhere"),
        pytest.param({"chat_id": 999}, "Bad Request: chat not found", id="an unknown id"),
        pytest.param({"chat_id": "Anna"}, "Bad Request: chat not found", id="a first name"),
        pytest.param({"chat_id": "@anna"}, "Bad Request: chat not found", id="a person's name"),
        pytest.param({"chat_id": STRANGER}, "Bad Request: chat not found", id="never started"),
        pytest.param(
            {"chat_id": FORUM, "message_thread_id": 1},
            "Bad Request: message thread not found",
            id="General by its number",
        ),
        pytest.param(
            {"chat_id": FORUM, "message_thread_id": 99},
            "Bad Request: message thread not found",
            id="an unknown topic",
        ),
        pytest.param(
            {"chat_id": FORUM, "message_thread_id": 8},
            "Bad Request: TOPIC_CLOSED",
            id="a closed topic",
        ),
        pytest.param(
            {"chat_id": FORUM, "message_thread_id": "seven"},
            "Bad Request: can't parse message_thread_id: expected an integer",
            id="no number",
        ),
    ],
)
def test_a_message_to_where_the_bot_cannot_write_is_refused(call, where, refusal):
    assert call("sendMessage", text="Hello", **where) == refusal


@pytest.mark.parametrize(
    ("where", "thread"),
    [
        pytest.param({"chat_id": FORUM}, None, id="General, left out"),
        pytest.param({"chat_id": FORUM, "message_thread_id": 7}, 7, id="a topic"),
        pytest.param({"chat_id": GROUP, "message_thread_id": 7}, None, id="no forum: ignored"),
        pytest.param({"chat_id": "@News"}, None, id="a channel by name"),
    ],
)
def test_a_message_carries_its_topic(call, where, thread):
    assert call("sendMessage", text="Hello", **where).get("message_thread_id") == thread


def test_a_person_met_in_a_group_only_cannot_be_written_to(stand_in, call):
    stand_in.message(GROUP, STRANGER, "/start")

    assert call("sendMessage", chat_id=STRANGER, text="Hello") == (
        "Forbidden: bot can't initiate conversation with a user"
    )


def test_a_person_can_be_written_to_once_they_have_written(stand_in, call):
    stand_in.message(STRANGER, STRANGER, "/start")

    assert call("sendMessage", chat_id=STRANGER, text="Hello")["message_id"] == 2


@pytest.mark.parametrize(
    ("chat_id", "standing", "refusal"),
    [
        pytest.param(ANNA, "kicked", "Forbidden: bot was blocked by the user", id="blocked"),
        pytest.param(
            GROUP, "kicked", "Forbidden: bot was kicked from the supergroup chat", id="kicked"
        ),
        pytest.param(
            GROUP, "left", "Forbidden: bot is not a member of the supergroup chat", id="left"
        ),
        pytest.param(
            GROUP,
            "restricted",
            "Bad Request: not enough rights to send text messages to the chat",
            id="restricted",
        ),
        pytest.param(
            CHANNEL,
            "member",
            "Bad Request: need administrator rights in the channel chat",
            id="no administrator of the channel",
        ),
        pytest.param(
            CHANNEL, "kicked", "Forbidden: bot was kicked from the channel chat", id="channel gone"
        ),
    ],
)
def test_what_the_bot_is_in_a_chat_decides_whether_it_may_write(
    stand_in, call, chat_id, standing, refusal
):
    update = stand_in.my_chat_member(chat_id, ANNA, standing)

    assert update["my_chat_member"]["new_chat_member"]["status"] == standing
    assert call("sendMessage", chat_id=chat_id, text="Hello") == refusal


@pytest.mark.parametrize(
    ("chat_id", "state", "refusal"),
    [
        pytest.param(ANNA, "deactivated", "Forbidden: user is deactivated", id="account gone"),
        pytest.param(GROUP, "deleted", "Forbidden: the group chat was deleted", id="group gone"),
        pytest.param(
            GROUP,
            "muted",
            "Bad Request: not enough rights to send text messages to the chat",
            id="only administrators write",
        ),
    ],
)
def test_what_became_of_a_chat_decides_too(stand_in, call, chat_id, state, refusal):
    setattr(stand_in.chat(chat_id), state, True)

    assert call("sendMessage", chat_id=chat_id, text="Hello") == refusal


def test_a_migrated_group_says_where_it_went(stand_in):
    stand_in.chat(GROUP).migrated_to = FORUM

    payload = stand_in.respond("sendMessage", {"chat_id": GROUP, "text": "Hello"}).payload

    assert payload["parameters"] == {"migrate_to_chat_id": FORUM}
    assert payload["description"] == ("Bad Request: group chat was upgraded to a supergroup chat")


def test_a_reply_needs_its_message_unless_told_otherwise(stand_in, call):
    question = stand_in.message(ANNA, ANNA, "Who?")["message"]["message_id"]
    lost = {"message_id": 99}
    lenient = {"message_id": 99, "allow_sending_without_reply": True}

    def answer(reply):
        return call("sendMessage", chat_id=ANNA, text="He", reply_parameters=reply)

    assert answer({"message_id": question})["reply_to_message"]["text"] == "Who?"
    assert answer(lost) == "Bad Request: message to be replied not found"
    assert "reply_to_message" not in answer(lenient)


def test_marked_up_text_is_refused_for_this_bot_builds_entities(call):
    assert "unsupported parse_mode" in call(
        "sendMessage", chat_id=ANNA, text="<b>a</b>", parse_mode="HTML"
    )


def test_an_edit_replaces_text_and_keyboard_and_is_remembered(stand_in, call, clock):
    sent = call("sendMessage", chat_id=ANNA, text="One", reply_markup=ONE_BUTTON)
    clock.advance(timedelta(minutes=1))

    edited = call("editMessageText", chat_id=ANNA, message_id=sent["message_id"], text="Two")

    assert (edited["text"], edited["edit_date"] - sent["date"]) == ("Two", 60)
    assert "reply_markup" not in edited
    assert stand_in.sent[0]["edits"] == [{"text": "One", "reply_markup": ONE_BUTTON}]


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        pytest.param({"text": "One"}, "Two", id="another text"),
        pytest.param({"text": "Two", "reply_markup": None}, "Two", id="no keyboard any more"),
    ],
)
def test_an_edit_that_changes_one_thing_is_taken(call, changed, outcome):
    sent = call("sendMessage", chat_id=ANNA, text=changed["text"], reply_markup=ONE_BUTTON)
    keyboard = changed.get("reply_markup", ONE_BUTTON)

    edited = call(
        "editMessageText",
        chat_id=ANNA,
        message_id=sent["message_id"],
        text="Two",
        reply_markup=keyboard,
    )

    assert edited["text"] == outcome


def test_an_edit_that_changes_nothing_is_refused(call):
    sent = call("sendMessage", chat_id=ANNA, text="One", reply_markup=ONE_BUTTON)
    where = {"chat_id": ANNA, "message_id": sent["message_id"], "reply_markup": ONE_BUTTON}

    assert call("editMessageText", text=" One", **where) == SAME
    assert call("editMessageReplyMarkup", **where) == SAME


def test_a_keyboard_can_be_taken_away_alone(call):
    sent = call("sendMessage", chat_id=ANNA, text="One", reply_markup=ONE_BUTTON)

    edited = call("editMessageReplyMarkup", chat_id=ANNA, message_id=sent["message_id"])

    assert (edited["text"], "reply_markup" in edited) == ("One", False)


@pytest.mark.parametrize(
    ("message_id", "refusal"),
    [
        pytest.param(None, "Bad Request: message identifier is not specified", id="no id"),
        pytest.param(99, "Bad Request: message to edit not found", id="an unknown id"),
        pytest.param(1, "Bad Request: message can't be edited", id="a person's message"),
    ],
)
def test_only_the_bots_own_messages_can_be_edited(stand_in, call, message_id, refusal):
    stand_in.message(ANNA, ANNA, "Mine")

    assert call("editMessageText", chat_id=ANNA, message_id=message_id, text="Ours") == refusal


def test_a_message_that_forces_a_reply_cannot_be_edited(call):
    sent = call("sendMessage", chat_id=ANNA, text="Who?", reply_markup={"force_reply": True})

    assert "reply_markup" not in sent
    assert call("editMessageText", chat_id=ANNA, message_id=sent["message_id"], text="Whom?") == (
        "Bad Request: message can't be edited"
    )


def test_a_message_can_be_deleted_once_and_for_two_days(stand_in, call, clock):
    old = call("sendMessage", chat_id=ANNA, text="Old")["message_id"]
    clock.advance(timedelta(hours=49))
    new = call("sendMessage", chat_id=ANNA, text="New")["message_id"]

    def delete(message_id):
        return call("deleteMessage", chat_id=ANNA, message_id=message_id)

    assert delete(old) == "Bad Request: message can't be deleted"
    assert delete(new) is True
    assert delete(new) == "Bad Request: message to delete not found"
    assert [event.kind for event in stand_in.events] == ["sent", "sent", "deleted"]


def test_others_messages_in_a_group_are_for_administrators_to_delete(stand_in, call):
    stand_in.message(GROUP, BORIS, "/spam")

    assert call("deleteMessage", chat_id=GROUP, message_id=1) == (
        "Bad Request: message can't be deleted"
    )
    stand_in.my_chat_member(GROUP, ANNA, "administrator", frozenset({"can_delete_messages"}))
    assert call("deleteMessage", chat_id=GROUP, message_id=1) is True


def test_a_pressed_button_is_answered_once(stand_in, call):
    sent = call("sendMessage", chat_id=ANNA, text="One", reply_markup=ONE_BUTTON)
    query = stand_in.press(ANNA, ANNA, sent["message_id"], (0, 0))["callback_query"]

    assert query["data"] == "go"
    assert call("answerCallbackQuery", callback_query_id=query["id"], text="Done") is True
    assert stand_in.events[-1].content["text"] == "Done"
    assert "query is too old" in call("answerCallbackQuery", callback_query_id=query["id"])


@pytest.mark.parametrize(
    ("answer", "wait", "refusal"),
    [
        pytest.param({"text": "a" * 201}, 0, "MESSAGE_TOO_LONG", id="201 characters"),
        pytest.param({}, 31, "query is too old and response timeout expired", id="too late"),
        pytest.param({"show_alert": "maybe"}, 0, "expected true or false", id="no flag"),
    ],
)
def test_an_answer_to_a_button_must_be_short_and_soon(
    stand_in, call, clock, answer, wait, refusal
):
    sent = call("sendMessage", chat_id=ANNA, text="One", reply_markup=ONE_BUTTON)
    query = stand_in.press(ANNA, ANNA, sent["message_id"], "go")["callback_query"]
    clock.advance(timedelta(seconds=wait))

    assert refusal in call("answerCallbackQuery", callback_query_id=query["id"], **answer)


@pytest.mark.parametrize(
    ("results", "refusal"),
    [
        pytest.param([{"type": "gif", "id": str(n)} for n in range(51)], "too many", id="51"),
        pytest.param([{"type": "gif", "id": "a"}] * 2, "RESULT_ID_DUPLICATE", id="twice"),
        pytest.param([{"type": "gif", "id": "a" * 65}], "RESULT_ID_INVALID", id="long id"),
        pytest.param(["gif"], "must be an Object", id="no object"),
        pytest.param([{"type": "article", "id": "a"}], "title", id="no title"),
        pytest.param(
            [{"type": "article", "id": "a", "title": "A"}], "content", id="nothing to send"
        ),
        pytest.param(
            [
                {
                    "type": "article",
                    "id": "a",
                    "title": "A",
                    "input_message_content": {"message_text": ""},
                }
            ],
            "message text is empty",
            id="an empty message",
        ),
    ],
)
def test_inline_results_are_checked(stand_in, call, results, refusal):
    query = stand_in.inline_query(ANNA, "Lukin")["inline_query"]

    assert refusal in call("answerInlineQuery", inline_query_id=query["id"], results=results)


def test_an_inline_question_is_answered_once_and_cached_for_all(stand_in, call):
    query = stand_in.inline_query(ANNA, "Lukin")["inline_query"]

    assert call("answerInlineQuery", inline_query_id=query["id"], results=[]) is True
    assert stand_in.inline_answers[query["id"]] == {
        "results": [],
        "cache_time": 300,
        "is_personal": False,
        "next_offset": "",
    }
    assert "too old" in call("answerInlineQuery", inline_query_id=query["id"], results=[])


def test_commands_are_kept_by_scope_and_language(call):
    commands = [{"command": "expert", "description": "What an expert said"}]
    scope = {"type": "chat", "chat_id": ANNA}

    assert call("setMyCommands", commands=commands, scope=scope, language_code="ru") is True
    assert call("getMyCommands", scope=scope, language_code="ru") == commands
    assert call("getMyCommands") == []
    assert call("deleteMyCommands", scope=scope, language_code="ru") is True
    assert call("getMyCommands", scope=scope, language_code="ru") == []


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        pytest.param(("Expert", "Text"), "BOT_COMMAND_INVALID", id="a capital"),
        pytest.param(("", "Text"), "BOT_COMMAND_INVALID", id="no name"),
        pytest.param(("a" * 33, "Text"), "must not exceed 32", id="33 letters"),
        pytest.param(("expert", ""), "BOT_COMMAND_DESCRIPTION_INVALID", id="no description"),
        pytest.param(("expert", "a" * 257), "BOT_COMMAND_DESCRIPTION_INVALID", id="257"),
        pytest.param(("expert", None), "must be of type String", id="nothing"),
    ],
)
def test_a_command_has_a_plain_name_and_a_description(call, command, refusal):
    name, description = command

    assert refusal in call(
        "setMyCommands", commands=[{"command": name, "description": description}]
    )


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        pytest.param({"commands": [{}] * 101}, "too many bot commands", id="101 commands"),
        pytest.param({"scope": {"type": "moon"}}, "unsupported type", id="unknown scope"),
        pytest.param({"scope": {"type": "chat"}}, "chat_id is empty", id="a chat unnamed"),
        pytest.param(
            {"scope": {"type": "chat_member", "chat_id": GROUP}}, "user_id", id="nobody named"
        ),
        pytest.param({"language_code": "english"}, "language_code", id="no language code"),
    ],
)
def test_a_menu_needs_a_scope_and_a_language_that_exist(call, parameters, refusal):
    assert refusal in call("setMyCommands", **parameters)


def test_the_bot_describes_itself_by_language(stand_in, call):
    assert call("setMyDescription", description="What was said", language_code="en") is True
    assert call("setMyShortDescription", short_description="a" * 121) == (
        "Bad Request: short description is too long"
    )
    assert stand_in.descriptions == {("description", "en"): "What was said"}


def test_administrators_are_named_and_strangers_have_left(call):
    admins = call("getChatAdministrators", chat_id=GROUP)

    assert [(each["user"]["id"], each["status"]) for each in admins] == [(ANNA, "creator")]
    assert call("getChatMember", chat_id=GROUP, user_id=BORIS)["status"] == "member"
    assert call("getChatMember", chat_id=GROUP, user_id=STRANGER)["status"] == "left"
    assert call("getChatMember", chat_id=GROUP, user_id=99) == "Bad Request: user not found"
    assert "no administrators" in call("getChatAdministrators", chat_id=ANNA)


def test_a_bot_that_has_left_is_no_member(call):
    assert call("leaveChat", chat_id=GROUP) is True
    assert call("getChat", chat_id=GROUP) == (
        "Forbidden: bot is not a member of the supergroup chat"
    )
    assert "private" in call("leaveChat", chat_id=ANNA)


def test_a_document_is_sent_and_sent_again_by_its_id(call):
    upload = Upload("notes.txt", b"Notes", "text/plain")

    sent = call("sendDocument", chat_id=ANNA, document="attach://part", part=upload, caption="C")
    again = call("sendDocument", chat_id=BORIS, document=sent["document"]["file_id"])

    assert (sent["document"]["file_name"], sent["caption"]) == ("notes.txt", "C")
    assert again["document"] == sent["document"]


@pytest.mark.parametrize(
    ("document", "refusal"),
    [
        pytest.param(None, "there is no document in the request", id="none"),
        pytest.param("nothing", "wrong file identifier", id="unknown"),
        pytest.param(Upload("a", b""), "file must be non-empty", id="empty"),
        pytest.param(Upload("a", bytes(51 << 20)), "file is too big", id="over 50 MB"),
    ],
)
def test_a_document_that_is_none_is_refused(call, document, refusal):
    assert refusal in call("sendDocument", chat_id=ANNA, document=document)


def test_files_over_twenty_megabytes_cannot_be_fetched(stand_in, call):
    small = stand_in.document(ANNA, ANNA, "a.txt", b"small")["message"]["document"]
    large = stand_in.document(ANNA, ANNA, "b.txt", bytes((20 << 20) + 1))["message"]["document"]

    path = call("getFile", file_id=small["file_id"])["file_path"]

    assert stand_in.file(path) == b"small"
    assert call("getFile", file_id=large["file_id"]) == "Bad Request: file is too big"
    assert "wrong file_id" in call("getFile", file_id="nothing")


def test_a_document_has_no_text_to_edit(call):
    sent = call("sendDocument", chat_id=ANNA, document=Upload("a.txt", b"a"))

    assert call("editMessageText", chat_id=ANNA, message_id=sent["message_id"], text="b") == (
        "Bad Request: there is no text in the message to edit"
    )


def test_a_chat_action_is_one_telegram_knows(call):
    assert call("sendChatAction", chat_id=ANNA, action="typing") is True
    assert "wrong parameter action" in call("sendChatAction", chat_id=ANNA, action="thinking")


def test_updates_wait_until_a_higher_offset_confirms_them(stand_in, call):
    numbers = []
    for text in ("one", "two", "three"):
        update = stand_in.message(ANNA, ANNA, text)
        stand_in.deliver(update)
        numbers.append(update["update_id"])

    def waiting(**parameters):
        return [update["update_id"] for update in call("getUpdates", **parameters)]

    assert waiting() == numbers
    assert waiting(limit=2) == numbers[:2]
    assert waiting(offset=numbers[1]) == numbers[1:]
    assert waiting(offset=-1) == numbers[2:]
    assert call("getWebhookInfo")["pending_update_count"] == 1
    assert call("deleteWebhook", drop_pending_updates="true") is True
    assert waiting() == []


def test_updates_of_a_kind_not_asked_for_do_not_come(stand_in, call):
    call("getUpdates", allowed_updates='["inline_query"]')
    stand_in.deliver(stand_in.message(ANNA, ANNA, "one"))
    stand_in.deliver(stand_in.inline_query(ANNA, "Lukin"))

    [update] = call("getUpdates")

    assert update["inline_query"]["query"] == "Lukin"


def test_the_next_call_can_be_made_to_fail(stand_in, call):
    stand_in.refuse_next("sendMessage", too_many_requests(3))

    assert call("sendMessage", chat_id=ANNA, text="One") == ("Too Many Requests: retry after 3")
    assert call("sendMessage", chat_id=ANNA, text="One")["text"] == "One"


def test_a_person_is_written_with_what_is_known_of_them():
    assert Person(1, "Ada", "Núñez", "ada", "es").as_json() == {
        "id": 1,
        "is_bot": False,
        "first_name": "Ada",
        "last_name": "Núñez",
        "username": "ada",
        "language_code": "es",
    }
