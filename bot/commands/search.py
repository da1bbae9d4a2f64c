"""``/search WORDS``."""

from bot.context import Ask, Services
from bot.render import search as render
from bot.render.reply import Reply
from digests.answers import search as answers

ON_A_PAGE = 5


async def search(ask: Ask, services: Services) -> Reply:
    """Show where words occur."""
    answer = answers.find(
        ask.argument, services.catalogue, services.library, ask.today, ON_A_PAGE, ask.offset
    )
    return render.reply(answer, services.catalogue, ask.language, ON_A_PAGE)
