import datetime as dt
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewing import CHANGES, SOURCE, a_draft, a_quote, drafts, headed, kinds
from working import LATER, deeds, published, submitted
from writing import NOW, an_article, publish
from writing import a_quote as quoted

from digests import desk, review
from digests.answers import clause, speaker
from digests.desk import Blocked, Changed, Discarded, NoDraft, NotOpen, Published, Refused, Stale
from digests.drafts import Draft, Touched
from digests.errors import LibraryBusy
from digests.library import Library
from digests.library.drafts import Hold
from digests.models import Article, Happening
from digests.review import ComplaintKind, SetField, Twin

URL = "https://tass.com/1"
SPEECH = "Both will provide military assistance by all means."
TOLD = f"SEOUL -- “{SPEECH}” Lobov said."


def change(library, catalogue, id_, version, what, by="1", now=LATER):
    return desk.change(id_, version, what, catalogue, library, now, by)


def look(library, catalogue, id_, by="1", now=NOW):
    return desk.look(id_, catalogue, library, now, by)


def test_a_draft_that_is_published_answers_at_once(catalogue, library):
    quote = a_quote(
        "It says ‘immediately’,",
        "Roman Lobov",
        clauses=(Touched(clause="assistance", evidence="immediately"),),
    )

    article = published(catalogue, library, a_draft(quote))

    assert article == "tass-2024-06-20-lobov"
    told = speaker.about("Lobov", catalogue, library, NOW.date(), limit=9).quotes
    assert [one.quote.text for one in told] == ["It says ‘immediately’"]
    about = clause.about("assistance", catalogue, library, NOW.date(), limit=9)
    assert about.tally.quotes == 1
    assert deeds(library.actions.of_article(article)) == [
        ("published", "1", ""),
        ("submitted", "1", ""),
    ]


def test_the_same_text_is_recognised_before_anything_is_stored(catalogue, library):
    first = submitted(library)

    assert desk.submit(a_draft(), library, NOW, "2") == Twin(f"#{first}", "text")
    assert library.drafts.count() == 1

    desk.publish_draft(first, 1, catalogue, library, NOW, "1")
    again = desk.submit(a_draft(source=f"{SOURCE}\n"), library, NOW, "2")
    assert again == Twin("tass-2024-06-20-mangott", "text")


def test_the_same_address_is_recognised_and_complained_of_where_it_is_filed_anyway(
    catalogue, library
):
    publish(catalogue, library, an_article("a", url=f"{URL}/"))
    draft = a_draft(head=headed(url=f"{URL}?utm_source=x"))

    assert desk.submit(draft, library, NOW, "1") == Twin("a", "url")

    shown = look(library, catalogue, submitted(library, draft))
    assert [(one.kind, one.where) for one in shown.complaints] == [(ComplaintKind.SAME_URL, "a")]


def test_a_draft_is_not_its_own_twin(catalogue, library):
    id_ = submitted(library, a_draft(head=headed(url=URL)))

    assert look(library, catalogue, id_).complaints == ()


def test_the_same_words_of_somebody_else_are_complained_of(catalogue, library):
    publish(
        catalogue,
        library,
        an_article("a", quotes=(quoted(SPEECH.upper(), speaker="Jane Roe"),)),
        an_article("b", quotes=(quoted(f"I say: {SPEECH} So be it.", speaker="Артём Лукин"),)),
        an_article("c", quotes=(quoted(SPEECH, speaker="Роман Лобов"),)),
        an_article("d", quotes=(quoted(SPEECH),)),
        an_article("e", quotes=(quoted("Both will provide.", speaker="Jane Roe"),)),
    )
    quote = a_quote(SPEECH, "Roman Lobov", source=TOLD)

    shown = look(library, catalogue, submitted(library, a_draft(quote, source=TOLD)))

    assert {(one.about, one.detail, one.where) for one in shown.complaints} == {
        ("1", "Jane Roe", "a"),
        ("1", "Артём Лукин", "b"),
    }
    assert set(kinds(shown.complaints)) == {ComplaintKind.OTHER_SPEAKER}


def test_what_is_missing_blocks_until_it_is_filled_or_declared_unknown(catalogue, library):
    id_ = submitted(library, a_draft(head=headed(headline=None, published=None)))

    blocked = desk.publish_draft(id_, 1, catalogue, library, NOW, "1")
    assert kinds(blocked.complaints) == [ComplaintKind.NO_HEADLINE, ComplaintKind.NO_DATE]

    change(library, catalogue, id_, 1, SetField("headline", "Treaty"))
    change(library, catalogue, id_, 2, review.DeclareUnknown("published"))
    assert desk.publish_draft(id_, 3, catalogue, library, NOW, "1") == Published(
        "tass-undated-mangott", "new"
    )


def test_a_change_is_kept_and_recorded(catalogue, library):
    id_ = submitted(library)

    changed = change(library, catalogue, id_, 1, SetField("outlet", "yonhap"), by="2")

    assert isinstance(changed, Changed)
    assert (changed.filed.version, changed.filed.changed_at) == (2, LATER)
    assert changed.filed.draft.masthead.outlet == "Yonhap"
    assert changed.filed == library.drafts.get(id_)
    assert deeds(library.actions.of_draft(id_))[0] == ("changed", "2", "outlet")


