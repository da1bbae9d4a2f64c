"""An article and the text that is kept of it."""

from collections.abc import Sequence
from functools import lru_cache

from pydantic import TypeAdapter, ValidationError

from digests.errors import RecordRefused
from digests.library.connection import Connection
from digests.models import Article, Heading

ARTICLE = TypeAdapter(Article)


def text(article: Article) -> str:
    """Write an article as JSON, without what is not known of it."""
    return ARTICLE.dump_json(article, exclude_defaults=True).decode()


@lru_cache(maxsize=256)
def article(record: str) -> Article:
    """Read a kept record; those read last are kept at hand, since lists show the same ones."""
    return ARTICLE.validate_json(record)


def checked(given: Article) -> tuple[Article, str]:
    """Give an article as it will be read back, and the text that is kept of it.

    Raises:
        RecordRefused: it could not be; what cannot be read must not be kept.
    """
    written = text(given)
    try:
        read = ARTICLE.validate_json(written)
    except ValidationError as error:
        raise RecordRefused(
            [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
        ) from error
    return read, written if read == given else text(read)


def heading(record: Article) -> Heading:
    """Give what a list shows of an article."""
    return Heading(
        id=record.id,
        treaty=record.treaty,
        headline=record.headline,
        outlet=record.outlet,
        published=record.published,
        published_from=record.published_from,
        url=record.url,
        summary=record.summary,
        clauses=record.addresses,
        quotes=len(record.quotes),
    )


class Records:
    """The records that are kept."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def at(self, sequence: int) -> Article:
        """Give the article of a number; there must be one."""
        ((record,),) = self._connection.rows(
            "SELECT record FROM article WHERE sequence = ?", sequence
        )
        return article(record)

    def called(self, id_: str) -> Article | None:
        """Give an article by its id."""
        record = self._connection.value("SELECT record FROM article WHERE id = ?", id_)
        return article(record) if record else None

    def headings(self, places: Sequence[Sequence[int]]) -> list[Heading]:
        """Give what a list shows of the articles at these places."""
        return [heading(self.at(place[0])) for place in places]
