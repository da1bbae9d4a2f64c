"""A house filled from the seeds, and somebody who talks with the bot in it."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from talking import Chat, House

from bot.clock import MovableClock
from bot.house import open_house
from bot.rehearsal import stage
from bot.stand_in.telegram import StandIn
from config.settings import Settings

START = datetime(2026, 12, 1, 8, tzinfo=UTC)
SETTINGS = Settings(timezone=ZoneInfo("Europe/Vienna"), config=None, _env_file=None)


@pytest.fixture
def clock():
    return MovableClock(START)


@pytest.fixture(scope="session")
def shelved():
    """A library that is only read from; opening one for each test takes long."""
    opened = open_house(SETTINGS, None, MovableClock(START))
    yield opened
    opened.library.close()


@pytest.fixture
def services(shelved, clock):
    return replace(shelved, clock=clock)


@pytest.fixture
def own_services(shelved, clock):
    """A library for this test alone, to write to and to break; the catalogue is shared."""
    opened = open_house(SETTINGS, None, clock)
    yield replace(opened, catalogue=shelved.catalogue)
    opened.library.close()


@pytest.fixture
def stand_in(clock):
    world = StandIn(now=clock.now)
    stage.furnish(world)
    return world


@pytest.fixture
def talk(stand_in):
    """Open the bot on some services and give a private chat with it."""

    @contextlib.asynccontextmanager
    async def talk(services) -> AsyncIterator[Chat]:
        house = House(services, stand_in)
        await house.open()
        yield Chat(house)
        await house.close()

    return talk


@pytest.fixture
async def chat(talk, services):
    async with talk(services) as opened:
        yield opened
