"""“Something wrong?”: from a reader to the editors, and back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buttons import Turn, encode
from bot.context import Context
from bot.objections import steps, telling
from bot.objections.steps import About, Because, Fault, Page, Spot
from bot.rehearsal import EDITOR_ID, GROUP_ID, OWNER_ID, READER_ID
from bot.rehearsal.staffing import staffed
from bot.stand_in.responses import too_many_requests
from digests import desk
from digests.library.questions import key as keep
from digests.library.reports import Verdict
from digests.models import Article, Quote

LABEL = "Something wrong?"
STALE = "This button is too old to be followed. Please ask again."
MANGOTT = "tass-2024-06-20-mangott"
THANKS = "Thank you."
NOW = datetime(2026, 12, 1, 8, tzinfo=UTC)
GONE = "no longer in the library"
NEVER = "That will never be made public"


@pytest.fixture
def library(own_services):
    return own_services.library


@pytest.fixture
async def reader(talk, own_services):
    """A reader, in a house whose staff have all met the bot."""
    async with talk(staffed(own_services)) as chat:
        await chat.of(OWNER_ID)("/start")
        await chat.of(EDITOR_ID)("/start")
        yield chat


def to(person, shown):
    return [each for each in shown if each.chat == person and each.kind == "sent"]


def reported(library, words="words: no", number=2, reader=READER_ID, language="en"):
    outcome = desk.report(MANGOTT, number, words, library, NOW, reader=reader, language=language)
    return outcome.id


async def asked(reader, *, fault="Wrong speaker"):
    """Say that something is wrong with the second of Mangott's quotes, up to the words."""
    await reader("/expert Mangott")
    await reader.press(LABEL)
    await reader.press("2")
    await reader.press(fault)


class TestTheButton:
    @pytest.mark.parametrize(
        "question",
        ["/expert Lukin", "/clause 4", f"/article {MANGOTT}", "/search Japan", "Mangott"],
    )
    async def test_it_stands_last_under_answers_that_show_quotes(self, reader, question):
        [answer] = await reader(question)

        assert answer.labels[-1] == LABEL
        assert answer.labels.count(LABEL) == 1

    @pytest.mark.parametrize(
        "question",
        ["/expert Nobody", "/clause 99", "/article no", "/search zzz", "/latest", "/help", "/id"],
    )
    async def test_it_stands_under_no_others(self, reader, question):
        [answer] = await reader(question)

        assert LABEL not in answer.labels

    async def test_in_a_group_it_leads_to_the_private_chat_and_says_nothing_there(self, reader):
        group = reader.group
        [answer] = await group("/expert Mangott")
        button = answer.message["reply_markup"]["inline_keyboard"][-1][0]

        [question] = await reader(f"/start {button['url'].partition('?start=')[2]}")

        assert button["text"] == LABEL
        assert question.chat == READER_ID
        assert question.text.startswith("Which of these quotes is it?")
        assert question.labels == ["1", "2"]

    async def test_in_a_group_a_long_answer_has_but_the_button_to_all_of_it(self, reader):
        [answer] = await reader.group("/expert Lukin")

        assert LABEL not in answer.labels
        assert answer.labels == ["Read all of it in private", "Follow"]

    async def test_a_long_question_is_kept_for_the_link(self, reader):
        group = reader.group
        [answer] = await group("/search public since:2024-01-01 until:2026-11-11 outlet:TASS")
        address = answer.message["reply_markup"]["inline_keyboard"][-1][0]["url"]
        payload = address.partition("?start=")[2]

        [question] = await reader(f"/start {payload}")

        assert payload.startswith("k_")
        assert NEVER in question.text

    async def test_a_link_opened_in_a_group_leads_nowhere_there(self, reader):
        group = reader.group
        [answer] = await group("/expert Mangott")
        payload = answer.message["reply_markup"]["inline_keyboard"][-1][0]["url"]

        [reply] = await group(f"/start@treaty_digest_bot {payload.partition('?start=')[2]}")

        assert "no longer leads anywhere" in reply.text

    async def test_it_is_kept_with_the_answer_and_the_same_for_everybody(self, reader):
        [first] = await reader("/expert Mangott")
        [second] = await reader.of(EDITOR_ID)("/expert Mangott")

        assert first.data == second.data


