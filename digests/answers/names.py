"""Whom somebody means: names in any script, order, inflection and spelling."""

from config.folding import words
from digests.library import Library
from digests.models import Speaker

HONORIFICS = frozenset(
    "mr mrs ms miss dr prof professor sir president minister expert analyst "
    "г госпожа господин проф профессор доктор д р эксперт президент министр".split()
)


def called(text: str, library: Library) -> tuple[Speaker, ...]:
    """Give the speakers that *text* may mean, the likeliest kind of match only."""
    if speaker := library.speakers.get(text.strip()):
        return (speaker,)
    asked = tokens(text)
    return library.speakers.called(asked).speakers if asked else ()


def near(text: str, library: Library) -> tuple[Speaker, ...]:
    """Give speakers whose names are spelt nearly like *text*."""
    asked = tokens(text)
    return tuple(library.speakers.near(asked)) if asked else ()


def tokens(text: str) -> list[str]:
    """Give the folded words of a name, titles put aside."""
    every = words(text)
    return [word for word in every if word not in HONORIFICS] or every
