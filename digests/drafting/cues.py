"""The words that say who speaks: beside a quote, or in the sentence it stands in."""

import re
from dataclasses import dataclass

from itertools import pairwise

from digests.drafting.english import (
    ARTICLES,
    BETWEEN,
    PAPERS,
    PERSON_NOUNS,
    PLAINLY,
    PREPOSITIONS,
    PRONOUNS,
    SAYING_NOW,
    TREATY_PAPERS,
    WEAK,
)
from digests.drafting.names import UPPER, runs
from digests.drafting.subjects import NOBODY, Subject, read

TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
LEADING = re.compile(r"[\s,—–-]*")
ACCORDING = re.compile(
    r"\b[Aa]ccording to\s+|\b[Ii]n the (?:words|view|opinion) of\s+|\b[Ii]n a (?:statement|letter|post) (?:by|from)\s+"
)
WORDS_OF = re.compile(r"\b[Ii]n (his|her) (?:words|view|opinion)\b|\b[Ff]or (his|her) part\b")
TOLD = re.compile(
    rf"\b(?:told|tells|telling|(?:in|during) (?:an|the) (?:\w+ )?(?:interview|conversation) (?:with|on|for)|speaking (?:to|on|with))"
    rf"\s+(?:the\s+|a\s+)?([{UPPER}][\w.&’'-]*(?:\s+(?:[{UPPER}0-9][\w.&’'-]*|of|and|&))*)"
)
STOP = re.compile(r"[;:“”\"«»]|\b00+")
PRONOUN = re.compile(r"(?:he|she)\b")
LINKS = frozenset("but and yet so then that".split())
JOINED = re.compile(r"(?:,|;|\band)\s+")
# After “said Osgood” comes no verb, unless Osgood is what was spoken about.
AUXILIARY = re.compile(
    r"\s+(?:is|was|are|were|has|had|have|would|will|could|should|can|may|might|must|did|does|never)\b"
)
BEFORE_NOUNS = frozenset(
    "a an the this that his her their its our my to be been was were is are of being".split()
)
OPENS = frozenset(
    "asked told reached contacted pressed when while if as though although because once "
    "however".split()
)
COMMA = re.compile(r",\s+")
CHANNEL = re.compile(r"\s+(?:TV|of|and|&|television|News agency)$")
CLAUSE = re.compile(
    r"\b(?:that|but|while|because|when|where|whereas|although|though|if|so|and|as|after|before|since|"
    r"until|which|how|why|whether|than)\b|[;:]"
)
LAST_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|I|[Ww]e)$")
RELATIVE = re.compile(r"\b(?:who|which)\b[^,]*$")
NP_START = re.compile(
    rf"(?:[{UPPER}“\"@]|(?:{'|'.join(sorted((ARTICLES | set(PRONOUNS) | {'one'}), key=len, reverse=True))})\b)"
)
NAMELY = frozenset(("paper", "person", "pronoun", "institution", "treaty", "noun"))
HEADS = PERSON_NOUNS | PAPERS | TREATY_PAPERS
FEW_WORDS = 9
CUES = PLAINLY - WEAK
JOINING = frozenset(
    "and but or nor as when which while because since although though who that so then where if".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that name a speaker, as offsets into the paragraph; ``weight`` is from 0 to 1."""

    subject: Subject
    start: int
    end: int
    weight: float
    told: str | None = None


def after(text: str, start: int, end: int, *, speech: bool) -> Cue | None:
    """Read what follows a closing mark; *speech* tells that the quote ends as utterances do."""
    start = LEADING.match(text, start, end).end()  # type: ignore[union-attr]
    if start >= end:
        return None
    if (by := ACCORDING.match(text, start, end)) and (
        who := read(text, by.end(), _stop(text, by.end(), end))
    ) is not NOBODY:
        return _cue(text, who, start, end, 0.95)
    tokens = [match for _, match in zip(range(40), TOKEN.finditer(text, start, end), strict=False)]
    if tokens and tokens[0].group() in JOINING:
        return None
    while tokens and tokens[0].group().lower() in BETWEEN:
        tokens.pop(0)
    if not tokens:
        return None
    return (
        _verb_first(text, tokens, end, speech=speech)
        or _verb_after(text, start, tokens, end, speech=speech)
        or (_no_verb(text, start, end) if speech else None)
    )


def _verb_first(text: str, tokens: list[re.Match[str]], end: int, *, speech: bool) -> Cue | None:
    word = tokens[0].group()
    known = word in CUES or (speech and (word in PLAINLY or word.endswith(("ed", "es"))))
    if not known or len(tokens) < 2:  # noqa: PLR2004
        return None
    begin = tokens[0].end()
    if word in {
        "shot",
        "fired",
        "hit",
        "summed",
        "chimed",
        "weighed",
        "piped",
        "jumped",
        "put",
        "went",
    }:
        if tokens[1].group() in {"back", "up", "in", "on", "it"}:
            begin = tokens[1].end()
    while (match := TOKEN.search(text, begin, end)) and match.group().lower() in BETWEEN:
        begin = match.end()
    rest = LEADING.match(text, begin, end).end()  # type: ignore[union-attr]
    if not NP_START.match(text, rest) and not _plain_noun(text, rest, end):
        return None
    who = read(text, rest, _stop(text, rest, end))
    if who.run and AUXILIARY.match(text, who.run.end):
        return None
    if who.kind == "nobody" or (who.kind == "unnamed" and word not in CUES):
        return None
    return _cue(text, who, tokens[0].start(), end, 0.97 if word in CUES else 0.85)


def _plain_noun(text: str, start: int, end: int) -> bool:
    match = TOKEN.match(text, start, end)
    return bool(match) and match.group() not in PREPOSITIONS and text[start].islower()  # type: ignore[union-attr]


def _verb_after(
    text: str, start: int, tokens: list[re.Match[str]], end: int, *, speech: bool
) -> Cue | None:
    if not NP_START.match(text, tokens[0].start()) and not speech:
        return None
    if tokens[0].group() in PREPOSITIONS | SAYING_NOW | JOINING:
        return None
    for number, token in enumerate(tokens[1:], 1):
        word = token.group()
        before = tokens[number - 1].group().lower()
        if word in {"that", "which", "but", "while", "because"} and number < len(tokens) - 1:
            return None
        if word not in CUES and not (word in PLAINLY and number <= 3):  # noqa: PLR2004
            continue
        if before in {
            "to",
            "a",
            "an",
            "the",
            "was",
            "were",
            "be",
            "been",
            "is",
            "are",
            "of",
            "for",
            "not",
        } | ARTICLES and word not in {"said", "told", "quoted"}:
            continue
        who = read(text, start, token.start())
        if who.kind == "nobody" or (who.kind == "unnamed" and number > FEW_WORDS):
            return None
        return _cue(text, who, start, end, 0.97 if speech else 0.85)
    return None


def _no_verb(text: str, start: int, end: int) -> Cue | None:
    """Read “…,” Konstantin Asmolov, a research fellow: a name and no verb at all."""
    if not re.match(rf"(?:[Tt]he\s|[Hh]e\s|[Ss]he\s|[{UPPER}])", text[start:end]):
        return None
    who = read(text, start, _stop(text, start, end))
    if who.kind == "person" or (who.kind == "pronoun" and who.word in {"he", "she"}):
        return _cue(text, who, start, end, 0.75)
    return None


def _stop(text: str, start: int, end: int) -> int:
    """Give where the noun phrase that begins here may at most end."""
    match = STOP.search(text, start, end)
    return match.start() if match else end


def before(text: str, start: int, end: int) -> Cue | None:
    """Read what leads up to an opening mark, from the beginning of its sentence."""
    tokens = list(TOKEN.finditer(text, start, end))
    tail = text[start:end].rstrip()
    beside = tail.endswith((":", ","))
    if tail.endswith(":") and (clause := _last_named(text, start, end)):
        return clause
    for number in range(len(tokens) - 1, -1, -1):
        word = tokens[number].group()
        near = len(tokens) - number <= 4  # noqa: PLR2004
        if word in SAYING_NOW:
            who = _now(text, start, tokens[number].start())
        elif word in CUES or (word in PLAINLY and (near or beside)):
            if is_noun(tokens, number):
                continue
            who = subject(text, start, tokens[number].start())
        else:
            continue
        if who.kind != "nobody" and (word not in WEAK or who.kind in NAMELY):
            weight = 0.93 if near or beside else 0.8
            return _cue(text, who, start, end, weight)
    return _lead(text, start, end, tail)


def is_noun(tokens: list[re.Match[str]], number: int) -> bool:
    """Tell “the report” and “to report” from a verb with a subject."""
    if not number:
        return True
    previous = tokens[number - 1].group().lower()
    return previous in BEFORE_NOUNS and tokens[number].group() not in {
        "said",
        "told",
        "quoted",
        "asked",
    }


def _now(text: str, start: int, at: int) -> Subject:
    """Give the subject of “…, calling it”: of the sentence, or the paper just before."""
    near = read(text, max(start, at - 40), at)
    if near.kind == "treaty":
        return near
    by = re.search(r"\bquoted\s+(.{2,60}?)\s+as\s*$", text[start:at])
    if by:
        return read(text, start + by.start(1), start + by.end(1))
    return main(text, start, at)


def _lead(text: str, start: int, end: int, tail: str) -> Cue | None:
    """Read “Roe:” and “Roe's response:”, and “according to” anywhere before."""
    if by := ACCORDING.search(text, start, end):
        stop = text.find(",", by.end(), end)
        who = read(text, by.end(), _stop(text, by.end(), stop if stop > 0 else end))
        if who.kind != "nobody":
            return _cue(text, who, by.start(), end, 0.9)
    if own := WORDS_OF.search(text, start, end):
        return _cue(
            text,
            Subject("pronoun", "he" if "his" in own.group() else "she"),
            own.start(),
            end,
            0.85,
        )
    if tail.endswith(":"):
        who = read(text, start, start + len(tail) - 1)
        if who.kind in {"person", "pronoun", "institution", "noun"}:
            return _cue(text, who, start, end, 0.85)
        who = _last_clause(text, start, end)
        if who.kind != "nobody":
            return _cue(text, who, start, end, 0.7)
    return None


def _last_named(text: str, start: int, end: int) -> Cue | None:
    """Read “counsel objected, and Judge Coster had this to say:”."""
    for match in reversed(list(JOINED.finditer(text, start, end))):
        who = _first_phrase(text, match.end(), end)
        if who.kind == "person" and who.run and who.run.titles and who.run.start - match.end() < 4:
            return _cue(text, who, match.end(), end, 0.85)
    return None


def _last_clause(text: str, start: int, end: int) -> Subject:
    """Give the subject of the last clause of a sentence, else of the whole."""
    for match in reversed(list(JOINED.finditer(text, start, end))):
        who = _first_phrase(text, match.end(), end)
        if who.kind in {"person", "pronoun"}:
            return who
    return main(text, start, end)


def final(text: str, start: int, end: int) -> Cue | None:
    """Read the clause that closes a sentence: “…, the observer added.”"""
    places = [match.end() for match in COMMA.finditer(text, start, end)]
    for at in reversed(places[-4:]):
        if (by := ACCORDING.match(text, at, end)) and (
            who := read(text, by.end(), end)
        ).kind != "nobody":
            return _cue(text, who, at, end, 0.93)
        tokens = [
            match for _, match in zip(range(14), TOKEN.finditer(text, at, end), strict=False)
        ]
        if not tokens or not (NP_START.match(text, at) or tokens[0].group() in CUES):
            continue
        found = _verb_first(text, tokens, end, speech=False)
        if found and found.subject.kind not in NAMELY:
            continue
        found = found or _verb_after(text, at, tokens, end, speech=False)
        if found and (found.subject.kind in NAMELY or len(tokens) <= 5):  # noqa: PLR2004
            return found
    return None


def subject(text: str, start: int, verb: int) -> Subject:
    """Give the subject of the verb that begins at *verb*."""
    at = verb
    while (words := TOKEN.search(text[max(start, at - 24) : at][::-1])) and text[
        start:at
    ].rstrip():
        word = words.group()[::-1].lower()
        stripped = text[start:at].rstrip()
        if word not in BETWEEN or not stripped.lower().endswith(word):
            break
        at = start + len(stripped) - len(word)
    stem = text[start:at].rstrip()
    if last := LAST_PRONOUN.search(stem):
        return Subject("pronoun", last.group().lower(), at=start + last.start())
    if stem.endswith(","):
        return _before_apposition(text, start, start + len(text[start:at].rstrip()) - 1)
    if relative := RELATIVE.search(text[start:at]):
        stop = start + len(text[start : start + relative.start()].rstrip(" ,"))
        near = [run for run in runs(text, start, stop) if run.end == stop and run.name]
        if near:
            return read(text, near[-1].start, stop)
        if not text[start : start + relative.start()].rstrip().endswith(","):
            return Subject("unnamed", "one")
        return _before_apposition(
            text, start, start + len(text[start : start + relative.start()].rstrip(" ,"))
        )
    clause = start
    for match in CLAUSE.finditer(text, start, at):
        clause = match.end()
    comma = text.rfind(",", clause, at) + 1
    begin = max(clause, comma)
    who = read(text, begin, at)
    if who.kind == "nobody" and begin > start:
        return main(text, start, at)
    return who


def _before_apposition(text: str, start: int, end: int) -> Subject:
    """Give the subject before “, a professor at Y,”."""
    chunks = []
    at = end
    for _ in range(4):
        cut = max(text.rfind(",", start, at), start - 1)
        chunks.append((cut + 1, at))
        if cut < start:
            break
        at = cut
    described = NOBODY
    for begin, stop in chunks:
        clause = begin
        for match in CLAUSE.finditer(text, begin, stop):
            clause = match.end()
        who = read(text, clause, stop)
        if (
            who.kind == "person"
            and who.run
            and not text[clause : who.run.start]
            .strip()
            .lower()
            .startswith(tuple(f"{word} " for word in PREPOSITIONS))
        ):
            words = text[clause : who.run.start].lower().split()
            if not words or all(w in ARTICLES or w in PERSON_NOUNS for w in words[-1:]):
                return who
        if who.kind != "nobody" and described.kind != "institution":
            described = who
    return described


def main(text: str, start: int, end: int) -> Subject:
    """Give the subject of a sentence: its first noun phrase that no preposition opens."""
    at = start
    while at < end:
        at = LEADING.match(text, at, end).end()  # type: ignore[union-attr]
        comma = text.find(",", at, end)
        stop = comma if comma > 0 else end
        first = TOKEN.search(text, at, stop)
        if first and first.group().lower() in LINKS:
            at = first.end()
        elif first is None or _opens(text, first, comma > 0):
            at = stop + 1
        else:
            return _main_phrase(text, at, stop, end)
    return NOBODY


def _opens(text: str, first: re.Match[str], comma: bool) -> bool:  # noqa: FBT001
    """Tell whether a clause that begins so only leads up to the main one."""
    word = first.group().lower()
    if word in PREPOSITIONS | OPENS:
        return True
    if not (word.endswith(("ing", "ly")) or (word.endswith("ed") and comma)):
        return False
    named = runs(text, first.start(), first.start() + 60)
    return not (
        named and named[0].start == first.start() and named[0].kind in {"person", "likely"}
    )


def _main_phrase(text: str, at: int, stop: int, end: int) -> Subject:
    who = _first_phrase(text, at, stop)
    if who.kind in {"unnamed", "noun", "nobody"} and stop < end:
        if named := _apposed(text, stop, end):
            return named
        after = LEADING.match(text, stop, end).end()  # type: ignore[union-attr]
        if pronoun := PRONOUN.match(text, after, end):
            return Subject("pronoun", pronoun.group().lower(), at=after)
    return who


def last_clause(text: str, start: int, end: int) -> Subject:
    """Give the person who is the subject of the last clause of a sentence that has one."""
    for match in reversed(list(CLAUSE.finditer(text, start, end))):
        who = _first_phrase(text, match.end(), end)
        if who.kind == "person" and who.run and who.run.end < end - 1:
            return who
    return NOBODY


def _apposed(text: str, comma: int, end: int) -> Subject | None:
    """Read the name of “his lawyer, Jane Roe, was blunt”."""
    at = LEADING.match(text, comma, end).end()  # type: ignore[union-attr]
    run = next((run for run in runs(text, at, end) if run.name), None)
    words = TOKEN.findall(text[at : run.start].lower()) if run else []
    if (
        run
        and (not words or (words[-1] in PERSON_NOUNS | ARTICLES or words[-1].endswith("ist")) and "," not in text[at : run.start])
        and run.kind in {"person", "likely"}
        and text[run.end : run.end + 2].strip() in {",", "-", "–", "—"}
    ):
        return Subject("person", " ".join(run.name), run)
    return None


def _first_phrase(text: str, start: int, end: int) -> Subject:
    """Read the noun phrase a clause begins with, up to its verb."""
    tokens = list(TOKEN.finditer(text, start, end))
    for previous, token in pairwise(tokens):
        word = token.group()
        noun = previous.group().lower()
        if (
            word.islower()
            and word not in PREPOSITIONS
            and noun in HEADS
            and (word.endswith("s") or noun in TREATY_PAPERS)
        ):
            return read(text, start, token.start())
        if word in PLAINLY or word in BETWEEN or (word.endswith("ed") and word.islower()):
            return read(text, start, token.start())
    who = read(text, start, end)
    if who.kind in {"person", "pronoun"}:
        return who
    named = next((run for run in runs(text, start, end) if run.name), None)
    if named and named.kind in {"person", "likely", "word"} and not named.possessive:
        words = TOKEN.findall(text[start : named.start].lower())
        if not words or (words[-1] in PERSON_NOUNS and words[0] not in PREPOSITIONS):
            return Subject("person", " ".join(named.name), named)
    return NOBODY


def _cue(text: str, who: Subject, start: int, end: int, weight: float) -> Cue:
    told = TOLD.search(text, start, end)
    return Cue(who, start, end, weight, CHANNEL.sub("", told.group(1)) if told else None)
