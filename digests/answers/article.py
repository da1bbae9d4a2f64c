"""What does one article say?"""

from dataclasses import dataclass

from config.catalogue import Catalogue
from config.entries import Treaty
from config.folding import slug
from digests.library import Library
from digests.models import Article, Filter, Heading, Speaker


@dataclass(frozen=True, slots=True)
class Full:
    """An article, the treaty it is about, and who speaks in it by the names it prints."""

    article: Article
    treaty: Treaty | None
    speakers: tuple[Speaker, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class NoArticle:
    """No article has that id; ``near`` have one like it."""

    asked: str
    near: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class WhatArticle:
    """No id was given; ``newest`` are offered."""

    newest: tuple[Heading, ...]


def about(
    text: str, catalogue: Catalogue, library: Library, offset: int = 0
) -> Full | NoArticle | WhatArticle:
    """Answer “what does this article say?”."""
    wanted = slug(text)
    if not wanted:
        return WhatArticle(tuple(library.articles.latest(Filter(), 5)))
    article = library.articles.get(wanted)
    if article is None:
        return NoArticle(text.strip(), tuple(library.articles.near(wanted)))
    treaty = catalogue.treaties.get(article.treaty)
    return Full(article, treaty, tuple(library.articles.speakers_of(wanted)), offset)
