import pytest
from living import Life

from config import catalogue as catalogues


@pytest.fixture(scope="session")
def catalogue():
    return catalogues.load(None)


@pytest.fixture
async def living(tmp_path, catalogue):
    """Begin a life."""
    lives = []

    async def living(**given):
        lives.append(Life(tmp_path / "library.db", catalogue, **given))
        await lives[-1].begin()
        return lives[-1]

    yield living
    for life in lives:
        await life.end()


@pytest.fixture
async def life(living):
    """A bot that has just begun, with nobody subscribed."""
    return await living()
