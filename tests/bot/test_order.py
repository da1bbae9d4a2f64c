import asyncio

import pytest
from telegram import Update

from bot.order import ChatOrder


def update(number, chat=None, user=7):
    sender = {"id": user, "is_bot": False, "first_name": "A"}
    if chat is None:
        query = {"id": "1", "from": sender, "query": "", "offset": ""}
        return Update.de_json({"update_id": number, "inline_query": query}, None)
    place = {"id": chat, "type": "group", "title": "G"}
    message = {"message_id": number, "date": 0, "chat": place, "from": sender, "text": "x"}
    return Update.de_json({"update_id": number, "message": message}, None)


@pytest.fixture
def done():
    return []


@pytest.fixture
def work(done):
    async def work(name, turns):
        for _ in range(turns):
            await asyncio.sleep(0)
        done.append(name)

    return work


async def test_within_a_chat_updates_are_worked_on_as_they_came(work, done):
    order = ChatOrder()
    slow_first = [(n, 10 - n) for n in range(10)]

    await asyncio.gather(
        *(order.process_update(update(n, chat=1), work(n, turns)) for n, turns in slow_first)
    )

    assert done == list(range(10))


async def test_a_slow_chat_holds_up_no_other(work, done):
    order = ChatOrder()

    await asyncio.gather(
        order.process_update(update(1, chat=1), work("slow", 50)),
        order.process_update(update(2, chat=2), work("quick", 1)),
    )

    assert done == ["quick", "slow"]


async def test_a_failed_update_does_not_stop_those_after_it(work, done):
    async def fail():
        raise ValueError("broken")

    order = ChatOrder()
    results = await asyncio.gather(
        order.process_update(update(1, chat=1), fail()),
        order.process_update(update(2, chat=1), work("next", 1)),
        return_exceptions=True,
    )

    assert isinstance(results[0], ValueError)
    assert done == ["next"]


async def test_updates_without_a_chat_keep_the_order_of_their_sender(work, done):
    order = ChatOrder()

    await asyncio.gather(
        order.process_update(update(1), work(1, 5)),
        order.process_update(update(2), work(2, 1)),
        order.process_update("no update at all", work("other", 1)),
    )

    assert done.index(1) < done.index(2)
    assert "other" in done
