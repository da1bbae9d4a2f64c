"""Many phrases sought in a text at once, by the words that they cannot do without.

A phrase is written in words as readers would: ``word*`` stands for every word that begins so,
``a/b`` for either, ``..`` for up to six words between and ``...`` for up to thirty, all within
one sentence. Words of Korean carry particles, so that they may go on behind a phrase.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

WORD = re.compile(r"[^\W_]+")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
BEGINNING = 4  # letters by which a word is looked up; two words in three are told apart
COMMON = 1_000  # phrases: what a shorter word counts for, as if it stood in so many
CUT = itemgetter(slice(BEGINNING))
BETWEEN = r"[^\w.!?…;]{1,4}"
KOREAN_BETWEEN = r"\w{0,3}[^\w.!?…;]{0,3}"
# Round a word; cutting at them one after the other is faster than a pattern.
MARKS = "\"'([/-.,;:!?)]"
CURLED = "“”«»‘–—"
GAPS = {"..": 6, "...": 30}


class Found(NamedTuple, Generic[T]):
    """A phrase found, with its place in the text and what it was entered with."""

    start: int
    end: int
    means: T


@dataclass(frozen=True, slots=True, eq=False)
class Sought(Generic[T]):
    """One phrase: how its words begin, of each place one form, with its patterns and meaning.

    There is a pattern for each form of the first word: each begins with plain letters, which the
    engine looks for much faster. ``needed`` are the beginnings of words that have one form only,
    ``choices`` those of the others.
    """

    words: tuple[frozenset[str], ...]
    needed: frozenset[str]
    choices: tuple[frozenset[str], ...]
    patterns: tuple[re.Pattern[str], ...]
    means: T
    korean: bool = False


def plain(text: str) -> str:
    """Put case and the dots of ё aside, apostrophes straight; characters keep their places."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    if lower.isascii():
        return lower
    return lower.replace("ё", "е").replace("’", "'").replace("‑", "-")


def starts(*words: str) -> str:
    r"""Give a pattern for words wherever a word begins with one of them.

    It is ``\b(?:…)``, but begins with plain letters, for which the engine leaps. No word may have
    a choice at its top.
    """
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        by_letter[word[0]].append(word[1:])
    return "|".join(
        rf"{letter}(?<!\w{letter})(?:{'|'.join(rest)})" for letter, rest in by_letter.items()
    )


class Phrases(Generic[T]):
    """Phrases with their meanings; looks at each word of a text once, then only at what may be."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        every = [_sought(plain(phrase).split(), means) for phrase, means in phrases]
        self._korean = [sought for sought in every if sought.korean]
        self._begun: defaultdict[str, list[Sought[T]]] = defaultdict(list)
        used = Counter(form for one in every for forms in one.words for form in forms)
        cost = {form: n + COMMON * (len(form) < BEGINNING) for form, n in used.items()}.__getitem__
        for sought in every:
            # Words in many phrases are common in such news, and short ones in all: the others are
            # better to look for.
            for form in min(sought.words, key=lambda forms: sum(map(cost, forms))):
                self._begun[form].extend([] if sought.korean else [sought])
        self._keys = frozenset(self._begun)

    def find(self, text: str) -> Iterator[Found[T]]:
        """Give every phrase found in *text*, which is ``plain``, in no order."""
        for sought in self._candidates(text):
            for pattern in sought.patterns:
                for match in pattern.finditer(text):
                    if begins_a_word(text, match.start()):
                        yield Found(match.start(), match.end(), sought.means)

    def _candidates(self, text: str) -> Iterable[Sought[T]]:
        begun = _begun(text)
        found: dict[Sought[T], None] = {}
        for key in begun & self._keys:
            for sought in self._begun[key]:
                if sought.needed <= begun:
                    if sought.choices and any(map(begun.isdisjoint, sought.choices)):
                        continue
                    found[sought] = None
        if self._korean and not text.isascii() and HANGUL.search(text):
            found |= dict.fromkeys(s for s in self._korean if _stands(s, text))
        return found


@lru_cache(maxsize=64)
def _begun(text: str) -> frozenset[str]:
    """Give how the words of *text* begin."""
    for mark in MARKS if text.isascii() else MARKS + CURLED:
        text = text.replace(mark, " ")
    return frozenset(map(CUT, text.split()))


def _sought(tokens: list[str], means: T) -> Sought[T]:
    korean = HANGUL.search("".join(tokens)) is not None
    patterns = [
        re.compile(_pattern([first, *tokens[1:]], korean=korean)) for first in tokens[0].split("/")
    ]
    words = _beginnings(tokens)
    needed = frozenset(form for forms in words if len(forms) == 1 for form in forms)
    choices = tuple(forms for forms in words if len(forms) > 1)
    return Sought(words, needed, choices, tuple(patterns), means, korean=korean)


def _stands(sought: Sought[T], text: str) -> bool:
    return all(any(form in text for form in forms) for forms in sought.words)


def begins_a_word(text: str, start: int) -> bool:
    """Tell whether a word begins at *start*; in Korean, one may begin anywhere."""
    return start == 0 or not text[start - 1].isalnum() or bool(HANGUL.match(text, start))


def _beginnings(tokens: list[str]) -> tuple[frozenset[str], ...]:
    """Give how the words of a phrase begin, where enough of them is given to look them up."""
    words = [token.split("/") for token in tokens if token not in GAPS]
    return tuple(
        frozenset(WORD.findall(form)[0][:BEGINNING] for form in forms)
        for forms in words
        if not any(form.endswith("*") and len(form) <= BEGINNING for form in forms)
    )


def _pattern(tokens: list[str], *, korean: bool) -> str:
    between = KOREAN_BETWEEN if korean else BETWEEN
    parts, joint = [], ""
    for token in tokens:
        if token in GAPS:
            joint = f"{between}(?:\\w++{between}){{0,{GAPS[token]}}}?"
            continue
        parts += [joint, _either(token, korean=korean)]
        joint = between
    return "".join(parts)


def _either(token: str, *, korean: bool) -> str:
    end = "" if korean else r"(?!\w)"
    forms = [
        re.escape(form.rstrip("*")) + (r"\w*+" if form.endswith("*") else end)
        for form in token.split("/")
    ]
    return forms[0] if len(forms) == 1 else f"(?:{'|'.join(forms)})"
