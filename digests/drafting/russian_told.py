"""To whom a Russian speaker said it, where the text names an outlet."""

import re

VERB = (
    r"(?:рассказал|сообщил|заявил|сказал|пояснил|подтвердил|отметил|признался|объяснил|говорит|"
    r"рассказывает|ответил|уточнил|передал)(?:а|и|ась|ись)?"
)
NOUN = r"(?:агентств|газет|издани|телеканал|канал|портал|радиостанци|журнал|радио|изданью|сайт)"
NAMED = (
    r"(?:(?P<noun>" + NOUN + r"\w*)\s+)?(?:[«„“\"](?P<marked>[^«»„“”\"]{2,40})[»”“\"]|"
    r"(?P<bare>(?:РИА Новости|[А-ЯЁ]{3,}(?:\s\d+)?|[A-Z][\w.’'-]+(?:\s[A-Z0-9][\w.’'-]*){0,3})))"
)
TOLD = re.compile(
    rf"\b(?:{VERB}|(?:[Вв]о?)\s+(?:\w+\s+)?(?:интервью|комментарии|эфире)|(?:[Вв]о?)\s+(?:беседе|разговоре)\s+с)"
    rf"\s+(?:(?:он|она|вчера|сегодня)\s+)?(?:\w+\s+)??{NAMED}"
)
ONLY_NOUN = re.compile(rf"\b{VERB}\s+(?:он|она|[А-ЯЁ][а-яё]+)\s+(?P<noun>{NOUN}\w*)\b")
OUTLET = re.compile(
    rf"\b(?P<noun>{NOUN})\w*\s+[«„“\"](?P<name>[^«»„“”\"]{{2,40}})[»”“\"]", re.IGNORECASE
)
STATES = frozenset("США КНДР СССР КНР МИД ООН НАТО ОДКБ ОАЭ ФРГ РАН МГУ ДВФУ".split())


def find(raw: str, start: int, end: int, before: str) -> str | None:
    """Give the outlet named between two places; *before* is the text read so far."""
    for match in TOLD.finditer(raw, start, end):
        name = match["marked"] or match["bare"]
        if name not in STATES:
            return _nominative(name, declined=match["marked"] is not None and not match["noun"])
    if only := ONLY_NOUN.search(raw, start, end):
        stem = only["noun"][:4].lower()
        named = [one["name"] for one in OUTLET.finditer(before) if one["noun"][:4].lower() == stem]
        return named[-1] if named else None
    return None


def _nominative(name: str, *, declined: bool) -> str:
    """Put «Известиям» into the nominative; a name behind its noun stands in it already."""
    if not declined or " " in name:
        return name
    for ending, bare in (
        ("иям", "ия"),
        ("остям", "ости"),
        ("остями", "ости"),
        ("иями", "ия"),
        ("естиям", "естия"),
        ("ете", "ета"),
        ("ею", "ей"),
    ):
        if name.endswith(ending):
            return name[: -len(ending)] + bare
    return name
