"""Words and their place in a source, white space put aside."""

import re

from digests.drafts import Span

# What no record may hold and nobody can see: control characters, turns of direction, and halves
# of characters. Those that are white space are left to ``split``.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
AROUND = ' \t\r\n"“”„«»'


def plain(text: str) -> str:
    """Put single blanks for white space, and leave out what cannot be seen."""
    return " ".join(UNSEEN.sub("", text).split())


def bare(text: str) -> str:
    """Take the quotation marks round a passage away."""
    return text.strip(AROUND)


def located(source: str, words: str, start: int = 0) -> Span | None:
    """Find a passage at or behind *start*, else anywhere, whatever its white space."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    if not pattern.pattern:
        return None
    found = pattern.search(source, start) or pattern.search(source)
    return Span(*found.span()) if found else None
