"""A draft of a summary, for an editor to write anew: facts carry over, sentences do not.

It takes sentences of the article that are attributed or can be, so that an editor sees at a glance
what it says; it is never published as it is. Quotes are shown apart and have no place in it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from digests.drafting.wording import ENGLISH, KOREAN, LANGUAGES, MARKS, QUOTED, TAIL, Wording

LONGEST = 570  # characters, with some room left for who reports
FULL = 500  # few sentences fit behind that
MOST = 4
SHORTEST_WORDS = 5
MOST_READ = 16  # sentences; behind them stand backgrounds and related news
LEAD = 0.12  # what a sentence loses for each before it
WEIGHTY = 0.45  # what it gains for telling of a clause: as much as being four sentences nearer
QUOTED_SHARE = 0.34  # of a sentence; more of it in marks is a quote, not a report
LONGEST_NAME = 7  # words of a title or term in marks
SAME = 0.6  # of words in common; more is the same said twice
NOBODY: Mapping[int, str] = MappingProxyType({})
LONG_ASIDE = re.compile(r"\s?\([^()]{60,}\)")
SIGNS = ("http://", "https://", "@", "©")  # of what is no sentence of an article
SHOUTED = re.compile(r"\W*$|[A-Z\s\W]{8,}$")
WORD = re.compile(r"\w+")
# Before a surname that stands alone, and behind it where the sentence goes on.
BY_SURNAME = re.compile(r"(?<![\w.]\s)\b")
GOES_ON = re.compile(r"\b(?=\s[a-z])")
TELLING = re.compile(r"\w{4,}")


def write(
    sentences: Sequence[str],
    outlet: str | None,
    names: Mapping[int, str] = NOBODY,
    weighty: Collection[int] = (),
    language: str = "en",
) -> str | None:
    """Draft a summary from the sentences of an article, in their order, without its headlines.

    *names* gives the speaker of a sentence by its place, *weighty* are the places of sentences
    that tell of a clause. None where no sentence can be used. The first one says who says so.
    """
    wording = LANGUAGES.get(language, ENGLISH)
    chosen: dict[int, str] = {}
    for place in _by_rank(min(len(sentences), MOST_READ), frozenset(weighty), chosen):
        if len(chosen) == (1 if wording is KOREAN else MOST) or _length(chosen) > FULL:
            break
        text = _reported(sentences[place], names.get(place), wording)
        if text and _fits(place, text, chosen, wording):
            chosen[place] = text
    told = [
        (_introduced(chosen[place], names.get(place), chosen), names.get(place))
        for place in sorted(chosen)
    ]
    return _joined(told, outlet, wording) or None


def _by_rank(count: int, weighty: frozenset[int], chosen: Mapping[int, str]) -> Iterator[int]:
    """Give places: in order until one is chosen, then early ones and those of a clause first."""
    first = 0
    while first < count and not chosen:
        yield first
        first += 1
    yield from sorted(
        range(first, count),
        key=lambda place: place * LEAD - WEIGHTY * (place in weighty),
    )


def _length(chosen: Mapping[int, str]) -> int:
    return sum(map(len, chosen.values()))


def _fits(place: int, text: str, chosen: Mapping[int, str], wording: Wording) -> bool:
    """Tell whether a sentence has room, stands by itself or beside the one before, and is new."""
    if chosen and _length(chosen) + len(text) > LONGEST:
        return False
    alone = place - 1 not in chosen
    if alone and (wording.dangling.match(text) or wording.pointing.search(text)):
        return False
    return not any(_alike(text, other) for other in chosen.values())


def _reported(sentence: str, speaker: str | None, wording: Wording) -> str | None:
    """Give a sentence as a report, with nothing in marks; None where it cannot be one."""
    text = " ".join(sentence.split())
    if (_is_short(text) and wording is not KOREAN) or _is_litter(text):
        return None
    if not text.endswith((".", "!", "?", "…", "”", '"', "»", ")", "。")) or text.endswith("?"):
        return None
    text = _capital(wording.opener.sub("", text, count=1) if wording.opener.match(text) else text)
    text = _without_marks(text, wording) or ""
    return _with_name(LONG_ASIDE.sub("", text), speaker, wording) if text else None


def _is_litter(text: str) -> bool:
    return any(map(text.__contains__, SIGNS)) or SHOUTED.match(text) is not None


def _is_short(text: str) -> bool:
    return len(text.split()) < SHORTEST_WORDS


def _without_marks(text: str, wording: Wording) -> str | None:
    """Take the marks from names and from few words that somebody is said to have said."""
    if not MARKS.search(text):
        return text
    quoted = ["".join(filter(None, match.groups())) for match in QUOTED.finditer(text)]
    said = [words for words in quoted if not _is_a_name(words)]
    share = sum(map(len, said)) / len(text)
    if said and (share > QUOTED_SHARE or not _attributes(QUOTED.sub("", text), wording)):
        return None
    bare = MARKS.sub("", TAIL.sub(r"\1", text))
    return bare if not MARKS.search(QUOTED.sub("", text)) else None


def _is_a_name(words: str) -> bool:
    found = WORD.findall(words)
    return (
        bool(found)
        and found[0][0].isupper()
        and found[-1][0].isupper()
        and len(found) <= LONGEST_NAME
    )


def _with_name(text: str, speaker: str | None, wording: Wording) -> str:
    """Write the speaker's name where “he” or “the expert” says so."""
    if speaker is None or speaker.split()[-1] in text:
        return text
    return wording.pointing.sub(lambda _: speaker, text, count=1)


def _introduced(text: str, speaker: str | None, chosen: Mapping[int, str]) -> str:
    """Write a speaker's name in full where no sentence does so."""
    if speaker is None or any(speaker in other for other in chosen.values()):
        return text
    surname = speaker.split()[-1]
    at = text.find(surname)
    while at >= 0:
        end = at + len(surname)
        if BY_SURNAME.match(text, at) and GOES_ON.match(text, end):
            return f"{text[:at]}{speaker}{text[end:]}"
        at = text.find(surname, at + 1)
    return text


def _alike(text: str, other: str) -> bool:
    one, two = _telling(text), _telling(other)
    return len(one & two) >= SAME * min(len(one), len(two))


@lru_cache(maxsize=64)
def _telling(text: str) -> frozenset[str]:
    return frozenset(TELLING.findall(text.lower()))


def _joined(texts: Iterable[tuple[str, str | None]], outlet: str | None, wording: Wording) -> str:
    """Join sentences, and say who says what no words in them attribute: speaker, else outlet."""
    told, by_outlet = [], False
    for text, speaker in texts:
        if _attributes(text, wording) or (by_outlet and not speaker):
            told.append(text)
            continue
        begun = text[0].lower() + text[1:] if wording.small.match(text) else text
        told.append(
            wording.report.format(outlet=speaker or outlet or wording.the_article, text=begun)
        )
        by_outlet = by_outlet or not speaker
    return " ".join(told)


def _attributes(text: str, wording: Wording) -> bool:
    """Tell whether some words of *text* say who says so."""
    return wording.attributed.search(text.lower()) is not None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
