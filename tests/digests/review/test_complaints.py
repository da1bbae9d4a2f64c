from dataclasses import replace

import pytest
from hypothesis import given
from reviewing import a_draft, a_quote, drafts, headed, kinds

from digests import review
from digests.drafts import Draft
from digests.review import Complaint, ComplaintKind, Known, Rival, Severity, Twin

LOBOV = "It says ‘immediately’,"
RESPONSE = "The treaty is a kind of response,"


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        pytest.param(a_draft(), [], id="nothing"),
        pytest.param(a_draft(treaty=None), [(ComplaintKind.NO_TREATY, "treaty")], id="no treaty"),
        pytest.param(
            a_draft(treaty="gone"), [(ComplaintKind.NO_TREATY, "treaty")], id="a treaty unknown"
        ),
        pytest.param(
            a_draft(head=headed(headline=None)),
            [(ComplaintKind.NO_HEADLINE, "headline")],
            id="no headline",
        ),
        pytest.param(
            a_draft(head=headed(outlet=None, published=None)),
            [(ComplaintKind.NO_OUTLET, "outlet"), (ComplaintKind.NO_DATE, "published")],
            id="no outlet and no date",
        ),
        pytest.param(
            a_draft(
                head=headed(headline=None, outlet=None, published=None),
                summary=None,
                unknown=review.MAY_BE_UNKNOWN,
            ),
            [],
            id="all declared unknown",
        ),
        pytest.param(
            a_draft(summary=None, summarised=False),
            [(ComplaintKind.NO_SUMMARY, "summary")],
            id="no summary",
        ),
        pytest.param(
            a_draft(summarised=False),
            [(ComplaintKind.SUMMARY_IS_DRAFT, "summary")],
            id="a summary nobody has read",
        ),
        pytest.param(
            a_draft(a_quote(LOBOV)), [(ComplaintKind.NO_SPEAKER, "1")], id="a quote of nobody"
        ),
        pytest.param(a_draft(a_quote(LOBOV, checked=True)), [], id="left open by an editor"),
        pytest.param(
            a_draft(a_quote("military assistance", kind="treaty")), [], id="a treaty’s own words"
        ),
        pytest.param(
            a_draft(a_quote(RESPONSE, "Mangott"), a_quote(LOBOV, "Lobov", confidence=0.74)),
            [(ComplaintKind.DOUBTFUL_SPEAKER, "2")],
            id="a speaker in doubt",
        ),
        pytest.param(
            a_draft(a_quote(LOBOV, "Lobov", confidence=0.1, checked=True)), [], id="confirmed"
        ),
        pytest.param(
            a_draft(a_quote(LOBOV, kept=False)),
            [(ComplaintKind.NOTHING_QUOTED, "")],
            id="the only quote dropped",
        ),
        pytest.param(
            a_draft(a_quote("The treaty is", "Mangott")),
            [(ComplaintKind.END_GUESSED, "1")],
            id="no mark where a quote ends",
        ),
        pytest.param(
            a_draft(a_quote("military assistance", "Lobov")), [], id="the stop behind the mark"
        ),
    ],
)
def test_what_is_wrong_with_a_draft_is_complained_of(catalogue, draft, expected):
    found = review.complaints(draft, catalogue)

    assert [(one.kind, one.about) for one in found] == expected


def test_what_is_said_with_a_complaint_is_what_an_editor_needs(catalogue):
    head = headed(outlet="The Nowhere Herald", date_note="year inferred")
    draft = a_draft(a_quote(LOBOV, "Lobov", confidence=0.5, evidence="Lobov noted"), head=head)

    assert review.complaints(draft, catalogue) == (
        Complaint(ComplaintKind.DOUBTFUL_SPEAKER, "1", "Lobov noted"),
        Complaint(ComplaintKind.UNKNOWN_OUTLET, "outlet", "The Nowhere Herald"),
        Complaint(ComplaintKind.DATE_INFERRED, "published", "year inferred"),
    )


def test_what_the_library_knows_is_complained_of_too(catalogue):
    known = Known(
        twins=(Twin("tass-1", "url"), Twin("#7", "text")),
        rivals=(Rival(1, "Roman Lobov", "tass-2"),),
        retracted="a hoax",
    )

    assert review.complaints(a_draft(), catalogue, known) == (
        Complaint(ComplaintKind.RETRACTED, detail="a hoax"),
        Complaint(ComplaintKind.SAME_URL, "url", where="tass-1"),
        Complaint(ComplaintKind.SAME_TEXT, where="#7"),
        Complaint(ComplaintKind.OTHER_SPEAKER, "1", "Roman Lobov", "tass-2"),
    )


def test_the_worst_comes_first_and_a_note_last(catalogue):
    head = headed(headline=None, date_note="year inferred")
    draft = a_draft(a_quote(LOBOV), head=head, summarised=False)

    found = review.complaints(draft, catalogue)
    severities = [one.kind.severity for one in found]

    assert severities == [Severity.BLOCKS, Severity.BLOCKS, Severity.DOUBT, Severity.NOTE]
    assert review.blocking(found) == found[:2]


def test_an_empty_draft_lacks_everything(catalogue):
    found = review.complaints(Draft(source=""), catalogue)

    assert set(kinds(review.blocking(found))) == {
        ComplaintKind.NO_TREATY,
        ComplaintKind.NO_HEADLINE,
        ComplaintKind.NO_OUTLET,
        ComplaintKind.NO_DATE,
        ComplaintKind.NO_SUMMARY,
    }


@given(draft=drafts())
def test_complaining_never_fails_and_names_quotes_that_are_there(catalogue, draft):
    found = review.complaints(draft, catalogue)

    numbers = {one.about for one in found if one.about.isdigit()}
    assert numbers <= {str(n) for n, quote in enumerate(draft.quotes, 1) if quote.kept}


@given(draft=drafts())
def test_a_dropped_quote_is_no_matter(catalogue, draft):
    dropped = replace(draft, quotes=tuple(replace(quote, kept=False) for quote in draft.quotes))

    assert not [o for o in review.complaints(dropped, catalogue) if o.about.isdigit()]