class TestAsking:
    async def test_which_quote_what_is_wrong_and_in_which_words(self, reader, library):
        await reader("/expert Mangott")
        [which, _] = await reader.press(LABEL)
        [what, _] = await reader.press("2")
        [more, _] = await reader.press("Wrong clause")
        [thanks, *told] = await reader("It is about Article 3, I think.")
        [objection] = library.reports.open(9)

        assert [which.kind, what.kind, more.kind] == ["sent", "edited", "edited"]
        assert NEVER in what.text
        assert "your next message goes to them" in more.text
        assert thanks.text.startswith(THANKS)
        assert (objection.article, objection.number) == (MANGOTT, 2)
        assert objection.words == "clause: It is about Article 3, I think."
        assert (objection.reader, objection.language) == (READER_ID, "en")
        assert [each.chat for each in told] == [OWNER_ID, EDITOR_ID]

    async def test_the_only_quote_is_not_asked_for(self, reader):
        await reader("/clause 3")
        [what, _] = await reader.press(LABEL)

        assert what.text.startswith("What is wrong with this quote?")

    @pytest.mark.parametrize("fault", ["Wrong speaker", "Not the exact words", "Something else"])
    async def test_words_are_not_demanded(self, reader, library, fault):
        await asked(reader, fault=fault)
        [thanks, *_] = await reader.press("Send without words")
        [objection] = library.reports.open(9)

        assert (thanks.kind, thanks.labels) == ("edited", [])
        assert thanks.text.startswith(THANKS)
        assert objection.words in {"speaker:", "words:", "other:"}

    async def test_every_quote_of_a_page_can_be_chosen(self, reader, library):
        [page] = await reader("/article sputnik-2024-10-15-lukin")
        [which, _] = await reader.press(LABEL, on=page)
        record = library.articles.get("sputnik-2024-10-15-lukin")

        for number, data in which.data.items():
            [what, _] = await reader.forge(data, on=which)
            assert record.quotes[int(number) - 1].stretches[0][:80] in what.text
        assert len(which.data) == 10

    async def test_the_second_page_asks_for_its_own_quotes(self, reader):
        await reader("/article sputnik-2024-10-15-lukin")
        await reader.press("More ▸")
        [which, _] = await reader.press(LABEL)

        assert which.text.count("\n") == 4
        assert "armed to the teeth" in which.text

    async def test_the_editors_see_the_quote_the_words_and_what_they_can_do(self, reader):
        await asked(reader)
        shown = await reader("He <b>never</b> said that.")
        [card] = to(EDITOR_ID, shown)

        assert "Wrong speaker\n“He <b>never</b> said that.”" in card.text
        assert NEVER in card.text
        assert f"quote 2 of {MANGOTT}" in card.text
        assert "Ravi" not in card.text
        assert str(READER_ID) not in card.text.split()
        assert set(card.labels) >= {"Open a correction", "It stands", "Retract the article"}

    async def test_without_owners_nobody_is_told(self, talk, own_services):
        async with talk(replace(staffed(own_services), owners=())) as chat:
            await chat.of(EDITOR_ID)("/start")
            await asked(chat)
            shown = await chat("no")

        assert [each.chat for each in shown] == [READER_ID]

    async def test_an_editor_who_blocked_the_bot_keeps_nobody_from_hearing(self, reader, stand_in):
        stand_in.my_chat_member(OWNER_ID, OWNER_ID, "kicked")
        await asked(reader)
        shown = await reader("no")

        assert len(to(EDITOR_ID, shown)) == 1

    async def test_the_next_message_alone_is_for_the_editors(self, reader, library):
        await asked(reader)
        await reader("/id")
        [answer] = await reader("Mangott")

        assert answer.text.startswith("Gerhard Mangott")
        assert library.reports.count() == 0

    async def test_another_button_ends_the_waiting_as_well(self, reader, library):
        [answer] = await reader("/expert Mangott")
        await asked(reader)
        await reader.press("Read: TASS", on=answer)
        await reader("Mangott")

        assert library.reports.count() == 0

    async def test_words_that_come_after_half_an_hour_are_a_question(self, reader, library, clock):
        await asked(reader)
        clock.advance(timedelta(minutes=31))
        await reader("Mangott")

        assert library.reports.count() == 0

    async def test_what_a_reader_says_twice_is_filed_once(self, reader, library):
        await asked(reader)
        prompt = reader.last
        data = prompt.data["Send without words"]
        await reader.forge(data, on=prompt)
        [thanks, *rest] = await reader.forge(data, on=prompt)

        assert library.reports.count() == 1
        assert [each.kind for each in (thanks, *rest)] == ["notice"]

    async def test_five_a_day_and_then_a_kind_word(self, reader, library, clock):
        for number in range(5):
            await asked(reader)
            await reader(f"Number {number}.")
        await reader("/expert Mangott")
        [enough, _] = await reader.press(LABEL)
        clock.advance(timedelta(days=1, minutes=1))
        [again, _] = await reader.press(LABEL, on=await fresh(reader))

        assert library.reports.count() == 5
        assert enough.text.startswith("Thank you for reading so closely.")
        assert again.text.startswith("Which of these quotes")

    async def test_the_fifth_and_sixth_begun_at_once_are_not_both_filed(self, reader, library):
        await asked(reader)
        prompt = reader.last
        for _ in range(5):
            reported(library, f"other: {library.reports.count()}")
        [enough, _] = await reader.press("Send without words", on=prompt)

        assert library.reports.count() == 5
        assert enough.text.startswith("Thank you for reading so closely.")


