"""The words of articles, folded and stemmed, and the filters as words among them.

A filter becomes words of the column ``tags``. Each begins with a colon, which no word of an
article or of a reader holds, so that neither is ever taken for the other.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from config import folding
from digests.library import records
from digests.library.connection import Connection
from digests.library.facets import Facets
from digests.library.filing import Filing
from digests.library.records import Records
from digests.library.walks import FIRST_DATED, UP_TO, Span, Walk, narrowed
from digests.models import Article, Count, Filter, Heading, Speaker

NEWEST = 300  # of each kind: what stands in headlines and names, and the rest
PHRASES = 32  # FTS5 refuses expressions that are nested too deep
WORDS = 64
YEARS = 60  # a longer span is not worth spelling out
DECEMBER = 12

Phrases = Sequence[Sequence[str]]
stem = lru_cache(maxsize=65_536)(folding.stem)  # in C, which a text of 200 words is glad of


def stems(*texts: str | None) -> str:
    """Write texts as they are indexed."""
    return " ".join(map(stem, folding.words("\n".join(filter(None, texts)))))


def words(article: Article, speakers: Iterable[Speaker]) -> tuple[str, ...]:
    """Write an article as the columns of the full text, but for its tags."""
    names = dict.fromkeys(
        name for one in speakers for name in (one.name, one.affiliation, one.role)
    )
    printed = dict.fromkeys(
        name for quote in article.quotes for name in (quote.speaker, quote.affiliation)
    )
    around = (article.outlet, article.place, article.author, article.summary)
    told = [one.statement for one in article.indirect] + [one.what for one in article.events]
    return (
        stems(article.headline),
        stems(*(names | printed)),
        stems(*around, *told),
        stems(*(quote.text for quote in article.quotes)),
    )


def tags(filed: Filing) -> Iterator[str]:
    """Give the words that stand for where and when an article is filed."""
    yield from (f":{facet}" for facet in filed.facets)
    if filed.day:
        yield f":y{filed.day[:4]}"
        yield f":m{filed.day[:7].replace('-', '')}"
    if filed.open:
        yield ":open"


def months(span: Span) -> list[str]:
    """Give the tags of the years, and where a year is not whole the months, that a span touches.

    They are more than the days wanted, never fewer. No tags at all where they would be too many.
    """
    first, last = dt.date.fromisoformat(span.first), dt.date.fromisoformat(span.last)
    if last.year - first.year > YEARS:
        return []
    found = []
    for year in range(first.year, last.year + 1):
        start = first.month if year == first.year else 1
        end = last.month if year == last.year else DECEMBER
        if (start, end) == (1, DECEMBER):
            found.append(f":y{year:04}")
        else:
            found += [f":m{year:04}{month:02}" for month in range(start, end + 1)]
    return found


def phrase(words: Sequence[str]) -> str:
    """Write folded words as FTS5 reads them; empty where there is no word.

    Korean glues its particles to a word: a last word in Hangul stands for all that begin so.
    """
    clean = [stem for word in words for stem in folding.stemmed(word)][:WORDS]
    if not clean:
        return ""
    glued = " *" if folding.HANGUL.search(clean[-1]) else ""
    return f'"{" ".join(clean)}"{glued}'


def expression(phrases: Phrases) -> str:
    """Write phrases that must all occur; empty where there is none. 32 of them are heeded."""
    written = dict.fromkeys(filter(None, map(phrase, phrases)))
    return " AND ".join(list(written)[:PHRASES])


def any_of(tokens: Iterable[str]) -> str:
    """Write tags of which one must stand there."""
    return "(" + " OR ".join(f'"{token}"' for token in tokens) + ")"


class Search:
    """The full text of all articles."""

    def __init__(self, connection: Connection, facets: Facets) -> None:
        self._connection = connection
        self._facets = facets
        self._records = Records(connection)

    def find(
        self, phrases: Phrases, narrowing: Filter, limit: int, offset: int = 0
    ) -> list[Heading]:
        """Give the articles in which all phrases occur; a phrase is a sequence of folded words.

        First those that have them all in headline and names, then the others, each newest
        first, and 300 of each kind at most.
        """
        words, walk = expression(phrases), narrowed(self._facets, narrowing)
        if not words or walk is None or limit <= 0:
            return []
        start = max(offset, 0)
        top = start + limit
        found = self._newest(f"{{headline speakers}} : ({words})", walk, top)
        if len(found) < top:
            others = self._newest(words, walk, top)
            found += [one for one in others if one not in set(found)]
        return [records.heading(self._records.at(sequence)) for sequence in found[start:top]]

    def count(self, phrases: Phrases, narrowing: Filter) -> Count:
        """Count the articles in which all phrases occur, up to a thousand."""
        words, walk = expression(phrases), narrowed(self._facets, narrowing)
        if not words or walk is None:
            return Count(number=0)
        sql, values = self._matching(words, walk)
        counted = self._connection.value(
            f"SELECT COUNT(*) FROM ({sql} LIMIT ?)",  # noqa: S608 - made here
            *values,
            UP_TO + 1,
        )
        return Count(number=min(counted, UP_TO), capped=counted > UP_TO)

    def _newest(self, words: str, walk: Walk, limit: int) -> list[int]:
        sql, values = self._matching(words, walk)
        rows = self._connection.rows(
            f"{sql} ORDER BY search.rowid DESC LIMIT ?", *values, min(limit, NEWEST)
        )
        return [sequence for (sequence,) in rows]

    def _matching(self, words: str, walk: Walk) -> tuple[str, list[object]]:
        """Write the search in SQL; the tags of months are made exact by the day itself."""
        wanted = " AND ".join([f"({words})", *self._narrowed(walk)])
        if walk.always:
            return "SELECT rowid FROM search WHERE search MATCH ?", [wanted]
        days = " OR ".join(
            "a.day BETWEEN ? AND ?" + " AND a.open = 1" * span.open for span in walk.spans
        )
        sql = (
            "SELECT search.rowid FROM search CROSS JOIN article a "  # noqa: S608 - made here
            f"ON a.sequence = search.rowid WHERE search MATCH ? AND ({days})"
        )
        return sql, [wanted, *(day for span in walk.spans for day in span[:2])]

    def _narrowed(self, walk: Walk) -> Iterator[str]:
        for group in walk.groups:
            yield any_of(f":{facet.id}" for facet in group)
        if walk.always:
            return
        first, last = self._facets.days()
        if first is None or last is None:
            return
        span = walk.spans[0]
        inside = Span(max(span.first, first, FIRST_DATED), min(span.last, last))
        touched = months(inside) if inside.first <= inside.last else [":none"]
        if touched:
            yield any_of([*touched, ":open"])
