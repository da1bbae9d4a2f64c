"""The library itself: all shelves behind one door."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from digests.library.accession import Accession
from digests.library.actions import Actions
from digests.library.articles import Articles
from digests.library.bodies import Bodies
from digests.library.chats import Chats
from digests.library.connection import Connection
from digests.library.drafts import Drafts
from digests.library.facets import Facets
from digests.library.misses import Misses
from digests.library.opening import opened
from digests.library.outbox import Outbox
from digests.library.past import Past
from digests.library.pulse import Heartbeat
from digests.library.questions import Questions
from digests.library.quotes import Quotes
from digests.library.register import Register
from digests.library.reports import Reports
from digests.library.search import Search
from digests.library.speakers import Speakers
from digests.library.staff import Staff
from digests.library.subscriptions import Subscriptions
from digests.library.twins import Twins


class Library:
    """One SQLite file, one connection; it belongs to the thread that opened it."""

    def __init__(self, connection: Connection) -> None:
        facets = Facets(connection)
        register = Register(connection, facets)
        accession = Accession(connection, facets, register)
        self._connection = connection
        self.speakers = Speakers(connection, facets, register)
        self.quotes = Quotes(connection, facets, self.speakers)
        self.articles = Articles(connection, facets, accession, self.speakers)
        self.search = Search(connection, facets)
        self.misses = Misses(connection)
        self.questions = Questions(connection)
        self.drafts = Drafts(connection)
        self.twins = Twins(connection)
        self.past = Past(connection, accession)
        self.actions = Actions(connection)
        self.staff = Staff(connection)
        self.reports = Reports(connection)
        self.chats = Chats(connection)
        self.subscriptions = Subscriptions(connection)
        self.bodies = Bodies(connection)
        self.outbox = Outbox(connection)
        self.pulse = Heartbeat(connection)

    @classmethod
    def open(cls, path: Path | None) -> Self:
        """Open the library at *path*, made when missing; None is one in memory.

        Raises:
            NotALibrary: the file is damaged or somebody else's; it was not touched.
            NewerLibrary: a newer program wrote it; it was not touched.
            LibraryBusy: another process is just making or changing it.
            LibraryError: there can be no library at this place.
        """
        return cls(opened(path))

    def version(self) -> tuple[int, int]:
        """Give what differs after any write, by this process or by another.

        What is written here about chats and letters makes no difference: no answer holds it.
        """
        others: int = self._connection.value("PRAGMA data_version")
        return others, self._connection.changes

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def move_log(self) -> None:
        """Move what was written from the log into the file; no lock is held meanwhile.

        What a reader still needs stays in the log.
        """
        self._connection.rows("PRAGMA wal_checkpoint(PASSIVE)")

    def atomic(self) -> AbstractContextManager[None]:
        """Keep all that is written inside, or nothing of it.

        Raises:
            LibraryBusy: another process is writing; nothing inside was done.
        """
        return self._connection.atomic()
