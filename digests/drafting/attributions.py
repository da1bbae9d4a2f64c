"""Who said it, by the language of the text."""

from collections.abc import Sequence
from typing import Protocol

from config.catalogue import Catalogue
from digests.drafting import dashes, marks
from digests.drafting.english import PLAINLY
from digests.drafting.korean import KoreanAttribution, readable
from digests.drafting.pages import Page
from digests.drafting.russian import RussianAttribution
from digests.drafting.sections import Paragraph
from digests.drafting.speakers import Attribution, Reported
from digests.drafting.speech import Said


class Attributing(Protocol):
    """One reading of an article's paragraphs, whatever their language."""

    pages: list[Page]
    reported: list[Reported]

    def quotes(self) -> list[Said]:
        """Give every quote, in order, with its speaker where one can be told."""


def attribution(
    language: str,
    body: Sequence[Paragraph],
    catalogue: Catalogue,
    *,
    treaty: bool,
    heading: str = "",
) -> Attributing:
    """Give the reading of *body*, below *heading*, that its language asks for."""
    if language == "ru":
        return RussianAttribution(body, marks.find(body), treaty=treaty)
    if language == "ko":
        known = [name for person in catalogue.people for name in person.names()]
        return KoreanAttribution(body, readable(body), known, treaty=treaty)
    stretches = dashes.parted(body, marks.find(body), PLAINLY.__contains__)
    return Attribution(body, stretches, treaty=treaty, heading=heading)
