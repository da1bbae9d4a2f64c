"""How the delivery is doing, for editors and operators."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.render.labels import DOT
from bot.render.language import Language, later
from bot.render.text import Text, bold, join
from digests.answers.status import Status
from digests.library.letters import Dead
from digests.subscriptions import Pause

MINUTE, HOUR, DAY = 60, 3_600, 86_400
LONGEST_REASON = 120  # characters
REASONS = {
    Pause.BY_HAND: later("by hand"),
    Pause.BLOCKED: later("the bot was blocked"),
    Pause.REMOVED: later("the bot was removed"),
    Pause.NO_RIGHTS: later("it may not write there"),
    Pause.NOT_FOUND: later("the chat was not found"),
    Pause.TOPIC: later("the topic was closed or deleted"),
}


def status(found: Status, zone: ZoneInfo, language: Language) -> Text:
    """Tell how it is: signs of life first, what needs a look next."""
    blocks = [
        join("\n", [bold(_verdict(found, language)), *_signs(found, language)]),
        join("\n", _letters(found, zone, language)),
        join("\n", _subscriptions(found, zone, language)),
    ]
    return join("\n\n", blocks)


def _verdict(found: Status, language: Language) -> Text:
    if found.running is False:
        return language.say("No run is on.")
    if found.stuck:
        return language.say("The run is stuck: restart it, and look into its log.")
    return language.say("Delivery is running.")


def _signs(found: Status, language: Language) -> list[Text]:
    return [
        language.say("Last tick: {age}", age=_age(found.pulse.tick, found.now, language)),
        language.say("Last message sent: {age}", age=_age(found.pulse.sent, found.now, language)),
    ]


def _age(at: dt.datetime | None, now: dt.datetime, language: Language) -> Text:
    if at is None:
        return language.say("never")
    seconds = max(0, int((now - at).total_seconds()))
    if seconds < MINUTE:
        return language.count("{number} second ago", "{number} seconds ago", seconds)
    if seconds < HOUR:
        return language.count("{number} minute ago", "{number} minutes ago", seconds // MINUTE)
    if seconds < DAY:
        return language.count("{number} hour ago", "{number} hours ago", seconds // HOUR)
    return language.count("{number} day ago", "{number} days ago", seconds // DAY)


def _letters(found: Status, zone: ZoneInfo, language: Language) -> list[Text]:
    letters = found.letters
    counts = [
        language.say("{number} waiting", number=language.number(letters.waiting)),
        language.count("{number} chat parked", "{number} chats parked", found.pulse.parked),
        language.say("{number} held", number=language.number(letters.held)),
        language.say("{number} dead", number=language.number(letters.dead)),
    ]
    lines = [language.say("Letters: {counts}", counts=join(DOT, counts))]
    if letters.oldest:
        age = _age(letters.oldest, found.now, language)
        lines.append(language.say("The oldest of them was written {age}.", age=age))
    return [*lines, *(_dead(one, zone, language) for one in found.dead)]


def _dead(one: Dead, zone: ZoneInfo, language: Language) -> Text:
    since = one.letter.failing or one.letter.at
    return "• " + language.say(
        "Dead: number {number}, chat {chat}, {date}: {why}",
        number=str(one.letter.id),
        chat=str(one.letter.chat),
        date=language.moment(since.astimezone(zone)) if since else "",
        why=one.why[:LONGEST_REASON],
    )


def _subscriptions(found: Status, zone: ZoneInfo, language: Language) -> list[Text]:
    tally = found.subscriptions
    paused = sum(tally.paused.values())
    lines = [
        language.say(
            "Subscriptions: {active} active, {paused} paused",
            active=language.number(tally.active),
            paused=language.number(paused),
        )
    ]
    lines += [
        "• "
        + language.say("{number} paused: {why}", number=language.number(n), why=_why(p, language))
        for p, n in tally.paused.items()
    ]
    slots = [
        language.say(
            "{date} ({number})",
            date=language.moment(slot.at.astimezone(zone)),
            number=language.number(slot.subscriptions),
        )
        for slot in found.slots
    ]
    return [*lines, *([language.say("Next: {slots}", slots=join("; ", slots))] if slots else [])]


def _why(pause: Pause, language: Language) -> Text:
    return language.say(REASONS[pause])
