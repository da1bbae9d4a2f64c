"""Whatever is typed at the desk, or stands in a draft: one answer, and nothing that is refused."""

import pytest
from test_hostile_input import NASTY, heard, visible

from bot.desk.table import PRESSES
from digests import desk
from digests.drafts import Draft, DraftIndirect, DraftQuote, Masthead, Span, Touched

SHOWING = (
    "drafts open draft source discard edit field quote kind around speaker clauses add newname "
    "newclause accept treaty empty unknown date clause"
).split()
NAMES = ("drafts", "draft", "correct", "retract", "history", "cancel")


async def test_every_command_of_the_desk_answers_whatever_stands_after_it(editor):
    for argument in NASTY.values():
        for name in NAMES:
            await heard(editor, f"/{name} {argument}")


@pytest.mark.parametrize(
    "question",
    [
        "field|{}|{}||headline",
        "field|{}|{}||published",
        "field|{}|{}||url",
        "field|{}|{}||summary",
        "newname|{}|{}|1|",
        "newclause|{}|{}|1|",
        "add|{}|{}||",
    ],
)
async def test_whatever_answers_a_question_is_answered(editor, bring, filed, question):
    for words in NASTY.values():
        if words.strip() and not words.startswith("/"):
            id_ = bring()
            await editor(f"/draft {id_}")
            await editor.forge("1d|" + question.format(id_, filed(id_).version))
            await heard(editor, words)


def made_of(words):
    """Make a draft in which the same words stand everywhere."""
    source = f"{words} “{words}” said {words}." * 3
    span = Span(min(2, len(source) - 1), len(source) // 2)
    clause = Touched(clause=words, evidence=words)
    quote = DraftQuote(
        text=words,
        spans=(span, Span(span.end, len(source))),
        speaker=words,
        affiliation=words,
        told=words,
        evidence=words,
        clauses=(clause,),
    )
    head = Masthead(
        headline=words,
        subheadline=words,
        outlet=words,
        place=words,
        date_note=words,
        author=words,
        url=words,
    )
    return Draft(
        source=source,
        masthead=head,
        clauses=(clause,),
        summary=words,
        quotes=(quote, quote),
        indirect=(DraftIndirect(statement=words, span=span, speaker=words),),
        dropped=(words,) * 8,
    )


async def test_whatever_stands_in_a_draft_is_shown(editor, staff):
    for words in NASTY.values():
        now = staff.clock.now()
        filed = desk.submit(made_of(words), staff.library, now, "2", anyway=True)
        await editor("/drafts")
        await editor(f"/draft {filed.id}")
        for what in SHOWING:
            shown = await editor.forge(f"1d|{what}|{filed.id}|1|1|headline")
            assert not any("went wrong" in each.message["text"] for each in shown), what
            assert all(visible(each.message["text"]) for each in shown), what

    assert [each for each in editor.house.refused if "not modified" not in each] == []


def test_every_button_tried_is_one():
    assert set(SHOWING) <= set(PRESSES)
