"""Who wrote an article, as the line under its headline says."""

import re
from typing import NamedTuple

from config.catalogue import Catalogue
from digests.drafting import outlets
from digests.drafting.phrases import starts

UP, LOW = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĘĚĞĢĪİĶŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽА-ЯЁ", "a-zß-öø-ÿа-яё"
WORD = rf"(?:[{UP}][\w’'.-]*|(?:al|el|Al|El)-[{UP}][\w’'-]*)"
PARTICLE = r"(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|af|av|ter|ten|zu)"
NAME = re.compile(rf"{WORD}(?:\s(?:{PARTICLE}\s){{0,2}}{WORD}){{1,4}}|[가-힣]{{2,4}}")
OPENING = re.compile(
    r"(?:by|written by|text by|story by|words by|автор\w*|текст|корреспондент|글|기자)"
    r"(?P<colon>\s?[:：])?\s+",
    re.IGNORECASE,
)
ROLE = re.compile(
    starts(
        *"correspondent reporter writer editor staff columnist journalist bureau contributor "
        "analyst producer корреспондент обозреватель журналист редактор спецкор".split()
    )
)
BETWEEN = re.compile(
    r"\s+(?:and|with|&|и)\s+|\s*[,;|•·/]\s*|\s+[-–—]\s+|\s+(?:of|for|in|"
    r"at)\s+(?=(?:the\s)?[A-ZА-Я])"
)
REPORTER = re.compile(r"(?P<name>[가-힣]{2,4}) ?(?:[가-힣]{0,4}기자|특파원|논설위원)(?: \S+@\S+)?")
LONGEST = 160
NAMES = 4


class Byline(NamedTuple):
    """Who signed, and for which outlet where the line says that too."""

    author: str | None
    outlet: str | None


def read(text: str, catalogue: Catalogue) -> Byline | None:
    """Read a line that says who wrote; None where it says anything else."""
    if len(text) > LONGEST:
        return None
    if korean := REPORTER.fullmatch(text):
        return Byline(korean["name"], None)
    if opening := OPENING.match(text):
        return _signed(text[opening.end() :], catalogue)
    if _is_sentence(text) or not _has_role(text):
        return None
    return _signed(text, catalogue) if is_name(BETWEEN.split(text, maxsplit=1)[0]) else None


def _is_sentence(text: str) -> bool:
    return text.endswith(("!", "?", ".")) and not text.endswith(("a.m.", "p.m."))


def _has_role(text: str) -> bool:
    return ROLE.search(text.lower()) is not None


def is_name(text: str) -> bool:
    """Tell whether *text* is written as a full name is."""
    return len(text) <= LONGEST and NAME.fullmatch(text) is not None


def _signed(text: str, catalogue: Catalogue) -> Byline | None:
    """Read names first, then what they are and for whom they write."""
    names: list[str] = []
    outlet = None
    for part in filter(None, BETWEEN.split(text.strip(" .,"))):
        if found := outlets.known(part, catalogue):
            outlet = outlet or found
        elif is_name(part) and not _has_role(part):
            names.append(part)
        elif not (names or outlet):
            return None
    if len(names) > NAMES or not (names or outlet):
        return None
    return Byline(_together(text, names), outlet)


def _together(text: str, names: list[str]) -> str | None:
    """Give *names* as they stand, but for capitals."""
    if not names:
        return None
    whole = text[text.index(names[0]) : text.rindex(names[-1]) + len(names[-1])]
    if [part for part in BETWEEN.split(whole) if part] != names:
        whole = ", ".join(names)
    return whole.title().replace(" And ", " and ") if whole.isupper() else whole
