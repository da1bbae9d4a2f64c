"""A draft, from the desk to the answers and back."""

import datetime as dt
import re

import pytest

from bot.rehearsal import EDITOR_ID, OWNER_ID
from digests import desk, review
from digests.drafts import Masthead

EMPTY = "The treaty between Russia and North Korea is discussed here, without any head at all."


async def test_the_card_says_first_what_is_missing_then_what_is_doubtful(editor, bring):
    id_ = bring()

    [card] = await editor(f"/draft {id_}")

    places = [
        card.text.index(words)
        for words in (
            f"Draft {id_}",
            "Needed before it can be published",
            "The summary is a draft.",
            "Please check",
            "nobody is named",
            "Treaty is a kind of response to the West, expert says",
            "TASS (state-affiliated) · 20 June 2024 · Vienna",
            "Summary, a draft",
            "3 quotes",
        )
    ]
    assert places == sorted(places)


async def test_what_blocks_is_said_and_nothing_is_published(editor, bring, filed):
    bare = {"masthead": Masthead(), "summary": None, "treaty": None}
    id_ = bring(EMPTY, **bare)
    await editor(f"/draft {id_}")

    [notice] = [each for each in await editor.press("Publish") if each.kind == "notice"]

    assert notice.text == (
        "Not yet: it still needs the treaty, a headline, the outlet, a date and a summary."
    )
    assert filed(id_).state == "open"


async def test_a_declared_unknown_blocks_no_longer(editor, bring, filed):
    id_ = bring(EMPTY, masthead=Masthead(), summary=None)
    for field in ("Headline", "Outlet", "Date", "Summary"):
        await editor(f"/draft {id_}")
        await editor.press("Edit")
        await editor.press(field)
        await editor.press("It is unknown")
    await editor(f"/draft {id_}")
    [shown, _] = await editor.press("Publish")

    assert "Published as unidentified-undated" in shown.text
    assert filed(id_).state == "published"


async def test_the_whole_way_of_an_article(editor, reader, bring):
    id_ = bring()
    await editor(f"/draft {id_}")
    await editor.press("Accept the summary")
    [published, _] = await editor.press("Publish")
    article = re.search(r"tass-2024-06-20-\S+[a-z0-9]", published.text)[0]
    [answer] = await reader("/expert Mangott")
    assert "“The treaty is a kind of response to the West”" in answer.text
    [clause] = await reader("/clause 4")
    assert "strong promise" in clause.text

    await editor(f"/correct {article}")
    await editor.press("Quotes")
    await editor.press("Leave it out")
    await editor.press("◂ The draft")
    [again, _] = await editor.press("Publish")
    assert again.text.startswith(f"Published anew: {article}.")
    [answer] = await reader(f"/article {article}")
    assert "“The treaty is a kind of response to the West”" not in answer.text

    [gone] = await editor(f"/retract {article} the outlet took it back")
    assert gone.text.startswith(f"Retracted: {article}.")
    [answer] = await reader(f"/article {article}")
    assert "No article here" in answer.text
    [answer] = await reader("/clause 4")
    assert "strong promise" not in answer.text

    [past] = await editor(f"/history {article}")
    for words in ("Retracted: the outlet took it back", "changed: quotes", "published", "you"):
        assert words in past.text


async def test_what_was_retracted_comes_back_by_a_correction(editor, reader):
    id_ = "tass-2024-06-21-lobov"
    await editor(f"/retract {id_} a mistake")

    [card] = await editor(f"/correct {id_}")
    assert "The article was retracted (a mistake)." in card.text
    await editor.press("Publish")

    [shown] = await reader(f"/article {id_}")
    assert "Roman Lobov" in shown.text


async def test_without_a_reason_one_is_asked_for(editor):
    [asked] = await editor("/retract tass-2024-06-21-lobov")
    assert asked.text.startswith("Why shall tass-2024-06-21-lobov be retracted?")

    [done] = await editor("It was printed twice.")

    assert done.text.startswith("Retracted")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("/draft", "Which draft?", id="no number"),
        pytest.param("/draft 99", "There is no draft 99.", id="no such draft"),
        pytest.param("/draft " + "9" * 400, "There is no draft 999", id="a huge number"),
        pytest.param("/draft ١", "There is no draft ١.", id="another script"),
        pytest.param("/correct", "Which article?", id="correct what"),
        pytest.param("/correct nothing", "No article has the id “nothing”.", id="correct nothing"),
        pytest.param("/retract nothing at all", "No article has the id", id="retract nothing"),
        pytest.param("/history", "Which article?", id="history of what"),
        pytest.param("/history nothing", "No article has the id", id="history of nothing"),
        pytest.param("/drafts", "No draft waits.", id="no drafts"),
        pytest.param("/cancel", "I was not waiting for anything.", id="nothing to cancel"),
    ],
)
async def test_what_is_not_there_is_said_with_a_way_on(editor, line, said):
    [shown] = await editor(line)

    assert shown.text.startswith(said)


