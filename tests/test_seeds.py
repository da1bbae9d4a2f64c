import datetime as dt
from importlib import resources

import pytest

from config.catalogue import load
from digests import records
from digests.models import TREATY_TEXT

CATALOGUE = load()
LONGEST = 100  # words; a quote is no reprint of the article
FILES = [
    pytest.param(file, id=file.name)
    for file in sorted(resources.files("seeds").iterdir(), key=lambda file: file.name)
    if file.name.endswith(".toml")
]
ARTICLES = {
    file.values[0].name.removesuffix(".toml"): records.parse(
        file.values[0].read_bytes(), CATALOGUE
    )
    for file in FILES
}
EVERY_ARTICLE = [pytest.param(article, id=name) for name, article in ARTICLES.items()]
EVERY_QUOTE = [
    pytest.param(article, quote, id=f"{name}: {quote.text[:40]}")
    for name, article in ARTICLES.items()
    for quote in article.quotes
]


def test_the_first_library_holds_five_articles():
    assert set(ARTICLES) == {
        "sputnik-2024-10-15-lukin",
        "tass-2024-06-18-asmolov",
        "tass-2024-06-20-mangott",
        "tass-2024-06-21-lobov",
        "unidentified-2024-12-04-entry-into-force",
    }


@pytest.mark.parametrize("file", FILES)
def test_a_record_is_called_after_its_id_and_day(file):
    article = records.parse(file.read_bytes(), CATALOGUE)

    assert file.name == f"{article.id}.toml"
    assert article.day.isoformat() in article.id


@pytest.mark.parametrize("article", EVERY_ARTICLE)
def test_a_record_reads_back_as_it_was_written(article):
    assert records.parse(records.dump(article).encode(), CATALOGUE) == article


@pytest.mark.parametrize("article", EVERY_ARTICLE)
def test_an_article_is_summed_up_in_a_few_words_that_quote_nobody(article):
    assert 20 <= len(article.summary.split()) <= LONGEST
    assert not set('"“”«»') & set(article.summary)


@pytest.mark.parametrize("article", EVERY_ARTICLE)
def test_an_article_says_how_its_date_was_found(article):
    assert article.date_note


@pytest.mark.parametrize("article", EVERY_ARTICLE)
def test_an_article_names_every_clause_that_its_quotes_are_about(article):
    told = {clause for said in (*article.quotes, *article.indirect) for clause in said.clauses}

    assert told <= set(article.clauses)


@pytest.mark.parametrize("article", EVERY_ARTICLE)
def test_an_outlet_that_is_named_is_known_and_so_is_its_address(article):
    if article.outlet is None:
        assert article.url is None
    else:
        outlet = CATALOGUE.outlet(article.outlet)
        assert outlet.name == article.outlet
        assert any(f"//{host}/" in article.url for host in outlet.hosts)


@pytest.mark.parametrize(("article", "quote"), EVERY_QUOTE)
def test_a_quote_is_short_enough_to_be_one(article, quote):
    assert len(quote.text.split()) <= LONGEST, article.id


@pytest.mark.parametrize(("article", "quote"), EVERY_QUOTE)
def test_a_quote_is_written_without_the_marks_around_it(article, quote):
    assert quote.text[0] not in "\"“«'", article.id
    assert quote.text[-1] not in "\"”»'", article.id


@pytest.mark.parametrize(("article", "quote"), EVERY_QUOTE)
def test_who_is_quoted_is_an_expert_we_know_or_the_treaty(article, quote):
    if quote.kind == "treaty":
        assert (quote.speaker, quote.affiliation) == (TREATY_TEXT, None)
        assert quote.clauses
    else:
        expert = CATALOGUE.person(quote.speaker)
        assert (expert.name, expert.kind) == (quote.speaker, "expert"), article.id
        assert expert.affiliation == quote.affiliation


@pytest.mark.parametrize(("article", "quote"), EVERY_QUOTE)
def test_to_whom_it_was_said_is_an_outlet_we_know(article, quote):
    assert quote.told is None or CATALOGUE.outlet(quote.told).name != article.outlet


@pytest.mark.parametrize(
    ("article", "speaker", "quotes"),
    [
        ("sputnik-2024-10-15-lukin", "Artyom Lukin", 8),
        ("sputnik-2024-10-15-lukin", TREATY_TEXT, 5),
        ("tass-2024-06-18-asmolov", "Konstantin Asmolov", 2),
        ("tass-2024-06-20-mangott", "Gerhard Mangott", 2),
        ("tass-2024-06-21-lobov", "Roman Lobov", 6),
    ],
)
def test_every_quote_stands_under_its_speaker(article, speaker, quotes):
    assert [q.speaker for q in ARTICLES[article].quotes].count(speaker) == quotes


def test_the_article_of_an_unknown_outlet_has_neither_outlet_nor_day():
    article = ARTICLES["unidentified-2024-12-04-entry-into-force"]

    assert (article.outlet, article.published, article.author, article.url) == (None,) * 4
    assert article.published_from == dt.date(2024, 12, 4)
    assert article.quotes == ()


@pytest.mark.parametrize("name", ["sputnik-2024-10-15-lukin", "tass-2024-06-18-asmolov"])
def test_an_article_read_without_its_headline_has_none(name):
    assert ARTICLES[name].headline is None


def test_nobody_is_said_to_have_signed_an_article():
    assert {article.author for article in ARTICLES.values()} == {None}


def test_what_was_said_to_another_outlet_is_told_so():
    told = {quote.told for quote in ARTICLES["tass-2024-06-20-mangott"].quotes}

    assert told == {"Puls 24", None}
