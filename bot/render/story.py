"""One story of an edition: headline, outlet, date, summary, its best quote, where else it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot import links
from bot.buttons import Open
from bot.render import article as whole
from bot.render import labels, pages
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.text import Text, bold, join, link
from config.catalogue import Catalogue
from digests.editions import Story
from digests.models import Article, Reprint
from digests.subscriptions import Shown

# UTF-16 units; what is longer is cut.
LONGEST_SUMMARY, LONGEST_QUOTE, LONGEST_ALSO, LONGEST = 1_200, 1_000, 500, 2_600
MOST_CLAUSES = 3
MOST_MARKS = 40
BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Setting:
    """What a story is set with; ``bot`` is the name under which links lead to this one."""

    catalogue: Catalogue
    language: Language
    bot: str

    def address(self, command: str, argument: str) -> str:
        """Give the address that opens an answer in the private chat; it is a short one."""
        return links.address(self.bot, links.payload(Open(command, argument), str))


@dataclass(frozen=True, slots=True)
class Item:
    """A story as it is set, and where in it each of its articles stands."""

    text: Text
    shows: tuple[Shown, ...]


def full(story: Story, setting: Setting) -> Item:
    """Set a story with its summary and its best quote."""
    article = story.article
    summary = pages.clip(Text(article.summary or ""), LONGEST_SUMMARY)
    lines = [*_head(article, setting, MOST_CLAUSES), summary, *_quote(story, setting)]
    return _item(story, lines, setting)


def _item(story: Story, lines: Sequence[Text], setting: Setting) -> Item:
    also, shows = _also(story, setting)
    room = LONGEST - also.width - 1
    text = pages.thinned(pages.clip(join("\n", lines), room), MOST_MARKS)
    begun = len(text.plain) + 1
    moved = (Shown(one.article, one.start + begun, one.end + begun) for one in shows)
    shown = Shown(story.article.id, 0, len(text.plain))
    return Item(join("\n", [text, also]), (shown, *moved))


def brief(story: Story, setting: Setting) -> Item:
    """Set a story as headline, outlet and date."""
    return _item(story, _head(story.article, setting, 0), setting)


def _head(article: Article, setting: Setting, clauses: int) -> list[Text]:
    catalogue, language = setting.catalogue, setting.language
    facts = [
        labels.outlet(article.outlet, catalogue, language),
        labels.day(article, language),
        *_clauses(article, setting, clauses),
        labels.source(article, language),
    ]
    return [bold(labels.headline(article, catalogue, language)), join(DOT, facts)]


def _clauses(article: Article, setting: Setting, most: int) -> list[Text]:
    """Name the first of the clauses it is about, and say how many more there are."""
    catalogue, language = setting.catalogue, setting.language
    addresses = article.addresses if most else ()
    named = [labels.short_clause(at, catalogue, language) for at in addresses[:most]]
    if further := len(addresses) - len(named):
        named.append(language.count("{number} more clause", "{number} more clauses", further))
    return [join(", ", named)]


def _quote(story: Story, setting: Setting) -> list[Text]:
    """Set the best quote: a long one is folded until it is tapped."""
    quote, language = story.best, setting.language
    if quote is None:
        return []
    facts = [
        "— " + whole.by(quote, language),
        language.say("told {whom}", whom=quote.told) if quote.told else Text(),
        labels.remarks(quote, language),
        _further(story.article, setting),
    ]
    return [labels.quoted(quote, LONGEST_QUOTE), join(DOT, facts)]


def _further(article: Article, setting: Setting) -> Text:
    further = len(article.quotes) - 1
    if not further:
        return Text()
    label = setting.language.count("{number} more quote", "{number} more quotes", further)
    return link(label, setting.address("article", article.id))


def _also(story: Story, setting: Setting) -> tuple[Text, tuple[Shown, ...]]:
    """Say in which other outlets a story is, and where in that line each article stands."""
    line, shows = Text(), list[Shown]()
    entries = list(_entries(story, setting))
    for place, (id_, entry) in enumerate(entries):
        longer = join(BETWEEN, [line, entry])
        if longer.width > LONGEST_ALSO:
            line = join(BETWEEN, [line, _more(len(entries) - place, setting.language)])
            break
        if id_:
            shows.append(Shown(id_, len(longer.plain) - len(entry.plain), len(longer.plain)))
        line = longer
    if not line:
        return line, ()
    said = setting.language.say("Also in: {outlets}", outlets=line)
    begun = said.plain.index(line.plain)
    return said, tuple(Shown(one.article, one.start + begun, one.end + begun) for one in shows)


def _more(others: int, language: Language) -> Text:
    return language.count("{number} more", "{number} more", others)


def _entries(story: Story, setting: Setting) -> Iterator[tuple[str | None, Text]]:
    """Give the other outlets of a story, with the id of the article where we have it."""
    met = {article.outlet for article in story.articles}
    for article in story.also:
        yield article.id, also(article, setting)
    for article in story.articles:
        for reprint in article.also_in:
            if reprint.outlet not in met:
                met.add(reprint.outlet)
                yield None, also(reprint, setting)


def also(one: Article | Reprint, setting: Setting) -> Text:
    """Name an outlet that has the same story, with the day, as far as that is known."""
    outlet = labels.outlet(one.outlet, setting.catalogue, setting.language)
    if one.url and labels.ADDRESS.fullmatch(one.url):
        outlet = link(outlet, one.url)
    day = setting.language.day(one.published) if one.published else ""
    return join(", ", [outlet, day])
