import asyncio
from datetime import timedelta

import pytest
from mailing import content
from talking import WatchedDoor

from bot.rehearsal import CHANNEL_ID, FORUM_ID, GROUP_ID
from digests.subscriptions import LetterKind, Part

ANN, BEN, CEM = 100, 101, 102


async def turns(number=30):
    """Let the loop turn, the clock standing still."""
    for _ in range(number):
        await asyncio.sleep(0)


async def test_a_letter_is_sent_once_and_its_message_is_kept(mail):
    letter = mail.put(ANN, "News of the day")

    await mail.deliver()
    await mail.deliver()

    assert mail.texts(ANN) == ["News of the day"]
    assert mail.library.outbox.messages(letter) == [mail.world.sent[-1]["message_id"]]
    assert mail.counts == (0, 0, 0)


async def test_marks_and_buttons_come_as_they_were_set(mail):
    mail.put(ANN, "News of the day", buttons=True)

    await mail.deliver()

    [message] = mail.world.sent
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 4}]
    assert message["reply_markup"]["inline_keyboard"][0][0]["text"] == "More"


async def test_the_next_part_answers_the_one_before(mail):
    letter = mail.put(ANN, "One", "Two", "Three")

    await mail.deliver()

    assert mail.texts(ANN) == ["One", "Two", "Three"]
    first, second, third = mail.world.sent
    assert "reply_to_message" not in first
    assert second["reply_to_message"]["message_id"] == first["message_id"]
    assert third["reply_to_message"]["message_id"] == second["message_id"]
    assert len(mail.library.outbox.messages(letter)) == 3


async def test_letters_of_one_chat_come_in_their_order(mail):
    for text in ("One", "Two", "Three"):
        mail.put(ANN, text, f"{text} more")

    await mail.deliver()

    assert mail.texts(ANN) == ["One", "One more", "Two", "Two more", "Three", "Three more"]


async def test_groups_channels_and_topics_get_theirs(mail):
    mail.world.topic(FORUM_ID, 7)
    mail.put(GROUP_ID, "To the group")
    mail.put(CHANNEL_ID, "To the channel")
    mail.put(FORUM_ID, "To the topic", topic=7)
    mail.put(FORUM_ID, "To all")

    await mail.deliver()

    assert mail.texts(GROUP_ID) == ["To the group"]
    assert mail.texts(CHANNEL_ID) == ["To the channel"]
    assert [(each["text"], each.get("message_thread_id")) for each in mail.world.sent[2:]] == [
        ("To the topic", 7),
        ("To all", None),
    ]


async def test_what_waited_when_the_bot_came_up_is_sent(mailing):
    async with mailing() as mail:
        mail.put(ANN, "One", "Two")
        await mail.house.restart()
        await mail.house.settle()

        assert mail.texts(ANN) == ["One", "Two"]


async def test_what_was_sent_when_the_bot_went_down_is_not_sent_again(mailing):
    async with mailing() as mail:
        letter = mail.put(ANN, "One", "Two", "Three")
        mail.wake()
        await turns()
        assert mail.texts(ANN) == ["One"]
        await mail.house.restart()
        await mail.house.settle()

        assert mail.texts(ANN) == ["One", "Two", "Three"]
        assert len(mail.library.outbox.messages(letter)) == 3


async def test_an_edit_changes_the_message_and_is_no_new_one(mail):
    mail.put(ANN, "News of the day")
    await mail.deliver()
    [message] = mail.world.sent

    mail.put(ANN, "News taken back", kind=LetterKind.EDIT, target=message["message_id"])
    await mail.deliver()

    assert mail.texts(ANN) == ["News taken back"]
    assert mail.counts == (0, 0, 0)


async def test_an_edit_that_changes_nothing_counts_as_done(mail):
    mail.put(ANN, "News of the day")
    await mail.deliver()
    [message] = mail.world.sent

    mail.put(ANN, "News of the day", kind=LetterKind.EDIT, target=message["message_id"])
    await mail.deliver()

    assert mail.counts == (0, 0, 0)
    assert len(mail.house.refused) == 1


async def test_a_notice_answers_the_message_it_is_about(mail):
    mail.put(ANN, "News of the day")
    await mail.deliver()
    [message] = mail.world.sent

    mail.put(ANN, "Taken back", kind=LetterKind.NOTICE, target=message["message_id"])
    await mail.deliver()

    assert mail.world.sent[-1]["reply_to_message"]["message_id"] == message["message_id"]


async def test_a_withdrawn_letter_is_not_sent_though_it_was_at_hand(mailing):
    async with mailing(rate=1) as mail:
        mail.put(ANN, "One", "Two")
        mail.put(BEN, "One", "Two")
        mail.put(CEM, "Not wanted any more")
        mail.wake()
        await turns()
        mail.library.outbox.withdraw(mail.last)
        await mail.house.settle()

        assert mail.texts(BEN) == ["One", "Two"]
        assert mail.texts(CEM) == []


