"""Numbers of clauses as people write them: ``Art. 4``, ``Article IV``, ``статья 4``, ``제4조``."""

import re

from config.folding import fold, words

MARKERS = frozenset(
    "article articles art arts clause clauses number no nr numero § "
    "статья статьи статье статью статей статьей статьями статьях ст пункт пункта п номер "
    "제 조 조항".split()
)
FILLERS = frozenset("the of in и в к о об по я й ю ей".split())
TREATY = frozenset("treaty pact agreement договор договора договоре договору 조약".split())
ROMAN = re.compile(r"(?=[ivxl])(x[lx]|l?x{0,3})(i[xv]|v?i{0,3})")
ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
KOREAN = re.compile(r"제?([0-9]+)조\w{0,3}")
ORDINAL = re.compile(r"(?:art|article|no|ст|статья)?([0-9]+)(?:st|nd|rd|th|я|й|ю|ей|ой)?")
# Digits and blanks are taken whole or not at all (``++``, ``*+``): given back one by one, a
# message full of them takes seconds.
PARAGRAPH = re.compile(
    r"(?<![0-9])([0-9]++)\s*+"
    r"(?:\.\s*+[0-9]++\s*+$|\([0-9a-zа-я]++\)\s*+$|[,;]?+\s*+(?:para(?:graph)?|пункт|п)\W.*)",
    re.DOTALL,
)
PARAGRAPH_BEFORE = re.compile(
    r"^\W*+(?:para(?:graph)?|пункт[аеу]?|п)\b\W*+[0-9]++\W++(?:of\W++)?(?:the\W++)?(?=(?:art|clause|ст))"
)
KOREAN_PARAGRAPH = re.compile(r"(?<=조)\s*+제?\s*+[0-9]{1,3}\s*+항")
LONGEST_UNMARKED = 3  # digits; a bare 2024 is a year

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
RUSSIAN_ENDING = re.compile(r"(?:ая|ья|ой|ей|ьей|ую|ью|ый|ий|ого|ьего|ому|ьему|ом|ьем)$")


def number(text: str) -> str | None:
    """Read the number of a clause out of *text*, or give None where it says anything else.

    A paragraph beside it is put aside: ``4(1)``, ``4.1`` and ``пункт 1 статьи 4`` are 4. Zero is
    the preamble. A bare number of more than three digits is none: it is a year.
    """
    asked = words(_without_paragraph(fold(text)))
    marked = not MARKERS.isdisjoint(asked)
    aside = MARKERS | FILLERS | TREATY if marked else MARKERS | FILLERS
    match [word for word in asked if word not in aside]:
        case [word]:
            return _value(word, marked=marked)
        case _:
            return None


def _without_paragraph(text: str) -> str:
    after = PARAGRAPH.search(text)
    cut = text if after is None else text[: after.end(1)]
    return KOREAN_PARAGRAPH.sub("", PARAGRAPH_BEFORE.sub("", cut))


def _value(word: str, *, marked: bool) -> str | None:
    if match := KOREAN.fullmatch(word) or ORDINAL.fullmatch(word):
        digits = match[1].lstrip("0") or "0"
        year = word.isdecimal() and not marked and len(digits) > LONGEST_UNMARKED
        return None if year else digits
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
    root, endings = RUSSIAN_ENDING.subn("", word)
    return RUSSIAN.index(root) + 1 if endings and root in RUSSIAN else None
