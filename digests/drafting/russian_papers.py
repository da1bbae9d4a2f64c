"""Papers that speak in Russian: the messages of institutions, and treaties."""

import re

from digests.drafting.russian_phrases import NOBODY, Phrases, Who
from digests.drafting.russian_tokens import tokens
from digests.drafting.russian_words import AGREEMENT, PAPERS

STATES = (
    r"(?:гласит|говорит(?:ся)?|сказано|записано|прописано|написано|указан[оа]|указывается|"
    r"закреплен[оаы]?|"
    r"значится|предусматривает|предусмотрено|обязывает|устанавливает|закрепляет|определяет|требует|"
    r"запрещает|содержит|провозглашает|предписывает|отмечается|подч[её]ркивается|оговорено|звучит|"
    r"начинается|заканчивается|обещает|позволяет|разрешает|допускает|подразумевает|сформулирован[ао]?|"
    r"гарантирует|обязуются|называет|упоминает)"
)
NOUN = (
    r"(?:договор|соглашени|пакт|преамбул|стать(?:я|и|е|ю|ёй|ей)\b|протокол|харти|конвенци|"
    r"документ|пункт|текст)"
)
STATED = re.compile(rf"\b{NOUN}[^;:«»]{{0,100}}?\b{STATES}\b", re.IGNORECASE)
UNDER = re.compile(
    rf"\b(?:согласно|в соответствии с[о]?|по)\s+(?:\w+\s+){{0,3}}?{NOUN}\w*"
    r"|\b(?:стать[яеи]|пункт\w?)\s+\d+[^;:«»]{{0,60}}:\s*$",
    re.IGNORECASE,
)
BEHIND = re.compile(
    rf"[\s,.!?…]*[—–-]?\s*(?:(?:так\s+)?{STATES}\s+(?:в\s+|во\s+)?(?:\w+\s+){{0,3}}?{NOUN}|"
    rf"(?:стать[яеи]|пункт\w?)\s+(?:\d+|[а-яё]+)[^,.;]{{0,40}}$)",
    re.IGNORECASE,
)
PERSONAL = re.compile(
    r"\b(?:письм|доклад|послани|обращени|стать[еи]|пост|телеграмм|отч[её]т|исследовани)"
)


def led(text: str, start: int, end: int) -> int | None:
    """Give where the words end that lead up to a treaty's own, None where none do."""
    found = None
    for pattern in (STATED, UNDER):
        for match in pattern.finditer(text, start, end):
            found = max(match.end(), found or 0)
    return found


def follows(text: str, start: int, end: int) -> bool:
    """Tell whether the words behind a quote say that a treaty says so."""
    return BEHIND.match(text, start, end) is not None


def owner(phrases: Phrases, text: str, start: int, end: int) -> Who:
    """Tell whose paper it is in which something is said: “говорится в сообщении Минтранса”."""
    for token in tokens(text, start, end):
        word = token.plain
        if AGREEMENT.match(token.word) and not PERSONAL.match(word):
            return Who("treaty", word)
        if PAPERS.match(word):
            who = phrases.read(text, token.end, end, case="g")
            return who if who.kind in {"person", "institution"} else Who("paper", word)
    who = phrases.read(text, start, end, "p")
    return who if who.kind == "institution" else NOBODY
