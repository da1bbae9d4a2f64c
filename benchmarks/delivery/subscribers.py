"""Fill libraries with who is to be sent what, in a process of its own.

Usage: ``python -m benchmarks.delivery.subscribers FOLDER``. Subscriptions are due,
and articles have come since.
"""

import datetime as dt
import json
import shutil
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, cycle, islice
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks import library as made_up
from benchmarks.delivery.edition import ENTITIES, TEXT
from config import catalogue as catalogues
from config.catalogue import Catalogue
from digests import desk
from digests.library import Library
from digests.library.letters import New
from digests.models import Article, Filter
from digests.subscriptions import LetterKind, Part, Schedule, Span

OLD, FRESH = 10_000, 50  # articles
ZONES = ("UTC", "Europe/Vienna", "Asia/Seoul", "America/New_York", "Europe/Moscow")
TOGETHER = 1_000
LATE = dt.timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Public:
    """So many chats in a library of a name, each with a subscription that is due.

    A ``brief`` edition is one message.
    """

    name: str
    chats: int
    filters: int = 1
    brief: bool = False

    def within(self, folder: Path) -> Path:
        """Give the path of its library."""
        return folder / f"{self.name}.db"


LETTERS = Public("letters", 10_000)  # without subscriptions: an edition waits for each chat
ONE = Public("one", 10_000, brief=True)
MANY = Public("many", 100_000, filters=50)
STEADY = Public("steady", 3_000, filters=50)


def fill(folder: Path) -> None:
    """Fill a library for each public."""
    catalogue, now = catalogues.load(None), dt.datetime.now(dt.UTC)
    articles = made_up.articles(OLD + FRESH, catalogue)
    old = folder / "old.db"
    with closing(Library.open(old)) as library:
        desk.introduce(catalogue, library)
        _shelve(islice(articles, OLD), catalogue, library, now)
    fresh = list(articles)
    for public in (LETTERS, ONE, MANY, STEADY):
        path = public.within(folder)
        shutil.copy(old, path)
        with closing(Library.open(path)) as library:
            _gather(public, catalogue, library, now)
            _shelve(fresh, catalogue, library, now)
            if public is LETTERS:
                _write(public.chats, now, library)


def _gather(public: Public, catalogue: Catalogue, library: Library, now: dt.datetime) -> None:
    """Let everybody be known, and subscribe."""
    filters = cycle(_filters(library, catalogue, public.filters))
    chats = iter(range(1, public.chats + 1))
    while group := list(islice(chats, TOGETHER)):
        with library.atomic():
            for chat in group:
                library.chats.meet(chat, "private", f"Reader {chat}", now)
                library.chats.change(chat, brief=public.brief)
                if public is not LETTERS:
                    _subscribe(chat, next(filters), now, library)


def _shelve(
    articles: Iterable[Article], catalogue: Catalogue, library: Library, now: dt.datetime
) -> None:
    made = ((one.id, one) for one in articles)
    for report in desk.shelve(made, catalogue, library, now, by="bench", pause=time.sleep):
        if report.outcome != "new":
            raise ValueError(report)


def _filters(library: Library, catalogue: Catalogue, number: int) -> list[Filter]:
    """Give so many different filters: all there is, then clauses, speakers and outlets in turn."""
    treaty = catalogue.default
    clauses = (Filter(clauses=(f"{treaty.id}:{one.slug}",)) for one in treaty.clauses)
    speakers = (
        Filter(speakers=(one.slug,), speaker_names=(one.name,))
        for one in library.speakers.all(Filter(), number)
    )
    outlets = (Filter(outlets=(one.name,)) for one in catalogue.outlets)
    narrow = chain.from_iterable(zip(clauses, speakers, outlets, strict=False))
    return [Filter(), *islice(narrow, number - 1)]


def _subscribe(chat: int, narrowing: Filter, now: dt.datetime, library: Library) -> None:
    """Let a chat subscribe to a daily edition whose slot was a few minutes ago."""
    slot = (now - LATE).replace(second=0, microsecond=0)
    zone = ZONES[chat % len(ZONES)]
    schedule = Schedule((slot.astimezone(ZoneInfo(zone)).time(),))
    library.subscriptions.add(
        *(chat, None, schedule, zone, narrowing, "en", chat),
        now=now - dt.timedelta(days=1),
        next_=slot,
    )


def _write(chats: int, now: dt.datetime, library: Library) -> None:
    """Put one edition into the outbox for every chat."""
    content = json.dumps({"text": TEXT, "entities": json.dumps(ENTITIES)})
    span = Span(Filter(), OLD, OLD + FRESH, "en", now.date(), now.date())
    body = library.bodies.add(None, span, [Part(content)], now)
    letters = [
        New(LetterKind.EDITION, chat, None, body.id, body.parts) for chat in range(1, chats + 1)
    ]
    library.outbox.enqueue(letters, now)


if __name__ == "__main__":
    fill(Path(sys.argv[1]))
