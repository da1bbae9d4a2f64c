"""What is in the library already: the same text, or the same address."""

from typing import Literal, NamedTuple

from digests.addresses import canonical, origin
from digests.library.connection import Connection, Row
from digests.library.desk_tables import ORIGIN
from digests.library.likeness import mark


class Like(NamedTuple):
    """An article, or else a draft, that is the same in one respect."""

    article: str | None
    draft: int | None
    same: Literal["url", "text"]


class Twins:
    """Articles and drafts, found by what they were made from."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, source: str, url: str | None) -> list[Like]:
        """Give what has the same text or the same address, the text first; discarded drafts not.

        Corrections are left out: they say what the article they correct says.
        """
        found = [Like(*self._made(row), "text") for row in self._drafts("mark", mark(source))]
        if address := canonical(url):
            found += [Like(*self._made(row), "url") for row in self._drafts("url", address)]
            found += [Like(one, None, "url") for one in self._published(url or "", address)]
        return list(dict.fromkeys(found))

    @staticmethod
    def _made(row: Row) -> tuple[str | None, int | None]:
        id_, state, article = row
        return (article, None) if state == "published" else (None, id_)

    def _drafts(self, column: Literal["mark", "url"], value: str) -> list[Row]:
        return self._connection.rows(
            "SELECT id, state, article FROM draft "  # noqa: S608 - a column of ours
            f"WHERE {column} = ? AND base = 0 AND state <> 'discarded' ORDER BY id",
            value,
        )

    def _published(self, url: str, address: str) -> list[str]:
        rows = self._connection.rows(
            "SELECT id, json_extract(record, '$.url') FROM article "  # noqa: S608 - ours
            f"WHERE {ORIGIN} = ? AND record LIKE '%\"url\":%' ORDER BY sequence",
            origin(url),
        )
        return [id_ for id_, known in rows if canonical(known) == address]
