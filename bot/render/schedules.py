"""When editions are owed, in plain words: schedules, time zones, slots."""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.render import labels, pages
from bot.render.language import Language, later
from bot.render.text import Text, bold, code, join
from config.catalogue import Catalogue
from digests.models import Filter
from digests.schedule import Trouble, Unclear
from digests.subscriptions import LAST_DAY, WEEK, WEEKDAYS, Schedule, Subscription
from digests.zones.spellings import Place

EXAMPLES = (
    "weekdays 8:30",
    "mon,thu 18:00",
    "daily 8:00,20:00",
    "monthly 1 9:00",
    "as it happens",
)
PROBLEMS = {
    Trouble.WORD: later("I do not read “{word}” as days or hours."),
    Trouble.TIME: later("“{word}” is no time of day."),
    Trouble.MONTHDAY: later("“{word}” is no day of a month."),
    Trouble.ONE_MONTHDAY: later("“{word}” is a second day of the month; one is kept."),
    Trouble.RHYTHM: later("I keep no such rhythm as “{word}”."),
    Trouble.COUNT: later("“{word}” does not fit the hours beside it."),
    Trouble.MANY: later("“{word}” is too often for one day."),
    Trouble.MIXED: later("“{word}” does not go with the rest."),
}
LONGEST = 300  # UTF-16 units of what a subscription is about


def when(schedule: Schedule, zone: str, language: Language) -> Text:
    """Say a schedule, with the place whose clock it goes by."""
    if schedule.at_once:
        return language.say("As it happens")
    return language.say(
        "{days} at {hours}, {zone}",
        days=_days(schedule, language),
        hours=language.listing(language.hour(time) for time in schedule.times),
        zone=clock(zone, language),
    )


def _days(schedule: Schedule, language: Language) -> Text:
    match schedule.monthday, schedule.days:
        case int(number), _ if number == LAST_DAY:
            return language.say("On the last day of every month")
        case int(number), _:
            return language.say("On day {number} of every month", number=language.number(number))
        case _, ():
            return language.say("Every day")
        case _, days if set(days) == set(WEEKDAYS):
            return language.say("Every weekday")
        case _, days:
            named = (language.weekday(WEEK.index(day)) for day in days)
            return language.say("Every {days}", days=language.listing(named))


def clock(zone: str, language: Language) -> Text:
    """Name the clock of a time zone: “Vienna time”."""
    city = language.city(zone)
    if city.startswith(("UTC", "GMT")):
        return Text(city)
    return language.say("{city} time", city=city)


def hour(zone: str, now: dt.datetime, language: Language) -> str:
    """Write what a time zone's clocks show now."""
    return language.time(now.astimezone(ZoneInfo(zone)))


def about(narrowed: Filter, catalogue: Catalogue, language: Language) -> Text:
    """Say what a subscription is about."""
    parts = labels.limits(narrowed, catalogue, language)
    return pages.clip(join(", ", parts), LONGEST) or language.say("everything")


def sentence(subscription: Subscription, catalogue: Catalogue, language: Language) -> Text:
    """Say a subscription: when, and what about."""
    return language.say(
        "{when}: {what}",
        when=bold(when(subscription.schedule, subscription.zone, language)),
        what=about(subscription.filter, catalogue, language),
    )


def upcoming(slots: Sequence[dt.datetime], home: str, zone: str, language: Language) -> Text:
    """List the next slots on the clock of the chat, named where it is not the subscription's."""
    if not slots:
        return Text()
    written = "; ".join(language.slot(slot.astimezone(ZoneInfo(home))) for slot in slots)
    if home == zone:
        return language.say("Next: {slots}.", slots=written)
    return language.say("Next, by {zone}: {slots}.", zone=clock(home, language), slots=written)


def unclear(found: Unclear, language: Language) -> Text:
    """Say what of a schedule cannot be read, and how to write one."""
    return join(" ", [problem(found, language), _examples(language)])


def problem(found: Unclear, language: Language) -> Text:
    """Say what of a schedule cannot be read."""
    if not found.word:
        return language.say("That says neither days nor hours.")
    said = PROBLEMS.get(found.why, PROBLEMS[Trouble.WORD])
    return language.say(said, word=labels.typed(found.word))


def _examples(language: Language) -> Text:
    written = join(labels.DOT, map(code, EXAMPLES))
    return language.say("For example: {examples}", examples=written)


def no_zone(words: str, near: Sequence[Place], language: Language) -> Text:
    """Say that no time zone, or more than one, goes by some words."""
    said = language.say("I find no time zone for “{name}”.", name=labels.typed(words))
    if near:
        cities = language.alternatives(place.name for place in near)
        return said + " " + language.say("Did you mean {cities}?", cities=cities)
    return (
        said
        + " "
        + language.say(
            "Write the name of a big city nearby, or a zone such as {example}.",
            example=code("Europe/Vienna"),
        )
    )
