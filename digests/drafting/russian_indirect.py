"""What a Russian text reports in other words than the speaker's: “Лобов отметил, что …”."""

import re

from digests.drafting import russian_cues as cues
from digests.drafting.russian_cues import Cue
from digests.drafting.russian_phrases import NOBODY, Phrases, subject_after, subject_before
from digests.drafting.russian_roles import ROLES
from digests.drafting.russian_tokens import tokens
from digests.drafting.russian_words import PASSIVE, VERBS, plain

LEADS_IN = re.compile(r"(?:[А-ЯЁа-яё]+\s+){0,3}")
THAT = re.compile(r"(?P<between>[^.;:«»„“”\"]{0,90}?),\s*(?:что|будто|якобы)\s+")
COLON = re.compile(r"[^.;:«»„“”\"]{0,60}:\s+(?=[^\s«„“\"])")
AS = re.compile(r"(?:[^,.;:]{0,30}\s)?[Кк]ак\s+(?:[а-яё]+\s+){0,2}?(?P<verb>[а-яё]+)\s")
CLOSING = re.compile(r",\s+(?:[—–-]\s+)?")
QUOTE_BEHIND = re.compile(r":\s*[«„“\"]")
MARKS = frozenset('«„“"—–-')
FEWEST = 4  # words of a statement
LAST = 4  # commas looked at from the end


def find(phrases: Phrases, text: str, start: int, end: int) -> tuple[Cue, int, int] | None:
    """Give who is reported in a sentence, and where in it the statement stands."""
    by = cues.according(phrases, text, start, min(end, start + 60 + 200))
    if by and by.start - start < 40 and text[by.end : by.end + 1] == ",":  # noqa: PLR2004
        return _worth(text, by, by.end + 1, end)
    if match := AS.match(text, start, end):
        comma = text.find(",", match.end(), end)
        word = plain(match["verb"])
        if comma > 0 and (word in VERBS or word in PASSIVE):
            who = cues.referred(phrases, text, match.end("verb"), comma) or subject_after(
                phrases, text, match.end("verb"), comma, VERBS.get(word, "p")
            )
            closed = _closed(text, comma, end)
            if who is not NOBODY:
                return _worth(text, Cue(who, start, comma, 0.88), closed + 1, end)
    return _reported(phrases, text, start, end) or _closing(phrases, text, start, end)


def _closed(text: str, comma: int, end: int) -> int:
    """Give the comma that closes “как отметил X, профессор Y, …”."""
    further = text.find(",", comma + 1, end)
    between = text[comma + 1 : further].split()
    short = further > 0 and len(between) <= 7 and between[:1] and between[0][0].islower()  # noqa: PLR2004
    described = short and plain(between[0]) in ROLES
    return further if described else comma


def _reported(phrases: Phrases, text: str, start: int, end: int) -> tuple[Cue, int, int] | None:
    for token in tokens(text, start, min(end, start + 320)):
        if token.plain not in VERBS:
            continue
        that = THAT.match(text, token.end, end) or COLON.match(text, token.end, end)
        if that is None:
            continue
        stop = token.end + len(that["between"]) if that.re is THAT else that.end()
        cue = cues.leading(phrases, text, start, token, stop, 0.85)
        if cue is None:
            return None
        return _worth(text, Cue(cue.who, start, token.end, 0.85), that.end(), end)
    return None


def _closing(phrases: Phrases, text: str, start: int, end: int) -> tuple[Cue, int, int] | None:
    """Read the clause that closes a sentence: “…”, считает эксперт."""
    for match in list(CLOSING.finditer(text, start, end))[-LAST:]:
        at = match.end()
        words = tokens(text, at, end)[:4]
        verb = next((t for t in words if t.plain in VERBS), None)
        if by := cues.according(phrases, text, at, end, at_once=True):
            return _worth(text, by, start, match.start())
        if verb is None or re.match(r"\s*,?\s*(?:что|чтобы)\b", text[verb.end : end]):
            continue
        gender = VERBS[verb.plain]
        if verb is words[0]:
            who = subject_after(phrases, text, verb.end, end, gender)
        else:
            who = subject_before(phrases, text, at, verb.start, gender)
            if who is NOBODY or tokens(text, verb.end, end):
                continue
        if who is not NOBODY:
            return _worth(text, Cue(who, at, end, 0.9), start, match.start())
    return None


def _worth(text: str, cue: Cue, start: int, end: int) -> tuple[Cue, int, int] | None:
    """Trim a statement, and leave out one of a few words or one that is a quote itself."""
    if quote := QUOTE_BEHIND.search(text, start, end):
        end = quote.start()
    while start < end and (text[start].isspace() or text[start] == ","):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,—–-:"):
        end -= 1
    if start < end and text[start] in MARKS:
        return None
    return (
        (cue, start, end)
        if len(tokens(text, start, end)) + text.count("00", start, end) >= FEWEST
        else None
    )
