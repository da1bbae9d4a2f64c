"""A raw text cut into paragraphs, each with its place in the source."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from digests.drafting import datelines

LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
SPACES = {ord(end): " " for end in LINE_ENDS}
# White space of any script, and signs of no width, which pages leave between their parts.
OUTER = (
    " \t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
    "\u205f\u3000\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + LINE_ENDS
)

CLOSING = r"[\"'”’»)\]」』]*"
ENDED = re.compile(rf"(?:[.!?…:。！？]{CLOSING}|[\"”»」])$")
BEGINS = re.compile(r"[\"'“‘«„‹「『(\[¿¡]*[^\W_a-zа-яё]|[•·▪■◆▲●]|[-–—*]\s")
ALONE = re.compile(
    r"[\W_]*$"
    r"|(?:by|written by|автор|источник|source|updated|published|обновлено)\b[^.!?]{0,80}$"
    r"|https?://\S+$|[•·▪■◆▲●©]|(?:share|tweet|facebook|copy link|upstairs|back to top|наверх)$",
    re.IGNORECASE,
)
# A line that ends in one of these goes on, however short it is.
OPEN = (*",;(-–—/&", "’s", "'s", "’S", "'S")
OPEN_WORDS = frozenset(
    "the a an of in on at to for with by from and or nor but that which who whose is are was were "
    "be been as its their his her our not will would has have had this these between against into "
    "over under about than said told called including such и в во на с со по для от к ко о об из "
    "что как при за до не или а но у под над через который которая которые".split()
)
LAST_WORD = re.compile(r"\w+$")
LABEL = 120  # a line longer than that is no headline, and no label either
WIDEST = 110  # a column of text is not wider
NARROWEST = 45
FEWEST = 4  # line ends that tell a column
USUAL = 0.75  # of its width: what most of its lines fill
MANY = 20_000  # lines; no article has more, and what has is not worth joining
TAIL = 8  # a stop and the marks and brackets behind it


class Paragraph(NamedTuple):
    """A paragraph of the source; ``text`` has a space for each character of a line end.

    So an offset into ``text`` plus ``start`` is an offset into the source.
    """

    start: int
    text: str

    @property
    def end(self) -> int:
        """Give where the paragraph ends in the source."""
        return self.start + len(self.text)

    def cut(self, offset: int) -> "Paragraph":
        """Give what is left of it from *offset* on, without the white space before that."""
        rest = self.text[offset:]
        bare = rest.lstrip(OUTER)
        return Paragraph(self.start + offset + len(rest) - len(bare), bare)


class Line(NamedTuple):
    """A line that is not blank; ``apart`` where a blank line stands before it."""

    start: int
    end: int
    text: str
    apart: bool


def paragraphs(source: str) -> list[Paragraph]:
    """Cut *source* at blank lines, and at those line ends that end a paragraph."""
    lines = list(_lines(source))
    width = _width(lines)
    found: list[tuple[Line, int]] = []
    joined = False
    for number, line in enumerate(lines):
        before = lines[number - 1]
        near = 0 < number < MANY and not line.apart
        joined = near and _continues(before, line, width, joined=joined)
        found.append((found.pop()[0] if joined else line, line.end))
    return [_paragraph(source, first, end) for first, end in found]


def _paragraph(source: str, first: Line, end: int) -> Paragraph:
    whole = end == first.end
    text = first.text if whole else source[first.start : end].translate(SPACES)
    return Paragraph(first.start, text)


def _lines(source: str) -> Iterator[Line]:
    last, blank = 0, False
    for whole in source.splitlines(keepends=True):  # it ends lines where LINE_ENDS does
        last += len(whole)
        bare = whole.lstrip(OUTER)
        if bare:
            text, start = bare.rstrip(OUTER), last - len(bare)
            yield Line(start, start + len(text), text, blank)
        blank = not bare


def _width(lines: list[Line]) -> int:
    """Give the width of the column a text was broken to, or 0 where it was not."""
    pairs = itertools.pairwise(lines)
    followed = sorted(len(line.text) for line, after in pairs if not after.apart)
    if len(followed) < FEWEST:
        return 0
    widest, usual = followed[-1], followed[len(followed) // 3]
    return widest if NARROWEST <= widest <= WIDEST and usual >= USUAL * widest else 0


def _continues(before: Line, line: Line, width: int, *, joined: bool) -> bool:
    if ALONE.match(before.text) or ALONE.match(line.text) or datelines.opens(line.text):
        return False
    if width and _is_full(before.text, line.text, width):
        return True
    if not BEGINS.match(line.text):
        return not (before.text.isupper() and not joined)
    if has_ended(before.text):
        return False
    return joined or len(before.text) > LABEL or _is_open(before.text)


def has_ended(text: str) -> bool:
    """Tell whether *text* ends as a sentence does."""
    return ENDED.search(text, max(0, len(text) - TAIL)) is not None


def _is_full(text: str, after: str, width: int) -> bool:
    """Tell whether a line could not take one word more of the next."""
    return len(text) + 1 + len(after.split(None, 1)[0]) > width


def _is_open(text: str) -> bool:
    if text.endswith(OPEN):
        return True
    word = LAST_WORD.search(text, max(0, len(text) - 2 * TAIL))
    return word is not None and word.group().lower() in OPEN_WORDS
