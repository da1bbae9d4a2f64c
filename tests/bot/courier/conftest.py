import contextlib

import pytest
from mailing import Mail
from talking import House

from bot.rehearsal import OWNER_ID

PEOPLE = range(100, 120)


@pytest.fixture
def world(stand_in):
    """A Telegram with people who have met the bot."""
    for number in PEOPLE:
        stand_in.person(number, f"Person {number}")
    stand_in.chat(OWNER_ID).started = True
    return stand_in


@pytest.fixture
def mailing(own_services, world):
    """Open a courier on a library of its own, at some rate."""

    @contextlib.asynccontextmanager
    async def mailing(rate=0, services=own_services):
        house = House(services, world, operators=(OWNER_ID,), rate=rate)
        await house.open()
        yield Mail(house)
        await house.close()

    return mailing


@pytest.fixture
async def mail(mailing):
    async with mailing() as opened:
        yield opened
