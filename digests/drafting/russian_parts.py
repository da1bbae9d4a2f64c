"""Attributions within one pair of Russian marks: «А, — сказал X, — б» is two parts."""

import re
from collections.abc import Iterator, Sequence

from digests.drafting.marks import Stretch
from digests.drafting.russian_cues import OPEN_VERB
from digests.drafting.russian_names import runs
from digests.drafting.russian_words import says
from digests.drafting.sections import Paragraph

DASH = re.compile(r"(?P<stop>[,.?!…]{1,3})(?P<gap>\s+[—–-]{1,2}\s+)")
ENDS = re.compile(r"[.,:!?…]{0,2}\s+[—–-]{1,2}\s+")
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
FIRST = 4  # words among which the verb stands
LONGEST = 200


def parted(paragraphs: Sequence[Paragraph], stretches: Sequence[Stretch]) -> list[Stretch]:
    """Cut the attributions out of the stretches."""
    return [part for one in stretches for part in _parts(paragraphs[one.paragraph].text, one)]


def _parts(text: str, whole: Stretch) -> Iterator[Stretch]:
    opened, start, at = whole.opened, whole.start, whole.start
    while match := DASH.search(text, at, whole.end):
        at = match.end()
        ends = ENDS.search(text, match.end(), min(whole.end, match.end() + LONGEST))
        closes = ends.start() if ends else whole.end
        if not _attributes(text, match.end(), closes) or (
            ends is None and "." in text[at : whole.end - 1]
        ):
            continue
        end = match.start() if match["stop"] == "," else match.start("gap")
        goes_on = whole.continues and start == whole.start
        yield Stretch(whole.paragraph, start, end, opened, match.start("gap"), continues=goes_on)
        if ends is None:
            return
        opened = start = at = ends.end()
    yield Stretch(
        whole.paragraph,
        start,
        whole.end,
        opened,
        whole.closed,
        whole.runs_on,
        whole.continues and start == whole.start,
    )


def _attributes(text: str, start: int, end: int) -> bool:
    """Tell whether what stands behind a dash says who speaks."""
    words = [match.group() for match in WORD.finditer(text, start, end)][:FIRST]
    if any(map(says, words)):
        return True
    named = bool(runs(text, start, end)) or bool({"он", "она"} & set(words[:2]))
    return named and any(map(OPEN_VERB.match, words[:2])) and len(words) > 1
