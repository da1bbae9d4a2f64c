"""``/settings``: the clock of a chat, how long its editions are, and whether empty ones come."""

from bot.desk.errand import Done
from bot.render import settings as render
from bot.render import subscribing as render_steps
from bot.render.reply import Reply
from bot.render.text import Text
from bot.subscribing import clocks, making
from bot.subscribing.wish import Press, Presses, Wish
from digests import subscribing
from digests.library.chats import Choice
from digests.subscriptions import Chat

WORDS = {
    "brief": Choice(brief=True),
    "short": Choice(brief=True),
    "full": Choice(brief=False),
    "long": Choice(brief=False),
    "empty": Choice(empty=True),
    "always": Choice(empty=True),
    "silent": Choice(empty=False),
    "quiet": Choice(empty=False),
}


async def settings(wish: Wish) -> Reply | Done:
    """Show the settings, or change those that words name; the other words are a city."""
    words = wish.argument.split()
    known = [word for word in words if word.lower() in WORDS]
    for word in known:
        await _change(WORDS[word.lower()], wish)
    if city := " ".join(word for word in words if word not in known):
        return await _clock(city, wish)
    return _shown(wish, render.kept(wish.view) if known else None)


def _shown(wish: Wish, lead: Text | None = None) -> Reply:
    place = wish.place
    chat = wish.library.chats.get(place.chat) or Chat(id=place.chat, kind=place.kind)
    return render.shown(chat, wish.view, lead)


async def _change(settings: Choice, wish: Wish) -> None:
    library, place, now = wish.library, wish.place, wish.now

    def change() -> None:
        with library.atomic():
            library.chats.meet(place.chat, place.kind, place.title, now)
            library.chats.change(place.chat, **settings)

    await wish.write(change)


async def choose(wish: Wish) -> Reply | Done:
    """Change what a button says; what is none of the settings shows them as they are."""
    if wanted := WORDS.get(wish.argument):
        await _change(wanted, wish)
        return _shown(wish, render.kept(wish.view))
    return _shown(wish)


async def clock(wish: Wish) -> Reply | Done:
    """Ask for the clock of the chat, or take the one that was chosen or written."""
    if wish.argument:
        return await _clock(wish.argument, wish)
    wish.wait(wish.view.maker.do("setzone"))
    return render_steps.zone("setzone", "", 0, wish.view)


async def _clock(city: str, wish: Wish) -> Reply:
    """Let the chat go by the clock of a city; its subscriptions go along."""
    zone = clocks.read(city, "setzone", "", wish)
    if isinstance(zone, Reply):
        return zone
    library, now, before, whose = wish.library, wish.now, wish.zone, making.whose(wish)
    moved = await wish.write(lambda: subscribing.move_clock(whose, zone, before, library, now))
    return _shown(wish, render.moved(moved.subscriptions, wish.view))


PRESSES: Presses = {
    "set": Press(choose),
    "setclock": Press(clock),
    "setzone": Press(clock, words=True),
}
