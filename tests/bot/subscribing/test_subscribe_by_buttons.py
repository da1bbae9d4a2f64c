"""The path of buttons to a subscription; words may answer each step."""

import pytest

from bot.rehearsal import READER_ID

START = "When shall digests come?"


async def taps(chat, *labels):
    """Press one button after the other; give what the last one did."""
    for label in labels:
        shown = await chat.press(label)
    return shown[0]


def tapped(message, label):
    """Find a button by what it begins with; 4 is not 14."""
    return next(data for name, data in message.data.items() if name.startswith(label))


async def test_four_taps_and_everything_is_known(reader, people):
    await reader("/subscribe")
    made = await taps(reader, "On weekdays", "08:00", "Vienna, now 09:00", "Everything")

    assert made.kind == "edited"
    assert made.text.startswith("Subscribed. Every weekday at 08:00, Vienna time: everything.")
    assert [str(each.schedule) for each in people.kept()] == ["mon,tue,wed,thu,fri 08:00"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            ["Every morning", "06:00", "Seoul", "Everything"],
            "Every day at 06:00, Seoul time: every",
        ),
        (
            ["Once a week", "Friday", "17:00", "London", "A clause ▸", "4"],
            "Every Friday at 17:00, London time: Article 4.",
        ),
        (["As it happens", "An expert ▸", "Gerhard"], "As it happens: Gerhard Mangott."),
        (["As it happens", "A clause ▸", "Preamble"], "As it happens: Preamble."),
        (
            ["As it happens", "A clause ▸", "◂ Back", "Everything"],
            "As it happens: everything.",
        ),
    ],
)
async def test_every_way_leads_to_a_subscription(reader, people, path, said):
    await reader("/subscribe")
    for label in path:
        [made, _] = await reader.forge(tapped(reader.last, label))

    assert made.text.startswith(f"Subscribed. {said}")
    assert len(people.kept()) == 1


async def test_the_zone_of_the_chat_comes_first(reader):
    await reader("/settings Tokyo")
    await reader("/subscribe")
    step = await taps(reader, "Every morning", "08:00")

    assert step.labels[0] == "Tokyo, now 17:00"


async def test_the_zone_chosen_is_that_of_the_chat_from_then_on(reader, library):
    await reader("/subscribe")
    await taps(reader, "Every morning", "08:00", "Moscow", "Everything")

    assert library.chats.get(READER_ID).zone == "Europe/Moscow"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["mon,thu 18:00", "Wien", "Article 4, Lukin"],
            "Every Monday and Thursday at 18:00, Vienna time: Article 4, Artyom Lukin.",
        ),
        (
            ["daily 8:00,20:00 Seoul", "everything"],
            "Every day at 08:00 and 20:00, Seoul time: everything.",
        ),
        (["as it happens", "Lukin"], "As it happens: Artyom Lukin."),
        (
            ["weekdays", "8:30", "Berlin", "clause:assistance outlet:TASS"],
            "Every weekday at 08:30, Berlin time: Article 4, TASS.",
        ),
        (
            ["weekly", "tue,fri", "7am", "UTC", "everything"],
            "Every Tuesday and Friday at 07:00, UTC: everything.",
        ),
    ],
)
async def test_each_step_takes_words_as_well(reader, words, said):
    await reader("/subscribe")
    for each in words:
        [reply] = await reader(each)

    assert reply.text.startswith(f"Subscribed. {said}")


@pytest.mark.parametrize(
    ("before", "words", "said"),
    [
        ([], "quarter past blue", "as days or hours"),
        (["Every morning"], "noonish", "as days or hours"),
        (["Every morning"], "26:00", "is no time of day"),
        (["Every morning", "08:00"], "Zzyzx", "I find no time zone for “Zzyzx”."),
        (["Every morning", "08:00"], "Vien", "Which of these?"),
        (["As it happens"], "Nobodyson", "Nobody and nothing here goes by"),
        (["As it happens"], "Lukin since:2024", "A subscription has no dates"),
    ],
)
async def test_words_that_do_not_fit_are_explained_and_asked_again(reader, before, words, said):
    await reader("/subscribe")
    for label in before:
        await reader.press(label)
    [reply] = await reader(words)

    assert said in reply.text
    assert reader.house.refused == []


async def test_after_words_that_did_not_fit_the_buttons_go_on(reader):
    await reader("/subscribe")
    await reader.press("Every morning")
    await reader("noonish")
    made = await taps(reader, "09:00", "Vienna", "Everything")

    assert made.text.startswith("Subscribed. Every day at 09:00, Vienna time: everything.")


