"""What the library knows about a draft: met before, or said by somebody else."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from config.catalogue import Catalogue
from config.folding import words
from digests import review
from digests.desk.loading import speaker
from digests.drafts import Draft, DraftQuote
from digests.library import Library
from digests.library.drafts import Filed
from digests.models import Article, Filter, Quote

TELLING = 5  # words; fewer may be anybody's
PHRASE = 24  # words that are looked for
ALIKE = 5  # articles with them that are looked at
MOST = 60  # quotes that are looked up
HALF, FEWEST = 0.5, 2  # of the quotes; one may be in many articles


class _Quoted(NamedTuple):
    """A quote of a draft, its words folded, and the articles in which they are found."""

    number: int
    quote: DraftQuote
    told: list[str]
    articles: tuple[Article, ...]


def known(filed: Filed, catalogue: Catalogue, library: Library) -> review.Known:
    """Tell what a draft on file has in common with what is in the library."""
    retraction = library.past.retraction(filed.corrects) if filed.corrects else None
    same = [
        twin
        for twin in twins(filed.draft, library)
        if twin.where not in {f"#{filed.id}", filed.corrects}
    ]
    quoted = list(_quoted(filed, library))
    met = {twin.where for twin in same}
    same += (twin for twin in _same_quotes(quoted, catalogue) if twin.where not in met)
    return review.Known(
        twins=tuple(same),
        rivals=tuple(_rivals(quoted, catalogue)),
        retracted=retraction.reason if retraction else None,
    )


def twins(draft: Draft, library: Library) -> tuple[review.Twin, ...]:
    """Give what has the same text or the same address."""
    found = library.twins.of(draft.source, draft.masthead.url)
    return tuple(review.Twin(one.article or f"#{one.draft}", one.same) for one in found)


def _quoted(filed: Filed, library: Library) -> Iterator[_Quoted]:
    """Give the quotes that tell something, each with the other articles that have its words."""
    for number, quote in enumerate(filed.draft.quotes[:MOST], start=1):
        told = words(quote.text)
        if quote.kept and quote.speaker and len(told) >= TELLING:
            articles = tuple(_holding(told, filed.corrects, library))
            yield _Quoted(number, quote, told, articles)


def _same_quotes(quoted: Sequence[_Quoted], catalogue: Catalogue) -> Iterator[review.Twin]:
    """Give the articles that have half of the quotes and more."""
    shared = Counter(
        article.id for one in quoted for article in one.articles if _has(article, one, catalogue)
    )
    for article, count in shared.items():
        if count >= max(FEWEST, HALF * len(quoted)):
            yield review.Twin(article, "quotes")


def _has(article: Article, one: _Quoted, catalogue: Catalogue) -> bool:
    here, mine = f" {' '.join(one.told)} ", _who(one.quote, catalogue)
    return any(
        here in f" {' '.join(words(quote.text))} "
        for quote in article.quotes
        if quote.speaker and speaker(quote, catalogue).slug == mine
    )


def _rivals(quoted: Iterable[_Quoted], catalogue: Catalogue) -> Iterator[review.Rival]:
    for one in quoted:
        mine = _who(one.quote, catalogue)
        for article in one.articles:
            for name in _others(article, one.told, mine, catalogue):
                yield review.Rival(one.number, name, article.id)


def _holding(told: list[str], but: str | None, library: Library) -> Iterator[Article]:
    """Give other articles with these words."""
    for heading in library.search.find([told[:PHRASE]], Filter(), ALIKE):
        article = library.articles.get(heading.id)
        if article and article.id != but:
            yield article


def _others(article: Article, told: list[str], mine: str, catalogue: Catalogue) -> dict[str, None]:
    """Give who else says there what is told here, the whole of it or a part."""
    here = f" {' '.join(told)} "
    said = {
        quote.speaker: f" {' '.join(words(quote.text))} "
        for quote in article.quotes
        if quote.speaker and speaker(quote, catalogue).slug != mine
    }
    return dict.fromkeys(name for name, there in said.items() if here in there)


def _who(quote: DraftQuote, catalogue: Catalogue) -> str:
    return speaker(Quote(text=quote.text, speaker=quote.speaker), catalogue).slug
