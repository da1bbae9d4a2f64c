"""``/expert NAME`` and ``/experts``: who speaks, and what they said."""

from bot.context import Ask, Services
from bot.render import speaker as render
from bot.render import speakers as render_list
from bot.render.reply import Reply
from digests.answers import speaker, speakers

ON_A_PAGE = 5
LISTED = 8


async def expert(ask: Ask, services: Services) -> Reply:
    """Show who somebody is and what they said, newest first."""
    answer = speaker.about(
        ask.argument, services.catalogue, services.library, ask.today, ON_A_PAGE, ask.offset
    )
    await services.write(lambda: speaker.note_miss(answer, services.library, ask.today))
    return render.reply(answer, services.catalogue, ask.language, ON_A_PAGE)


async def experts(ask: Ask, services: Services) -> Reply:
    """List who has been quoted, most quoted first."""
    answer = speakers.everybody(
        ask.argument, services.catalogue, services.library, ask.today, LISTED, ask.offset
    )
    return render_list.reply(answer, services.catalogue, ask.language, LISTED)
