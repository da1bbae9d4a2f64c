"""``/clause REF`` and ``/clauses``: what clauses provide, and who said what about them."""

from bot.context import Ask, Services
from bot.render import clause as render
from bot.render import clauses as render_list
from bot.render.reply import Reply
from digests.answers import clause as answers
from digests.answers import clauses as listing

ON_A_PAGE = 4


async def clause(ask: Ask, services: Services) -> Reply:
    """Show a clause, and what was said about it."""
    answer = answers.about(
        ask.argument, services.catalogue, services.library, ask.today, ON_A_PAGE, ask.offset
    )
    return render.reply(answer, services.catalogue, ask.language, ON_A_PAGE)


async def clauses(ask: Ask, services: Services) -> Reply:
    """List the clauses of a treaty."""
    answer = listing.listed(ask.argument, services.catalogue, services.library, ask.offset)
    return render_list.reply(answer, ask.language)
