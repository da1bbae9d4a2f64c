"""Builders: an article and a quote with only what matters, and the shipped records."""

import datetime as dt
from importlib import resources

from digests import desk
from digests.models import Article, Quote

NOW = dt.datetime(2025, 1, 1, 12, tzinfo=dt.UTC)
TODAY = NOW.date()
TREATY = "russia-dprk-2024"


def a_quote(text="The guarantees are mutual.", **given):
    return Quote(text=text, **given)


def an_article(id_="tass-2024-06-20-lukin", **given):
    return Article(id=id_, **({"treaty": TREATY} | given))


def seeds():
    files = [file for file in resources.files("seeds").iterdir() if file.name.endswith(".toml")]
    return sorted((file.name, file.read_bytes()) for file in files)


def unhurried(_seconds):
    """Pause without waiting."""


def publish(catalogue, library, *articles, by="an editor"):
    return [desk.publish(article, catalogue, library, NOW, by) for article in articles]


def ids(articles):
    return [article.id for article in articles]


def slugs(speakers):
    return [speaker.slug for speaker in speakers]