async def fresh(reader):
    [answer] = await reader("/expert Mangott")
    return answer


class TestAfterARestart:
    async def test_every_button_works(self, reader, library):
        await reader("/expert Mangott")
        for label in (LABEL, "2", "Wrong speaker", "Send without words"):
            await reader.house.restart()
            [reply, *_] = await reader.press(label)

        assert reply.text.startswith(THANKS)
        assert library.reports.count() == 1

    async def test_words_in_reply_to_the_question_are_understood(self, reader, stand_in, library):
        await asked(reader)
        prompt = reader.last.message["message_id"]
        await reader.house.restart()
        update = stand_in.message(READER_ID, READER_ID, "He did not.", reply_to=prompt)
        [thanks, *_] = await reader.feed(update)

        assert thanks.text.startswith(THANKS)
        assert [each.words for each in library.reports.open(9)] == ["speaker: He did not."]

    async def test_words_by_themselves_are_a_question_again(self, reader, library):
        await asked(reader)
        await reader.house.restart()
        [answer] = await reader("Mangott")

        assert answer.text.startswith("Gerhard Mangott")
        assert library.reports.count() == 0


FORGED = {
    "no step": "1o|wrong||",
    "a step that is none": "1t|wrong||shout tass-2024-06-20-mangott 2 abcd",
    "a command that shows no quotes": "1o|wrong||help 0 x",
    "no article": "1t|wrong||on no-such-article 1 abcd",
    "a number that is none": "1t|wrong||on tass-2024-06-20-mangott 99 abcd",
    "number nought": "1t|wrong||file tass-2024-06-20-mangott 0 abcd w",
    "a check that is wrong": "1t|wrong||file tass-2024-06-20-mangott 1 abcd w",
    "no fault": "1t|wrong||file tass-2024-06-20-mangott 1 abcd",
    "a fault there is not": "1t|wrong||file tass-2024-06-20-mangott 1 abcd z",
    "a key that is not kept": "1t|wrong||?abcdefghijk",
    "a page far away": "1o|wrong||expert 999999 mangott",
    "nobody": "1o|wrong||expert 0 nobody",
    "a path": "1o|wrong||article 0 ../../etc/passwd",
}


class TestForgeries:
    @pytest.mark.parametrize("data", FORGED.values(), ids=FORGED.keys())
    async def test_a_forged_button_files_nothing(self, reader, library, data):
        await reader("/expert Mangott")
        shown = await reader.forge(data)

        assert library.reports.count() == 0
        assert reader.house.refused == []
        assert shown[0].text == STALE or GONE in shown[0].text

    async def test_pressed_in_a_group_it_says_nothing_there(self, reader):
        group = reader.group
        await reader("/expert Mangott")
        data = reader.last.data[LABEL]
        await group("/expert Nobody")
        shown = await group.forge(data)

        assert [each.kind for each in shown] == ["notice"]
        assert shown[0].text == STALE
        assert GROUP_ID not in {each.chat for each in shown if each.kind == "sent"}

    async def test_a_quote_whose_article_was_retracted_is_said_to_be_gone(self, reader, library):
        await asked(reader)
        desk.retract(MANGOTT, "a hoax", library, NOW, str(OWNER_ID))
        [gone, _] = await reader.press("Send without words")

        assert GONE in gone.text
        assert library.reports.count() == 0

    async def test_words_about_a_quote_that_went_are_not_filed(self, reader, library):
        await asked(reader)
        desk.retract(MANGOTT, "a hoax", library, NOW, str(OWNER_ID))
        [gone] = await reader("He did not.")

        assert GONE in gone.text

    async def test_a_quote_is_found_where_it_stands_now(self, reader, own_services, library):
        await asked(reader)
        record = library.articles.get(MANGOTT)
        turned = replace(record, quotes=record.quotes[::-1])
        desk.publish(turned, own_services.catalogue, library, NOW, by="2")
        await reader.press("Send without words")

        [objection] = library.reports.open(9)
        assert (objection.number, objection.text) == (1, record.quotes[1].text)


