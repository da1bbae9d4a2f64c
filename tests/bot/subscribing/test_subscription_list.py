"""``/subscriptions`` and ``/unsubscribe``: shown, tried, paused, changed and deleted."""

import datetime as dt

import pytest

from bot.rehearsal import FORUM_ID, READER_ID
from digests.library.subscriptions import Settled
from digests.subscriptions import Pause, Result

DAY = dt.timedelta(days=1)
GONE = "That subscription was deleted meanwhile."


@pytest.fixture
async def one(reader, people):
    """Somebody with a single subscription; give its number in the library."""
    await reader("/subscribe daily 8 Vienna Lukin")
    return people.kept()[0].id


@pytest.fixture
async def three(reader):
    for words in ("daily 8 Vienna Lukin", "mon 9 Vienna clause:4", "as it happens"):
        await reader(f"/subscribe {words}")


async def test_where_there_are_none_it_says_how_to_begin(reader):
    [reply] = await reader("/subscriptions")
    [begun, _] = await reader.press("Subscribe")

    assert reply.text.startswith("Nothing is subscribed to here yet. /subscribe begins;")
    assert begun.text.startswith("When shall digests come?")


@pytest.mark.usefixtures("one")
async def test_the_only_one_is_shown_with_all_that_can_be_done(reader):
    [reply] = await reader("/subscriptions")

    assert reply.text.startswith("Every day at 08:00, Vienna time: Artyom Lukin.\nNext: ")
    assert reply.labels == ["Preview now", "Pause", "Change", "Delete"]


@pytest.mark.usefixtures("three")
async def test_several_are_listed_and_a_number_opens_one(reader):
    [listed] = await reader("/subscriptions")
    [card, _] = await reader.press("2")
    [back, _] = await reader.press("◂ All subscriptions")

    assert "1. Every day at 08:00, Vienna time: Artyom Lukin\nnext: " in listed.text
    assert "3. As it happens: everything" in listed.text
    assert listed.labels == ["1", "2", "3"]
    assert card.text.startswith("Every Monday at 09:00, Vienna time: Article 4.")
    assert back.text == listed.text


@pytest.mark.parametrize("result", Result)
async def test_what_came_of_the_last_slot_is_told(reader, one, library, clock, result):
    kept = library.subscriptions.get(one)
    library.subscriptions.settle(
        [Settled(one, kept.next, kept.read, kept.since, result, clock.now())]
    )
    [reply] = await reader("/subscriptions")

    assert reply.text.splitlines()[-1].startswith("Last: ")
    assert reply.text.endswith(", Tuesday 1 December, 09:00.")


async def test_pausing_and_resuming(reader, one, library):
    await reader("/subscriptions")
    [paused, _] = await reader.press("Pause")
    at = library.subscriptions.get(one)
    [resumed, _] = await reader.press("Resume")
    after = library.subscriptions.get(one)

    assert "Paused since Tuesday 1 December, 09:00: by hand." in paused.text
    assert (at.paused, at.next) == (Pause.BY_HAND, None)
    assert "Next: Wednesday 2 December, 08:00;" in resumed.text
    assert after.paused is None
    assert after.next is not None


@pytest.mark.parametrize("reason", Pause)
async def test_why_it_is_paused_is_said(reader, one, library, clock, reason):
    library.subscriptions.pause(one, reason, clock.now())
    [reply] = await reader("/subscriptions")

    assert "Paused since Tuesday 1 December, 09:00: " in reply.text
    assert "Resume" in reply.labels


async def test_resuming_goes_on_from_now(reader, one, library, clock):
    await reader("/subscriptions")
    await reader.press("Pause")
    clock.advance(10 * DAY)
    await reader.press("Resume")

    assert library.subscriptions.get(one).next > clock.now()


@pytest.mark.usefixtures("one")
async def test_deleting_asks_once(reader, people):
    await reader("/subscriptions")
    [sure, _] = await reader.press("Delete")
    [kept, _] = await reader.press("No, keep it")
    await reader.press("Delete")
    [deleted, _] = await reader.press("Yes, delete")

    assert sure.text == "Delete this subscription? Every day at 08:00, Vienna time: Artyom Lukin."
    assert kept.text.startswith("Every day at 08:00")
    assert deleted.text.startswith("Deleted; nothing more comes of this:\nEvery day at 08:00")
    assert people.kept() == []


