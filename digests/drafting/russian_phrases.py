"""A noun phrase of Russian: whom the words beside a verb of saying name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digests.drafting import russian_bodies
from digests.drafting.russian_cast import Cast
from digests.drafting.russian_names import Run, runs
from digests.drafting.russian_roles import RELATIONAL, ROLES, UNNAMED
from digests.drafting.russian_tokens import tokens
from digests.drafting.russian_words import PREPOSITIONS

PRONOUNS = {"он": "m", "она": "f"}
COMMA = re.compile(r",|;|\s[—–-]\s|:")
CLAUSE = re.compile(
    r"(?:что|чтобы|но|а|и|как|когда|хотя|если|потому|поскольку|где|куда|зачем|почему|ведь|пока|так)\b"
)
WHICH = re.compile(
    r"\s*(?:котор(?P<end>ый|ая|ые|ого|ой|ом|ую|ым|ых)|чь[яеёи]|чей|кто)\b|.{0,12}\bкоторы?"
)
PARTICIPLE = re.compile(
    r"\s*(?:[а-яё]+\s+)?[а-яё]+(?:вший|вшая|щий|щая|щийся|щаяся|вшийся|вшаяся|анный|енный|я|в|вшись)\b"
)
BESIDE = 3  # characters between an apposition and the name it is about


@dataclass(frozen=True, slots=True)
class Who:
    """Whom words name; ``word`` is a name in the nominative, or the noun.

    ``kind`` is *person*, *pronoun*, *noun*, *institution*, *body*, *paper*, *treaty*, *unnamed*
    or *nobody*; a *body* is an institution that only a common noun names.
    """

    kind: str
    word: str = ""
    run: Run | None = None
    gender: str = ""


NOBODY = Who("nobody")


class Phrases:
    """Reads noun phrases, knowing who the people of the text are."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def read(self, text: str, start: int, end: int, gender: str = "", case: str = "n") -> Who:
        """Give the first in a case: a person before anything else.

        *gender* is that of the verb: m, f, p for many.
        """
        held, skip, before = NOBODY, start, ""
        here = {run.start: run for run in runs(text, start, end) if run.end <= end}
        roles: list[str] = []
        for token in tokens(text, start, end):
            word = token.plain
            if token.start < skip:
                continue
            if run := here.get(token.start):
                skip = run.end
                if self.stands(run, gender, case) and not _governed(before, case):
                    return self._person(run, roles, case, gender)
            elif simple := _simple(word, before, gender, case):
                return simple
            elif body := russian_bodies.read(text, token, end):
                skip = body.end
                if held is NOBODY and not roles and _takes(before, gender, case):
                    held = Who("institution" if body.named else "body", body.name)
            elif word in ROLES:
                role = _role(word, before, case)
                roles += [role.word] if role else [""] if roles else []
                held = role if role and held is NOBODY else held
            before = word
        return _gendered(held, gender)

    def stands(self, run: Run, gender: str, case: str) -> bool:
        """Tell whether a run stands in a case, as far as can be told."""
        known = self._cast.find(run, (), gender, case)
        if known or self._cast.find(run):
            return known is not None
        return bool(self.nominative(run, gender, case)) and self._cast.is_name(run)

    def nominative(self, run: Run, gender: str, case: str) -> str:
        """Give the nominative of a name that nobody in the text bears in full."""
        return self._cast.nominative(run, gender, case)

    def _person(self, run: Run, roles: list[str], case: str, gender: str) -> Who:
        if case != "n" and len(roles) > 1 and roles[0] in RELATIONAL:
            return Who("noun", roles[0])
        sex = gender if gender in {"m", "f"} else ""
        return Who("person", self.nominative(run, gender, case) or " ".join(run.words), run, sex)


def _gendered(who: Who, gender: str) -> Who:
    if who.kind == "noun" and gender in {"m", "f"}:
        return Who("noun", who.word, None, gender)
    return Who("unnamed", who.word) if who.kind == "noun" and gender == "p" else who


def _simple(word: str, before: str, gender: str, case: str) -> Who | None:
    """Read a pronoun, or a word for somebody who is not named."""
    if case == "n" and word in PRONOUNS and gender in {"", PRONOUNS[word]}:
        return Who("pronoun", word, gender=PRONOUNS[word])
    return Who("unnamed", word) if word in UNNAMED and not _governed(before, case) else None


def _role(word: str, before: str, case: str) -> Who | None:
    if _governed(before, case):
        return None
    fits = (Who("noun", role, gender=sex) for role, sex, form in ROLES[word] if form in case)
    return next(fits, None)


def _governed(before: str, case: str) -> bool:
    """Tell whether a preposition stands before, which asks for another case."""
    return before in PREPOSITIONS and not set(PREPOSITIONS[before]) & set(case)


def _takes(before: str, gender: str, case: str) -> bool:
    """Tell whether an institution stands where a speaker does: “сообщили в МИД”."""
    return gender == "p" if before in {"в", "во"} else before not in PREPOSITIONS or case != "n"


def chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give what stands between commas and dashes."""
    at = start
    for match in COMMA.finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end


def subject_before(phrases: Phrases, text: str, start: int, verb: int, gender: str) -> Who:
    """Give the subject of a verb, going back over what is put in between commas."""
    parts = list(chunks(text, start, verb))
    described = NOBODY
    for number, (begin, end) in enumerate(reversed(parts)):
        if number > 5:  # noqa: PLR2004
            break
        if which := WHICH.match(text, begin, end):
            if which["end"] in {"ый", "ая"} and described is NOBODY and not gender:
                gender = "m" if which["end"] == "ый" else "f"
            continue
        if number and PARTICIPLE.match(text, begin, end) and parts[0][0] != begin:
            continue
        who = phrases.read(text, begin, end, gender)
        if who.kind == "person" and described.kind == "noun" and not _ends(who, text, end):
            return described
        if who.kind in {"person", "pronoun", "institution", "unnamed"}:
            return who
        described = who if described is NOBODY else described
        if number and CLAUSE.match(text[begin:end].lstrip()):
            break
    return described


def _ends(who: Who, text: str, end: int) -> bool:
    """Tell whether a name stands at the end of its chunk, so that the next describes it."""
    return who.run is not None and len(text[who.run.end : end].strip()) < BESIDE


def subject_after(phrases: Phrases, text: str, start: int, end: int, gender: str) -> Who:
    """Give the subject of a verb that stands before it."""
    described = NOBODY
    for number, (begin, stop) in enumerate(chunks(text, start, end)):
        bare = text[begin:stop].lstrip()
        if number > 2 or (number and (CLAUSE.match(bare) or WHICH.match(bare))):  # noqa: PLR2004
            break
        who = phrases.read(text, begin, stop, gender)
        if who.kind == "person" and described.kind == "noun":
            at = who.run.start if who.run else begin
            return (
                who
                if all(token.plain in ROLES for token in tokens(text, begin, at))
                else described
            )
        if who.kind not in {"nobody", "noun", "body"}:
            return who if described is NOBODY else described
        described = who if described is NOBODY else described
    return described
