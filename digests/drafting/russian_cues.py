"""The Russian words that say who speaks: behind a quote, before it, or for a whole sentence."""

import re
from dataclasses import dataclass, replace

from digests.drafting import russian_papers
from digests.drafting.russian_phrases import (
    NOBODY,
    WHICH,
    Phrases,
    Who,
    subject_after,
    subject_before,
)
from digests.drafting.russian_tokens import Token, tokens
from digests.drafting.russian_words import PASSIVE, QUOTING, VERBS

DASH = re.compile(r"[\s\xa0]*[,.!?…]{0,3}[\s\xa0]*[—–-]{1,2}[\s\xa0]+|[\s\xa0]*,[\s\xa0]+")
ACCORDING = re.compile(
    r"\b(?:[Пп]о|[Сс]огласно)\s+(?:(?:собственным|экспертным|предварительным)\s+)?"
    r"(?:словам|мнению|данным|оценкам?|оценке|информации|утверждению|версии|признанию|выражению|сведениям|"
    r"убеждению|замечанию|наблюдениям?|прогнозам?|прогнозу|расчётам|расчетам|подсчётам|заявлению|сообщению)\s+"
    r"|\b[Сс]\s+точки\s+зрения\s+|\b[Вв]\s+(?:изложении|трактовке|интерпретации|представлении)\s+"
)
OWN = re.compile(
    r"\b(?:[Пп]о|[Сс]огласно)\s+(?P<whose>его|её|ее)\s+(?:же\s+)?(?:собственным\s+)?"
    r"(?:словам|мнению|данным|оценкам?|оценке|информации|утверждению|версии|признанию|выражению|убеждению|расчётам)"
)
OPEN_VERB = re.compile(r"[а-яё]{2,}(?:л|ла|ли|лся|лась|лись|[еёи]т|[уюая]т|[её]тся|[иуюая]тся)$")
REFERRING = re.compile(
    r"\b(?:со\s+ссылкой\s+на|ссылаясь\s+на)\s+(?:слова\s+|заявление\s+|данные\s+)?"
)
STOP = re.compile(r"[;:]|\d{0,4}0{3,}|[!?…]\s|,\s(?:что|но|а|хотя|поскольку|потому|когда|если)\s")
END_COMMA = re.compile(r",|\s[—–]\s|:|0{3,}")
NEAR = 12  # words behind a quote among which its verb stands
OPEN_NEAR = 3
MEANING = re.compile(r"(?:это|не|и|или|а|но|что|который|которая|которое|такой)\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that name a speaker, as offsets into the paragraph; ``weight`` is from 0 to 1."""

    who: Who
    start: int
    end: int
    weight: float
    verb: str = ""


def after(phrases: Phrases, text: str, start: int, end: int) -> Cue | None:
    """Read what follows a closing mark: «…», — сказал X."""
    match = DASH.match(text, start, end)
    begin = match.end() if match else start
    stop = STOP.search(text, begin, end)
    end = stop.start() if stop else end
    if begin >= end or MEANING.match(text, begin, end):
        return None
    if found := according(phrases, text, begin, end, at_once=True):
        return replace(found, weight=0.95)
    dashed = match is not None
    for number, token in enumerate(tokens(text, begin, end)[:NEAR]):
        word = token.plain
        known = word in VERBS or word in PASSIVE
        opened = dashed and number < OPEN_NEAR and OPEN_VERB.match(token.word)
        if not known and not opened:
            continue
        if not dashed and number:
            return None
        weight = (0.97 if known else 0.88) if dashed else 0.85
        if found := _at(phrases, text, begin, token, end, weight):
            return found
    return _no_verb(phrases, text, begin, end) if dashed else None


def _at(
    phrases: Phrases, text: str, start: int, verb: Token, end: int, weight: float
) -> Cue | None:
    """Read the subject of a verb, whichever side it stands on."""
    word = verb.plain
    if word in PASSIVE:
        who = russian_papers.owner(phrases, text, start, end)
        return Cue(who, start, end, weight, word) if who is not NOBODY else None
    gender = VERBS.get(word, _gender(word))
    if word in QUOTING and (who := phrases.read(text, start, end, case="ga")).kind == "person":
        return Cue(who, start, end, weight, word)
    if source := referred(phrases, text, verb.end, end):
        return Cue(source, start, end, weight, word)
    who = (
        subject_before(phrases, text, start, verb.start, gender) if verb.start > start else NOBODY
    )
    if who is NOBODY or who.kind == "body":
        behind = subject_after(phrases, text, verb.end, end, gender)
        who = behind if behind is not NOBODY else who
    if who is NOBODY and gender == "p":
        who = Who("unnamed", word)
    return Cue(who, start, end, weight, word) if who is not NOBODY else None


def _gender(word: str) -> str:
    bare = word.removesuffix("ся").removesuffix("сь")
    if bare.endswith(("ла", "л")):
        return "f" if bare.endswith("ла") else "m"
    return "p" if bare.endswith(("ли", "ют", "ут", "ят", "ат")) else ""


def referred(phrases: Phrases, text: str, start: int, end: int) -> Who | None:
    """Read “сообщает ТАСС со ссылкой на X”: X says so, or somebody who is left open."""
    match = REFERRING.search(text, start, end)
    if match is None:
        return None
    who = phrases.read(text, match.end(), end, case="ga")
    return who if who.kind in {"person", "institution"} else Who("unnamed")


def _no_verb(phrases: Phrases, text: str, start: int, end: int) -> Cue | None:
    """Read «…», — Артём Лукин, профессор: a name and no verb at all."""
    who = phrases.read(text, start, END_COMMA.search(text + ",", start).start())  # type: ignore[union-attr]
    if who.kind == "person" and who.run and who.run.start == start and who.run.full:
        return Cue(who, start, end, 0.75)
    return None


def according(
    phrases: Phrases, text: str, start: int, end: int, *, at_once: bool = False
) -> Cue | None:
    """Read “по словам X”."""
    if own := OWN.match(text, start, end) if at_once else OWN.search(text, start, end):
        word, gender = ("он", "m") if own["whose"] == "его" else ("она", "f")
        return Cue(Who("pronoun", word, gender=gender), own.start(), own.end(), 0.88)
    match = ACCORDING.match(text, start, end) if at_once else ACCORDING.search(text, start, end)
    if match is None:
        return None
    comma = END_COMMA.search(text, match.end(), end)
    stop = comma.start() if comma else end
    who = phrases.read(text, match.end(), stop, case="g")
    if who is NOBODY:
        who = Who("unnamed")
    return Cue(who, match.start(), stop, 0.93)


def before(phrases: Phrases, text: str, start: int, end: int) -> Cue | None:
    """Read what leads up to an opening mark: its last verb of saying, or “по словам X”."""
    tail = text[start:end].rstrip()
    words = tokens(text, start, end)
    for number in range(len(words) - 1, -1, -1):
        token = words[number]
        word = token.plain
        if word not in VERBS and word not in PASSIVE:
            continue
        near = len(words) - number <= 5 or tail.endswith((":", "что"))  # noqa: PLR2004
        weight = 0.93 if near else 0.85
        found = leading(phrases, text, start, token, end, weight)
        if found and not (
            WHICH.match(text, _clause(text, start, token.start), token.start) and tail[-1:] != ":"
        ):
            return found
    if by := according(phrases, text, start, end):
        return by
    who = subject_before(phrases, text, start, start + len(tail.rstrip(":")), "")
    if tail.endswith(":"):
        return (
            Cue(who, start, end, 0.75)
            if who.kind in {"person", "pronoun", "institution"}
            else None
        )
    return Cue(who, start, end, 0.55) if who.kind in {"person", "pronoun"} else None


def _clause(text: str, start: int, verb: int) -> int:
    return max(text.rfind(",", start, verb) + 1, start)


def leading(
    phrases: Phrases, text: str, start: int, verb: Token, end: int, weight: float
) -> Cue | None:
    """Read the subject of a verb that stands before what is said."""
    word = verb.plain
    if word in PASSIVE:
        who = russian_papers.owner(phrases, text, start, end)
        return Cue(who, start, end, weight, word) if who is not NOBODY else None
    if source := referred(phrases, text, verb.end, end):
        return Cue(source, start, end, weight, word)
    gender = VERBS[word]
    chunk = _clause(text, start, verb.start)
    who = phrases.read(text, chunk, verb.start, gender)
    if who.kind in {"nobody", "body", "noun"}:
        stop = STOP.search(text, verb.end, end)
        behind = _behind(phrases, text, verb.end, stop.start() if stop else end, gender)
        who = (
            behind
            if behind.kind not in {"nobody", "body"} and (who is NOBODY or who.kind == "body")
            else who
        )
    if who.kind in {"nobody", "body", "noun"}:
        back = subject_before(phrases, text, start, verb.start, gender)
        who = back if back is not NOBODY else who
    if who is NOBODY and gender == "p":
        who = Who("unnamed", word)
    return Cue(who, start, end, weight, word) if who is not NOBODY else None


def _behind(phrases: Phrases, text: str, start: int, end: int, gender: str) -> Who:
    """Read “Как отметил X, …”: only what stands before the next comma."""
    comma = text.find(",", start, end)
    return subject_after(phrases, text, start, comma if comma > 0 else end, gender)
