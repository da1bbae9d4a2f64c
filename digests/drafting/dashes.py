"""Attributions between dashes within one pair of marks: «A, — said Roe. — B»."""

import re
from collections.abc import Callable, Iterator, Sequence

from digests.drafting.marks import Stretch
from digests.drafting.sections import Paragraph

BETWEEN = re.compile(
    r"(?P<stop>[,.?!…]+)?(?P<gap>\s+[—–-]{1,2}\s+)(?P<who>[^—–\"“”«»]{3,120}?)(?P<end>[.,:]?)\s+[—–-]{1,2}\s+"
)
LAST = re.compile(r"(?P<stop>[,?!…])\s+[—–-]{1,2}\s+(?P<who>[^—–\"“”«»]{3,90}?)[.]?$")
# One stands in both: looked for first, since that is quick.
DASH = re.compile(r"[—–-](?<=\s.)")
WORD = re.compile(r"[^\W\d_]+")


def parted(
    paragraphs: Sequence[Paragraph], stretches: Sequence[Stretch], says: Callable[[str], bool]
) -> list[Stretch]:
    """Cut the attributions out of the stretches; *says* tells whether a word is one of saying."""
    return [part for stretch in stretches for part in _parts(paragraphs, stretch, says)]


def _parts(
    paragraphs: Sequence[Paragraph], stretch: Stretch, says: Callable[[str], bool]
) -> Iterator[Stretch]:
    text, opened, start = paragraphs[stretch.paragraph].text, stretch.opened, stretch.start
    if not DASH.search(text, start, stretch.end):
        yield stretch
        return
    for match in BETWEEN.finditer(text, stretch.start, stretch.end):
        if not (match["stop"] and any(map(says, WORD.findall(match["who"])[:4]))):
            continue
        end = match.start("gap") if match["stop"] in {"?", "!", "…", "."} else match.start()
        yield Stretch(
            stretch.paragraph, start, end, opened, match.start("gap"), continues=stretch.continues
        )
        opened, start = match.end(), match.end()
    last = LAST.search(text, start, stretch.end)
    if last and any(map(says, WORD.findall(last["who"])[:3])):
        end = last.start() if last["stop"] == "," else last.start() + 1
        yield Stretch(stretch.paragraph, start, end, opened, last.start("stop") + 1)
        return
    yield Stretch(
        stretch.paragraph,
        start,
        stretch.end,
        opened,
        stretch.closed,
        stretch.runs_on,
        stretch.continues and start == stretch.start,
    )