@pytest.mark.parametrize(
    "words", ["daily 8 Vienna Lukin", "as it happens", "mon,thu 9:00,18:00 Seoul outlet:TASS"]
)
async def test_what_was_deleted_can_be_had_again(reader, people, words):
    await reader(f"/subscribe {words}")
    [before] = people.kept()
    await reader("/unsubscribe")
    [again, _] = await reader.press("Subscribe again")
    [after] = people.kept()

    assert again.text.startswith("Subscribed.")
    assert (after.schedule, after.zone, after.filter) == (
        before.schedule,
        before.zone,
        before.filter,
    )


@pytest.mark.parametrize("label", ["Preview now", "Pause", "Change", "Delete"])
async def test_the_buttons_of_one_that_is_deleted_say_so(reader, one, library, label):
    [card] = await reader("/subscriptions")
    library.subscriptions.delete(one)
    shown = await reader.press(label, on=card)

    assert shown[0].text == GONE


class TestChanging:
    @pytest.mark.parametrize(
        ("path", "said"),
        [
            (["When ▸", "On weekdays", "09:00"], "Every weekday at 09:00, Vienna time: Artyom"),
            (["When ▸", "As it happens"], "As it happens: Artyom Lukin."),
            (["When ▸", "Once a week", "Sunday", "20:00"], "Every Sunday at 20:00, Vienna time:"),
            (["Time zone ▸", "Moscow"], "Every day at 08:00, Moscow time: Artyom Lukin."),
            (["What about ▸", "Everything"], "Every day at 08:00, Vienna time: everything."),
            (["What about ▸", "An expert ▸", "Gerhard"], "Every day at 08:00, Vienna time: Gerh"),
        ],
    )
    async def test_each_part_by_buttons(self, reader, one, library, path, said):
        await reader("/subscriptions")
        for label in ["Change", *path]:
            [changed, _] = await reader.press(label)

        assert changed.text.startswith(f"Changed. {said}")
        assert library.subscriptions.get(one) is not None

    @pytest.mark.parametrize(
        ("part", "words", "said"),
        [
            ("When ▸", "mon,thu 18:00", "Every Monday and Thursday at 18:00, Vienna time: Artyom"),
            ("When ▸", "fri 9:00 Seoul", "Every Friday at 09:00, Seoul time: Artyom Lukin."),
            ("Time zone ▸", "Wien", "Every day at 08:00, Vienna time: Artyom Lukin."),
            ("What about ▸", "Article 4, Mangott", "Every day at 08:00, Vienna time: Article 4, "),
        ],
    )
    async def test_each_part_in_words(self, reader, one, library, part, words, said):
        await reader("/subscriptions")
        await reader.press("Change")
        await reader.press(part)
        [changed] = await reader(words)

        assert changed.text.startswith(f"Changed. {said}")
        assert len(library.subscriptions.of_chat(READER_ID)) == 1
        assert library.subscriptions.get(one).id == one

    async def test_it_keeps_its_place_in_the_news(self, reader, one, library, clock):
        before = library.subscriptions.get(one)
        clock.advance(DAY)
        await reader("/subscriptions")
        for label in ("Change", "When ▸", "On weekdays", "09:00"):
            await reader.press(label)
        after = library.subscriptions.get(one)

        assert (after.read, after.since) == (before.read, before.since)
        assert after.next > clock.now()

    async def test_one_that_is_paused_stays_paused(self, reader, one, library):
        await reader("/subscriptions")
        for label in ("Pause", "Change", "Time zone ▸", "Moscow"):
            await reader.press(label)
        after = library.subscriptions.get(one)

        assert (after.zone, after.paused, after.next) == ("Europe/Moscow", Pause.BY_HAND, None)

    @pytest.mark.usefixtures("three")
    async def test_it_does_not_become_what_another_is(self, reader, people):
        await reader("/subscriptions")
        for label in ("1", "Change", "When ▸", "As it happens"):
            await reader.press(label)
        for label in ("Change", "What about ▸", "Everything"):
            [told, _] = await reader.press(label)

        assert told.text.startswith("Not changed: another subscription says just that already.")
        assert len({(str(each.schedule), each.filter) for each in people.kept()}) == 3

    @pytest.mark.usefixtures("one")
    async def test_every_step_leads_back(self, reader):
        await reader("/subscriptions")
        await reader.press("Change")
        for part in ("When ▸", "Time zone ▸", "What about ▸"):
            await reader.press(part)
            [menu, _] = await reader.press("◂ Back")
            assert menu.text.endswith("What shall change?")


