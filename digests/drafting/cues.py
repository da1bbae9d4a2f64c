"""The words that say who speaks: beside a quote, or in the sentence it stands in."""

import re
from dataclasses import dataclass
from itertools import islice

from digests.drafting.english import (
    ARTICLES,
    BETWEEN,
    PLAINLY,
    PREPOSITIONS,
    PRONOUNS,
    SAYING_NOW,
    WEAK,
)
from digests.drafting.grammar import (
    JOINED,
    TOKEN,
    after_space,
    last_joined,
    main,
    opening,
    subject,
)
from digests.drafting.names import UPPER
from digests.drafting.subjects import Subject, read

ACCORDING = re.compile(
    r"\b[Aa]ccording to\s+|\b[Ii]n the (?:words|view|opinion) of\s+|"
    r"\b[Ii]n a (?:statement|letter|post) (?:by|from)\s+"
)
WORDS_OF = re.compile(r"\b[Ii]n (his|her) (?:words|view|opinion)\b|\b[Ff]or (his|her) part\b")
TOLD = re.compile(
    r"\b(?:told|tells|telling|speaking (?:to|on|with)|"
    r"(?:in|during) (?:an|the) (?:\w+ )?(?:interview|conversation) (?:with|on|for))"
    r"\s+(?:(?:the|a|an|local|state|national|public|regional|Russian|British|American)\s+){0,3}"
    r"(?:(?:newspaper|daily|weekly|paper|broadcaster|station|channel|agency|magazine|website|"
    r"outlet|network|programme|program|podcast|radio)\s+)?"
    rf"([{UPPER}][\w.&’'-]*(?:\s+(?:[{UPPER}0-9][\w.&’'-]*|of|and|&))*)"
)
CHANNEL = re.compile(r"\s+(?:TV|of|and|&|television|News agency)$")
QUOTED_AS = re.compile(r"\bquoted\s+(.{2,60}?)\s+as\s*$")
FIRST_WORDS = "|".join(sorted(ARTICLES | set(PRONOUNS), key=len, reverse=True))
PHRASE = re.compile(rf"(?:[{UPPER}“\"@]|(?:{FIRST_WORDS})\b)")
BARE_PHRASE = re.compile(rf"(?:[Tt]he\s|[Hh]e\s|[Ss]he\s|[{UPPER}])")
STOP = re.compile(r"[;:“”\"«»]|\b00+")
COMMA = re.compile(r",\s+")
# After “said Osgood” comes no verb, unless Osgood is what was spoken about.
AUXILIARY = re.compile(
    r"\s+(?:is|was|are|were|has|had|have|would|will|could|should|can|may|might|must|did|does|"
    r"never)\b"
)
CUES = PLAINLY - WEAK
JOINING = frozenset(
    "and but or nor as when which while because since although though who that so then where "
    "if".split()
)
PARTICLES = {
    **dict.fromkeys(("shot", "fired", "hit", "went"), frozenset(("back", "on"))),
    **dict.fromkeys(("summed", "piped"), frozenset(("up",))),
    **dict.fromkeys(("chimed", "weighed", "jumped"), frozenset(("in",))),
    "put": frozenset(("it",)),
}
NO_SUBJECT = PREPOSITIONS | SAYING_NOW | JOINING
BREAKS = frozenset("that which but while because".split())
BEFORE_NOUNS = ARTICLES | frozenset("to was were be been is are of for not".split())
DETERMINERS = frozenset(
    "a an the this that his her their its our my to be been was were is are of being".split()
)
ALWAYS_VERBS = frozenset("said told quoted asked".split())
NAMELY = frozenset(("paper", "person", "pronoun", "institution", "treaty", "noun"))
FEW_WORDS = 9
LONGEST_LEAD, LONGEST_CLOSING = 800, 300  # characters
MOST_WORDS = 40
NEAR = 4  # words between a verb and the quote it brings in
WEAKLY_AFTER = 3  # words before a weak verb
BESIDE, BEFORE, BEHIND = 0.93, 0.8, 0.97


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
    start = after_space(text, start, end)
    if by := ACCORDING.match(text, start, end):
        who = read(text, by.end(), _stop(text, by.end(), end))
        if who.kind != "nobody":
            return _cue(text, who, start, end, 0.95)
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
        or (_no_verb(text, start, end) if speech else None)
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
    who = read(text, begin, _stop(text, begin, end))
    stop = who.run.end if who.run else begin + len(who.word)
    if AUXILIARY.match(text, stop):
        return None
    if who.kind == "nobody" or (who.kind == "unnamed" and word not in CUES):
        return None
    return _cue(text, who, tokens[0].start(), end, BEHIND if word in CUES else 0.85)


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
        return _cue(text, who, start, end, BEHIND if speech else 0.85)
    return None


