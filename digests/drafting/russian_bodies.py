"""Institutions as Russian newspapers print them: МИД, Кремль, пресс-служба Х."""

import re
from functools import lru_cache
from typing import NamedTuple

from digests.drafting.russian_words import ACRONYM, HEADS, NAMED_BODY, PLACES, PREPOSITIONS, ROLES, plain, says

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
FURTHER = re.compile(r"[ \u00a0]([^\W\d_]+(?:-[^\W\d_]+)*)")
QUOTED = re.compile(r"[ \u00a0]?[«„\"“](?P<name>[^«»„“”\"]{2,60})[»“”\"]")
COUNTRIES = frozenset("США РФ КНДР СССР КНР РК ОАЭ ФРГ ГДР ЮАР КВО СВО АЭС ГЭС ДТП ИИ ИТ АР ВВП НДС".split())
GENITIVE = re.compile(
    r"(?:ы|и|ов|ев|ей|ий|ия|а|я|ого|его|ой|их|ых|дел|сил|связи|наук|СМИ)$|[А-ЯЁ]{2,}$"
)
HOUSE = re.compile(r"(?:Бел|Голуб)(?:ый|ого|ому|ым|ом|ой)\s+[Дд]ом(?:а|у|ом|е)?\b")
ENDING = re.compile(r"(?:ого|его|ому|ему|ый|ий|ой|ом|ем|ым|им|ая|яя|ую|ое|ее|ей)$")
MOST = 6


class Body(NamedTuple):
    """An institution; ``named`` where a name of its own tells which."""

    name: str
    named: bool
    end: int


def read(text: str, start: int, end: int) -> Body | None:
    """Read the institution that begins at a word."""
    match = WORD.match(text, start, end)
    if match is None:
        return None
    word = match.group()
    if house := HOUSE.match(text, start, end):
        adjective = "Белый" if house.group().startswith("Б") else "Голубой"
        return Body(f"{adjective} дом", True, house.end())
    if ACRONYM.match(word):
        bare = re.sub(r"[а-яё]+$", "", word)
        return None if bare in COUNTRIES else _further(text, bare, match.end(), end)
    if NAMED_BODY.match(word):
        return _further(text, _nominative(word), match.end(), end)
    if head := HEADS.get(plain(word)):
        return _headed(text, word, head, match, end)
    if word[0].isupper() and (further := FURTHER.match(text, match.end(), end)):
        head = HEADS.get(plain(further.group(1)), "")
        if head and ENDING.search(word) and not PLACES.match(word):
            whole = _headed(text, further.group(1), head, further, end)
            return Body(f"{_adjective(word, head)} {whole.name}", True, whole.end)
    return None


def _headed(text: str, word: str, head: str, match: re.Match[str], end: int) -> Body:
    printed = head.capitalize() if word[0].isupper() else head
    whole = _further(text, printed, match.end(), end)
    return whole


def _further(text: str, name: str, at: int, end: int) -> Body:
    """Add the words in the genitive that belong to an institution."""
    words, named = [name], name[1:2].isupper() or bool(NAMED_BODY.match(name))
    while len(words) < MOST and (match := FURTHER.match(text, at, end)):
        word = match.group(1)
        bare = plain(word)
        capital = word[0].isupper()
        if says(word) or bare in PREPOSITIONS or bare in {"и", "а"} or not GENITIVE.search(word):
            break
        if named and len(words) == 1 and not (capital and (PLACES.match(word) or word.isupper())):
            break
        if bare in ROLES and not any(c == "g" for _, _, c in ROLES[bare]):
            break
        if capital and len(words) > 1 and _is_person(words[-1], word):
            break
        words.append(word)
        at = match.end()
    return Body(" ".join(words), named or any(w[0].isupper() for w in words[1:]), at)


def _is_person(before: str, word: str) -> bool:
    return plain(before) in ROLES and not PLACES.match(word) and not word.isupper()


@lru_cache(maxsize=512)
def _nominative(word: str) -> str:
    """Put the name of an institution into the nominative."""
    if word.startswith("Кремл"):
        return "Кремль"
    if word.endswith(("ии", "ию", "ией")) and not word.startswith("Мин"):
        return word.rstrip("ией").rstrip("ию") + "ия"
    if word.startswith(("Госдум", "Генпрокуратур")):
        return re.sub(r"(?:ой|[ыеуа])$", "а", word)
    return re.sub(r"(?<=[бвгджзклмнпрстфхцчшщ])(?:ом|[ауе])$", "", word)


def _adjective(word: str, head: str) -> str:
    stem = ENDING.sub("", word)
    if head.endswith(("а", "я")):
        return stem + "ая"
    if head.endswith(("о", "е")):
        return stem + "ое"
    return stem + ("ий" if stem.endswith(("к", "г", "х")) else "ый")
