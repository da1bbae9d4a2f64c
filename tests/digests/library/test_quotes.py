import datetime as dt

from shelving import TREATY, a_quote, an_article, shelve

from digests.models import Count, Filter, Tally

CLAUSE = f"{TREATY}:assistance"


def texts(cited):
    return [one.quote.text for one in cited]


def test_what_somebody_said_comes_newest_first_and_in_order_within_an_article(library):
    shelve(
        library,
        an_article("new", published=dt.date(2024, 7, 1), quotes=(a_quote("1"), a_quote("2"))),
        an_article("old", published=dt.date(2024, 5, 1), quotes=(a_quote("5"),)),
        an_article("mid", quotes=(a_quote("3"), a_quote("-", speaker="Kim"), a_quote("4"))),
    )

    said = library.quotes.by_speaker("alexander-lukin", Filter(), 10)
    assert texts(said) == ["1", "2", "3", "4", "5"]
    assert texts(library.quotes.by_speaker("alexander-lukin", Filter(), 2, 3)) == ["4", "5"]
    assert library.quotes.count_by_speaker("alexander-lukin", Filter()) == Count(number=5)
    assert {one.speaker.name for one in said} == {"Alexander Lukin"}
    assert [one.article.id for one in said] == ["new", "new", "mid", "mid", "old"]


def test_a_clause_has_the_quotes_that_are_themselves_about_it(library):
    shelve(
        library,
        an_article(
            clauses=("assistance",),
            quotes=(a_quote("about it", speaker=None, clauses=("assistance",)), a_quote("not")),
        ),
    )

    (cited,) = library.quotes.by_clause(CLAUSE, Filter(), 10)
    assert (cited.quote.text, cited.speaker) == ("about it", None)
    assert library.quotes.count_by_clause(CLAUSE, Filter()) == Count(number=1)


def test_quotes_are_narrowed_by_their_own_clause_and_speaker(library):
    quotes = (
        a_quote("a", clauses=("assistance",)),
        a_quote("b", clauses=("consultation",)),
        a_quote("c", speaker="Kim", clauses=("assistance", "consultation")),
    )
    shelve(library, an_article("a", quotes=quotes), an_article("b", outlet="KCNA", quotes=quotes))

    narrowed = Filter(clauses=(CLAUSE,), outlets=("TASS",))
    assert texts(library.quotes.by_speaker("alexander-lukin", narrowed, 10)) == ["a"]
    two = Filter(speakers=("kim", "alexander-lukin"), outlets=("KCNA", "TASS"))
    assert texts(library.quotes.by_clause(CLAUSE, two, 10)) == ["a", "c", "a", "c"]
    assert library.quotes.count_by_clause(CLAUSE, two) == Count(number=4)
    assert library.quotes.by_clause(CLAUSE, Filter(speakers=("nobody",)), 10) == []


def test_a_tally_counts_quotes_articles_and_people(library):
    shelve(
        library,
        an_article("a", clauses=("assistance",)),
        an_article(
            "b",
            quotes=(
                a_quote(clauses=("assistance",)),
                a_quote(clauses=("assistance",)),
                a_quote(speaker="treaty text", kind="treaty", clauses=("assistance",)),
                a_quote(speaker=None, clauses=("assistance",)),
            ),
        ),
        an_article("c", clauses=("north-atlantic-1949:assistance",)),
    )

    assert library.quotes.tally(CLAUSE) == Tally(quotes=4, articles=2, speakers=1)
    assert library.quotes.tallies(TREATY) == {CLAUSE: Tally(quotes=4, articles=2, speakers=1)}
    assert library.quotes.tally("nothing:such") == Tally()


def test_more_than_a_thousand_are_said_to_be_more(library):
    quotes = tuple(a_quote("word", clauses=("assistance",)) for _ in range(300))
    with library.atomic():
        shelve(library, *(an_article(f"a-{n}", quotes=quotes) for n in range(4)))

    since = Filter(since=dt.date(2020, 1, 1))
    assert library.quotes.count_by_clause(CLAUSE, Filter()) == Count(number=1200)
    assert library.quotes.count_by_clause(CLAUSE, since) == Count(number=1000, capped=True)
