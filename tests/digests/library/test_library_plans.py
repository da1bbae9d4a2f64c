"""How SQLite goes about it: by index, in the order of the list, whatever the size."""

import datetime as dt

import pytest
from delivering import AT_ONCE, CHAT, a_body, a_part, delivered, met, subscribed, written
from shelving import NOW, TREATY, a_quote, an_article, shelve

from digests.library import Library
from digests.library.letters import Claim, Delayed, Delivered, Died, New, Plain
from digests.library.opening import opened
from digests.library.subscriptions import Settled
from digests.models import Filter
from digests.subscriptions import LetterKind, Pause

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
    pytest.param(lambda library: library.articles.newest(), id="the newest number"),
    pytest.param(lambda library: library.articles.came(1), id="when it came"),
    pytest.param(lambda library: library.articles.fresh(Filter(), 0, 9, 5), id="what is fresh"),
    pytest.param(lambda library: library.speakers.slugs([1, 2]), id="who is quoted"),
    pytest.param(lambda library: library.speakers.debut([2], 1), id="who is new"),
    pytest.param(lambda library: library.past.changes(), id="what changed"),
    pytest.param(lambda library: library.chats.get(CHAT), id="a chat"),
    pytest.param(lambda library: library.subscriptions.due(NOW, 5), id="what is due"),
    pytest.param(lambda library: library.subscriptions.at_once(9, 5), id="as it happens"),
    pytest.param(lambda library: library.subscriptions.of_chat(CHAT), id="a chat’s subscriptions"),
    pytest.param(lambda library: library.subscriptions.upcoming(5), id="next slots"),
    pytest.param(lambda library: library.bodies.keyed("k"), id="an equal edition"),
    pytest.param(lambda library: library.bodies.contents(1), id="parts"),
    pytest.param(lambda library: library.bodies.drop(NOW), id="old bodies"),
    pytest.param(lambda library: library.outbox.waiting(0, 5), id="letters"),
    pytest.param(lambda library: library.outbox.dead(5), id="dead letters"),
    pytest.param(lambda library: library.outbox.counts(), id="a backlog"),
    pytest.param(lambda library: library.outbox.reached(1, 0, 0, 5), id="who was reached"),
    pytest.param(lambda library: library.outbox.messages(1), id="messages"),
]

WRITES = [
    # By number, which is not the order under a facet: what it holds is sorted.
    pytest.param(lambda library: library.articles.fresh(NARROW, 0, 9, 5), id="fresh, narrowed"),
    pytest.param(lambda library: met(library, title="New"), id="meeting a chat"),
    pytest.param(lambda library: library.chats.bar(CHAT, Pause.BLOCKED, NOW), id="barring one"),
    pytest.param(lambda library: library.chats.move(CHAT, CHAT - 1, NOW), id="moving one"),
    pytest.param(
        lambda library: (met(library, CHAT - 1), library.chats.move(CHAT, CHAT - 1, NOW)),
        id="making one of two",
    ),
    pytest.param(lambda library: library.chats.forget(CHAT), id="forgetting one"),
    pytest.param(lambda library: library.bodies.articles(1, 0), id="what a part shows"),
    pytest.param(lambda library: library.subscriptions.pause(1, Pause.TOPIC, NOW), id="pausing"),
    pytest.param(lambda library: library.subscriptions.resume(1, NOW, NOW), id="resuming"),
    pytest.param(lambda library: library.subscriptions.delete(1), id="deleting"),
    pytest.param(
        lambda library: library.subscriptions.settle([Settled(1, NOW, 2, NOW, None, NOW)]),
        id="settling",
    ),
    pytest.param(
        lambda library: library.outbox.enqueue(
            [New(LetterKind.EDITION, CHAT, None, 1, 1, 1, NOW)], NOW
        ),
        id="writing a letter",
    ),
    pytest.param(
        lambda library: library.outbox.commit(
            [Claim(2, 0), Claim(3, 0)],
            [Delivered(1, 0, 5, last=True), Delayed(2, ""), Died(2, ""), Plain(2)],
            NOW,
        ),
        id="what came of letters",
    ),
    pytest.param(lambda library: library.outbox.hold(CHAT, None), id="holding a topic"),
    pytest.param(lambda library: library.outbox.release(CHAT), id="releasing"),
    pytest.param(lambda library: library.outbox.withdraw(2), id="withdrawing"),
    pytest.param(lambda library: library.bodies.rewrite(1, 0, a_part("y", "a")), id="rewriting"),
    pytest.param(lambda library: library.past.told("a"), id="telling"),
]


@pytest.mark.parametrize("read", READS)
def test_no_list_is_sorted_and_no_table_scanned(read):
    plans = plans_of(read)

    assert plans
    assert not [step for step in plans if "TEMP B-TREE" in step]
    assert not [step for step in plans if step.startswith("SCAN") and not allowed(step)]


@pytest.mark.parametrize("write", WRITES)
def test_no_table_is_scanned(write):
    plans = plans_of(write)

    assert not [step for step in plans if step.startswith("SCAN") and not allowed(step)]


def plans_of(deed):
    """Tell how SQLite goes about all the statements of a deed."""
    connection = opened(None)
    library = Library(connection)
    fill(library)
    statements = []
    connection.db.conn.set_trace_callback(statements.append)
    deed(library)
    connection.db.conn.set_trace_callback(None)
    plans = [
        step[3]
        for statement in statements
        if not statement.startswith("--")
        for step in connection.rows(f"EXPLAIN QUERY PLAN {statement}")
    ]
    library.close()
    return plans


def fill(library):
    quote = a_quote(clauses=("assistance",))
    shelve(library, an_article("a", quotes=(quote,)))
    shelve(library, an_article("b", treaty="other-1961", outlet="KCNA", quotes=(quote,)))
    subscription = subscribed(library, slot=NOW)
    subscribed(library, schedule=AT_ONCE)
    body = a_body(library, a_part("x", "a"), key="k")
    delivered(library, written(library, body=body, subscription=subscription.id))
    written(library)
    written(library, body=body)


def allowed(step):
    """Tell the scans apart that are none: of matches, of a page's worth, of what is open."""
    few = ("VIRTUAL TABLE INDEX", "facet_most", "CONSTANT ROW", "speaker_of_text")
    few += ("draft_open", "report_open", "body_whole", "subscription_due")
    few += ("letter_waiting", "letter_held", "letter_dead", "letter_overtaken", "chat_struck")
    return any(name in step for name in few)
