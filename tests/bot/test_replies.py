"""How an answer reaches its chat, and what becomes of one that Telegram does not take."""

import asyncio
import datetime as dt
import logging

import pytest

from bot.rehearsal import GROUP_ID, OWNER_ID, READER_ID
from bot.stand_in.responses import forbidden, too_many_requests

NO_PREVIEW = {"is_disabled": True}
SOON = 100  # turns of the loop


@pytest.fixture
def asleep(clock):
    """Wait until somebody sleeps on the clock."""

    async def asleep():
        for _ in range(SOON):
            if clock.next_waking() is not None:
                return
            await asyncio.sleep(0)
        pytest.fail("nobody sleeps")

    return asleep


def flooded(chat, seconds, method="sendMessage"):
    chat.house.stand_in.refuse_next(method, too_many_requests(seconds))


def levels(caplog):
    return [record.levelname for record in caplog.records]


async def test_an_answer_in_private_is_no_reply_and_shows_no_previews(chat):
    await chat("/about")

    [call] = chat.house.sent
    assert call["chat_id"] == READER_ID
    assert call["link_preview_options"] == NO_PREVIEW
    assert not {"reply_parameters", "message_thread_id"} & set(call)


async def test_an_answer_in_a_group_is_a_reply_even_to_what_is_gone(chat):
    group = chat.group

    await group("/about")

    [call] = chat.house.sent
    assert call["reply_parameters"] == {
        "message_id": group.asked,
        "allow_sending_without_reply": True,
    }


async def test_an_answer_stands_in_the_topic_of_its_question(chat):
    await chat.topic(7)("/about")
    await chat.general("/about")

    assert [call.get("message_thread_id") for call in chat.house.sent] == [7, None]


async def test_an_answer_in_a_channels_direct_messages_stands_in_their_topic(chat):
    update = chat.house.stand_in.message(GROUP_ID, READER_ID, "/about")
    update["message"]["direct_messages_topic"] = {"topic_id": 9}

    await chat.feed(update)

    assert chat.house.sent[-1]["direct_messages_topic_id"] == 9


async def test_a_turned_page_shows_no_previews_either(chat):
    await chat("/expert Lukin")

    await chat.press("More ▸")

    assert [call["link_preview_options"] for call in chat.house.sent] == [NO_PREVIEW] * 2


async def test_what_is_already_there_is_not_said_again(chat):
    await chat("/expert Lukin")
    data = next(data for label, data in chat.last.data.items() if label == "More ▸")
    await chat.forge(data)

    shown = await chat.forge(data)

    assert [each.kind for each in shown] == ["notice"]


@pytest.mark.parametrize("seconds", [1, 30])
async def test_an_answer_that_meets_a_flood_is_sent_when_it_is_over(chat, clock, asleep, seconds):
    flooded(chat, seconds)
    asking = asyncio.create_task(chat("/about"))
    await asleep()

    clock.advance(dt.timedelta(seconds=seconds - 0.1))
    await asyncio.sleep(0)
    assert not chat.house.stand_in.sent
    clock.advance(dt.timedelta(seconds=0.1))

    [answer] = await asking
    assert answer.text.startswith("About Treaty Digest")


async def test_a_page_that_meets_a_flood_is_turned_when_it_is_over(chat, clock, asleep):
    await chat("/expert Lukin")
    flooded(chat, 2, "editMessageText")
    pressing = asyncio.create_task(chat.press("More ▸"))
    await asleep()

    clock.advance(dt.timedelta(seconds=2))

    assert [each.kind for each in await pressing] == ["edited", "notice"]


async def test_other_chats_are_answered_meanwhile(chat, clock, asleep):
    flooded(chat, 30)
    asking = asyncio.create_task(chat("/about"))
    await asleep()

    [answer] = await chat.of(OWNER_ID)("/about")

    assert answer.chat == OWNER_ID
    clock.advance(dt.timedelta(seconds=30))
    await asking


async def test_an_answer_that_would_come_too_late_is_dropped(chat, caplog):
    flooded(chat, 31)

    assert await chat("/about") == []
    assert levels(caplog) == ["WARNING"]
    assert "dropped" in caplog.text


async def test_an_answer_that_meets_a_second_flood_is_dropped(chat, clock, asleep, caplog):
    flooded(chat, 1)
    flooded(chat, 1)
    asking = asyncio.create_task(chat("/about"))
    await asleep()
    clock.advance(dt.timedelta(seconds=1))

    assert await asking == []
    assert levels(caplog) == ["WARNING"]


async def test_somebody_who_has_blocked_the_bot_is_a_thing_of_every_day(chat, caplog):
    caplog.set_level(logging.INFO)
    chat.house.stand_in.refuse_next("sendMessage", forbidden("bot was blocked by the user"))

    assert await chat("/about") == []
    assert [
        (record.levelname, record.reason)
        for record in caplog.records
        if record.name.startswith("bot.")
    ] == [("INFO", "Forbidden: bot was blocked by the user")]
    assert len(chat.house.sent) == 1
