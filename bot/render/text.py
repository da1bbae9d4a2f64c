"""Text with its marks: built by adding, cut without breaking, turned into entities at the end.

No markup language is written or parsed anywhere, so nothing a source or a reader typed can be
taken for markup.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, NotRequired, TypedDict

Kind = Literal[
    "bold", "italic", "underline", "code", "text_link", "blockquote", "expandable_blockquote"
]


class Entity(TypedDict):
    """A mark as Telegram reads it; ``offset`` and ``length`` count UTF-16 units."""

    type: Kind
    offset: int
    length: int
    url: NotRequired[str]


class Mark(NamedTuple):
    """A stretch of text with a look; ``start`` and ``end`` count code points."""

    start: int
    end: int
    kind: Kind
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words and the marks on them."""

    plain: str = ""
    marks: tuple[Mark, ...] = ()

    def __add__(self, other: "Text | str") -> "Text":
        if isinstance(other, str):
            return Text(self.plain + other, self.marks)
        return Text(self.plain + other.plain, self.marks + other.moved(len(self.plain)))

    def __radd__(self, other: str) -> "Text":
        return Text(other + self.plain, self.moved(len(other)))

    def __bool__(self) -> bool:
        return bool(self.plain)

    @property
    def width(self) -> int:
        """Measure in UTF-16 units, as Telegram counts offsets."""
        return width(self.plain)

    def moved(self, by: int) -> tuple[Mark, ...]:
        """Give the marks as they lie when the words stand further on in a text."""
        if not (by and self.marks):
            return self.marks
        return tuple(
            [Mark(start + by, end + by, kind, url) for start, end, kind, url in self.marks]
        )

    def slice(self, start: int, end: int) -> "Text":
        """Cut out code points *start* to *end*; marks are cut with them."""
        kept = [
            Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.kind, mark.url)
            for mark in self.marks
            if mark.start < end and mark.end > start
        ]
        return Text(self.plain[start:end], tuple(kept))

    def stripped(self) -> "Text":
        """Cut white space off both ends, as Telegram does before it measures."""
        start = len(self.plain) - len(self.plain.lstrip())
        return self.slice(start, max(start, len(self.plain.rstrip())))

    def entities(self) -> list[Entity]:
        """Give the marks as Telegram reads them, outermost first."""
        outermost_first = sorted(self.marks, key=lambda mark: (mark.start, -mark.end))
        units = len if self.width == len(self.plain) else width
        return [_entity(self.plain, m, units) for m in outermost_first if m.end > m.start]


def _entity(plain: str, mark: Mark, units: Callable[[str], int]) -> Entity:
    offset, length = units(plain[: mark.start]), units(plain[mark.start : mark.end])
    entity = Entity(type=mark.kind, offset=offset, length=length)
    if mark.url:
        entity["url"] = mark.url
    return entity


def width(plain: str) -> int:
    """Count UTF-16 units; a lone surrogate counts as the one unit it is."""
    if plain.isascii():
        return len(plain)
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
        if isinstance(part, str):
            words = part
        elif words := part.plain:
            marks += part.moved(at)
        if words:
            plain.append(words)
            at += len(words) + len(separator)
    return Text(separator.join(plain), tuple(marks))
