"""``/drafts``, ``/draft ID`` and the card: a draft looked at, published, discarded."""

from bot.desk import gathering, showing
from bot.desk.errand import Done, Errand, Press, Presses
from bot.desk.showing import show
from bot.render import desk
from bot.render import drafts as listing
from bot.render import publishing as render
from bot.render import source as source_page
from bot.render.reply import Reply
from digests import desk as domain
from digests import review
from digests.desk import Blocked, Discarded, NoDraft, NotOpen, Overtaken, Published, Refused, Stale

ON_A_PAGE = 8


async def drafts(errand: Errand) -> Reply:
    """List the drafts that wait."""
    offset, shelf = errand.action.number, errand.library.drafts
    waiting = shelf.open(ON_A_PAGE, offset)
    return listing.reply(waiting, shelf.count(), offset, ON_A_PAGE, errand.now, errand.view)


async def draft(errand: Errand) -> Reply:
    """Show one draft."""
    if not errand.argument.strip():
        return desk.which_draft(errand.language)
    id_ = showing.number(errand.argument)
    if id_ is None:
        return desk.no_draft(errand.argument, errand.language)
    return await show(errand, id_)


async def cancel(errand: Errand) -> Reply:
    """Leave a question unanswered."""
    pasted = gathering.drop(errand.context, errand.user)
    return desk.cancelled(errand.language, asked=pasted or errand.left is not None)


async def _open(errand: Errand) -> Done:
    return Done(await show(errand, errand.action.id), fresh=True)


async def _draft(errand: Errand) -> Reply:
    return await show(errand, errand.action.id)


async def _publish(errand: Errand) -> Reply | Done:
    action = errand.action
    outcome = await errand.write(
        lambda: domain.publish_draft(
            action.id, action.version, errand.catalogue, errand.library, errand.now, errand.by
        )
    )
    match outcome:
        case Published(article, put):
            return _published(errand, article, same=put == "same")
        case Blocked(complaints):
            needed = render.blocked(complaints, errand.view)
            return Done(await show(errand, action.id), notice=needed.plain)
        case Overtaken(article):
            return await show(errand, action.id, render.overtaken(article, errand.view))
        case Refused(detail=detail):
            return await show(errand, action.id, render.unfit(detail, errand.view))
        case Stale(filed):
            return await show(errand, action.id, showing.stale(errand, action, filed))
        case NotOpen() | NoDraft():
            return await show(errand, action.id)


def _published(errand: Errand, article: str, *, same: bool) -> Reply:
    filed = errand.library.drafts.get(errand.action.id)
    if filed is None:
        return desk.no_draft(str(errand.action.id), errand.language)
    return render.published(article, filed, errand.view, same=same)


async def _accept(errand: Errand) -> Reply | Done:
    lead = render.summary_accepted(errand.view)
    return await showing.amend(errand, review.AcceptSummary(), lead=lead)


async def _source(errand: Errand) -> Reply:
    number = errand.action.number
    return await show(
        errand,
        errand.action.id,
        page=lambda errand, shown, _: source_page.page(shown.filed, number, errand.view),
    )


async def _discard(errand: Errand) -> Reply:
    return await show(
        errand,
        errand.action.id,
        page=lambda errand, shown, _: render.discard(shown.filed, errand.view),
    )


async def _discarded(errand: Errand) -> Reply:
    action = errand.action
    outcome = await errand.write(
        lambda: domain.discard(action.id, action.version, errand.library, errand.now, errand.by)
    )
    match outcome:
        case Discarded():
            return await show(errand, action.id)
        case Stale(filed):
            return await show(errand, action.id, showing.stale(errand, action, filed))
        case NotOpen() | NoDraft():
            return await show(errand, action.id)


PRESSES: Presses = {
    "drafts": Press(drafts),
    "open": Press(_open),
    "draft": Press(_draft),
    "publish": Press(_publish),
    "accept": Press(_accept),
    "source": Press(_source),
    "discard": Press(_discard),
    "discarded": Press(_discarded),
}
