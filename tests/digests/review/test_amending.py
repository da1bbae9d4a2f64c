import datetime as dt

import pytest
from hypothesis import given
from reviewing import CHANGES, SOURCE, TREATY, a_draft, a_quote, drafts, headed

from digests import review
from digests.drafts import Draft, Touched
from digests.review import (
    AcceptSummary,
    AddQuote,
    DeclareUnknown,
    KeepQuote,
    Reason,
    Refused,
    RewriteSummary,
    SetClauses,
    SetField,
    SetKind,
    SetSpeaker,
)

RESPONSE = "The treaty is a kind of response,"
LOBOV = "It says ‘immediately’,"
DATED = a_draft(head=headed(date_note="year inferred"))


def amended(catalogue, change, draft=None):
    found = review.amend(draft or a_draft(), change, catalogue)
    assert isinstance(found, Draft), found
    return found


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        pytest.param("headline", "  A\u202e new\n one ", "A new one", id="blanks put in order"),
        pytest.param("place", "", None, id="emptied"),
        pytest.param("outlet", "associated press", "AP", id="an outlet by another name"),
        pytest.param("outlet", "The Nowhere Herald", "The Nowhere Herald", id="a new outlet"),
        pytest.param("url", "tass.com/politics/1", "https://tass.com/politics/1", id="bare url"),
        pytest.param("url", "http://a.org/x?y=z", "http://a.org/x?y=z", id="a whole url"),
        pytest.param("published", "2024-06-21", dt.date(2024, 6, 21), id="ISO"),
        pytest.param("published", "June 21, 2024", dt.date(2024, 6, 21), id="American"),
        pytest.param("published", "21 июня 2024 года", dt.date(2024, 6, 21), id="Russian"),
        pytest.param("published", "2024년 6월 21일", dt.date(2024, 6, 21), id="Korean"),
        pytest.param("published", "Fri, 21 Jun 2024 10:05", dt.date(2024, 6, 21), id="with time"),
        pytest.param("published", "21.06.2024", dt.date(2024, 6, 21), id="digits"),
    ],
)
def test_a_field_is_read_as_people_write_it(catalogue, field, value, kept):
    head = amended(catalogue, SetField(field, value), DATED).masthead

    assert getattr(head, field) == kept


