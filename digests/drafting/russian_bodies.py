"""Institutions as Russian newspapers print them: МИД, Кремль, пресс-служба Х."""

import re
from functools import lru_cache
from typing import NamedTuple

from digests.drafting.russian_places import ACRONYM, HEADS, NAMED_BODY, PLACES
from digests.drafting.russian_roles import ROLES
from digests.drafting.russian_tokens import Token
from digests.drafting.russian_words import PREPOSITIONS, plain, says

FURTHER = re.compile(r"[ \u00a0]([^\W\d_]+(?:-[^\W\d_]+)*)")
QUOTED = re.compile(r"[ \u00a0]?[«„\"“](?P<name>[^«»„“”\"]{2,60})[»“”\"]")
COUNTRIES = frozenset(
    "США РФ КНДР СССР КНР РК ОАЭ ФРГ ГДР ЮАР КВО СВО АЭС ГЭС ДТП ИИ ИТ АР ВВП НДС".split()
)
GENITIVE = re.compile(
    r"(?:ы|и|ов|ев|ей|ий|ия|а|я|ого|его|ой|их|ых|дел|сил|связи|наук|СМИ)$|[А-ЯЁ]{2,}$"
)
HOUSE = re.compile(r"(?:Бел|Голуб)(?:ый|ого|ому|ым|ом|ой)\s+[Дд]ом(?:а|у|ом|е)?\b")
ENDING = re.compile(r"(?:ого|его|ому|ему|ый|ий|ой|ом|ем|ым|им|ая|яя|ую|ое|ее|ей)$")
MOST = 6


class Body(NamedTuple):
    """An institution; ``named`` where a name of its own tells which."""

    name: str
    end: int
    named: bool = True


def read(text: str, token: Token, end: int) -> Body | None:
    """Read the institution that begins at a word."""
    word, start = token.word, token.start
    if word.islower():
        head = HEADS.get(token.plain)
        return _headed(text, word, head, token.end, end) if head else None
    if house := HOUSE.match(text, start, end):
        adjective = "Белый" if house.group().startswith("Б") else "Голубой"
        return Body(f"{adjective} дом", house.end())
    if ACRONYM.match(word):
        bare = re.sub(r"[а-яё]+$", "", word)
        return None if bare in COUNTRIES else _further(text, bare, token.end, end)
    if NAMED_BODY.match(word):
        return _further(text, _nominative(word), token.end, end)
    if head := HEADS.get(token.plain):
        return _headed(text, word, head, token.end, end)
    return _described(text, token, end)


def _described(text: str, token: Token, end: int) -> Body | None:
    """Read an institution behind its adjective: Следственный комитет."""
    further = FURTHER.match(text, token.end, end)
    head = HEADS.get(plain(further.group(1)), "") if further else ""
    if further is None or not head or not ENDING.search(token.word) or PLACES.match(token.word):
        return None
    whole = _headed(text, further.group(1), head, further.end(), end)
    return Body(f"{_adjective(token.word, head)} {whole.name}", whole.end)


def _headed(text: str, word: str, head: str, at: int, end: int) -> Body:
    if (quoted := QUOTED.match(text, at)) and quoted["name"].strip("0"):
        return Body(" ".join(quoted["name"].split()), min(quoted.end(), end))
    printed = head.capitalize() if word[0].isupper() else head
    whole = _further(text, printed, at, end)
    if (quoted := QUOTED.match(text, whole.end)) and quoted["name"].strip("0"):
        return Body(f"{whole.name} «{quoted['name']}»", min(quoted.end(), end))
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
        place = bool(PLACES.match(word)) or word.isupper()
        if (named and not place) or (capital and not place and plain(words[-1]) in ROLES):
            break
        if bare in ROLES and not any(c == "g" for _, _, c in ROLES[bare]):
            break
        words.append(word)
        at = match.end()
    return Body(" ".join(words), at, named or any(w[0].isupper() for w in words[1:]))


@lru_cache(maxsize=512)
def _nominative(word: str) -> str:
    """Put the name of an institution into the nominative."""
    if word.startswith("Кремл"):
        return "Кремль"
    if word.endswith(("ии", "ию", "ией")) and not word.startswith("Мин"):
        return re.sub(r"и(?:и|ю|ей)$", "ия", word)
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
