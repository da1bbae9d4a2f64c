"""The words behind a quote, or at the end of a sentence, that say who speaks."""

import re
from itertools import islice

from digests.drafting.cues import (
    ACCORDING,
    ALWAYS_VERBS,
    BESIDE,
    CUES,
    NAMELY,
    NEAR,
    PARTICLES,
    Cue,
    made,
    phrase_end,
)
from digests.drafting.english import ARTICLES, BETWEEN, PLAINLY, PREPOSITIONS, PRONOUNS, SAYING_NOW
from digests.drafting.grammar import TOKEN, after_space
from digests.drafting.names import UPPER
from digests.drafting.subjects import read

FIRST_WORDS = "|".join(sorted(ARTICLES | set(PRONOUNS), key=len, reverse=True))
PHRASE = re.compile(rf"(?:[{UPPER}“\"@]|(?:{FIRST_WORDS})\b)")
BARE_PHRASE = re.compile(rf"(?:[Tt]he\s|[Hh]e\s|[Ss]he\s|[{UPPER}])")
COMMA = re.compile(r",\s+")
AUXILIARY = re.compile(
    r"\s+(?:is|was|are|were|has|had|have|would|will|could|should|can|may|might|must|did|does|"
    r"never)\b"
)
JOINING = frozenset(
    "and but or nor as when which while because since although though who that so then where "
    "if".split()
)
NO_SUBJECT = PREPOSITIONS | SAYING_NOW | JOINING
BREAKS = frozenset("that which but while because".split())
BEFORE_NOUNS = ARTICLES | frozenset("to was were be been is are of for not".split())
FEW_WORDS = 9
LONGEST_CLOSING = 300  # characters
MOST_WORDS = 40
WEAKLY_AFTER = 3  # words before a weak verb
BEHIND = 0.97


def after(text: str, start: int, end: int, *, speech: bool) -> Cue | None:
    """Read what follows a closing mark; *speech* tells that the quote ends as utterances do."""
    start = after_space(text, start, end)
    if by := ACCORDING.match(text, start, end):
        who = read(text, by.end(), phrase_end(text, by.end(), end))
        if who.kind != "nobody":
            return made(text, who, start, end, 0.95)
    tokens = list(islice(TOKEN.finditer(text, start, end), MOST_WORDS))
    if tokens and tokens[0].group() in JOINING:
        return None
    while tokens and tokens[0].group().lower() in BETWEEN:
        tokens.pop(0)
    if not tokens:
        return None
    return (
        _verb_first(text, tokens, end, speech=speech)
        or _verb_after(text, start, tokens, end, speech=speech)
        or (
            (_no_verb(text, start, end) or _any_verb(text, start, tokens, end)) if speech else None
        )
    )


def _verb_first(text: str, tokens: list[re.Match[str]], end: int, *, speech: bool) -> Cue | None:
    """Read “said Roman Lobov of the Institute”, “shot back Roe”."""
    word = tokens[0].group()
    known = word in CUES or (speech and (word in PLAINLY or word.endswith(("ed", "es"))))
    if not known or len(tokens) == 1:
        return None
    begin = _past_particle(text, tokens, end)
    first = TOKEN.match(text, begin, end)
    plain = first and first.group() not in PREPOSITIONS and text[begin].islower()
    if not (PHRASE.match(text, begin) or plain):
        return None
    who = read(text, begin, phrase_end(text, begin, end))
    stop = who.run.end if who.run else begin + len(who.word)
    if AUXILIARY.match(text, stop):
        return None
    if who.kind == "nobody" or (who.kind == "unnamed" and word not in CUES):
        return None
    return made(text, who, tokens[0].start(), end, BEHIND if word in CUES else 0.85)


def _past_particle(text: str, tokens: list[re.Match[str]], end: int) -> int:
    """Give where the subject begins behind “said”, “summed up”, “said also”."""
    here = 1 if tokens[1].group() in PARTICLES.get(tokens[0].group(), ()) else 0
    begin = tokens[here].end()
    while (match := TOKEN.search(text, begin, end)) and match.group().lower() in BETWEEN:
        begin = match.end()
    return after_space(text, begin, end)


def _verb_after(
    text: str, start: int, tokens: list[re.Match[str]], end: int, *, speech: bool
) -> Cue | None:
    """Read “Lukin said”, “the minister's director, Jane Roe, said”."""
    if not PHRASE.match(text, tokens[0].start()) and not speech:
        return None
    if tokens[0].group() in NO_SUBJECT:
        return None
    for number, token in enumerate(tokens[1:], 1):
        word = token.group()
        if word in BREAKS and number < len(tokens) - 1:
            return None
        if word not in CUES and not (word in PLAINLY and number <= WEAKLY_AFTER):
            continue
        if tokens[number - 1].group().lower() in BEFORE_NOUNS and word not in ALWAYS_VERBS:
            continue
        who = read(text, start, token.start())
        if who.kind == "nobody" or (who.kind == "unnamed" and number > FEW_WORDS):
            return None
        return made(text, who, start, end, BEHIND if speech else 0.85)
    return None


def _any_verb(text: str, start: int, tokens: list[re.Match[str]], end: int) -> Cue | None:
    """Read “Roe harrumphed.”, whatever the verb."""
    for number, token in enumerate(tokens[1:WEAKLY_AFTER], 1):
        if token.group().islower() and token.group().endswith(("ed", "es")):
            who = read(text, start, tokens[number - 1].end())
            named = who.kind == "person" or who.word in {"he", "she"}
            return made(text, who, start, end, 0.8) if named else None
    return None


def _no_verb(text: str, start: int, end: int) -> Cue | None:
    """Read “…,” Konstantin Asmolov, a research fellow: a name and no verb at all."""
    if not BARE_PHRASE.match(text, start, end):
        return None
    who = read(text, start, phrase_end(text, start, end))
    if who.kind == "person" or (who.kind == "pronoun" and who.word in {"he", "she"}):
        return made(text, who, start, end, 0.75)
    return None


def final(text: str, start: int, end: int) -> Cue | None:
    """Read the clause that closes a sentence, such as “…, the observer added”."""
    near = max(start, end - LONGEST_CLOSING)
    places = [match.end() for match in COMMA.finditer(text, near, end)]
    for at in reversed(places[-4:]):
        if by := ACCORDING.match(text, at, end):
            who = read(text, by.end(), end)
            if who.kind != "nobody":
                return made(text, who, at, end, BESIDE)
        if cue := _closing(text, at, end):
            return cue
    return None


def _closing(text: str, at: int, end: int) -> Cue | None:
    if not PHRASE.match(text, at):
        first = TOKEN.search(text, at, end)
        if first is None or first.group() not in CUES:
            return None
    tokens = list(islice(TOKEN.finditer(text, at, end), FEW_WORDS + NEAR + 1))
    if not tokens:
        return None
    inverted = _verb_first(text, tokens, end, speech=False)
    if inverted:
        return inverted if inverted.subject.kind in NAMELY else None
    plain = _verb_after(text, at, tokens, end, speech=False)
    if plain and (plain.subject.kind in NAMELY or len(tokens) <= NEAR + 1):
        return plain
    return None
