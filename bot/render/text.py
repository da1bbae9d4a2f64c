"""Text with its marks: built by adding, cut without breaking, turned into entities at the end.

No markup language is written or parsed anywhere, so nothing a source or a reader typed can be
taken for markup.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from telegram import MessageEntity

Kind = Literal[
    "bold", "italic", "underline", "code", "text_link", "blockquote", "expandable_blockquote"
]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text with a look; ``start`` and ``end`` count code points."""

    start: int
    end: int
    kind: Kind
    url: str | None = None

    def moved(self, by: int) -> "Mark":
        """Give the same mark further on."""
        return Mark(self.start + by, self.end + by, self.kind, self.url)


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words and the marks on them."""

    plain: str = ""
    marks: tuple[Mark, ...] = ()

    def __add__(self, other: "Text | str") -> "Text":
        if isinstance(other, str):
            return Text(self.plain + other, self.marks)
        moved = tuple(mark.moved(len(self.plain)) for mark in other.marks)
        return Text(self.plain + other.plain, self.marks + moved)

    def __radd__(self, other: str) -> "Text":
        return Text(other) + self

    def __bool__(self) -> bool:
        return bool(self.plain)

    @property
    def width(self) -> int:
        """Measure in UTF-16 units, as Telegram counts offsets."""
        return width(self.plain)

    def slice(self, start: int, end: int) -> "Text":
        """Cut out code points *start* to *end*; marks are cut with them."""
        kept = (
            replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
            for mark in self.marks
            if mark.start < end and mark.end > start
        )
        return Text(self.plain[start:end], tuple(kept))

    def stripped(self) -> "Text":
        """Cut white space off both ends, as Telegram does before it measures."""
        start = len(self.plain) - len(self.plain.lstrip())
        return self.slice(start, max(start, len(self.plain.rstrip())))

    def entities(self) -> list[MessageEntity]:
        """Give the marks as Telegram wants them, offsets in UTF-16 units, outermost first."""
        outermost_first = sorted(self.marks, key=lambda mark: (mark.start, -mark.end))
        return [self._entity(mark) for mark in outermost_first if mark.end > mark.start]

    def _entity(self, mark: Mark) -> MessageEntity:
        offset = width(self.plain[: mark.start])
        length = width(self.plain[mark.start : mark.end])
        return MessageEntity(mark.kind, offset, length, url=mark.url)


def width(plain: str) -> int:
    """Count UTF-16 units; a lone surrogate counts as the one unit it is."""
    return len(plain.encode("utf-16-le", "surrogatepass")) // 2


def marked(text: Text | str, kind: Kind, url: str | None = None) -> Text:
    """Put a mark on the whole of *text*."""
    inner = text if isinstance(text, Text) else Text(text)
    return Text(inner.plain, (Mark(0, len(inner.plain), kind, url), *inner.marks))


def bold(text: Text | str) -> Text:
    """Set in bold type."""
    return marked(text, "bold")


def italic(text: Text | str) -> Text:
    """Set in italics."""
    return marked(text, "italic")


def code(text: str) -> Text:
    """Set in type that is copied by a tap."""
    return marked(text, "code")


def link(text: Text | str, url: str) -> Text:
    """Make *text* lead to *url*."""
    return marked(text, "text_link", url)


def join(separator: str, parts: Iterable[Text | str]) -> Text:
    """Put parts together, empty ones left out."""
    plain: list[str] = []
    marks: list[Mark] = []
    at = 0
    for part in parts:
        if not part:
            continue
        if plain:
            plain.append(separator)
            at += len(separator)
        if isinstance(part, Text):
            marks += [mark.moved(at) for mark in part.marks]
            plain.append(part.plain)
        else:
            plain.append(part)
        at += len(plain[-1])
    return Text("".join(plain), tuple(marks))
