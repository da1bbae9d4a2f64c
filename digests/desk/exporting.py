"""The library as files: a record each, which load back to the same articles."""

from collections.abc import Iterator

from digests import records
from digests.library import Library


def export(library: Library) -> Iterator[tuple[str, bytes]]:
    """Give each article as a file's name and content, in the order they came.

    Retracted articles are no articles, and drafts are nobody else's business.
    """
    for article in library.articles.everything():
        yield f"{article.id}.toml", records.dump(article).encode()
