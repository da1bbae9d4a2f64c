"""The walk through the quotes of a draft."""

import datetime as dt

import pytest

from digests import desk, review
from digests.drafts import Draft, DraftQuote, Masthead, Span

SOURCE = (
    "«One\u202e word,» he said. " + "Far away. " * 120 + "“The second is a promise,” Roe said.\n"
)
TERM = (
    "The treaty between Russia and North Korea is new. “It will hold,” Gerhard Mangott said.\n\n"
    "The press has called the other plan an “Asian NATO” for years.\n"
)
SPLIT = "“It is,” Lukin said, “a response.” Nobody knew."


@pytest.fixture
async def walking(editor, bring):
    """Open the quotes of a draft; give its number."""
    id_ = bring()
    await editor(f"/draft {id_}")
    return id_


async def test_the_walk_begins_where_something_is_to_be_checked(editor, walking):
    [shown, _] = await editor.press("Quotes, 1 to check")

    assert f"Draft {walking}, quote 3 of 3" in shown.text
    assert "Quote 3: nobody is named" in shown.text


@pytest.mark.usefixtures("walking")
async def test_each_quote_shows_words_speaker_evidence_and_clauses(editor):
    await editor.press("Quotes")
    [shown, _] = await editor.press("◂ Before")

    assert "“That is a strong promise under Article 4”" in shown.text
    assert "— Gerhard Mangott" in shown.text
    assert "the text says “Mangott said" in shown.text
    assert "whole sentence · about Article 4" in shown.text


async def test_a_quote_is_left_out_and_kept_again(editor, walking, filed):
    await editor.press("Quotes")

    [shown, _] = await editor.press("Leave it out")
    assert "left out: it will not be published" in shown.text
    assert not filed(walking).draft.quotes[2].kept

    await editor.press("Keep it")
    assert filed(walking).draft.quotes[2].kept


async def test_a_speaker_is_chosen_among_those_at_hand(editor, walking, filed):
    await editor.press("Quotes")
    await editor.press("Speaker")

    [shown, _] = await editor.press("Gerhard Mangott")

    quote = filed(walking).draft.quotes[2]
    assert (quote.speaker, quote.checked) == ("Gerhard Mangott", True)
    assert "checked by an editor" in shown.text


async def test_nobody_is_named_by_an_editors_decision(editor, walking, filed):
    await editor.press("Quotes")
    await editor.press("Speaker")

    [shown, _] = await editor.press("Nobody is named")

    assert filed(walking).draft.quotes[2].checked
    assert "Quote 3:" not in shown.text


async def test_somebody_else_is_written_with_their_affiliation(editor, walking, filed):
    await editor.press("Quotes")
    await editor.press("Speaker")
    await editor.press("Somebody else")

    [shown] = await editor("Jane Roe\nInstitute of Things")

    quote = filed(walking).draft.quotes[2]
    assert (quote.speaker, quote.affiliation) == ("Jane Roe", "Institute of Things")
    assert "— Jane Roe, Institute of Things" in shown.text


async def test_the_name_that_stands_there_is_confirmed(editor, walking, filed):
    await editor.press("Quotes")
    await editor.press("◂ Before")

    [shown, _] = await editor.press("The name is right")

    assert filed(walking).draft.quotes[1].checked
    assert "The name is right" not in shown.labels


async def test_a_name_changed_meanwhile_is_not_confirmed(editor, walking, staff):
    await editor.press("Quotes")
    await editor.press("◂ Before")
    other = review.SetSpeaker(2, "Jane Roe")
    now = staff.clock.now()
    desk.change(walking, 1, other, staff.catalogue, staff.library, now, "1")

    [shown, _] = await editor.press("The name is right")

    assert "user 1 changed this draft meanwhile (Quote 2)." in shown.text
    assert "— Jane Roe" in shown.text


async def test_a_kind_is_chosen(editor, walking, filed):
    await editor.press("Quotes")
    await editor.press("Kind")

    await editor.press("A fragment")

    assert filed(walking).draft.quotes[2].kind == "fragment"


async def test_the_treatys_text_is_nobodys(editor, walking, filed):
    await editor.press("Quotes")
    await editor.press("Speaker")

    await editor.press("The treaty’s text")

    quote = filed(walking).draft.quotes[2]
    assert (quote.kind, quote.speaker) == ("treaty", "treaty text")