OUTCOMES = [
    pytest.param(Verdict.CORRECTED, "They have corrected it.", True, id="corrected"),
    pytest.param(
        Verdict.RETRACTED, "They have retracted the whole article", False, id="retracted"
    ),
    pytest.param(Verdict.STANDS, "it stands as it is", True, id="stands"),
]


def settled(library, verdict=Verdict.STANDS, answer="", **given):
    id_ = reported(library, **given)
    return desk.settle(id_, verdict, answer, library, NOW, "2").objection


class TestTelling:
    @pytest.mark.parametrize(("verdict", "said", "readable"), OUTCOMES)
    async def test_the_reader_hears_what_came_of_it(
        self, reader, library, verdict, said, readable
    ):
        await reader("/start")
        before = len(reader.house.sent)
        objection = settled(library, verdict, "We asked <TASS>.")

        await telling.reader(objection, Context(reader.house.application))
        [told] = reader.house.sent[before:]

        assert said in told["text"]
        assert "The editors write: We asked <TASS>." in told["text"]
        assert NEVER in told["text"]
        assert ("reply_markup" in told) is readable
        assert library.reports.get(objection.id).reader is None

    async def test_who_blocked_the_bot_is_forgotten_all_the_same(self, reader, library, stand_in):
        await reader("/start")
        stand_in.my_chat_member(READER_ID, READER_ID, "kicked")
        objection = settled(library)

        told = await telling.reader(objection, Context(reader.house.application))

        assert told is False
        assert library.reports.untold() == []

    async def test_who_never_met_the_bot_is_forgotten_all_the_same(self, reader, library):
        await telling.reader(settled(library, reader=77), Context(reader.house.application))

        assert library.reports.untold() == []

    async def test_after_a_crash_the_rest_is_told_at_the_next_start(self, reader, library):
        await reader("/start")
        for answer in ("One.", "Two."):
            settled(library, answer=answer, words=f"other: {answer}")
        before = len(reader.house.sent)

        await telling.resume(Context(reader.house.application))
        await telling.resume(Context(reader.house.application))

        assert [text["text"].count("One.") for text in reader.house.sent[before:]] == [1, 0]
        assert library.reports.untold() == []

    async def test_where_telegram_cannot_be_reached_the_reader_is_remembered(
        self, reader, library, stand_in
    ):
        await reader("/start")
        stand_in.refuse_next("sendmessage", too_many_requests(3_600))

        told = await telling.reader(settled(library), Context(reader.house.application))

        assert told is False
        assert len(library.reports.untold()) == 1


checks = st.text("AZaz09_-", min_size=4, max_size=4)
ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda id_: len(id_) <= 56)
spots = st.builds(Spot, ids, st.integers(1, 9_999), checks)
pages = st.builds(
    Page, st.sampled_from(steps.ASKABLE), st.integers(0, 999_999), st.text(max_size=80)
)


class TestSteps:
    @given(
        step=pages
        | st.builds(About, spots)
        | st.builds(Because, spots, st.sampled_from(Fault), st.booleans())
    )
    def test_a_step_is_read_as_it_was_written(self, step):
        assert steps.read(str(step)) == step

    @given(st.text() | st.from_regex(r"(on|for|file) [a-z-]* [0-9]* .*"))
    def test_what_else_there_is_is_read_without_failing(self, written):
        step = steps.read(written)

        assert step is None or str(step) == written

    @given(article=ids)
    def test_the_longest_fits_behind_a_button(self, article):
        quote = Quote(text="x", speaker="y")
        spot = steps.spot(Article(id=article, treaty="a", quotes=(quote,) * 40), quote)

        data = encode(Turn(steps.NAME, str(Because(spot, Fault.OTHER, end=True))), keep)

        assert len(data.encode()) <= 64
