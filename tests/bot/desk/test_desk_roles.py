"""Who may what: checked on each command, button and answer, and a reader can do none of it."""

from dataclasses import replace

import pytest

from bot import buttons
from bot.buttons import Do
from bot.desk.table import BY_NAME, PRESSES, TASKS
from bot.rehearsal import EDITOR_ID, GROUP_ADMIN_ID, OWNER_ID, stage
from digests import desk
from digests.roles import Role

POLITE = (
    "Sorry, that is for the editors of this library. All that is published is open to you: "
    "/help shows how to find it."
)
ABOVE = "Sorry, that is for the owners of this bot."
ELSEWHERE = "In a private chat, please: the desk is not for groups."
OURS = [task.name for task in TASKS if task.role is Role.EDITOR]
OWNERS = [task.name for task in TASKS if task.role is Role.OWNER]


def pressing(what, id_):
    return buttons.encode(Do(what, id_, 1, 1, "outlet"), pytest.fail)


def told(shown):
    return [each.message["text"] for each in shown]


@pytest.fixture(params=["reader", "group administrator", "dismissed editor", "no owners"])
async def outsider(request, owner, staff):
    """Somebody who may do nothing at the desk."""
    match request.param:
        case "reader":
            return owner.of(stage.READER_ID)
        case "group administrator":
            return owner.of(GROUP_ADMIN_ID)
        case "dismissed editor":
            desk.dismiss(EDITOR_ID, staff.library, staff.clock.now(), by=str(OWNER_ID))
        case "no owners":
            owner.house.services = replace(staff, owners=())
            await owner.house.restart()
    return owner.of(EDITOR_ID)


async def test_an_outsider_is_told_so_kindly_whatever_they_ask(outsider, bring, staff):
    bring()
    before = staff.library.version()
    for name in BY_NAME:
        for argument in ("", "1", "tass-2024-06-21-lobov", "https://tass.com/1"):
            assert told(await outsider(f"/{name} {argument}")) == [POLITE]

    assert staff.library.version() == before


async def test_an_outsider_can_press_nothing(outsider, bring, staff):
    id_ = bring()
    await outsider("/id")
    before = staff.library.version()
    for what in PRESSES:
        shown = await outsider.forge(pressing(what, id_))
        assert [(each.kind, each.text) for each in shown] == [("notice", POLITE)]

    assert staff.library.version() == before


async def test_what_is_for_owners_an_editor_is_not_given(editor, staff):
    await editor("/id")
    before = staff.library.version()
    for name in OWNERS:
        assert told(await editor(f"/{name}")) == [ABOVE]
    for what, press in PRESSES.items():
        if press.role is Role.OWNER:
            assert told(await editor.forge(pressing(what, 1))) == [ABOVE]

    assert staff.library.version() == before


async def test_in_a_group_the_staff_is_sent_to_the_private_chat(owner, bring, staff):
    id_ = bring()
    group = owner.group
    group.person = OWNER_ID
    await group("/id")
    before = staff.library.version()
    for name in BY_NAME:
        assert told(await group(f"/{name} {id_}")) == [ELSEWHERE]
    for what in PRESSES:
        assert told(await group.forge(pressing(what, id_))) == [ELSEWHERE]

    assert staff.library.version() == before


async def test_in_a_group_a_reader_is_answered_as_to_any_command_of_others(owner):
    for name in BY_NAME:
        assert await owner.group(f"/{name}") == await owner.group("/nonsense") == []


async def test_who_speaks_in_the_name_of_a_chat_is_nobody(owner, stand_in):
    group = owner.group
    group.person = OWNER_ID
    update = stand_in.message(group.id, OWNER_ID, "/drafts")
    update["message"]["sender_chat"] = update["message"]["chat"]

    assert await group.feed(update) == []


async def test_the_desk_is_shown_in_the_help_of_the_staff_alone(owner, editor, reader):
    [for_owner] = await owner("/help")
    [for_editor] = await editor("/help")
    [for_reader] = await reader("/help")

    assert all(f"/{name}" in for_owner.text for name in BY_NAME)
    assert all(f"/{name}" in for_editor.text for name in OURS)
    assert not any(f"/{name} " in for_editor.text for name in OWNERS)
    assert "desk" not in for_reader.text
    assert not any(f"/{name} " in for_reader.text for name in BY_NAME)


async def test_a_mistyped_command_of_the_desk_is_known_to_the_staff_alone(editor, reader):
    [for_editor] = await editor("/drfts")
    [for_reader] = await reader("/drfts")

    assert "Did you mean /drafts" in for_editor.text
    assert "/draft" not in for_reader.text


async def test_in_a_group_nobody_is_shown_the_desk(owner):
    group = owner.group
    group.person = OWNER_ID

    [shown] = await group("/help")

    assert "/draft" not in shown.text


async def test_whoever_was_dismissed_answers_no_question_any_more(editor, staff, bring, filed):
    id_ = bring()
    await editor(f"/draft {id_}")
    await editor.press("Edit")
    await editor.press("Headline")
    desk.dismiss(EDITOR_ID, staff.library, staff.clock.now(), by=str(OWNER_ID))

    assert told(await editor("Another headline")) == [POLITE]
    assert filed(id_).version == 1


async def test_a_reader_never_sees_a_word_of_a_source(reader, bring, stand_in):
    id_ = bring()
    for line in (f"/draft {id_}", "/drafts", "Lobov", "Mangott", "/search promise"):
        await reader(line)

    seen = [str(event.content) for event in stand_in.events if event.chat_id == reader.id]
    assert len(seen) == 5
    assert not any("strong promise under" in each for each in seen)


async def test_every_name_in_the_table_fits_a_command_and_a_button():
    assert all(name.isalpha() and name.islower() and len(name) <= 12 for name in PRESSES)
    assert set(BY_NAME) & {"start", "help", "expert"} == set()
