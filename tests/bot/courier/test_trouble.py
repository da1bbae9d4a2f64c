"""What becomes of letters where Telegram says no, or nothing."""

import pytest

from bot.rehearsal import FORUM_ID, GROUP_ADMIN_ID, GROUP_ID, OWNER_ID
from bot.stand_in.people import Member
from bot.stand_in.responses import RefusedError, bad_request, forbidden, too_many_requests
from digests.subscriptions import LetterKind, Part, Pause

ANN, BEN, CEM, DAN, EVA, FAY = range(100, 106)
LONG = 43_838
DOWN = RefusedError(502, "Bad Gateway")


def refuse(mail, *refusals, method="sendMessage"):
    for refusal in refusals:
        mail.world.refuse_next(method, refusal)


def paused(mail, chat):
    return [each.paused for each in mail.library.subscriptions.of_chat(chat)]


async def test_a_flooded_chat_waits_as_long_as_it_is_told_and_others_do_not(mail):
    refuse(mail, too_many_requests(LONG))
    mail.put(ANN, "One")
    mail.put(ANN, "Two")
    mail.put(BEN, "One")
    await mail.deliver()
    assert (mail.texts(ANN), mail.texts(BEN)) == ([], ["One"])

    await mail.after(seconds=LONG - 60)
    assert mail.texts(ANN) == []
    await mail.after(seconds=60)

    assert mail.texts(ANN) == ["One", "Two"]
    assert mail.library.outbox.get(1).tries == 0


async def test_however_often_it_is_flooded_a_letter_is_not_given_up(mail):
    mail.put(ANN, "One")
    for _ in range(15):
        refuse(mail, too_many_requests(LONG))
        await mail.deliver()
        await mail.after(seconds=LONG - 1)
        await mail.after(seconds=2)

    assert mail.texts(ANN) == ["One"]


async def test_several_floods_at_once_stop_everything_for_a_while(mail):
    refuse(mail, *[too_many_requests(20)] * 3)
    for chat in (ANN, BEN, CEM):
        mail.put(chat, "One")
    await mail.deliver()
    mail.put(DAN, "One")
    await mail.deliver()
    assert mail.world.sent == []

    await mail.after(seconds=21)

    assert len(mail.world.sent) == 4


@pytest.mark.parametrize(
    ("refusal", "why"),
    [
        (forbidden("bot was blocked by the user"), Pause.BLOCKED),
        (forbidden("bot is not a member of the channel chat"), Pause.REMOVED),
        (bad_request("not enough rights to send text messages to the chat"), Pause.NO_RIGHTS),
    ],
)
async def test_where_it_may_not_write_all_is_paused_and_kept(mail, refusal, why):
    mail.subscribe(ANN)
    refuse(mail, refusal)
    mail.put(ANN, "One")
    mail.put(ANN, "Two")
    mail.put(BEN, "One")

    await mail.deliver()

    assert mail.library.chats.get(ANN).barred == why
    assert paused(mail, ANN) == [why]
    assert mail.counts == (0, 2, 0)
    assert (mail.texts(BEN), mail.tries()) == (["One"], 2)


async def test_a_group_that_became_a_supergroup_gets_the_same_letter_there(mail):
    mail.world.group(-5, "Old", {}, kind="group")
    mail.subscribe(-5)
    mail.put(-5, "One", "Two")
    mail.put(-5, "Three")
    mail.world.chat(-5).migrated_to = GROUP_ID

    await mail.deliver()

    assert mail.texts(GROUP_ID) == ["One", "Two", "Three"]
    assert mail.tries() == 4
    assert paused(mail, GROUP_ID) == [None]
    assert mail.library.chats.get(-5) is None


