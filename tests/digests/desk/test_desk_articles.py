import datetime as dt

from reviewing import SOURCE, kinds
from working import LATER, deeds, published, submitted
from writing import NOW, TODAY, a_quote, an_article, ids, publish, unhurried

from digests import desk, records, review
from digests.answers import search, speaker
from digests.desk import (
    AlreadyRetracted,
    Changed,
    History,
    NoArticle,
    NoReason,
    Opened,
    Overtaken,
    Published,
    Retracted,
)
from digests.library.past import Retraction
from digests.models import Filter
from digests.review import ComplaintKind, SetSpeaker

ALL = Filter()
OLD = an_article(headline="Pact", quotes=(a_quote("Bound.", speaker="Roman Lobov", note="sic"),))


def said(catalogue, library, name):
    about = speaker.about(name, catalogue, library, TODAY, limit=9)
    return [cited.quote.text for cited in about.quotes]


def correct(library, id_=OLD.id, by="2"):
    return desk.correct(id_, library, LATER, by)


def publish_draft(catalogue, library, id_, version=1, now=LATER):
    return desk.publish_draft(id_, version, catalogue, library, now, "2")


def retract(library, id_=OLD.id, reason="a hoax"):
    return desk.retract(id_, reason, library, LATER, "2")


def test_a_correction_answers_at_once_and_the_past_is_kept(catalogue, library):
    publish(catalogue, library, OLD)

    opened = correct(library)
    change = SetSpeaker(1, "Artyom Lukin")
    changed = desk.change(opened.id, 1, change, catalogue, library, LATER, "2")
    assert isinstance(changed, Changed)
    assert publish_draft(catalogue, library, opened.id, 2) == Published(OLD.id, "changed")

    assert said(catalogue, library, "Lukin") == ["Bound."]
    assert said(catalogue, library, "Lobov") == []
    (quote,) = library.articles.get(OLD.id).quotes
    assert quote.note == "sic"
    told = desk.history(OLD.id, library)
    assert [(one.by, one.changed) for one in told.versions] == [
        ("2", ("quotes",)),
        ("an editor", ()),
    ]
    assert deeds(told.actions) == [
        ("corrected", "2", ""),
        ("changed", "2", "quote 1"),
        ("reopened", "2", ""),
    ]


def test_a_correction_that_changes_nothing_leaves_the_article_as_it_is(catalogue, library):
    publish(catalogue, library, OLD)

    assert publish_draft(catalogue, library, correct(library).id) == Published(OLD.id, "same")
    assert library.articles.get(OLD.id) == OLD
    assert library.articles.history(OLD.id) == []


def test_a_published_draft_is_corrected_beside_its_source(catalogue, library):
    id_ = published(catalogue, library)

    filed = library.drafts.get(correct(library, id_).id)

    assert filed.draft.source == SOURCE
    assert filed.corrects == id_
    shown = desk.look(filed.id, catalogue, library, NOW, "2")
    assert shown.complaints == ()


def test_there_is_one_correction_of_an_article_at_a_time(catalogue, library):
    publish(catalogue, library, OLD)
    first = correct(library)

    assert correct(library, by="3") == Opened(first.id, already=True)
    desk.discard(first.id, 1, library, LATER, "2")
    assert not correct(library).already


def test_what_was_changed_since_a_correction_was_begun_is_not_lost(catalogue, library):
    publish(catalogue, library, OLD)
    opened = correct(library)
    publish(catalogue, library, an_article(headline="Another"), by="load")

    assert publish_draft(catalogue, library, opened.id) == Overtaken(OLD.id)
    assert library.articles.get(OLD.id).headline == "Another"


def test_what_was_retracted_since_is_not_published_by_an_old_correction(catalogue, library):
    publish(catalogue, library, OLD)
    opened = correct(library)
    retract(library)

    assert publish_draft(catalogue, library, opened.id) == Overtaken(OLD.id)
    assert library.articles.total() == 0


