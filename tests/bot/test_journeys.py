"""What happens between people and the bot, update by update."""

import pytest

from bot.rehearsal import FORUM_ID, GROUP_ID, READER_ID
from bot.stand_in.responses import bad_request

STALE = "This button is too old to be followed. Please ask again."


def kinds(shown):
    return [each.kind for each in shown]


class TestPlaces:
    async def test_in_a_private_chat_one_is_answered_without_a_quote(self, chat):
        [reply] = await chat("/expert Lukin")

        assert reply.text.startswith("Artyom Lukin · Артём Лукин\n")
        assert (reply.chat, reply.answers) == (READER_ID, None)

    @pytest.mark.parametrize(
        "command",
        [
            pytest.param("/expert Lukin", id="bare"),
            pytest.param("/expert@treaty_digest_bot Lukin", id="by the name of the bot"),
            pytest.param("/EXPERT@Treaty_Digest_Bot Lukin", id="in capitals"),
        ],
    )
    async def test_in_a_group_the_answer_is_a_reply_to_the_question(self, chat, command):
        group = chat.group

        [reply] = await group(command)

        assert reply.text.startswith("Artyom Lukin")
        assert (reply.chat, reply.answers) == (GROUP_ID, group.asked)

    async def test_in_a_topic_one_is_answered_in_the_topic(self, chat):
        topic = chat.topic(7)

        [reply] = await topic("/latest 1")
        [page] = [shown for shown in await topic.press("More ▸") if shown.kind == "edited"]
        await topic.press("2. ", on=page)

        assert (reply.chat, reply.topic, reply.answers) == (FORUM_ID, 7, topic.asked)
        assert (topic.last.kind, topic.last.topic) == ("sent", 7)

    async def test_a_long_answer_is_folded_in_a_group_and_read_on_in_private(self, chat):
        [folded] = await chat.group("/expert Lukin outlet:Sputnik since:2024")
        [button] = folded.message["reply_markup"]["inline_keyboard"][0]
        [whole] = await chat(f"/start {button['url'].partition('?start=')[2]}")

        assert len(folded.text) < 1_100
        assert folded.text.startswith("Artyom Lukin")
        assert folded.text.endswith("[…]")
        assert button["url"].startswith("https://t.me/treaty_digest_bot?start=")
        assert whole.text.startswith(folded.text.removesuffix("\n[…]"))
        assert "Only: Sputnik, since 1 January 2024" in whole.text

    async def test_a_short_answer_in_a_group_keeps_its_buttons(self, chat):
        [reply] = await chat.group("/expert Kim")

        assert [label.partition(",")[0] for label in reply.labels] == [
            "Kim Jong Gyu",
            "Kim Jong Un",
        ]

    async def test_a_forwarded_command_is_not_answered(self, chat):
        origin = {"type": "hidden_user", "date": 0, "sender_user_name": "Somebody"}
        command = {"type": "bot_command", "offset": 0, "length": 7}
        forwarded = {"text": "/expert Lukin", "entities": [command], "forward_origin": origin}

        assert await chat.without_words(**forwarded) == []

    async def test_in_general_no_topic_is_named(self, chat):
        [reply] = await chat.general("/expert Lukin")

        assert (reply.chat, reply.topic) == (FORUM_ID, None)
        assert chat.house.refused == []

    async def test_a_reply_to_the_bot_in_a_plain_group_stays_out_of_its_thread(self, chat):
        """Outside forums a thread id names a chain of replies, to which nothing can be sent."""
        group = chat.group
        update = chat.house.stand_in.message(GROUP_ID, READER_ID, "/id")
        update["message"]["message_thread_id"] = 3

        [reply] = await group.feed(update)

        assert "topic" not in reply.text
        assert "message_thread_id" not in chat.house.sent[-1]

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("/expert@other_bot Lukin", id="a command for another bot"),
            pytest.param("/xyz", id="an unknown command"),
            pytest.param("Lukin", id="plain words"),
        ],
    )
    async def test_in_a_group_what_is_not_for_the_bot_is_ignored(self, chat, text):
        assert await chat.group(text) == []

    async def test_posts_of_a_channel_are_ignored(self, chat):
        assert await chat.channel("/expert Lukin") == []

    async def test_a_command_corrected_afterwards_is_not_answered_again(self, chat):
        await chat("/expert Lukin")
        update = chat.house.stand_in.edited_message(chat.id, chat.asked, "/expert Mangott")

        assert await chat.feed(update) == []

    async def test_a_question_deleted_meanwhile_is_still_answered(self, chat):
        update = chat.house.stand_in.message(GROUP_ID, READER_ID, "/expert Lukin")
        del chat.house.stand_in.chat(GROUP_ID).records[update["message"]["message_id"]]

        [reply] = await chat.group.feed(update)

        assert reply.text.startswith("Artyom Lukin")

    async def test_a_topic_that_is_asked_for_its_id_tells_it(self, chat):
        [reply] = await chat.topic(7)("/id")

        assert reply.text == f"This chat: {FORUM_ID}\nYou: {READER_ID}\nThis topic: 7"
        assert reply.marked("code") == [str(FORUM_ID), str(READER_ID), "7"]


