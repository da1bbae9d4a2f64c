import datetime as dt
from itertools import pairwise

import pytest
from writing import TREATY, an_article, publish

from config.references import Mentioned, NoClause
from digests.answers import comparison, sources, timeline, treaty
from digests.answers.comparison import Comparison, Incomparable
from digests.answers.timeline import Timeline
from digests.answers.treaty import Known, NoTreaty


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("", TREATY, id="none named"),
        pytest.param("NATO", "north-atlantic-1949", id="alias"),
        pytest.param("нато", "north-atlantic-1949", id="Russian"),
        pytest.param("나토", "north-atlantic-1949", id="Korean"),
        pytest.param("csto-1992", "csto-1992", id="id"),
        pytest.param("2000 treaty", "russia-dprk-2000", id="year"),
    ],
)
def test_a_treaty_is_found_by_any_of_its_names(catalogue, text, found):
    answer = treaty.about(text, catalogue)

    assert isinstance(answer, Known)
    assert answer.treaty.id == found
    others = [other.id for other in answer.others]
    assert sorted([found, *others]) == sorted(catalogue.treaties)


def test_for_an_unknown_treaty_near_ones_are_offered(catalogue):
    answer = treaty.about("North Atlantik Treaty", catalogue)

    assert isinstance(answer, NoTreaty)
    assert answer.near[0].id == "north-atlantic-1949"
    assert len(answer.near) <= treaty.MOST_NEAR
    assert timeline.of("qqqqq", catalogue, limit=5) == NoTreaty("qqqqq", ())


def test_events_come_in_order_and_pages_hold_each_once(catalogue):
    whole = timeline.of("", catalogue, limit=99)
    pages = [timeline.of("", catalogue, 3, start) for start in range(0, whole.total, 3)]

    assert isinstance(whole, Timeline)
    assert whole.total == len(whole.events) == len(catalogue.default.events)
    assert all(one.date <= other.date for one, other in pairwise(whole.events))
    assert tuple(event for page in pages for event in page.events) == whole.events
    assert dt.date(2024, 6, 19) in [event.date for event in whole.events]


@pytest.mark.parametrize("text", ["", "assistance", "4", "Article 4"])
def test_a_clause_is_set_beside_its_like_in_the_treaties_named_for_it(catalogue, text):
    answer = comparison.of(text, catalogue, limit=99)

    assert isinstance(answer, Comparison)
    assert answer.provision.address == f"{TREATY}:assistance"
    assert answer.total == len(answer.others)
    beside = [other.treaty.id for other in answer.others]
    without = [other.id for other in answer.without]
    assert {one.clause.topic for one in answer.others} == {"assistance"}
    assert "north-atlantic-1949" in beside
    assert without == ["russia-dprk-2000"]
    assert sorted(beside + without) == sorted(catalogue.default.compare_with)


def test_a_comparison_is_paged(catalogue):
    whole = comparison.of("", catalogue, limit=99)
    pages = [comparison.of("", catalogue, 2, start) for start in range(0, whole.total, 2)]

    assert tuple(one for page in pages for one in page.others) == whole.others


def test_the_clause_of_another_treaty_is_set_beside_ours(catalogue):
    answer = comparison.of("NATO Article 5", catalogue, limit=99)

    assert answer.provision.address == "north-atlantic-1949:assistance"
    assert TREATY in [other.treaty.id for other in answer.others]
    assert answer.provision.treaty not in [other.treaty for other in answer.others]


def test_a_clause_without_its_like_is_told_with_those_that_have_one(catalogue):
    answer = comparison.of("sanctions", catalogue, limit=99)

    assert isinstance(answer, Incomparable)
    assert answer.provision.clause.slug == "sanctions"
    assert {"assistance", "consultation"} <= {one.clause.slug for one in answer.can}


def test_what_is_no_clause_cannot_be_compared(catalogue):
    assert isinstance(comparison.of("zzz", catalogue, limit=9), NoClause)
    assert isinstance(comparison.of("51", catalogue, limit=9), Mentioned)


def test_the_sources_are_told_with_whom_they_belong_to(catalogue, seeded):
    answer = sources.counted(catalogue, seeded)

    told = [(one.name, one.articles, one.state_affiliated) for one in answer.leanings]
    assert told == [("TASS", 3, True), ("Sputnik", 1, True), (None, 1, None)]
    assert (answer.articles, answer.state_affiliated) == (5, 4)
    assert (answer.first, answer.last) == (dt.date(2024, 6, 18), dt.date(2024, 12, 4))


def test_an_outlet_the_catalogue_does_not_know_is_counted_under_its_name(catalogue, library):
    publish(
        catalogue,
        library,
        an_article("a", outlet="The Daily"),
        an_article("b", outlet="Reuters"),
        an_article("c", outlet="The Daily"),
    )

    answer = sources.counted(catalogue, library)

    assert [(one.name, one.articles) for one in answer.leanings] == [
        ("The Daily", 2),
        ("Reuters", 1),
    ]
    assert answer.leanings[0].outlet is None
    assert (answer.state_affiliated, answer.first, answer.last) == (0, None, None)


def test_an_empty_library_leans_on_nothing(catalogue, library):
    answer = sources.counted(catalogue, library)

    assert (answer.leanings, answer.articles, answer.state_affiliated) == ((), 0, 0)
    assert (answer.first, answer.last) == (None, None)
