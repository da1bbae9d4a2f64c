"""``/settings``: shown, and changed by buttons or words."""

import pytest

from bot.rehearsal import READER_ID
from digests.subscriptions import Chat


async def test_what_nobody_changed_is_shown_as_it_is(reader, library):
    [reply] = await reader("/settings")

    assert reply.text.startswith(
        "Settings\nTime zone: Vienna time, now 09:00\nEditions: full\n"
        "When nothing is new: stay silent"
    )
    assert library.chats.get(READER_ID) is None


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("brief", "brief", True),
        ("short", "brief", True),
        ("BRIEF", "brief", True),
        ("full", "brief", False),
        ("always", "empty", True),
        ("silent", "empty", False),
        ("Seoul", "zone", "Asia/Seoul"),
        ("New York", "zone", "America/New_York"),
        ("нью-йорк", "zone", "America/New_York"),
        ("europe/kyiv", "zone", "Europe/Kyiv"),
    ],
)
async def test_words_change_one(reader, library, words, field, value):
    await reader(f"/settings {words}")

    assert getattr(library.chats.get(READER_ID), field) == value


async def test_words_change_several(reader, library):
    [reply] = await reader("/settings New York brief always")

    assert library.chats.get(READER_ID) == Chat(
        id=READER_ID, kind="private", zone="America/New_York", brief=True, empty=True
    )
    assert reply.text.startswith("This chat goes by New York time now.")


async def test_buttons_change_each(reader, library):
    await reader("/settings")
    for label in ("Brief editions", "Say when nothing is new", "Time zone ▸", "Moscow"):
        await reader.press(label)
    changed = library.chats.get(READER_ID)
    for label in ("Full editions", "Stay silent when nothing is new"):
        await reader.press(label)
    back = library.chats.get(READER_ID)

    assert (changed.brief, changed.empty, changed.zone) == (True, True, "Europe/Moscow")
    assert (back.brief, back.empty, back.zone) == (False, False, "Europe/Moscow")


async def test_a_city_can_be_written_where_it_is_asked_for(reader, library):
    await reader("/settings")
    await reader.press("Time zone ▸")
    [reply] = await reader("Пхеньян")

    assert reply.text.startswith("This chat goes by Pyongyang time now.")
    assert library.chats.get(READER_ID).zone == "Asia/Pyongyang"


async def test_a_city_that_is_not_found_brings_those_near_it(reader, library):
    [reply] = await reader("/settings Moskwaa")
    await reader.press("Moscow")

    assert reply.text.startswith("I find no time zone for “Moskwaa”.")
    assert library.chats.get(READER_ID).zone == "Europe/Moscow"


async def test_subscriptions_go_along_that_went_by_the_clock_of_the_chat(reader):
    await reader("/subscribe daily 8")
    await reader("/subscribe daily 9 Tokyo")
    await reader("/subscribe as it happens")
    [reply] = await reader("/settings Seoul")

    assert reply.text.startswith("This chat goes by Seoul time now, and so does 1 subscription.")


async def test_those_that_chose_another_clock_stay(reader, people):
    await reader("/settings Vienna")
    await reader("/subscribe daily 8")
    await reader("/subscribe daily 9 Tokyo")
    await reader("/settings Moscow")
    first, second = people.kept()

    assert (first.zone, second.zone) == ("Europe/Moscow", "Asia/Tokyo")
    assert first.next.hour == 5
    assert second.next.hour == 0


async def test_the_same_clock_again_moves_nothing(reader, people):
    await reader("/settings Vienna")
    await reader("/subscribe daily 8")
    before = people.kept()
    [reply] = await reader("/settings Wien")

    assert reply.text.startswith("This chat goes by Vienna time now.\n")
    assert people.kept() == before


async def test_one_that_is_paused_goes_along_and_stays_paused(reader, people):
    await reader("/subscribe daily 8")
    await reader.press("Pause")
    await reader("/settings Seoul")
    [kept] = people.kept()

    assert (kept.zone, kept.next) == ("Asia/Seoul", None)


async def test_a_group_has_its_own(people, library):
    await people.admin("/settings Seoul")

    assert library.chats.get(people.admin.id).title == "Readers"
    assert library.chats.get(READER_ID) is None