class TestPlainWords:
    @pytest.mark.parametrize(
        ("words", "first"),
        [
            pytest.param("Lukin", "Artyom Lukin · Артём Лукин", id="a name"),
            pytest.param("Лукина", "Artyom Lukin · Артём Лукин", id="a name, inflected"),
            pytest.param("Article 4", "Article 4 · Mutual assistance", id="a clause"),
            pytest.param("статья 4", "Article 4 · Mutual assistance", id="a clause in Russian"),
            pytest.param("hypocrisy", "hypocrisy: 1 found", id="a word"),
            pytest.param("/эксперт Лукин", "Artyom Lukin", id="a command in Cyrillic"),
        ],
    )
    async def test_words_are_taken_for_what_they_are(self, chat, words, first):
        [reply] = await chat(words)

        assert reply.text.splitlines()[0].startswith(first)

    @pytest.mark.parametrize(
        ("command", "answer"),
        [
            pytest.param(
                "/serch a", "There is no command /serch. Did you mean /search?", id="a slip"
            ),
            pytest.param("/xyz", "There is no command /xyz. /help lists them.", id="nothing like"),
            pytest.param(
                "/expert@other_bot",
                "There is no command /expert@other_bot. Did you mean /expert or /experts?",
                id="for another bot",
            ),
        ],
    )
    async def test_an_unknown_command_is_explained_in_private(self, chat, command, answer):
        [reply] = await chat(command)

        assert reply.text == answer

    @pytest.mark.parametrize(
        "content",
        [
            pytest.param(
                {
                    "sticker": {
                        "file_id": "s",
                        "file_unique_id": "u",
                        "type": "regular",
                        "width": 1,
                        "height": 1,
                        "is_animated": False,
                        "is_video": False,
                    }
                },
                id="a sticker",
            ),
            pytest.param({"photo": [], "caption": "Lukin"}, id="a picture"),
            pytest.param({"location": {"longitude": 1, "latitude": 2}}, id="a place"),
            pytest.param({"text": "\u200f\u200b"}, id="words that cannot be seen"),
        ],
    )
    async def test_a_message_without_words_gets_a_kind_line_in_private(self, chat, content):
        [reply] = await chat.without_words(**content)

        assert reply.text == "I read words only: a name, a clause, or what to search for."

    async def test_a_document_gets_a_kind_line_in_private_and_none_in_a_group(self, chat):
        stand_in = chat.house.stand_in

        [reply] = await chat.feed(stand_in.document(chat.id, chat.person, "a.pdf", b"a"))
        in_group = await chat.feed(stand_in.document(GROUP_ID, chat.person, "a.pdf", b"a"))

        assert reply.text.startswith("I read words only")
        assert in_group == []

    @pytest.mark.parametrize(
        "content",
        [
            pytest.param({"write_access_allowed": {}}, id="the bot may write"),
            pytest.param(
                {
                    "pinned_message": {
                        "message_id": 1,
                        "date": 0,
                        "chat": {"id": READER_ID, "type": "private"},
                    }
                },
                id="something was pinned",
            ),
        ],
    )
    async def test_what_telegram_notes_in_a_chat_is_no_question(self, chat, content):
        assert await chat.without_words(**content) == []


