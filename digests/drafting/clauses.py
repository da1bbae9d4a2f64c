"""Which clauses a text, or a quote in it, is about, each with the words that say so."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from config.catalogue import Catalogue
from digests.drafting import mentions
from digests.drafting.evidence import Hit, hits, of_strangers, owner, provides
from digests.drafting.mentions import spans
from digests.drafting.phrases import CURLED, MARKS, plain
from digests.drafting.shelf import shelf
from digests.drafts import Touched

# How somebody begins who goes on about what has just been named.
REFERS_BACK = re.compile(
    r"[\W_]*(?:(?:and|but|so|well|of course|yes|no|indeed|и|но|да|нет|конечно)\W+)?(?:"
    r"(?:that|this|it|these|those|such|they)(?:['’]\w+)?\b|the (?:clause|provision|article|"
    r"obligation|commitment|promise|guarantee|wording|passage)s?\b|"
    r"(?:эт[оаиу]|этот|это[йгм]\w*|так(?:ая|ое|ой|ие)|он[аио]?|данн\w+)\b|"
    r"이는|이것|그것|그건|이 조항)",
    re.IGNORECASE,
)
TURN = re.compile(
    r"(?:[,;]|\s[-–—])[\"”’»]?\s(?:yet|but|while|whereas|although|though|но|однако|хотя|а)\s"
)

APART = frozenset(f" {MARKS}{CURLED}")  # beside these no word goes on


class Told(NamedTuple):
    """A clause, by its address, and the place of the words that tell of it."""

    start: int
    end: int
    address: str


def touched(text: str, treaty: str | None, catalogue: Catalogue) -> tuple[Touched, ...]:
    """Give the clauses that *text* is about, in the order of the treaty *treaty*, then others'.

    *treaty* is the id of the treaty that the whole article is about; nothing is found without
    one. A line end ends a sentence. Clauses are named by slugs in an article about the default
    treaty, those of other treaties, and in other articles all, by addresses. The evidence is
    verbatim, the first there is.
    """
    if treaty is None or treaty not in catalogue.treaties:
        return ()
    return _in_order(_found(text, treaty, catalogue), treaty, catalogue)


def of_quote(
    quote: str, sentence: str, before: str, treaty: str | None, catalogue: Catalogue
) -> tuple[Touched, ...]:
    """Give the clauses that a quote is about.

    *sentence* is the sentence, or the sentences, that hold the quote; *before* is the one before
    in the same paragraph, or empty. The quote's own words count first; without any, its sentence;
    without any there, the one before, if the quote refers back: “That will never be made public”.
    """
    if treaty is None or treaty not in catalogue.treaties:
        return ()
    if not _is_silent(quote, sentence, catalogue):
        if own := _in_order(_found(quote, treaty, catalogue, sentence), treaty, catalogue):
            return own
        if around := touched(_beside(quote, sentence), treaty, catalogue):
            return around
    return touched(before, treaty, catalogue) if REFERS_BACK.match(quote) else ()


def _is_silent(quote: str, sentence: str, catalogue: Catalogue) -> bool:
    """Tell whether a quote tells of no clause since the whole sentence does not: most are such.

    Only where no word is cut; and a number may be one at the end of a quote alone.
    """
    start = sentence.find(quote)
    end = start + len(quote)
    beside = sentence[max(0, start - 1) : start] + sentence[end : end + 1]
    whole = start >= 0 and APART.issuperset(beside)
    return whole and "rticle I" not in quote and not hits(sentence, catalogue)


def _beside(quote: str, sentence: str) -> str:
    """Give what stands on the quote's side of “but” and “while”, which turn to something else."""
    place = sentence.find(quote)
    turns = [match.end() for match in TURN.finditer(sentence)] if place >= 0 else []
    start = max((turn for turn in turns if turn <= place), default=0)
    end = min((turn for turn in turns if turn > place), default=len(sentence))
    return sentence[start:end]


def _found(
    text: str, treaty: str, catalogue: Catalogue, around: str | None = None
) -> Iterator[tuple[str, str]]:
    """Give the clauses told of; *around* is the sentence that holds the text, if it is a quote."""
    for line in text.splitlines():
        found = hits(line, catalogue)
        for start, end in spans(line) if found else ():
            here = tuple(
                hit._replace(start=hit.start - start, end=hit.end - start)
                for hit in found
                if start <= hit.start and hit.end <= end
            )
            for told in _judged(line[start:end], here, treaty, catalogue, around) if here else ():
                yield told.address, line[start + told.start : start + told.end]


def _judged(
    sentence: str, found: tuple[Hit, ...], treaty: str, catalogue: Catalogue, around: str | None
) -> list[Told]:
    """Keep of what was found in a sentence what tells of a clause there."""
    text, about = plain(sentence), mentions.read(sentence, catalogue)
    told = []
    for hit in found:
        if hit.sign and (hit.sign.level == "unless" or _silenced(hit, found)):
            continue
        if hit.sign and hit.sign.level == "beside":
            spoken = around is not None and _provides(around, catalogue)
            if not (spoken or _provides(sentence, catalogue)):
                continue
        whose = owner(hit, text, about, treaty, catalogue)
        slug = _slug(hit, whose, catalogue) if whose else None
        if whose is None or slug is None:
            continue
        parties = shelf(catalogue).parties[whose]
        if whose == treaty and hit.sign and of_strangers(hit, text, about, parties):
            continue
        told.append(Told(hit.start, hit.end, f"{whose}:{slug}"))
    return _longest(told)


@lru_cache(maxsize=256)
def _provides(sentence: str, catalogue: Catalogue) -> bool:
    return provides(plain(sentence), mentions.read(sentence, catalogue))


def _silenced(hit: Hit, found: Iterable[Hit]) -> bool:
    return any(
        other.sign is not None
        and other.sign.level == "unless"
        and other.sign.homes is (hit.sign and hit.sign.homes)
        and other.start < hit.end
        and hit.start < other.end
        for other in found
    )


def _slug(hit: Hit, treaty: str, catalogue: Catalogue) -> str | None:
    if hit.sign:
        return hit.sign.homes.get(treaty)
    clause = catalogue.treaties[treaty].numbered(hit.number or "")
    return clause.slug if clause and clause.number else None


def _longest(told: list[Told]) -> list[Told]:
    """Of words that overlap and tell of different clauses, keep the longer ones."""
    return [
        one
        for one in told
        if not any(
            other.address != one.address
            and (other.start, other.end) != (one.start, one.end)
            and other.start < one.end
            and one.start < other.end
            and other.end - other.start > one.end - one.start
            for other in told
        )
    ]


def _in_order(
    found: Iterable[tuple[str, str]], treaty: str, catalogue: Catalogue
) -> tuple[Touched, ...]:
    first: dict[str, str] = {}
    for address, evidence in found:
        first.setdefault(address, evidence)
    if not first:
        return ()
    order = _order(treaty, catalogue)
    home = f"{treaty}:" if treaty == catalogue.default.id else ""
    addresses = sorted(first, key=lambda address: order.get(address, len(order)))
    return tuple(
        Touched(clause=address.removeprefix(home), evidence=first[address])
        for address in addresses
    )


@lru_cache(maxsize=64)
def _order(treaty: str, catalogue: Catalogue) -> dict[str, int]:
    clauses = catalogue.treaties[treaty].clauses
    return {f"{treaty}:{clause.slug}": place for place, clause in enumerate(clauses)}
