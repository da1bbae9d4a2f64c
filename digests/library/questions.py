"""Questions too long to stand behind a button, kept under a short key."""

from base64 import urlsafe_b64encode
from hashlib import blake2b

from digests.library.connection import Connection

LONGEST = 1_000
ROOM = 10_000


def key(text: str) -> str:
    """Derive eleven letters, digits, hyphens and underscores from a text."""
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


class Questions:
    """The list of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, text: str) -> str:
        """Keep a question, or its first 1,000 characters, and give its key.

        The same question has the same key and is written once; of 10,000 the oldest gives way.
        """
        short = text[:LONGEST]
        if self.get(key(short)) is None:
            with self._connection.atomic():
                self._connection.run(
                    "INSERT OR IGNORE INTO question (key, text) VALUES (?, ?)", key(short), short
                )
                self._connection.run(
                    "DELETE FROM question WHERE id <= (SELECT MAX(id) FROM question) - ?", ROOM
                )
        return key(short)

    def get(self, key: str) -> str | None:
        """Give the question kept under a key."""
        found: str | None = self._connection.value("SELECT text FROM question WHERE key = ?", key)
        return found
