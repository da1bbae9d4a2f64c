"""What a Korean text reports in other words than the speaker's: X는 …다고 말했다."""

import re

from digests.drafting.korean_cast import Cast
from digests.drafting.korean_names import NOBODY, SUBJECT, TOPIC, Who, between, words
from digests.drafting.korean_words import SAYING

ACCORDING = re.compile(r"에 (?:따르면|의하면)")
REPORTED = re.compile(r"(?P<end>[가-힣]+?(?:다|라|자|냐))(?:고|며|면서)(?=[\s,.])")
NEAR = 30  # characters between a statement and its verb
FEWEST = 3  # words of a statement
POSSESSED = frozenset(
    f"{word}이다" for word in "말 설명 지적 평가 분석 주장 전언 생각 입장 전망".split()
) | {"평가다"}
FOLLOWING = {"에": frozenset(("따르면", "의하면")), "의": POSSESSED}
MARKED = TOPIC | SUBJECT
RANK = {"person": 0, "family": 0, "pronoun": 0, "institution": 1, "title": 1, "unnamed": 2}


def subject(cast: Cast, text: str, start: int, end: int) -> Who:
    """Give the subject of what stands between two places: its topic before anything else."""
    best, score = NOBODY, 99
    every = words(text)
    for at in between(text, start, end):
        word = every[at]
        if word.particle not in MARKED:
            continue
        who = cast.phrase(every, at, word.bare)
        rank = RANK.get(who.kind, 9) + (3 if word.particle in SUBJECT else 0)
        if who is not NOBODY and rank < score:
            best, score = who, rank
    return best


def according(cast: Cast, text: str, start: int, end: int) -> Who:
    """Read X에 따르면, and … X의 설명이다."""
    every = words(text)
    for at in between(text, start, end):
        word = every[at]
        telling = FOLLOWING.get(word.particle)
        if telling and at + 1 < len(every) and every[at + 1].text in telling:
            return cast.phrase(every, at, word.bare)
    return NOBODY


def find(cast: Cast, text: str, start: int, end: int) -> tuple[Who, int, int] | None:
    """Give who is reported in a sentence, and where in it the statement stands."""
    if match := ACCORDING.search(text, start, end):
        who = according(cast, text, start, match.end())
        return _worth(text, who, match.end(), end) if who is not NOBODY else None
    verbs = [match.start() for match in SAYING.finditer(text, start, end)]
    if not verbs:
        return None
    reported = REPORTED.finditer(text, start, verbs[-1])
    said = [match for match in reported if verbs[-1] - match.end() < NEAR]
    if not said:
        return None
    who = subject(cast, text, start, said[-1].start())
    if who is NOBODY or who.particle not in TOPIC:
        return None
    ends = said[-1].end("end")
    return _worth(text, who, who.end, ends - (2 if text[ends - 2 : ends] == "이라" else 0))


def _worth(text: str, who: Who, start: int, end: int) -> tuple[Who, int, int] | None:
    while start < end and (text[start].isspace() or text[start] == ","):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,"):
        end -= 1
    return (who, start, end) if len(text[start:end].split()) >= FEWEST else None
