"""What is reported in other words than the speaker's own: “Lobov noted that …”."""

import re
from itertools import islice

from digests.drafting import closings, cues, grammar
from digests.drafting.cues import ACCORDING, Cue
from digests.drafting.english import PREPOSITIONS
from digests.drafting.grammar import TOKEN
from digests.drafting.subjects import read

REPORTING = frozenset(
    "said says told tells explained explains noted notes added adds stressed stresses believes "
    "believed believe thinks thought think argued argues argue warned warns warn claimed claims "
    "claim insisted insists suggested suggests suggest acknowledged acknowledges predicted "
    "predicts "
    "emphasized emphasizes emphasised announced announces declared declares stated states "
    "recalled "
    "recalls confirmed confirms denied denies pointed points opined opines concluded concludes "
    "maintained maintains contended contends contend estimated estimates estimate hopes hoped "
    "admitted admits alleged alleges asserted asserts cautioned cautions complained complains "
    "reiterated reiterates remarked remarks replied responded reported reports observed observes "
    "conceded concedes disclosed revealed reveals mentioned clarified vowed pledged promised say "
    "wrote writes feels felt agreed agrees expects expected doubts testified countered ruled "
    "underlined underscored agree predict insist recommends recommended proposed proposes "
    "told learned holds reckons reckoned fears feared speculated convinced rule".split()
)
OBJECT = re.compile(
    r"\s+(?:(?:out|back|on)\b\s*)?(?:(?:him|her|them|us|me|reporters|journalists|lawmakers|"
    r"[A-Z][\w.’-]*(?:\s[A-Z0-9][\w.’-]*)*|the\s[\w.’ -]{2,40}?)\s+)?"
)
THAT = re.compile(r"(?P<between>(?:[^.;:“”\"]{0,80}?\s)?)that\s+")
# What shows that “that” belongs to the statement: “said the boat that sank was …”.
VERB = re.compile(
    r"\b(?:is|are|was|were|be|has|had|have|would|will|could|can|may|must|did|does)\b"
)
AT_ONCE = re.compile(
    r"\s+(?:$|on|in|at|to|by|during|after|before|when|as|with|through|about|for|out|him|her|them|"
    r"us|me|reporters|journalists|lawmakers|earlier|last|this|again|also|today|yesterday|later|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
FOLLOWS = re.compile(r"\s*(?:\w+ing|and|but|or|who|which|while|as|though|in|on|at|after)\b")
PARENTHETIC = re.compile(r",\s(?=[^,]{3,60},)")
FIGURES = " \u00a00123456789.,%$€£"
LONGEST_HEAD = 260  # characters of a sentence in which its verb is looked for
DENYING = frozenset(("denied", "denies", "confirmed", "confirms", "doubts", "rule", "ruled"))
FEWEST = 3  # words of a statement


Report = tuple[Cue, int, int]


def find(text: str, start: int, end: int) -> Report | None:
    """Give who is reported in a sentence, and where in it the statement stands."""
    words = TOKEN.findall(text, start, end)
    if (
        REPORTING.isdisjoint(words)
        and "ccording" not in text[start : start + 30] + text[end - 80 : end]
    ):
        return None
    if by := ACCORDING.match(text, start, end):
        comma = text.find(",", by.end(), end)
        who = read(text, by.end(), comma) if comma > 0 else None
        if who and who.kind != "nobody":
            return _worth(text, Cue(who, start, comma, 0.9), comma + 1, end)
    if aside := _parenthetic(text, start, end):
        return aside
    closing = closings.final(text, start, end)
    if closing and ":" not in text[closing.start : end]:  # behind which a quote stands
        told = _worth(text, closing, start, text.rfind(",", start, closing.start))
        return _longer(told, _reported(text, start, end))
    return _reported(text, start, end)


def _longer(one: Report | None, other: Report | None) -> Report | None:
    """Prefer the longer statement: in “An aide, Jane Roe, said …” it is no “An aide”."""
    if one is None or other is None:
        return one or other
    same_verb = one[0].start < other[0].end
    return other if same_verb or other[2] - other[1] > one[2] - one[1] else one


def _parenthetic(text: str, start: int, end: int) -> Report | None:
    """Read “At that rate, Roe noted, it will take years”."""
    for match in PARENTHETIC.finditer(text, start, end):
        comma = text.find(",", match.end(), end)
        verb = text[match.end() : comma].rsplit(None, 1)[-1]
        if verb not in REPORTING or comma < 0 or FOLLOWS.match(text, comma + 1, end):
            continue
        who = read(text, match.end(), comma - len(verb))
        if who.kind in {"person", "pronoun", "noun", "institution", "unnamed"}:
            return _worth(text, Cue(who, match.end(), comma, 0.85), start, end)
    return None


def _reported(text: str, start: int, end: int) -> Report | None:
    tokens = list(TOKEN.finditer(text, start, min(end, start + LONGEST_HEAD)))
    for number, token in enumerate(tokens[1:], 1):
        if token.group() not in REPORTING or cues.is_noun(tokens, number):
            continue
        who = grammar.subject(text, start, token.start())
        if who.kind in {"nobody", "paper", "treaty"}:
            return None
        place = _statement(text, token, end)
        if place is None:
            return None
        return _worth(text, Cue(who, start, token.end(), 0.85), place, end)
    return None


def _statement(text: str, verb: re.Match[str], end: int) -> int | None:
    """Give where the statement begins after a verb of saying."""
    that = THAT.match(text, verb.end(), end)
    if that and (AT_ONCE.match(that["between"]) or not VERB.search(that["between"])):
        return that.end()
    if verb.group() in DENYING:
        return None
    begin = verb.end()
    if verb.group() in {"told", "tells"}:
        match = OBJECT.match(text, begin, end)
        begin = match.end() if match else begin
    first = TOKEN.search(text, begin, end)
    if first is None or text[begin : first.start()].strip(FIGURES):
        return None
    if first.group().lower() in PREPOSITIONS | {"to", "so", "nothing", "something", "what", "how"}:
        return None
    return begin


def behind(text: str, start: int, end: int) -> Report | None:
    """Give what is reported behind a quote, such as “after Roe had told parliament that …”."""
    for token in TOKEN.finditer(text, start, min(end, start + LONGEST_HEAD)):
        that = THAT.match(text, token.end(), end) if token.group() in REPORTING else None
        if that and "," not in that.group():
            who = grammar.subject(text, start, token.start())
            if who.kind in {"nobody", "paper", "treaty"}:
                return None
            return _worth(text, Cue(who, start, token.end(), 0.85), that.end(), end)
    return None


def _worth(text: str, cue: Cue, start: int, end: int) -> Report | None:
    while start < end and (text[start].isspace() or text[start] in ",—–-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,—–-"):
        end -= 1
    words = sum(1 for _ in islice(TOKEN.finditer(text, start, end), FEWEST))
    return (cue, start, end) if words == FEWEST else None
