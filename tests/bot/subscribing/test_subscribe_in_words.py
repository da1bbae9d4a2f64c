"""``/subscribe`` and ``/follow`` in words: done at once, and said back."""

import datetime as dt

import pytest

from bot.rehearsal import READER_ID
from digests.subscriptions import Schedule

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
EIGHT = dt.time(8)


async def test_all_of_it_is_said_back_with_the_next_slots(reader, people):
    [reply] = await reader(
        "/subscribe weekdays 08:30 Europe/Vienna clause:assistance expert:Lukin"
    )
    [kept] = people.kept()

    assert reply.text == (
        "Subscribed. Every weekday at 08:30, Vienna time: Article 4, Artyom Lukin.\n"
        "Next: Wednesday 2 December, 08:30; Thursday 3 December, 08:30; "
        "Friday 4 December, 08:30."
    )
    assert reply.labels == ["Preview now", "Pause", "Change", "Delete"]
    assert (kept.schedule, kept.zone) == (Schedule((dt.time(8, 30),), WEEKDAYS), "Europe/Vienna")
    assert kept.filter.clauses == ("russia-dprk-2024:assistance",)
    assert kept.filter.speakers == ("artyom-lukin",)
    assert (kept.topic, kept.by, kept.language) == (None, READER_ID, "en_GB")
    assert kept.next == dt.datetime(2026, 12, 2, 7, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("daily 8:00", "Every day at 08:00, Vienna time: everything.", id="daily"),
        pytest.param(
            "daily 8am,6pm", "Every day at 08:00 and 18:00, Vienna time: everything.", id="twice"
        ),
        pytest.param(
            "mon thu 9 Lukin",
            "Every Monday and Thursday at 09:00, Vienna time: Artyom Lukin.",
            id="named days",
        ),
        pytest.param(
            "monthly 31 9:00 Article 4",
            "On the last day of every month at 09:00, Vienna time: Article 4.",
            id="monthly, last",
        ),
        pytest.param(
            "1st 9:00", "On day 1 of every month at 09:00, Vienna time: everything.", id="monthly"
        ),
        pytest.param(
            "as it happens Article 4, Lukin",
            "As it happens: Article 4, Artyom Lukin.",
            id="at once",
        ),
        pytest.param(
            "outlet:TASS weekdays 7", "Every weekday at 07:00, Vienna time: TASS.", id="outlet"
        ),
        pytest.param("daily 8 Seoul", "Every day at 08:00, Seoul time: everything.", id="city"),
        pytest.param(
            "daily 8 вена", "Every day at 08:00, Vienna time: everything.", id="in Russian"
        ),
        pytest.param("daily 8 GMT+3", "Every day at 08:00, UTC+3: everything.", id="offset"),
        pytest.param("daily 8 UTC", "Every day at 08:00, UTC: everything.", id="UTC"),
    ],
)
async def test_a_schedule_is_said_in_plain_words(reader, people, words, said):
    [reply] = await reader(f"/subscribe {words}")

    assert reply.text.startswith(f"Subscribed. {said}")
    assert len(people.kept()) == 1


async def test_a_zone_that_is_named_becomes_the_chats_own(reader, library):
    await reader("/subscribe daily 8 Seoul")
    [reply] = await reader("/subscribe daily 9")

    assert library.chats.get(READER_ID).zone == "Asia/Seoul"
    assert "09:00, Seoul time" in reply.text


async def test_a_zone_that_is_not_named_stays_open(reader, library):
    await reader("/subscribe daily 8")

    assert library.chats.get(READER_ID).zone is None


async def test_slots_are_given_on_the_clock_of_the_chat(reader):
    await reader("/settings Seoul")
    [reply] = await reader("/subscribe weekdays 08:30 Vienna")

    assert "Next, by Seoul time: Wednesday 2 December, 16:30; " in reply.text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("daily 8 Vienna Lukin", "8:00 daily Wien expert:Лукин", id="in other words"),
        pytest.param(
            "daily 8 Vienna clause:3 clause:4", "daily 8 Vienna clause:4 clause:3", id="order"
        ),
        pytest.param("as it happens Lukin", "at once Lukin Seoul", id="no clock matters"),
    ],
)
async def test_the_same_is_not_subscribed_to_twice(reader, people, first, second):
    await reader(f"/subscribe {first}")
    [reply] = await reader(f"/subscribe {second}")

    assert reply.text.startswith("That is subscribed to already.")
    assert len(people.kept()) == 1


