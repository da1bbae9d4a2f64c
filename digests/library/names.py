"""What a speaker may be called, whatever the script, the case and the spelling."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from config import folding
from digests.library.connection import Connection
from digests.library.facets import choice
from digests.models import Speaker

WORD, SOUND, STEM = range(3)
LAST_VOWELS = re.compile(r"[aeiou]+$")
MOST = 100  # namesakes that come back at most
NEAR = 0.7  # how alike two skeletons must be
LENGTHS = 2  # by how many sounds they may differ
CANDIDATES = 20
# Whoever is quoted no more, a misspelling put right say, is nobody; unless introduced by name.
KNOWN = """(f.quotes > 0 OR EXISTS (
    SELECT 1 FROM name n WHERE n.speaker = f.id AND n.called = 1))"""

Form = tuple[str, int]  # a form, and the last level on which it may be met


@dataclass(frozen=True, slots=True)
class Called:
    """Who is called so, most quoted first; ``exact``: by those very words."""

    speakers: tuple[Speaker, ...] = ()
    exact: bool = False


def indexed(name: str) -> Iterator[tuple[str, int]]:
    """Give the forms under which a name is found, each with its level.

    A Russian word stands under its stems. In a Latin one the last vowels are what Russian would
    decline (Zakharova, Arensky), so that it meets the stems of «Захаровой» and «Аренского».
    """
    for word in folding.words(name):
        sound, *stems = folding.name_forms(word)
        yield word, WORD
        yield sound, SOUND
        if not folding.CYRILLIC.search(word):
            stems = [LAST_VOWELS.sub("", sound)]
        for stem in stems:
            if len(stem) >= folding.SHORTEST_STEM:
                yield stem, STEM


class Names:
    """The forms of all names, and who bears them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def index(self, speaker: int, names: Iterable[str]) -> None:
        """Let a speaker be found by these names and no others."""
        forms = {form for name in names for form in indexed(name)}
        self._connection.run("DELETE FROM name_form WHERE speaker = ?", speaker)
        self._connection.each(
            "INSERT INTO name_form (form, level, speaker) VALUES (?, ?, ?)",
            [(form, level, speaker) for form, level in sorted(forms)],
        )

    def exactly(self, tokens: Sequence[str]) -> list[int]:
        """Give the speakers whose names hold each of these folded words."""
        return self._bearing([[(token, WORD)] for token in tokens], WORD)

    def in_some_form(self, tokens: Sequence[str]) -> list[int]:
        """Give the speakers whose names hold a form of each word; one letter is an initial."""
        long = [self._forms(token) for token in tokens if len(token) > 1]
        if not long or not all(long):
            return []
        initials = [token for token in tokens if len(token) == 1]
        found = self._bearing(long, SOUND)
        return [one for one in found if all(self._begins(one, letter) for letter in initials)]

    def _bearing(self, wanted: Sequence[Sequence[Form]], lowest: int) -> list[int]:
        """Give who bears one form of each group, on the levels from the lowest to the form's."""
        tests, values = [], []
        for forms in wanted:
            one = f"(form = ? AND level BETWEEN {lowest} AND ?)"
            tests.append(
                "f.id IN (SELECT speaker FROM name_form "  # noqa: S608 - place holders only
                f"WHERE {' OR '.join([one] * len(forms))})"
            )
            values += [value for form in forms for value in form]
        found = self._connection.rows(
            f"SELECT f.id FROM facet f WHERE {KNOWN} AND {' AND '.join(tests)} "  # noqa: S608
            f"ORDER BY f.quotes DESC, f.value LIMIT {MOST}",
            *values,
        )
        return [number for (number,) in found]

    def _forms(self, token: str) -> list[Form]:
        """Give the first form of a word that anybody bears.

        «Лукина» is a woman, or the genitive of a man: a word that may be either is looked up as
        both, lest one of them be answered for the other in silence.
        """
        for place, form in enumerate(folding.name_forms(token)):
            found = (form, STEM if place else SOUND)
            if self._borne(found):
                return [found, *self._of_a_man(token)] if place == 0 else [found]
        return []

    def _of_a_man(self, token: str) -> list[Form]:
        shorter = folding.name_forms(token)[1:2] if token.endswith(("а", "я")) else ()
        return [(form, STEM) for form in shorter]

    def _borne(self, form: Form) -> bool:
        found = self._connection.row(
            "SELECT 1 FROM name_form WHERE form = ? AND level BETWEEN 1 AND ? LIMIT 1", *form
        )
        return found is not None

    def _begins(self, speaker: int, letter: str) -> bool:
        """Tell whether a name of the speaker begins so: «Ю.» is Yuri, and Y. is too."""
        letters = {letter, folding.latin(letter)[:1], folding.skeleton(letter)[:1]}
        found = self._connection.row(
            "SELECT 1 FROM name_form WHERE speaker = ? AND level < 2 "  # noqa: S608 - place holders
            f"AND substr(form, 1, 1) IN ({choice(tuple(letters))}) LIMIT 1",
            speaker,
            *letters,
        )
        return found is not None

    def near(self, tokens: Sequence[str], limit: int) -> list[int]:
        """Give the speakers whose names sound nearly so, the nearest first."""
        scores: defaultdict[int, float] = defaultdict(float)
        for token in tokens:
            for speaker, score in self._sounding_like(folding.skeleton(token)).items():
                scores[speaker] += score
        return sorted(scores, key=lambda speaker: (-scores[speaker], speaker))[:limit]

    def _sounding_like(self, sound: str) -> dict[int, float]:
        if len(sound) < folding.SHORTEST_STEM:
            return {}
        rows = self._connection.rows(
            "SELECT DISTINCT form FROM name_form WHERE form >= ? AND form < ? AND level = 1 "
            "AND length(form) BETWEEN ? AND ?",
            sound[0],
            chr(ord(sound[0]) + 1),
            len(sound) - LENGTHS,
            len(sound) + LENGTHS,
        )
        alike = process.extract(
            sound,
            [form for (form,) in rows],
            scorer=DamerauLevenshtein.normalized_similarity,
            score_cutoff=NEAR,
            limit=CANDIDATES,
        )
        return self._best({form: score for form, score, _ in alike})

    def _best(self, alike: dict[str, float]) -> dict[int, float]:
        rows = self._connection.rows(
            "SELECT n.speaker, n.form FROM name_form n JOIN facet f ON f.id = n.speaker "  # noqa: S608
            f"WHERE n.level = 1 AND n.form IN ({choice(tuple(alike))}) AND f.quotes > 0 "
            "ORDER BY f.quotes DESC LIMIT 1000",
            *alike,
        )
        best: dict[int, float] = {}
        for speaker, form in rows:
            best[speaker] = max(best.get(speaker, 0), alike[form])
        return best
