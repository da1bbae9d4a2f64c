"""``/status``: how the delivery is doing."""

from bot.desk.errand import Errand
from bot.render import status as render
from bot.render.reply import Reply
from digests.answers.status import status as look


async def status(errand: Errand) -> Reply:
    """Tell the staff how the delivery is doing; that this is answered shows that a run is on."""
    found = look(errand.library, errand.now, running=True)
    return Reply(render.status(found, errand.services.timezone, errand.language))
