"""Channels: looked after in a private chat, by those who may post there."""

import pytest

from bot.rehearsal import CHANNEL_ID, GROUP_ADMIN_ID, READER_ID
from bot.stand_in.world import BOT_ID
from digests.library.subscriptions import Settled

POSTING = frozenset({"can_post_messages"})
FOR_THOSE_WHO_POST = "Only those who may post in News decide what comes there."


async def test_it_is_subscribed_from_a_private_chat(people):
    [reply] = await people.editor("/subscribe @treaty_news weekdays 8:30 Vienna Lukin")
    [kept] = people.kept(CHANNEL_ID)

    assert reply.chat == GROUP_ADMIN_ID
    assert reply.text.startswith("News\nSubscribed. Every weekday at 08:30, Vienna time: Artyom")
    assert (kept.chat, kept.topic, kept.by) == (CHANNEL_ID, None, GROUP_ADMIN_ID)
    assert people.kept(GROUP_ADMIN_ID) == []
    assert people.library.chats.get(CHANNEL_ID).kind == "channel"


@pytest.mark.parametrize(
    "named",
    ["@treaty_news", "@Treaty_News", "https://t.me/treaty_news", "t.me/treaty_news", CHANNEL_ID],
)
async def test_it_goes_by_name_link_or_number(people, named):
    await people.editor(f"/follow {named} Lukin")

    assert len(people.kept(CHANNEL_ID)) == 1


async def test_the_path_of_buttons_is_for_the_channel(people):
    editor = people.editor
    await editor("/subscribe @treaty_news")
    for label in ("Every morning", "08:00", "Vienna", "Everything"):
        [made, _] = await editor.press(label)

    assert made.text.startswith("News\nSubscribed. Every day at 08:00, Vienna time: everything.")
    assert len(people.kept(CHANNEL_ID)) == 1


async def test_so_are_words_that_answer_a_step(people):
    editor = people.editor
    await editor("/subscribe @treaty_news")
    for words in ("daily 8:00", "Wien", "Lukin"):
        [made] = await editor(words)

    assert made.text.startswith("News\nSubscribed. Every day at 08:00, Vienna time: Artyom Lukin.")
    assert len(people.kept(CHANNEL_ID)) == 1


async def test_all_that_can_be_done_elsewhere_can_be_done_here(people, library):
    editor = people.editor
    await editor("/subscribe @treaty_news daily 8 Vienna Lukin")
    [shown] = await editor("/subscriptions @treaty_news")
    await editor.press("Pause")
    paused = people.kept(CHANNEL_ID)[0].paused
    for label in ("Resume", "Change", "Time zone ▸", "Moscow"):
        await editor.press(label)
    changed = people.kept(CHANNEL_ID)[0].zone
    await editor("/settings @treaty_news brief Seoul")
    settings = library.chats.get(CHANNEL_ID)
    await editor("/unsubscribe @treaty_news")

    assert shown.text.startswith("News\nEvery day at 08:00, Vienna time: Artyom Lukin.")
    assert paused is not None
    assert changed == "Europe/Moscow"
    assert (settings.brief, settings.zone) == (True, "Asia/Seoul")
    assert people.kept(CHANNEL_ID) == []


async def test_a_digest_is_posted_there(people):
    [*posted, told] = await people.editor("/digest @treaty_news 900d")

    assert {part.chat for part in posted} == {CHANNEL_ID}
    assert (told.chat, told.text) == (GROUP_ADMIN_ID, "Posted in News.")


async def test_a_preview_stays_in_the_private_chat(people, library):
    editor = people.editor
    await editor("/subscribe @treaty_news daily 8 Vienna")
    [kept] = people.kept(CHANNEL_ID)
    _behind(kept, library)
    [*parts, _] = await editor.press("Preview now")

    assert parts
    assert {part.chat for part in parts} == {GROUP_ADMIN_ID}


def _behind(kept, library):
    """Let a subscription have read nothing yet."""
    library.subscriptions.settle([Settled(kept.id, kept.next, 0, kept.since, None, None)])


