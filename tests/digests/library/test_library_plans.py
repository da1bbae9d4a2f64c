"""How SQLite goes about it: by index, in the order of the list, whatever the size."""

import datetime as dt

import pytest
from shelving import NOW, TREATY, a_quote, an_article, shelve

from digests.library import Library
from digests.library.opening import opened
from digests.models import Filter

CLAUSE = f"{TREATY}:assistance"
DAY = dt.date(2024, 6, 1)
NARROW = Filter(
    treaties=(TREATY, "other-1961"),
    clauses=(CLAUSE,),
    speakers=("alexander-lukin",),
    outlets=("TASS", "KCNA"),
    since=DAY,
    until=DAY + dt.timedelta(days=60),
)

READS = [
    pytest.param(lambda library: library.articles.latest(Filter(), 5), id="the latest"),
    pytest.param(lambda library: library.articles.latest(NARROW, 5), id="the latest, narrowed"),
    pytest.param(lambda library: library.articles.on_clause(CLAUSE, NARROW, 5), id="on a clause"),
    pytest.param(
        lambda library: library.quotes.by_speaker("alexander-lukin", Filter(), 5), id="a speaker"
    ),
    pytest.param(
        lambda library: library.quotes.by_speaker("alexander-lukin", NARROW, 5),
        id="a speaker, narrowed",
    ),
    pytest.param(
        lambda library: library.quotes.by_clause(CLAUSE, Filter(since=DAY), 5),
        id="a clause since a day",
    ),
    pytest.param(lambda library: library.quotes.tallies(TREATY), id="tallies"),
    pytest.param(lambda library: library.speakers.all(Filter(), 5), id="speakers"),
    pytest.param(lambda library: library.search.find([["pact"]], NARROW, 5), id="a search"),
    pytest.param(lambda library: library.speakers.get("alexander-lukin"), id="somebody"),
    pytest.param(lambda library: library.articles.get("a"), id="an article"),
    pytest.param(lambda library: library.articles.history("a"), id="a history"),
    pytest.param(lambda library: list(library.articles.everything()), id="everything"),
    pytest.param(lambda library: library.past.number("a"), id="a version’s number"),
    pytest.param(lambda library: library.past.retraction("a"), id="a retraction"),
    pytest.param(lambda library: library.drafts.open(5), id="open drafts"),
    pytest.param(lambda library: library.drafts.of("a"), id="drafts of an article"),
    pytest.param(lambda library: library.twins.of("a", "https://a.org/b"), id="twins"),
    pytest.param(lambda library: library.actions.of_draft(1), id="actions on a draft"),
    pytest.param(lambda library: library.reports.open(5), id="open reports"),
    pytest.param(lambda library: library.reports.count(), id="how many reports"),
    pytest.param(lambda library: library.reports.lately(1, NOW), id="a reader’s reports"),
    pytest.param(lambda library: library.drafts.count(), id="how many drafts"),
]


@pytest.mark.parametrize("read", READS)
def test_no_list_is_sorted_and_no_table_scanned(read):
    connection = opened(None)
    library = Library(connection)
    quote = a_quote(clauses=("assistance",))
    shelve(library, an_article("a", quotes=(quote,)))
    shelve(library, an_article("b", treaty="other-1961", outlet="KCNA", quotes=(quote,)))
    statements = []
    connection.db.conn.set_trace_callback(statements.append)
    read(library)
    connection.db.conn.set_trace_callback(None)

    plans = [
        step[3]
        for statement in statements
        if not statement.startswith("--")
        for step in connection.rows(f"EXPLAIN QUERY PLAN {statement}")
    ]
    assert plans
    assert not [step for step in plans if "TEMP B-TREE" in step]
    assert not [step for step in plans if step.startswith("SCAN") and not allowed(step)]
    library.close()


def allowed(step):
    """Tell the scans apart that are none: of matches, of a page's worth, of what is open."""
    few = ("VIRTUAL TABLE INDEX", "facet_most", "CONSTANT ROW", "speaker_of_text")
    few += ("draft_open", "report_open")
    return any(name in step for name in few)
