"""What of the library fits a few words typed in some other chat: quotes first, then articles."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial

from config.catalogue import Catalogue
from config.folding import HANGUL, fold, stem, stemmed, words
from config.references import Provision
from digests.answers.meaning import Reading, exactly, readings
from digests.answers.question import LONGEST, Misfit, Question, ask
from digests.answers.search import Phrases, beginning, phrases
from digests.library import Library
from digests.models import Cited, Filter, Heading, Quote, Speaker

MOST = 1_000  # of a kind that can be leafed through
READ = 10  # found articles whose quotes are gone through for the words
READABLE = 400  # characters of a quote that stands for its article

Page = tuple[tuple["Item", ...], bool]


@dataclass(frozen=True, slots=True)
class Leading:
    """An article, and the quote that stands for it."""

    article: Heading
    quote: Cited


Item = Cited | Heading | Leading


@dataclass(frozen=True, slots=True)
class Offer:
    """One page of what fits, and whether more follows.

    ``speaker`` and ``provision`` are whom and what the words name, ``filter`` what narrows them.
    A quote that was found by its words has a speaker only where the library knows them by the
    very name that is printed.
    """

    items: tuple[Item, ...]
    more: bool
    speaker: Speaker | None
    provision: Provision | None
    filter: Filter


@dataclass(frozen=True, slots=True)
class _Shelf:
    """One row of items: read by limit and offset, and counted where another row follows."""

    read: Callable[[int, int], Sequence[Item]]
    count: Callable[[], int] = int


def offer(
    text: str, catalogue: Catalogue, library: Library, today: dt.date, limit: int, offset: int = 0
) -> Offer:
    """Offer *limit* items from *offset* on; what is typed wrongly is looked for as words.

    The first reading of the question that finds anything is the one, on every page.
    """
    asked = ask(text, catalogue, library, today)
    question = Question(text[:LONGEST]) if isinstance(asked, Misfit) else asked
    start = max(offset, 0)
    exact = exactly(question, catalogue, library)
    for reading in readings(exact, catalogue, library):
        shelves = _shelves(reading, library)
        items, more = _page(shelves, limit, start)
        if items or (start and _page(shelves, 1, 0)[0]):
            return Offer(items, more, reading.speaker, reading.provision, question.filter)
    return Offer(
        (), more=False, speaker=exact.speaker, provision=exact.provision, filter=question.filter
    )


def _shelves(reading: Reading, library: Library) -> list[_Shelf]:
    narrowed = reading.question.filter
    quotes, articles = library.quotes, library.articles
    if reading.provision:
        narrowed = replace(narrowed, treaties=())
    match reading:
        case Reading(speaker=Speaker(slug=slug), provision=provision):
            if provision:
                narrowed = replace(narrowed, clauses=(provision.address,))
            return [_Shelf(partial(quotes.by_speaker, slug, narrowed))]
        case Reading(provision=Provision(address=address)):
            return [
                _Shelf(
                    partial(quotes.by_clause, address, narrowed),
                    lambda: quotes.count_by_clause(address, narrowed).number,
                ),
                _Shelf(partial(articles.on_clause, address, narrowed)),
            ]
        case _ if reading.question.words:
            return _searched(phrases(reading.question.words), narrowed, library)
        case _:
            return [_Shelf(partial(_latest, narrowed, library))]


def _page(shelves: Sequence[_Shelf], limit: int, offset: int) -> Page:
    """Read across the shelves, each as far as ``MOST``; an item too many tells of more."""
    items: list[Item] = []
    for shelf in shelves:
        room = min(limit + 1 - len(items), MOST - offset)
        found = shelf.read(room, offset) if room > 0 else ()
        items += found
        if offset:
            offset = 0 if found else offset - min(shelf.count(), MOST, offset)
    return tuple(items[:limit]), len(items) > limit


def _latest(narrowed: Filter, library: Library, limit: int, offset: int) -> list[Item]:
    """Give the newest articles, each with a quote; narrowed to some quotes, without any other."""
    headings = library.articles.latest(narrowed, limit, offset)
    if narrowed.speakers or narrowed.clauses:
        return list(headings)
    return [_led(heading, library) for heading in headings]


def _led(heading: Heading, library: Library) -> Item:
    article = library.articles.get(heading.id) if heading.quotes else None
    if article is None:
        return heading
    [cited] = _cited([max(article.quotes, key=_telling)], heading, library)
    return Leading(heading, cited)


def _telling(quote: Quote) -> tuple[bool, ...]:
    """Rank a quote by how much it tells of its article: whose, about a clause, whole, readable."""
    return (
        quote.speaker is not None and quote.kind != "treaty",
        bool(quote.clauses),
        quote.kind == "sentence",
        len(quote.text) <= READABLE,
    )


def _searched(wanted: Phrases, narrowed: Filter, library: Library) -> list[_Shelf]:
    """Look words up: quotes that hold them all, in the first articles found; then articles."""

    @cache
    def held() -> list[Cited]:
        found = library.search.find(wanted, narrowed, READ)
        sought = tuple(map(_sought, wanted))
        return [cited for heading in found for cited in _held(heading, sought, narrowed, library)]

    if not wanted:
        return []
    return [
        _Shelf(lambda limit, offset: held()[offset : offset + limit], lambda: len(held())),
        _Shelf(partial(library.search.find, wanted, narrowed)),
    ]


def _held(
    heading: Heading, sought: tuple[str, ...], narrowed: Filter, library: Library
) -> Iterator[Cited]:
    article = library.articles.get(heading.id)
    quotes = [quote for quote in article.quotes if _holds(quote, sought)] if article else []
    cited = _cited(quotes, heading, library)
    return (each for each in cited if _passes(each, narrowed))


def _sought(phrase: Sequence[str]) -> str:
    """Write a phrase as it stands in stems; a last word in Hangul may go on, as in the library."""
    stems = [stem for word in phrase for stem in stemmed(word)]
    return f" {' '.join(stems)}" + ("" if HANGUL.search(stems[-1]) else " ")


@lru_cache(maxsize=64)
def _begun(sought: tuple[str, ...]) -> tuple[str, ...]:
    return tuple({beginning(stem) for phrase in sought for stem in phrase.split()})


def _holds(quote: Quote, sought: tuple[str, ...]) -> bool:
    """Tell whether words or speaker hold each phrase; only what begins like one is stemmed."""
    begun = _begun(sought)
    columns = [
        f" {' '.join(stem(word) if word.startswith(begun) else '-' for word in words(text))} "
        for text in (quote.text, f"{quote.speaker or ''} {quote.affiliation or ''}")
    ]
    return all(any(phrase in column for column in columns) for phrase in sought)


def _passes(cited: Cited, narrowed: Filter) -> bool:
    """Tell whether a quote is one of those wanted; its article has passed already."""
    treaty = cited.article.treaty
    clauses = {name if ":" in name else f"{treaty}:{name}" for name in cited.quote.clauses}
    slug = cited.speaker.slug if cited.speaker else ""
    return (not narrowed.speakers or slug in narrowed.speakers) and (
        not narrowed.clauses or not clauses.isdisjoint(narrowed.clauses)
    )


def _cited(quotes: Sequence[Quote], heading: Heading, library: Library) -> list[Cited]:
    speakers = library.articles.speakers_of(heading.id) if quotes else []
    people = {fold(speaker.name): speaker for speaker in speakers}
    return [
        Cited(quote=quote, article=heading, speaker=people.get(fold(quote.speaker or "")))
        for quote in quotes
    ]
