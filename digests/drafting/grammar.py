"""As much of a sentence's grammar as it takes to find subjects: of a verb, of the whole."""

import re
from functools import lru_cache

from digests.drafting.english import (
    ARTICLES,
    BETWEEN,
    KIN,
    LETTERS,
    PAPERS,
    PERSON_NOUNS,
    PLAINLY,
    PREPOSITIONS,
    TREATY_PAPERS,
)
from digests.drafting.names import GIVEN, runs
from digests.drafting.subjects import ALWAYS_ALONE, NOBODY, Subject, read

TOKEN = re.compile(rf"[{LETTERS}]++(?:[’'-][{LETTERS}]++)*+")
LEADING = ",—–-"
CLAUSE = re.compile(
    r"\b(?:that|but|while|because|when|where|whereas|although|though|if|so|and|as|after|before|since|"
    r"until|which|how|why|what|whether|than)\b|[;:]"
)
# What ends “the chair of the work and pensions committee”, where “and” does not.
BREAK = re.compile(r"\b(?:that|but|while|because|when|where|whereas|although|though|which)\b|[;:]")
ROLE = re.compile(r"\s*(?:the|a|an|his|her|its|their)\b")
JOINED = re.compile(r"(?:,|;|\band)\s+")
PRONOUN = re.compile(r"(?:he|she)\b")
RELATIVE = re.compile(r"\b(?:who|which)\b(?=[^,]*$)")
PAPER_THAT = re.compile(r"\b([a-z]{3,}),? (?:that|which)\s*$")
LAST_PRONOUNS = frozenset("he she it they i we you".split())
RELATING = re.compile(r"(?:To|At|Upon) which(?: point)?,?\s+|Whereupon,?\s+")
TIMED = re.compile(
    r"(?: (?!(?:that|who|what|which|as|if|when|where|how|because)\b)[\w’'-]+){1,4} "
    r"(he|she|I|you|they|we) (?=[a-z])"
)
LINKS = frozenset("but and yet so then that".split())
OPENS = PREPOSITIONS | frozenset(
    "asked told reached contacted pressed when while if as though although because once "
    "however where who whose which".split()
)
HEADS = PERSON_NOUNS | PAPERS | TREATY_PAPERS
BEFORE_NAMES = PERSON_NOUNS | ARTICLES
ENDS_PHRASE = PLAINLY | BETWEEN
LONGEST_NAME, LONGEST_APPOSITION, LONGEST_CLAUSE = 60, 160, 400  # characters
LONG_PHRASE = 6  # words, in a phrase that no verb ends
DEEPEST = 4  # appositions between a subject and its verb
FULL_NAMES = frozenset(("person", "likely"))
# “who runs it with his father, Hank, said”: Hank is not the one who said it.
BESIDE_KIN = re.compile(
    rf"\b(?:with|of|for|by|to|from|and|like|than) (?:his|her|their)(?: \w+)? (?:{'|'.join(KIN)})$"
)
ANY_NAME = FULL_NAMES | {"word"}


def subject(text: str, start: int, verb: int) -> Subject:
    """Give the subject of the verb that begins at *verb*, in the sentence from *start* on."""
    before, last = _without_adverbs(text[start:verb])
    at = start + len(before)
    if last in LAST_PRONOUNS:
        return Subject("pronoun", last, at=at - len(last))
    if before.endswith(","):
        joined = text[at:verb].strip().startswith("and")
        who = main(text, start, verb) if joined else NOBODY
        return who if who.kind != "nobody" else _before_apposition(text, start, at - 1)
    paper = PAPER_THAT.search(text, start, at) if last in {"that", "which"} else None
    if paper and paper.group(1).removesuffix("s") in PAPERS:
        return Subject("paper", paper.group(1))
    if relative := RELATIVE.search(text, max(start, text.rfind(",", start, at)), at):
        return _antecedent(text, start, relative.start())
    clause = max((match.end() for match in CLAUSE.finditer(text, start, at)), default=start)
    begin = max(clause, text.rfind(",", clause, at) + 1)
    who = read(text, begin, at)
    return main(text, start, verb) if who.kind == "nobody" and begin > start else who