@pytest.mark.parametrize(
    ("field", "value", "reason", "detail"),
    [
        pytest.param("colour", "red", Reason.NO_SUCH_FIELD, "colour", id="no field"),
        pytest.param("headline", " \n", Reason.EMPTY, "headline", id="needed, so not emptied"),
        pytest.param("headline", "a" * 301, Reason.TOO_LONG, "a" * 300, id="too long"),
        pytest.param("published", "soon", Reason.NOT_A_DATE, "soon", id="no date"),
        pytest.param("published", "June 2024", Reason.NOT_A_DATE, "June 2024", id="a month"),
        pytest.param("published", "31 June 2024", Reason.NOT_A_DATE, "31 June 2024", id="no day"),
        pytest.param(
            "published", "18-19 June 2024", Reason.NOT_A_DATE, "18-19 June 2024", id="two days"
        ),
        pytest.param("published", "20 June", Reason.NO_YEAR, "20 June", id="no year"),
        pytest.param(
            "published", "06/07/2024", Reason.WHICH_DATE, "2024-07-06 2024-06-07", id="either way"
        ),
        pytest.param("url", "not a url", Reason.NOT_A_URL, "not a url", id="no url"),
        pytest.param("url", "ftp://a.org/x", Reason.NOT_A_URL, "ftp://a.org/x", id="ftp"),
        pytest.param("url", "http://[", Reason.NOT_A_URL, "http://[", id="broken"),
        pytest.param("treaty", "the pact", Reason.NO_SUCH_TREATY, "the pact", id="no treaty"),
        pytest.param("summary", "\n", Reason.EMPTY, "summary", id="empty summary"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(catalogue, field, value, reason, detail):
    refused = review.amend(a_draft(), SetField(field, value), catalogue)

    assert refused == Refused(reason, detail)


def test_a_date_that_was_set_is_inferred_no_more(catalogue):
    assert (
        amended(catalogue, SetField("published", "2024-06-20"), DATED).masthead.date_note is None
    )


def test_what_is_declared_unknown_is_empty_until_it_is_known(catalogue):
    unknown = amended(catalogue, DeclareUnknown("published"))
    known = amended(catalogue, SetField("published", "2024-06-21"), unknown)

    assert (unknown.masthead.published, unknown.unknown) == (None, ("published",))
    assert (known.masthead.published, known.unknown) == (dt.date(2024, 6, 21), ())
    assert review.amend(unknown, DeclareUnknown("url"), catalogue) == Refused(
        Reason.NO_SUCH_FIELD, "url"
    )


def test_a_summary_is_accepted_or_written_anew(catalogue):
    drafted = a_draft(summarised=False)
    nothing = amended(catalogue, DeclareUnknown("summary"))
    rewritten = amended(catalogue, RewriteSummary(" One. \n\n Two. "), nothing)

    assert amended(catalogue, AcceptSummary(), drafted).summarised
    assert review.amend(nothing, AcceptSummary(), catalogue) == Refused(Reason.NO_SUMMARY)
    assert (rewritten.summary, rewritten.summarised) == ("One.\nTwo.", True)
    assert rewritten.unknown == ()


def test_another_treaty_takes_the_clauses_along_under_their_addresses(catalogue):
    clauses = (
        Touched(clause="assistance", evidence="e"),
        Touched(clause="north-atlantic-1949:assistance", evidence="e"),
    )
    turned = amended(catalogue, SetField("treaty", "NATO"), a_draft(clauses=clauses))

    assert turned.treaty == "north-atlantic-1949"
    assert [one.clause for one in turned.clauses] == [f"{TREATY}:assistance", "assistance"]
    assert amended(catalogue, SetField("treaty", TREATY), turned).clauses == clauses


@pytest.mark.parametrize(
    ("change", "speaker", "affiliation", "kind"),
    [
        pytest.param(
            SetSpeaker(1, "герхард мангот"), "герхард мангот", None, "sentence", id="as written"
        ),
        pytest.param(
            SetSpeaker(1, "ARTEM LUKIN"),
            "Artyom Lukin",
            "Far Eastern Federal University",
            "sentence",
            id="a person of the catalogue",
        ),
        pytest.param(
            SetSpeaker(1, "Artyom Lukin", "Carnegie"), "Artyom Lukin", "Carnegie", "sentence",
            id="with an affiliation",
        ),
        pytest.param(SetSpeaker(1, "Lobov"), "Roman Lobov", None, "sentence", id="a surname here"),
        pytest.param(
            SetSpeaker(1, "Treaty  Text"), "treaty text", None, "treaty", id="the treaty"
        ),
        pytest.param(SetSpeaker(1, None), None, None, "sentence", id="nobody"),
        pytest.param(SetKind(1, "treaty"), "treaty text", None, "treaty", id="by its kind"),
    ],
)  # fmt: skip
def test_a_speaker_is_who_the_editor_says(catalogue, change, speaker, affiliation, kind):
    draft = a_draft(
        a_quote(RESPONSE, "Mangott", affiliation="A University"),
        a_quote(LOBOV, "Roman Lobov"),
    )
    if speaker == "Roman Lobov":
        affiliation = catalogue.person("Roman Lobov").affiliation

    quote = amended(catalogue, change, draft).quotes[0]

    assert (quote.speaker, quote.affiliation, quote.kind) == (speaker, affiliation, kind)
    assert quote.checked


def test_the_same_speaker_again_is_confirmed_and_loses_nothing(catalogue):
    draft = a_draft(a_quote(RESPONSE, "Jane Roe", affiliation="A University", confidence=0.2))

    quote = amended(catalogue, SetSpeaker(1, "Jane Roe"), draft).quotes[0]

    assert (quote.checked, quote.affiliation) == (True, "A University")
    assert review.complaints(amended(catalogue, SetSpeaker(1, "Jane Roe"), draft), catalogue) == ()


def test_words_that_are_the_treatys_no_more_have_no_speaker(catalogue):
    treaty = amended(catalogue, SetKind(1, "treaty"))

    assert amended(catalogue, SetKind(1, "fragment"), treaty).quotes[0].speaker is None
    assert amended(catalogue, SetSpeaker(1, "Kim"), treaty).quotes[0].kind == "sentence"


def test_a_surname_that_two_people_bear_is_left_as_it_is(catalogue):
    draft = a_draft(a_quote(RESPONSE, "Jane Roe"), a_quote(LOBOV, "John Roe"))

    assert amended(catalogue, SetSpeaker(1, "Roe"), draft).quotes[0].speaker == "Roe"


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        pytest.param(("assistance",), ["assistance"], id="a slug"),
        pytest.param(("Article 4", "4", "mutual assistance"), ["assistance"], id="names of one"),
        pytest.param(("NATO Article 5",), ["north-atlantic-1949:assistance"], id="elsewhere"),
        pytest.param((), [], id="none"),
    ],
)
def test_clauses_are_read_by_any_name(catalogue, names, kept):
    draft = a_draft(clauses=(Touched(clause="assistance", evidence="immediately"),))
    article = amended(catalogue, SetClauses(None, names), draft)
    quote = amended(catalogue, SetClauses(1, names), draft).quotes[0]

    assert [one.clause for one in article.clauses] == kept
    assert [one.clause for one in quote.clauses] == kept
    assert {one.evidence for one in article.clauses if one.clause == "assistance"} <= {
        "immediately"
    }


def test_a_clause_nobody_knows_is_refused(catalogue):
    for number in (None, 1):
        refused = review.amend(a_draft(), SetClauses(number, ("4", "the moon")), catalogue)
        assert refused == Refused(Reason.NO_SUCH_CLAUSE, "the moon")


def test_a_quote_that_was_missed_is_added_where_it_stands(catalogue):
    draft = a_draft(a_quote("military assistance", kind="treaty"))

    added = amended(catalogue, AddQuote("“The treaty is a kind of   response,”"), draft)

    first, second = added.quotes
    assert SOURCE[first.start : first.end] == "The treaty is\na kind of response,"
    assert (first.kind, first.speaker, first.kept) == ("sentence", None, True)
    assert second.text == "military assistance"


@pytest.mark.parametrize(
    ("change", "reason", "detail"),
    [
        pytest.param(KeepQuote(0, keep=True), Reason.NO_SUCH_QUOTE, "0", id="before all"),
        pytest.param(KeepQuote(2, keep=True), Reason.NO_SUCH_QUOTE, "2", id="behind all"),
        pytest.param(SetSpeaker(1, " "), Reason.EMPTY, "", id="a name of blanks"),
        pytest.param(SetSpeaker(1, "Kim", "a" * 301), Reason.TOO_LONG, "a" * 300, id="too long"),
        pytest.param(AddQuote("“”"), Reason.EMPTY, "", id="no words"),
        pytest.param(AddQuote("nobody said"), Reason.NOT_IN_SOURCE, "nobody said", id="not there"),
        pytest.param(
            AddQuote("The treaty speaks of"),
            Reason.NOT_QUOTED,
            "The treaty speaks of",
            id="outside the marks",
        ),
        pytest.param(AddQuote("a kind of"), Reason.KNOWN_QUOTE, "1", id="known"),
    ],
)
def test_what_cannot_be_done_to_a_quote_is_refused(catalogue, change, reason, detail):
    assert review.amend(a_draft(), change, catalogue) == Refused(reason, detail)


@given(draft=drafts(), change=CHANGES)
def test_amending_never_fails_and_leaves_the_source_alone(catalogue, draft, change):
    match review.amend(draft, change, catalogue):
        case Refused(reason, detail):
            assert isinstance(reason, Reason)
            assert isinstance(detail, str)
        case Draft() as after:
            assert after.source == draft.source
            assert {quote.spans for quote in draft.quotes} <= {q.spans for q in after.quotes}


@given(draft=drafts(), change=CHANGES)
def test_the_same_change_again_changes_nothing(catalogue, draft, change):
    once = review.amend(draft, change, catalogue)

    if isinstance(once, Draft) and not isinstance(change, AddQuote):
        assert review.amend(once, change, catalogue) == once
