import pytest
from rewrite import conversations, replay, typed

from bot.desk.table import TASKS
from bot.menu import COMMANDS


@pytest.mark.parametrize("conversation", conversations(), ids=lambda path: path.stem)
async def test_the_bot_says_what_was_agreed(conversation):
    agreed = conversation.read_text(encoding="utf-8")

    assert await replay(typed(conversation)) == agreed, "see rewrite.py if this is as it should be"


def test_every_command_is_heard_in_some_conversation():
    lines = (line for conversation in conversations() for line in typed(conversation))
    heard = {line.split()[0] for line in lines if line.strip()}

    assert {f"/{command.name}" for command in (*COMMANDS, *TASKS)} <= heard