def test_a_retraction_takes_an_article_out_at_once_and_keeps_it(catalogue, library):
    publish(catalogue, library, OLD)

    assert retract(library, reason=" a\nhoax ") == Retracted(OLD.id)

    assert said(catalogue, library, "Lobov") == []
    assert search.find("pact", catalogue, library, TODAY, limit=9).total.number == 0
    assert library.articles.latest(ALL, 9) == []
    match desk.history(OLD.id, library):
        case History(_, (gone, stood), retraction, actions):
            assert (gone.article, stood.article) == (None, OLD)
            assert retraction == Retraction(LATER, "2", "a hoax")
            assert deeds(actions) == [("retracted", "2", "a hoax")]


def test_a_retraction_needs_an_article_that_stands_and_a_reason(catalogue, library):
    publish(catalogue, library, OLD)

    assert retract(library, "nothing") == NoArticle("nothing")
    assert retract(library, reason=" \n") == NoReason(OLD.id)
    retract(library)
    assert retract(library) == AlreadyRetracted(OLD.id, Retraction(LATER, "2", "a hoax"))
    assert correct(library, "nothing") == NoArticle("nothing")
    assert desk.history("nothing", library) == NoArticle("nothing")


def test_loading_a_retracted_record_is_refused_and_says_why(catalogue, library):
    publish(catalogue, library, OLD)
    retract(library)
    raw = records.dump(OLD).encode()
    other = records.dump(an_article("other")).encode()

    reports = list(
        desk.load(
            [("a.toml", raw), ("b.toml", other)],
            catalogue,
            library,
            NOW,
            by="load",
            pause=unhurried,
        )
    )

    assert [report.outcome for report in reports] == ["refused", "new"]
    (why,) = reports[0].problems
    assert why == (
        f"{OLD.id} was retracted on 2025-01-01 (a hoax); "
        f"to publish it again, an editor opens it with /correct {OLD.id}."
    )
    assert desk.preview(raw, catalogue, library) == ("refused", (why,))
    assert desk.publish(OLD, catalogue, library, NOW, "x") == "retracted"
    assert ids(library.articles.latest(ALL, 9)) == ["other"]


def test_a_retracted_article_comes_back_by_a_correction_that_says_what_it_was(catalogue, library):
    publish(catalogue, library, an_article(headline="Pact", outlet="TASS", summary="Signed."))
    retract(library)

    opened = correct(library)
    shown = desk.look(opened.id, catalogue, library, LATER, "2")
    assert kinds(shown.complaints)[0] is ComplaintKind.RETRACTED
    assert shown.complaints[0].detail == "a hoax"

    assert isinstance(publish_draft(catalogue, library, opened.id), Published)
    assert library.articles.get(OLD.id).headline == "Pact"
    assert deeds(library.actions.of_article(OLD.id))[0] == ("republished", "2", "")
    again = retract(library, reason="still a hoax")
    assert again == Retracted(OLD.id)
    assert library.past.retraction(OLD.id).reason == "still a hoax"


def test_a_new_draft_never_takes_the_id_of_a_retracted_article(catalogue, library):
    id_ = published(catalogue, library)
    retract(library, id_)

    assert published(catalogue, library) == f"{id_}-2"


def test_a_text_that_was_retracted_is_recognised(catalogue, library):
    id_ = published(catalogue, library)
    retract(library, id_)

    draft = library.drafts.of(id_)[0].draft
    assert desk.submit(draft, library, NOW, "1") == review.Twin(id_, "text")


def test_an_article_may_be_corrected_again_and_again(catalogue, library):
    id_ = published(catalogue, library)
    for number in range(3):
        opened = correct(library, id_)
        change = review.RewriteSummary(f"Summary {number}.")
        now = LATER + dt.timedelta(hours=number)
        desk.change(opened.id, 1, change, catalogue, library, now, "2")
        assert publish_draft(catalogue, library, opened.id, 2, now) == Published(id_, "changed")

    assert [one.article.summary for one in library.past.versions(id_)][:3] == [
        "Summary 2.",
        "Summary 1.",
        "Summary 0.",
    ]
    assert submitted(library) > 0
