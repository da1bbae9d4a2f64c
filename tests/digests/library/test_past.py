import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shelving import NOW, TREATY, a_quote, an_article, ids, put

from digests.library import Library
from digests.library.past import Retraction, Version
from digests.models import Count, Filter, Tally

HOUR = dt.timedelta(hours=1)
ALL = Filter()
ARTICLE = an_article("a", clauses=("assistance",), url="https://tass.com/1")
CLAUSE = f"{TREATY}:assistance"


def retract(library, id_="a", at=NOW + HOUR, reason="a hoax", by="ann"):
    return library.past.retract(id_, reason, at, by)


def test_what_is_retracted_is_gone_from_every_answer_and_count(library):
    put(library, ARTICLE)

    assert retract(library)

    assert library.articles.get("a") is None
    assert library.articles.heading("a") is None
    assert library.articles.total() == 0
    assert library.articles.latest(ALL, 9) == []
    assert library.articles.on_clause(CLAUSE, ALL, 9) == []
    assert library.articles.by_outlet() == []
    assert library.articles.days() == (None, None)
    assert library.articles.speakers_of("a") == []
    assert library.articles.near("a") == []
    assert list(library.articles.everything()) == []
    assert library.quotes.by_speaker("alexander-lukin", ALL, 9) == []
    assert library.quotes.tally(CLAUSE) == Tally()
    assert library.speakers.all(ALL, 9) == []
    assert library.speakers.called(["lukin"]).speakers == ()
    assert library.search.find([["pact"]], ALL, 9) == []
    assert library.search.count([["pact"]], ALL) == Count(number=0)


def test_others_stay_as_they_are(library):
    put(library, ARTICLE)
    put(library, an_article("b", quotes=(a_quote("Another."),)))

    retract(library)

    assert ids(library.articles.latest(ALL, 9)) == ["b"]
    assert library.speakers.get("alexander-lukin").quotes == 1
    assert ids(library.search.find([["pact"]], ALL, 9)) == ["b"]


def test_what_is_retracted_is_kept_with_the_reason(library):
    put(library, ARTICLE, by="seeds")
    retract(library)

    assert library.past.retraction("a") == Retraction(NOW + HOUR, "ann", "a hoax")
    assert library.past.last("a") == ARTICLE
    assert library.past.knows("a")
    assert library.past.versions("a") == [
        Version(NOW + HOUR, "ann", None, reason="a hoax"),
        Version(NOW, "seeds", ARTICLE),
    ]


@pytest.mark.parametrize("id_", ["", "nothing-such", "\ud800"])
def test_what_never_was_cannot_be_retracted(library, id_):
    assert not retract(library, id_)
    assert library.past.retraction(id_) is None
    assert library.past.versions(id_) == []
    assert library.past.last(id_) is None
    assert not library.past.knows(id_)
    assert library.past.number(id_) == 0


def test_nothing_is_retracted_twice(library):
    put(library, ARTICLE)
    retract(library)

    assert not retract(library, at=NOW + 2 * HOUR, reason="again")
    assert library.past.retraction("a").reason == "a hoax"


def test_what_is_retracted_comes_back_only_by_a_decision(library):
    put(library, ARTICLE)
    retract(library)

    assert put(library, an_article("a", headline="Other")) == "retracted"
    assert library.articles.total() == 0

    who = {"Alexander Lukin": library.speakers.get("alexander-lukin")}
    assert library.articles.put(ARTICLE, who, NOW + 2 * HOUR, "bob", again=True) == "changed"
    assert library.articles.get("a") == ARTICLE
    assert library.past.retraction("a") is None
    assert ids(library.search.find([["pact"]], ALL, 9)) == ["a"]
    assert [(one.by, one.article is None) for one in library.past.versions("a")] == [
        ("bob", False),
        ("ann", True),
        ("an editor", False),
    ]


def test_a_version_tells_when_by_whom_and_what_was_changed(library):
    put(library, ARTICLE, by="seeds")
    second = an_article("a", headline="Pact", outlet="Reuters")
    put(library, second, NOW + HOUR, by="ann")

    assert library.past.versions("a") == [
        Version(NOW + HOUR, "ann", second, ("headline", "outlet", "url", "clauses")),
        Version(NOW, "seeds", ARTICLE),
    ]
    assert library.past.number("a") == 2
    assert library.articles.history("a") == [(NOW + HOUR, "ann", ARTICLE)]


@settings(max_examples=40, deadline=None)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from("xy"), st.sampled_from(("put", "again", "retract")), st.text("ab")
        ),
        max_size=10,
    )
)
def test_putting_and_retracting_in_any_order_is_as_if_the_rest_never_was(steps):
    library, fresh, standing = Library.open(None), Library.open(None), {}
    tombs = set()
    for id_, step, headline in steps:
        article = an_article(id_, headline=f"pact {headline}", clauses=("assistance",))
        if step == "retract":
            assert retract(library, id_) == (id_ in standing)
            tombs |= {id_} & standing.keys()
            standing.pop(id_, None)
        elif step == "again" or id_ not in tombs:
            again(library, article)
            standing[id_] = article
            tombs.discard(id_)
        else:
            assert put(library, article) == "retracted"
    for article in standing.values():
        put(fresh, article)
    assert told(library) == told(fresh)
    assert {article.id for article in library.articles.everything()} == set(standing)
    library.close()
    fresh.close()


def again(library, article):
    speaker = library.speakers.get("alexander-lukin")
    if speaker is None:
        return put(library, article)
    return library.articles.put(article, {speaker.name: speaker}, NOW, "x", again=True)


def told(library):
    return (
        {one.id: one for one in library.articles.latest(ALL, 9)},
        library.articles.total(),
        library.articles.by_outlet(),
        library.articles.days(),
        library.quotes.tallies(TREATY),
        [(one.name, one.quotes, one.articles) for one in library.speakers.all(ALL, 9)],
        set(ids(library.search.find([["pact"]], ALL, 9))),
    )
