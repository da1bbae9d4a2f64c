import logging

import pytest

from bot.rehearsal import READER_ID
from bot.stand_in.responses import RefusedError, bad_request


@pytest.fixture
async def broken(talk, own_services):
    """A chat with a bot whose library was closed under it."""
    async with talk(own_services) as chat:
        await chat("/expert Lukin")
        own_services.library.close()
        yield chat


def references(caplog):
    return [record.reference for record in caplog.records if hasattr(record, "reference")]


async def test_a_failure_of_ours_is_met_with_one_apology_and_noted(broken, caplog):
    shown = await broken("/expert Lukin")

    [reference] = references(caplog)
    [apology] = shown
    assert apology.text == (
        "Something went wrong here, and it was not your doing. "
        f"It has been noted as {reference}. Please try again."
    )
    assert apology.marked("code") == [reference]


async def test_the_note_has_the_reference_in_its_words_and_the_cause(broken, caplog):
    await broken("/expert Lukin")

    [record] = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.reference in record.getMessage()
    assert record.exc_info is not None
    assert "Lukin" not in record.getMessage()


async def test_no_two_failures_bear_the_same_reference(broken, caplog):
    for _ in range(3):
        await broken("/latest")

    assert len(set(references(caplog))) == 3


async def test_a_failure_after_a_press_leaves_no_button_waiting(broken):
    shown = await broken.press("More ▸")

    assert [each.kind for each in shown] == ["notice", "sent"]
    assert "Something went wrong" in shown[1].text


async def test_the_apology_goes_to_where_the_question_was_asked(broken):
    topic = broken.topic(7)

    [apology] = await topic("/latest")

    assert (apology.topic, apology.answers) == (7, topic.asked)


async def test_what_needs_no_library_works_on(broken):
    [reply] = await broken("/about")

    assert reply.text.startswith("About Treaty Digest")


async def test_an_apology_that_is_refused_too_is_noted(chat, caplog):
    for _ in range(2):
        chat.house.stand_in.refuse_next("sendMessage", bad_request("message is too strange"))

    assert await chat("/about") == []
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]
    assert len(set(references(caplog))) == 1


async def test_what_telegram_refuses_is_noted_and_apologised_for(chat, caplog):
    chat.house.stand_in.refuse_next("sendMessage", bad_request("message is too strange"))

    [apology] = await chat("/about")

    assert "Something went wrong" in apology.text
    assert apology.chat == READER_ID
    assert "message is too strange" in caplog.text.lower()


async def test_a_page_that_was_turned_is_not_apologised_for(chat, caplog):
    chat.house.stand_in.refuse_next("answerCallbackQuery", RefusedError(502, "Bad Gateway"))
    await chat("/expert Lukin")

    shown = await chat.press("More ▸")

    assert [each.kind for each in shown] == ["edited"]
    assert [record.levelname for record in caplog.records] == ["WARNING"]
