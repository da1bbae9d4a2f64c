"""From what an editor sent to a draft on file: text, a page, a document."""

import asyncio
from dataclasses import fields, replace

from telegram import Document

from bot.desk import documents, recording
from bot.desk.documents import Unavailable
from bot.desk.errand import Done, Errand, Press, Presses
from bot.desk.held import drawer
from bot.desk.showing import show
from bot.fetching.outcomes import NotFetched
from bot.render import loading as render
from bot.render.reply import Reply
from digests import desk
from digests.drafting import hinted
from digests.drafts import Draft, Masthead
from digests.errors import LibraryBusy
from digests.intake.outcomes import RawText, Reason, RecordFile, Refused
from digests.intake.reading import read_file, read_page
from digests.review import Twin

PASTED = "pasted.txt"


async def pasted(errand: Errand, words: str, hints: Masthead) -> Reply:
    """Take in a text that was pasted or forwarded; *hints* are what the post says of itself."""
    raw = words.encode("utf-8", "replace")
    made = await asyncio.to_thread(read_file, raw, PASTED)
    if isinstance(made, RawText):
        known = {each.name: getattr(made.hints, each.name) for each in fields(made.hints)}
        told = {name: value for name, value in known.items() if value is not None}
        made = replace(made, hints=replace(hints, **told))
    return await _taken(errand, made)


async def page(errand: Errand, link: str) -> Reply:
    """Take in what a link leads to."""
    await _typing(errand)
    fetched = await errand.services.fetch(link)
    if isinstance(fetched, NotFetched):
        return render.not_fetched(fetched, link, errand.view)
    made = await asyncio.to_thread(read_page, fetched.body, fetched.url, fetched.content_type)
    return await _taken(errand, made)


async def document(errand: Errand, sent: Document) -> Reply:
    """Take in a file."""
    if reason := documents.unfit(sent):
        return render.refused(reason, errand.view)
    await _typing(errand)
    match await documents.fetch(sent.file_id, errand.context):
        case Reason() as reason:
            return render.refused(reason, errand.view)
        case Unavailable():
            return render.unavailable(errand.view)
        case raw:
            name, kind = sent.file_name or "", sent.mime_type
            made = await asyncio.to_thread(read_file, raw, name, kind)
    if isinstance(made, RecordFile):
        return await recording.preview(errand, made.raw, sent.file_id)
    return await _taken(errand, made)


async def _typing(errand: Errand) -> None:
    await errand.context.call("sendchataction", chat_id=errand.message.chat_id, action="typing")


async def _taken(errand: Errand, made: RawText | RecordFile | Refused) -> Reply:
    """Read a text, beside the event loop and before anything is written."""
    if isinstance(made, RawText):
        today = errand.services.today()
        return await _filed(
            errand, await asyncio.to_thread(hinted.read, made, errand.catalogue, today)
        )
    reason = made.reason if isinstance(made, Refused) else Reason.UNKNOWN_KIND
    return render.refused(reason, errand.view)


async def _filed(errand: Errand, draft: Draft, *, anyway: bool = False) -> Reply:
    """File a draft, and show it; what cannot be filed now is kept at hand."""
    try:
        outcome = await errand.write(
            lambda: desk.submit(draft, errand.library, errand.now, errand.by, anyway=anyway)
        )
    except LibraryBusy:
        return render.busy(drawer(errand.context).keep(errand.user, draft), errand.view)
    if isinstance(outcome, Twin):
        kept = drawer(errand.context).keep(errand.user, draft)
        return render.met(outcome, kept, errand.view)
    return await show(errand, outcome.id)


async def _anyway(errand: Errand) -> Reply | Done:
    return await _once_more(errand, anyway=True)


async def _again(errand: Errand) -> Reply | Done:
    return await _once_more(errand, anyway=False)


async def _once_more(errand: Errand, *, anyway: bool) -> Reply | Done:
    draft = drawer(errand.context).take(errand.user, errand.action.id)
    if draft is None:
        return render.forgotten(errand.view)
    return await _filed(errand, draft, anyway=anyway)


PRESSES: Presses = {"anyway": Press(_anyway), "again": Press(_again)} | recording.PRESSES
