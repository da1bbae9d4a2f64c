"""``/load``: with a text, a link, as a reply, or alone and then whatever comes."""

import re
from typing import Any

from telegram import Document, Message, MessageOriginChannel
from telegram.error import BadRequest

from bot.apart import Apart, apart
from bot.clock import Clock
from bot.desk import gathering, taking
from bot.desk.errand import Done, Errand, Press, Presses, Question
from bot.desk.gathering import Gathering, Gatherings, gatherings
from bot.desk.held import Drawer
from bot.desk.pieces import Piece
from bot.pace import Pace, Verdict
from bot.render import loading as render
from bot.render.reply import Reply
from bot.render.text import width
from digests.drafts import Masthead
from digests.intake.outcomes import Reason
from digests.roles import role_of

MOST_FILES = 10  # a minute, of one editor
SHORTEST = 50  # characters; a news agency's shortest flash has more
ONE_WORD = re.compile(r"\S+")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
SITE = re.compile(r"(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?:[/?#]\S*)?", re.IGNORECASE)


def hands(clock: Clock) -> dict[str, Any]:
    """Give what is kept in memory while something is taken in, for one application."""
    return {
        "apart": Apart(),
        "crowd": Pace(MOST_FILES),
        "drawer": Drawer(clock),
        "gatherings": Gatherings(clock),
    }


async def load(errand: Errand) -> Reply | Done:
    """Take in what stands after the command, what it answers, or else what comes next."""
    context, message = errand.context, errand.message
    if begun := gatherings(context).take(errand.user):
        apart(context).begin(_tell(errand, begun), message, context)
    if errand.argument.strip():
        return await _take(errand, message, errand.argument)
    answered = message.reply_to_message
    if answered and not (answered.from_user and answered.from_user.id == context.bot.id):
        return await _take(errand, answered, answered.text or answered.caption or "", whole=True)
    if message.external_reply:
        return render.elsewhere(errand.view)
    errand.ask(Question(more, anything=True))
    return render.what_to_load(errand.view)


async def more(errand: Errand) -> Reply | Done:
    """Take in a message that came upon the question, or a file that came without one."""
    return await _take(errand, errand.message, errand.argument)


async def _take(
    errand: Errand, message: Message, words: str, *, whole: bool = False
) -> Reply | Done:
    """Take in a document, a link or a text; a text that is not *whole* may go on."""
    pasting = gatherings(errand.context).of(errand.user)
    if message.document:
        if pasting:
            errand.ask(pasting.question)
        return await _document(errand, message.document)
    if not words.strip():
        errand.ask(Question(more, anything=True))
        return render.nothing(errand.view)
    if not pasting and (link := _link(words)):
        return await taking.page(errand, link)
    if whole:
        return await taking.pasted(errand, words, _hints(message, errand))
    return await _gather(errand, message, words)


async def _document(errand: Errand, document: Document) -> Reply | Done:
    crowd: Pace = errand.context.bot_data["crowd"]
    match crowd.admit(errand.user, errand.now):
        case Verdict.ANSWER:
            return await taking.document(errand, document)
        case Verdict.SLOW_DOWN:
            return render.too_many(errand.view)
        case Verdict.IGNORE:
            return Done()


def _link(words: str) -> str | None:
    """Give the link that a message is, if it is nothing else; a scheme may be left out."""
    word = words.strip()
    if not ONE_WORD.fullmatch(word):
        return None
    if SCHEME.match(word):
        return word
    return f"https://{word}" if SITE.fullmatch(word) else None


def _hints(message: Message, errand: Errand) -> Masthead:
    """Give what Telegram says of a post that was forwarded from a channel."""
    origin = message.forward_origin
    if not isinstance(origin, MessageOriginChannel):
        return Masthead()
    known = errand.catalogue.outlet(origin.chat.title or "")
    day = origin.date.astimezone(errand.services.timezone).date()
    name = origin.chat.username
    link = f"https://t.me/{name}/{origin.message_id}" if name else None
    return Masthead(outlet=known.name if known else None, published=day, url=link)


async def _gather(errand: Errand, message: Message, words: str) -> Reply | Done:
    """Put a piece to those before, and wait whether another one comes."""
    question = Question(more, anything=True)
    piece = Piece(message.message_id, words, width(message.text or message.caption or ""))
    pasting, new = gatherings(errand.context).add(errand.user, piece, question)
    if pasting.overflows:
        gatherings(errand.context).take(errand.user)
        return render.refused(Reason.TOO_BIG, errand.view)
    errand.ask(question)
    if new:
        pasting.hints = _hints(message, errand)
        apart(errand.context).begin(_wait(errand, pasting), message, errand.context)
        sent = await errand.context.send(message, render.more(errand.view))
        pasting.shown = sent["message_id"]
    return Done()


async def _wait(errand: Errand, pasting: Gathering) -> None:
    """Read a text when no more of it has come for a while."""
    done = await gatherings(errand.context).silence(errand.user, pasting)
    if done is None:
        return
    services = errand.services
    gathering.close(errand.context, errand.user, done)
    if role_of(errand.user, services.owners, services.library.staff).edits:
        await _tell(errand, done)


async def _tell(errand: Errand, pasted: Gathering) -> None:
    """Read a text, and show the draft in the place of the message that asked for more."""
    content = await errand.context.written(await _read(errand, pasted))
    place = {"chat_id": errand.message.chat_id, "message_id": pasted.shown}
    try:
        if pasted.shown is not None:
            await errand.context.call("editmessagetext", **content, **place)
            return
    except BadRequest:  # it was deleted meanwhile
        pass
    await errand.context.post(errand.message, content)


async def _read(errand: Errand, pasted: Gathering) -> Reply:
    text = pasted.text
    if len(text) < SHORTEST:
        return render.too_short(errand.view)
    return await taking.pasted(errand, text, pasted.hints)


async def _gathered(errand: Errand) -> Reply | Done:
    """Read what was pasted, as the editor says that it is all."""
    pasted = gatherings(errand.context).take(errand.user)
    if pasted is None:
        return Done(notice=render.begun(errand.view).plain)
    return await _read(errand, pasted)


PRESSES: Presses = {"gathered": Press(_gathered)} | taking.PRESSES
