"""Which treaty a text is about, if about any that is known."""

import re
from collections import Counter
from collections.abc import Iterator

from config.catalogue import Catalogue
from config.countries import named
from config.entries import Treaty
from digests.drafting import numbered
from digests.drafting.mentions import Mentions, read, spans
from digests.drafting.phrases import plain
from digests.drafting.shelf import shelf

# Sentences without any of these name no treaty, and need not be read.
TELLING = (
    "treaty", "treaties", "pact", "agreement", "article", "договор", "соглашени", "пакт", "стать",
    "조약", "협정",
)  # fmt: skip
ARTICLE = re.compile(r"\barticle (?:\d|[ivx])|стать\w+ \d|제\d+조")
ENOUGH = 5  # telling sentences, once one has named a treaty: what a text is about it says early
MOST = 30
EARLY, OPENING = 2, 3  # the first three sentences weigh double
BY_NAME, BY_PARTIES, BY_SHARED_NAME = 3, 2, 1


def about(text: str, catalogue: Catalogue) -> str | None:
    """Give the id of the treaty that *text* is about, or None where it names none that is known.

    A line end ends a sentence. Of several treaties the one named most, and earliest, wins.
    """
    scores: dict[str, int] = {}
    shared: dict[str, int] = {}
    strangers = False
    for number, (place, sentence) in enumerate(telling(text)):
        if scores and number >= ENOUGH:
            break
        weight = EARLY if place < OPENING else 1
        mentions = read(sentence, catalogue)
        strangers |= any(one.treaty is None for one in mentions.treaties) and bool(mentions.shared)
        for treaty, worth in _worth(sentence, mentions, catalogue):
            scores[treaty] = scores.get(treaty, 0) + weight * worth
        for treaty in mentions.shared:
            shared[treaty] = shared.get(treaty, 0) + 1
    if not scores and shared and not strangers:
        scores = _of_parties_elsewhere(text, shared, catalogue)
    if not scores:
        scores = _of_bodies(text, catalogue)
    return max(scores, key=lambda treaty: scores[treaty], default=None)


def telling(text: str) -> Iterator[tuple[int, str]]:
    """Give the first sentences that may name a treaty, each with its place among all."""
    place = found = 0
    if not any(map(text.lower().__contains__, TELLING)):
        return
    for line in text.splitlines():
        if found >= MOST:
            return
        if not any(map(line.lower().__contains__, TELLING)):
            place += 1
            continue
        for start, end in spans(line):
            sentence = line[start:end]
            if any(map(sentence.lower().__contains__, TELLING)):
                found += 1
                yield place, sentence
            place += 1


def _worth(sentence: str, mentions: Mentions, catalogue: Catalogue) -> Iterator[tuple[str, int]]:
    for one in mentions.treaties:
        if one.treaty and (not one.body or _article_of(sentence, one.start, one.end)):
            yield one.treaty, BY_PARTIES if one.by == "parties" else BY_NAME
    if mentions.treaties and not all(one.body for one in mentions.treaties):
        return
    states = mentions.states
    for treaty, parties in shelf(catalogue).parties.items():
        told = treaty in mentions.shared or (mentions.firm and states == parties)
        if told and parties <= states:
            yield treaty, BY_PARTIES


def _article_of(sentence: str, start: int, end: int) -> bool:
    """Tell whether a body is named as what its treaty says: “NATO’s Article 5”."""
    near = plain(sentence[max(0, start - 20) : end + 24])
    return ARTICLE.search(near) is not None


def _of_parties_elsewhere(
    text: str, shared: dict[str, int], catalogue: Catalogue
) -> dict[str, int]:
    """Let a shared name stand for a treaty whose parties are named anywhere in the text."""
    states = {name for one in named(text) for name in one.countries}
    parties = shelf(catalogue).parties
    return {treaty: n for treaty, n in shared.items() if parties[treaty] <= states}


def _of_bodies(text: str, catalogue: Catalogue) -> dict[str, int]:
    """Let a body stand for its treaty where articles are named of which it has such numbers."""
    numbers = {
        one.number for _, sentence in telling(text) for one in _unclaimed(sentence, catalogue)
    }
    if not numbers:
        return {}
    return Counter(
        one.treaty
        for line in text.splitlines()
        for one in read(line, catalogue).treaties
        if one.body and one.treaty and _has(catalogue.treaties[one.treaty], numbers)
    )


def _unclaimed(sentence: str, catalogue: Catalogue) -> Iterator[numbered.Numbered]:
    """Give the articles that a sentence names without naming a law that they might be of."""
    if not read(sentence, catalogue).treaties:
        yield from numbered.named(sentence)


def _has(treaty: Treaty, numbers: set[str]) -> bool:
    return any(clause.number in numbers for clause in treaty.clauses)