async def test_clauses_are_ticked_and_unticked(editor, walking, filed):
    await editor.press("Quotes")
    await editor.press("Clauses")
    [shown, _] = await tick(editor, "8")
    assert "✓ 8. Defence capability" in shown.text
    await tick(editor, "3")
    assert [one.clause for one in filed(walking).draft.quotes[2].clauses] == [
        "consultation",
        "defence-capability",
    ]

    await tick(editor, "✓ 8")
    assert [one.clause for one in filed(walking).draft.quotes[2].clauses] == ["consultation"]


async def tick(chat, label):
    return await chat.forge(chat.last.data[label])


async def test_a_clause_of_another_treaty_is_written(editor, walking, filed):
    await editor.press("Quotes")
    await editor.press("Clauses")
    await editor.press("Of another treaty")
    [again] = await editor("NATO 5, nonsense")
    assert again.text.startswith("I know no clause called “nonsense”.")

    [shown] = await editor("NATO 5")
    assert [one.clause for one in filed(walking).draft.quotes[2].clauses] == [
        "north-atlantic-1949:assistance"
    ]

    await editor.press("✓ Article 5 of the North")
    assert filed(walking).draft.quotes[2].clauses == ()
    assert shown.kind == "sent"


async def test_the_clauses_of_the_article_are_ticked_from_its_fields(editor, walking, filed):
    await editor.press("Edit")
    await editor.press("Clauses")

    await tick(editor, "3")

    assert "consultation" in [one.clause for one in filed(walking).draft.clauses]


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        pytest.param(
            "Words that are not there", "Those words do not stand in the", id="not there"
        ),
        pytest.param(
            "immediate military assistance", "Those words do not stand in qu", id="unmarked"
        ),
    ],
)
@pytest.mark.usefixtures("walking")
async def test_what_is_no_quote_is_not_made_one(editor, words, refusal):
    await editor.press("Quotes")
    await editor.press("Add a quote")

    [refused] = await editor(words)

    assert refused.text.startswith(refusal)


async def test_a_missed_quote_is_added_and_shown(editor, bring):
    id_ = bring(TERM)
    await editor(f"/draft {id_}")
    await editor.press("Quotes")
    await editor.press("Add a quote")

    [shown] = await editor("Asian NATO")

    assert f"Draft {id_}, quote 2 of 2" in shown.text
    assert "“Asian NATO”" in shown.text


@pytest.fixture
def made(staff):
    """File a draft made by hand."""

    def made(source, *quotes):
        draft = Draft(source=source, treaty="russia-dprk-2024", masthead=Masthead(), quotes=quotes)
        return desk.submit(draft, staff.library, staff.clock.now(), "2", anyway=True).id

    return made


def spanned(source, *words):
    spans = tuple(Span(source.index(one), source.index(one) + len(one)) for one in words)
    return DraftQuote(text=" ".join(words), spans=spans, speaker="Jane Roe", confidence=0.5)


async def test_a_quote_stands_marked_in_what_is_round_it(editor, made):
    id_ = made(SOURCE, spanned(SOURCE, "The second is a promise,"))
    await editor(f"/draft {id_}")
    await editor.press("Quotes")

    [shown, _] = await editor.press("In the source")

    assert shown.marked("bold")[1:] == ["The second is a promise,"]
    assert "… " in shown.text
    assert "Roe said." in shown.text
    assert len(shown.text) < 700


async def test_an_utterance_in_two_parts_is_shown_as_two(editor, made):
    id_ = made(SPLIT, spanned(SPLIT, "It is,", "a response."))
    await editor(f"/draft {id_}")
    [quote, _] = await editor.press("Quotes")
    [shown, _] = await editor.press("In the source")

    assert "“It is,” … “a response.”" in quote.text
    assert shown.marked("bold")[1:] == ["It is,", "a response."]
    assert "“It is,” Lukin said, “a response.” Nobody knew." in shown.text


async def test_the_source_is_read_in_pages_to_its_end(editor, made):
    source = " ".join(f"word{number}" for number in range(1_500))
    id_ = made(source)
    await editor(f"/draft {id_}")
    [page, _] = await editor.press("Source")
    read = page.text.partition("\n\n")[2]
    while "More ▸" in editor.last.labels:
        [page, _] = await editor.press("More ▸")
        read += " " + page.text.partition("\n\n")[2]

    assert read.split() == source.split()


async def test_what_cannot_be_seen_is_not_shown(editor, made):
    id_ = made(SOURCE, spanned(SOURCE, "One\u202e word,"))
    await editor(f"/draft {id_}")
    for label in ("Quotes", "In the source", "◂ Quote 1", "◂ The draft", "Source"):
        [shown, _] = await editor.press(label)
        assert "\u202e" not in shown.text

    assert editor.house.refused == []


