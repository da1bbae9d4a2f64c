"""Inline mode: ``@bot lukin assistance`` typed in any chat offers quotes and articles to send."""

import re
from dataclasses import replace

from telegram import Update
from telegram.error import BadRequest

from bot import links
from bot.buttons import Open
from bot.context import Ask, Context
from bot.render import inline as render
from bot.render.wire import Wire, nested
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
    asked = context.ask(update, query.query, start)
    ask = replace(asked, asker=asked.asker.anybody)
    library = context.services.library
    answer = await context.kept.answer(("inline", ask), library, lambda: _offer(ask, context))
    # Where there is but one language, what was answered to one may be answered to all.
    personal = context.services.languages.several
    try:
        await context.call(
            "answerinlinequery",
            inline_query_id=query.id,
            cache_time=FRESH,
            is_personal=personal,
            **answer,
        )
    except BadRequest as error:
        if "too old" not in error.message:  # the person has typed on
            raise


async def _offer(ask: Ask, context: Context) -> Wire:
    services, start = context.services, ask.offset
    found = offer(ask.argument, services.catalogue, services.library, ask.today, ON_A_PAGE, start)
    results = render.results(found.items, services.catalogue, ask.language)
    answer: Wire = {"results": nested(results)}
    if found.more:
        answer["next_offset"] = str(start + len(found.items))
    if not (found.items or start):
        payload = await _private(_put(ask.argument, found, context), context)
        answer["button"] = {"text": render.nothing(ask.language), "start_parameter": payload}
    return answer


def _put(text: str, found: Offer, context: Context) -> Open:
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
