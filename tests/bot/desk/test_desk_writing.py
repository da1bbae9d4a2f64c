"""What editors write in answer: it goes where it was meant, and nothing is lost unseen."""

import datetime as dt

import pytest

from digests import desk, review


@pytest.fixture
async def asked(editor, bring):
    """Ask the editor for a field of a draft; give the draft's number."""

    async def asked(field, **given):
        id_ = bring(**given)
        await editor(f"/draft {id_}")
        await editor.press("Edit")
        await editor.press(field)
        return id_

    return asked


@pytest.mark.parametrize(
    ("field", "name", "typed", "held"),
    [
        pytest.param("Headline", "headline", "A promise", "A promise", id="headline"),
        pytest.param("Line under", "subheadline", " In\tshort ", "In short", id="subheadline"),
        pytest.param("Outlet", "outlet", "yonhap news agency", "Yonhap", id="outlet"),
        pytest.param("Date", "published", "21 June 2024", dt.date(2024, 6, 21), id="date"),
        pytest.param("Place", "place", "Graz", "Graz", id="place"),
        pytest.param("Author", "author", "A. Writer", "A. Writer", id="author"),
        pytest.param("Link", "url", "tass.com/1", "https://tass.com/1", id="link"),
    ],
)
async def test_what_is_typed_fills_the_field(asked, editor, filed, field, name, typed, held):
    id_ = await asked(field)

    [card] = await editor(typed)

    assert card.text.startswith("Changed: ")
    assert f"Draft {id_}" in card.text
    assert getattr(filed(id_).draft.masthead, name) == held


async def test_a_summary_of_ones_own_is_accepted_with_its_lines(asked, editor, filed):
    id_ = await asked("Summary")

    await editor("Mangott calls it a response.\n\nHe sees a promise.")

    assert filed(id_).draft.summarised
    assert filed(id_).draft.summary == "Mangott calls it a response.\nHe sees a promise."


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        pytest.param("Date", "soon", "I read no single day in that.", id="no date"),
        pytest.param("Date", "June 20", "The year is missing.", id="no year"),
        pytest.param("Link", "tass", "That is no link;", id="no link"),
    ],
)
async def test_what_does_not_fit_is_asked_for_again(asked, editor, filed, field, typed, said):
    id_ = await asked(field)

    [again] = await editor(typed)
    assert again.text.startswith(said)
    assert filed(id_).version == 1

    [other] = await editor(typed)
    assert other.text == again.text


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        pytest.param("Headline", "x" * 301, id="a headline"),
        pytest.param("Summary", "x" * 4001, id="a summary"),
    ],
)
async def test_the_rest_of_what_was_too_long_is_no_answer(asked, editor, filed, field, typed):
    id_ = await asked(field)

    [refused] = await editor(typed)
    assert refused.text.startswith("That is too long:")
    await editor("and this is what is left of it")

    assert filed(id_).version == 1


async def test_of_two_days_one_is_chosen(asked, editor, filed):
    id_ = await asked("Date")
    [which] = await editor("03/04/2024")
    assert which.labels[:2] == ["3 April 2024", "4 March 2024"]

    await editor.press("4 March")

    assert filed(id_).draft.masthead.published == dt.date(2024, 3, 4)


async def test_the_treaty_is_chosen(asked, editor, filed):
    id_ = await asked("Treaty")

    await editor.press("North Atlantic")

    assert filed(id_).draft.treaty == "north-atlantic-1949"


async def test_a_field_that_may_be_empty_can_be_emptied(asked, editor, filed):
    id_ = await asked("Place")

    await editor.press("Empty it")

    assert filed(id_).draft.masthead.place is None


@pytest.mark.parametrize("ending", ["/cancel", "/drafts", "a button", "half an hour"])
async def test_a_question_that_was_left_takes_no_words(asked, editor, filed, clock, ending):
    id_ = await asked("Headline")
    match ending:
        case "a button":
            await editor.press("◂ All fields")
        case "half an hour":
            clock.advance(dt.timedelta(minutes=31))
        case command:
            await editor(command)

    [answer] = await editor("Mangott")

    assert answer.text.startswith("Gerhard Mangott")
    assert filed(id_).version == 1


async def test_cancel_says_that_nothing_changed(asked, editor):
    await asked("Headline")

    [shown] = await editor("/cancel")

    assert shown.text == "All right, I no longer wait for an answer. Nothing changed."


async def test_a_question_outlives_what_readers_ask(asked, editor, filed):
    id_ = await asked("Headline")
    await editor("/clause 4")

    await editor("A promise")

    assert filed(id_).draft.masthead.headline == "A promise"


async def test_a_restart_forgets_the_question_and_keeps_the_draft(asked, editor, filed):
    id_ = await asked("Headline")
    await editor.house.restart()

    [answer] = await editor("Mangott")

    assert answer.text.startswith("Gerhard Mangott")
    assert filed(id_).state == "open"


async def test_one_editors_question_takes_nobody_elses_words(asked, owner, filed):
    id_ = await asked("Headline")

    await owner("Mangott")

    assert filed(id_).version == 1


@pytest.fixture
def meanwhile(staff):
    """Let the owner change a draft behind the editor's back."""

    def meanwhile(id_, what):
        version = staff.library.drafts.get(id_).version
        now = staff.clock.now()
        desk.change(id_, version, what, staff.catalogue, staff.library, now, "1")

    return meanwhile


async def test_anothers_change_to_another_field_is_no_hindrance(asked, editor, filed, meanwhile):
    id_ = await asked("Headline")
    meanwhile(id_, review.SetField("place", "Graz"))

    await editor("A promise")

    head = filed(id_).draft.masthead
    assert (head.headline, head.place) == ("A promise", "Graz")


async def test_anothers_change_to_the_same_field_is_shown_first(asked, editor, filed, meanwhile):
    id_ = await asked("Headline")
    meanwhile(id_, review.SetField("headline", "Theirs"))

    [shown] = await editor("Mine")

    assert "user 1 changed this meanwhile (Headline), so yours is not in yet." in shown.text
    assert "It is now: Theirs" in shown.text
    assert "Mine" in shown.marked("code")
    assert filed(id_).draft.masthead.headline == "Theirs"

    await editor("Mine")
    assert filed(id_).draft.masthead.headline == "Mine"


async def test_words_for_a_draft_published_meanwhile_say_what_became_of_it(asked, editor, owner):
    id_ = await asked("Headline", summarised=True)
    await owner(f"/draft {id_}")
    await owner.press("Publish")

    [shown] = await editor("A promise")

    assert f"Draft {id_} is published" in shown.text
