import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given
from reviewing import HEAD, SOURCE, TREATY, a_draft, a_quote, drafts, headed
from writing import an_article, seeds

from digests import records, review
from digests.drafts import DraftIndirect, DraftQuote, Span, Touched
from digests.models import Article, Happening, Indirect, Quote, Reprint
from digests.review import Reason, Refused
from digests.review.passages import plain

ID = "tass-2024-06-20-mangott"
ID_FORM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LOBOV = "It says ‘immediately’,"


def accepted(catalogue, draft, base=None):
    article = review.accept(draft, catalogue, ID, base)
    assert isinstance(article, Article), article
    return article


def test_an_article_is_what_the_draft_says_without_how_it_was_found(catalogue):
    quote = a_quote(
        "The treaty is a kind of response,",
        "Gerhard Mangott",
        affiliation="University of Innsbruck",
        told="Puls 24",
        evidence="Mangott said",
        clauses=(Touched(clause=f"{TREATY}:assistance", evidence="e"),),
    )
    draft = a_draft(
        quote,
        head=headed(author=" A.  Writer", url="https://tass.com/1", date_note="year inferred"),
        clauses=(Touched(clause="assistance", evidence="Article 4"),),
        events=(Happening(what="Signing", date=dt.date(2024, 6, 19)),),
        indirect=(DraftIndirect(statement="It\nhelps.", span=Span(0, 1), speaker="Lobov"),),
    )

    assert accepted(catalogue, draft) == Article(
        id=ID,
        treaty=TREATY,
        headline="Treaty is a response",
        outlet="TASS",
        published=dt.date(2024, 6, 20),
        date_note="year inferred",
        place="VIENNA",
        author="A. Writer",
        url="https://tass.com/1",
        clauses=("assistance",),
        summary="Mangott calls the treaty a response.",
        quotes=(
            Quote(
                text="The treaty is a kind of response",
                speaker="Gerhard Mangott",
                affiliation="University of Innsbruck",
                told="Puls 24",
                clauses=("assistance",),
            ),
        ),
        indirect=(Indirect(statement="It helps.", speaker="Lobov"),),
        events=(Happening(what="Signing", date=dt.date(2024, 6, 19)),),
    )


def test_parts_are_kept_and_only_the_last_loses_its_comma(catalogue):
    source = "“It is a shield,” Lobov said, “and not a sword,” he added."
    spans = (Span(1, 16), Span(31, 47))
    quote = DraftQuote(text="", spans=spans, speaker="Lobov")

    (made,) = accepted(catalogue, a_draft(quote, source=source)).quotes

    assert made.parts == ("It is a shield,", "and not a sword")
    assert made.text == "It is a shield, and not a sword"


def test_a_dropped_quote_is_left_out(catalogue):
    draft = a_draft(a_quote(LOBOV, "Lobov", kept=False), a_quote("military assistance"))

    assert [q.text for q in accepted(catalogue, draft).quotes] == ["military assistance"]


def test_what_is_told_to_the_outlet_itself_is_not_told_to_another(catalogue):
    draft = a_draft(a_quote(LOBOV, "Lobov", told="Tass"))

    assert accepted(catalogue, draft).quotes[0].told is None


def test_the_treatys_words_have_no_other_speaker(catalogue):
    draft = a_draft(a_quote("military assistance", "Kim", affiliation="x", kind="treaty"))

    (quote,) = accepted(catalogue, draft).quotes
    assert (quote.speaker, quote.affiliation) == ("treaty text", None)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        pytest.param({"statement": "It helps.", "speaker": "Kim"}, 1, id="short"),
        pytest.param({"statement": "It helps."}, 0, id="of nobody"),
        pytest.param({"statement": "x" * 301, "speaker": "Kim"}, 0, id="a paragraph"),
        pytest.param({"statement": "\n", "speaker": "Kim"}, 0, id="empty"),
    ],
)
def test_short_statements_that_are_somebodys_are_kept(catalogue, given, kept):
    draft = a_draft(indirect=(DraftIndirect(span=Span(0, 1), **given),))

    assert len(accepted(catalogue, draft).indirect) == kept


def test_events_that_no_record_could_hold_are_left_out(catalogue):
    day = dt.date(2024, 6, 19)
    good = Happening(what="Visit", date=day, until=day)
    bad = (
        Happening(what=""),
        Happening(what="x" * 301),
        Happening(what="Visit", until=day),
        Happening(what="Visit", date=day, until=dt.date(2024, 6, 18)),
    )

    assert accepted(catalogue, a_draft(events=(*bad, good))).events == (good,)


def test_a_summary_nobody_has_read_is_not_published(catalogue):
    assert accepted(catalogue, a_draft(summarised=False)).summary is None


