"""What stands round the stories of an edition: its head, its foot, and word of no news."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.render import labels, pages
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.story import Setting
from bot.render.text import Text, bold, join
from config.catalogue import Catalogue
from digests.editions import Edition

LONGEST_HEAD, LONGEST_FOOT = 600, 700  # UTF-16 units; what is longer is cut
MOST_CLAUSES, MOST_NAMES, MOST_TREATIES = 8, 6, 2


def head(edition: Edition, mark: Text, setting: Setting) -> Text:
    """Say what an edition is of: treaty, period, how many articles of how many outlets."""
    catalogue, language = setting.catalogue, setting.language
    lines = [
        bold(_treaties(edition, setting)),
        join(
            DOT,
            [
                _period(edition.first, edition.last, language),
                *_counts(edition, catalogue, language),
                mark,
            ],
        ),
        _narrowed(edition, setting),
    ]
    return pages.clip(join("\n", lines), LONGEST_HEAD)


def running(edition: Edition, mark: Text, setting: Setting) -> Text:
    """Say on a further message what is being read."""
    period = _period(edition.first, edition.last, setting.language)
    return pages.clip(join(DOT, [bold(_treaties(edition, setting)), period, mark]), LONGEST_HEAD)


@lru_cache(maxsize=256)
def _period(first: dt.date, last: dt.date, language: Language) -> str:
    """Write a period; Babel takes long over it, and many editions are of the same."""
    return language.days(first, last) if first < last else language.day(last)


def _treaties(edition: Edition, setting: Setting) -> str:
    """Name the treaties an edition is about, or was to be."""
    known, language = setting.catalogue.treaties, setting.language
    ids = edition.treaties or edition.filter.treaties or (setting.catalogue.default.id,)
    named = [known[id_].short if id_ in known else id_ for id_ in ids[:MOST_TREATIES]]
    if further := len(ids) - len(named):
        named.append(
            language.count("{number} more treaty", "{number} more treaties", further).plain
        )
    return language.listing(named)


def _narrowed(edition: Edition, setting: Setting) -> Text:
    """Say what an edition is narrowed to, but for the days: those are its period."""
    narrowed = replace(edition.filter, since=None, until=None)
    return labels.narrowed(narrowed, setting.catalogue, setting.language)


def _counts(edition: Edition, catalogue: Catalogue, language: Language) -> list[Text]:
    total = edition.total
    counted = labels.counted(total, language)
    articles = language.count("{total} article", "{total} articles", total.number, total=counted)
    if total.number == 1 or not edition.whole:
        return [articles]
    return [articles, _outlets(edition, catalogue, language)]


def _outlets(edition: Edition, catalogue: Catalogue, language: Language) -> Text:
    """Count the outlets that are identified, and how many of them are state-affiliated."""
    named = [count.outlet for count in edition.outlets if count.outlet]
    state = sum(bool(labels.affiliated(name, catalogue, language)) for name in named)
    if not named:
        return Text()
    outlets = language.count("{number} outlet", "{number} outlets", len(named))
    if len(named) == state == 1:
        return join(", ", [outlets, language.say("state-affiliated")])
    affiliated = language.count(
        "{number} of them state-affiliated", "{number} of them state-affiliated", state
    )
    return join(", ", [outlets, affiliated if state else ""])


def foot(edition: Edition, setting: Setting, left: Text | None = None) -> Text:
    """Say which clauses were touched, who spoke for the first time, and what is *left* out."""
    language = setting.language
    touched = edition.clauses if edition.total.number > 1 else ()  # one article says it itself
    clauses = [_touched(one.clause, one.articles, setting) for one in touched[:MOST_CLAUSES]]
    blocks = [
        _block(language.say("Clauses touched"), clauses, len(touched), language),
        _block(
            language.say("Quoted here for the first time"),
            edition.debuts[:MOST_NAMES],
            len(edition.debuts),
            language,
        ),
    ]
    room = LONGEST_FOOT - (left.width if left else 0) - len(pages.GAP)
    return join(pages.GAP, [pages.clip(join(pages.GAP, blocks), room), left or ""])


def _touched(address: str, articles: int, setting: Setting) -> str:
    language = setting.language
    name = labels.short_clause(address, setting.catalogue, language).plain
    return f"{name} ({language.number(articles)})" if articles > 1 else name


def _block(title: Text, named: Sequence[str], total: int, language: Language) -> Text:
    """Set a title and the names under it; of those that are left out give the number."""
    if not named:
        return Text()
    line = ", ".join(named)
    if further := total - len(named):
        more = language.count("{number} more", "{number} more", further).plain
        line = f"{line}, {more}"
    return join("\n", [labels.title(title), line])


def nothing(edition: Edition, setting: Setting) -> Text:
    """Say that nothing is new, and what else there is."""
    language = setting.language
    said = language.say(
        "{period}: nothing new has come in about the {treaty}. The next edition comes when it is "
        "due; /latest has the newest articles.",
        treaty=_treaties(edition, setting),
        period=_period(edition.first, edition.last, language),
    )
    return pages.clip(join("\n", [said, _narrowed(edition, setting)]))
