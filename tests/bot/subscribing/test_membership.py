"""Blocked, removed, silenced, added again, or become another chat: nothing is lost."""

import copy

import pytest

from bot.rehearsal import (
    CHANNEL_ID,
    FORUM_ID,
    GROUP_ADMIN_ID,
    GROUP_ID,
    OWNER_ID,
    READER_ID,
)
from bot.stand_in.people import Member
from digests.subscriptions import Pause

WRITING = frozenset({"can_send_messages"})
POSTING = frozenset({"can_post_messages"})
SUPERGROUP = -1001000000009


@pytest.fixture
async def subscribed(people):
    """A private chat, a group and a channel, each with two subscriptions, one paused by hand."""
    for chat, named in ((people.reader, ""), (people.admin, ""), (people.editor, "@treaty_news ")):
        await chat(f"/subscribe {named}daily 8 Lukin")
        await chat(f"/subscribe {named}as it happens")
        await chat.press("Pause")


def reasons(people, chat):
    return [each.paused for each in people.kept(chat)]


class TestGoing:
    @pytest.mark.usefixtures("subscribed")
    @pytest.mark.parametrize(
        ("chat", "standing", "rights", "why"),
        [
            pytest.param(READER_ID, "kicked", frozenset(), Pause.BLOCKED, id="blocked"),
            pytest.param(GROUP_ID, "left", frozenset(), Pause.REMOVED, id="removed"),
            pytest.param(GROUP_ID, "kicked", frozenset(), Pause.REMOVED, id="banned"),
            pytest.param(GROUP_ID, "restricted", frozenset(), Pause.NO_RIGHTS, id="silenced"),
            pytest.param(CHANNEL_ID, "left", frozenset(), Pause.REMOVED, id="out of the channel"),
            pytest.param(CHANNEL_ID, "administrator", frozenset(), Pause.NO_RIGHTS, id="no posts"),
        ],
    )
    async def test_everything_is_kept_and_paused(self, people, chat, standing, rights, why):
        before = people.kept(chat)
        shown = await people.become(standing, chat, OWNER_ID, rights)
        after = people.kept(chat)

        assert shown == []
        assert [each.paused for each in after] == [why, Pause.BY_HAND]
        assert [(each.id, each.read) for each in after] == [
            (each.id, each.read) for each in before
        ]
        assert people.library.chats.get(chat).barred is why

    @pytest.mark.usefixtures("subscribed")
    @pytest.mark.parametrize(
        ("chat", "standing", "rights"),
        [
            (GROUP_ID, "administrator", frozenset()),
            (GROUP_ID, "restricted", WRITING),
            (CHANNEL_ID, "administrator", POSTING),
        ],
    )
    async def test_what_takes_away_nothing_pauses_nothing(self, people, chat, standing, rights):
        shown = await people.become(standing, chat, OWNER_ID, rights)

        assert shown == []
        assert reasons(people, chat) == [None, Pause.BY_HAND]

    async def test_where_nobody_subscribed_nothing_is_kept(self, people, library):
        await people.become("left", GROUP_ID)
        await people.become("kicked", READER_ID)

        assert library.chats.get(GROUP_ID) is None
        assert library.chats.get(READER_ID) is None


class TestComingBack:
    @pytest.mark.usefixtures("subscribed")
    async def test_a_private_chat_is_offered_to_go_on(self, people):
        reader = people.reader
        await people.become("kicked", READER_ID, READER_ID)
        [offer] = await people.become("member", READER_ID, READER_ID)
        [listed, _] = await reader.press("Resume", on=offer)

        assert offer.text == "Here again. The 1 subscription of this chat is kept, and paused."
        assert offer.labels == ["Resume", "Show them"]
        assert "1. Every day at 08:00" in listed.text
        assert reasons(people, READER_ID) == [None, Pause.BY_HAND]

    @pytest.mark.usefixtures("subscribed")
    async def test_in_a_group_an_administrator_takes_it_up(self, people):
        await people.become("left", GROUP_ID)
        [offer] = await people.become("member", GROUP_ID)
        [turned_away] = await people.member.press("Resume", on=offer)
        still = reasons(people, GROUP_ID)
        await people.admin.press("Resume", on=offer)

        assert offer.chat == GROUP_ID
        assert turned_away.text.startswith("Only administrators of this group")
        assert still == [Pause.REMOVED, Pause.BY_HAND]
        assert reasons(people, GROUP_ID) == [None, Pause.BY_HAND]

    @pytest.mark.usefixtures("subscribed")
    async def test_of_a_channel_who_added_it_is_told_in_private(self, people):
        await people.become("left", CHANNEL_ID, GROUP_ADMIN_ID)
        shown = await people.become("administrator", CHANNEL_ID, GROUP_ADMIN_ID, POSTING)
        [offer] = shown
        await people.editor.press("Resume", on=offer)

        assert offer.chat == GROUP_ADMIN_ID
        assert offer.text.startswith("I may post in News again. Its 1 subscription is kept")
        assert reasons(people, CHANNEL_ID) == [None, Pause.BY_HAND]

    @pytest.mark.usefixtures("subscribed")
    async def test_who_never_wrote_to_the_bot_cannot_be_told_and_nothing_fails(self, people):
        people.stand_in.person(77, "Nina", started=False)
        await people.become("left", CHANNEL_ID, GROUP_ADMIN_ID)
        shown = await people.become("administrator", CHANNEL_ID, 77, POSTING)

        assert shown == []
        assert people.library.chats.get(CHANNEL_ID).barred is None

    @pytest.mark.usefixtures("subscribed")
    async def test_being_allowed_to_write_again_is_coming_back(self, people):
        await people.become("restricted", GROUP_ID)
        [offer] = await people.become("member", GROUP_ID)

        assert offer.labels == ["Resume", "Show them"]

    @pytest.mark.usefixtures("subscribed")
    async def test_whoever_asks_for_one_is_heard_though_nobody_told_of_it(self, people, library):
        library.chats.bar(READER_ID, Pause.BLOCKED, people.house.services.clock.now())
        await people.reader("/subscriptions")
        await people.reader.press("1")
        await people.reader.press("Resume")

        assert library.chats.get(READER_ID).barred is None
        assert reasons(people, READER_ID) == [None, Pause.BY_HAND]

    async def test_without_subscriptions_coming_back_is_silent(self, people):
        await people.become("kicked", READER_ID, READER_ID)

        assert await people.become("member", READER_ID, READER_ID) == []

    async def test_a_group_it_is_new_in_is_greeted_in_a_word(self, people, stand_in):
        members = stand_in.chat(GROUP_ID).members
        members[stand_in.bot.id] = Member(stand_in.bot, "left")
        [hello] = await people.become("member", GROUP_ID)

        assert hello.text.startswith("Hello. I keep news about the Russia-DPRK treaty (2024):")
        assert "/subscribe" in hello.text
        assert people.library.chats.get(GROUP_ID) is None


