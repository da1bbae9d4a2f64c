"""What matters more: to the one who asked, and then by itself."""

from config.folding import slug
from digests.editions.edition import Numbered
from digests.models import Filter, Quote

COMFORTABLE = range(40, 400)  # characters of a quote that says enough, and is read at a glance
Weight = tuple[int, int, str, int]


def weight(one: Numbered, asked: Filter) -> Weight:
    """Weigh an article: matches of the filter, then quotes of named speakers, then the newest."""
    article = one.article
    matches = sum(_matches(one, place, asked) for place in range(len(article.quotes)))
    matches += len({*article.addresses} & {*asked.clauses})
    named = sum(_named(quote) for quote in article.quotes)
    day = article.day.isoformat() if article.day else ""
    return matches, named, day, one.sequence


def best(one: Numbered, asked: Filter) -> Quote | None:
    """Choose the quote that shows best what an article is about."""
    quotes = one.article.quotes
    ranked = sorted(
        range(len(quotes)),
        key=lambda place: (_matches(one, place, asked), *_standing(quotes[place]), -place),
    )
    return quotes[ranked[-1]] if ranked else None


def _matches(one: Numbered, place: int, asked: Filter) -> int:
    """Count in how many respects a quote is what was asked for."""
    quote = one.article.quotes[place]
    clauses = {one.article.address(name) for name in quote.clauses} & {*asked.clauses}
    return len(clauses) + bool(asked.speakers and _who(one, place) in asked.speakers)


def _who(one: Numbered, place: int) -> str | None:
    if place < len(one.speakers):
        return one.speakers[place]
    name = one.article.quotes[place].speaker
    return slug(name) if name else None


def _named(quote: Quote) -> bool:
    return quote.speaker is not None and quote.kind != "treaty"


def _standing(quote: Quote) -> tuple[bool, bool, bool]:
    return _named(quote), quote.kind == "sentence", len(quote.text) in COMFORTABLE
