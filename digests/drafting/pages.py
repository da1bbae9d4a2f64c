"""Paragraphs with their quotes hidden, cut into sentences, and the quotes that run over several."""

from collections.abc import Sequence
from dataclasses import dataclass

from digests.drafting import marks, sentences
from digests.drafting.marks import Stretch
from digests.drafting.sections import Paragraph

Chain = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A paragraph: ``text`` has its quotes hidden, ``raw`` has not."""

    number: int
    text: str
    raw: str
    stretches: tuple[Stretch, ...]
    sentences: tuple[tuple[int, int], ...]

    def sentence_end(self, stretch: Stretch) -> int:
        """Give where the sentence ends in which a quote closes."""
        return next((end for _, end in self.sentences if end >= stretch.closed), len(self.text))

    def limit(self, stretch: Stretch) -> int:
        """Give how far the words after a quote may be about it."""
        following = (s.opened for s in self.stretches if s.opened >= stretch.closed)
        return min(self.sentence_end(stretch), *following, len(self.text))

    def lead(self, start: int, stretch: Stretch) -> int:
        """Give where the words before a quote begin: its sentence, or the quote before."""
        before = (s.closed for s in self.stretches if start < s.closed <= stretch.opened)
        return max(start, *before, start)

    def words(self, stretch: Stretch) -> str:
        """Give what stands between the marks."""
        return self.raw[stretch.start : stretch.end]

    def quoted(self, start: int, end: int) -> bool:
        """Tell whether a quote opens between two places."""
        return any(start <= stretch.opened < end for stretch in self.stretches)

    def place(self, start: int) -> int:
        """Give the number of the sentence that begins at *start*."""
        return next((n for n, (begin, _) in enumerate(self.sentences) if begin == start), 0)


def lay_out(paragraphs: Sequence[Paragraph], stretches: Sequence[Stretch]) -> list[Page]:
    """Put each paragraph on a page, with the quotes that stand in it."""
    here: list[list[Stretch]] = [[] for _ in paragraphs]
    for stretch in stretches:
        here[stretch.paragraph].append(stretch)
    pages = []
    for number, paragraph in enumerate(paragraphs):
        text = marks.hidden(paragraph.text, here[number])
        cut = tuple(sentences.split(text))
        pages.append(Page(number, text, paragraph.text, tuple(here[number]), cut))
    return pages


def chains(pages: Sequence[Page]) -> dict[tuple[int, int], list[Chain]]:
    """Give the quotes of each sentence by page and start, those that run on joined."""
    placed: dict[tuple[int, int], list[Chain]] = {}
    latest: list[Chain] = []
    for page in pages:
        for stretch in page.stretches:
            if stretch.continues and latest:
                latest[-1] = (*latest[-1], stretch)
                continue
            start = next((s for s, e in page.sentences if s <= stretch.start < e), 0)
            latest = placed.setdefault((page.number, start), [])
            latest.append((stretch,))
    return placed
