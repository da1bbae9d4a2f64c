"""Whatever Telegram sends: no failure, no answer where none belongs, and the next is answered."""

import itertools
import logging

import pytest
from fuzzing import (
    ASIDES,
    ASKED,
    AUTHORS,
    CONTENTS,
    DATA,
    FORUM,
    GROUP,
    KINDS,
    NOTES,
    PLACES,
    PRIVATE,
    REACHED,
    READER,
    TOPIC,
    Guarded,
    command,
    mangled,
    message,
    messages,
    presses,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telegram import Message, Update
from telegram.error import NetworkError

from bot import updates
from bot.pace import MOST
from bot.rehearsal import FORUM_ID, OWNER_ID, READER_ID

FUZZ = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
ORDINARY = {
    "text",
    "entities",
    "caption",
    "is_topic_message",
    "caption_entities",
    "has_media_spoiler",
    "media_group_id",
}
WHOSE = {"from_user", "sender_chat", "forward_origin", "via_bot", "is_automatic_forward"}

MESSAGES_OF_OTHER_KINDS = [kind for kind in KINDS if kind.endswith(("_message", "_post"))]


@pytest.fixture
async def house(services, stand_in):
    opened = Guarded(services, stand_in)
    await opened.open()
    stand_in.topic(FORUM_ID, TOPIC)
    for person in (READER_ID, OWNER_ID):
        stand_in.message(person, person, "/start")
    yield opened
    await opened.close()


@pytest.fixture
def happens(house, caplog):
    """Let an update come; give what the bot does upon it, and check that it does no harm."""

    async def happens(**content):
        done = await house.take({"update_id": 1, **content})
        assert [refusal for refusal in house.refused if "not modified" not in refusal] == []
        assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
        assert await answers_others(house)
        return done

    return happens


async def answers_others(house):
    """Tell whether somebody who asks something ordinary meanwhile is answered."""
    house.rest()
    done = await house.take(house.stand_in.message(OWNER_ID, OWNER_ID, "/latest 1"))
    return done == ["sent"] and "Russia-DPRK" in house.stand_in.sent[-1]["text"]


def answers(content):
    """Give how many answers a message may have; an oracle without PTB's filters."""
    author = content.get("from", {})
    unmeant = {"forward_origin", "via_bot", "is_automatic_forward"} & content.keys()
    if unmeant or (author.get("is_bot") and "sender_chat" not in content):
        return {0}
    if content["chat"]["type"] == "private":
        return {1 if {"text", "caption", *CONTENTS} & content.keys() else 0}
    marks = content.get("entities") or [{}]
    commands = marks[0].get("type") == "bot_command" and marks[0]["offset"] == 0
    return {0, 1} if commands else {0}


def test_every_kind_of_update_is_tried():
    with_answers = {"message", "callback_query", "inline_query"}

    assert KINDS.keys() | with_answers == set(Update.ALL_TYPES)


def test_every_field_of_a_message_is_tried():
    tried = ORDINARY | WHOSE | CONTENTS.keys() | NOTES.keys() | ASIDES.keys()
    known = {field for field in Message.__slots__ if not field.startswith("_")}

    assert tried - known == {"hologram"}
    assert known - tried == set()


@pytest.mark.parametrize("kind", KINDS)
async def test_an_update_that_asks_nothing_is_passed_over(happens, kind):
    assert await happens(**{kind: KINDS[kind]}) == []


@pytest.mark.parametrize(
    "content",
    [
        pytest.param({}, id="nothing but a number"),
        pytest.param({"hologram": {"from": READER, "text": "/latest"}}, id="a kind to come"),
        pytest.param({"message": None, "poll": None}, id="kinds without content"),
    ],
)
async def test_an_update_of_no_known_kind_is_passed_over(happens, content):
    assert await happens(**content) == []


@pytest.mark.parametrize("note", NOTES)
async def test_what_telegram_notes_in_a_chat_is_not_answered(happens, note):
    for place in PLACES.values():
        assert await happens(message=message(place, **{note: NOTES[note]})) == []


@pytest.mark.parametrize("kind", CONTENTS)
async def test_what_holds_no_words_is_answered_in_private_alone(happens, kind):
    assert await happens(message=message(**CONTENTS[kind])) == ["sent"]
    assert await happens(message=message(GROUP, **CONTENTS[kind])) == []


@pytest.mark.parametrize("field", ASIDES)
async def test_what_stands_beside_a_question_changes_nothing(happens, field):
    beside = {field: ASIDES[field]}

    assert await happens(message=message(**ASKED | beside)) == ["sent"]
    assert await happens(message=message(GROUP, **ASKED | beside)) == ["sent"]


@pytest.mark.parametrize("author", AUTHORS)
async def test_commands_of_people_are_answered_and_no_others(happens, author):
    fields, asks = AUTHORS[author]

    done = await happens(message=message(GROUP, None, **ASKED | fields))

    assert done == (["sent"] if asks else [])


@pytest.mark.parametrize(
    ("text", "in_private", "in_group"),
    [
        pytest.param("/latest", 1, 1, id="ours"),
        pytest.param("/LATEST@Treaty_Digest_Bot 1", 1, 1, id="ours by name"),
        pytest.param("/latest@other_bot", 1, 0, id="another bot's"),
        pytest.param("/nosuch", 1, 0, id="nobody's"),
        pytest.param("/latest\0", 1, 1, id="with a NUL"),
        pytest.param("/latest \ud800", 1, 1, id="with half a sign"),
        pytest.param("/latest " + "x" * 4088, 1, 1, id="as long as Telegram allows"),
        pytest.param("/latest " + "x" * 10_000, 1, 1, id="longer than Telegram allows"),
        pytest.param("/search " + "🦉 " * 2044, 1, 1, id="as many signs as Telegram allows"),
    ],
)
async def test_a_command_is_answered_where_it_is_ours(happens, text, in_private, in_group):
    for chat, answers in ((PRIVATE, in_private), (GROUP, in_group), (FORUM, in_group)):
        assert await happens(message=message(chat, **command(text))) == ["sent"] * answers


@pytest.mark.parametrize("place", ["private", "group"])
@pytest.mark.parametrize("text", ["/latest 1", "Lukin", "", None])
@pytest.mark.parametrize(
    "entity",
    [
        pytest.param({"offset": 0, "length": 4096}, id="beyond the end"),
        pytest.param({"offset": 0, "length": 2**40}, id="far beyond the end"),
        pytest.param({"offset": 0, "length": 0}, id="of nothing"),
        pytest.param({"offset": 0, "length": -3}, id="of less than nothing"),
        pytest.param({"offset": -1, "length": 7}, id="before the beginning"),
        pytest.param({"offset": 3, "length": 4}, id="within a word"),
    ],
)
async def test_a_mark_that_lies_does_no_harm(happens, entity, text, place):
    content = {"entities": [{"type": "bot_command", **entity}]}
    if text is not None:
        content["text"] = text

    assert len(await happens(message=message(PLACES[place], **content))) <= 1


@FUZZ
@given(content=messages())
async def test_no_message_at_all_does_harm(happens, content):
    done = await happens(message=content)

    assert set(done) <= {"sent"}
    assert len(done) in answers(content)


@FUZZ
@given(content=messages(), kind=st.sampled_from(MESSAGES_OF_OTHER_KINDS))
async def test_a_message_of_another_kind_is_never_answered(happens, content, kind):
    assert await happens(**{kind: KINDS[kind] | content}) == []


class TestButtons:
    @pytest.fixture
    async def pressed(self, house, happens):
        """Press a button under an answer, as somebody may who writes to Telegram by hand."""
        await house.take(house.stand_in.message(READER_ID, READER_ID, "/expert Lukin"))
        number = house.stand_in.sent[-1]["message_id"]

        async def pressed(reached="here", **fields):
            update = house.stand_in.press(READER_ID, READER_ID, number, "x")
            query = dict(update["callback_query"])
            del query["data"]
            if reached == "missing":
                del query["message"]
            elif reached == "too old":
                query["message"] = {"chat": PRIVATE, "message_id": number, "date": 0}
            return await happens(callback_query=query | fields)

        return pressed

    @pytest.mark.parametrize("data", DATA, ids=lambda data: ascii(data[:32]))
    async def test_whatever_it_says_it_does_not_blink_on(self, pressed, data):
        done = await pressed(data=data)

        assert done.count("notice") == 1
        assert len(done) <= 2

    @pytest.mark.parametrize(
        ("reached", "fields"),
        [
            pytest.param("here", {}, id="which says nothing"),
            pytest.param("here", {"game_short_name": "chess"}, id="of a game"),
            pytest.param("missing", {"data": "1o|latest||"}, id="of no message"),
            pytest.param(
                "missing",
                {"data": "1o|latest||", "inline_message_id": "i"},
                id="of a message sent inline",
            ),
        ],
    )
    async def test_one_that_can_do_nothing_says_so(self, pressed, house, reached, fields):
        done = await pressed(reached, **fields)

        assert done == ["notice"]
        notices = [event for event in house.stand_in.events if event.kind == "notice"]
        assert "too old" in notices[-1].content["text"]

    async def test_under_a_message_too_old_to_be_told_it_works(self, pressed):
        assert await pressed("too old", data="1o|latest||1") == ["sent", "notice"]

    @FUZZ
    @given(fields=presses, reached=st.sampled_from(REACHED))
    async def test_no_press_at_all_does_harm(self, pressed, fields, reached):
        done = await pressed(reached, **fields)

        assert done.count("notice") == 1
        assert len(done) <= 2


@FUZZ
@given(
    query=st.text(st.characters(), max_size=256) | st.just("x" * 5000),
    beside=st.fixed_dictionaries(
        {},
        optional={
            "chat_type": st.sampled_from(["sender", "channel", "of a kind to come"]),
            "location": st.just({"latitude": 0.0, "longitude": 0.0}),
            "offset": st.sampled_from(["", "5", "-1", "9" * 64, "\ud800"]),
            "hologram": st.just({}),
        },
    ),
)
async def test_no_inline_question_does_harm(house, happens, query, beside):
    asked = house.stand_in.inline_query(READER_ID, "")["inline_query"]

    assert await happens(inline_query=asked | {"query": query} | beside) == []
    assert asked["id"] in house.stand_in.inline_answers


class TestPace:
    """What the bot would not answer anyway does not count against a chat's pace."""

    async def hurried(self, house, chat, content):
        """Send something again and again; tell what becomes of it, and of a question after it."""
        sent = [
            await house.take({"update_id": 1, "message": message(chat, **content)})
            for _ in range(MOST + 3)
        ]
        asked = await house.take({"update_id": 1, "message": message(chat, **ASKED)})
        return list(itertools.chain(*sent)), asked

    @pytest.mark.parametrize(
        ("chat", "content"),
        [
            pytest.param(GROUP, command("/roll"), id="unknown commands in a group"),
            pytest.param(GROUP, command("/latest@other_bot"), id="another bot's commands"),
            pytest.param(GROUP, CONTENTS["photo"], id="pictures in a group"),
            pytest.param(PRIVATE, {"pinned_message": message(text="x")}, id="notes in private"),
        ],
    )
    async def test_what_is_not_for_us_uses_up_nothing(self, house, chat, content):
        assert await self.hurried(house, chat, content) == ([], ["sent"])

    @pytest.mark.parametrize(
        "content",
        [
            pytest.param({"text": "a@b"}, id="words with an at sign"),
            pytest.param(command("/latest@other_bot"), id="another bot's commands"),
            pytest.param(command("/roll"), id="unknown commands"),
            pytest.param(CONTENTS["photo"], id="pictures"),
        ],
    )
    async def test_in_private_all_that_is_answered_counts(self, house, content):
        assert await self.hurried(house, PRIVATE, content) == (["sent"] * (MOST + 1), [])

    async def test_a_command_run_into_other_signs_counts(self, house):
        content = {
            "text": "/latest-1",
            "entities": [{"type": "bot_command", "offset": 0, "length": 7}],
        }

        assert await self.hurried(house, GROUP, content) == (["sent"] * (MOST + 1), [])


class TestFetching:
    @pytest.fixture
    def fetched(self, house):
        async def fetched(*result):
            house.door.result = result
            return await updates.fetch(house.application.bot, timeout=0)

        return fetched

    async def test_what_cannot_be_read_is_passed_over_and_noted_without_its_words(
        self, fetched, caplog
    ):
        bad = {"update_id": 7, "message": message(text="a secret") | {"date": "today"}}
        good = {"update_id": 8, "message": message(text="Lukin")}

        readable, further = await fetched({"update_id": 6}, bad, good)

        assert [update.update_id for update in readable] == [6, 8]
        assert further == 9
        [record] = caplog.records
        assert (record.update, record.kinds) == (7, ["message"])
        assert "secret" not in caplog.text

    @pytest.mark.parametrize(
        "content",
        [
            pytest.param({"message": "x"}, id="a message that is a word"),
            pytest.param({"message": {"message_id": 1, "date": 1}}, id="a message in no chat"),
            pytest.param({"message": message(GROUP | {"id": [3]})}, id="a chat of many numbers"),
            pytest.param({"message": message(GROUP | {"id": "3"})}, id="a chat of no number"),
            pytest.param({"message": message(GROUP, READER | {"id": {}})}, id="such a sender"),
            pytest.param({"message": message(date=10**30)}, id="a date beyond all calendars"),
            pytest.param({"inline_query": {"id": "1", "from": READER}}, id="half a question"),
        ],
    )
    async def test_what_has_no_sense_or_place_is_noted_once(self, fetched, caplog, content):
        assert await fetched({"update_id": 7, **content}) == ([], 8)
        assert [record.update for record in caplog.records] == [7]

    @pytest.mark.parametrize("junk", [None, 5, "x", [], {}, {"update_id": "9"}, {"message": {}}])
    async def test_what_bears_no_number_is_passed_over(self, fetched, junk):
        readable, further = await fetched(junk, {"update_id": 7}, junk)

        assert [update.update_id for update in readable] == [7]
        assert further == 8

    async def test_nothing_new_leaves_the_offset_as_it_was(self, fetched):
        assert await fetched() == ([], None)

    @pytest.mark.parametrize("result", [{}, "x", 5, None, True])
    async def test_an_answer_that_is_no_list_is_a_fault_of_the_network(self, house, result):
        house.door.result = result

        with pytest.raises(NetworkError):
            await updates.fetch(house.application.bot, timeout=0)

    async def test_updates_of_which_none_bears_a_number_are_a_fault_of_the_network(self, fetched):
        """They would come again at once, and for ever."""
        with pytest.raises(NetworkError):
            await fetched({"message": message(text="x")})

    @FUZZ
    @given(bad=mangled())
    async def test_beside_a_mangled_update_all_others_are_answered(self, house, fetched, bad):
        good = house.stand_in.message(OWNER_ID, OWNER_ID, "/latest 1") | {"update_id": 2**41}
        house.rest()

        readable, further = await fetched(bad, good)
        before = len(house.stand_in.sent)
        await house.run_through(readable)

        assert OWNER_ID in [sent["chat"]["id"] for sent in house.stand_in.sent[before:]]
        assert further == 2**41 + 1
