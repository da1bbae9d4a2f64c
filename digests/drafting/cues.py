"""The words that say who speaks: beside a quote, or in the sentence it stands in."""

import re
from dataclasses import dataclass

from digests.drafting.english import (
    PAPERS,
    PLAINLY,
    SAYING_NOW,
    WEAK,
)
from digests.drafting.grammar import (
    JOINED,
    TOKEN,
    last_joined,
    main,
    opening,
    subject,
)
from digests.drafting.names import UPPER
from digests.drafting.subjects import Subject, read

ACCORDING = re.compile(
    # It begins with a letter and then looks back, so that the engine leaps to it; so do others.
    r"[AaIi](?<!\w.)(?:(?<=[Aa])ccording to|(?<=[Ii])n (?:the (?:words|view|opinion) of|"
    r"a (?:statement|letter|post) (?:by|from)))\s+"
)
WORDS_OF = re.compile(
    r"[IiFf](?<!\w.)(?:(?<=[Ii])n (his|her) (?:words|view|opinion)|(?<=[Ff])or (his|her) part)\b"
)
TOLD = re.compile(
    r"\b(?:told|tells|telling|speaking (?:to|on|with)|"
    r"(?:in|during) (?:an|the) (?:\w+ )?(?:interview|conversation) (?:with|on|for))"
    r"\s+(?:(?:the|a|an|local|state|national|public|regional|Russian|British|American)\s+){0,3}"
    r"(?:(?:newspaper|daily|weekly|paper|broadcaster|station|channel|agency|magazine|website|"
    r"outlet|network|programme|program|podcast|radio)\s+)?"
    rf"([{UPPER}][\w.&’'-]*(?:\s+(?:[{UPPER}0-9][\w.&’'-]*|of|and|&))*)"
)
# One of these stands in all of them: looked for first, since that is quick.
TELLING = ("told", "tell", "speaking ", "interview ", "conversation ")
CHANNEL = re.compile(r"\s+(?:TV|of|and|&|television|News agency)$")
QUOTED_AS = re.compile(r"\bquoted\s+(.{2,60}?)\s+as\s*$")
WRITTEN_BY = re.compile(
    r"\b(?:letter|message|telegram|statement|note|e?-?mail|memo|post|tweet|report|column|speech)s?"
    r" (?:from|by) (.{3,80})$"
)
# “…, with some urging caution and the Kremlin dismissing it as”
PARTICIPANT = re.compile(
    r"[wa](?<!\w.)(?:(?<=w)ith|(?<=a)nd) "
    r"(?=(?:the )?[A-Z][a-z][^,;]*$|(?:one|an?|some) [^,;]*$)"
)
LONGEST_AUTHOR = 110  # characters
STOP = re.compile(r"[;:“”\"«»0](?:(?<!0)|(?<!\w0)0)")
# After “said Osgood” comes no verb, unless Osgood is what was spoken about.
AUXILIARIES = frozenset("is are was were be been being".split())
PASSIVELY = re.compile(r"\s+by\s+(?=[A-Z])")
CUES = PLAINLY - WEAK
# “as Roe likes to say”
TO_SAY = frozenset("say call joke quip put saying calling".split())
HABIT = re.compile(
    r"\b(?:likes?|liked|used|loves?|loved|tends?|tended|went on|goes on|continues?|continued|"
    r"has taken|had taken|took|came|is fond|was fond) (?:to |of )?$"
)
GOVERNING = TO_SAY | PLAINLY | SAYING_NOW  # only these bring a quote in with a subject
PARTICLES = {
    **dict.fromkeys(("shot", "fired", "hit", "went"), frozenset(("back", "on"))),
    **dict.fromkeys(("summed", "piped"), frozenset(("up",))),
    **dict.fromkeys(("chimed", "weighed", "jumped"), frozenset(("in",))),
    "put": frozenset(("it",)),
}
DETERMINERS = frozenset(
    "a an the this that his her their its our my to be been was were is are of being".split()
)
ALWAYS_VERBS = frozenset("said told quoted asked convinced".split())
NAMELY = frozenset(("paper", "person", "pronoun", "institution", "treaty", "noun"))
# What “it” does that says nothing: “so low that it would hit …”.
HAPPENS = frozenset(
    "hit hits came comes went goes ran put puts fired fires ended ends started starts began "
    "begins opened opens finished finishes meant means made makes gave gives".split()
)
NEAR = 4  # words between a verb and the quote it brings in

