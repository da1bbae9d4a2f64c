"""Inline mode: ``@bot lukin assistance`` typed in any chat offers quotes and articles to send."""

import re

from telegram import InlineQueryResultsButton, Update
from telegram.error import BadRequest

from bot import links
from bot.buttons import Open
from bot.context import Context
from bot.render import inline as render
from digests.answers.inline import Offer, offer
from digests.answers.question import written

ON_A_PAGE = 20  # Telegram takes 50
# Seconds for which Telegram may answer the same words, typed by anybody, without asking us. It
# would be 300 by default; a correction must show at once, and a phone asks at each letter.
FRESH = 10
OFFSET = re.compile(r"[0-9]{1,5}")


async def offered(update: Update, context: Context) -> None:
    """Offer what fits the words typed so far; where nothing does, a way into a private chat."""
    query = update.inline_query
    if query is None:
        return
    start = int(query.offset) if OFFSET.fullmatch(query.offset) else 0
    ask, services = context.ask(update, query.query, start), context.services
    found = offer(
        ask.argument, services.catalogue, services.library, ask.today, ON_A_PAGE, ask.offset
    )
    button = None
    if not (found.items or start):
        payload = await _private(_asked(ask.argument, found, context), context)
        button = InlineQueryResultsButton(render.nothing(ask.language), start_parameter=payload)
    # None and not "" at the end: with Defaults, PTB 22.8 sends an empty text as "[]".
    further = str(start + len(found.items)) if found.more else None
    try:
        await query.answer(
            render.results(found.items, services.catalogue, ask.language),
            cache_time=FRESH,
            is_personal=False,
            next_offset=further,
            button=button,
        )
    except BadRequest as error:
        if "too old" not in error.message:  # the person has typed on
            raise


def _asked(text: str, found: Offer, context: Context) -> Open:
    """Put the question as it is put in a private chat: to the command that fits it."""
    if not text:
        return Open("latest", "")
    if found.speaker and found.provision:
        clause = found.provision.address
        narrowed = written(found.filter, context.services.catalogue)
        return Open("expert", f"{found.speaker.slug} clause:{clause} {narrowed}".strip())
    return Open("expert" if found.speaker else "clause" if found.provision else "search", text)


async def _private(action: Open, context: Context) -> str:
    keep = context.services.library.questions.keep
    return await context.services.write(lambda: links.payload(action, keep))