class TestLinks:
    @pytest.mark.parametrize(
        ("payload", "first"),
        [
            pytest.param("expert_artyom-lukin", "Artyom Lukin", id="a speaker"),
            pytest.param("article_tass-2024-06-20-mangott", "Russia-DPRK treaty comes", id="one"),
            pytest.param("clause_russia-dprk-2024_assistance", "Article 4", id="a clause"),
            pytest.param("clause_north-atlantic-1949_assistance", "Article 5", id="another's"),
            pytest.param("expert_nobody", "Nobody here is called", id="a speaker gone"),
            pytest.param("article_gone", "No article here has the id", id="an article gone"),
            pytest.param("garbage", "That link no longer leads anywhere", id="garbage"),
            pytest.param("search_peace", "That link no longer leads anywhere", id="no link"),
            pytest.param("q_c2VhcmNoIHVuaXBvbGFy", "unipolar: 1 found", id="a question"),
            pytest.param("q_bm9uc2Vuc2UgYQ", "That link no longer", id="no command"),
        ],
    )
    async def test_a_link_opens_what_it_names(self, chat, payload, first):
        [reply] = await chat(f"/start {payload}")

        assert reply.text.startswith(first)

    async def test_start_alone_greets_with_something_to_tap(self, chat):
        [reply] = await chat("/start")

        assert "/help" in reply.text
        for label in reply.labels:
            [opened, _] = await chat.press(label, on=reply)
            assert opened.kind == "sent"


