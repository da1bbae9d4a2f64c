"""Phrases that several answers use: outlets, dates, clauses, speakers, filters, typed words."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from bot.render import pages
from bot.render.language import Language
from bot.render.text import Text, bold, code, italic, join, link, marked
from config.catalogue import Catalogue
from config.entries import Clause
from config.references import Provision
from digests.models import Article, Count, Filter, Heading, Quote, Speaker, SpeakerKind

LONG_QUOTE = 400  # characters; a longer one is folded until it is tapped
SHORT = 60  # UTF-16 units; less of a stretch of words says nothing
LONGEST_TYPED = 64
JOINERS = frozenset("\u200c\u200d")  # emoji and Persian need them
ADDRESS = re.compile(
    r"https?://[^\s/?#<>\"'@:\[\]]+\.[^\s/?#<>\"'@:\[\]]+(:[0-9]{1,4})?([/?#][^\s\x00-\x1f\x7f]*)?"
)
INSERTED = re.compile(r"\[[^\[\]]{1,300}\]|\([^()]{1,300} [-–—] [A-Z][\w. ]{1,30}\)")
DOT = " · "


def typed(text: str) -> str:
    """Give what somebody typed in a form fit to be said back: one line, short, no trickery."""
    plain = clean(text)
    return plain if len(plain) <= LONGEST_TYPED else f"{plain[: LONGEST_TYPED - 1]}…"


def clean(text: str) -> str:
    """Take out what cannot be seen, and what would turn the direction of the words after it."""
    return " ".join("".join(map(_seen, text)).split())


def _seen(sign: str) -> str:
    match unicodedata.category(sign):
        case "Cc" | "Cs" | "Zl" | "Zp":
            return " "
        case "Cf" if sign not in JOINERS:
            return ""
        case _:
            return sign


@lru_cache(maxsize=1024)
def outlet(name: str | None, catalogue: Catalogue, language: Language) -> Text:
    """Name an outlet, marked if it is known to be state-affiliated."""
    if name is None:
        return language.say("outlet not identified")
    known = catalogue.outlet(name)
    if known and known.state_affiliated:
        return language.say("{outlet} (state-affiliated)", outlet=name)
    return Text(name)


def affiliated(name: str | None, catalogue: Catalogue, language: Language) -> Text:
    """Say that an outlet is state-affiliated, where that is known; else nothing."""
    known = catalogue.outlet(name)
    return language.say("state-affiliated") if known and known.state_affiliated else Text()


def day(article: Article | Heading, language: Language) -> Text:
    """Say when an article was published, as far as that is known."""
    if article.published:
        return Text(language.day(article.published))
    if article.published_from:
        return language.say("on or after {date}", date=language.day(article.published_from))
    return language.say("date not known")


def headline(article: Article | Heading, catalogue: Catalogue, language: Language) -> Text:
    """Give an article's headline, or say that it has none."""
    if article.headline:
        return Text(article.headline)
    return language.say(
        "Untitled, {outlet}, {date}",
        outlet=article.outlet or outlet(None, catalogue, language),
        date=day(article, language),
    )


def short(article: Article | Heading, language: Language) -> Text:
    """Name an article in a few words, for a button."""
    date = article.published or article.published_from
    if article.outlet:
        return join(", ", [article.outlet, language.short_day(date) if date else ""])
    return Text(article.headline or language.say("Untitled").plain)


def source(article: Article | Heading, language: Language) -> Text:
    """Link to where an article can be checked, if that is known.

    An address that Telegram would refuse, and the whole message with it, is given to copy.
    """
    if article.url is None:
        return Text()
    if ADDRESS.fullmatch(article.url) is None:
        return code(article.url)
    return link(language.say("source"), article.url)


def clause(provision: Provision, language: Language) -> Text:
    """Name a clause by its number, where it has one, and its title."""
    return join(DOT, [number(provision.clause, language), provision.clause.title])


def number(clause: Clause, language: Language) -> Text:
    """Name a clause by its number."""
    return language.say("Article {number}", number=clause.number) if clause.number else Text()


