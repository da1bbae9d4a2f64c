"""``/start``: the first words."""

from bot.context import Ask, Services
from bot.render import about as render
from bot.render.reply import Reply


async def start(ask: Ask, services: Services) -> Reply:
    """Greet somebody who has just arrived."""
    return render.welcome(services.catalogue.default.short, ask.language)
