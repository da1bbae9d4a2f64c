"""Texts written for these tests, with the answer expected; those held out are for totals only."""

import pytest

from benchmarks import corpus
from benchmarks.scoring import Judge, Masthead, Score, bare, clauses, kind, match, quoted_clauses
from digests.drafting.reading import read

PASSAGES = [text for text in corpus.passages() if not text.heldout]
ARTICLES = [text for text in corpus.articles() if not text.heldout]
TOLD = [text for text in ARTICLES if any(quote.told for quote in text.quotes)]


def each(texts):
    return pytest.mark.parametrize("text", [pytest.param(text, id=text.id) for text in texts])


def holding(what):
    return each(text for text in PASSAGES if what(text))


@pytest.fixture(scope="module")
def judge(catalogue):
    return Judge(catalogue)


@pytest.fixture
def draft(text, catalogue):
    return read(text.source, catalogue, text.today)


@pytest.fixture
def found(text, draft):
    return match(text, draft)


@each(PASSAGES)
def test_the_quotes_of_a_passage_are_those_expected(found):
    assert [quote.text for quote in found.extra] == []
    assert [quote.text for quote in found.missing] == []


@holding(lambda text: text.quotes)
def test_each_quote_has_its_speaker(found, judge):
    wrong = [
        (one.expected.text, one.expected.speakers, [quote.speaker for quote in one.given])
        for one in found.matches
        if not judge.is_named(one)
    ]
    assert wrong == []


@holding(lambda text: text.quotes)
def test_each_quote_is_of_its_kind(found):
    wrong = [
        (one.expected.text, one.expected.kinds, one.given[0].kind)
        for one in found.matches
        if not kind(one).right
    ]
    assert wrong == []


@each(TOLD)
def test_a_quote_says_to_whom_it_was_told(found):
    told = [(one.expected.told, one.given[0].told) for one in found.matches if one.expected.told]
    assert [expected for expected, _ in told] == [given for _, given in told]


@holding(lambda text: text.never)
def test_titles_names_and_signs_do_not_come_out_as_quotes(text, draft):
    assert {bare(quote.text) for quote in draft.quotes} & set(map(bare, text.never)) == set()


@holding(lambda text: text.indirect)
def test_what_is_reported_in_other_words_is_found(text, draft, judge):
    missing = [
        expected
        for expected in text.indirect
        if not any(judge.is_reported(expected, given) for given in draft.indirect)
    ]
    assert missing == []


@holding(lambda text: text.fields)
def test_the_masthead_is_read_and_what_is_not_there_left_open(text, draft, judge):
    wrong = {
        name: getattr(draft.masthead, name)
        for name in text.fields
        if judge.field(text, draft, name) != Masthead(right=1)
    }
    assert wrong == {}


@holding(lambda text: text.clauses is not None)
def test_the_clauses_are_those_that_the_passage_is_about(text, draft):
    assert clauses(text, draft).f1 == 1, draft.clauses


@holding(lambda text: any(quote.clauses for quote in text.quotes))
def test_a_quote_is_about_its_clauses(found):
    assert [one for one in found.matches if quoted_clauses(one).f1 < 1] == []


@pytest.fixture(scope="module")
def articles(catalogue, judge):
    """What the articles that are not held out score together."""
    drafts = (read(text.source, catalogue, text.today) for text in ARTICLES)
    return sum(map(judge.score, ARTICLES, drafts), Score())


def test_of_twenty_quotes_in_articles_nineteen_are_found_and_right(articles):
    assert articles.quotes.f1 >= 0.95


def test_of_five_quotes_in_articles_four_have_the_right_speaker_too(articles):
    assert articles.joint.f1 >= 0.80
