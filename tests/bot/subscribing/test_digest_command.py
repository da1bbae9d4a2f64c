"""``/digest`` and *Preview now*: an edition at once, which moves nothing."""

import datetime as dt

import pytest

from bot.rehearsal import FORUM_ID, GROUP_ID, READER_ID, stage
from bot.stand_in.responses import bad_request
from bot.stand_in.telegram import StandIn
from digests import desk
from digests.library.subscriptions import Settled
from digests.models import Article, Quote

LONG = "It goes on for quite a while before it comes to an end. " * 10
DAY = dt.timedelta(days=1, minutes=30)  # past the next slot
TODAY = dt.date(2026, 12, 1)


@pytest.fixture
def publish(people, clock):
    """Publish an article with a quote."""
    services = people.house.services

    def publish(id_, speaker="Artyom Lukin", clause="assistance", day=TODAY, summary="Short."):
        quote = Quote(text=f"Words of {id_} to be quoted.", speaker=speaker, clauses=(clause,))
        article = Article(
            id=id_,
            treaty="russia-dprk-2024",
            headline=f"Headline {id_}",
            outlet="TASS",
            published=day,
            summary=summary,
            quotes=(quote,),
            clauses=(clause,),
        )
        desk.publish(article, services.catalogue, services.library, clock.now(), "an editor")

    return publish


def whole(shown):
    return "\n".join(part.text for part in shown)


async def test_without_subscription_it_is_the_last_seven_days(reader, publish):
    publish("new", day=TODAY - dt.timedelta(days=7))
    publish("old", day=TODAY - dt.timedelta(days=8))
    shown = whole(await reader("/digest"))

    assert "Headline new" in shown
    assert "Headline old" not in shown
    assert "24 November\u2009–\u20091 December 2026" in shown


async def test_with_one_it_is_what_is_new_to_it(reader, publish, people, clock):
    publish("before")
    clock.advance(DAY)
    await reader("/subscribe daily 8 Lukin")
    publish("after")
    publish("other", speaker="Gerhard Mangott")
    before = people.kept()
    shown = whole(await reader("/digest"))

    assert "Headline after" in shown
    assert "Headline before" not in shown
    assert "Headline other" not in shown
    assert people.kept() == before


async def test_with_several_it_is_all_that_came_since_the_last_edition(reader, publish, clock):
    await reader("/subscribe daily 8 Lukin")
    publish("first")
    clock.advance(DAY)
    await reader("/subscribe daily 9 Mangott")
    publish("second", speaker="Somebody Else")
    shown = whole(await reader("/digest"))

    assert "Headline second" in shown
    assert "Headline first" not in shown


@pytest.mark.parametrize(
    ("words", "there", "missing"),
    [
        ("30d", {"new", "older", "lobov"}, {"oldest"}),
        ("2w", {"new", "lobov"}, {"older"}),
        ("900d Lukin", {"new", "older", "oldest"}, {"lobov"}),
        ("Lukin 900d", {"new", "older", "oldest"}, {"lobov"}),
        ("today", {"new", "lobov"}, {"older"}),
        ("since:2026-11-01 until:2026-11-30", {"older"}, {"new", "oldest"}),
        ("expert:Lobov", {"lobov"}, {"new"}),
        ("9999y Lukin", {"new", "older", "oldest"}, {"lobov"}),
    ],
)
async def test_words_say_how_far_back_and_what_about(reader, publish, words, there, missing):
    publish("new")
    publish("lobov", speaker="Roman Lobov", clause="entry-into-force")
    publish("older", day=TODAY - dt.timedelta(days=20))
    publish("oldest", day=TODAY - dt.timedelta(days=200))
    shown = whole(await reader(f"/digest {words}"))

    assert {id_ for id_ in there | missing if f"Headline {id_}\n" in shown} == there


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("TASS", "nothing new. /digest 30d looks further back."),
        ("3d Mangott", "nothing new. /digest 30d looks further back."),
        ("Nobodyson", "Nobody and nothing here goes by “Nobodyson”."),
        ("clause:99", "Nothing here goes by clause: “99”."),
        ("since:2026 until:2025", "is later than"),
    ],
)
async def test_where_there_is_nothing_it_says_so(reader, words, said):
    [reply] = await reader(f"/digest {words}")

    assert said in reply.text


