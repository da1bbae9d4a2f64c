"""``/digest`` and *Preview now*: an edition at once, which moves nothing."""

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.desk.errand import Done
from bot.render import digesting as render
from bot.render import interest as render_interest
from bot.render import subscriptions as render_standing
from bot.render.reply import Reply
from bot.render.wire import Wire, nested
from bot.subscribing import place
from bot.subscribing.place import Place
from bot.subscribing.wish import Press, Presses, Wish
from bot.typesetter import Typesetter
from digests import press
from digests.answers import interest, question
from digests.answers.interest import Interest
from digests.models import Filter
from digests.press import Printed, Wanted

USUAL = "7d"  # where nothing says how far back
LONG_AGO = dt.date(1900, 1, 1)
SPAN = re.compile(r"(?<!\S)(?:[0-9]{1,4}\s?[dwmy]|today|yesterday)(?!\S)", re.IGNORECASE)


async def digest(wish: Wish) -> Reply | Done:
    """Compose what is new, or what came in a span of days, and post it."""
    asked = _of_words(wish) if wish.argument else _since_the_last(wish)
    if isinstance(asked, Reply):
        return asked
    brief = asked.brief or not await wish.may()  # a group is not filled by just anybody
    wanted = replace(asked, brief=brief)
    if not await _post(wanted, wish.place, wish):
        return Reply(render.nothing(wanted, wish.view))
    return Reply(render.posted(wish.view)) if wish.elsewhere else Done()


def _of_words(wish: Wish) -> Wanted | Reply:
    """Read how far back, and what about."""
    span = SPAN.search(wish.argument)
    words = SPAN.sub(" ", wish.argument, count=1) if span else wish.argument
    today = _today(wish)
    reading = interest.read(words, wish.catalogue, wish.library, today, dates=True)
    if not isinstance(reading, Interest):
        return render_interest.unclear(reading, "digest", 0, span[0] if span else "", wish.view)
    last = reading.filter.until or today
    first = reading.filter.since or _back(span[0] if span else USUAL, last)
    return _wanted(replace(reading.filter, since=first), first, last, wish)


def _since_the_last(wish: Wish) -> Wanted:
    """Ask for what is new since the last edition, or without one for the usual span."""
    kept = wish.library.subscriptions.of_chat(wish.place.chat)
    here = [each for each in kept if each.topic == wish.place.topic] or kept
    if not here:
        last = _today(wish)
        first = _back(USUAL, last)
        return _wanted(Filter(since=first), first, last, wish)
    latest = max(here, key=lambda each: each.read)
    same = all(each.filter == latest.filter for each in here)
    now = press.wanted(latest, wish.library.chats.get(wish.place.chat), wish.now)
    return now if same else replace(now, filter=Filter())


def _back(span: str, last: dt.date) -> dt.date:
    """Count a span of days back; one longer than there are dates is the longest."""
    return question.when(span, last, last=False) or LONG_AGO


def _wanted(narrowed: Filter, first: dt.date, last: dt.date, wish: Wish) -> Wanted:
    chat = wish.library.chats.get(wish.place.chat)
    return Wanted(
        filter=narrowed,
        language=str(wish.language.locale),
        brief=chat is not None and chat.brief,
        first=first,
        last=last,
    )


def _today(wish: Wish) -> dt.date:
    return wish.now.astimezone(ZoneInfo(wish.zone)).date()


async def chosen(wish: Wish) -> Reply | Done:
    """Compose one about what was chosen of several; it comes below."""
    return await digest(replace(wish, argument=f"{wish.state} {wish.argument}".strip()))


async def preview(wish: Wish) -> Reply | Done:
    """Compose the next edition of a subscription as it would be now, for who asks alone."""
    found = wish.library.subscriptions.get(wish.action.id)
    if found is None:
        return render_standing.gone(wish.view)
    wanted = press.wanted(found, wish.library.chats.get(found.chat), wish.now)
    if await _post(wanted, place.of(wish.message), wish):
        return Done()
    return Done(notice=render.nothing(wanted, wish.view).plain)


async def _post(wanted: Wanted, where: Place, wish: Wish) -> bool:
    """Compose and send an edition; what was sent is kept, to be mended when it is taken back."""
    library, now, context = wish.library, wish.now, wish.context
    typesetter = Typesetter(wish.catalogue, wish.services.languages, context.bot.username)
    printed = await wish.write(lambda: press.compose_now(library, wanted, now, typesetter))
    if printed is None:
        return False
    sent: list[int] = []
    try:
        for part in printed.parts:
            content = json.loads(part.content) | _place(where, sent, wish)
            message: Wire = await context.call("sendmessage", **content)
            sent.append(message["message_id"])
    finally:
        await _file(printed, sent, where, wish)
    return True


def _place(where: Place, sent: Sequence[int], wish: Wish) -> Wire:
    """Say where a part goes: in answer to who asked in a group, the next to the one before."""
    to: Wire = {"chat_id": where.chat}
    if where.topic is not None:
        to["message_thread_id"] = where.topic
    asked = [] if wish.elsewhere or where.private else [wish.message.message_id]
    if before := [*asked, *sent][-1:]:
        reply = {"message_id": before[0], "allow_sending_without_reply": True}
        to["reply_parameters"] = nested(reply)
    return to


async def _file(printed: Printed, sent: Sequence[int], where: Place, wish: Wish) -> None:
    library, now = wish.library, wish.now

    def file() -> None:
        with library.atomic():
            library.chats.meet(where.chat, where.kind, where.title, now)
            library.outbox.file(where.chat, where.topic, printed.body, list(sent), now)

    if sent:
        await wish.write(file)


PRESSES: Presses = {"digest": Press(chosen), "subnow": Press(preview)}
