"""The library against a plain list of the same articles: every order, filter and count."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st
from shelving import a_speaker, put

from config import folding
from digests.library import Library
from digests.models import TREATY_TEXT, Article, Filter, OutletCount, Quote, SpeakerKind, Tally

TREATIES = ("t-1", "t-2")
CLAUSES = ("a", "b", "t-2:a")
ADDRESSES = ("t-1:a", "t-1:b", "t-2:a", "t-2:b")
OUTLETS = ("TASS", "KCNA")
NAMES = ("Kim", "Alexander Lukin", TREATY_TEXT)
DAYS = tuple(dt.date(2023, 12, 30) + dt.timedelta(days=n) for n in range(4))
WORDS = ("troops", "help", "border")


def some(values):
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


quotes = st.builds(
    Quote,
    text=st.sampled_from(WORDS),
    speaker=st.sampled_from((*NAMES, None)),
    clauses=some(CLAUSES),
)
articles = st.builds(
    Article,
    id=st.sampled_from(("x", "y", "z", "w")),
    treaty=st.sampled_from(TREATIES),
    headline=st.sampled_from((*WORDS, None)),
    outlet=st.sampled_from((*OUTLETS, None)),
    published=st.sampled_from((*DAYS, None)),
    published_from=st.sampled_from((*DAYS, None)),
    clauses=some(CLAUSES),
    summary=st.sampled_from((*WORDS, None)),
    quotes=st.lists(quotes, max_size=4).map(tuple),
)
filters = st.builds(
    Filter,
    treaties=some(TREATIES),
    clauses=some(ADDRESSES),
    speakers=some(tuple(map(folding.slug, NAMES))),
    outlets=some((*OUTLETS, "Nobody's")),
    since=st.sampled_from((*DAYS, None)),
    until=st.sampled_from((*DAYS, None)),
)


@dataclass
class Plain:
    """The articles in the order they came, and everything counted from scratch."""

    articles: dict[str, Article] = field(default_factory=dict)

    def quotes(self):
        """Give all quotes, with their article, newest first."""
        for article in self.newest():
            for quote in article.quotes:
                yield article, quote

    def newest(self):
        arrival = list(self.articles)
        return sorted(
            self.articles.values(),
            key=lambda one: (one.day or dt.date.min, arrival.index(one.id)),
            reverse=True,
        )

    def tally(self, address):
        told = [(a, q) for a, q in self.quotes() if address in about(a, q)]
        return Tally(
            quotes=len(told),
            articles=sum(address in about_all(one) for one in self.articles.values()),
            speakers=len({q.speaker for _, q in told} - {None, TREATY_TEXT}),
        )


def about(article, quote):
    return {article.address(clause) for clause in quote.clauses}


def about_all(article):
    own = {article.address(clause) for clause in article.clauses}
    return own.union(*(about(article, quote) for quote in article.quotes))


def slugs(article):
    return {folding.slug(quote.speaker) for quote in article.quotes if quote.speaker}


def meets(wanted, held):
    return not wanted or bool(set(wanted) & set(held))


def in_time(narrowing, article):
    if narrowing.since is None and narrowing.until is None:
        return True
    if narrowing.since and narrowing.until and narrowing.since > narrowing.until:
        return False
    if article.day is None or (narrowing.until and article.day > narrowing.until):
        return False
    on_or_after = article.published is None
    return on_or_after or not narrowing.since or article.day >= narrowing.since


def around(narrowing, article):
    return (
        in_time(narrowing, article)
        and meets(narrowing.treaties, [article.treaty])
        and meets(narrowing.outlets, [article.outlet])
    )


def passes(narrowing, article):
    return (
        around(narrowing, article)
        and meets(narrowing.clauses, about_all(article))
        and meets(narrowing.speakers, slugs(article))
    )


def quote_passes(narrowing, article, quote):
    return (
        around(narrowing, article)
        and meets(narrowing.clauses, about(article, quote))
        and meets(narrowing.speakers, [folding.slug(quote.speaker)] if quote.speaker else [])
    )


def has(article, word):
    texts = [article.headline, article.summary, *(quote.text for quote in article.quotes)]
    return word in texts


def shelved(put_in):
    library, plain = Library.open(None), Plain()
    for article in put_in:
        put(library, article)
        plain.articles[article.id] = article
    return library, plain


@settings(max_examples=60, deadline=None)
@given(put_in=st.lists(articles, max_size=9))
def test_kept_counts_are_what_counting_gives(put_in):
    library, plain = shelved(put_in)

    assert library.articles.total() == len(plain.articles)
    outlets = Counter(article.outlet for article in plain.articles.values())
    assert sorted(library.articles.by_outlet(), key=repr) == sorted(
        (OutletCount(outlet=outlet, articles=n) for outlet, n in outlets.items()), key=repr
    )
    tallies = {address: plain.tally(address) for address in ADDRESSES}
    assert {address: library.quotes.tally(address) for address in ADDRESSES} == tallies
    for treaty in TREATIES:
        assert library.quotes.tallies(treaty) == {
            address: tally
            for address, tally in tallies.items()
            if address.startswith(treaty) and tally.articles
        }
    for name in NAMES:
        speaker = library.speakers.get(folding.slug(name))
        told = [article.id for article, quote in plain.quotes() if quote.speaker == name]
        kept = (speaker.quotes, speaker.articles) if speaker else (0, 0)
        assert kept == (len(told), len(set(told)))
    days = [article.day for article in plain.articles.values() if article.day]
    assert library.articles.days() == (min(days, default=None), max(days, default=None))
    library.close()


@settings(max_examples=100, deadline=None)
@given(put_in=st.lists(articles, max_size=9), narrowing=filters)
def test_every_filter_lets_through_what_it_should_in_order(put_in, narrowing):
    library, plain = shelved(put_in)

    expected = [article.id for article in plain.newest() if passes(narrowing, article)]
    assert [one.id for one in library.articles.latest(narrowing, 50)] == expected
    assert [one.id for one in library.articles.latest(narrowing, 2, 1)] == expected[1:3]
    assert library.articles.count(narrowing).number == len(expected)

    said = [(a.id, q) for a, q in plain.quotes() if quote_passes(narrowing, a, q)]
    for name in NAMES:
        slug = folding.slug(name)
        wanted = [(id_, quote) for id_, quote in said if quote.speaker == name]
        cited = library.quotes.by_speaker(slug, narrowing, 50)
        assert [(one.article.id, one.quote) for one in cited] == wanted
        assert library.quotes.count_by_speaker(slug, narrowing).number == len(wanted)
    people = Counter(
        quote.speaker for _, quote in said if quote.speaker not in (None, TREATY_TEXT)
    )
    assert {one.name: one.quotes for one in library.speakers.all(narrowing, 9)} == people
    assert library.speakers.count(narrowing).number == len(people)

    for address in ADDRESSES:
        wanted = [
            article.id
            for article in plain.newest()
            if passes(narrowing, article) and address in about_all(article)
        ]
        assert [o.id for o in library.articles.on_clause(address, narrowing, 50)] == wanted
    library.close()


@settings(max_examples=60, deadline=None)
@given(put_in=st.lists(articles, max_size=9), narrowing=filters, word=st.sampled_from(WORDS))
def test_a_search_finds_what_a_filter_lets_through_and_holds_the_word(put_in, narrowing, word):
    library, plain = shelved(put_in)

    arrival = [one for one in plain.articles.values() if passes(narrowing, one) and has(one, word)]
    arrival.reverse()
    in_order = sorted(arrival, key=lambda one: one.headline != word)
    found = library.search.find([[word]], narrowing, 50)
    assert [one.id for one in found] == [one.id for one in in_order]
    assert library.search.count([[word]], narrowing).number == len(in_order)
    library.close()


@settings(max_examples=30, deadline=None)
@given(put_in=st.lists(articles, min_size=1, max_size=6))
def test_putting_in_twice_is_once(put_in):
    library, plain = shelved(put_in)

    assert all(put(library, article) == "same" for article in plain.articles.values())
    library.close()


@settings(max_examples=30, deadline=None)
@given(put_in=st.lists(articles, max_size=6), kind=st.sampled_from(SpeakerKind))
def test_a_speaker_turned_treaty_text_is_no_longer_counted_among_people(put_in, kind):
    library, _ = shelved(put_in)
    library.speakers.introduce(a_speaker("Kim", kind=kind), [])

    listed = {one.name for one in library.speakers.all(Filter(), 9)}
    assert library.speakers.count(Filter()).number == len(listed)
    assert not (kind is SpeakerKind.TREATY and "Kim" in listed)
    library.close()
