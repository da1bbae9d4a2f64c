"""A small world and a real Bot that talks to it."""

from datetime import UTC, datetime

import pytest
from telegram import Bot

from bot.clock import MovableClock
from bot.stand_in.door import Door
from bot.stand_in.telegram import StandIn

ANNA, BORIS, STRANGER = 11, 12, 13
GROUP, FORUM, CHANNEL = -1001, -1002, -1003


@pytest.fixture
def clock():
    return MovableClock(datetime(2026, 12, 1, 8, tzinfo=UTC))


@pytest.fixture
def stand_in(clock):
    world = StandIn(now=clock.now)
    anna = world.person(ANNA, "Anna", username="anna")
    boris = world.person(BORIS, "Boris")
    world.person(STRANGER, "Stranger", started=False)
    world.group(GROUP, "Readers", {anna: "creator", boris: "member"})
    world.group(FORUM, "Forum", {anna: "creator", boris: "member"}, is_forum=True)
    world.topic(FORUM, 7)
    world.topic(FORUM, 8, closed=True)
    world.channel(CHANNEL, "News", anna, username="news")
    return world


@pytest.fixture
async def bot(stand_in):
    async with Bot("1:token", request=Door(stand_in), get_updates_request=Door(stand_in)) as bot:
        yield bot


@pytest.fixture
def call(stand_in):
    """Call a method and return its result, or the description of the refusal."""

    def call(method, /, **parameters):
        payload = stand_in.respond(method, parameters).payload
        return payload["result"] if payload["ok"] else payload["description"]

    return call