LONGEST_LEAD = 800  # characters
BESIDE, BEFORE = 0.93, 0.8


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that name a speaker, as offsets into the paragraph; ``weight`` is from 0 to 1."""

    subject: Subject
    start: int
    end: int
    weight: float
    told: str | None = None


def phrase_end(text: str, start: int, end: int) -> int:
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
    brings = tail.endswith((":", ","))
    for number in range(len(tokens) - 1, -1, -1):
        if tokens[number][0] not in GOVERNING:
            continue
        near = brings or len(tokens) - number <= NEAR
        if cue := _governing(text, start, end, tokens, number, near=near):
            return cue
    return _according(text, start, end) or (_introduced(text, start, end, tail))


def _governing(
    text: str, start: int, end: int, tokens: list[re.Match[str]], number: int, *, near: bool
) -> Cue | None:
    """Read a verb of saying with its subject, before the quote it brings in."""
    token = tokens[number]
    word = token.group()
    joined = number + 1 < len(tokens) and _brings_in(tokens, number)
    passive = number > 0 and tokens[number - 1].group() in AUXILIARIES and word in PLAINLY
    if word in TO_SAY and (habit := HABIT.search(text, start, token.start())):
        who = subject(text, start, habit.start())
        return made(text, who, start, end, BESIDE) if who.kind != "nobody" else None
    by = PASSIVELY.match(text, token.end(), end) if passive else None
    if by:
        who = read(text, by.end(), phrase_end(text, by.end(), end))
    elif word in SAYING_NOW:
        who = _saying(text, start, token.start())
    elif (word in CUES or (word in PLAINLY and (near or joined))) and not is_noun(tokens, number):
        who = subject(text, start, token.start())
    else:
        return None
    happens = who.word == "it" and word in HAPPENS
    if who.kind == "nobody" or (word in WEAK and (who.kind not in NAMELY or happens)):
        return None
    return made(text, who, start, end, BESIDE if near else BEFORE)


def _brings_in(tokens: list[re.Match[str]], number: int) -> bool:
    """Read “shot back that”, of verbs that say nothing by themselves."""
    word, following = (token.group() for token in tokens[number : number + 2])
    if following in PARTICLES.get(word, ()) and number + 2 < len(tokens):
        following = tokens[number + 2].group()
    return following == "that"


def is_noun(tokens: list[re.Match[str]], number: int) -> bool:
    """Tell “the report” and “to report” from a verb with a subject."""
    if number == 0:
        return True
    previous = tokens[number - 1].group().lower()
    if previous == "that" and number > 1:
        antecedent = tokens[number - 2].group()
        if antecedent in PAPERS or antecedent.removesuffix("s") in PAPERS:
            return False
    return previous in DETERMINERS and tokens[number].group() not in ALWAYS_VERBS


def _saying(text: str, start: int, at: int) -> Subject:
    """Give the subject of “…, calling it”: of the sentence, or the paper just before."""
    near = read(text, max(start, at - 40), at)
    if near.kind == "treaty":
        return near
    begin = max(start, at - LONGEST_AUTHOR)
    if by := QUOTED_AS.search(text[start:at]):
        return read(text, start + by.start(1), start + by.end(1))
    if by := WRITTEN_BY.search(text[begin:at]):
        author = read(text, begin + by.start(1), begin + by.end(1))
        if author.kind in {"person", "institution"}:
            return author
    if own := PARTICIPANT.search(text, begin, at):
        doer = read(text, own.end(), at)
        if doer.kind in {"person", "institution", "unnamed"}:
            return doer
    return main(text, start, at)


def _last_named(text: str, start: int, end: int) -> Cue | None:
    """Read “counsel objected, and Judge Coster had this to say:”."""
    for match in reversed(list(JOINED.finditer(text, start, end))):
        who = opening(text, match.end(), end)
        if who.run and who.run.titles and who.run.start - match.end() < NEAR:
            return made(text, who, match.end(), end, 0.85)
    return None


def _according(text: str, start: int, end: int) -> Cue | None:
    """Read “According to Roe, …”, and “in his words” too."""
    if by := ACCORDING.search(text, start, end):
        comma = text.find(",", by.end(), end)
        who = read(text, by.end(), phrase_end(text, by.end(), comma if comma > 0 else end))
        if who.kind != "nobody":
            return made(text, who, by.start(), end, 0.9)
    if own := WORDS_OF.search(text, start, end):
        who = Subject("pronoun", "he" if "his" in own.group() else "she", at=own.start())
        return made(text, who, own.start(), end, 0.85)
    return None


def _introduced(text: str, start: int, end: int, tail: str) -> Cue | None:
    """Read a name before a colon: “Roe's response:”."""
    if not tail.endswith(":"):
        return None
    who = read(text, start, start + len(tail) - 1)
    if who.kind in {"person", "pronoun", "institution", "noun"}:
        return made(text, who, start, end, 0.85)
    who = last_joined(text, start, end)
    return made(text, who, start, end, 0.7) if who.kind != "nobody" else None


def made(text: str, who: Subject, start: int, end: int, weight: float) -> Cue:
    """Make a cue of a subject, with the outlet that was told, if any."""
    words = text[start:end]
    told = TOLD.search(text, start, end) if any(map(words.__contains__, TELLING)) else None
    return Cue(
        who, start, end, weight, CHANNEL.sub("", told.group(1).rstrip(".")) if told else None
    )