class TestUnsubscribing:
    async def test_from_nothing(self, reader):
        [reply] = await reader("/unsubscribe")

        assert reply.text.startswith("Nothing is subscribed to here yet.")

    @pytest.mark.usefixtures("one")
    async def test_the_only_one_is_meant_by_itself(self, reader, people):
        [reply] = await reader("/unsubscribe")

        assert reply.text.startswith("Deleted; nothing more comes of this:")
        assert people.kept() == []

    @pytest.mark.usefixtures("three")
    async def test_of_several_it_asks_which(self, reader, people):
        [asked] = await reader("/unsubscribe")
        await reader.press("2")
        await reader.press("Yes, delete")

        assert asked.labels == ["1", "2", "3", "All of them"]
        assert [str(each.schedule) for each in people.kept()] == ["daily 08:00", "at once"]

    @pytest.mark.usefixtures("three")
    @pytest.mark.parametrize("words", ["2", "#2", "2.", " 02 "])
    async def test_a_number_is_as_the_list_has_it(self, reader, people, words):
        await reader(f"/unsubscribe {words}")

        assert [str(each.schedule) for each in people.kept()] == ["daily 08:00", "at once"]

    @pytest.mark.usefixtures("three")
    async def test_all_of_them_after_asking(self, reader, people):
        [asked] = await reader("/unsubscribe all")
        [told, _] = await reader.press("Yes, delete all")

        assert asked.text == "Delete the 3 subscriptions here?"
        assert told.text == "3 subscriptions are deleted. Nothing more comes here."
        assert people.kept() == []

    @pytest.mark.usefixtures("three")
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            ("4", "There is no number 4 here. /subscriptions shows what there is, 1 to 3."),
            ("0", "/unsubscribe asks which one;"),
            ("Lukin", "/unsubscribe asks which one;"),
            ("-1", "/unsubscribe asks which one;"),
            ("1 2", "/unsubscribe asks which one;"),
        ],
    )
    async def test_anything_else_is_explained(self, reader, people, words, said):
        [reply] = await reader(f"/unsubscribe {words}")

        assert reply.text.startswith(said)
        assert len(people.kept()) == 3


class TestInAForum:
    async def test_all_topics_are_listed_each_with_its_name(self, people):
        await people.topic(7)("/subscribe daily 8 Lukin")
        await people.topic(8)("/subscribe daily 8 Lukin")
        await people.general()("/subscribe daily 8 Lukin")
        [listed] = await people.topic(7)("/subscriptions")
        links = {mark["url"] for mark in listed.message["entities"] if "url" in mark}

        assert "1. Every day at 08:00, Vienna time: Artyom Lukin (in this topic)" in listed.text
        assert "2. Every day at 08:00, Vienna time: Artyom Lukin (in topic 8)" in listed.text
        assert "3. Every day at 08:00, Vienna time: Artyom Lukin (in General)" in listed.text
        assert links == {"https://t.me/c/1000000002/8"}

    async def test_a_button_works_in_whatever_topic_it_stands(self, people):
        await people.topic(7)("/subscribe daily 8 Lukin")
        eighth = people.topic(8)
        await eighth("/subscriptions")
        await eighth.press("Pause")

        [kept] = people.kept(FORUM_ID)
        assert (kept.topic, kept.paused) == (7, Pause.BY_HAND)