@lru_cache(maxsize=1024)
def short_clause(address: str, catalogue: Catalogue, language: Language) -> Text:
    """Name a clause in a few words; one of another treaty than the default with its treaty."""
    found = catalogue.at(address)
    if found is None:
        return Text(address)
    treaty, named = found
    label = number(named, language) or Text(named.title)
    if treaty.id == catalogue.default.id:
        return label
    return language.say("{clause} of the {treaty}", clause=label, treaty=treaty.short)


def kind(speaker: Speaker, language: Language) -> Text:
    """Say what sort of speaker somebody is."""
    match speaker.kind:
        case SpeakerKind.EXPERT:
            return language.say("Expert")
        case SpeakerKind.OFFICIAL:
            return language.say("Official")
        case SpeakerKind.TREATY:
            return language.say("Words of a treaty, as outlets printed them")
        case SpeakerKind.OTHER:
            return language.say("Speaker")


def who(speaker: Speaker, language: Language) -> Text:
    """Describe a speaker in one line: kind, role and affiliation."""
    place = ", ".join(filter(None, (speaker.role, speaker.affiliation)))
    return join(DOT, [kind(speaker, language), place])


def name(speaker: Speaker, language: Language) -> Text:
    """Name a speaker; the text of a treaty is one by its own name."""
    if speaker.kind is SpeakerKind.TREATY:
        return language.say("Treaty text")
    return Text(speaker.name)


def quoted(quote: Quote, longest: int | None = None) -> Text:
    """Set the exact words in quotation marks, each printed stretch in its own.

    Words beyond *longest* UTF-16 units are left out, which an ellipsis after the marks shows.
    """
    words = join(" … ", _stretches(quote, longest))
    if len(words.plain) > LONG_QUOTE:
        return marked(words, "expandable_blockquote")
    return marked(words, "blockquote")


def _stretches(quote: Quote, longest: int | None) -> Iterator[Text]:
    room = longest
    for stretch in quote.stretches:
        words = insertions(stretch)
        if room is not None and words.width > room:
            yield "“" + pages.split(words, room)[0].stripped() + "”" + pages.CUT
            return
        room = None if room is None else max(room - words.width, SHORT)
        yield "“" + words + "”"


def insertions(stretch: str) -> Text:
    """Set the outlet's own insertions in italics, so that they are seen to be its own."""
    shown, done = Text(), 0
    for match in INSERTED.finditer(stretch):
        shown += stretch[done : match.start()] + italic(match[0])
        done = match.end()
    return shown + stretch[done:]


def remarks(quote: Quote, language: Language) -> Text:
    """Say what a reader must know about the words: a fragment, insertions, a note, a language."""
    return join(
        DOT,
        [
            language.say("fragment of a sentence") if quote.kind == "fragment" else "",
            language.say("brackets are the outlet’s") if INSERTED.search(quote.text) else "",
            quote.note or "",
        ],
    )


def counted(count: Count, language: Language) -> str:
    """Write a count; one that stopped at its limit as *over* that."""
    number = language.number(count.number)
    return language.say("over {number}", number=number).plain if count.capped else number


def narrowed(filter_: Filter, catalogue: Catalogue, language: Language) -> Text:
    """Say what a list is narrowed to."""
    parts = limits(filter_, catalogue, language)
    return italic(language.say("Only: {filters}", filters=join(", ", parts))) if parts else Text()


def limits(filter_: Filter, catalogue: Catalogue, language: Language) -> list[Text]:
    """Name each thing a filter is narrowed to."""
    parts = [short_clause(at, catalogue, language) for at in filter_.clauses]
    parts += [Text(name) for name in filter_.speaker_names]
    parts += [Text(name) for name in filter_.outlets]
    known = catalogue.treaties
    parts += [Text(known[id_].short if id_ in known else id_) for id_ in filter_.treaties]
    if filter_.since:
        parts.append(language.say("since {date}", date=language.day(filter_.since)))
    if filter_.until:
        parts.append(language.say("until {date}", date=language.day(filter_.until)))
    return parts


def no_more(language: Language) -> Text:
    """Say that a list has ended, for a button that was made when it was longer."""
    return language.say("There is nothing further here.")


def title(text: Text | str) -> Text:
    """Set the first line of an answer."""
    return bold(text)
