"""Numbers of clauses as people write them: ``Art. 4``, ``Article IV``, ``статья 4``, ``제4조``."""

import re

from config.folding import fold, words

MARKERS = frozenset(
    "article articles art arts clause clauses number no nr numero § "
    "статья статьи статье статью статей статьей статьями статьях ст пункт пункта п номер "
    "제 조 조항".split()
)
FILLERS = frozenset(["the", "of", "in", "и", "в", "к", "по", "я", "й", "ю", "ей"])
ROMAN = re.compile(r"(?=[ivxl])(x[lx]|l?x{0,3})(i[xv]|v?i{0,3})")
ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
KOREAN = re.compile(r"제?([0-9]+)조\w{0,3}")
ORDINAL = re.compile(r"(?:art|article|no|ст|статья)?([0-9]+)(?:st|nd|rd|th|я|й|ю|ей|ой)?")
PARAGRAPH = re.compile(
    r"([0-9]+)\s*(?:\.\s*[0-9]+|\([0-9a-zа-я]+\)|[,;]?\s*(?:para(?:graph)?|пункт|п)\W.*)\s*$"
)

ENGLISH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ENGLISH_COUNT = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
RUSSIAN = (
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат "
    "четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат"
).split()
RUSSIAN_COUNT = (
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
    "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать"
).split()
RUSSIAN_ENDING = re.compile(r"(ая|ья|ой|ьей|ую|ью|ый|ий|ого|ьего|ому|ом)")


def number(text: str) -> str | None:
    """Read the number of a clause out of *text*, or give None where it says anything else.

    A paragraph after the number is put aside: ``4(1)`` and ``4.1`` are 4. Zero is the preamble.
    """
    found = PARAGRAPH.search(fold(text))
    cut = text if found is None else fold(text)[: found.end(1)]
    left = [word for word in words(cut) if word not in MARKERS and word not in FILLERS]
    if len(left) != 1:
        return None
    marked = any(word in MARKERS for word in words(cut))
    return _value(left[0], marked=marked)


def _value(word: str, *, marked: bool) -> str | None:
    if match := KOREAN.fullmatch(word) or ORDINAL.fullmatch(word):
        return match[1].lstrip("0") or "0"
    if ROMAN.fullmatch(word):
        return str(_roman(word))
    if marked and (spelled := _spelled(word)):
        return str(spelled)
    return None


def _roman(word: str) -> int:
    values = [ROMAN_VALUES[sign] for sign in word]
    following = [*values[1:], 0]
    return sum(-one if one < nxt else one for one, nxt in zip(values, following, strict=True))


def _spelled(word: str) -> int | None:
    for names in (ENGLISH, ENGLISH_COUNT, RUSSIAN_COUNT):
        if word in names:
            return names.index(word) + 1
    root = RUSSIAN_ENDING.sub("", word) if RUSSIAN_ENDING.search(word[-4:]) else ""
    return next((place for place, name in enumerate(RUSSIAN, 1) if name == root), None)
