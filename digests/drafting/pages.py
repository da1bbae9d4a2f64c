"""Paragraphs with their quotes hidden and cut into sentences; quotes that run over several."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from digests.drafting import marks, sentences
from digests.drafting.marks import Stretch
from digests.drafting.sections import Paragraph

Chain = tuple[Stretch, ...]
BULLET = ' "“‘«—–-•*·▪◦'


class Page(NamedTuple):
    """A paragraph: ``text`` has its quotes hidden, ``raw`` has not.

    ``begins`` and ``ends`` bound its sentences, ``opens`` and ``closes`` its quotes.
    """

    number: int
    text: str
    raw: str
    stretches: tuple[Stretch, ...]
    sentences: tuple[tuple[int, int], ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    opens: tuple[int, ...]
    closes: tuple[int, ...]

    def sentence_end(self, stretch: Stretch) -> int:
        """Give where the sentence ends in which a quote closes."""
        place = bisect_left(self.ends, stretch.closed)
        return self.ends[place] if place < len(self.ends) else len(self.text)

    def limit(self, stretch: Stretch) -> int:
        """Give how far the words after a quote may be about it."""
        following = bisect_left(self.opens, stretch.closed)
        opened = self.opens[following] if following < len(self.opens) else len(self.text)
        return min(self.sentence_end(stretch), opened)

    def lead(self, start: int, stretch: Stretch) -> int:
        """Give where the words before a quote begin: its sentence, or the quote before."""
        before = bisect_right(self.closes, stretch.opened)
        return max(start, self.closes[before - 1]) if before else start

    def is_led(self, start: int, stretch: Stretch) -> bool:
        """Tell whether anything of its sentence stands before a quote."""
        if self.lead(start, stretch) > start:
            return True
        return bool(self.text[start : stretch.opened].strip(BULLET))

    def words(self, stretch: Stretch) -> str:
        """Give what stands between the marks."""
        return self.raw[stretch.start : stretch.end]

    def quoted(self, start: int, end: int) -> Stretch | None:
        """Give the first quote that opens between two places."""
        place = bisect_left(self.opens, start)
        return (
            self.stretches[place] if place < len(self.opens) and self.opens[place] < end else None
        )

    def place(self, at: int) -> int:
        """Give the number of the sentence that holds a place."""
        return max(0, bisect_right(self.begins, at) - 1)


def lay_out(paragraphs: Sequence[Paragraph], stretches: Sequence[Stretch]) -> list[Page]:
    """Put each paragraph on a page, with the quotes that stand in it."""
    here: list[list[Stretch]] = [[] for _ in paragraphs]
    for stretch in stretches:
        here[stretch.paragraph].append(stretch)
    return [_page(*each) for each in zip(range(len(here)), paragraphs, here, strict=True)]


def _page(number: int, paragraph: Paragraph, stretches: Sequence[Stretch]) -> Page:
    text = marks.hidden(paragraph.text, stretches)
    cut = sentences.split(text)
    return Page(
        number,
        text,
        paragraph.text,
        tuple(stretches),
        cut,
        tuple([start for start, _ in cut]),
        tuple([end for _, end in cut]),
        tuple([stretch.opened for stretch in stretches]),
        tuple([stretch.closed for stretch in stretches]),
    )


def chains(pages: Sequence[Page]) -> dict[tuple[int, int], list[Chain]]:
    """Give the quotes of each sentence by page and start, those that run on joined."""
    placed: dict[tuple[int, int], list[list[Stretch]]] = {}
    latest: list[Stretch] | None = None
    for page in pages:
        for stretch in page.stretches:
            if stretch.continues and latest:
                latest.append(stretch)
                continue
            place = page.place(stretch.start)
            start = page.begins[place] if page.begins else 0
            latest = [stretch]
            placed.setdefault((page.number, start), []).append(latest)
    return {where: [tuple(chain) for chain in found] for where, found in placed.items()}
