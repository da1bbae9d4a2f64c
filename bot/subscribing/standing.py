"""Subscriptions with what is to come of them."""

from zoneinfo import ZoneInfo

from bot.render.subscriptions import Standing
from bot.subscribing.wish import Wish
from digests import schedule as schedules
from digests.subscriptions import Subscription

SHOWN = 3  # slots


def of(subscription: Subscription, wish: Wish) -> Standing:
    """Give a subscription with its next slots."""
    several = len(wish.library.subscriptions.of_chat(subscription.chat)) > 1
    return _standing(subscription, wish, several=several)


def all_of(wish: Wish) -> list[Standing]:
    """Give all subscriptions of a chat, in the order they came."""
    kept = wish.library.subscriptions.of_chat(wish.place.chat)
    return [_standing(each, wish, several=len(kept) > 1) for each in kept]


def _standing(subscription: Subscription, wish: Wish, *, several: bool) -> Standing:
    schedule, zone = subscription.schedule, ZoneInfo(subscription.zone)
    slots = [] if subscription.paused else schedules.upcoming(schedule, zone, wish.now, SHOWN)
    return Standing(subscription, slots, several)