async def test_a_second_editor_sees_who_is_on_it(editor, owner, bring):
    id_ = bring()
    await editor(f"/draft {id_}")

    [card] = await owner(f"/draft {id_}")
    [listed] = await owner("/drafts")

    assert "Edith has been on this draft since 09:00." in card.text
    assert "Edith is on it since 09:00" in listed.text


async def test_an_editor_away_for_long_is_on_it_no_more(editor, owner, bring, clock):
    id_ = bring()
    await editor(f"/draft {id_}")
    clock.advance(dt.timedelta(minutes=11))

    [card] = await owner(f"/draft {id_}")

    assert "has been on" not in card.text


async def test_an_old_button_shows_how_it_stands_and_changes_nothing(editor, owner, bring, filed):
    id_ = bring()
    await editor(f"/draft {id_}")
    await owner(f"/draft {id_}")
    await owner.press("Accept the summary")

    [shown, _] = await editor.press("Publish")

    assert "Olga changed this draft meanwhile (Summary)." in shown.text
    assert "your tap changed nothing" in shown.text
    assert filed(id_).state == "open"
    await editor.press("Publish")
    assert filed(id_).state == "published"


async def test_a_button_older_than_ones_own_change_says_so(editor, bring, filed):
    id_ = bring()
    [old] = await editor(f"/draft {id_}")
    await editor(f"/draft {id_}")
    await editor.press("Accept the summary")

    [shown, _] = await editor.press("Publish", on=old)

    assert "older than your last change" in shown.text
    assert filed(id_).state == "open"


async def test_what_was_published_meanwhile_cannot_be_discarded(editor, owner, bring, filed):
    id_ = bring(summarised=True)
    await editor(f"/draft {id_}")
    await editor.press("Discard")
    await owner(f"/draft {id_}")
    await owner.press("Publish")

    [shown, _] = await editor.press("Discard it")

    assert f"Draft {id_} is published, as tass-2024" in shown.text
    assert filed(id_).state == "published"


async def test_discarding_is_asked_about_first(editor, bring, filed, staff):
    id_ = bring()
    await editor(f"/draft {id_}")
    await editor.press("Discard")
    assert filed(id_).state == "open"

    [shown, _] = await editor.press("Discard it")

    assert f"Draft {id_} was discarded." in shown.text
    assert staff.library.drafts.count() == 0


async def test_a_correction_overtaken_by_another_is_not_published(editor, staff):
    id_ = "tass-2024-06-21-lobov"
    await editor(f"/correct {id_}")
    article = staff.library.articles.get(id_)
    later = staff.clock.now() + dt.timedelta(hours=1)
    desk.retract(id_, "x", staff.library, later, str(OWNER_ID))

    [shown, _] = await editor.press("Publish")

    assert f"Not published: {id_} was changed by somebody else" in shown.text
    assert article is not None


async def test_many_drafts_are_listed_in_pages(editor, bring):
    for number in range(11):
        bring(f"{EMPTY} {number}")

    [first] = await editor("/drafts")
    assert "11 drafts wait" in first.text
    assert len(first.data) == 9
    [second, _] = await editor.press("More ▸")
    assert "◂ Back" in second.labels

    [card, _] = await editor.press("1. ")
    assert card.kind == "sent"
    assert card.text.startswith("Draft 1\n")


async def test_a_restart_loses_no_draft(editor, bring):
    id_ = bring()
    [card] = await editor(f"/draft {id_}")
    await editor.house.restart()

    [shown, _] = await editor.press("Accept the summary", on=card)

    assert "Summary accepted." in shown.text


@pytest.mark.parametrize("quotes", [1, 40])
async def test_the_longest_draft_fits_one_message(editor, bring, quotes):
    body = " ".join(
        f"“Number {n} of the treaty is a promise,” somebody said." for n in range(quotes)
    )
    id_ = bring(
        f"{'Head ' * 50}\n\nVIENNA, June 20, 2024. /TASS/. {body}",
        summary="Long sentence about it. " * 160,
        dropped=("Read more " * 40,) * 30,
    )

    [card] = await editor(f"/draft {id_}")

    assert len(card.text) <= 4096
    assert "Publish" in card.labels
    assert editor.house.refused == []


async def test_the_record_tells_who_did_what(editor, bring, staff):
    id_ = bring()
    await editor(f"/draft {id_}")
    await editor.press("Accept the summary")
    await editor.press("Publish")

    done = staff.library.actions.of_draft(id_)

    assert [(each.by, each.deed.value) for each in done] == [
        (str(EDITOR_ID), "published"),
        (str(EDITOR_ID), "changed"),
        (str(EDITOR_ID), "submitted"),
    ]


async def test_a_link_telegram_would_refuse_is_given_to_copy(editor, bring, staff):
    id_ = bring()
    link = review.SetField("url", "https://localhost.example:70000000/1")
    desk.change(id_, 1, link, staff.catalogue, staff.library, staff.clock.now(), "2")

    await editor(f"/draft {id_}")

    assert editor.house.refused == []
