"""Documents: from Telegram to bytes, refused before anything is fetched where that is plain."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from telegram import Document
from telegram.error import BadRequest, TelegramError

from bot.context import Context
from digests import records
from digests.intake import kinds
from digests.intake.outcomes import Reason
from digests.intake.reading import LONGEST_PAGE, LONGEST_TEXT

SIZES = {"record": records.LONGEST, "page": LONGEST_PAGE}
PLAIN = {
    ".pdf": Reason.PDF,
    **dict.fromkeys(".doc .docx .odt .rtf .epub .pages .zip .rar .7z".split(), Reason.OFFICE),
    **dict.fromkeys(".jpg .jpeg .png .gif .webp .heic .mp3 .ogg .mp4 .exe".split(), Reason.BINARY),
    ".json": Reason.DATA,
}


@dataclass(frozen=True, slots=True)
class Unavailable:
    """Telegram does not give the file; why is not to be learned."""


def unfit(document: Document) -> Reason | None:
    """Tell why a document is not even fetched."""
    name = document.file_name or ""
    if plain := PLAIN.get(PurePosixPath(name).suffix.lower()):
        return plain
    known = kinds.named(name, document.mime_type)
    return _too_big(document.file_size, SIZES.get(known or "", LONGEST_TEXT))


def _too_big(size: int | None, most: int) -> Reason | None:
    return Reason.TOO_BIG if size is not None and size > most else None


async def fetch(file_id: str, context: Context) -> bytes | Reason | Unavailable:
    """Fetch a file from Telegram by what it is called there."""
    try:
        file = await context.bot.get_file(file_id)
        if reason := _too_big(file.file_size, LONGEST_PAGE):
            return reason
        return bytes(await file.download_as_bytearray())
    except BadRequest as error:
        return Reason.TOO_BIG if "too big" in error.message.lower() else Unavailable()
    except TelegramError:
        return Unavailable()