async def test_who_is_meant_can_be_chosen(reader):
    await reader("/digest 900d Luken")
    shown = await reader.press("Artyom Lukin")

    assert "Only: Artyom Lukin" in whole(shown)


async def test_a_long_one_comes_in_parts_each_in_reply_to_the_one_before(reader, publish):
    for number in range(12):
        publish(f"number-{number}", speaker=f"Speaker Number{number}", summary=LONG)
    first, *further = await reader("/digest")

    assert further
    assert first.answers is None
    before = first
    for part in further:
        assert part.answers == before.message["message_id"]
        before = part
    assert reader.house.refused == []


async def test_a_chat_that_wants_them_brief_gets_one_message(reader, publish):
    for number in range(12):
        publish(f"number-{number}", speaker=f"Speaker Number{number}", summary=LONG)
    await reader("/settings brief")

    assert len(await reader("/digest")) == 1


async def test_in_a_group_it_answers_in_the_topic_it_was_asked_in(people, publish):
    publish("new")
    topic = people.topic(7)
    [edition] = await topic("/digest")

    assert (edition.chat, edition.topic, edition.answers) == (FORUM_ID, 7, topic.asked)


async def test_what_was_sent_is_kept_so_that_a_retraction_finds_it(reader, publish, library):
    publish("new")
    [edition] = await reader("/digest")
    [showing] = library.bodies.showing("new")
    [reached] = library.outbox.reached(showing.body, showing.part)

    assert (reached.chat, reached.message) == (READER_ID, edition.message["message_id"])


class Tired(StandIn):
    """A Telegram that refuses the second message, and none else."""

    def respond(self, method, parameters):
        if method.lower() == "sendmessage" and len(self.sent) == 1:
            return bad_request("the chat is tired").response
        return super().respond(method, parameters)


class TestFailing:
    @pytest.fixture
    def stand_in(self, clock):
        world = Tired(now=clock.now)
        stage.furnish(world)
        return world

    async def test_what_was_sent_before_is_kept_all_the_same(self, reader, publish, library):
        for number in range(12):
            publish(f"number-{number}", speaker=f"Speaker Number{number}", summary=LONG)
        [first] = await reader("/digest")
        [body] = {each.body for n in range(12) for each in library.bodies.showing(f"number-{n}")}
        parts = [library.outbox.reached(body, part) for part in range(3)]

        assert [[each.message for each in part] for part in parts] == [
            [first.message["message_id"]],
            [],
            [],
        ]


class TestPreview:
    async def test_it_shows_the_next_edition_and_moves_nothing(self, reader, publish, people):
        await reader("/subscribe daily 8 Lukin")
        card = reader.last
        publish("after")
        before = people.kept()
        [edition, notice] = await reader.press("Preview now", on=card)

        assert "Headline after" in edition.text
        assert (notice.kind, notice.text) == ("notice", "")
        assert people.kept() == before

    async def test_where_nothing_is_new_a_notice_says_so(self, reader, clock):
        clock.advance(DAY)
        await reader("/subscribe daily 8 Lukin")
        [notice] = await reader.press("Preview now")

        assert notice.text.startswith("2 December 2026: nothing new.")

    async def test_it_goes_back_to_the_last_edition(self, reader, people, clock, library):
        await reader("/subscribe daily 8 Lukin")
        [kept] = people.kept()
        library.subscriptions.settle([Settled(kept.id, kept.next, 0, kept.since, None, None)])
        clock.advance(dt.timedelta(days=3))
        [edition, _] = await reader.press("Preview now")

        assert "1–4 December 2026" in edition.text

    async def test_in_a_group_it_is_for_administrators(self, people, publish):
        await people.admin("/subscribe daily 8 Lukin")
        publish("after")
        [notice] = await people.member.press("Preview now", on=people.last)
        [edition, _] = await people.admin.press("Preview now", on=people.last)

        assert notice.text.startswith("Only administrators of this group")
        assert edition.chat == GROUP_ID
