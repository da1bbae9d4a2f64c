"""``/about``, ``/privacy`` and ``/id``: the bot about itself."""

from bot.context import Ask, Services
from bot.render import about as render
from bot.render.reply import Reply


async def about(ask: Ask, _: Services) -> Reply:
    """Explain labels, translations and corrections."""
    return render.about(ask.language)


async def privacy(ask: Ask, _: Services) -> Reply:
    """Say what is kept about those who ask."""
    return render.privacy(ask.language)


async def ids(ask: Ask, _: Services) -> Reply:
    """Tell the ids of this chat and of who asks."""
    asker = ask.asker
    return render.ids(asker.chat, asker.user, asker.topic, ask.language)
