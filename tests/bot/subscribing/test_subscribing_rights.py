"""Who may change what comes to a chat: asked at every command and at every press."""

import pytest

from bot.buttons import Do, encode
from bot.rehearsal import FORUM_ID, GROUP_ADMIN_ID, GROUP_ID, OWNER_ID, READER_ID
from bot.stand_in.people import Member
from bot.stand_in.responses import bad_request
from bot.subscribing.table import BY_NAME, PRESSES
from bot.subscribing.wish import Members

STALE = "This button is too old to be followed. Please ask again."
TURNED_AWAY = "Only administrators of this group decide what comes here"
COMMANDS = {
    "subscribe": "/subscribe daily 8 Lukin",
    "unsubscribe": "/unsubscribe",
    "follow": "/follow Lukin",
    "settings": "/settings Seoul",
    "forgetme": "/forgetme",
}
FOR_ALL = {"subs", "sub"}
ODD = [
    *("", "x", "|", "||;", ";;;;|", "garbage;;;|Lukin", "daily;99:99;;|x", "daily;;;" * 20),
    *("daily;08:00;No/Zone;|x", "daily;08:00;UTC;expert:nobody|x", "weekly;;;|sun", "?nosuchkey"),
    *("-1;x", "-100;|", "-1001000000009;x", "-9999999999999999999;|", "expert:nobody", "\u202e"),
]


def state(library):
    """Give all that is kept about the group."""
    return library.chats.get(GROUP_ID), library.subscriptions.of_chat(GROUP_ID)


@pytest.fixture
async def subscribed(people):
    await people.admin("/subscribe daily 8 Vienna Lukin")
    [kept] = people.kept(GROUP_ID)
    return kept.id


def test_every_command_that_changes_something_is_tried_here():
    closed = {name for name, task in BY_NAME.items() if task.members is not Members.ALL}

    assert closed == set(COMMANDS)


@pytest.mark.usefixtures("subscribed")
@pytest.mark.parametrize("text", COMMANDS.values(), ids=COMMANDS)
async def test_a_member_is_told_in_one_sentence_and_changes_nothing(people, library, text):
    before = state(library)
    [reply] = await people.member(text)

    assert reply.text.startswith(TURNED_AWAY)
    assert reply.text.count(".") == 1
    assert state(library) == before


@pytest.mark.parametrize("text", COMMANDS.values(), ids=COMMANDS)
async def test_an_administrator_is_not_turned_away(people, text):
    [reply] = await people.admin(text)

    assert TURNED_AWAY not in reply.text


@pytest.mark.parametrize("text", COMMANDS.values(), ids=COMMANDS)
async def test_nor_is_one_who_writes_in_the_name_of_the_group(people, text):
    [reply] = await people.anonymously(text)

    assert TURNED_AWAY not in reply.text


async def test_an_anonymous_administrator_is_not_kept_as_anybody(people):
    await people.anonymously("/subscribe daily 8")

    assert [each.by for each in people.kept(GROUP_ID)] == [None]


async def test_a_channel_that_writes_in_a_group_administers_nothing(people, stand_in):
    update = stand_in.message(GROUP_ID, GROUP_ADMIN_ID, "/subscribe daily 8")
    update["message"]["sender_chat"] = {"id": -1007, "type": "channel", "title": "Other"}
    [reply] = await people.house.feed(update)

    assert reply.text.startswith(TURNED_AWAY)


@pytest.mark.usefixtures("subscribed")
@pytest.mark.parametrize("text", ["/subscriptions", "/settings", "/digest 900d"])
async def test_looking_is_for_everybody(people, text):
    [reply] = await people.member(text)

    assert TURNED_AWAY not in reply.text


async def test_a_digest_asked_for_by_a_member_is_brief(people):
    [brief] = await people.member("/digest 900d")
    whole = await people.admin("/digest 900d")

    assert len(brief.text) < sum(len(part.text) for part in whole)


