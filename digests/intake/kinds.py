"""What bytes are: by their first bytes, by name, by content type, by how the text begins."""

import json
import re
from pathlib import PurePosixPath
from typing import Literal

from digests.intake.outcomes import Reason

Kind = Literal["text", "markdown", "page", "record"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".toml": "record",
}
TYPES: dict[str, Kind] = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "text/html": "page",
    "application/xhtml+xml": "page",
    "application/toml": "record",
}
BEGINNINGS = (
    (b"%PDF-", Reason.PDF),
    (b"PK\x03\x04", Reason.OFFICE),  # .docx, .odt, .epub
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Reason.OFFICE),  # .doc
    (rb"{\rtf", Reason.OFFICE),
    (b"\x89PNG\r\n", Reason.BINARY),
    (b"\xff\xd8\xff", Reason.BINARY),  # JPEG
    (b"GIF8", Reason.BINARY),
    (b"\x1f\x8b", Reason.BINARY),  # gzip
    (b"\x7fELF", Reason.BINARY),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOST_CONTROL = 0.001  # of a text's characters: old files may hold a stray one
PROLOGUE = r"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^<>]{0,2000}-->\s*)?"
FEED = re.compile(PROLOGUE + r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]")
PAGE = re.compile(PROLOGUE + r"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)


def named(name: str | None, content_type: str | None) -> Kind | None:
    """Tell the kind by a file's name, else by its content type."""
    suffix = PurePosixPath(name or "").suffix.lower()
    kind = (content_type or "").partition(";")[0].strip().lower()
    return SUFFIXES.get(suffix) or TYPES.get(kind)


def unfit(raw: bytes) -> Reason | None:
    """Tell what bytes are that are no text, by how they begin."""
    start = raw.lstrip()[:8]
    return next((reason for begins, reason in BEGINNINGS if start.startswith(begins)), None)


def unreadable(text: str) -> Reason | None:
    """Tell why a decoded text is none for people."""
    if not text.replace("\ufeff", "").strip():
        return Reason.EMPTY
    if "\0" in text or len(CONTROL.findall(text)) > MOST_CONTROL * len(text):
        return Reason.BINARY
    if FEED.match(text):
        return Reason.FEED
    return Reason.DATA if _data(text) else None


def is_page(text: str) -> bool:
    """Tell whether a text begins as HTML does, whatever it is called."""
    return PAGE.match(text) is not None


def _data(text: str) -> bool:
    """Tell whether a text is JSON, or begins with a line of it; `[1] A note` is a text."""
    start = text.lstrip("\ufeff \t\r\n")
    try:
        if start.startswith("["):
            json.loads(start)
        elif start.startswith("{"):
            json.JSONDecoder().raw_decode(start)
        else:
            return False
    except RecursionError:
        return True  # no prose is nested so deeply
    except ValueError:
        return False
    return True
