"""Records that an editor uploads: what publishing one would do, and then doing it."""

import asyncio

from bot.desk import documents
from bot.desk.documents import Unavailable
from bot.desk.errand import Errand, Press, Presses
from bot.render import loading as render
from bot.render.reply import Reply
from digests import records
from digests.desk import bringing, loading
from digests.errors import RecordRefused
from digests.intake.outcomes import Reason
from digests.models import Article


async def preview(errand: Errand, raw: bytes, file: str) -> Reply:
    """Show what publishing a record would do; *file* is what Telegram calls it."""
    article = await _read(errand, raw)
    if isinstance(article, RecordRefused):
        return render.record_refused(article.problems, errand.view)
    outcome, problems = loading.foresee(article, errand.library)
    if outcome == "refused":
        return render.record_refused(problems, errand.view)
    return render.record(article, outcome, file, errand.view)


async def _read(errand: Errand, raw: bytes) -> Article | RecordRefused:
    try:
        return await asyncio.to_thread(records.parse, raw, errand.catalogue)
    except RecordRefused as refusal:
        return refusal


async def _publish(errand: Errand) -> Reply:
    """Publish the record that was shown: the file is fetched again, it cannot change."""
    match await documents.fetch(errand.action.argument, errand.context):
        case Reason() | Unavailable():
            return render.unavailable(errand.view)
        case raw:
            article = await _read(errand, raw)
    if isinstance(article, RecordRefused):
        return render.record_refused(article.problems, errand.view)
    outcome, problems = await errand.write(
        lambda: bringing.publish_record(
            article, errand.catalogue, errand.library, errand.now, errand.by
        )
    )
    if outcome == "refused":
        return render.record_refused(problems, errand.view)
    return render.record_done(article.id, outcome, errand.view)


PRESSES: Presses = {"record": Press(_publish)}
