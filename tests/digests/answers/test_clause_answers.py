import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writing import TODAY, TREATY, ids

from config.references import Mentioned, NoClause, WhichClause
from digests.answers import clause, clauses
from digests.answers.clause import Provided, WhatClause
from digests.answers.question import Misfit, Trouble
from digests.answers.treaty import NoTreaty
from digests.models import Tally


@pytest.fixture(scope="session")
def about(catalogue, seeded):
    return lambda text, limit=20, offset=0: clause.about(
        text, catalogue, seeded, TODAY, limit, offset
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("assistance", id="slug"),
        pytest.param("Article 4", id="number"),
        pytest.param("IV", id="Roman number"),
        pytest.param("mutual military assistance", id="alias"),
        pytest.param("взаимопомощи", id="Russian, inflected"),
        pytest.param("제4조", id="Korean number"),
        pytest.param("assistence", id="slip of the keyboard"),
        pytest.param(f"{TREATY}:assistance", id="address"),
        pytest.param(f"treaty:{TREATY} 4", id="treaty as a filter"),
    ],
)
def test_a_clause_is_found_with_what_was_said_of_it(about, text):
    answer = about(text)

    assert isinstance(answer, Provided)
    assert answer.provision.address == f"{TREATY}:assistance"
    assert answer.tally == Tally(quotes=4, articles=4, speakers=2)
    assert [cited.quote.text.split(",")[0][:40] for cited in answer.quotes] == [
        "While this agreement is called a ‘Treaty",
        "if one of the parties finds itself at wa",
        "Now",
        "That will never be made public because t",
    ]
    assert ids(answer.articles) == [
        "unidentified-2024-12-04-entry-into-force",
        "sputnik-2024-10-15-lukin",
        "tass-2024-06-21-lobov",
        "tass-2024-06-20-mangott",
    ]


def test_the_words_of_the_treaty_are_exact_and_no_speaker_of_whom_there_is_one_more(about):
    answer = about("preamble")

    (cited,) = answer.quotes
    assert cited.quote.text.startswith("desire to protect international justice from hegemonic")
    assert [part[-12:] for part in cited.quote.stretches] == ["world order,", "of humanity."]
    assert cited.speaker.name == "treaty text"
    assert answer.tally == Tally(quotes=1, articles=1, speakers=0)


@pytest.mark.parametrize(
    ("narrowed", "quotes", "articles"),
    [
        pytest.param("expert:Lukin", 2, 1, id="expert"),
        pytest.param("outlet:TASS", 1, 2, id="outlet"),
        pytest.param("until:2024-06-20", 1, 1, id="until"),
        pytest.param("since:2025", 0, 1, id="since, on or after"),
        pytest.param("outlet:TASS outlet:Sputnik", 4, 3, id="alternatives"),
    ],
)
def test_filters_narrow_what_was_said_and_the_tally_stays(about, narrowed, quotes, articles):
    answer = about(f"assistance {narrowed}")

    assert answer.total.number == len(answer.quotes) == quotes
    assert len(answer.articles) == articles
    assert answer.tally.quotes == 4


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=5))
def test_pages_hold_every_quote_once(about, limit):
    pages = [about("assistance", limit, start) for start in range(0, 4, limit)]

    assert tuple(c for page in pages for c in page.quotes) == about("assistance").quotes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("health", WhichClause, id="two clauses"),
        pytest.param("51", Mentioned, id="provision of another instrument"),
        pytest.param("24", NoClause, id="no such article"),
        pytest.param("zzz", NoClause, id="no such word"),
        pytest.param("\x00", NoClause, id="NUL"),
    ],
)
def test_what_is_no_single_clause_is_told_so(about, text, kind):
    assert isinstance(about(text), kind)


def test_an_article_of_another_treaty_is_read_in_that_treaty(about):
    answer = about("treaty:NATO 5")

    assert answer.provision.address == "north-atlantic-1949:assistance"
    assert (answer.quotes, answer.articles, answer.tally) == ((), (), Tally())


def test_without_a_clause_its_treaty_is_told(about, catalogue):
    assert about("") == WhatClause(catalogue.default)
    assert about("treaty:NATO") == WhatClause(catalogue.treaties["north-atlantic-1949"])


def test_a_filter_that_cannot_be_used_is_told_instead(about):
    assert about("4 expert:") == Misfit(Trouble.EMPTY, "expert")


def test_the_clauses_of_a_treaty_are_listed_with_what_is_held_on_each(catalogue, seeded):
    answer = clauses.listed("", catalogue, seeded)

    assert answer.treaty.id == TREATY
    tallies = {address.removeprefix(f"{TREATY}:"): t for address, t in answer.tallies.items()}
    assert tallies == {
        "preamble": Tally(quotes=1, articles=1, speakers=0),
        "consultation": Tally(quotes=1, articles=2, speakers=0),
        "assistance": Tally(quotes=4, articles=4, speakers=2),
        "economy-science": Tally(quotes=2, articles=1, speakers=0),
        "entry-into-force": Tally(articles=1),
        "duration-termination": Tally(articles=1),
    }


def test_the_list_and_the_clause_itself_count_the_same(about, catalogue, seeded):
    answer = clauses.listed("", catalogue, seeded)

    for one in answer.treaty.clauses:
        provided = about(f"{TREATY}:{one.slug}")
        assert answer.tally(provided.provision) == provided.tally
        assert provided.tally.quotes == provided.total.number
        assert provided.tally.articles == len(provided.articles)


def test_the_clauses_of_another_treaty_are_listed_by_any_of_its_names(catalogue, seeded):
    answer = clauses.listed("НАТО", catalogue, seeded)

    assert [one.slug for one in answer.treaty.clauses] == ["consultation", "assistance"]
    assert answer.tallies == {}
    assert isinstance(clauses.listed("NOTA", catalogue, seeded), NoTreaty)


def test_an_empty_library_still_tells_what_a_clause_provides(catalogue, library):
    answer = clause.about("4", catalogue, library, TODAY, limit=5)

    assert answer.provision.clause.title == "Mutual assistance"
    assert (answer.quotes, answer.articles, answer.tally) == ((), (), Tally())
    assert answer.total.number == 0
    assert clauses.listed("", catalogue, library).tallies == {}
