"""How words are compared: case, accents, inflection and script put aside.

Everything that looks a word up goes through here, on both sides of the comparison: names in the
catalogue, speakers and full text in the library, and what a reader types.
"""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"[^\W_]+")
# Combining marks, but not the breve of й, which is a letter of its own; signs that print nothing;
# lone surrogates.
UNSEEN = re.compile(
    "(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f\u0483-\u0489\u0591-\u05c7\u064b-\u065f\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ud800-\udfff]"
)
# It begins with the sign, not with a look at what is before it, so that it is found fast.
POSSESSIVE = re.compile(r"['’ʼ＇`´](?<=\w.)[sS]\b")
CYRILLIC = re.compile(r"[\u0400-\u052f]")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
LATIN = re.compile(r"[a-z]")
SHORTEST_STEM = 3

TRANSLITERATION = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z",
        "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
        "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
        "і": "i", "ї": "i", "є": "e", "ґ": "g", "ў": "u",
    }
)  # fmt: skip

# Spellings of one sound in the romanisations that newspapers use, longest first.
SOUNDS = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("ch", "c"), ("zh", "z"),
    ("kh", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ts", "c"), ("tz", "c"), ("x", "ks"),
    ("q", "k"), ("w", "v"), ("yo", "e"), ("jo", "e"), ("io", "e"), ("ye", "e"), ("je", "e"),
    ("ie", "e"), ("yu", "u"), ("ju", "u"), ("iu", "u"), ("ou", "u"), ("oo", "u"), ("ya", "a"),
    ("ja", "a"), ("ia", "a"), ("ee", "i"), ("y", "i"), ("j", "i"),
)  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")


def fold(text: str) -> str:
    """Put case, accents, width and invisible characters aside; ``Артём`` becomes ``артем``.

    Taken apart before the case is folded: ``№`` hides a capital, ``No``.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFC", UNSEEN.sub("", plain))


def words(text: str) -> list[str]:
    """Cut *text* into folded words, without the English possessive: ``lukin's`` is ``lukin``."""
    return WORD.findall(fold(POSSESSIVE.sub("", text)))


@lru_cache(maxsize=2)
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(language)


@lru_cache(maxsize=65_536)
def stems(word: str) -> tuple[str, ...]:
    """Give a folded word and its ever shorter stems, down to the last: the fixed point.

    Snowball stems once: ``лобова`` to ``лобов``, but ``лобов`` to ``лоб``, so that two forms of
    one name would differ. Stemmed until nothing changes they meet.
    """
    language = "russian" if CYRILLIC.search(word) else "english"
    if not (CYRILLIC.search(word) or LATIN.search(word)):
        return (word,)
    chain = [word]
    while (shorter := _stemmer(language).stemWord(chain[-1])) not in chain:
        chain.append(shorter)
    return tuple(chain)


def stem(word: str) -> str:
    """Give the last stem of a folded word: what two forms of one word have in common."""
    return stems(word)[-1]


def stemmed(text: str) -> tuple[str, ...]:
    """Give the stems of the words of *text*, in order."""
    return tuple(stem(word) for word in words(text))


def latin(word: str) -> str:
    """Write a folded Cyrillic word in Latin letters; leave other scripts as they are."""
    return word.translate(TRANSLITERATION)


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """Reduce a folded word to its sounds, so that ``лукин``, ``lukin`` and ``lukyn`` are one."""
    sounds = latin(word)
    for spelling, sound in SOUNDS:
        sounds = sounds.replace(spelling, sound)
    return DOUBLED.sub(r"\1", sounds)


@lru_cache(maxsize=65_536)
def name_forms(word: str) -> tuple[str, ...]:
    """Give the skeletons under which a folded word, perhaps inflected, may stand as a name.

    The word itself comes first; a Russian one is followed by its stems, since ``лукина`` may be
    the genitive of ``лукин``.
    """
    forms = [skeleton(word)]
    if CYRILLIC.search(word):
        shorter = (skeleton(form) for form in stems(word)[1:] if len(form) >= SHORTEST_STEM)
        forms += (form for form in shorter if form not in forms)
    return tuple(dict.fromkeys(forms))


def slug(text: str) -> str:
    """Write *text* as an address: lower-case Latin letters and digits joined by hyphens."""
    return "-".join(latin(word) for word in words(text))
