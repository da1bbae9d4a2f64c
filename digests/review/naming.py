"""The id of an article: outlet, day and whom or what it is about; kept for good once given."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count

from config import folding
from digests.drafts import Draft

LONGEST = 56
LONGEST_OUTLET = 16
ROOM_FOR_NUMBER = 5
HEADLINE_WORDS = 4
SHORT_NAME = 4  # letters; “Un” alone says nothing of Kim Jong Un
OTHER = re.compile(r"[^a-z0-9]+")


def identify(draft: Draft, taken: Callable[[str], bool]) -> str:
    """Give an id that is not taken, such as ``tass-2024-06-20-mangott``."""
    return next(name for name in _names(draft) if not taken(name))


def _names(draft: Draft) -> Iterator[str]:
    head = draft.masthead
    outlet = _cut(_slug(head.outlet or ""), LONGEST_OUTLET) or "unidentified"
    day = head.published.isoformat() if head.published else "undated"
    name = _cut(f"{outlet}-{day}-{_subject(draft)}", LONGEST - ROOM_FOR_NUMBER)
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _subject(draft: Draft) -> str:
    said = Counter(
        quote.speaker
        for quote in draft.quotes
        if quote.kept and quote.speaker and quote.kind != "treaty"
    )
    for speaker, _ in said.most_common(1):
        name = _slug(speaker)
        surname = name.rpartition("-")[2]
        if name:
            return surname if len(surname) >= SHORT_NAME else name
    words = _slug(draft.masthead.headline or "").split("-")
    return "-".join(words[:HEADLINE_WORDS]) or "article"


def _slug(text: str) -> str:
    return OTHER.sub("-", folding.slug(text)).strip("-")


def _cut(name: str, longest: int) -> str:
    """Cut between words, or in the first where it is too long by itself."""
    if len(name) <= longest:
        return name
    shorter = name[: longest + 1].rpartition("-")[0]
    return (shorter or name[:longest]).strip("-")