async def test_a_chat_not_found_three_times_over_three_days_is_paused(mail):
    mail.subscribe(ANN)
    mail.world.chat(ANN).started = False
    mail.put(ANN, "One")
    mail.put(ANN, "Two")
    await mail.deliver()
    await mail.after(hours=1)
    assert mail.tries() == 1
    await mail.after(hours=24)
    assert (mail.tries(), mail.library.chats.get(ANN).barred) == (2, None)

    await mail.after(hours=24)

    assert (mail.tries(), mail.library.chats.get(ANN).barred) == (3, Pause.NOT_FOUND)
    assert paused(mail, ANN) == [Pause.NOT_FOUND]
    assert mail.counts == (0, 2, 0)


async def test_not_found_again_and_again_on_one_day_is_not_enough(mail):
    mail.world.chat(ANN).started = False
    mail.put(ANN, "One")
    for _ in range(5):
        await mail.deliver()
        await mail.house.restart()

    assert mail.library.chats.get(ANN).barred is None
    mail.world.chat(ANN).started = True
    await mail.after(days=1)
    assert mail.texts(ANN) == ["One"]


async def test_what_is_refused_goes_as_plain_text_and_the_operators_hear_of_it_once(mail):
    refuse(mail, bad_request("can't parse entities: 7"), bad_request("can't parse entities: 8"))
    mail.put(ANN, "One", "Two", buttons=True)
    mail.put(BEN, "One")

    await mail.deliver()

    assert [
        ("entities" in each, "reply_markup" in each)
        for each in mail.world.sent
        if each["chat"]["id"] == ANN
    ] == [(False, True), (False, True)]
    assert mail.texts(BEN) == ["One"]
    [told] = mail.texts(OWNER_ID)
    assert "refused the formatting of an edition: Can't parse entities: " in told


async def test_where_buttons_are_refused_it_goes_without_them(mail):
    refuse(mail, bad_request("BUTTON_URL_INVALID"))
    mail.put(ANN, "One", buttons=True)

    await mail.deliver()

    [message] = [each for each in mail.world.sent if each["chat"]["id"] == ANN]
    assert not {"entities", "reply_markup"} & message.keys()


async def test_what_is_refused_as_plain_text_too_is_dead_and_its_reason_kept(mail):
    mail.put(ANN, "One")
    mail.library.bodies.rewrite(mail.library.outbox.get(1).body, 0, Part('{"text": " "}'))
    mail.put(ANN, "Two")

    await mail.deliver()

    assert mail.texts(ANN) == ["Two"]
    [dead] = mail.library.outbox.dead(5)
    assert dead.why == "Text must be non-empty"
    assert [text.split(":")[0] for text in mail.texts(OWNER_ID)] == [
        "Telegram refused the formatting of an edition",
        "An edition could not be delivered",
    ]


async def test_what_fails_is_tried_again_with_growing_waits(mail):
    refuse(mail, *[DOWN] * 4)
    mail.put(ANN, "One")
    await mail.deliver()
    tries = []
    for _ in range(60):
        await mail.after(seconds=1)
        tries.append(mail.tries())

    assert mail.texts(ANN) == ["One"]
    second, third, fourth, fifth = (tries.index(number) for number in (2, 3, 4, 5))
    assert second < third - second < fourth - third < fifth - fourth


async def test_what_fails_for_a_day_is_dead(mail):
    refuse(mail, *[DOWN] * 99)
    mail.put(ANN, "One")
    await mail.deliver()
    for _ in range(4 * 60):
        await mail.after(minutes=5)
    assert mail.counts == (1, 0, 0)
    for _ in range(5 * 12):
        await mail.after(minutes=5)

    assert mail.counts == (0, 0, 1)
    [dead] = mail.library.outbox.dead(5)
    assert dead.why == "Bad Gateway"
    assert 20 < mail.tries() - 1 < 45


