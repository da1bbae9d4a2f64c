"""Whether words in Russian quotation marks are speech, and no name, title or byword."""

import re
from collections.abc import Sequence

from digests.drafting.discourse import Found
from digests.drafting.marks import Stretch
from digests.drafting.pages import Chain, Page
from digests.drafting.russian_places import NAMING
from digests.drafting.russian_words import ELSEWHERE, NAMING_VERBS, PREPOSITIONS, SO_CALLED, plain
from digests.drafting.sections import Paragraph

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
BULLET = ' "“‘«—–-•*·▪◦\xa0'
DIALOGUE = re.compile(r"[—–-]\s")
BEHIND = re.compile(r"\s*[,.!?…]*\s*[—–-]{1,2}\s")
CALLED_SO = re.compile(r"(?:[ыио]м|[оеё]й|ыми|ими|ью|ом|ем|ами|ями)(?:\W|$)")
SHORT = 4  # words
TITLE = 9  # words; titles are seldom longer
WORD_OR_TWO = 2
FEW = 3
LOOK_BACK = 60


def spoken(paragraphs: Sequence[Paragraph], stretches: Sequence[Stretch]) -> list[Stretch]:
    """Leave out the names of things, and what stands within a turn that opens with a dash."""
    return [
        one
        for one in stretches
        if not (
            _is_name(paragraphs[one.paragraph].text, one)
            or _is_nested(paragraphs[one.paragraph].text, one)
        )
    ]


def _is_name(text: str, one: Stretch) -> bool:
    """Tell «Прибой» behind «радио» and «Союз» within a sentence from what is said."""
    raw = text[one.start : one.end]
    words = len(WORD.findall(raw))
    if words >= TITLE or one.runs_on or one.continues or BEHIND.match(text, one.closed):
        return False
    lead = text[max(0, one.opened - LOOK_BACK) : one.opened]
    before = WORD.findall(lead)
    if lead.rstrip().endswith((":", ",")) or (words > SHORT and raw[-1] in ".!?…"):
        return bool(ELSEWHERE.search(lead))
    if before and plain(before[-1]) in NAMING:
        return True
    bare = lead.rstrip(BULLET)
    inside = bool(bare) and bare[-1] not in ".!?…"
    inside = inside or text[one.closed : one.closed + 2].strip()[:1].isalpha()
    return inside and words <= SHORT and raw[:1].isupper() and raw[-1] not in ",.!?…"


def _is_nested(text: str, one: Stretch) -> bool:
    return DIALOGUE.match(text) is not None and bool(text[: one.opened].strip(BULLET))


def is_speech(pages: Sequence[Page], start: int, chain: Chain, found: Found) -> bool:  # noqa: PLR0911
    """Tell speech from titles, terms and words that are only called so."""
    page, first, last = pages[chain[0].paragraph], chain[0], chain[-1]
    raw, lead = page.words(first), page.raw[start : first.opened]
    words = sum(len(WORD.findall(pages[s.paragraph].words(s))) for s in chain)
    bare = lead.rstrip(" \xa0")
    dashed = BEHIND.match(pages[last.paragraph].raw, last.closed) is not None
    if bare.endswith(":") and ELSEWHERE.search(lead):
        return False
    if bare.endswith(("—", "–")) and found.speaker and lead.strip(BULLET)[-1:] in ".,!?…":
        return True
    if dashed and found.plain and not found.beside:
        return True
    if SO_CALLED.search(lead):
        return False
    if bare.endswith(":"):
        return words > SHORT or found.plain
    if not lead.strip(BULLET) and not _goes_on(pages[last.paragraph], last):
        return words > SHORT or (found.plain and raw[-1:] in ".!?…")
    return _is_woven_speech(raw, lead, words, found)


def _goes_on(page: Page, last: Stretch) -> bool:
    """Tell whether the outlet's sentence goes on behind a quote, which then is a part of it."""
    return page.text[last.closed : last.closed + 40].lstrip(" \xa0,")[:1].islower()


def _is_woven_speech(raw: str, lead: str, words: int, found: Found) -> bool:
    """Tell words said from others within the outlet's own sentence."""
    letter = next((char for char in raw if char.isalpha()), "A")
    before = WORD.findall(lead)
    last = plain(before[-1]) if before else ""
    if not letter.islower():
        utters = last == "что" or (found.plain and not found.beside)
        return words > SHORT and (utters or raw[-1] in ".!?…")
    if not found.plain or found.beside:
        return words > SHORT or (words > FEW and bool(found.speaker) and not found.beside)
    named = any(plain(word) in NAMING_VERBS for word in before)
    if words <= FEW and last in PREPOSITIONS and (named or words <= WORD_OR_TWO):
        return False
    if named and words <= WORD_OR_TWO:
        if found.speaker is None:
            return False
        return bool(CALLED_SO.search(raw)) or last == "как" or last in {"назвал", "назвала"}
    return True


def is_fragment(page: Page, chain: Chain) -> bool:
    """Tell words woven into the outlet's sentence from an utterance of their own."""
    raw = page.words(chain[0])
    return next((char for char in raw if char.isalpha()), "А").islower()
