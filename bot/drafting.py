"""``treaty-digest draft``: files from the disk as drafts to look at; nothing is stored."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot import files, terminal
from bot.clock import Clock
from bot.render import reading, refusals
from bot.render.language import Language
from config import catalogue as catalogues
from config.catalogue import Catalogue
from config.settings import Settings
from digests import review
from digests.drafting import hinted
from digests.drafts import Draft
from digests.intake.outcomes import RawText, RecordFile, Refused
from digests.intake.reading import read_file

IS_RECORD = "it is a record, which is no draft any more; `treaty-digest load` publishes it."


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that no draft can be made of, and why."""

    why: str


def draft(
    paths: Iterable[Path], settings: Settings, clock: Clock
) -> Iterator[tuple[str, Draft | Unread, Catalogue]]:
    """Read files and folders of them.

    Raises:
        CatalogueError: the catalogue cannot be used.
    """
    catalogue = catalogues.load(settings.config)
    today = clock.now().astimezone(settings.timezone).date()
    for file in files.found(paths, files.RAW):
        made = taken(file, Language())
        if isinstance(made, RawText):
            yield str(file), hinted.read(made, catalogue, today), catalogue
        else:
            yield str(file), made, catalogue


def taken(file: Path, language: Language) -> RawText | Unread:
    """Take a file in, or say why not."""
    raw = files.read(file)
    if isinstance(raw, str):
        return Unread(raw)
    match read_file(raw, file.name):
        case RawText() as text:
            return text
        case RecordFile():
            return Unread(IS_RECORD)
        case Refused(why):
            return Unread(refusals.reason(why, language).plain)


def show(read: Iterable[tuple[str, Draft | Unread, Catalogue]], *, as_json: bool) -> bool:
    """Print each draft as it is made; tell whether any file could not be read."""
    failed, language = False, Language()
    for number, (file, made, catalogue) in enumerate(read):
        if isinstance(made, Unread):
            failed = True
            _complain(file, made.why)
            continue
        found = review.complaints(made, catalogue)
        if as_json:
            table = reading.as_json(file, made, found, language)
            terminal.write(json.dumps(table, ensure_ascii=False) + "\n")
        else:
            card = reading.as_text(file, made, found, catalogue, language)
            terminal.write(("\n\n" if number else "") + _plain(card) + "\n")
    return failed


def _complain(file: str, why: str) -> None:
    terminal.console(errors=True).print(f"{terminal.printable(file)}: {why}")


def _plain(card: str) -> str:
    lines = card.replace("\r\n", "\n").split("\n")
    return "\n".join(terminal.printable(line.replace("\t", " ")) for line in lines)
