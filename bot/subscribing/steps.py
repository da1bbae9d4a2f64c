"""The steps of the way to a subscription; words written in reply may answer each."""

import datetime as dt
from dataclasses import replace

from bot.desk.errand import Done
from bot.render import interest as render_interest
from bot.render import schedules as render_schedule
from bot.render import subscribing as render
from bot.render.reply import Reply, rows
from bot.render.text import Text, join
from bot.subscribing import changing, clocks, following, making, path
from bot.subscribing.path import AT_ONCE, EVERYTHING, WEEKLY, Path
from bot.subscribing.wish import Press, Presses, Wish
from digests import schedule as schedules
from digests import zones
from digests.answers.interest import Interest, Unknown
from digests.schedule import Taken, Trouble, Unclear
from digests.subscriptions import Schedule
from digests.zones import Zone
from digests.zones.spellings import Place

MOST_EXPERTS = 8
SOME_HOUR = dt.time(7, 7)  # nobody names it


async def subscribe(wish: Wish) -> Reply | Done:
    """Subscribe at once where a schedule is said; else ask for it, step by step."""
    if not wish.argument:
        return await go_on(Path(), wish)
    taken = schedules.taken(wish.argument)
    if taken.trouble:
        return Reply(_unclear(taken.trouble, wish))
    reading = making.read(taken.rest, wish)
    way = Path.of(taken.schedule) if taken.schedule else Path()
    way = replace(way, zone=taken.zone or "")
    if not isinstance(reading, Interest):
        reply = render_interest.unclear(reading, "subabout", 0, str(way), wish.view)
        alone = isinstance(reading, Unknown) and reading.asked == taken.rest
        return _or_a_city(reply, taken, way, wish) if alone else reply
    if taken.schedule is None:
        about = making.kept(reading.filter, wish) if reading.named else ""
        return await go_on(replace(way, about=about), wish)
    zone, chosen = taken.zone or "", taken.zone is not None
    return await making.subscribe(taken.schedule, zone, reading.filter, wish, chosen=chosen)


def _or_a_city(reply: Reply, taken: Taken, way: Path, wish: Wish) -> Reply:
    """Offer time zones too, where words beside a schedule may have been meant for one."""
    if taken.schedule is None or taken.zone:
        return reply
    found = zones.find(taken.rest)
    near = (Place(taken.rest, found.name),) if isinstance(found, Zone) else found.near
    state = str(replace(way, about=EVERYTHING))
    offered = render.zones(near, "subzone", state, 0, wish.view)
    return replace(reply, buttons=(*reply.buttons, *rows(offered)))


async def go_on(way: Path, wish: Wish) -> Reply | Done:
    """Ask for what is still missing; where nothing is, do it."""
    id_, state, view = wish.action.id, str(way), wish.view
    if not way.days:
        return _asked("subwhen", render.when(state, id_, view), way, wish)
    if way.days == WEEKLY:
        return _asked("subday", render.day(state, id_, view), way, wish)
    if not way.hours and way.days != AT_ONCE:
        return _asked("subhour", render.hour(state, id_, view), way, wish)
    if id_:
        return await changing.change(wish, schedule=way.schedule, zone=way.zone or None)
    return await _where_and_what(way, wish)


async def _where_and_what(way: Path, wish: Wish) -> Reply:
    """Go on with the clock, and with what it is about."""
    state, view = str(way), wish.view
    if not way.zone and way.days != AT_ONCE:
        return _asked("subzone", render.zone("subzone", state, 0, view), way, wish)
    if not way.about:
        return _asked("subabout", render.about(state, 0, view), way, wish)
    return await making.make(way, wish, chosen=True)


def _asked(what: str, reply: Reply, way: Path, wish: Wish) -> Reply:
    """Let words answer a question as well as its buttons."""
    wish.wait(wish.view.maker.do(what, wish.action.id, state=str(way)))
    return reply


def _unclear(trouble: Unclear, wish: Wish) -> Text:
    """Say what cannot be read, and how it is written."""
    return _no_zone(trouble, wish) or render_schedule.unclear(trouble, wish.language)


def _no_zone(trouble: Unclear, wish: Wish) -> Text:
    """Say which time zones may be meant, if one is what cannot be read."""
    if trouble.why is not Trouble.ZONE:
        return Text()
    found = zones.find(trouble.word)
    near = () if isinstance(found, Zone) else found.near
    return render_schedule.no_zone(trouble.word, near, wish.language)


