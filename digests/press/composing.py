"""From a span of articles to an edition of them."""

from digests.editions import Asked, Edition, Numbered, compose
from digests.library import Library
from digests.subscriptions import Span

MOST = 50  # articles that are weighed; of more the newest


def asked(span: Span) -> Asked:
    """Tell what an edition is to be of, as far as the span says."""
    return Asked(filter=span.filter, first=span.first, last=span.last)


def composed(library: Library, span: Span, most: int = MOST) -> Edition | None:
    """Compose the edition of a span; None where nothing in it is new."""
    wanted = span.filter
    fresh = library.articles.fresh(wanted, span.after, span.through, most)
    numbers = [number for number, _ in fresh.articles]
    slugs = library.speakers.slugs(numbers) if wanted.speakers else {}
    articles = [
        Numbered(
            number,
            article,
            tuple(slugs.get((number, place)) for place in range(len(article.quotes)))
            if wanted.speakers
            else (),
        )
        for number, article in fresh.articles
    ]
    # What was published since a day may have been read long ago.
    debuts = () if wanted.since else library.speakers.debut(numbers, span.after)
    return compose(
        articles,
        Asked(
            filter=wanted,
            first=span.first,
            last=span.last,
            total=fresh.total,
            debuts=debuts,
        ),
    )
