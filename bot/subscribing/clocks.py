"""Time zones as people write them, where one is asked for."""

from bot.render import subscribing as render
from bot.render.reply import Reply
from bot.subscribing.wish import Wish
from digests import zones
from digests.zones import NoZone, WhichZone, Zone


def read(words: str, what: str, state: str, wish: Wish) -> str | Reply:
    """Give the time zone that words mean, or ask which; choosing one does *what* with it."""
    match zones.find(words):
        case Zone(name):
            return name
        case WhichZone(near):
            reply = render.which_zone(near, what, state, wish.action.id, wish.view)
        case NoZone(near):
            reply = render.no_zone(words, near, what, state, wish.action.id, wish.view)
    wish.wait(wish.view.maker.do(what, wish.action.id, state=state))
    return reply
