"""What is written: one transaction each."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import blake2s
from itertools import islice
from typing import Literal, TypeVar

from config import folding
from config.catalogue import Catalogue
from config.entries import Person
from digests import records
from digests.errors import LibraryBusy, RecordRefused
from digests.library import Library
from digests.models import TREATY_TEXT, Article, Quote, Speaker, SpeakerKind

LONGEST_SLUG = 40
GROUP = 20  # records to a transaction, so that a reader never waits long beside a bulk load
PAUSE = 0.005  # seconds between groups
PATIENCE = 2_000  # pauses, ten seconds, for another writer

T = TypeVar("T")
Outcome = Literal["new", "changed", "same", "refused"]


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one file; ``problems`` says why it was refused."""

    file: str
    outcome: Outcome
    problems: tuple[str, ...] = ()


def introduce(catalogue: Catalogue, library: Library) -> None:
    """Make the people of the catalogue known to the library, under all their names."""
    with library.atomic():
        for person in catalogue.people:
            library.speakers.introduce(_speaker(person), person.names())


def publish(
    article: Article, catalogue: Catalogue, library: Library, now: dt.datetime, by: str
) -> Outcome:
    """Put an article on the shelves; one with the same id is replaced, its past kept."""
    # An affiliation is often printed once only: the quotes that have it come last, and win.
    quotes = sorted(article.quotes, key=lambda quote: quote.affiliation is not None)
    speakers = {quote.speaker: speaker(quote, catalogue) for quote in quotes if quote.speaker}
    return library.articles.put(article, speakers, now, by)


def load(
    files: Iterable[tuple[str, bytes]],
    catalogue: Catalogue,
    library: Library,
    now: dt.datetime,
    *,
    by: str,
    pause: Callable[[float], None],
) -> Iterator[Report]:
    """Publish records, each wholly or not at all, and report on each as it is done.

    *pause* takes seconds: it is called between groups, so that a running bot gets its turn, and
    while another process is writing.

    Raises:
        LibraryBusy: another process went on writing for ten seconds; the files reported on are in.
    """
    waiting = iter(files)
    while group := [(name, _read(raw, catalogue)) for name, raw in islice(waiting, GROUP)]:
        shelve = partial(_shelve, group, catalogue, library, now, by)
        yield from patiently(shelve, pause)
        pause(PAUSE)


def patiently(work: Callable[[], T], pause: Callable[[float], None]) -> T:
    """Do a piece of writing, again and again while another process holds the lock.

    Raises:
        LibraryBusy: it was still held after ten seconds.
    """
    for _ in range(PATIENCE):
        try:
            return work()
        except LibraryBusy:
            pause(PAUSE)
    return work()


def preview(raw: bytes, catalogue: Catalogue, library: Library) -> tuple[Outcome, tuple[str, ...]]:
    """Tell what loading a record would do, and do nothing."""
    match _read(raw, catalogue):
        case RecordRefused() as refusal:
            return "refused", tuple(refusal.problems)
        case article:
            kept = library.articles.get(article.id)
    return ("new" if kept is None else "same" if kept == article else "changed"), ()


def _shelve(
    group: Iterable[tuple[str, Article | RecordRefused]],
    catalogue: Catalogue,
    library: Library,
    now: dt.datetime,
    by: str,
) -> list[Report]:
    reports = []
    with library.atomic():
        for name, read in group:
            match read:
                case RecordRefused():
                    reports.append(Report(name, "refused", tuple(read.problems)))
                case Article():
                    reports.append(Report(name, publish(read, catalogue, library, now, by)))
    return reports


def speaker(quote: Quote, catalogue: Catalogue) -> Speaker:
    """Tell who speaks: a person of the catalogue by full name, else whoever the record names."""
    name = quote.speaker or ""
    if name == TREATY_TEXT:
        return Speaker(slug="treaty-text", name=name, kind=SpeakerKind.TREATY)
    if person := catalogue.person(name):
        return _speaker(person)
    kind = SpeakerKind.EXPERT if quote.affiliation else SpeakerKind.OTHER
    return Speaker(slug=_slug(name), name=name, kind=kind, affiliation=quote.affiliation)


def _speaker(person: Person) -> Speaker:
    return Speaker(
        slug=_slug(person.name),
        name=person.name,
        kind=SpeakerKind(person.kind),
        affiliation=person.affiliation,
        role=person.role,
    )


def _slug(name: str) -> str:
    """Give a short ASCII name that stays the same: buttons and links carry it."""
    slug = folding.slug(name)
    if slug.isascii() and 0 < len(slug) <= LONGEST_SLUG:
        return slug
    mark = blake2s(folding.fold(name).encode(), digest_size=5).hexdigest()
    return f"s-{mark}"


def _read(raw: bytes, catalogue: Catalogue) -> Article | RecordRefused:
    try:
        return records.parse(raw, catalogue)
    except RecordRefused as refusal:
        return refusal
