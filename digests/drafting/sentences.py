"""A paragraph cut into sentences."""

import re
from functools import lru_cache

# A stop, with the marks and brackets that close behind it, white space, and what may begin a
# sentence: the rest is decided by what stands before the stop.
# It begins with every sign that a sentence may end in, for which the engine leaps.
STOP = re.compile(
    r"[.!?…。！？](?:(?<![。！？])(?<![.!?…].)(?P<more>[.!?…]*)(?P<closing>[\"'”’»“)\]]*)\s+"
    r"(?=[\"'“‘«„‹(\[]*[^\W_a-zа-яё])|(?<=[。！？])(?P<full>[”」』]?))"
)
LAST_WORD = re.compile(r"[^\W_](?:[^\s\"“”«»()\[\]]*[^\W_])?$")
# Words that end in a stop of their own, before a name or a number.
BEFORE_NAMES = frozenset(
    "mr mrs ms mx dr prof rev fr st sr sra sen rep gov gen lt col maj capt cmdr adm sgt cpl pvt "
    "hon "
    "pres amb supt insp det messrs mme mlle no nos art arts fig vol pp ch sec vs al approx dept "
    "ft mt г гг ул им тов проф акад ген стр рис см п пп ст т н".split()
)
ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb "
    "nev okla ore pa tenn tex va vt wash wis wyo inc ltd co corp bros jr i.e e.g "
    "a.k.a cf др пр тыс млн млрд руб долл".split()
)
NO_ENDS = BEFORE_NAMES | ABBREVIATIONS
LONGEST_WORD = 40
OPENING = frozenset('"“„«')
INITIAL = re.compile(r"[^\W\d_](?:[.-][^\W\d_])*")
PRONOUNS = frozenset(("i", "я", "и"))  # of one letter


@lru_cache(maxsize=256)
def split(text: str) -> tuple[tuple[int, int], ...]:
    """Give start and end of each sentence of a paragraph, closing marks included.

    Kept, since the same paragraph is cut for its quotes, its clauses and its events.
    """
    found, start = [], 0
    for match in STOP.finditer(text):
        full = match.end("full")
        if full >= 0 or _ends(text, start, match):
            found.append((start, full if full >= 0 else match.end("closing")))
            start = match.end()
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return tuple(found)


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    at = stop.start()
    if stop.end("closing") > at + 1 or text[at] != "." or text[stop.end()] in OPENING:
        return True
    word = _last_word(text[max(start, at - LONGEST_WORD) : at]).lower()
    if word in NO_ENDS:
        return False
    if len(word) > 1 and word.isalnum():
        return True
    return word in PRONOUNS or INITIAL.fullmatch(word) is None


def _last_word(before: str) -> str:
    """Give the word that *before* ends in, empty where it ends in none."""
    if not before[-1:].isalnum():
        return ""
    word = before.rsplit(None, 1)[-1]
    if word.isalnum():
        return word
    last = LAST_WORD.search(word)
    return last.group() if last else ""
