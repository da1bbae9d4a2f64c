"""What of a pasted page is not the article; never a sentence of it, never a quotation."""

import re
from functools import lru_cache
from typing import NamedTuple

from config.folding import fold
from digests.drafting import bylines, labels
from digests.drafting.sections import Paragraph, has_ended

LONGEST = 300
LABEL = 160  # a bar of labels is not longer
LETTER = re.compile(r"[^\W\d_]")
QUOTED = re.compile(r"[\"“”„«»「」『』＂〝〞]")
TRIM = " \t.,:;|•·»›>→←↑↓▲▼▶◀+*-–—()[]…'’"
BAR = re.compile(r"\s{2,}|\s?[|·•›»>→]\s?|\s/\s")
FEW, MANY = 2, 4  # labels in a bar, where they are known and where they are not
CRUMBS = re.compile(r"(?:home|main page|main|главная|홈)\s?[/›»>|→]", re.IGNORECASE)
DASHED = re.compile(r"[-–—]\s[^.]{3,60}\s[-–—]")  # how AFP sets the heading of a section
WORDS_OF_HEADING = range(2, 14)
LONGEST_HEADING = 90
BODY = 80  # a paragraph of text is not shorter, where a heading stands beside it
SENTENCE = 60
CREDIT = 90  # letters at the end of a caption that may name who took the picture
WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile(r"[а-яё]")
SINGLE_CLOSING = "'’)"  # behind the stop of “… distracting?’”


class Sifted(NamedTuple):
    """The paragraphs that are the article, and the texts of those that are not."""

    kept: list[Paragraph]
    dropped: list[str]


def sift(paragraphs: list[Paragraph]) -> Sifted:
    """Part an article from what a page has put around and between it."""
    kept: list[Paragraph] = []
    dropped: list[str] = []
    related = False
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if len(text) > LONGEST:
            related = False
            kept.append(paragraph)
            continue
        related = opens_links(text) or (related and text[-1] not in '.”"»')
        after = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if related or is_litter(text) or _is_heading(kept, text, after):
            dropped.append(text)
        else:
            kept.append(paragraph)
    return Sifted(kept, dropped)


def is_litter(text: str) -> bool:
    """Tell whether a line is litter by itself, whatever stands around it."""
    if len(text) > LONGEST:
        return False
    if not (text[:1].isalpha() or LETTER.search(text)):
        return not is_quoted(text)
    sentence = _is_sentence(text)
    notice = _may_be_notice(text) and (labels.NOTICES.match(text) or labels.LINKS.match(text))
    if notice and not sentence:
        return True
    if is_quoted(text):
        return False
    return bool(notice) or _is_credit(text) or (not sentence and _is_label(text))


def is_quoted(text: str) -> bool:
    """Tell whether *text* has a double quotation mark of any script."""
    return '"' in text or (not text.isascii() and QUOTED.search(text) is not None)


def _may_be_notice(text: str) -> bool:
    """Tell whether *text* begins with a word that a notice begins with: quicker than looking."""
    word = WORD.match(text)
    if word is None:
        return True
    first = word.group().lower()
    return first in labels.OPENERS or not (first.isascii() or CYRILLIC.match(first))


def opens_links(text: str) -> bool:
    """Tell whether headlines of other articles follow."""
    return len(text) <= SENTENCE and _plain(text) in labels.RELATED


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    return fold(text.strip(TRIM)).replace("'", "").replace("’", "")


def _is_label(text: str) -> bool:
    if len(text) > LABEL:
        return False
    plain = _plain(text)
    if plain in labels.NAVIGATION or plain in labels.RELATED:
        return True
    if labels.COUNTERS.fullmatch(text) or CRUMBS.match(text) or DASHED.fullmatch(text):
        return True
    return not text.endswith((".", "!", "?")) and _is_bar(text)


def _is_bar(text: str) -> bool:
    if text.isalpha():
        return False
    parts = [part for part in BAR.split(text) if part]
    if len(parts) >= MANY and max(map(len, parts)) <= LABEL // 6:
        return True
    known = sum(_plain(part) in labels.NAVIGATION for part in parts)
    if len(parts) >= FEW and known >= max(FEW, len(parts) // 2):
        return True
    words = text.replace(",", " ").replace("/", " ").split()
    return len(words) > FEW and all(_plain(word) in labels.NAVIGATION for word in words)


def _is_credit(text: str) -> bool:
    if labels.CREDITS.match(text) or any(map(text.__contains__, labels.RIGHTS)):
        return True
    if text[-1] in ".!?":
        return False
    end = text[-CREDIT:].lower()
    if "/" not in end and not any(map(end.__contains__, labels.CREDITED_MARKS)):
        return False
    return labels.CREDITED.search(text, max(0, len(text) - CREDIT)) is not None


def _is_sentence(text: str) -> bool:
    return len(text) > SENTENCE and text[-1] in ".!?"


def _is_heading(kept: list[Paragraph], text: str, after: Paragraph | None) -> bool:
    """Tell whether *text* heads a section: no sentence, between two paragraphs that are.

    The name of somebody is no heading: it may say who speaks in what follows.
    """
    if len(text) > LONGEST_HEADING or after is None or not kept:
        return False
    if text[0].islower() or is_quoted(text):
        return False
    if (text.rstrip(SINGLE_CLOSING) or text)[-1] in ".!?…:;,-–—。":
        return False
    if min(len(kept[-1].text), len(after.text)) < BODY:
        return False
    if not (has_ended(kept[-1].text) and has_ended(after.text)):
        return False
    return len(text.split()) in WORDS_OF_HEADING and not bylines.is_name(
        text.split(",", maxsplit=1)[0]
    )