async def test_a_zone_that_is_nearly_right_is_one_tap_away(reader):
    await reader("/subscribe")
    await taps(reader, "Every morning", "08:00")
    await reader("Moskwaa")
    made = await taps(reader, "Moscow, now 11:00", "Everything")

    assert "Moscow time" in made.text


async def test_it_goes_on_after_a_restart(reader):
    await reader("/subscribe")
    for label in ("On weekdays", "08:00", "Vienna"):
        await reader.house.restart()
        await reader.press(label)
    await reader.house.restart()
    [reply] = await reply_to(reader, "Lukin")

    assert reply.text.startswith("Subscribed. Every weekday at 08:00, Vienna time: Artyom Lukin.")


async def reply_to(chat, text):
    message = chat.last.message["message_id"]
    return await chat.feed(
        chat.house.stand_in.message(chat.id, chat.person, text, reply_to=message)
    )


async def test_another_command_ends_the_waiting_for_words(reader):
    await reader("/subscribe")
    await reader("/id")
    [reply] = await reader("Mangott")

    assert reply.text.startswith("Gerhard Mangott")


async def test_another_button_ends_it_too(reader):
    [answer] = await reader("/expert Lukin")
    await reader("/subscribe")
    await reader.press("Clause: Article 4", on=answer)
    [reply] = await reader("Mangott")

    assert reply.text.startswith("Gerhard Mangott")


async def test_an_objection_is_not_taken_for_an_hour(reader, library):
    await reader("/subscribe")
    await reader("/expert Mangott")
    for label in ("Something wrong?", "1", "Something else"):
        await reader.press(label)
    [reply] = await reader("8:00 is too early")

    assert reply.text.startswith("Thank you.")
    assert library.reports.count() == 1


async def test_an_hour_is_not_taken_for_an_objection(reader, library):
    await reader("/expert Mangott")
    for label in ("Something wrong?", "1", "Something else"):
        await reader.press(label)
    await reader("/subscribe")
    [reply] = await reader("daily 8:00")

    assert reply.text.startswith("In which time zone?")
    assert library.reports.count() == 0


async def test_the_same_button_pressed_twice_makes_one(reader, people):
    await reader("/subscribe")
    await taps(reader, "As it happens")
    step = reader.last
    await reader.press("Everything", on=step)
    [again, _] = await reader.press("Everything", on=step)

    assert again.text.startswith("That is subscribed to already.")
    assert len(people.kept()) == 1


class TestInAGroup:
    async def test_an_administrator_taps_through(self, people):
        group = people.admin
        [first] = await group("/subscribe")
        made = await taps(group, "Every morning", "08:00", "Vienna", "Everything")

        assert "Or write it in reply to this, for example:" in first.text
        assert made.text.startswith("Subscribed. Every day at 08:00, Vienna time: everything.")
        assert len(people.kept(group.id)) == 1

    async def test_words_count_where_they_reply_to_the_question(self, people):
        group = people.admin
        await group("/subscribe")
        await people.reply(group, "fri 17:00")
        await people.reply(group, "Wien")
        [made] = await people.reply(group, "Lukin")

        assert made.text.startswith(
            "Subscribed. Every Friday at 17:00, Vienna time: Artyom Lukin."
        )

    async def test_a_strangers_reply_is_turned_away(self, people):
        await people.admin("/subscribe")
        member = people.member
        question = people.stand_in.sent[-1]["message_id"]
        update = people.stand_in.message(member.id, member.person, "daily 8", reply_to=question)
        [reply] = await member.feed(update)

        assert reply.text.startswith("Only administrators of this group")
        assert people.kept(member.id) == []

    async def test_words_by_themselves_are_none_of_ours(self, people):
        await people.admin("/subscribe")

        assert await people.admin("daily 8:00") == []

    async def test_a_strangers_tap_changes_nothing(self, people):
        [question] = await people.admin("/subscribe")
        [notice] = await people.member.press("As it happens", on=question)

        assert (notice.kind, notice.message["show_alert"]) == ("notice", True)
        assert notice.text.startswith("Only administrators of this group")

    async def test_in_a_topic_it_is_made_for_the_topic(self, people):
        topic = people.topic(7)
        await topic("/subscribe")
        made = await taps(topic, "As it happens", "Everything")

        assert made.topic == 7
        assert [each.topic for each in people.kept(topic.id)] == [7]

    async def test_in_general_it_is_made_for_general(self, people):
        general = people.general()
        await general("/subscribe as it happens")

        assert [each.topic for each in people.kept(general.id)] == [None]

    async def test_the_same_in_another_topic_is_another(self, people):
        await people.topic(7)("/subscribe as it happens")
        [reply] = await people.topic(8)("/subscribe as it happens")

        assert reply.text.startswith("Subscribed.")
        assert [each.topic for each in people.kept(reply.chat)] == [7, 8]
