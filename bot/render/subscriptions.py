"""Subscriptions as they stand: one, all of a chat, and what became of them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.buttons import Button
from bot.render import schedules
from bot.render.labels import DOT
from bot.render.reply import Reply, doing, rows
from bot.render.subscribing import View
from bot.render.text import Text, bold, code, join, link
from digests.subscriptions import Pause, Result, Subscription

IN_A_ROW = 5  # numbers of subscriptions
SUPERGROUP = "-100"  # what ids of groups with topics begin with; links leave it out


@dataclass(frozen=True, slots=True)
class Standing:
    """A subscription, its next slots, and whether it is one of several of its chat.

    There are no slots where it is paused, and where editions come as it happens.
    """

    subscription: Subscription
    slots: Sequence[dt.datetime] = ()
    several: bool = False


def sentence(subscription: Subscription, view: View) -> Text:
    """Say a subscription in one sentence, in a forum with its topic."""
    said = schedules.sentence(subscription, view.catalogue, view.language)
    if subscription.topic == view.topic is None:
        return said
    return said + " (" + _topic(subscription, view) + ")"


def _topic(subscription: Subscription, view: View) -> Text:
    """Name a topic by its number, which is all that is known; the link shows which it is."""
    if subscription.topic is None:
        return view.say("in General")
    if subscription.topic == view.topic:
        return view.say("in this topic")
    said = view.say("in topic {number}", number=str(subscription.topic))
    chat = str(subscription.chat)
    if not chat.startswith(SUPERGROUP):
        return said
    return link(said, f"https://t.me/c/{chat.removeprefix(SUPERGROUP)}/{subscription.topic}")


def made(standing: Standing, view: View) -> Reply:
    """Say what a chat is subscribed to now."""
    return _one(view.say("Subscribed."), standing, view)


def already(standing: Standing, view: View) -> Reply:
    """Say that the same is subscribed to already."""
    return _one(view.say("That is subscribed to already."), standing, view)


def changed(standing: Standing, view: View) -> Reply:
    """Say how a subscription stands since it was changed."""
    return _one(view.say("Changed."), standing, view)


def same_as(standing: Standing, view: View) -> Reply:
    """Say that another subscription is what this one was to become."""
    lead = view.say("Not changed: another subscription says just that already.")
    return _one(lead, standing, view)


def card(standing: Standing, view: View) -> Reply:
    """Show one subscription, with what can be done with it."""
    return _one(Text(), standing, view)


def _one(lead: Text, standing: Standing, view: View) -> Reply:
    said = sentence(standing.subscription, view)
    head = join("\n", [view.whose, join(" ", [lead, said + "."])])
    text = join("\n", [head, _ahead(standing, view), _behind(standing.subscription, view)])
    return Reply(text, rows(_buttons(standing, view)))


def _ahead(standing: Standing, view: View) -> Text:
    """Say when the next editions come, or why none do."""
    one = standing.subscription
    if one.paused:
        return _paused(one, view)
    if one.schedule.at_once:
        return view.say(
            "A new article comes when it is published; for three minutes it waits for company."
        )
    return schedules.upcoming(standing.slots, view.zone, one.zone, view.language)


def _paused(one: Subscription, view: View) -> Text:
    why = _why(one.paused, view)
    if one.paused_at is None:
        return view.say("Paused: {why}.", why=why)
    return view.say("Paused since {moment}: {why}.", why=why, moment=_moment(one.paused_at, view))


def _why(paused: Pause | None, view: View) -> Text:
    match paused:
        case Pause.BLOCKED:
            return view.say("I was blocked")
        case Pause.REMOVED:
            return view.say("I was removed")
        case Pause.NO_RIGHTS:
            return view.say("I may not write there")
        case Pause.NOT_FOUND:
            return view.say("the chat was not found")
        case Pause.TOPIC:
            return view.say("the topic was closed or deleted")
        case _:
            return view.say("by hand")


def _behind(one: Subscription, view: View) -> Text:
    """Say what came of the last slot."""
    if one.result is None or one.settled is None:
        return Text()
    return view.say(
        "Last: {result}, {moment}.",
        result=_result(one.result, view),
        moment=_moment(one.settled, view),
    )


def _result(result: Result, view: View) -> Text:
    match result:
        case Result.WAITING:
            return view.say("waits to be sent")
        case Result.SENT:
            return view.say("sent")
        case Result.NOTHING_NEW:
            return view.say("nothing was new")
        case Result.MISSED:
            return view.say("missed while I was off")
        case Result.DEAD:
            return view.say("could not be delivered")


def _moment(at: dt.datetime, view: View) -> str:
    return view.language.slot(at.astimezone(ZoneInfo(view.zone)))


def _buttons(standing: Standing, view: View) -> list[Button]:
    one = standing.subscription
    going = (
        doing(view.say("Resume"), view.maker.do("subresume", one.id))
        if one.paused
        else doing(view.say("Pause"), view.maker.do("subpause", one.id))
    )
    buttons = [
        doing(view.say("Preview now"), view.maker.do("subnow", one.id)),
        going,
        doing(view.say("Change"), view.maker.do("subchange", one.id)),
        doing(view.say("Delete"), view.maker.do("subend", one.id)),
    ]
    return [*buttons, back(view)] if standing.several else buttons


def back(view: View) -> Button:
    """Make a button that leads to all subscriptions of the chat."""
    return doing(view.say("◂ All subscriptions"), view.maker.do("subs"))


def listed(standings: Sequence[Standing], view: View) -> Reply:
    """List the subscriptions of a chat; a number opens one."""
    items = [
        join("\n", [Text(f"{number}. ") + sentence(each.subscription, view), _brief(each, view)])
        for number, each in enumerate(standings, 1)
    ]
    head = join("\n", [view.whose, bold(view.say("Subscriptions"))])
    numbers = [
        doing(view.language.number(number), view.maker.do("sub", each.subscription.id))
        for number, each in enumerate(standings, 1)
    ]
    grid = tuple(tuple(numbers[at : at + IN_A_ROW]) for at in range(0, len(numbers), IN_A_ROW))
    hint = view.say("A number shows one: to try, pause, change or delete it.")
    return Reply(join("\n\n", [head, *items, hint]), grid)


def _brief(standing: Standing, view: View) -> Text:
    """Say in one line what comes next, and what came last."""
    one = standing.subscription
    ahead = Text()
    if one.paused:
        ahead = view.say("paused: {why}", why=_why(one.paused, view))
    elif standing.slots:
        slot = standing.slots[0].astimezone(ZoneInfo(one.zone))
        ahead = view.say("next: {moment}", moment=view.language.slot(slot))
    last = view.say("last: {result}", result=_result(one.result, view)) if one.result else Text()
    return join(DOT, [ahead, last])


def none(view: View) -> Reply:
    """Say that a chat has none, and how to have some."""
    text = view.say(
        "Nothing is subscribed to here yet. /subscribe begins; {example} does it at once.",
        example=code("/subscribe weekdays 8:30 Lukin"),
    )
    begin = doing(view.say("Subscribe"), view.maker.do("subnew"))
    return Reply(join("\n", [view.whose, text]), rows([begin]))


def too_many(limit: int, view: View) -> Reply:
    """Say that a chat has as many as it may."""
    text = view.language.count(
        "A chat has at most {number} subscription, and this one has. Delete or change one first.",
        "A chat has at most {number} subscriptions, and this one has. Delete or change one first.",
        limit,
    )
    return Reply(text, rows([back(view)]))


def gone(view: View) -> Reply:
    """Say that a subscription was deleted meanwhile."""
    return Reply(view.say("That subscription was deleted meanwhile."), rows([back(view)]))


def sure(one: Subscription, view: View) -> Reply:
    """Ask whether a subscription is to be deleted."""
    text = view.say("Delete this subscription? {what}.", what=sentence(one, view))
    buttons = [
        doing(view.say("Yes, delete"), view.maker.do("subended", one.id)),
        doing(view.say("No, keep it"), view.maker.do("sub", one.id)),
    ]
    return Reply(join("\n", [view.whose, text]), rows(buttons))


def sure_of_all(number: int, view: View) -> Reply:
    """Ask whether all subscriptions of a chat are to be deleted."""
    text = view.language.count(
        "Delete the {number} subscription here?", "Delete the {number} subscriptions here?", number
    )
    buttons = [
        doing(view.say("Yes, delete all"), view.maker.do("suballended")),
        doing(view.say("No, keep them"), view.maker.do("subs")),
    ]
    return Reply(join("\n", [view.whose, text]), rows(buttons))


def ended(one: Subscription, again: Button, view: View) -> Reply:
    """Say that a subscription is deleted, with a way to have it *again*."""
    text = view.say("Deleted; nothing more comes of this:")
    lines = [view.whose, text, sentence(one, view)]
    return Reply(join("\n", lines), rows([again, back(view)]))


def all_ended(number: int, view: View) -> Reply:
    """Say how many subscriptions are deleted."""
    if not number:
        return none(view)
    text = view.language.count(
        "{number} subscription is deleted. Nothing more comes here.",
        "{number} subscriptions are deleted. Nothing more comes here.",
        number,
    )
    return Reply(join("\n", [view.whose, text]))


def which(standings: Sequence[Standing], view: View) -> Reply:
    """Ask which subscription is to end."""
    lines = [
        Text(f"{number}. ") + sentence(each.subscription, view)
        for number, each in enumerate(standings, 1)
    ]
    numbers = [
        doing(view.language.number(number), view.maker.do("subend", each.subscription.id))
        for number, each in enumerate(standings, 1)
    ]
    grid = [tuple(numbers[at : at + IN_A_ROW]) for at in range(0, len(numbers), IN_A_ROW)]
    everything = doing(view.say("All of them"), view.maker.do("suball"))
    head = join("\n", [view.whose, bold(view.say("Which one shall end?"))])
    return Reply(join("\n\n", [head, join("\n", lines)]), (*grid, (everything,)))


def no_such(number: int, total: int, view: View) -> Reply:
    """Say that the numbers go only so far."""
    text = view.say(
        "There is no number {number} here. /subscriptions shows what there is, 1 to {total}.",
        number=view.language.number(number),
        total=view.language.number(total),
    )
    return Reply(text, rows([back(view)]))


def how_to_end(view: View) -> Reply:
    """Say what may stand after the command."""
    return Reply(
        view.say(
            "/unsubscribe asks which one; {number} ends the second, and {all} ends all of them.",
            number=code("/unsubscribe 2"),
            all=code("/unsubscribe all"),
        )
    )