async def test_an_outage_makes_no_letter_old_and_is_probed_with_one(mail):
    refuse(mail, *[DOWN] * 5_000)
    for chat in (ANN, BEN, CEM, DAN, EVA, FAY):
        mail.put(chat, "One")
    await mail.deliver()
    tried = mail.tries()
    for _ in range(60):
        await mail.after(minutes=1)
    assert tried + 30 < mail.tries() < tried + 90
    assert mail.counts == (6, 0, 0)
    assert max(mail.library.outbox.get(n).tries for n in range(1, 7)) <= 1

    mail.world._refusals.clear()  # noqa: SLF001 - the server is up again
    await mail.after(minutes=2)
    await mail.after(minutes=2)

    assert {each["chat"]["id"] for each in mail.world.sent} == {ANN, BEN, CEM, DAN, EVA, FAY}


async def test_a_closed_topic_pauses_its_subscriptions_and_tells_the_administrators(mail):
    forum = mail.world.chat(FORUM_ID)
    mail.world.topic(FORUM_ID, 7, closed=True)
    mail.world.chat(GROUP_ADMIN_ID).started = True
    forum.members[mail.world.bot.id] = Member(mail.world.bot, "administrator")
    here, there = mail.subscribe(FORUM_ID, 7), mail.subscribe(FORUM_ID)
    for text in ("One", "Two"):
        mail.put(FORUM_ID, text, topic=7, subscription=here)
    mail.put(FORUM_ID, "Elsewhere", subscription=there)

    await mail.deliver()

    assert mail.texts(FORUM_ID) == ["Elsewhere"]
    assert mail.counts == (0, 2, 0)
    get = mail.library.subscriptions.get
    assert (get(here).paused, get(there).paused) == (Pause.TOPIC, None)
    [told] = mail.texts(GROUP_ADMIN_ID)
    assert told.startswith("A topic of Chat was closed or deleted")


async def test_where_no_administrator_can_be_told_the_forum_is(mail):
    here = mail.subscribe(FORUM_ID, 7)
    mail.put(FORUM_ID, "One", topic=7, subscription=here)

    await mail.deliver()

    [told] = [each for each in mail.world.sent if each["chat"]["id"] == FORUM_ID]
    assert told["text"].startswith("A topic of Chat was closed or deleted")
    assert "message_thread_id" not in told


@pytest.mark.parametrize("said", ["message to edit not found", "message can't be edited"])
async def test_an_edit_that_is_not_possible_is_no_letter_any_more(mail, said):
    refuse(mail, bad_request(said), method="editMessageText")
    mail.put(ANN, "News taken back", kind=LetterKind.EDIT, target=5)

    await mail.deliver()

    assert mail.counts == (0, 0, 0)
    assert mail.library.outbox.messages(1) == []


async def test_an_edit_of_a_message_of_the_old_group_is_not_even_tried(mail):
    mail.put(GROUP_ID, "News taken back", kind=LetterKind.EDIT, target=0)

    await mail.deliver()

    assert (mail.tries(), mail.counts) == (0, (0, 0, 0))


async def test_what_breaks_us_holds_up_no_other_and_is_told(mail):
    mail.put(ANN, "One")
    mail.library.bodies.rewrite(mail.library.outbox.get(1).body, 0, Part("no JSON at all"))
    mail.put(BEN, "One")

    await mail.deliver()

    assert (mail.texts(ANN), mail.texts(BEN)) == ([], ["One"])
    assert mail.library.outbox.get(1).tries >= 1
    assert mail.texts(OWNER_ID)[0].startswith("Something failed: JSONDecodeError")


async def test_one_that_breaks_us_for_good_is_dead_after_a_day(mail):
    mail.put(ANN, "One")
    mail.library.bodies.rewrite(mail.library.outbox.get(1).body, 0, Part("no JSON at all"))
    await mail.deliver()
    for _ in range(30):
        await mail.after(hours=1)

    assert mail.counts == (0, 0, 1)


async def test_what_is_no_longer_kept_is_dead_too(mail):
    mail.put(ANN, "One")
    mail.library.bodies.rewrite(mail.library.outbox.get(1).body, 0, Part(None))

    await mail.deliver()

    [dead] = mail.library.outbox.dead(5)
    assert dead.why == "Its text is no longer kept."