def _no_verb(text: str, start: int, end: int) -> Cue | None:
    """Read “…,” Konstantin Asmolov, a research fellow: a name and no verb at all."""
    if not BARE_PHRASE.match(text, start, end):
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
    start = max(start, end - LONGEST_LEAD)
    tail = text[start:end].rstrip()
    if tail.endswith(":") and (clause := _last_named(text, start, end)):
        return clause
    tokens = list(TOKEN.finditer(text, start, end))
    for number in range(len(tokens) - 1, -1, -1):
        near = len(tokens) - number <= NEAR or tail.endswith((":", ","))
        if cue := _governing(text, start, end, tokens, number, near=near):
            return cue
    return _according(text, start, end) or (_introduced(text, start, end, tail))


def _governing(
    text: str, start: int, end: int, tokens: list[re.Match[str]], number: int, *, near: bool
) -> Cue | None:
    """Read a verb of saying with its subject, before the quote it brings in."""
    token = tokens[number]
    word = token.group()
    if word in SAYING_NOW:
        who = _saying(text, start, token.start())
    elif (word in CUES or (word in PLAINLY and near)) and not is_noun(tokens, number):
        who = subject(text, start, token.start())
    else:
        return None
    if who.kind == "nobody" or (word in WEAK and who.kind not in NAMELY):
        return None
    return _cue(text, who, start, end, BESIDE if near else BEFORE)


def is_noun(tokens: list[re.Match[str]], number: int) -> bool:
    """Tell “the report” and “to report” from a verb with a subject."""
    if number == 0:
        return True
    previous = tokens[number - 1].group().lower()
    return previous in DETERMINERS and tokens[number].group() not in ALWAYS_VERBS


def _saying(text: str, start: int, at: int) -> Subject:
    """Give the subject of “…, calling it”: of the sentence, or the paper just before."""
    near = read(text, max(start, at - 40), at)
    if near.kind == "treaty":
        return near
    if by := QUOTED_AS.search(text[start:at]):
        return read(text, start + by.start(1), start + by.end(1))
    return main(text, start, at)


def _last_named(text: str, start: int, end: int) -> Cue | None:
    """Read “counsel objected, and Judge Coster had this to say:”."""
    for match in reversed(list(JOINED.finditer(text, start, end))):
        who = opening(text, match.end(), end)
        if who.run and who.run.titles and who.run.start - match.end() < NEAR:
            return _cue(text, who, match.end(), end, 0.85)
    return None


def _according(text: str, start: int, end: int) -> Cue | None:
    """Read “According to Roe, …”, and “in his words” too."""
    if by := ACCORDING.search(text, start, end):
        comma = text.find(",", by.end(), end)
        who = read(text, by.end(), _stop(text, by.end(), comma if comma > 0 else end))
        if who.kind != "nobody":
            return _cue(text, who, by.start(), end, 0.9)
    if own := WORDS_OF.search(text, start, end):
        who = Subject("pronoun", "he" if "his" in own.group() else "she", at=own.start())
        return _cue(text, who, own.start(), end, 0.85)
    return None


def _introduced(text: str, start: int, end: int, tail: str) -> Cue | None:
    """Read a name before a colon: “Roe's response:”."""
    if not tail.endswith(":"):
        return None
    who = read(text, start, start + len(tail) - 1)
    if who.kind in {"person", "pronoun", "institution", "noun"}:
        return _cue(text, who, start, end, 0.85)
    who = last_joined(text, start, end)
    return _cue(text, who, start, end, 0.7) if who.kind != "nobody" else None


def final(text: str, start: int, end: int) -> Cue | None:
    """Read the clause that closes a sentence, such as “…, the observer added”."""
    near = max(start, end - LONGEST_CLOSING)
    places = [match.end() for match in COMMA.finditer(text, near, end)]
    for at in reversed(places[-4:]):
        if by := ACCORDING.match(text, at, end):
            who = read(text, by.end(), end)
            if who.kind != "nobody":
                return _cue(text, who, at, end, BESIDE)
        if cue := _closing(text, at, end):
            return cue
    return None


def _closing(text: str, at: int, end: int) -> Cue | None:
    tokens = list(islice(TOKEN.finditer(text, at, end), FEW_WORDS + NEAR + 1))
    if not tokens or not (PHRASE.match(text, at) or tokens[0].group() in CUES):
        return None
    inverted = _verb_first(text, tokens, end, speech=False)
    if inverted:
        return inverted if inverted.subject.kind in NAMELY else None
    plain = _verb_after(text, at, tokens, end, speech=False)
    if plain and (plain.subject.kind in NAMELY or len(tokens) <= NEAR + 1):
        return plain
    return None


def _cue(text: str, who: Subject, start: int, end: int, weight: float) -> Cue:
    told = TOLD.search(text, start, end)
    return Cue(
        who, start, end, weight, CHANNEL.sub("", told.group(1).rstrip(".")) if told else None
    )
