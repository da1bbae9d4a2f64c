"""What a text says happened on a day: sentences with a date, outside quotation marks."""

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence

from digests.drafting import dates, months, sentences
from digests.drafting.sections import Paragraph
from digests.drafts import Span
from digests.models import Happening

LONGEST = 200
MOST = 40  # more are not read by anybody
EACH = 2  # dates of one sentence
FEWEST_WORDS = 4
SHORTEST = 15
QUOTED = re.compile(r"[\"“”„‟«»‹›「」『』＂〝〞‘'](?:(?<!')|(?<!\w')(?=\w))")
UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SPOKEN = re.compile(r"[A-Z][A-Z .,'’-]{1,40}:\s|(?:Question|Answer|Вопрос|Ответ):")
LEADING = re.compile(r"^[\s•·*_–—-]+")
AHEAD = re.compile(
    r"\b(?:will|would|to|plan\w*|each|every|next|until|by|scheduled|due|expected|будет|"
    r"состоится|намечен\w*)\b",
    re.IGNORECASE,
)
BREAK = re.compile(r"\s\S*$")


def find(
    paragraphs: list[Paragraph], published: dt.date | None, quoted: Sequence[Span] = ()
) -> tuple[Happening, ...]:
    """Give the dated happenings of a text in its order; *quoted* are stretches to leave out."""
    found: dict[tuple[dt.date | None, str], Happening] = {}
    happenings = (each for paragraph in paragraphs for each in _of(paragraph, published, quoted))
    for happening in itertools.islice(happenings, MOST):
        found.setdefault((happening.date, happening.what), happening)
    return tuple(found.values())


def _of(
    paragraph: Paragraph, published: dt.date | None, quoted: Sequence[Span]
) -> Iterator[Happening]:
    text = paragraph.text
    if SPOKEN.match(text):
        return
    named = dates.find(text)
    days = months.weekdays(text) if published else []
    if not named and not days:
        return
    for start, end in sentences.split(text):
        if _is_scrap(text[start:end]) or QUOTED.search(text, start, end):
            continue
        if _overlap(paragraph.start + start, paragraph.start + end, quoted):
            continue
        what = _shortened(text[start:end])
        inside = [mention for mention in named if start <= mention.start and mention.end <= end]
        for mention in inside[:EACH]:
            first, last = dates.resolve(mention, published)
            yield Happening(what=what, date=first, until=last, when=_clean(mention.words))
        told = {mention.weekday for mention in inside}
        for word in [day for day in days if start <= day.start() < end][:1]:
            if published and months.WEEKDAY[word[0].lower()] not in told:
                yield from _lately(what, text[start : word.start()], word[0], published)


def _is_scrap(sentence: str) -> bool:
    return len(sentence) < SHORTEST or sentence.count(" ") + 1 < FEWEST_WORDS


def _overlap(start: int, end: int, quoted: Sequence[Span]) -> bool:
    return any(first < end and start < last for first, last in quoted)


def _lately(what: str, before: str, weekday: str, published: dt.date) -> Iterator[Happening]:
    """Give what happened on a weekday, the last of that name, unless it lies ahead."""
    if before.strip() and not AHEAD.search(before):
        back = (published.weekday() - months.WEEKDAY[weekday.lower()]) % len(months.WEEKDAYS)
        yield Happening(what=what, date=published - dt.timedelta(days=back), when=weekday)


def _shortened(sentence: str) -> str:
    words = LEADING.sub("", _clean(sentence))
    if len(words) <= LONGEST:
        return words
    cut = BREAK.sub("", words[: LONGEST - 1])
    return f"{cut.rstrip(' ,;:—–-')}…"


def _clean(words: str) -> str:
    return " ".join(UNPRINTED.sub(" ", words).split())
