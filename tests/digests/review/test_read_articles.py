"""What the reader makes of whole articles, taken over the desk."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from digests import review
from digests.drafting import reading
from digests.models import Article
from digests.review.passages import plain

ARTICLES = sorted((Path(__file__).parents[2] / "corpus" / "articles").glob("*.txt"))


@pytest.mark.parametrize("file", [pytest.param(file, id=file.stem) for file in ARTICLES])
def test_an_article_that_was_read_is_accepted_verbatim_and_opens_again(catalogue, file):
    source = file.read_bytes().decode("utf-8-sig")
    draft = reading.read(source, catalogue, dt.date(2025, 1, 1))
    draft = replace(draft, treaty=draft.treaty or catalogue.default.id, summarised=True)

    article = review.accept(draft, catalogue, "an-article")

    assert isinstance(article, Article), article
    assert len(article.quotes) == len(draft.quotes)
    assert all(part in plain(source) for quote in article.quotes for part in quote.stretches)
    again = review.reopen(article, source)
    assert again.source == source
    assert review.accept(again, catalogue, article.id, article) == article