class TestMoving:
    @pytest.fixture
    def supergroup(self, stand_in):
        members = {
            member.person: member.standing
            for member in stand_in.chat(GROUP_ID).members.values()
            if member.person != stand_in.bot
        }
        return stand_in.group(SUPERGROUP, "Readers", members)

    def told(self, people, chat, **service):
        update = copy.deepcopy(people.stand_in.message(chat, GROUP_ADMIN_ID, "x"))
        del update["message"]["text"]
        update["message"] |= service
        return people.house.feed(update)

    @pytest.mark.usefixtures("subscribed", "supergroup")
    @pytest.mark.parametrize("order", [(0, 1), (1, 0), (0,), (1,), (0, 0, 1, 1)])
    async def test_everything_goes_along_in_whatever_order_it_is_told(self, people, order):
        await people.admin("/settings Seoul brief")
        before = people.kept(GROUP_ID)
        notes = [
            (GROUP_ID, {"migrate_to_chat_id": SUPERGROUP}),
            (SUPERGROUP, {"migrate_from_chat_id": GROUP_ID}),
        ]
        for each in order:
            chat, service = notes[each]
            assert await self.told(people, chat, **service) == []
        after = people.kept(SUPERGROUP)
        chat = people.library.chats.get(SUPERGROUP)

        assert [(each.id, each.read, each.paused) for each in after] == [
            (each.id, each.read, each.paused) for each in before
        ]
        assert people.kept(GROUP_ID) == []
        assert (chat.zone, chat.brief) == ("Asia/Seoul", True)
        assert people.library.chats.get(GROUP_ID) is None

    @pytest.mark.usefixtures("subscribed", "supergroup")
    async def test_where_it_looked_like_a_removal_it_goes_on(self, people):
        await people.become("left", GROUP_ID)
        await self.told(people, SUPERGROUP, migrate_from_chat_id=GROUP_ID)

        assert reasons(people, SUPERGROUP) == [None, Pause.BY_HAND]

    @pytest.mark.usefixtures("subscribed", "supergroup")
    async def test_where_the_new_one_was_met_first_both_are_one(self, people):
        group = people.at(people.admin.place, GROUP_ADMIN_ID)
        group.place = type(group.place)("supergroup", SUPERGROUP)
        await group("/subscribe fri 17 Mangott")
        await self.told(people, GROUP_ID, migrate_to_chat_id=SUPERGROUP)

        assert len(people.kept(SUPERGROUP)) == 3

    @pytest.mark.usefixtures("subscribed")
    @pytest.mark.parametrize(
        "note", [{"migrate_to_chat_id": GROUP_ID}, {"migrate_from_chat_id": GROUP_ID}]
    )
    async def test_in_a_private_chat_nothing_of_the_kind_is_believed(self, people, note):
        update = copy.deepcopy(people.stand_in.message(READER_ID, READER_ID, "x"))
        del update["message"]["text"]
        update["message"] |= note
        await people.house.feed(update)

        assert len(people.kept(GROUP_ID)) == 2
        assert len(people.kept(READER_ID)) == 2

    async def test_where_nothing_is_kept_nothing_is_made(self, people):
        await self.told(people, FORUM_ID, migrate_from_chat_id=-5)

        assert people.library.chats.get(FORUM_ID) is None
