import datetime as dt

from shelving import NOW, a_quote, an_article, put

from digests.library.reports import Objection, Verdict

LATER = NOW + dt.timedelta(hours=1)
TWO = an_article("a", quotes=(a_quote("One, two, three."), a_quote("Four.")))


def reported(library, number=1, reader=5, now=NOW, words="He did not say that."):
    return library.reports.add("a", number, words, reader, "en", now)


def test_an_objection_holds_what_the_reader_saw_and_said(library):
    put(library, TWO)

    id_ = reported(library, words=" Not his words. " + "x" * 2_000)

    assert library.reports.get(id_) == Objection(
        id=id_,
        article="a",
        number=1,
        text="One, two, three.",
        reader=5,
        language="en",
        words=("Not his words. " + "x" * 2_000)[:1_000],
        at=NOW,
        verdict=None,
        answer="",
        settled_by=None,
        settled_at=None,
    )


def test_only_a_quote_that_stands_there_can_be_wrong(library):
    put(library, TWO)

    assert reported(library, 0) is None
    assert reported(library, 3) is None
    assert library.reports.add("b", 1, "", 5, "en", NOW) is None


def test_the_quote_is_found_again_after_a_correction(library):
    put(library, TWO)
    id_ = reported(library)

    put(library, an_article("a", quotes=(a_quote("New."), a_quote("One,  two,\nThree.", "Kim"))))
    assert library.reports.get(id_).number == 2
    put(library, an_article("a", quotes=(a_quote("New."),)))
    assert library.reports.get(id_).number is None
    library.past.retract("a", "a hoax", LATER, "1")
    assert library.reports.get(id_).number is None


def test_of_two_quotes_alike_it_is_the_nearest(library):
    put(library, an_article("a", quotes=(a_quote("Yes."), a_quote("No."), a_quote("Yes."))))

    assert library.reports.get(reported(library, 3)).number == 3


def test_an_objection_waits_until_it_is_settled_once(library):
    put(library, TWO)
    first, second = reported(library), reported(library, 2)

    assert library.reports.settle(first, Verdict.STANDS, " As printed. ", LATER, "1")
    assert not library.reports.settle(first, Verdict.RETRACTED, "No.", LATER, "2")
    assert not library.reports.settle(99, Verdict.STANDS, "", LATER, "2")

    settled = library.reports.get(first)
    assert (settled.verdict, settled.answer) == (Verdict.STANDS, "As printed.")
    assert (settled.settled_by, settled.settled_at) == ("1", LATER)
    assert [one.id for one in library.reports.open(9)] == [second]
    assert library.reports.count() == 1


def test_a_reader_is_forgotten_once_told(library):
    put(library, TWO)
    id_ = reported(library)
    assert library.reports.untold() == []

    library.reports.settle(id_, Verdict.STANDS, "", LATER, "1")
    assert [one.reader for one in library.reports.untold()] == [5]

    library.reports.told(id_)
    assert library.reports.untold() == []
    assert library.reports.get(id_).reader is None


def test_what_a_reader_said_is_counted_for_a_day(library):
    put(library, TWO)
    reported(library)
    reported(library, now=LATER)
    reported(library, reader=6)

    assert library.reports.lately(5, LATER) == 2
    assert library.reports.lately(5, NOW + dt.timedelta(hours=24)) == 1
    assert library.reports.lately(7, LATER) == 0