async def test_it_can_be_forgotten(people, library):
    editor = people.editor
    await editor("/subscribe @treaty_news daily 8")
    await editor("/forgetme @treaty_news")
    await editor.press("Yes, delete everything")

    assert library.chats.get(CHANNEL_ID) is None


class TestRefusals:
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            ("@no_such_channel daily 8", "I see no channel @no_such_channel. Check the name"),
            ("-1009999999999 daily 8", "I see no channel -1009999999999. Check the name"),
            ("-1001000000001 daily 8", "Readers is not a channel."),
        ],
    )
    async def test_what_is_no_channel_is_told(self, people, words, said):
        [reply] = await people.editor(f"/subscribe {words}")

        assert reply.text.startswith(said)

    @pytest.mark.parametrize(
        ("standing", "rights", "said"),
        [
            ("left", frozenset(), "I am not an administrator of @treaty_news. Make me one who"),
            ("kicked", frozenset(), "I am not an administrator of @treaty_news. Make me one who"),
            ("member", frozenset(), "I am not an administrator of News. Make me one who may post"),
            (
                "administrator",
                frozenset(),
                "I am an administrator of News, but may not post there",
            ),
        ],
    )
    async def test_what_the_bot_lacks_is_told(self, people, in_channel, standing, rights, said):
        in_channel(BOT_ID, standing, rights)
        [reply] = await people.editor("/subscribe @treaty_news daily 8")

        assert reply.text.startswith(said)
        assert people.kept(CHANNEL_ID) == []

    @pytest.mark.parametrize(
        ("standing", "rights"),
        [
            ("left", frozenset()),
            ("member", POSTING),
            ("kicked", frozenset()),
            ("administrator", frozenset()),
            ("administrator", frozenset({"can_edit_messages"})),
        ],
    )
    async def test_who_may_not_post_there_may_not_subscribe_it(
        self, people, in_channel, standing, rights
    ):
        in_channel(READER_ID, standing, rights)
        for command in ("subscribe", "subscriptions", "settings", "digest", "unsubscribe"):
            [reply] = await people.reader(f"/{command} @treaty_news")
            assert reply.text.startswith(FOR_THOSE_WHO_POST)

    async def test_an_administrator_who_may_post_may(self, people, in_channel):
        in_channel(READER_ID, "administrator", POSTING)
        await people.reader("/subscribe @treaty_news daily 8")

        assert [each.by for each in people.kept(CHANNEL_ID)] == [READER_ID]

    async def test_each_button_asks_again(self, people, in_channel):
        in_channel(READER_ID, "administrator", POSTING)
        reader = people.reader
        await reader("/subscribe @treaty_news daily 8")
        in_channel(READER_ID, "member")
        for label in reader.last.labels:
            [notice] = await reader.press(label)
            assert notice.text.startswith(FOR_THOSE_WHO_POST)

        assert people.kept(CHANNEL_ID)[0].paused is None

    async def test_so_do_words_that_answer_a_step(self, people, in_channel):
        in_channel(READER_ID, "administrator", POSTING)
        reader = people.reader
        await reader("/subscribe @treaty_news")
        in_channel(READER_ID, "member")
        [reply] = await reader("daily 8:00")

        assert reply.text.startswith(FOR_THOSE_WHO_POST)

    async def test_a_forged_button_gains_nothing(self, people):
        await people.editor("/subscribe @treaty_news daily 8")
        [kept] = people.kept(CHANNEL_ID)
        reader = people.reader
        await reader("/subscribe daily 8")
        for argument in ("", f"{CHANNEL_ID};"):
            [notice] = await reader.forge(f"1d|subended|{kept.id}|||{argument}")
            assert notice.kind == "notice"

        assert people.kept(CHANNEL_ID) == [kept]

    async def test_in_a_group_they_are_sent_to_the_private_chat(self, people):
        [reply] = await people.admin("/subscribe @treaty_news daily 8")

        assert reply.text == "Channels are looked after in a private chat with me, please."
