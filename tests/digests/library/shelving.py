"""Builders: an article, a quote, and a way to put them on the shelves."""

import datetime as dt

from config import folding
from digests.library import Library
from digests.models import TREATY_TEXT, Article, Quote, Speaker, SpeakerKind

NOW = dt.datetime(2025, 1, 1, 12, tzinfo=dt.UTC)
TREATY = "russia-dprk-2024"


def a_quote(text="The guarantees are mutual.", speaker="Alexander Lukin", **given):
    return Quote(text=text, speaker=speaker, **given)


def an_article(id_="tass-2024-06-20-lukin", **given):
    known = {
        "treaty": TREATY,
        "headline": "Pact signed in Pyongyang",
        "outlet": "TASS",
        "published": dt.date(2024, 6, 20),
        "quotes": (a_quote(),),
    }
    return Article(id=id_, **(known | given))


def a_speaker(name="Alexander Lukin", **given):
    if name == TREATY_TEXT:
        given["kind"] = SpeakerKind.TREATY
    return Speaker(slug=folding.slug(name), name=name, **given)


def put(library: Library, article: Article, now=NOW, by="an editor", **speakers: Speaker):
    who = {quote.speaker: a_speaker(quote.speaker) for quote in article.quotes if quote.speaker}
    return library.articles.put(article, who | speakers, now, by)


def shelve(library: Library, *articles: Article):
    for article in articles:
        put(library, article)


def quoting(library: Library, *names: str):
    """Put in an article for each name, in which they are quoted."""
    shelve(
        library,
        *(an_article(f"a-{n}", quotes=(a_quote(speaker=name),)) for n, name in enumerate(names)),
    )


def ids(headings):
    return [heading.id for heading in headings]


def names(speakers):
    return [speaker.name for speaker in speakers]
