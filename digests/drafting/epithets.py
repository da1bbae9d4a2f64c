"""Whom “the expert” and “her husband” mean: by what the text calls its people."""

from digests.drafting.english import INVERSE
from digests.drafting.memory import FAR, OF_KIN, TAKEN_UP, Fits, Memory, anybody, gender_of, of
from digests.drafting.people import Cast, Person
from digests.drafting.subjects import Subject
from digests.drafting.trades import ATHLETES, COUNTRYMEN, RECIPROCAL

GENERIC = (
    ATHLETES
    | COUNTRYMEN
    | frozenset(
        "expert analyst observer researcher scientist scholar academic professor historian "
        "economist politician diplomat author writer specialist politologist orientalist "
        "koreanist man woman commentator strategist academician fellow sophomore freshman "
        "rookie striker midfielder goalkeeper defender guard pitcher quarterback singer "
        "actor actress rapper novelist comedian billionaire entrepreneur teenager nominee "
        "candidate".split()
    )
)
COURTESY = frozenset("mr mrs ms miss sir dame lord lady h.e".split())
BESIDE = 6  # paragraphs
PARTIES = {"republican": "democrat", "democrat": "republican"}
LONG, STEM = 6, 5  # letters of “historian”, and those of “history” in it


class Epithets:
    """Finds people by nouns; what has been read so far decides among several."""

    def __init__(self, cast: Cast, memory: Memory) -> None:
        self._cast, self._memory = cast, memory

    def called(self, who: Subject, fits: Fits, gender: str) -> tuple[Person | None, float]:
        """Find whom a noun takes up: who is called so, else, for the widest, who is near."""
        word = who.word
        if word in GENERIC and (person := self._taken_in(fits)):
            return person, 0.85
        if opposite := PARTIES.get(word):
            return self._memory.salient(lambda p: fits(p) and opposite not in p.nouns, gender)
        person, sure = self._memory.salient(lambda p: fits(p) and word in p.nouns, gender)
        if person:
            return person, sure
        bearers = [p for p in self._cast.people if word in p.nouns and fits(p)]
        if len(bearers) == 1:
            return bearers[0], 0.8
        if not bearers and (person := self._of_trade(word, fits)):
            return person, 0.75
        open_here = self._memory.sentence - self._memory.unnamed.get(word, -FAR - 1) <= FAR
        nobody = bearers or open_here
        return (None, 0.0) if nobody else self._nearest(who, self._named(fits), gender)

    def _taken_in(self, fits: Fits) -> Person | None:
        """Give whoever the paragraph has just brought in, and called nothing yet."""
        here = [m for m in self._memory.recent if m.page == self._memory.page and m.person.name]
        named = {id(mention.person) for mention in here}
        last = here[-1].person if here else None
        only = last is not None and len(named) == 1 and fits(last) and self._in_hand(last)
        return last if only else None

    def _of_trade(self, word: str, fits: Fits) -> Person | None:
        """Find “the historian” in the only one of whom the text says “history”."""
        if len(word) <= LONG:
            return None
        people = [p for p in self._cast.people if word[:STEM] in p.stems]
        return people[0] if len(people) == 1 and fits(people[0]) else None

    def _nearest(self, who: Subject, fits: Fits, gender: str) -> tuple[Person | None, float]:
        """Take a noun that nobody is called by for whoever is near, where it may be anybody's."""
        person, sure = self._memory.salient(fits, gender, who.word)
        if who.word in GENERIC or "-year-old" in who.word or gender:
            return person, sure
        if who.modified or (person and self._in_hand(person)):
            return person, sure * 0.8
        return None, 0.0

    def _named(self, fits: Fits) -> Fits:
        """Leave out the unnamed of another paragraph."""
        here = {id(m.person) for m in self._memory.recent if m.page == self._memory.page}
        return lambda p: fits(p) and (bool(p.name) or id(p) in here)

    def _in_hand(self, person: Person) -> bool:
        """Tell whether the sentence just before, in the same paragraph, is about somebody."""
        return person.nouns <= COURTESY and any(
            mention.person is person
            and mention.page == self._memory.page
            and mention.weight >= TAKEN_UP
            and self._memory.sentence - mention.sentence <= 1
            for mention in self._memory.recent
        )

    def relate(self, noun: str, owner: str) -> None:
        """Take note that whoever has a son is a father."""
        whose, _ = self._memory.salient(of(owner), owner)
        if whose is not None and noun in INVERSE:
            self._memory.spoke(whose, OF_KIN)
            whose.nouns.add(INVERSE[noun][owner])

    def kin(self, noun: str, owner: str) -> tuple[Person | None, float]:
        """Find “her husband”: the only one called so, or the only other one of that surname."""
        if noun in RECIPROCAL:
            return self._other(noun, owner)
        gender = gender_of(noun)
        fits = of(gender) if gender else anybody
        called = [p for p in self._cast.people if noun in p.nouns and fits(p)]
        if len(called) == 1:
            return called[0], 0.85
        whose, sure = self._memory.salient(of(owner), owner) if owner and gender else (None, 0.0)
        if called or whose is None or not whose.name or sure < (0.9 if owner == gender else 0.7):
            return None, 0.0
        family = [p for p in self._cast.people if p.words and p.surname == whose.surname]
        others = [p for p in family if p is not whose and p.gender == gender]
        return (others[0], 0.8) if len(others) == 1 else (None, 0.0)

    def _other(self, noun: str, owner: str) -> tuple[Person | None, float]:
        """Find “her counterpart”: who is called so, else the only other one spoken of here."""
        called = [p for p in self._cast.people if noun in p.nouns]
        if len(called) == 1:
            return called[0], 0.85
        whose, sure = self._memory.salient(of(owner), owner) if owner else (None, 0.0)
        if called or whose is None or not sure:
            return None, 0.0
        near = [m.person for m in self._memory.recent if self._memory.page - m.page <= BESIDE]
        others = {id(p): p for p in near if p is not whose and p.name}
        return (next(iter(others.values())), 0.75) if len(others) == 1 else (None, 0.0)
