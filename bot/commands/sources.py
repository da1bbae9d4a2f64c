"""``/sources``: what this library leans on."""

from bot.context import Ask, Services
from bot.render import sources as render
from bot.render.reply import Reply
from digests.answers import sources as answers


async def sources(ask: Ask, services: Services) -> Reply:
    """List outlets with country, affiliation and number of articles."""
    answer = answers.counted(services.catalogue, services.library, ask.offset)
    return render.reply(answer, ask.language)
