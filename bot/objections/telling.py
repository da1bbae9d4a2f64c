"""Who is told what: editors of an objection, and its reader of what came of it."""

import logging

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.context import Context
from bot.render import objection as render
from bot.render import reports
from bot.render.reports import Seen
from digests.library import Library
from digests.library.reports import Objection

log = logging.getLogger(__name__)


async def editors(id_: int, context: Context) -> None:
    """Tell owners and editors of a new objection; without owners there are no editors either."""
    services = context.services
    objection = services.library.reports.get(id_)
    if objection is None or not services.owners:
        return
    staff = [editor.user for editor in services.library.staff.all()]
    shown = seen(objection, services.library)
    reply = reports.new(shown, services.catalogue, services.languages.english)
    for user in dict.fromkeys([*services.owners, *staff]):
        try:
            await context.tell(user, reply)
        except TelegramError as error:
            log.info("editor not told", extra={"user": user, "reason": error.message})


async def reader(objection: Objection, context: Context) -> bool:
    """Tell a reader what came of their objection, and forget who they are; False if they miss it.

    Who has blocked the bot or is gone counts as told. Where Telegram cannot be reached, the next
    start tries again.
    """
    if objection.reader is None:
        return False
    services = context.services
    language = services.languages.best(objection.language)
    heard = False
    try:
        quote = seen(objection, services.library).quote
        await context.tell(objection.reader, render.outcome(objection, quote, language))
        heard = True
    except (Forbidden, BadRequest) as error:
        log.info("reader not reached", extra={"objection": objection.id, "reason": error.message})
    except TelegramError as error:
        log.warning("reader not told", extra={"objection": objection.id, "reason": error.message})
        return False
    await services.write(lambda: services.library.reports.told(objection.id))
    return heard


def seen(objection: Objection, library: Library) -> Seen:
    """Find the quote that a reader saw, in the article or in what it was before."""
    article = library.articles.get(objection.article)
    before = (version.article for version in library.past.versions(objection.article))
    quotes = (quote for each in (article, *before) if each for quote in each.quotes)
    quote = next((quote for quote in quotes if quote.text == objection.text), None)
    return Seen(objection, quote, article)


async def resume(context: Context) -> None:
    """Tell the readers who had not heard yet when the bot was stopped."""
    for objection in context.services.library.reports.untold():
        await reader(objection, context)
