"""``/reports``: what readers find wrong, answered."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.rehearsal import EDITOR_ID, READER_ID
from bot.stand_in.responses import too_many_requests
from digests import desk
from digests.library.reports import Verdict

NOW = datetime(2026, 12, 1, 8, tzinfo=UTC)
ARTICLE = "tass-2024-06-20-mangott"
NEVER = "That will never be made public"


@pytest.fixture
def library(staff):
    return staff.library


@pytest.fixture
def say(library):
    """Let a reader say that something is wrong."""

    def say(words="speaker: Not he.", number=2, reader=READER_ID):
        return desk.report(ARTICLE, number, words, library, NOW, reader=reader, language="en").id

    return say


@pytest.fixture(autouse=True)
async def met(reader, editor):
    """Let reader and editor meet the bot."""
    await reader("/start")
    await editor("/start")


def heard(shown, who=READER_ID):
    return [each.text for each in shown if each.chat == who and each.kind == "sent"]


class TestTheList:
    async def test_nothing_waits(self, editor):
        [reply] = await editor("/reports")

        assert reply.text == "No reader’s report waits to be answered."

    async def test_the_oldest_comes_first_and_one_at_a_time(self, editor, say):
        for words in ("other: One.", "words: Two.", "Three, without a kind."):
            say(words)
        [first] = await editor("/reports")
        [second, _] = await editor.press("More ▸")
        [third, _] = await editor.press("More ▸")
        [back, _] = await editor.press("◂ Back")

        assert "1 of 3" in first.text
        assert "Something else\n“One.”" in first.text
        assert "Not the exact words\n“Two.”" in second.text
        assert "Three, without a kind." in third.text
        assert ("◂ Back" in first.labels, "More ▸" in third.labels) == (False, False)
        assert back.text == second.text

    async def test_a_page_that_is_no_more_shows_the_last(self, editor, say):
        say()
        await editor("/reports")
        [shown, *_] = await editor.forge("1d|reports|||999|")

        assert shown.kind == "notice"  # it is shown already, and stays

    async def test_a_quote_that_was_corrected_away_is_shown_as_it_was(
        self, editor, say, library, staff
    ):
        say()
        whole = library.articles.get(ARTICLE)
        shorter = replace(whole, quotes=whole.quotes[:1])
        desk.publish(shorter, staff.catalogue, library, NOW, by="2")
        [reply] = await editor("/reports")

        assert f"The quote as it was:\n“{NEVER}" in reply.text
        assert "— Gerhard Mangott" in reply.text
        assert "the quote is gone" in reply.text


class TestSettling:
    async def test_it_stands_with_a_line_to_the_reader(self, editor, say, library):
        id_ = say()
        await editor("/reports")
        await editor.press("It stands")
        shown = await editor("TASS printed it so.")

        assert "it stands as it is.\nThe editors write: TASS printed it so." in heard(shown)[0]
        assert shown[-1].text.startswith("Settled: the quote stands. The reader has been told.")
        assert library.reports.get(id_).verdict is Verdict.STANDS
        assert library.reports.get(id_).reader is None
        assert library.reports.get(id_).settled_by == str(EDITOR_ID)

    @pytest.mark.parametrize(
        ("label", "verdict", "said"),
        [
            ("It stands", Verdict.STANDS, "it stands as it is."),
            ("It is corrected", Verdict.CORRECTED, "They have corrected it."),
        ],
    )
    async def test_without_words(self, editor, say, library, label, verdict, said):
        id_ = say()
        await editor("/reports")
        await editor.press(label)
        shown = await editor.press("Tell them just that")

        assert said in heard(shown)[0]
        assert "The editors write" not in heard(shown)[0]
        assert library.reports.get(id_).verdict is verdict

    async def test_retracting_asks_why_and_tells_the_reader_why(self, editor, say, library):
        id_ = say()
        await editor("/reports")
        await editor.press("Retract the article")
        still = library.articles.get(ARTICLE)
        shown = await editor("It was made up.")
        [answer] = await editor(f"/article {ARTICLE}")

        assert still is not None
        assert "The editors write: It was made up." in heard(shown)[0]
        assert "No article here has the id" in answer.text
        assert library.reports.get(id_).verdict is Verdict.RETRACTED
        assert library.past.retraction(ARTICLE).reason == "It was made up."

    async def test_what_else_was_said_of_a_retracted_article_is_answered_by_a_tap(
        self, editor, say, library
    ):
        say()
        desk.retract(ARTICLE, "made up", library, NOW, "2")
        [card] = await editor("/reports")
        shown = await editor.press("Tell the reader")

        assert "was retracted since" in card.text
        assert card.labels == ["Tell the reader"]
        assert "The editors write: made up" in heard(shown)[0]

    async def test_a_correction_is_opened_as_a_draft_and_the_report_waits_on(
        self, editor, say, library
    ):
        say()
        await editor("/reports")
        [draft, *_] = await editor.press("Open a correction")

        assert f"A correction of {ARTICLE}" in draft.text
        assert library.drafts.open(9)[0].corrects == ARTICLE
        assert library.reports.count() == 1

    async def test_back_from_a_question_waits_for_nothing(self, editor, say, library):
        say()
        await editor("/reports")
        await editor.press("It stands")
        [card, _] = await editor.press("◂ Back")
        await editor("Mangott")

        assert NEVER in card.text
        assert library.reports.count() == 1

    async def test_the_second_editor_sees_that_it_is_settled(self, editor, owner, say):
        say()
        await owner("/reports")
        await editor("/reports")
        await editor.press("It stands")
        await editor.press("Tell them just that")
        [shown, *_] = await owner.press("Retract the article")

        assert shown.text.startswith("Settled: the quote stands. That was settled before")

    async def test_a_reader_who_blocked_the_bot_does_not_keep_it_open(
        self, editor, say, library, stand_in
    ):
        say()
        stand_in.my_chat_member(READER_ID, READER_ID, "kicked")
        await editor("/reports")
        await editor.press("It stands")
        [settled, _] = await editor.press("Tell them just that")

        assert "The reader cannot be reached" in settled.text
        assert library.reports.count() == 0
        assert library.reports.untold() == []

    async def test_while_telegram_is_away_the_reader_is_remembered(
        self, editor, say, library, stand_in
    ):
        say()
        await editor("/reports")
        await editor.press("It stands")
        stand_in.refuse_next("sendmessage", too_many_requests(3_600))
        await editor.press("Tell them just that")

        assert library.reports.count() == 0
        assert len(library.reports.untold()) == 1


FORGED = [
    "1d|stands|99|||",
    "1d|corrected|0|||",
    "1d|withdraw|99|||",
    "1d|mend|99|||",
    "1d|report|99|||",
    "1d|verdict|99|||stands",
    "1d|verdict|1|||burnt",
    "1d|verdict|1|||retracted",
    "1d|verdict|1|||?abcdefghijk",
    "1d|reports|||999999|x",
]


class TestForgeries:
    @pytest.mark.parametrize("data", FORGED)
    async def test_a_forged_button_settles_nothing(self, editor, say, library, data):
        say()
        await editor("/reports")
        await editor.forge(data)

        assert library.reports.count() == 1
        assert library.articles.get(ARTICLE) is not None
        assert all("not modified" in refusal for refusal in editor.house.refused)

    @pytest.mark.parametrize("data", [*FORGED, "1d|verdict|1|||stands", "1d|stands|1|||"])
    async def test_a_reader_gets_one_polite_sentence(self, reader, say, library, data):
        say()
        await reader("/start")
        [notice] = await reader.forge(data)

        assert notice.kind == "notice"
        assert library.reports.count() == 1