async def test_letters_that_were_held_and_may_go_are_found(mail):
    first = mail.put(ANN, "Held")
    mail.library.outbox.hold(ANN, None)
    mail.put(BEN, "Newer")
    await mail.deliver()
    assert (mail.texts(ANN), mail.texts(BEN)) == ([], ["Newer"])

    mail.library.outbox.release(ANN)
    await mail.deliver()

    assert mail.texts(ANN) == ["Held"]
    assert mail.library.outbox.messages(first)


async def test_what_is_rewritten_before_it_goes_goes_rewritten(mailing):
    async with mailing(rate=1) as mail:
        mail.put(ANN, "One")
        mail.put(BEN, "To be taken back")
        body = mail.library.outbox.get(mail.last).body
        mail.wake()
        await turns()
        mail.library.bodies.rewrite(body, 0, Part(content("Taken back")))
        await mail.deliver()

        assert mail.texts(BEN) == ["Taken back"]


async def test_many_letters_all_arrive(mail):
    for number in range(2_500):
        mail.world.person(1_000 + number, "Somebody")
        mail.put(1_000 + number, f"To {number}")

    await mail.deliver()

    assert [len(mail.texts(1_000 + number)) for number in (0, 999, 1_000, 2_499)] == [1] * 4
    assert len(mail.world.sent) == 2_500
    assert mail.counts == (0, 0, 0)


async def test_at_rest_it_waits_for_nothing(mail):
    mail.put(ANN, "One")
    await mail.deliver()

    assert mail.clock.next_waking() is None
    assert not mail.house.application.bot_data["apart"].tasks


@pytest.mark.parametrize("rate", [5, 30])
async def test_so_many_go_in_a_second_and_no_more(mailing, rate):
    async with mailing(rate=rate) as mail:
        for number in range(3 * rate):
            mail.world.person(1_000 + number, "Somebody")
            mail.put(1_000 + number, "One")
        began = mail.clock.elapsed()
        await mail.deliver()

        assert len(mail.world.sent) == 3 * rate
        assert 2.5 < mail.clock.elapsed() - began < 3.5


async def test_one_chat_gets_one_a_second(mailing):
    async with mailing(rate=30) as mail:
        mail.put(ANN, "One", "Two", "Three")
        began = mail.clock.elapsed()
        await mail.deliver()

        assert mail.texts(ANN) == ["One", "Two", "Three"]
        assert 2.0 < mail.clock.elapsed() - began < 2.4


async def test_answers_do_not_wait_for_letters(mailing):
    async with mailing(rate=1) as mail:
        for number in range(20):
            mail.world.person(1_000 + number, "Somebody")
            mail.put(1_000 + number, "One")
        mail.wake()
        await turns()
        before = mail.clock.elapsed()
        shown = await mail.house.feed(mail.world.message(ANN, ANN, "/about"))

        assert shown[-1].text.startswith("About")
        assert mail.clock.elapsed() == before


async def test_answers_count_as_what_letters_leave_room_for(mailing):
    async with mailing(rate=1) as mail:
        mail.put(BEN, "One")
        await mail.house.feed(mail.world.message(ANN, ANN, "/about"))
        began = mail.clock.elapsed()
        await mail.deliver()

        assert mail.texts(BEN) == ["One"]
        assert 1.0 <= mail.clock.elapsed() - began < 1.1


async def test_to_whom_it_has_just_answered_it_sends_a_second_later(mailing):
    async with mailing(rate=30) as mail:
        mail.put(ANN, "One")
        await mail.house.feed(mail.world.message(ANN, ANN, "/about"))
        began = mail.clock.elapsed()
        await mail.deliver()

        assert mail.texts(ANN)[-1] == "One"
        assert 1.0 <= mail.clock.elapsed() - began < 1.2


class SlowDoor(WatchedDoor):
    """A door behind which a message waits until it is let through."""

    def __init__(self, stand_in):
        super().__init__(stand_in)
        self.came = asyncio.Event()
        self.open = asyncio.Event()

    async def do_request(self, url, *rest, **named):
        if url.lower().endswith("/sendmessage"):
            self.came.set()
            await self.open.wait()
        return await super().do_request(url, *rest, **named)


async def test_what_is_under_way_when_the_bot_goes_down_arrives_and_is_kept(mailing):
    async with mailing() as mail:
        mail.house.door = door = SlowDoor(mail.world)
        await mail.house.restart()
        letter = mail.put(ANN, "One", "Two")
        mail.clock.advance(timedelta(seconds=1))
        mail.wake()
        await door.came.wait()
        going = asyncio.create_task(mail.house.restart())
        await turns()
        assert not going.done()
        door.open.set()
        await going
        assert len(mail.library.outbox.messages(letter)) == 1
        await mail.house.settle()

        assert mail.texts(ANN) == ["One", "Two"]
