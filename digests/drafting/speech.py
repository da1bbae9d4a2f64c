"""Whether words in quotation marks are speech, and which of them are one utterance."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from digests.drafting.discourse import Found
from digests.drafting.english import ARTICLES, NAMING
from digests.drafting.pages import BULLET, Chain, Page
from digests.drafting.people import Person

WORD = re.compile(r"[^\W_]++(?:[’'-][^\W_]++)*+")
ENDS_SENTENCE = frozenset(".?!…")
SHORT = 4  # words; fewer are speech only where the sentence says so plainly
NAME_LIKE = 9  # words; titles are seldom longer
FRAGMENT = 6  # words
TITLE_CASE = 0.75
LONGEST_LEAD = 80  # characters
OBJECTS = frozenset(("that", "this", "his", "her", "it"))  # what somebody calls so
OWN_WORDS = re.compile(
    r"\b(?:(?:in|is|was|that’s|that's|use|borrow) (?:his|her|their|its|my|your) (?:own )?"
    r"(?:words?|phrase|term|line)|what .{2,60} (?:called|dubbed|termed)),?\s*$"
)
# One of these stands in it: looked for first, since that is quick.
OWN_MARKS = ("word", "phrase", "term", "line", "called", "dubbed", "termed")
BARE_ARTICLES = ARTICLES - OBJECTS


@dataclass(frozen=True, slots=True)
class Said:
    """A quote of one or more stretches, with whoever seems to have said it."""

    stretches: Chain
    found: Found
    fragment: bool = False

    @property
    def speaker(self) -> str | None:
        """Give who said it, None where that is open."""
        return self.found.speaker

    @property
    def person(self) -> Person | None:
        """Give the person who said it, as the text knows them."""
        return self.found.person


@lru_cache(maxsize=16)
def words_of(raw: str) -> Sequence[str]:
    """Give the words of a quote; kept, since it is asked for them again."""
    return tuple(WORD.findall(raw))


def is_speech(pages: Sequence[Page], start: int, chain: Chain, found: Found) -> bool:
    """Tell speech from titles, names, terms and what stands on signs."""
    page, first = pages[chain[0].paragraph], chain[0]
    raw = page.words(first)
    if found.sign:
        return False
    words = sum(len(words_of(pages[s.paragraph].words(s))) for s in chain)
    named, titled = _is_named(page, start, first.opened), _is_title(raw)
    if words > SHORT:
        if titled and (named or not found.plain):
            return False
        return not (
            named and words < NAME_LIKE and raw[-1] not in ENDS_SENTENCE and not found.plain
        )
    if named or not found.plain or (found.beside and raw[-1:] not in ".?!"):
        return False
    utters = raw[:1].isupper() and raw[-1] in ",.?!" and not _is_woven(page, start, first.opened)
    held = bool(found.speaker) or (words > 1 and raw[0].isalnum())
    return utters or (held and not titled)


def _is_named(page: Page, start: int, opened: int) -> bool:
    lead = page.text[max(start, opened - 40) : opened].lower()
    if lead.rstrip().endswith(":"):
        return False
    if any(map(lead.__contains__, OWN_MARKS)) and OWN_WORDS.search(lead):
        return False
    for word in reversed(WORD.findall(lead)):
        if word not in BARE_ARTICLES:
            return word in NAMING
    return False


def _is_title(raw: str) -> bool:
    words = [word for word in words_of(raw) if len(word) > 3 or word[0].isupper()]  # noqa: PLR2004
    capital = [word for word in words if word[0].isupper() or word[0].isdigit()]
    return bool(words) and len(capital) / len(words) >= TITLE_CASE


def is_fragment(page: Page, start: int, chain: Chain) -> bool:
    """Tell words woven into the outlet's sentence from an utterance of their own."""
    first = chain[0]
    raw = page.words(first)
    letter = next((char for char in raw if char.isalnum()), "A")
    if letter.islower():
        return True
    woven = _is_woven(page, start, first.opened)
    return woven and len(words_of(raw)) < FRAGMENT and raw[-1] not in ".?!"


def _is_woven(page: Page, start: int, opened: int) -> bool:
    """Tell whether the outlet's sentence leads into a quote without a stop."""
    lead = page.text[max(start, opened - LONGEST_LEAD) : opened].rstrip(BULLET)
    return bool(lead) and not lead.endswith((",", ":", ".", "—", "–"))


def joined(pages: Sequence[Page], said: Sequence[Said]) -> list[Said]:
    """Join the parts of one utterance that its attribution splits: “…,” Lukin said, “…”."""
    whole: list[Said] = []
    for here in said:
        if whole and _splits(pages, whole[-1], here):
            whole[-1] = replace(whole[-1], stretches=(*whole[-1].stretches, *here.stretches))
        else:
            whole.append(here)
    return whole


def _splits(pages: Sequence[Page], before: Said, here: Said) -> bool:
    last, first = before.stretches[-1], here.stretches[0]
    page = pages[last.paragraph]
    if last.paragraph != first.paragraph or page.sentence_end(last) < first.end:
        return False
    between = page.text[last.closed : first.opened].strip()
    if before.found.treaty and here.found.treaty:
        return between in {"", ",", "and", ", and"}
    breaks_off = page.raw[last.end - 1] in ",—–-…" or between.startswith(",")
    ends = between.endswith((",", "—", "–", "-")) and between != ","
    return here.speaker == before.speaker and breaks_off and ends
