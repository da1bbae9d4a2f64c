"""The menus Telegram shows to the staff, once they have met the bot."""

import pytest

from bot.desk.table import BY_NAME, TASKS
from bot.menu import COMMANDS
from bot.rehearsal import EDITOR_ID, OWNER_ID, READER_ID
from digests.roles import Role

READERS = [command.name for command in COMMANDS if command.name != "start"]
EDITORS = [task.name for task in TASKS if task.role is Role.EDITOR]


@pytest.fixture
def menu(stand_in):
    """Give the menu somebody has of their own."""
    return lambda user: [
        command["command"] for command in stand_in.commands.get(("chat", str(user), ""), [])
    ]


async def test_the_staff_is_shown_its_commands_after_start(owner, editor, reader, menu):
    for chat in (owner, editor, reader):
        await chat("/start")

    assert menu(OWNER_ID) == [*READERS, *BY_NAME]
    assert menu(EDITOR_ID) == [*READERS, *EDITORS]
    assert menu(READER_ID) == []


async def test_at_the_start_of_the_bot_everybody_is_shown_theirs(owner, editor, menu):
    await owner("/id")
    await editor("/id")
    application = owner.house.application

    await application.bot_data["menus"].show(application.bot, [OWNER_ID], [EDITOR_ID])

    assert menu(OWNER_ID) == [*READERS, *BY_NAME]
    assert menu(EDITOR_ID) == [*READERS, *EDITORS]


async def test_a_menu_is_taken_again(editor, menu):
    await editor("/start")
    application = editor.house.application

    await application.bot_data["menus"].take(application.bot, EDITOR_ID)

    assert menu(EDITOR_ID) == []


async def test_a_menu_for_somebody_who_has_not_met_the_bot_harms_nothing(owner, menu):
    application = owner.house.application

    await application.bot_data["menus"].give(application.bot, EDITOR_ID, Role.EDITOR)

    assert menu(EDITOR_ID) == []
