"""The people of a Korean text, and the noun phrases that name them."""

from collections.abc import Iterator, Sequence

from digests.drafting.korean_names import (
    BOUNDARY,
    HANGUL,
    JOINED,
    LONGEST,
    NO_PART,
    NOBODY,
    SHORTEST,
    Who,
    Word,
    is_name,
    title_of,
    words,
)
from digests.drafting.korean_words import AFFILIATED, BODY, FAMILIES, NO_FOREIGN, PLACES, UNNAMED


class Cast:
    """The people of one Korean text; *known* are full names that the catalogue has."""

    def __init__(self, texts: Sequence[str], known: Sequence[str]) -> None:
        self._known = {name for name in known if HANGUL.match(name.replace(" ", ""))}
        self.titles: dict[str, set[str]] = {}
        whole = "\n".join(texts)
        for name in self._known:
            if name in whole:
                self.titles[name] = set()
        for text in texts:
            for who in self._titled(text):
                self.titles.setdefault(who.word, set()).add(who.title)

    def _titled(self, text: str) -> Iterator[Who]:
        every = words(text)
        for at, word in enumerate(every):
            for bare in (word.text, word.bare):
                if title_of(bare):
                    who = self.phrase(every, at, bare)
                    if who.kind == "person":
                        yield who
                    break

    def named(self, word: str) -> bool:
        """Tell whether a word is the full name of somebody of this text."""
        return word in self.titles

    def phrase(self, every: Sequence[Word], at: int, bare: str) -> Who:
        """Read the noun phrase whose last word is the one at *at*."""
        kind, name, title = self._read(every, at, bare)
        word = every[at]
        return Who(kind, name, title, word.end, word.start, word.particle) if kind else NOBODY

    def _read(self, every: Sequence[Word], at: int, bare: str) -> tuple[str, str, str]:
        if bare in {"그", "그녀"} and every[at].particle:
            return "pronoun", bare, ""
        if UNNAMED.search(bare):
            return "unnamed", bare, ""
        if title := title_of(bare):
            return self._before(every, at, bare, title)
        name = self._full(every, at, bare) or _after_title(every, at, bare)
        if not name and BODY.match(bare):
            before = every[at - 1].text if at else ""
            national = before in PLACES and len(before) > 1
            return "institution", f"{before} {bare}" if national else bare, ""
        if not name and is_name(bare) and len(bare) > SHORTEST:
            name = bare
        return ("person", name, "") if name else ("", "", "")

    def _full(self, every: Sequence[Word], at: int, bare: str) -> str:
        """Give the full name that a word ends: 안드레이 루덴코, 김정규."""
        if self.named(bare):
            return bare
        double = f"{every[at - 1].text} {bare}" if at else bare
        if self.named(double):
            return double
        last = [name for name in self.titles if " " in name and name.split()[-1] == bare]
        return last[0] if len(last) == 1 else ""

    def _before(
        self, every: Sequence[Word], at: int, bare: str, title: str
    ) -> tuple[str, str, str]:
        """Read the name before a title: 박서연 한빛대 교수."""
        glued = bare[: len(bare) - len(title)].removesuffix("전")
        if is_name(glued) and len(glued) > SHORTEST:
            return "person", glued, title
        before = _leading(every, at)
        if before and len(before[-1].text) == 1 and before[-1].text in FAMILIES and not glued:
            return "family", before[-1].text, title
        if name := self._nearest(every, at, before) or _foreign(before):
            return "person", name, title
        office = [one for one in before if one.text in PLACES or BODY.match(one.text)]
        return "unnamed" if office or title == "대변인" else "title", title, title

    def _nearest(self, every: Sequence[Word], at: int, before: Sequence[Word]) -> str:
        """Give the name nearest to a title that is none of a place of work."""
        doubtful = ""
        last = at - 1 if not before or before[-1] is every[at - 1] else at - 2
        for near, one in enumerate(reversed(before)):
            if name := self._full(every, last - near, one.text):
                return name
            named = is_name(one.text, titled=near == 0)
            if named and (len(one.text) > SHORTEST or near == 0):
                if not AFFILIATED.search(one.text):
                    return one.text
                doubtful = doubtful or one.text
            if near and JOINED.search(one.text) and not AFFILIATED.search(one.text):
                break
        return doubtful


def _leading(every: Sequence[Word], at: int) -> list[Word]:
    """Give the words before a title, back to a sign, without one for “former”."""
    before: list[Word] = []
    for number in range(at - 1, max(at - 1 - LONGEST, -1), -1):
        if every[number].text in BOUNDARY:
            break
        before.insert(0, every[number])
    if len(before) > 1 and before[-1].text in {"전", "현", "신임"}:
        before.pop()
    return before


def _after_title(every: Sequence[Word], at: int, bare: str) -> str:
    """Give a foreign name that stands behind a title: 대변인 드미트리 페스코프는."""
    if at < 2 or not title_of(every[at - 2].text):  # noqa: PLR2004
        return ""
    name = [every[at - 1].text, bare]
    foreign = all(HANGUL.match(w) and len(w) > 1 and w not in NO_PART for w in name)
    return " ".join(name) if foreign and every[at].particle and not every[at - 1].particle else ""


def _foreign(before: Sequence[Word]) -> str:
    """Give a foreign name of two words at the beginning of what stands before a title."""
    kept = list(before)
    while kept and (kept[0].text in NO_FOREIGN or (JOINED.search(kept[0].text) and kept[2:])):
        kept.pop(0)
    name: list[str] = []
    for one in kept[:2]:
        if not HANGUL.match(one.text) or one.text in NO_PART or len(one.text) < SHORTEST:
            break
        if AFFILIATED.search(one.text) and (not name or len(kept) > len(name)):
            break
        name.append(one.text)
    return " ".join(name) if len(name) > 1 else ""
