import datetime as dt

import pytest
from working import LATER, deeds
from writing import NOW, a_quote, an_article, publish

from digests import desk
from digests.desk import AlreadySettled, NoObjection, NoQuote, Reported, Settled, TooMany
from digests.library.reports import Verdict

ARTICLE = an_article(quotes=(a_quote(speaker="Roman Lobov"),))


@pytest.fixture
def shelf(catalogue, library):
    publish(catalogue, library, ARTICLE)
    return library


def report(library, number=1, reader=5, now=NOW):
    return desk.report(
        ARTICLE.id, number, "Not his words.", library, now, reader=reader, language="ru"
    )


def settle(library, id_, verdict=Verdict.STANDS):
    return desk.settle(id_, verdict, "It is printed so.", library, LATER, "1")


def test_a_reader_hears_what_came_of_it(shelf):
    reported = report(shelf)

    assert isinstance(reported, Reported)
    assert [one.words for one in shelf.reports.open(9)] == ["Not his words."]
    settled = settle(shelf, reported.id)
    assert isinstance(settled, Settled)
    told = settled.objection
    assert (told.reader, told.language, told.answer) == (5, "ru", "It is printed so.")
    assert shelf.reports.open(9) == []


def test_nobody_who_objects_is_on_record(shelf):
    settle(shelf, report(shelf).id)

    assert deeds(shelf.actions.of_article(ARTICLE.id)) == [
        ("settled", "1", "stands"),
        ("reported", "reader", "quote 1"),
    ]


def test_what_is_settled_is_settled_once(shelf):
    id_ = report(shelf).id
    first = settle(shelf, id_)

    assert settle(shelf, id_, Verdict.RETRACTED) == AlreadySettled(first.objection)
    assert settle(shelf, 99) == NoObjection(99)


def test_a_quote_that_is_not_there_cannot_be_objected_to(shelf):
    assert report(shelf, number=2) == NoQuote(ARTICLE.id, 2)


def test_a_reader_has_five_objections_a_day(shelf):
    assert all(isinstance(report(shelf), Reported) for _ in range(5))

    assert report(shelf) == TooMany(5)
    assert isinstance(report(shelf, reader=6), Reported)
    assert isinstance(report(shelf, now=NOW + dt.timedelta(days=1)), Reported)
