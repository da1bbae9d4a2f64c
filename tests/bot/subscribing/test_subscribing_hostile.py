"""Whatever is typed where something is asked, and whatever presses: one answer, and no harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_hostile_input import NASTY, visible

from bot.buttons import LONGEST, encode
from bot.rehearsal import CHANNEL_ID
from bot.subscribing import channels, path
from bot.subscribing.path import Maker, Path
from bot.subscribing.table import PRESSES, TASKS
from digests import schedule
from digests.subscriptions import Schedule

STEPS = {
    "when": ["/subscribe"],
    "hour": ["/subscribe", "Every morning"],
    "zone": ["/subscribe", "Every morning", "08:00"],
    "about": ["/subscribe", "As it happens"],
    "follow": ["/follow"],
    "clock": ["/settings", "Time zone ▸"],
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
async def test_whatever_is_written_at_a_step_is_answered_once(reader, step):
    for words in NASTY.values():
        if words.startswith("/"):
            continue
        command, *labels = step
        await reader(command)
        for label in labels:
            await reader.press(label)
        shown = await reader.raw(words)
        assert [each.kind for each in shown] == ["sent"]
        assert "went wrong" not in shown[0].text
        assert visible(shown[0].text)

    assert reader.house.refused == []


@pytest.mark.parametrize("argument", NASTY.values(), ids=NASTY)
async def test_in_a_group_whatever_stands_after_a_command_is_answered(people, argument):
    for task in TASKS:
        update = people.stand_in.message(people.admin.id, people.admin.person, "x")
        text = f"/{task.name} {argument}"
        mark = {"type": "bot_command", "offset": 0, "length": len(task.name) + 1}
        update["message"] |= {"text": text, "entities": [mark]}
        shown = await people.house.feed(update)
        assert [each.kind for each in shown] == ["sent"]
        assert "went wrong" not in shown[0].text

    assert people.house.refused == []


async def test_behind_a_channel_too(people):
    for argument in NASTY.values():
        for task in TASKS:
            shown = await people.editor.raw(f"/{task.name} @treaty_news {argument}")
            assert shown
            assert "went wrong" not in shown[-1].text

    assert people.house.refused == []


async def test_a_reply_to_something_else_of_the_bot_is_an_ordinary_question(people):
    reader = people.reader
    await reader("/expert Mangott")
    [reply] = await people.reply(reader, "Lobov")

    assert reply.text.startswith("Roman Lobov")


async def test_a_reply_to_an_answer_with_a_follow_button_is_no_wish_to_follow(people):
    reader = people.reader
    [answer] = await reader("/expert Mangott")
    await people.reply(reader, "Lobov")

    assert "Follow" in answer.labels
    assert people.kept() == []


@pytest.mark.parametrize("name", sorted(PRESSES))
def test_every_button_has_a_name_that_fits(name):
    data = encode(Maker(-1001234567890).do(name, 999_999_999), lambda _: "x" * 11)

    assert len(data.encode()) <= LONGEST


days = st.sampled_from(
    ["daily", "weekdays", "mon,thu", "monthly 1", path.AT_ONCE, path.WEEKLY, ""]
)
fields = st.text(st.characters(blacklist_characters=";|"), max_size=20)
paths = st.builds(
    Path,
    days,
    st.sampled_from(["", "08:00", "08:00,20:00"]),
    st.sampled_from(["", "UTC", "Europe/Vienna"]),
    st.text(max_size=60),
)


@given(way=paths, choice=st.text(st.characters(blacklist_characters="|"), max_size=30))
@pytest.mark.parametrize("chat", [None, -1001234567890])
def test_what_stands_behind_a_button_is_read_back(way, choice, chat):
    action = Maker(chat).do("subwhen", 7, choice, str(way))

    assert path.parted(action.argument) == (chat, str(way), choice)
    assert path.read(str(way)) == way


@given(state=st.text(max_size=80))
def test_a_forged_path_is_read_as_one_or_as_none(state):
    found = path.read(state)

    assert found is None or str(found) == state


schedules = st.builds(
    Schedule,
    st.lists(st.times().map(lambda time: time.replace(second=0, microsecond=0)), max_size=3).map(
        lambda times: tuple(sorted(set(times)))
    ),
    st.sampled_from([(), ("mon",), ("tue", "sun"), ("mon", "tue", "wed", "thu", "fri")]),
)


@given(kept=schedules)
def test_a_schedule_goes_along_the_path_unchanged(kept):
    wanted = Schedule() if kept.at_once else kept

    assert Path.of(wanted).schedule == wanted
    assert schedule.read(str(wanted)) == wanted


@pytest.mark.parametrize(
    ("words", "named", "rest"),
    [
        ("@news daily 8", "@news", "daily 8"),
        ("  @news", "@news", ""),
        ("https://t.me/news Lukin", "@news", "Lukin"),
        (f"{CHANNEL_ID} all", str(CHANNEL_ID), "all"),
        ("@no daily", "", "@no daily"),
        ("@news, daily", "", "@news, daily"),
        ("a@news.org", "", "a@news.org"),
        ("-5", "", "-5"),
        ("daily @news", "", "daily @news"),
        ("https://t.me/+abcdef", "", "https://t.me/+abcdef"),
        ("", "", ""),
    ],
)
def test_a_channel_stands_first_and_by_itself(words, named, rest):
    assert channels.named(words) == (named, rest)