async def test_how_sure_it_is_is_said_in_words(editor, made):
    source = "“A first promise,” x. “A second promise,” x. “A third promise,” x."
    sure = {"A first promise,": 0.95, "A second promise,": 0.8, "A third promise,": 0.2}
    made_ = [
        DraftQuote(
            text=words,
            spans=spanned(source, words).spans,
            speaker="Jane Roe",
            evidence="x.",
            confidence=confidence,
        )
        for words, confidence in sure.items()
    ]
    id_ = made(source, *made_)
    await editor(f"/draft {id_}")
    said = []
    for number in (1, 2, 3):
        [shown, _] = await editor.forge(f"1d|quote|{id_}|1|{number}|")
        said.append(shown.marked("italic")[-1].partition(";")[0])

    assert said == ["quite sure", "fairly sure", "a guess"]


async def test_a_draft_without_quotes_says_so(editor, made):
    id_ = made("Nothing at all.")
    await editor(f"/draft {id_}")

    assert "Quotes" not in editor.last.labels
    [shown, _] = await editor.forge(f"1d|quote|{id_}|1|3|")
    assert "This draft has no quotes." in shown.text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("1d|quote|{id}|1|99|", id="a quote beyond the last"),
        pytest.param("1d|keep|{id}|1|99|", id="keep no quote"),
        pytest.param("1d|clause|{id}|1|99|assistance", id="a clause for no quote"),
        pytest.param("1d|clause|{id}|1|1|nonsense", id="no clause"),
        pytest.param("1d|clause|{id}|1|1|", id="no clause at all"),
        pytest.param("1d|bekind|{id}|1|1|nonsense", id="no kind"),
        pytest.param("1d|kind|{id}|1|99|", id="the kind of no quote"),
        pytest.param("1d|name|{id}|1|1|nonsense", id="no name"),
        pytest.param("1d|name|{id}|1|99|nonsense", id="no name for no quote"),
        pytest.param("1d|newname|{id}|1|99|", id="a name for no quote"),
        pytest.param("1d|newclause|{id}|1|99|", id="words for no quote"),
        pytest.param("1d|confirm|{id}|1|99|", id="confirm nothing"),
        pytest.param("1d|around|{id}|1|99|", id="round nothing"),
        pytest.param("1d|field|{id}|1||nonsense", id="no field"),
        pytest.param("1d|unknown|{id}|1||nonsense", id="no field unknown"),
        pytest.param("1d|empty|{id}|1||headline", id="a field not to be emptied"),
        pytest.param("1d|date|{id}|1||nonsense", id="no date"),
        pytest.param("1d|treaty|{id}|1||nonsense", id="no treaty"),
        pytest.param("1d|source|{id}|1|999999|", id="beyond the source"),
        pytest.param("1d|drafts||||", id="the list"),
        pytest.param("1d|drafts|||999999|", id="beyond the list"),
        pytest.param("1d|history|||999999|tass-2024-06-21-lobov", id="beyond history"),
        pytest.param("1d|history||||nonsense", id="history of nothing"),
        pytest.param("1d|correct||||nonsense", id="correct nothing"),
        pytest.param("1d|draft|999999999|1||", id="no draft"),
        pytest.param("1d|publish|999999999|1||", id="publish nothing"),
        pytest.param("1d|discarded|999999999|1||", id="discard nothing"),
        pytest.param("1d|add|999999999|1||", id="add to nothing"),
        pytest.param("1d|confirm|999999999|1|1|", id="confirm in nothing"),
        pytest.param("1d|nonsense|{id}|1||", id="nothing to do"),
        pytest.param("1d|keep|{id}|999999|1|", id="a version to come"),
    ],
)
async def test_a_forged_button_does_no_harm(editor, walking, filed, data):
    shown = await editor.forge(data.format(id=walking))

    assert shown[-1].kind == "notice"
    assert not any("went wrong" in each.message["text"] for each in shown)
    assert editor.house.refused == [] or all("not modified" in r for r in editor.house.refused)
    assert filed(walking).version == 1


async def test_hours_are_told_on_the_clock_of_the_bot(editor, owner, bring, clock):
    clock.advance(dt.timedelta(hours=3, minutes=7))
    id_ = bring()
    await editor(f"/draft {id_}")

    [card] = await owner(f"/draft {id_}")

    assert "since 12:07" in card.text
