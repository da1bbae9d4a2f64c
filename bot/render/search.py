"""What a search found, the words in their context."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.render import labels, misfit, pages
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.reply import Reply, Shown, Turning, opening, rows
from bot.render.text import Mark, Text, bold, join
from config import folding
from config.catalogue import Catalogue
from digests.answers.question import Misfit, written
from digests.answers.search import Found, NoWords, beginning
from digests.models import Article, Quote

AROUND = 90  # characters of context on either side
MOST_EXCERPTS = 2
WORD = re.compile(r"[^\W_]+(?:['’ʼ][sS]\b)?")


def reply(
    answer: Found | NoWords | Misfit, catalogue: Catalogue, language: Language, size: int
) -> Reply:
    """Show where words occur."""
    match answer:
        case Found(articles=()):
            return Reply(_nothing(answer, catalogue, language))
        case Found():
            return _found(answer, catalogue, language, size)
        case NoWords():
            return Reply(
                language.say(
                    "What shall I look for? For example: /search military assistance, "
                    "or /search “state of war” since:2024-06"
                )
            )
        case Misfit():
            return misfit.reply(answer, language)


def _nothing(answer: Found, catalogue: Catalogue, language: Language) -> Text:
    if answer.offset:
        return labels.no_more(language)
    said = language.say("Nothing found for {words}.", words=bold(labels.typed(answer.asked)))
    total = answer.searched.number
    searched = language.count(
        "I searched the headline, summary, quotes and speakers of {number} article, in all "
        "forms of your words.",
        "I searched the headlines, summaries, quotes and speakers of {number} articles, in all "
        "forms of your words.",
        total,
    )
    narrowed = labels.narrowed(answer.filter, catalogue, language)
    hint = language.say("Fewer words may find more.") if len(answer.phrases) > 1 else Text()
    return join("\n", [said, join(" ", [searched, hint]), narrowed])


def _found(answer: Found, catalogue: Catalogue, language: Language, size: int) -> Reply:
    number = labels.counted(answer.total, language)
    words = labels.typed(answer.asked)
    title = language.say("{words}: {number} found", words=words, number=number)
    head = join("\n", [labels.title(title), labels.narrowed(answer.filter, catalogue, language)])
    wanted = {folding.stem(word) for phrase in answer.phrases for word in phrase}
    hits = [_Hit(article, _cuttings(article, wanted)) for article in answer.articles]
    numbered = enumerate(hits, answer.offset + 1)
    items = [_item(n, each, wanted, catalogue, language) for n, each in numbered]
    fitted = pages.fit(head, items)
    shown = answer.articles[: fitted.items]
    argument = join(" ", [answer.asked, written(answer.filter, catalogue)]).plain
    turn = Turning("search", argument, answer.offset, len(shown), size, answer.total.number)
    read = [
        opening(join(". ", [str(n), labels.short(article, language)]), "article", article.id)
        for n, article in enumerate(shown, answer.offset + 1)
    ]
    quotes = tuple(quote for hit in hits[: fitted.items] for quote in hit.quotes())
    return Reply(fitted.text, rows(turn.buttons(language), read), quotes)


def _item(
    number: int, hit: "_Hit", wanted: set[str], catalogue: Catalogue, language: Language
) -> Text:
    article = hit.article
    facts = [
        labels.outlet(article.outlet, catalogue, language),
        labels.day(article, language),
        labels.source(article, language),
    ]
    title = bold(_underlined(labels.headline(article, catalogue, language), wanted))
    excerpts = [_shown(excerpt.text, quote, language) for excerpt, quote in hit.cuttings]
    return join("\n", [f"{number}. " + title, join(DOT, facts), *excerpts])


def _underlined(title: Text, wanted: set[str]) -> Text:
    """Underline the words wanted in a headline, which is bold already."""
    found = _matches(title.plain, wanted)
    return Text(title.plain, tuple(Mark(m.start, m.end, "underline") for m in found))


def _cuttings(article: Article, wanted: set[str]) -> "list[_Cutting]":
    """Cut the words out where they stand: the passages that hold most of them, quotes first."""
    passages: list[tuple[Text, Quote | None]] = [
        (labels.insertions(stretch), quote)
        for quote in article.quotes
        for stretch in quote.stretches
    ]
    passages += [(Text(article.summary), None)] if article.summary else []
    found = [(excerpt, quote) for text, quote in passages if (excerpt := _excerpt(text, wanted))]
    return sorted(found, key=lambda pair: -pair[0].held)[:MOST_EXCERPTS]


def _shown(text: Text, quote: Quote | None, language: Language) -> Text:
    if quote is None:
        return text
    speaker = quote.speaker or language.say("speaker not named").plain
    if quote.kind == "treaty":
        speaker = language.say("treaty text, as the outlet printed it").plain
    return "“" + text + f"” ({speaker})"


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """A cutting from a text, with the number of different words wanted that it holds."""

    text: Text
    held: int


_Cutting = tuple[_Excerpt, Quote | None]


@dataclass(frozen=True, slots=True)
class _Hit:
    """An article found, and what of it is shown."""

    article: Article
    cuttings: list[_Cutting]

    def quotes(self) -> tuple[Shown, ...]:
        """Give the quotes that are shown, cut though they may be."""
        quotes = dict.fromkeys(quote for _, quote in self.cuttings if quote)
        return tuple(Shown(self.article.id, quote) for quote in quotes)


@dataclass(frozen=True, slots=True)
class _Match:
    """A word wanted, where it stands."""

    start: int
    end: int
    stem: str


@lru_cache(maxsize=256)
def _beginnings(wanted: frozenset[str]) -> re.Pattern[str]:
    """Find the words that begin as a stem does: only these are worth stemming.

    What stands before is looked at last, so that a text is skimmed for first letters alone.
    """
    alike = sorted({re.escape(beginning(stem)) for stem in wanted})
    return re.compile("|".join(rf"{start}(?<![^\W_]{start})" for start in alike))


def _matches(text: str, wanted: set[str]) -> list[_Match]:
    folded = folding.fold(text)
    if len(folded) != len(text):  # places in the one are not those in the other
        likely = list(WORD.finditer(text))
    else:
        begun = _beginnings(frozenset(wanted)).finditer(folded)
        likely = [found for start in begun if (found := WORD.match(text, start.start()))]
    stems = ((match.span(), _stem(match[0])) for match in likely)
    return [_Match(*span, found) for span, found in stems if found in wanted]


@lru_cache(maxsize=16_384)
def _stem(word: str) -> str:
    return next(iter(folding.stemmed(word)), "")


def _excerpt(passage: Text, wanted: set[str]) -> _Excerpt | None:
    """Cut out the surroundings that hold most of the words, and set these in bold."""
    text = passage.plain
    matches = _matches(text, wanted)
    if not matches:
        return None
    best = max((_window(matches, first) for first in matches), key=_different)
    start, end = _bounds(text, best[0].start, best[-1].end)
    found = tuple(Mark(match.start, match.end, "bold") for match in matches)
    words = Text(text, (*passage.marks, *found)).slice(start, end)
    cut = ("…" if start else "") + words + ("…" if end < len(text) else "")
    return _Excerpt(cut, _different(best))


def _window(matches: list[_Match], first: _Match) -> list[_Match]:
    return [match for match in matches if 0 <= match.start - first.start < AROUND]


def _different(matches: list[_Match]) -> int:
    return len({match.stem for match in matches})


def _bounds(text: str, first: int, last: int) -> tuple[int, int]:
    """Widen a stretch on both sides, up to a blank."""
    start = max(0, first - AROUND)
    start = text.find(" ", start, first) + 1 if start else 0
    end = min(len(text), last + AROUND)
    cut = text.rfind(" ", last, end)
    return start, cut if end < len(text) and cut > 0 else end
