"""What a chat may choose: its clock, how long editions are, and whether empty ones come."""

from bot.buttons import Button
from bot.render import schedules
from bot.render.labels import DOT
from bot.render.reply import Reply, doing, rows
from bot.render.subscribing import View
from bot.render.text import Text, bold, code, join
from digests.subscriptions import Chat


def shown(chat: Chat, view: View, lead: Text | None = None) -> Reply:
    """Show the settings of a chat, with what would change them."""
    length = view.say("brief") if chat.brief else view.say("full")
    empty = view.say("say so") if chat.empty else view.say("stay silent")
    clock = schedules.clock(view.zone, view.language)
    hour = schedules.hour(view.zone, view.now, view.language)
    lines = [
        view.say("Time zone: {zone}, now {hour}", zone=bold(clock), hour=hour),
        view.say("Editions: {length}", length=bold(length)),
        view.say("When nothing is new: {what}", what=bold(empty)),
    ]
    hint = view.say(
        "Or in words: {examples}",
        examples=join(DOT, map(code, ("/settings Vienna", "/settings brief"))),
    )
    head = join("\n", [view.whose, bold(view.say("Settings")), *lines])
    return Reply(join("\n\n", [lead or Text(), head, hint]), rows(*_buttons(chat, view)))


def _buttons(chat: Chat, view: View) -> list[list[Button]]:
    brief = (
        doing(view.say("Full editions"), view.maker.do("set", choice="full"))
        if chat.brief
        else doing(view.say("Brief editions"), view.maker.do("set", choice="brief"))
    )
    empty = (
        doing(view.say("Stay silent when nothing is new"), view.maker.do("set", choice="silent"))
        if chat.empty
        else doing(view.say("Say when nothing is new"), view.maker.do("set", choice="always"))
    )
    zone = doing(view.say("Time zone ▸"), view.maker.do("setclock"))
    return [[zone, brief], [empty]]


def moved(number: int, view: View) -> Text:
    """Say that subscriptions went along to another clock."""
    clock = schedules.clock(view.zone, view.language)
    if not number:
        return view.say("This chat goes by {zone} now.", zone=clock)
    return view.language.count(
        "This chat goes by {zone} now, and so does {number} subscription.",
        "This chat goes by {zone} now, and so do {number} subscriptions.",
        number,
        zone=clock,
    )


def kept(view: View) -> Text:
    """Say that a setting is changed."""
    return view.say("Changed.")
