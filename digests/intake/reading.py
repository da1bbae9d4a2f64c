"""A file or a page from the web, taken in."""

from dataclasses import replace

from digests.drafts import Masthead
from digests.intake import encodings, kinds, markdown
from digests.intake.kinds import Kind
from digests.intake.outcomes import RawText, Reason, RecordFile, Refused

LONGEST_TEXT = 1_000_000  # bytes; a book has fewer, a long read 100,000
LONGEST_PAGE = 5_000_000  # bytes; saved pages hold scripts and images beside the article


def read_file(
    raw: bytes, name: str, content_type: str | None = None
) -> RawText | RecordFile | Refused:
    """Take in a file; its name tells what it is, else its content type."""
    kind = kinds.named(name, content_type)
    if kind == "record":
        return RecordFile(raw=raw, name=name)
    if kind is None:
        return Refused(kinds.unfit(raw) or Reason.UNKNOWN_KIND)
    return _read(raw, name, kind, None, content_type)


def read_page(raw: bytes, url: str, content_type: str | None = None) -> RawText | Refused:
    """Take in what a web server answered; its content type tells what it is."""
    kind = kinds.named(None, content_type)
    return _read(raw, url, kind or "page", url, content_type)


def _read(
    raw: bytes, name: str, kind: Kind, url: str | None, content_type: str | None
) -> RawText | Refused:
    if len(raw) > LONGEST_PAGE:
        return Refused(Reason.TOO_BIG)
    if reason := kinds.unfit(raw):
        return Refused(reason)
    text = encodings.decode(raw, encodings.declared(content_type), encodings.declared_within(raw))
    if text is None:
        return Refused(Reason.BINARY if b"\0" in raw else Reason.ENCODING)
    if reason := kinds.unreadable(text):
        return Refused(reason)
    if kind == "page" or kinds.is_page(text):
        return _page(text, name, url)
    return Refused(Reason.TOO_BIG) if len(raw) > LONGEST_TEXT else _text(text, name, kind, url)


def _text(text: str, name: str, kind: Kind, url: str | None) -> RawText | Refused:
    hints = Masthead()
    if kind == "markdown":
        hints, text = markdown.front_matter(text)
        text = markdown.plain(text)
    if not text.strip():
        return Refused(Reason.EMPTY)
    return RawText(text=text, name=name, hints=replace(hints, url=url) if url else hints)


def _page(text: str, name: str, url: str | None) -> RawText | Refused:
    from digests.intake import pages  # noqa: PLC0415 - takes 0.3 s, and no start needs it

    return pages.read(text, name, url)
