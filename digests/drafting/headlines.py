"""Which of the lines over a text is its headline, and what the others are."""

import re
from typing import NamedTuple

from config.folding import fold
from digests.drafting import bylines, outlets
from digests.drafting.sections import Paragraph

WORDS = 4  # a line of fewer is a rubric, where a longer one follows
LETTERS = 12  # the same for Korean, which writes several words as one
BULLET = re.compile(r"[*•·▪■◆-]\s?")
HANGUL = re.compile(r"[가-힣]")


class Titles(NamedTuple):
    """The lines over a text by what they are; ``over`` and ``under`` it the others."""

    headline: str | None = None
    subheadline: str | None = None
    author: str | None = None
    site: str | None = None
    over: tuple[Paragraph, ...] = ()
    under: tuple[Paragraph, ...] = ()

    @property
    def left(self) -> tuple[Paragraph, ...]:
        """Give the lines that are nothing of a masthead, in their order."""
        return self.over + self.under


def read(lines: list[Paragraph]) -> Titles:
    """Tell the headline, which is the first line long enough, from the lines around it."""
    place = _place(lines)
    if place is None:
        return Titles(under=tuple(lines))
    over, headline = lines[:place], lines[place].text
    under = [line for line in lines[place + 1 :] if fold(line.text) != fold(headline)]
    author = next((line for line in under if bylines.is_name(line.text)), None)
    second = next((line for line in under if line is not author), None)
    if second is not None and not _is_headline(second.text):
        second = None
    return Titles(
        headline=headline,
        subheadline=second.text if second else None,
        author=author.text if author else None,
        site=next((site for line in over if (site := outlets.of_site(line.text))), None),
        over=tuple(over),
        under=tuple(line for line in under if line is not author and line is not second),
    )


def _place(lines: list[Paragraph]) -> int | None:
    """Tell which line is the headline: the first of some length, else the first at all."""
    long = (n for n, line in enumerate(lines) if _is_headline(line.text))
    short = (n for n, line in enumerate(lines) if not BULLET.match(line.text))
    return next(long, next(short, None))


def _is_headline(text: str) -> bool:
    if text[0].islower() or BULLET.match(text):
        return False
    if HANGUL.search(text):
        return len(text) >= LETTERS
    return len(text.split()) >= WORDS
