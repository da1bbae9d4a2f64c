"""What stands over an article, read from the lines before its text and a few behind it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from config.catalogue import Catalogue
from config.folding import fold
from digests.drafting import datelines, headlines, imprint, litter, outlets, publication, unbroken
from digests.drafting.datelines import Dateline
from digests.drafting.headlines import Titles
from digests.drafting.imprint import Imprint
from digests.drafting.publication import Printed
from digests.drafting.sections import Paragraph
from digests.drafts import Masthead

ZONE = 40  # paragraphs among which a text begins
TAIL = 8  # paragraphs at the end that may say where it is from
AHEAD = 4  # paragraphs behind a sentence in which a dateline still makes it a part of the head
LONGEST_TITLE = 300
UNFINISHED = re.compile(r"(?:[.。…:;,][\"”’»)]*|[!?][\"”»])$")
# A question put in an interview, a turn in a transcript, or several sentences.
ASKED = re.compile(
    r"^(?:question|answer|вопрос|ответ|q|a)\s?[:.]|[.?!]\s[^\W_a-zа-яё].*[?!]$"
    r"|^(?-i:[A-Z][A-Z .,'’-]{1,40}:\s).*[.?!]$",
    re.IGNORECASE,
)


class Opened(NamedTuple):
    """A masthead, the paragraphs of the article under it, and the lines that are neither."""

    masthead: Masthead
    body: list[Paragraph]
    dropped: list[str]


@dataclass(slots=True)
class _Head:
    """The lines before the text, as they were told apart."""

    imprints: list[Imprint] = field(default_factory=list)
    titles: list[Paragraph] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    dateline: Dateline | None = None
    run: unbroken.Run | None = None
    body: list[Paragraph] = field(default_factory=list)
    tail: list[Imprint] = field(default_factory=list)


def read(paragraphs: list[Paragraph], catalogue: Catalogue, today: date) -> Opened:
    """Read the masthead of an article and part it, and all litter, from the text.

    *today* is the day of loading, which no article is later than.
    """
    head = _head(paragraphs, catalogue)
    if not head.body:
        head.body, head.titles = head.titles, []
    tail = (imprint.read(paragraph.text, catalogue) for paragraph in head.body[-TAIL:])
    head.tail = [line for line in tail if line]
    titles = headlines.read(head.titles)
    above = [*titles.over, *(titles.under if head.dateline else ())]
    kept = [line for line in titles.left if line not in above or litter.is_quoted(line.text)]
    body, dropped = litter.sift(_unrepeated([*kept, *head.body], titles.headline))
    masthead = _together(head, titles, body, catalogue, today)
    passed = [line.text for line in above if line not in kept]
    return Opened(masthead, body, [*head.dropped, *passed, *dropped])


def _unrepeated(paragraphs: list[Paragraph], headline: str | None) -> list[Paragraph]:
    if headline is None:
        return paragraphs
    length, again = len(headline), fold(headline)
    return [p for p in paragraphs if len(p.text) != length or fold(p.text) != again]


def _head(paragraphs: list[Paragraph], catalogue: Catalogue) -> _Head:
    head = _Head()
    for number, paragraph in enumerate(paragraphs[:ZONE]):
        text = paragraph.text
        if dateline := datelines.read(text, catalogue):
            head.dateline = dateline
            head.body = _rest(paragraphs, number, dateline.end)
            return head
        if len(text) <= LONGEST_TITLE and _sorted(head, paragraph, catalogue):
            continue
        if not _leads(paragraphs, number, catalogue):
            head.run = unbroken.read(text, catalogue)
            head.body = _rest(paragraphs, number, head.run.end if head.run else 0)
            return head
        head.titles.append(paragraph)
    head.body = paragraphs[ZONE:]
    return head


def _rest(paragraphs: list[Paragraph], number: int, cut: int) -> list[Paragraph]:
    first = paragraphs[number].cut(cut)
    return [first, *paragraphs[number + 1 :]] if first.text else paragraphs[number + 1 :]


def _sorted(head: _Head, paragraph: Paragraph, catalogue: Catalogue) -> bool:
    """Put a short line where it belongs; False where it may be a sentence of the text."""
    text = paragraph.text
    if found := imprint.read(text, catalogue):
        head.imprints.append(found)
    elif litter.is_litter(text) or imprint.FIELD.fullmatch(text):
        head.dropped.append(text)
    elif not (UNFINISHED.search(text) or ASKED.search(text)):
        head.titles.append(paragraph)
    else:
        return False
    return True


def _leads(paragraphs: list[Paragraph], number: int, catalogue: Catalogue) -> bool:
    """Tell whether a finished sentence stands over the text: byline or dateline follow it."""
    if len(paragraphs[number].text) > LONGEST_TITLE:
        return False
    for after in paragraphs[number + 1 : number + 1 + AHEAD]:
        if datelines.read(after.text, catalogue):
            return True
        found = imprint.read(after.text, catalogue)
        if found and (found.published or found.updated or found.author):
            return True
        if len(after.text) > LONGEST_TITLE:
            return False
    return False


def _together(
    head: _Head,
    titles: Titles,
    body: list[Paragraph],
    catalogue: Catalogue,
    today: date,
) -> Masthead:
    lines = [*head.imprints, *head.tail]
    headline = _headline(head, titles)
    url = _first(line.url for line in lines)
    outlet, site = _outlet(head, titles, url, catalogue), None
    if headline is not None:
        headline, site = outlets.without_site(headline, outlet, catalogue)
    texts = [paragraph.text for paragraph in body]
    published, note = publication.read(_printed(head, headline, url), texts, catalogue, today)
    return Masthead(
        headline=headline,
        subheadline=titles.subheadline,
        outlet=outlet or site or outlets.told(texts[: outlets.TELLING], catalogue),
        place=_first(part.place for part in (head.dateline, head.run) if part),
        published=published,
        date_note=note,
        author=_author(head, titles),
        url=url,
    )


def _headline(head: _Head, titles: Titles) -> str | None:
    printed = _first(line.headline for line in head.imprints) or titles.headline
    return printed or (head.run.headline if head.run else None)


def _outlet(head: _Head, titles: Titles, url: str | None, catalogue: Catalogue) -> str | None:
    """Tell whose the article is: the dateline first, then what the page says of itself."""
    if head.dateline and head.dateline.agency:
        return outlets.called(head.dateline.agency, catalogue)
    said = (
        head.run.outlet if head.run else None,
        *(line.outlet for line in head.imprints),
        titles.site,
        *(line.outlet for line in head.tail),
        outlets.of_address(url, catalogue) if url else None,
    )
    return _first(said)


def _author(head: _Head, titles: Titles) -> str | None:
    return _first(
        (
            *(line.author for line in head.imprints),
            titles.author,
            head.run.author if head.run else None,
            head.dateline.author if head.dateline else None,
            *(line.author for line in head.tail),
        )
    )


def _printed(head: _Head, headline: str | None, url: str | None) -> Printed:
    lines = [*head.imprints, *head.tail]
    run = (head.run.day,) if head.run and head.run.day else ()
    return Printed(
        published=(*run, *(line.published for line in lines if line.published)),
        updated=tuple(line.updated for line in lines if line.updated),
        months=tuple(line.month for line in head.imprints if line.month),
        dateline=head.dateline.day if head.dateline else None,
        headline=headline,
        url=url,
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next(filter(None, values), None)
