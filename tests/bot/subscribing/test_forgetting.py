"""``/forgetme``: everything about a chat is deleted, and said to be."""

import pytest

from bot.rehearsal import GROUP_ADMIN_ID, GROUP_ID, OWNER_ID, READER_ID
from bot.rehearsal.staffing import staffed
from digests import desk

MANGOTT = "tass-2024-06-20-mangott"


async def test_where_nothing_is_kept_it_says_so(reader, library):
    [reply] = await reader("/forgetme")

    assert reply.text == "Nothing is kept about this chat."
    assert library.chats.get(READER_ID) is None


async def test_it_asks_then_deletes_and_says_what(reader, people, library, clock):
    await reader("/subscribe daily 8 Lukin")
    await reader("/follow Mangott")
    await reader("/settings Seoul")
    await reader("/digest 900d")
    desk.report(MANGOTT, 1, "words: no", library, clock.now(), reader=READER_ID, language="en")
    [sure] = await reader("/forgetme")
    [told, _] = await reader.press("Yes, delete everything")

    assert sure.text.startswith("Delete everything that is kept about this chat?")
    assert "That is 2 subscriptions," in sure.text
    assert told.text.startswith("Deleted\n• 2 subscriptions\n• 1 edition or notice\n")
    assert "• that 1 note to the editors was yours\n• the settings" in told.text
    assert people.kept() == []
    assert library.chats.get(READER_ID) is None
    assert library.reports.waiting(READER_ID) == []


async def test_it_can_be_left(reader, people):
    await reader("/subscribe daily 8 Lukin")
    await reader("/forgetme")
    [told, _] = await reader.press("No, keep it")

    assert told.text == "All right, nothing was deleted."
    assert len(people.kept()) == 1


async def test_pressed_twice_it_deletes_nothing_more(reader):
    await reader("/subscribe daily 8 Lukin")
    [sure] = await reader("/forgetme")
    await reader.press("Yes, delete everything", on=sure)
    [again, *_] = await reader.press("Yes, delete everything", on=sure)

    assert again.text == "Nothing is kept about this chat."


async def test_who_reported_something_can_be_forgotten_too(reader, library, clock):
    desk.report(MANGOTT, 1, "words: no", library, clock.now(), reader=READER_ID, language="en")
    await reader("/forgetme")
    await reader.press("Yes, delete everything")

    assert library.reports.waiting(READER_ID) == []


async def test_others_keep_theirs(people, library):
    await people.reader("/subscribe daily 8")
    await people.admin("/subscribe daily 8")
    await people.admin("/forgetme")
    await people.admin.press("Yes, delete everything", on=people.last)

    assert len(people.kept(READER_ID)) == 1
    assert library.chats.get(GROUP_ID) is None


async def test_a_member_cannot_press_it(people):
    await people.admin("/subscribe daily 8")
    await people.admin("/forgetme")
    [notice] = await people.member.press("Yes, delete everything", on=people.last)

    assert notice.text.startswith("Only administrators of this group")
    assert len(people.kept(GROUP_ID)) == 1


async def test_the_staff_are_told_that_their_work_stays(talk, own_services):
    async with talk(staffed(own_services)) as chat:
        owner = chat.of(OWNER_ID)
        await owner("/subscribe daily 8")
        await owner("/forgetme")
        [told, _] = await owner.press("Yes, delete everything")

    assert told.text.endswith("What you did as an editor stays on record.")


@pytest.mark.parametrize("person", [READER_ID, GROUP_ADMIN_ID])
async def test_afterwards_one_can_begin_anew(people, person):
    chat = people.reader.of(person)
    await chat("/subscribe daily 8")
    await chat("/forgetme")
    await chat.press("Yes, delete everything")
    [reply] = await chat("/subscribe daily 8")

    assert reply.text.startswith("Subscribed.")
