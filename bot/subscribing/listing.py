"""``/subscriptions`` and ``/unsubscribe``: those there are, and what can be done with each."""

import re
from collections.abc import Sequence

from bot.buttons import Button
from bot.desk.errand import Done
from bot.render import subscriptions as render
from bot.render.reply import Reply, doing
from bot.render.subscriptions import Standing
from bot.subscribing import making, standing
from bot.subscribing.path import Path
from bot.subscribing.wish import Members, Press, Presses, Wish
from digests import subscribing
from digests.subscribing import Gone, Made
from digests.subscriptions import Subscription

NUMBER = re.compile(r"#?0*([1-9][0-9]{0,3})\.?", re.ASCII)
ALL = frozenset({"all", "everything", "*"})


async def subscriptions(wish: Wish) -> Reply | Done:
    """Show all subscriptions of a chat; a single one with what can be done with it."""
    match standing.all_of(wish):
        case []:
            return render.none(wish.view)
        case [only]:
            return render.card(only, wish.view)
        case several:
            return render.listed(several, wish.view)


async def card(wish: Wish) -> Reply | Done:
    """Show one subscription."""
    found = _of(wish)
    return render.card(standing.of(found, wish), wish.view) if found else render.gone(wish.view)


def _of(wish: Wish) -> Subscription | None:
    return wish.library.subscriptions.get(wish.action.id)


async def pause(wish: Wish) -> Reply | Done:
    """Pause a subscription; one that is paused stays so."""
    id_, library, now = wish.action.id, wish.library, wish.now
    return _as_it_stands(await wish.write(lambda: subscribing.pause(id_, library, now)), wish)


async def resume(wish: Wish) -> Reply | Done:
    """Go on with a subscription."""
    id_, library, now = wish.action.id, wish.library, wish.now
    outcome = await wish.write(lambda: subscribing.resume(id_, library, now))
    return _as_it_stands(outcome, wish)


def _as_it_stands(outcome: Made | Gone, wish: Wish) -> Reply:
    match outcome:
        case Made(subscription):
            return render.card(standing.of(subscription, wish), wish.view)
        case Gone():
            return render.gone(wish.view)


async def end(wish: Wish) -> Reply | Done:
    """Ask whether a subscription is to be deleted."""
    found = _of(wish)
    return render.sure(found, wish.view) if found else render.gone(wish.view)


async def ended(wish: Wish) -> Reply | Done:
    """Delete a subscription."""
    found = _of(wish)
    return await _end(found, wish) if found else render.gone(wish.view)


async def _end(subscription: Subscription, wish: Wish) -> Reply:
    library = wish.library
    await wish.write(lambda: subscribing.delete([subscription.id], library))
    return render.ended(subscription, _again(subscription, wish), wish.view)


def _again(subscription: Subscription, wish: Wish) -> Button:
    """Make a button that has the same subscription again."""
    way = Path.of(subscription.schedule)
    state = str(Path(way.days, way.hours, subscription.zone))
    about = making.kept(subscription.filter, wish)
    again = wish.view.maker.do("submake", choice=about, state=state)
    return doing(wish.view.say("Subscribe again"), again)


async def unsubscribe(wish: Wish) -> Reply | Done:
    """Delete the one subscription there is, that of a number, or all; else ask which."""
    kept, words = standing.all_of(wish), wish.argument.strip().lower()
    match kept:
        case []:
            return render.none(wish.view)
        case [only] if not words or words in ALL:
            return await _end(only.subscription, wish)
        case several if not words:
            return render.which(several, wish.view)
        case several if words in ALL:
            return render.sure_of_all(len(several), wish.view)
        case several:
            return await _numbered(words, several, wish)


async def _numbered(words: str, kept: Sequence[Standing], wish: Wish) -> Reply:
    """Delete the subscription of a number, as the list has them."""
    number = NUMBER.fullmatch(words)
    if number is None:
        return render.how_to_end(wish.view)
    if int(number[1]) > len(kept):
        return render.no_such(int(number[1]), len(kept), wish.view)
    return await _end(kept[int(number[1]) - 1].subscription, wish)


async def all_of_them(wish: Wish) -> Reply | Done:
    """Ask whether all subscriptions are to be deleted."""
    number = len(wish.library.subscriptions.of_chat(wish.place.chat))
    return render.sure_of_all(number, wish.view) if number else render.none(wish.view)


async def all_ended(wish: Wish) -> Reply | Done:
    """Delete all subscriptions of a chat."""
    library, chat = wish.library, wish.place.chat
    number = await wish.write(
        lambda: subscribing.delete(
            [each.id for each in library.subscriptions.of_chat(chat)], library
        )
    )
    return render.all_ended(number, wish.view)


async def again(wish: Wish) -> Reply | Done:
    """Go on with all that nobody paused by hand, after the bot was away."""
    library, chat, now = wish.library, wish.place.chat, wish.now
    await wish.write(lambda: subscribing.resume_all(chat, library, now))
    return await subscriptions(wish)


PRESSES: Presses = {
    "subs": Press(subscriptions, Members.ALL),
    "sub": Press(card, Members.ALL),
    "subpause": Press(pause),
    "subresume": Press(resume),
    "subagain": Press(again),
    "subend": Press(end),
    "subended": Press(ended),
    "suball": Press(all_of_them),
    "suballended": Press(all_ended),
}
