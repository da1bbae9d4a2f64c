"""What is written: one transaction each."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import blake2s
from itertools import islice
from typing import Literal, TypeVar

from config import folding
from config.catalogue import Catalogue
from config.entries import Person
from digests import records
from digests.errors import LibraryBusy, RecordRefused
from digests.library import Library, Ready, ready
from digests.models import TREATY_TEXT, Article, Quote, Speaker, SpeakerKind

LONGEST_SLUG = 40
GROUP = 20  # records to a transaction, so that nobody waits long beside a bulk load
BREATH = 0.001  # seconds between groups; the lock is free as well while a group is made ready
LOGGED = 14  # groups, some 10,000 pages, that are gathered in the log
PAUSE, PATIENCE = 0.005, 2_000  # seconds, and how often: ten seconds for another writer

T = TypeVar("T")
Outcome = Literal["new", "changed", "same", "refused", "retracted"]
Called = Callable[[str, str | None], Speaker]  # from a printed name and an affiliation


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one file; ``problems`` says why it was refused, or what else is to tell."""

    file: str
    outcome: Outcome | Literal["draft"]
    problems: tuple[str, ...] = ()


def introduce(catalogue: Catalogue, library: Library) -> None:
    """Make the people of the catalogue known to the library, under all their names."""
    with library.atomic():
        for person in catalogue.people:
            library.speakers.introduce(_speaker(person), person.names())


def publish(
    article: Article,
    catalogue: Catalogue,
    library: Library,
    now: dt.datetime,
    by: str,
    *,
    again: bool = False,
) -> Outcome:
    """Put an article on the shelves; one with the same id is replaced, its past kept.

    A retracted one is turned away, unless it is published *again* by an editor's decision.
    """
    speakers = _speakers(article, partial(_called, catalogue))
    return library.articles.put(article, speakers, now, by, again=again)


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
    while another process is writing. Whatever needs no lock is done without it.

    Raises:
        LibraryBusy: another process went on writing for ten seconds; the files reported on are in.
    """
    read = ((name, _read(raw, catalogue)) for name, raw in files)
    return shelve(read, catalogue, library, now, by=by, pause=pause)


def shelve(
    read: Iterable[tuple[str, Article | RecordRefused]],
    catalogue: Catalogue,
    library: Library,
    now: dt.datetime,
    *,
    by: str,
    pause: Callable[[float], None],
) -> Iterator[Report]:
    """Do what ``load`` does with records that are read already.

    Raises:
        LibraryBusy: another process went on writing for ten seconds; the files reported on are in.
    """
    called = lru_cache(maxsize=4096)(partial(_called, catalogue))
    made = ((name, _ready(each, called)) for name, each in read)
    for number, group in enumerate(iter(lambda: list(islice(made, GROUP)), []), start=1):
        fit = [each for _, each in group if isinstance(each, Ready)]
        outcomes = iter(patiently(partial(library.articles.put_all, fit, now, by), pause))
        for name, each in group:
            match each:
                case RecordRefused():
                    yield Report(name, "refused", tuple(each.problems))
                case Ready():
                    yield _report(name, each.article.id, next(outcomes), library)
        if number % LOGGED == 0:
            library.move_log()
        pause(BREATH)


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
            return foresee(article, library)


def foresee(article: Article, library: Library) -> tuple[Outcome, tuple[str, ...]]:
    """Tell what publishing an article as it is would do, and do nothing."""
    kept = library.articles.get(article.id)
    if library.past.retraction(article.id):
        return "refused", _report("", article.id, "retracted", library).problems
    return ("new" if kept is None else "same" if kept == article else "changed"), ()


def _report(file: str, id_: str, outcome: Outcome, library: Library) -> Report:
    """Say of a retracted article why it is not taken, when nobody decided that it should be."""
    if outcome != "retracted" or (retraction := library.past.retraction(id_)) is None:
        return Report(file, outcome)
    why = (
        f"{id_} was retracted on {retraction.at:%Y-%m-%d} ({retraction.reason}); "
        f"to publish it again, an editor opens it with /correct {id_}."
    )
    return Report(file, "refused", (why,))


def _ready(given: Article | RecordRefused, called: Called) -> Ready | RecordRefused:
    """Make a record ready to be put in, unless it was or is refused."""
    if isinstance(given, RecordRefused):
        return given
    try:
        return ready(given, _speakers(given, called))
    except RecordRefused as refusal:
        return refusal


def _speakers(article: Article, called: Called) -> dict[str, Speaker]:
    """Tell who is meant by each name that the quotes print."""
    # An affiliation is often printed once only: the quotes that have it come last, and win.
    quotes = sorted(article.quotes, key=lambda quote: quote.affiliation is not None)
    return {
        quote.speaker: called(quote.speaker, quote.affiliation)
        for quote in quotes
        if quote.speaker
    }


def speaker(quote: Quote, catalogue: Catalogue) -> Speaker:
    """Tell who speaks: a person of the catalogue by full name, else whoever the record names."""
    return _called(catalogue, quote.speaker or "", quote.affiliation)


def _called(catalogue: Catalogue, name: str, affiliation: str | None) -> Speaker:
    if name == TREATY_TEXT:
        return Speaker(slug="treaty-text", name=name, kind=SpeakerKind.TREATY)
    if person := catalogue.person(name):
        return _speaker(person)
    kind = SpeakerKind.EXPERT if affiliation else SpeakerKind.OTHER
    return Speaker(slug=_slug(name), name=name, kind=kind, affiliation=affiliation)


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