@pytest.mark.parametrize("what", sorted(PRESSES.keys() - FOR_ALL))
async def test_a_members_press_changes_nothing(people, library, subscribed, what):
    await people.admin("/subscriptions")
    before = state(library)
    for id_ in (0, subscribed):
        data = encode(Do(what, id_, argument="brief"), lambda _: "")
        shown = await people.member.forge(data, on=people.last)
        assert [each.kind for each in shown] == ["notice"]
        assert shown[0].text.startswith(TURNED_AWAY)

    assert state(library) == before


async def test_who_is_no_administrator_any_more_is_turned_away_at_the_next_press(
    people, stand_in, subscribed, library
):
    group = people.admin
    await group("/subscriptions")
    members = stand_in.chat(GROUP_ID).members
    members[GROUP_ADMIN_ID] = Member(members[GROUP_ADMIN_ID].person, "member")
    [notice] = await group.press("Pause")

    assert notice.text.startswith(TURNED_AWAY)
    assert library.subscriptions.get(subscribed).paused is None


async def test_where_telegram_does_not_tell_nobody_is_an_administrator(people, stand_in):
    stand_in.refuse_next("getChatMember", bad_request("member list is inaccessible"))
    [reply] = await people.admin("/subscribe daily 8")

    assert reply.text.startswith(TURNED_AWAY)


class TestForgedButtons:
    async def test_the_number_of_another_chats_subscription_is_stale(self, people, library):
        stranger = people.reader.of(OWNER_ID)
        await stranger("/subscribe daily 8 Lukin")
        [theirs] = people.kept(OWNER_ID)
        await people.reader("/subscribe daily 9")
        for what in PRESSES:
            data = encode(Do(what, theirs.id), lambda _: "")
            [notice] = await people.reader.forge(data)
            assert (notice.kind, notice.text) == ("notice", STALE)

        assert library.subscriptions.get(theirs.id) == theirs

    async def test_a_groups_subscription_cannot_be_had_from_a_private_chat(
        self, people, library, subscribed
    ):
        editor = people.editor
        await editor("/subscribe daily 9")
        for argument in ("", f"{GROUP_ID};", f"{FORUM_ID};"):
            data = encode(Do("subended", subscribed, argument=argument), lambda _: "")
            [notice] = await editor.forge(data)
            assert notice.kind == "notice"

        assert library.subscriptions.get(subscribed) is not None

    @pytest.mark.parametrize("what", sorted(PRESSES))
    async def test_whatever_stands_behind_it_there_is_an_answer(self, people, what):
        reader = people.reader
        await reader("/subscribe daily 9")
        for argument in ODD:
            for id_ in (0, 1, 999_999_999):
                shown = await reader.forge(f"1d|{what}|{id_}|||{argument}")
                assert [each.kind for each in shown].count("notice") == 1
                assert all("went wrong" not in each.text for each in shown)

        expected = ("not modified", "chat not found")
        assert all(any(each in told for each in expected) for told in people.house.refused)

    async def test_in_a_group_a_channels_button_is_stale(self, people):
        group = people.admin
        await group("/subscribe daily 9")
        [notice] = await group.forge("1d|subs||||-1001000000003;")

        assert notice.text == STALE


async def test_two_administrators_at_once_do_it_once(people, stand_in, subscribed):
    members = stand_in.chat(GROUP_ID).members
    members[OWNER_ID] = Member(members[OWNER_ID].person, "administrator")
    other = people.at(people.admin.place, OWNER_ID)
    [card] = await people.admin("/subscriptions")
    await people.admin.press("Delete", on=card)
    question = people.last
    await other.forge(f"1d|subended|{subscribed}|||", on=question)
    [told, _] = await people.admin.forge(f"1d|subended|{subscribed}|||", on=question)

    assert told.text == "That subscription was deleted meanwhile."
    assert people.kept(READER_ID) == []
