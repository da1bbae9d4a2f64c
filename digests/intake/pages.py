"""The article of an HTML page: what of it a reader sees, without what stands round it.

Import this where it is needed: lxml and trafilatura take 0.3 s, and a bot that starts needs none
of it.
"""

import re

from lxml import etree, html
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from digests.intake import metadata, walls
from digests.intake.outcomes import RawText, Reason, Refused

MOST_ELEMENTS = 30_000  # an article's page has a few thousand
# trafilatura asks justext for a second opinion, which takes minutes over thousands of short lines.
MOST_FOR_TWO_OPINIONS = 3_000
LONGEST_TEXT = 1_000_000  # characters
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SILENT = "//script | //style | //template"
UNSEEN = (
    "//noscript | //*[@hidden] | //*[contains(translate(@style, ' ', ''), 'display:none')]"
    " | //*[contains(translate(@style, ' ', ''), 'visibility:hidden')]"
)


def read(text: str, name: str, url: str | None) -> RawText | Refused:
    """Give the article of a page, with what its metadata says.

    ``url`` is where it was found, None for a file.
    """
    tree = _tree(text)
    if tree is None:
        return Refused(Reason.EMPTY)
    size = sum(1 for _ in tree.iter())
    if size > MOST_ELEMENTS:
        return Refused(Reason.TOO_BIG)
    _clean(tree)
    hints, free = metadata.hints(tree, url), metadata.is_free(tree)
    title = str(tree.findtext(".//title") or "")
    _drop(tree, SILENT)
    unseen = "\n".join(str(each.text_content()) for each in tree.iter("noscript"))
    _drop(tree, UNSEEN)
    seen = str(tree.text_content())
    _write_out(tree)
    if len(seen) > LONGEST_TEXT:
        return Refused(Reason.TOO_BIG)
    article = _article(tree, fast=size > MOST_FOR_TWO_OPINIONS)
    if reason := walls.held_back(title, article, seen, unseen, free=free):
        return Refused(reason)
    return RawText(text=article, name=name, hints=hints)


def _tree(text: str) -> HtmlElement | None:
    """Parse a page; it is encoded anew, so that what it says of its encoding does not count."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError:  # nothing in it but comments
        return None


def _clean(tree: HtmlElement) -> None:
    """Take out what lxml reads, as from `&#1;`, but refuses to write again."""
    for element in tree.iter():
        for side in ("text", "tail"):
            if ILLEGAL.search(getattr(element, side) or ""):
                setattr(element, side, ILLEGAL.sub("", getattr(element, side)))


def _drop(tree: HtmlElement, path: str) -> None:
    for element in tree.xpath(path):
        if element.getparent() is not None:
            element.drop_tree()


def _write_out(tree: HtmlElement) -> None:
    """Put into words what the extractor would lose, or add marks of its own to."""
    for cell in tree.iter("table", "tbody", "tr", "td", "th"):
        cell.tag = "div"  # old sites lay whole pages out in tables; lines would get bars
    for quoted in list(tree.iter("q")):
        quoted.text = f"“{quoted.text or ''}"
        quoted.tail = f"”{quoted.tail or ''}"
        quoted.tag = "span"


def _article(tree: HtmlElement, *, fast: bool) -> str:
    """Extract with precision, and less strictly where that finds hardly anything."""
    found = ""
    for precise in (True, False):
        document = bare_extraction(
            tree, fast=fast, favor_precision=precise, include_comments=False
        )
        found = (document.text or "").strip() if isinstance(document, Document) else ""
        if len(found) >= walls.LITTLE:
            break
    return found
