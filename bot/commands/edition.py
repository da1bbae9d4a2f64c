"""``/edition ID``: an edition again, with what did not fit into its messages."""

from bot.context import Ask, Services
from bot.render import edition as render
from bot.render.reply import Reply
from digests.answers import edition as answers


async def edition(ask: Ask, services: Services) -> Reply:
    """Show an edition again, a page at a time."""
    answer = answers.numbered(ask.argument, services.library, ask.offset)
    return render.reply(answer, services.catalogue, ask.language, ask.bot)
