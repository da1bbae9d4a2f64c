"""A paragraph cut into sentences."""

import re

# A stop, with the marks and brackets that close behind it, white space, and what may begin a
# sentence: the rest is decided by what stands before the stop.
STOP = re.compile(
    r"(?P<stop>[.!?…](?<![.!?…].)[.!?…]*)(?P<closing>[\"'”’»“)\]]*)(?P<space>\s+)"
    r"(?=[\"'“‘«„‹(\[]*[^\W_a-zа-яё])|(?P<full>[。！？][”」』]?)"
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
LONGEST_WORD = 40
OPENING = frozenset('"“„«')
INITIAL = re.compile(r"[^\W\d_](?:[.-][^\W\d_])*")


def split(text: str) -> list[tuple[int, int]]:
    """Give start and end of each sentence of a paragraph, closing marks included."""
    found, start = [], 0
    for match in STOP.finditer(text):
        if match["full"] or _ends(text, start, match):
            end = match.end("full") if match["full"] else match.end("closing")
            found.append((start, end))
            start = match.end()
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return found


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    if stop["stop"] != "." or stop["closing"] or text[stop.end()] in OPENING:
        return True
    last = LAST_WORD.search(text, max(start, stop.start() - LONGEST_WORD), stop.start())
    if last is None:
        return True
    word = last.group().lower().lstrip("-–—")
    if word in BEFORE_NAMES:
        return False
    if word in ABBREVIATIONS:
        return False
    return not (INITIAL.fullmatch(word) and word not in {"i", "я", "и"})
