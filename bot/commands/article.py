"""``/latest`` and ``/article ID``: articles, newest first or one whole."""

from bot.context import Ask, Services
from bot.render import article as render
from bot.render import latest as render_list
from bot.render.reply import Reply
from digests.answers import article as answers
from digests.answers import latest as listing


async def latest(ask: Ask, services: Services) -> Reply:
    """Show the newest articles."""
    answer = listing.articles(
        ask.argument, services.catalogue, services.library, ask.today, ask.offset
    )
    return render_list.reply(answer, services.catalogue, ask.language)


async def article(ask: Ask, services: Services) -> Reply:
    """Show one article, whole."""
    answer = answers.about(ask.argument, services.catalogue, services.library, ask.offset)
    return render.reply(answer, services.catalogue, ask.language)
