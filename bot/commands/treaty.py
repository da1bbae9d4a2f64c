"""``/treaty``, ``/timeline`` and ``/compare``: what the catalogue knows of treaties."""

from bot.context import Ask, Services
from bot.render import compare as render_comparison
from bot.render import timeline as render_timeline
from bot.render import treaty as render
from bot.render.reply import Reply
from digests.answers import comparison
from digests.answers import timeline as answers_timeline
from digests.answers import treaty as answers

EVENTS_ON_A_PAGE = 10
COMPARED_ON_A_PAGE = 3


async def treaty(ask: Ask, services: Services) -> Reply:
    """Show the facts of a treaty."""
    return render.reply(answers.about(ask.argument, services.catalogue, ask.offset), ask.language)


async def timeline(ask: Ask, services: Services) -> Reply:
    """Show what happened to a treaty, oldest first."""
    answer = answers_timeline.of(ask.argument, services.catalogue, EVENTS_ON_A_PAGE, ask.offset)
    return render_timeline.reply(answer, ask.language, EVENTS_ON_A_PAGE)


async def compare(ask: Ask, services: Services) -> Reply:
    """Show a clause beside its counterparts in other treaties."""
    answer = comparison.of(ask.argument, services.catalogue, COMPARED_ON_A_PAGE, ask.offset)
    return render_comparison.reply(answer, services.catalogue, ask.language, COMPARED_ON_A_PAGE)