def _without_adverbs(before: str) -> tuple[str, str]:
    """Cut off what stands between a subject and its verb, “Roe has also”; give the last word."""
    stripped = before.rstrip()
    while stripped:
        word = stripped.rsplit(None, 1)[-1]
        if word.lower() not in BETWEEN:
            return stripped, word.lower()
        stripped = stripped[: -len(word)].rstrip()
    return stripped, ""


def _antecedent(text: str, start: int, relative: int) -> Subject:
    """Give whom “who” or “which” takes up."""
    before = text[start:relative].rstrip()
    stop = start + len(before.rstrip(","))
    near = [run for run in runs(text, start, stop) if run.end == stop and run.name]
    if near:
        return read(text, near[-1].start, stop)
    return (
        _before_apposition(text, start, stop)
        if before.endswith(",")
        else Subject("unnamed", "one")
    )


def _before_apposition(text: str, start: int, end: int) -> Subject:
    """Give the subject before “, a professor at Y,”."""
    described, at = NOBODY, end
    for _ in range(DEEPEST):
        comma = text.rfind(",", start, at)
        begin = max(comma + 1, start)
        clause = BREAK if ROLE.match(text, begin, at) else CLAUSE
        begin = max((match.end() for match in clause.finditer(text, begin, at)), default=begin)
        who = read(text, begin, at)
        if who.kind == "person" and who.run and _begins(text, begin, who.run.start):
            if not BESIDE_KIN.search(text, start, max(start, comma)):
                return who
            at = comma
            continue
        if who.kind != "nobody" and described.kind != "institution":
            described = who
        if comma < 0:
            break
        at = comma
    return described


def _begins(text: str, start: int, name: int) -> bool:
    """Tell whether only rank and role stand between the beginning of a clause and a name."""
    words = text[start:name].lower().split()
    return not words or (words[-1] in BEFORE_NAMES and PREPOSITIONS.isdisjoint(words))


@lru_cache(maxsize=1024)
def main(text: str, start: int, end: int) -> Subject:
    """Give the subject of a sentence: its first noun phrase that no preposition opens."""
    relating = RELATING.match(text, start, end)
    at = relating.end() if relating else start
    while at < end:
        at = after_space(text, at, end)
        comma = text.find(",", at, end)
        stop = comma if comma > 0 else end
        first = TOKEN.search(text, at, stop)
        if first and first.group().lower() in LINKS:
            at = first.end()
        elif first and (pronoun := _behind_time(text, first, stop)):
            return pronoun
        elif first is None or _leads_up(text, first, comma):
            at = stop + 1
        else:
            who = _main_phrase(text, at, stop, end)
            if who.kind != "nobody" or stop == end or " " in text[at:stop].strip():
                return who
            at = stop + 1
    return NOBODY


def _behind_time(text: str, first: re.Match[str], stop: int) -> Subject | None:
    """Read “In October you told MPs”, where no comma parts the time from the subject."""
    if first.group().lower() not in PREPOSITIONS:
        return None
    match = TIMED.match(text, first.end(), stop)
    return Subject("pronoun", match.group(1).lower(), at=match.start(1)) if match else None


def _leads_up(text: str, first: re.Match[str], comma: int) -> bool:
    """Tell whether a clause that begins so only leads up to the main one."""
    word = first.group().lower()
    if word in OPENS:
        return True
    if not (word.endswith(("ing", "ly")) or (word.endswith("ed") and comma > 0)):
        return False
    named = runs(text, first.start(), first.start() + LONGEST_NAME)
    if not named or named[0].kind not in FULL_NAMES:
        return True
    return not _begins(text, first.start(), named[0].start)


def _main_phrase(text: str, at: int, stop: int, end: int) -> Subject:
    who = opening(text, at, stop)
    if who.kind in {"unnamed", "noun", "nobody"} and stop < end:
        after = after_space(text, stop, end)
        if named := _apposed(text, after, end):
            return named
        if pronoun := PRONOUN.match(text, after, end):
            return Subject("pronoun", pronoun.group().lower(), at=after)
    return who


