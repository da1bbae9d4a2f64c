"""A chat becomes another one, or is left, between two parts of a letter."""

import asyncio
import copy
import datetime as dt

import pytest
from talking import Chat

from bot.rehearsal.stage import PRIVATE, Place

OLD, NEW, READER = -5, -1_005, 100
PARTS = ["One", "Two", "Three"]


@pytest.fixture
async def slow(living):
    """A bot that sends a chat one message a second, so that much can happen in between."""
    return await living(rate=30)


async def first_part_sent(life, chat):
    """Let a letter of three parts begin to go."""
    subscription = life.keep(chat, "at once")
    life.write([chat], PARTS, subscription)
    life.house.application.bot_data["delivery"].wake()
    for _ in range(50):
        life.clock.advance(dt.timedelta(milliseconds=10))
        await asyncio.sleep(0.001)
    assert life.texts(chat) == ["One"]


async def upgraded(life):
    """Let the group become a supergroup; give what both would tell of it."""
    person = life.world.person(READER, "Reader")
    life.world.group(OLD, "Group", {person: "creator"}, kind="group")
    life.world.group(NEW, "Group", {person: "creator"})
    await first_part_sent(life, OLD)
    life.world.chat(OLD).migrated_to = NEW
    return (
        service_message(life, OLD, migrate_to_chat_id=NEW),
        service_message(life, NEW, migrate_from_chat_id=OLD),
    )


def service_message(life, chat, **content):
    update = copy.deepcopy(life.world.message(chat, READER, "x"))
    del update["message"]["text"]
    update["message"] |= content
    return update


@pytest.mark.parametrize("told", [(), (0,), (1,), (0, 1), (1, 0)])
async def test_the_rest_of_a_letter_goes_where_the_group_went(slow, told):
    updates = await upgraded(slow)
    for number in told:
        await slow.house.feed(updates[number])

    await slow.pass_time(10, seconds=1)

    assert (slow.texts(OLD), slow.texts(NEW)) == (["One"], ["Two", "Three"])
    assert slow.left == (0, 0, 0)
    assert slow.library.chats.get(OLD) is None
    assert [each.paused for each in slow.library.subscriptions.of_chat(NEW)] == [None]


async def test_the_rest_goes_where_the_group_went_also_after_a_start(slow):
    await upgraded(slow)
    await slow.end()
    await slow.begin()

    await slow.pass_time(10, seconds=1)

    assert (slow.texts(OLD), slow.texts(NEW)) == (["One"], ["Two", "Three"])


@pytest.mark.parametrize("heard", [True, False])
@pytest.mark.parametrize("restarted", [True, False])
async def test_who_blocks_and_comes_back_gets_the_rest_after_resuming(slow, heard, restarted):
    person = slow.world.person(READER, "Reader")
    await first_part_sent(slow, person.id)
    left = slow.world.my_chat_member(READER, READER, "kicked")
    if heard:
        await slow.house.feed(left)
    await slow.pass_time(5, seconds=1)
    assert (slow.texts(READER), slow.left) == (["One"], (0, 1, 0))
    if restarted:
        await slow.end()
        await slow.begin()

    chat = Chat(slow.house, PRIVATE, READER)
    await chat.feed(slow.world.my_chat_member(READER, READER, "member"))
    await slow.pass_time(5, seconds=1)
    assert slow.left == (0, 1, 0)
    await chat.press("Resume")
    await slow.pass_time(5, seconds=1)

    assert [text for text in slow.texts(READER) if text in PARTS] == PARTS
    assert slow.left == (0, 0, 0)
    answered = {each["text"]: each.get("reply_to_message") for each in slow.world.sent}
    assert answered["Two"]["text"] == "One"


async def test_a_group_the_bot_is_added_to_again_gets_the_rest_after_resuming(slow):
    person = slow.world.person(READER, "Reader")
    slow.world.group(NEW, "Group", {person: "creator"})
    await first_part_sent(slow, NEW)
    slow.world.my_chat_member(NEW, READER, "kicked")
    await slow.pass_time(5, seconds=1)
    assert (slow.texts(NEW), slow.left) == (["One"], (0, 1, 0))

    chat = Chat(slow.house, Place("group", NEW), READER)
    await chat.feed(slow.world.my_chat_member(NEW, READER, "member"))
    await chat.press("Resume")
    await slow.pass_time(5, seconds=1)

    assert [text for text in slow.texts(NEW) if text in PARTS] == PARTS