@pytest.mark.parametrize(
    ("what", "detail"),
    [
        (review.DeclareUnknown("headline"), "headline"),
        (review.AcceptSummary(), "summary"),
        (review.RewriteSummary("New."), "summary"),
        (review.SetClauses(None, ("4",)), "clauses"),
        (review.SetClauses(1, ("4",)), "quote 1"),
        (review.KeepQuote(1, keep=False), "quote 1"),
        (review.SetSpeaker(1, "Kim"), "quote 1"),
        (review.SetKind(1, "fragment"), "quote 1"),
        (review.AddQuote("military assistance"), "quotes"),
    ],
)
def test_the_record_tells_what_a_change_was_about(catalogue, library, what, detail):
    id_ = submitted(library)

    assert isinstance(change(library, catalogue, id_, 1, what), Changed)
    assert library.actions.of_draft(id_)[0].detail == detail


def test_two_editors_on_one_draft_know_of_each_other_and_lose_nothing(catalogue, library):
    id_ = submitted(library, by="1")

    assert look(library, catalogue, id_, by="1").hold is None
    assert look(library, catalogue, id_, by="2").hold == Hold("1", NOW)

    first = change(library, catalogue, id_, 1, SetField("place", "Seoul"), by="1", now=NOW)
    second = change(library, catalogue, id_, 1, SetField("place", "Busan"), by="2", now=NOW)
    assert isinstance(first, Changed)
    assert second == Stale(first.filed)
    third = change(library, catalogue, id_, 2, SetField("author", "A. Writer"), by="2", now=NOW)
    assert third.hold == Hold("1", NOW)
    assert (third.filed.draft.masthead.place, third.filed.version) == ("Seoul", 3)


def test_what_is_refused_changes_and_records_nothing(catalogue, library):
    id_ = submitted(library)
    before = library.drafts.get(id_), library.actions.latest(9)

    refused = change(library, catalogue, id_, 1, SetField("published", "soon"))

    assert isinstance(refused, Refused)
    assert (library.drafts.get(id_), library.actions.latest(9)) == before


def act(name, catalogue, library, id_, version):
    match name:
        case "change":
            return change(library, catalogue, id_, version, review.AcceptSummary())
        case "publish":
            return desk.publish_draft(id_, version, catalogue, library, NOW, "1")
        case "discard":
            return desk.discard(id_, version, library, NOW, "1")


@pytest.mark.parametrize("name", ["change", "publish", "discard"])
def test_nothing_is_done_to_a_draft_that_is_gone_closed_or_newer(catalogue, library, name):
    done, newer = submitted(library), submitted(library)
    desk.discard(done, 1, library, NOW, "1")
    change(library, catalogue, newer, 1, SetField("place", "Seoul"))

    assert act(name, catalogue, library, 99, 1) == NoDraft(99)
    assert act(name, catalogue, library, done, 2) == NotOpen(library.drafts.get(done))
    assert act(name, catalogue, library, newer, 1) == Stale(library.drafts.get(newer))
    assert look(library, catalogue, 99) == NoDraft(99)


def test_a_discarded_draft_is_out_of_the_way_and_may_come_again(library):
    id_ = submitted(library)

    assert desk.discard(id_, 1, library, NOW, "1") == Discarded(id_)
    assert library.drafts.open(9) == []
    assert isinstance(desk.submit(a_draft(), library, NOW, "1"), desk.Submitted)


def test_what_no_record_may_hold_is_refused_and_nothing_is_published(catalogue, library):
    id_ = submitted(library, a_draft(clauses=(Touched(clause="moon", evidence=""),)))

    refused = desk.publish_draft(id_, 1, catalogue, library, NOW, "1")

    assert isinstance(refused, Refused)
    assert "moon" in refused.detail
    assert library.articles.total() == 0
    assert library.drafts.get(id_).state == "open"


def test_two_articles_of_one_day_on_one_person_have_two_ids(catalogue, library):
    assert published(catalogue, library) == "tass-2024-06-20-mangott"
    assert published(catalogue, library) == "tass-2024-06-20-mangott-2"


def test_a_draft_with_an_event_no_record_could_hold_is_filed_without_it(library):
    id_ = submitted(library, a_draft(events=(Happening(what="x" * 301),)))

    assert library.drafts.get(id_).draft.events == ()


@pytest.mark.parametrize("name", ["change", "publish", "discard"])
def test_beside_another_writer_nothing_is_done_by_halves(catalogue, tmp_path, name):
    path = tmp_path / "library.db"
    with closing(Library.open(path)) as one, closing(Library.open(path)) as other:
        id_ = submitted(one)
        with other.atomic(), pytest.raises(LibraryBusy):
            act(name, catalogue, one, id_, 1)
        assert (one.drafts.get(id_).version, one.articles.total()) == (1, 0)
        act(name, catalogue, one, id_, 1)
        assert one.drafts.get(id_).version == 2


@settings(max_examples=50, deadline=None)
@given(draft=drafts(), what=st.lists(CHANGES, max_size=5))
def test_whatever_is_brought_and_done_each_step_has_an_outcome(catalogue, draft, what):
    with closing(Library.open(None)) as library:
        id_ = submitted(library, draft)
        version = 1
        for one in what:
            match change(library, catalogue, id_, version, one):
                case Changed(filed):
                    version = filed.version
                case Refused():
                    pass
        look(library, catalogue, id_, now=NOW + dt.timedelta(days=1))
        match desk.publish_draft(id_, version, catalogue, library, NOW, "1"):
            case Published(article):
                assert isinstance(library.articles.get(article), Article)
            case Blocked() | Refused():
                assert library.articles.total() == 0
                assert isinstance(library.drafts.get(id_).draft, Draft)