async def test_twenty_and_no_more(reader, people):
    for hour in range(20):
        await reader(f"/subscribe daily {hour}:15")
    [reply] = await reader("/subscribe daily 23:15")

    assert reply.text.startswith("A chat has at most 20 subscriptions, and this one has.")
    assert len(people.kept()) == 20


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("daily 8 Lukin since:2024", "A subscription has no dates", id="a date in it"),
        pytest.param("daily 8 clause:99", "Nothing here goes by clause: “99”.", id="no clause"),
        pytest.param("daily 8 expert:Nobody", "Nothing here goes by expert:", id="no expert"),
        pytest.param("daily 25:00", "“25:00” is no time of day.", id="no hour"),
        pytest.param("monthly 32 9:00", "is no day of a month", id="no day"),
        pytest.param("daily 8 Zzyzx", "Nobody and nothing here goes by “Zzyzx”.", id="no name"),
    ],
)
async def test_what_does_not_fit_is_explained_and_nothing_kept(reader, people, words, said):
    [reply] = await reader(f"/subscribe {words}")

    assert said in reply.text
    assert people.kept() == []


async def test_a_city_that_is_misspelt_is_offered(reader, people):
    await reader("/subscribe daily 8 Moskwaa")
    await reader.press("Moscow, now 11:00")

    [kept] = people.kept()
    assert (kept.zone, str(kept.schedule)) == ("Europe/Moscow", "daily 08:00")


async def test_words_without_a_schedule_ask_for_one_and_are_remembered(reader):
    await reader("/subscribe Lukin")
    [reply, _] = await reader.press("As it happens")

    assert reply.text.startswith("Subscribed. As it happens: Artyom Lukin.")


class TestFollowing:
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            ("Lukin", "Artyom Lukin"),
            ("Лукина", "Artyom Lukin"),
            ("Article 4", "Article 4"),
            ("clause:assistance", "Article 4"),
            ("TASS", "TASS"),
            ("Article 4, Lukin and Mangott", "Article 4, Artyom Lukin, Gerhard Mangott"),
            ("Article 4 Lukin Gerhard Mangott", "Article 4, Artyom Lukin, Gerhard Mangott"),
            ("everything", "everything"),
        ],
    )
    async def test_it_is_the_short_form_of_as_it_happens(self, reader, people, words, said):
        [reply] = await reader(f"/follow {words}")
        [kept] = people.kept()

        assert reply.text.startswith(f"Subscribed. As it happens: {said}.")
        assert kept.schedule.at_once
        assert kept.next is None

    async def test_alone_it_asks_whom_and_takes_a_button(self, reader, people):
        await reader("/follow")
        shown = await reader.press("Mangott")

        assert "As it happens: Gerhard Mangott." in shown[0].text
        assert len(people.kept()) == 1

    async def test_alone_it_asks_whom_and_takes_a_word(self, reader):
        await reader("/follow")
        [reply] = await reader("Lukin")

        assert "As it happens: Artyom Lukin." in reply.text

    async def test_a_slip_of_the_keyboard_is_offered(self, reader, people):
        await reader("/follow Luken")
        await reader.press("Artyom Lukin")

        assert len(people.kept()) == 1

    async def test_dates_are_refused_kindly(self, reader, people):
        [reply] = await reader("/follow Lukin since:7d")

        assert reply.text.startswith("A subscription has no dates: it brings what is new.")
        assert people.kept() == []

    @pytest.mark.parametrize(
        ("question", "said"),
        [
            ("/expert Lukin", "Artyom Lukin"),
            ("/clause 4", "Article 4"),
            ("/expert Lukin clause:4 since:2024", "Article 4, Artyom Lukin"),
        ],
    )
    async def test_the_button_under_an_answer_follows_it(self, reader, question, said):
        [answer] = await reader(question)
        [reply, _] = await reader.press("Follow")

        assert reply.kind == "sent"
        assert reply.text.startswith(f"Subscribed. As it happens: {said}.")
        assert answer.labels.count("Follow") == 1

    async def test_pressed_twice_it_says_so(self, reader, people):
        [answer] = await reader("/expert Lukin")
        await reader.press("Follow")
        [reply, _] = await reader.press("Follow", on=answer)

        assert reply.text.startswith("That is subscribed to already.")
        assert len(people.kept()) == 1

    @pytest.mark.parametrize("question", ["/expert", "/expert Nobody", "/clause 99", "/latest"])
    async def test_it_stands_under_no_other_answer(self, reader, question):
        [answer] = await reader(question)

        assert "Follow" not in answer.labels

    async def test_in_a_group_it_stands_under_a_folded_answer_and_asks_who_presses(self, people):
        [answer] = await people.member("/expert Lukin")
        [turned_away] = await people.member.press("Follow", on=answer)
        [reply, _] = await people.admin.press("Follow", on=answer)

        assert turned_away.text.startswith("Only administrators of this group")
        assert reply.text.startswith("Subscribed. As it happens: Artyom Lukin.")
        assert [each.filter.speakers for each in people.kept(answer.chat)] == [("artyom-lukin",)]
