"""A new subscription, once all of it is known."""

from bot.render import interest as render_interest
from bot.render import subscriptions as render
from bot.render.reply import Reply
from bot.subscribing import standing
from bot.subscribing.path import EVERYTHING, Path
from bot.subscribing.wish import Wish
from digests import subscribing
from digests.answers import interest
from digests.answers.interest import Interest, Reading
from digests.answers.question import written
from digests.models import Filter
from digests.subscribing import Already, Made, TooMany, Whose
from digests.subscriptions import Schedule


def read(words: str, wish: Wish) -> Reading:
    """Read what a subscription is to be about."""
    return interest.read(words, wish.catalogue, wish.library, wish.services.today())


def kept(narrowed: Filter, wish: Wish) -> str:
    """Write what a subscription is to be about, to stand behind a button."""
    return written(narrowed, wish.catalogue) or EVERYTHING


def whose(wish: Wish) -> Whose:
    """Say for which chat it is, and who wants it."""
    place = wish.place
    return Whose(place.chat, place.kind, place.title, place.topic, wish.user)


async def make(way: Path, wish: Wish, *, chosen: bool) -> Reply:
    """Subscribe, at the end of the way; the zone is the chat's from now on if it was *chosen*."""
    reading, schedule = read(way.about, wish), way.schedule
    if schedule is None:
        return render.none(wish.view)
    if not isinstance(reading, Interest):
        return render_interest.unclear(reading, "subabout", 0, str(way), wish.view)
    return await subscribe(schedule, way.zone, reading.filter, wish, chosen=chosen)


async def subscribe(
    schedule: Schedule, zone: str, narrowed: Filter, wish: Wish, *, chosen: bool = False
) -> Reply:
    """Subscribe; say what came of it."""
    library, now, language = wish.library, wish.now, str(wish.language.locale)
    clock = zone or wish.zone
    wanted = subscribing.Wanted(schedule, clock, narrowed, language, adopt=chosen and bool(zone))
    outcome = await wish.write(lambda: subscribing.subscribe(whose(wish), wanted, library, now))
    match outcome:
        case Made(subscription):
            return render.made(standing.of(subscription, wish), wish.view)
        case Already(subscription):
            return render.already(standing.of(subscription, wish), wish.view)
        case TooMany(limit):
            return render.too_many(limit, wish.view)