async def _again(trouble: Unclear, way: Path, wish: Wish) -> Reply | Done:
    """Say what cannot be read, and ask once more."""
    again = await go_on(way, wish)
    said = _no_zone(trouble, wish) or render_schedule.problem(trouble, wish.language)
    if isinstance(again, Done):
        return Reply(said)
    return replace(again, text=join("\n\n", [said, again.text]))


def _way(wish: Wish) -> Path:
    """Read how far the way has come; whoever forged that begins anew."""
    return path.read(wish.state) or Path()


async def when(wish: Wish) -> Reply | Done:
    """Take days that were chosen, or a schedule in words, which may say the hours too."""
    way, words = replace(_way(wish), days="", hours=""), wish.argument
    if not words or words in {WEEKLY, AT_ONCE}:
        return await go_on(replace(way, days=words), wish)
    if days := _days_alone(words):
        return await go_on(replace(way, days=days), wish)
    taken = schedules.taken(words)
    read = schedules.read(words) if taken.schedule is None or taken.rest else taken.schedule
    if isinstance(read, Unclear):
        return await _again(taken.trouble or read, way, wish)
    written = Path.of(read)
    way = replace(way, days=written.days, hours=written.hours, zone=taken.zone or way.zone)
    return await go_on(way, wish)


def _days_alone(words: str) -> str:
    """Give the days that are named without an hour; one is to be asked for then."""
    read = schedules.read(f"{words} {SOME_HOUR:%H:%M}")
    alone = isinstance(read, Schedule) and read.times == (SOME_HOUR,)
    return Path.of(read).days if isinstance(read, Schedule) and alone else ""


async def hour(wish: Wish) -> Reply | Done:
    """Take an hour, or several in words."""
    way = _way(wish)
    read = schedules.read(f"{way.days} {wish.argument}")
    if isinstance(read, Unclear):
        return await _again(read, replace(way, hours=""), wish)
    written = Path.of(read)
    return await go_on(replace(way, days=written.days, hours=written.hours), wish)


async def zone(wish: Wish) -> Reply | Done:
    """Take a time zone, or a city in words."""
    way = _way(wish)
    if not wish.argument:
        return _asked(
            "subzone", render.zone("subzone", str(way), wish.action.id, wish.view), way, wish
        )
    found = clocks.read(wish.argument, "subzone", str(way), wish)
    if isinstance(found, Reply):
        return found
    if wish.action.id:
        return await changing.change(wish, zone=found)
    return await go_on(replace(way, zone=found), wish)


async def about(wish: Wish) -> Reply | Done:
    """Take what it is about, chosen or in words."""
    way, id_ = _way(wish), wish.action.id
    if not wish.argument:
        return _asked("subabout", render.about(str(way), id_, wish.view), way, wish)
    reading = making.read(wish.argument, wish)
    if not isinstance(reading, Interest):
        return render_interest.unclear(reading, "subabout", id_, str(way), wish.view)
    if id_:
        return await changing.change(wish, narrowed=reading.filter)
    return await go_on(replace(way, about=making.kept(reading.filter, wish)), wish)


async def part(wish: Wish) -> Reply | Done:
    """Ask for the part of a subscription that is to change."""
    step = {"zone": zone, "about": about}.get(wish.argument, when)
    return await step(replace(wish, argument="", state=str(Path())))


async def clauses(wish: Wish) -> Reply | Done:
    """Offer the clauses of the treaty."""
    way, treaty = _way(wish), wish.catalogue.default
    reply = render.clauses(str(way), wish.action.id, treaty, wish.view)
    return _asked("subabout", reply, way, wish)


async def experts(wish: Wish) -> Reply | Done:
    """Offer those who are quoted most."""
    way = _way(wish)
    found = following.prominent(wish, MOST_EXPERTS)
    reply = render.experts(str(way), wish.action.id, found, wish.view)
    return _asked("subabout", reply, way, wish)


PRESSES: Presses = {
    "subnew": Press(subscribe),
    "subwhen": Press(when, words=True),
    "subday": Press(when, words=True),
    "subhour": Press(hour, words=True),
    "subzone": Press(zone, words=True),
    "subabout": Press(about, words=True),
    "submake": Press(about),
    "subpart": Press(part),
    "subclauses": Press(clauses),
    "subexperts": Press(experts),
}