class TestButtons:
    async def test_pages_turn_in_place_to_the_end_and_back_to_the_same_text(self, chat):
        [first] = await chat("/expert Lukin")
        there = await chat.press("More ▸")
        last = chat.last
        back = await chat.press("Back")

        assert kinds(there) == kinds(back) == ["edited", "notice"]
        assert "6–8 here" in last.text
        assert "More ▸" not in last.labels
        assert (chat.last.text, chat.last.labels) == (first.text, first.labels)
        assert chat.last.message["entities"] == first.message["entities"]

    @pytest.mark.parametrize(
        "question",
        ["/latest 2", "/timeline", "/compare", "/article sputnik-2024-10-15-lukin"],
    )
    async def test_whatever_has_pages_comes_back_to_where_it_began(self, chat, question):
        [first] = await chat(question)
        turns = 0
        while "More ▸" in chat.last.labels:
            await chat.press("More ▸")
            turns += 1
        for _ in range(turns):
            await chat.press("Back")

        assert turns > 0
        assert chat.last.text == first.text
        assert "◂ Back" not in chat.last.labels

    async def test_something_else_is_opened_in_a_new_message(self, chat):
        [reply] = await chat("/expert Mangott")

        opened = await chat.press("Read: TASS")

        assert kinds(opened) == ["sent", "notice"]
        assert chat.last.text.startswith("Russia-DPRK treaty comes in response")
        assert chat.last.message["message_id"] != reply.message["message_id"]

    async def test_choosing_one_of_several_puts_the_answer_in_place(self, chat):
        await chat("/expert Lukn")

        chosen = await chat.press("Artyom Lukin")

        assert kinds(chosen) == ["edited", "notice"]
        assert chat.last.text.startswith("Artyom Lukin · Артём Лукин")

    async def test_pressing_twice_does_no_harm(self, chat):
        [first] = await chat("/expert Lukin")

        once = await chat.press("More ▸", on=first)
        twice = await chat.press("More ▸", on=first)

        assert kinds(once) == ["edited", "notice"]
        assert kinds(twice) == ["notice"]
        assert twice[0].message["text"] == ""

    async def test_anybody_in_a_group_may_turn_a_page(self, chat):
        group = chat.group
        await group("/latest 1")
        group.person = 1

        assert kinds(await group.press("More ▸")) == ["edited", "notice"]

    async def test_buttons_work_after_a_restart(self, chat):
        await chat("/latest 2")
        await chat.house.restart()

        assert kinds(await chat.press("More ▸")) == ["edited", "notice"]
        assert kinds(await chat.press("3. ")) == ["sent", "notice"]

    async def test_a_question_too_long_for_a_button_is_remembered_over_a_restart(self, chat):
        await chat("/latest 1 outlet:TASS since:2024-06-18 until:2024-06-30 clause:assistance")
        [data] = [data for label, data in chat.last.data.items() if label == "More ▸"]
        await chat.house.restart()

        turned = await chat.press("More ▸")

        assert "|?" in data
        assert kinds(turned) == ["edited", "notice"]
        assert "Only: Article 4, TASS, since 18 June 2024" in chat.last.text

    @pytest.mark.parametrize(
        "data",
        [
            pytest.param("", id="nothing"),
            pytest.param("garbage", id="garbage"),
            pytest.param("0t|expert||lukin", id="another version"),
            pytest.param("1t|nonsense||lukin", id="no command of ours"),
            pytest.param("1o|expert||?abcdefghijk", id="a question no longer kept"),
            pytest.param("1t|expert|99999999|lukin", id="a page beyond all"),
        ],
    )
    async def test_what_is_no_button_of_ours_is_answered_with_a_notice(self, chat, data):
        await chat("/expert Lukin")

        [notice] = await chat.forge(data)

        assert (notice.kind, notice.message["text"]) == ("notice", STALE)
        assert notice.message["show_alert"] is True

    @pytest.mark.parametrize(
        "data",
        [
            "1t|expert|999999|lukin",
            "1t|expert|999999|lukin since:2024",
            "1t|experts|999999|",
            "1t|clause|999999|assistance",
            "1t|clauses|999999|",
            "1t|latest|999999|5",
            "1t|latest|999999|5 outlet:TASS",
            "1t|search|999999|treaty",
            "1t|timeline|999999|",
            "1t|compare|999999|assistance",
            "1t|sources|999999|",
        ],
    )
    async def test_a_page_behind_the_last_says_so_and_leads_back(self, chat, data):
        await chat("/expert Lukin")

        await chat.forge(data)

        assert "There is nothing further here." in chat.last.text
        assert "Nobody" not in chat.last.text
        assert "empty" not in chat.last.text

    @pytest.mark.parametrize(
        "data", ["1t|article|99|sputnik-2024-10-15-lukin", "1t|treaty|99|russia-dprk-2024"]
    )
    async def test_a_page_behind_the_last_of_a_text_is_its_last(self, chat, data):
        await chat("/about")

        await chat.forge(data)

        assert "More ▸" not in chat.last.labels
        assert len(chat.last.text) > 300

    async def test_a_button_under_a_deleted_message_is_answered_anew(self, chat):
        await chat("/expert Lukin")
        stand_in, message_id = chat.house.stand_in, chat.last.message["message_id"]
        update = stand_in.press(chat.id, chat.person, message_id, (0, 0))
        del stand_in.chat(chat.id).records[message_id]

        shown = await chat.feed(update)

        assert kinds(shown) == ["sent", "notice"]
        assert "6–8 here" in chat.last.text

    async def test_a_button_under_a_message_past_reach_is_answered_anew(self, chat):
        """Of a message too old for bots Telegram tells the chat and the number only."""
        await chat("/expert Lukin")
        stand_in, message_id = chat.house.stand_in, chat.last.message["message_id"]
        update = stand_in.press(chat.id, chat.person, message_id, (0, 0))
        old = {"chat": update["callback_query"]["message"]["chat"], "message_id": message_id}
        update["callback_query"]["message"] = old | {"date": 0}
        stand_in.refuse_next("editMessageText", bad_request("message can't be edited"))

        shown = await chat.feed(update)

        assert kinds(shown) == ["sent", "notice"]
        assert "6–8 here" in chat.last.text

    async def test_a_button_without_its_message_is_answered_with_a_notice(self, chat):
        await chat("/expert Lukin")
        message_id = chat.last.message["message_id"]
        update = chat.house.stand_in.press(chat.id, chat.person, message_id, (0, 0))
        del update["callback_query"]["message"]

        [notice] = await chat.feed(update)

        assert notice.message["text"] == STALE

    @pytest.mark.parametrize("data", ["1t|expert|5|artyom-lukin", "garbage"])
    async def test_a_press_that_waited_too_long_is_no_failure(self, chat, clock, data):
        await chat("/expert Lukin")
        message_id = chat.last.message["message_id"]
        update = chat.house.stand_in.press(chat.id, chat.person, message_id, data)
        clock.set(clock.now().replace(hour=20))

        shown = await chat.feed(update)

        assert [each.kind for each in shown] == (["edited"] if "expert" in data else [])

    async def test_a_message_that_cannot_be_edited_is_answered_anew(self, chat):
        await chat("/expert Lukin")
        chat.house.stand_in.refuse_next("editMessageText", bad_request("message can't be edited"))

        assert kinds(await chat.press("More ▸")) == ["sent", "notice"]


async def test_no_message_shows_a_preview_of_its_links(chat):
    for question in ("/start", "/expert Lukin", "/latest", "/article tass-2024-06-20-mangott"):
        await chat(question)
    await chat("/expert Lukin")
    await chat.press("More ▸")
    await chat.press("Read:")
    sent = chat.house.sent

    assert len(sent) == 7
    assert all(
        '"is_disabled": true' in str(call["link_preview_options"])
        or call["link_preview_options"] == {"is_disabled": True}
        for call in sent
    )