@pytest.mark.parametrize(
    ("draft", "reason", "told"),
    [
        pytest.param(a_draft(treaty=None), Reason.NO_SUCH_TREATY, "", id="no treaty"),
        pytest.param(a_draft(treaty="gone"), Reason.UNFIT, "'gone'", id="a treaty unknown"),
        pytest.param(
            a_draft(clauses=(Touched(clause="moon", evidence=""),)),
            Reason.UNFIT,
            "'moon'",
            id="a clause unknown",
        ),
        pytest.param(a_draft(head=headed(author="x" * 301)), Reason.UNFIT, "author", id="long"),
        pytest.param(a_draft(head=headed(url="tass")), Reason.UNFIT, "url", id="no address"),
        pytest.param(
            a_draft(a_quote(LOBOV, "Treaty Text")), Reason.UNFIT, "quotes 1", id="no speaker"
        ),
    ],
)
def test_what_no_record_may_hold_is_refused_and_named(catalogue, draft, reason, told):
    refused = review.accept(draft, catalogue, ID)

    assert isinstance(refused, Refused)
    assert refused.reason == reason
    assert told in refused.detail


@given(draft=drafts())
def test_accepted_quotes_are_verbatim_in_the_source_up_to_white_space(catalogue, draft):
    article = review.accept(draft, catalogue, ID)

    if isinstance(article, Article):
        source = plain(draft.source)
        assert all(part in source for quote in article.quotes for part in quote.stretches)
        assert len(article.quotes) <= sum(quote.kept for quote in draft.quotes)


@given(draft=drafts())
def test_what_is_accepted_is_a_record_that_loads(catalogue, draft):
    article = review.accept(draft, catalogue, ID)

    if isinstance(article, Article):
        assert records.parse(records.dump(article).encode(), catalogue) == article


@pytest.mark.parametrize("raw", [pytest.param(raw, id=name) for name, raw in seeds()])
def test_a_record_opened_again_and_accepted_is_the_same(catalogue, raw):
    article = records.parse(raw, catalogue)
    draft = review.reopen(article)

    assert review.accept(draft, catalogue, article.id, article) == article
    assert not review.blocking(review.complaints(draft, catalogue))


@given(draft=drafts())
def test_an_accepted_draft_opened_again_is_accepted_as_the_same(catalogue, draft):
    article = review.accept(draft, catalogue, ID)

    if isinstance(article, Article):
        again = review.reopen(article, draft.source)
        assert review.accept(again, catalogue, ID, article) == article


def test_what_only_a_record_holds_outlives_a_correction(catalogue):
    article = an_article(
        headline="Pact",
        published_from=dt.date(2024, 6, 20),
        also_in=(Reprint(outlet="Xinhua"),),
        quotes=(Quote(text="Mutual.", language="ko", note="as printed", parts=()),),
        indirect=(Indirect(statement="x" * 400),),
    )
    draft = replace(review.reopen(article), masthead=headed(published=None))

    after = review.accept(draft, catalogue, article.id, article)

    assert isinstance(after, Article)
    assert (after.headline, after.published_from) == (HEAD.headline, dt.date(2024, 6, 20))
    assert (after.also_in, after.indirect) == (article.also_in, article.indirect)
    assert after.quotes == article.quotes


def test_a_quote_of_an_opened_record_is_found_in_the_text_it_came_from(catalogue):
    article = accepted(catalogue, a_draft())

    opened = review.reopen(article, SOURCE)
    elsewhere = review.reopen(article, "another text")

    (quote,) = opened.quotes
    assert SOURCE[quote.start : quote.end] == "The treaty is\na kind of response"
    assert elsewhere.source == "“The treaty is a kind of response”\n"
    assert review.complaints(elsewhere, catalogue) == ()


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        pytest.param(a_draft(), "tass-2024-06-20-mangott", id="outlet, day, surname"),
        pytest.param(
            a_draft(a_quote(LOBOV, "Kim Jong Un")), "tass-2024-06-20-kim-jong-un", id="short name"
        ),
        pytest.param(
            a_draft(a_quote(LOBOV, "Роман Лобов"), head=headed(outlet="РИА Новости")),
            "ria-novosti-2024-06-20-lobov",
            id="Cyrillic",
        ),
        pytest.param(
            a_draft(a_quote(LOBOV), head=headed(outlet=None, published=None)),
            "unidentified-undated-treaty-is-a-response",
            id="hardly anything known",
        ),
        pytest.param(
            a_draft(a_quote(LOBOV, "북한"), head=headed(outlet="연합", headline="조약")),
            "unidentified-2024-06-20-article",
            id="nothing in Latin letters",
        ),
        pytest.param(
            a_draft(a_quote(LOBOV, "Ministry"), head=headed(outlet="The Very Long Herald Of All")),
            "the-very-long-2024-06-20-ministry",
            id="a long outlet",
        ),
    ],
)
def test_an_id_says_outlet_day_and_whom_it_is_about(draft, expected):
    assert review.identify(draft, lambda _: False) == expected


def test_an_id_that_is_taken_gets_a_number():
    taken = {"tass-2024-06-20-mangott", "tass-2024-06-20-mangott-2"}

    assert review.identify(a_draft(), taken.__contains__) == "tass-2024-06-20-mangott-3"


@given(draft=drafts())
def test_every_id_has_the_form_of_one_and_is_new(draft):
    taken = set()
    for _ in range(12):
        id_ = review.identify(draft, taken.__contains__)
        assert ID_FORM.fullmatch(id_)
        assert len(id_) <= 56
        assert id_ not in taken
        taken.add(id_)
