"""The gate before a bot that runs: a chat that asks too much is told so, and not answered."""

import pytest
from talking import TOKEN, Chat, House

from bot.app import build
from bot.pace import MOST, Pace
from bot.stand_in.responses import bad_request, forbidden


class Gated(House):
    """A house with a pace, as it has in a run."""

    async def open(self):
        self.application = build(self.services, TOKEN, self.door, pace=Pace())
        await self.application.initialize()
        await self.application.post_init(self.application)


@pytest.fixture
async def hurried(services, stand_in):
    """A chat that has asked as much as it may."""
    house = Gated(services, stand_in)
    await house.open()
    chat = Chat(house)
    for _ in range(MOST):
        await chat("/clauses")
    yield chat
    await house.close()


async def test_one_question_too_many_is_asked_to_slow_down_and_not_answered(hurried):
    [told] = await hurried("/clauses")

    assert "slow down" in told.text
    assert await hurried("/clauses") == []


@pytest.mark.parametrize("refusal", [bad_request("no rights"), forbidden("blocked")], ids=str)
async def test_a_question_too_many_is_not_answered_where_nobody_can_be_told(
    hurried, refusal, caplog
):
    hurried.house.stand_in.refuse_next("sendMessage", refusal)

    assert await hurried("/clauses") == []
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert await hurried("/clauses") == []


async def test_a_button_too_many_is_not_answered_where_nobody_can_be_told(hurried, caplog):
    hurried.house.stand_in.refuse_next("answerCallbackQuery", bad_request("QUERY_ID_INVALID"))

    assert await hurried.forge("1o|about||") == []
    assert [record.levelname for record in caplog.records] == ["WARNING"]