def _apposed(text: str, at: int, end: int) -> Subject | None:
    """Read the name of “his lawyer, the veteran litigator Jane Roe, was blunt”."""
    near = runs(text, at, min(end, at + LONGEST_APPOSITION))
    run = next((run for run in near if run.name), None)
    if run is None or run.kind not in ANY_NAME or text[run.end : run.end + 1] not in {",", " "}:
        return None
    if text[run.end : run.end + 2].strip() not in {",", "-", "–", "—"}:
        return None
    words = TOKEN.findall(text[at : run.start].lower())
    if run.kind == "word" and (words or run.name[-1].lower() not in GIVEN):
        return None
    role = not words or words[-1] in BEFORE_NAMES or words[-1].endswith("ist")
    if run.kind == "person" and words and words[0] in ARTICLES:
        role = role or PREPOSITIONS.isdisjoint(words)
    if not role or "," in text[at : run.start]:
        return None
    return Subject("person", " ".join(run.name), run)


def opening(text: str, start: int, end: int) -> Subject:
    """Read the noun phrase a clause begins with, up to its verb."""
    end = min(end, start + LONGEST_CLAUSE)
    noun = ""
    for token in TOKEN.finditer(text, start, end):
        word = token[0]
        if noun:
            ends = word in ENDS_PHRASE or (word[-2:] == "ed" and word.islower())
            if ends or (noun in HEADS and _may_be_verb(word, noun)):
                return read(text, start, token.start())
        elif (pronoun := word.lower()) in ALWAYS_ALONE and _stands_alone(text, token, start, end):
            return Subject("pronoun", pronoun, at=start)
        noun = word.lower()
    who = read(text, start, end)
    if who.kind in {"person", "pronoun"}:
        return who
    named = next((run for run in runs(text, start, end) if run.name), None)
    if named is None or named.kind not in ANY_NAME or named.possessive:
        return who if text.count(" ", start, end) < LONG_PHRASE else NOBODY
    words = TOKEN.findall(text[start : named.start].lower())
    if words and (words[-1] not in PERSON_NOUNS or words[0] in PREPOSITIONS):
        return NOBODY
    return Subject("person", " ".join(named.name), named)


def _stands_alone(text: str, token: re.Match[str], start: int, end: int) -> bool:
    """Tell whether a phrase begins with a word, and white space behind it."""
    return token.start() == start and token.end() < end and text[token.end()].isspace()


def _may_be_verb(word: str, noun: str) -> bool:
    """Tell whether a word behind the head of a phrase is its verb: “the pact obliges”."""
    if not word.islower() or word in PREPOSITIONS:
        return False
    return word[-1] == "s" or noun in TREATY_PAPERS or word.endswith("ing")


def last_clause(text: str, start: int, end: int) -> Subject:
    """Give the person who is the subject of the last clause of a sentence that has one."""
    for match in reversed(list(CLAUSE.finditer(text, start, end))):
        who = opening(text, match.end(), end)
        if who.kind == "person" and who.run and who.run.end < end - 1:
            return who
    return NOBODY


def concerned(text: str, start: int, end: int) -> Subject | None:
    """Give the person whom “For Roe, the job is not done” is about."""
    if not text.startswith("For ", start):
        return None
    who = read(text, start + len("For "), max(start, text.find(",", start, end)))
    return who if who.kind == "person" else None


def last_joined(text: str, start: int, end: int) -> Subject:
    """Give the subject of the last of several clauses, else of the whole sentence."""
    for match in reversed(list(JOINED.finditer(text, start, end))):
        who = opening(text, match.end(), end)
        if who.kind in {"person", "pronoun"}:
            return who
    return main(text, start, end)


def after_space(text: str, at: int, end: int) -> int:
    """Pass over white space, commas and dashes."""
    while at < end and (text[at] in LEADING or text[at].isspace()):
        at += 1
    return at
