"""``/reports``: what readers say is wrong, and what comes of it."""

from functools import partial

from bot.desk.errand import Done, Errand, Press, Presses, Question
from bot.desk.showing import show
from bot.objections import telling
from bot.render import reports as render
from bot.render.reply import Reply
from digests import desk
from digests.library.reports import Objection, Verdict

VERDICTS = {verdict.value: verdict for verdict in Verdict}


async def reports(errand: Errand) -> Reply:
    """Show the oldest objection that waits, or the one a button leads to."""
    total = errand.library.reports.count()
    offset = max(min(errand.action.number, total - 1), 0)
    found = errand.library.reports.open(1, offset)
    if not found:
        return render.none(errand.language)
    shown = _card(found[0], errand)
    return render.listed(shown, offset, total, errand.language)


async def report(errand: Errand) -> Reply | Done:
    """Show one objection again, and wait for words about it no longer."""
    found = _waiting(errand.action.id, errand)
    return _card(found, errand) if isinstance(found, Objection) else found


async def mend(errand: Errand) -> Reply | Done:
    """Open a draft to correct the article."""
    found = _waiting(errand.action.id, errand)
    if isinstance(found, Done):
        return found
    opened = await errand.write(
        lambda: desk.correct(found.article, errand.library, errand.now, errand.by)
    )
    match opened:
        case desk.Opened(id_):
            return Done(
                await show(errand, id_, render.mending(found, errand.language)), fresh=True
            )
        case desk.NoArticle():
            return Done(notice=render.lost(errand.language).plain)


async def stands(errand: Errand) -> Reply | Done:
    """Ask what the reader is to be told, now that the quote stands."""
    return _answer(Verdict.STANDS, errand)


async def corrected(errand: Errand) -> Reply | Done:
    """Ask what the reader is to be told, now that the quote is corrected."""
    return _answer(Verdict.CORRECTED, errand)


def _answer(verdict: Verdict, errand: Errand) -> Reply | Done:
    found = _waiting(errand.action.id, errand)
    if isinstance(found, Done):
        return found
    errand.ask(Question(partial(_settle, found.id, verdict)))
    return render.answer(found, verdict, errand.language)


async def withdraw(errand: Errand) -> Reply | Done:
    """Ask why the article is retracted."""
    found = _waiting(errand.action.id, errand)
    if isinstance(found, Done):
        return found
    errand.ask(Question(partial(_retract, found)))
    return render.reason(found, errand.language)


async def verdict(errand: Errand) -> Reply | Done:
    """Settle an objection without words of one's own."""
    found = VERDICTS.get(errand.action.argument)
    if found is None:
        return Done(notice=render.lost(errand.language).plain)
    retraction = _retraction(errand.action.id, errand) if found is Verdict.RETRACTED else ""
    if retraction is None:  # nobody retracts by a button that was made for something else
        return Done(notice=render.lost(errand.language).plain)
    return await _settle(errand.action.id, found, errand, retraction)


def _retraction(id_: int, errand: Errand) -> str | None:
    found = errand.library.reports.get(id_)
    retraction = errand.library.past.retraction(found.article) if found else None
    return retraction.reason if retraction else None


async def _retract(found: Objection, errand: Errand) -> Reply | Done:
    """Retract the article for the reason given, and settle the objection by it."""
    reason = errand.argument.strip()
    outcome = await errand.write(
        lambda: desk.retract(found.article, reason, errand.library, errand.now, errand.by)
    )
    match outcome:
        case desk.Retracted():
            return await _settle(found.id, Verdict.RETRACTED, errand, reason)
        case desk.AlreadyRetracted(_, retraction):
            return await _settle(found.id, Verdict.RETRACTED, errand, retraction.reason)
        case desk.NoReason():
            errand.ask(Question(partial(_retract, found)))
            return render.reason(found, errand.language)
        case desk.NoArticle():
            return Reply(render.lost(errand.language))


async def _settle(
    id_: int, verdict: Verdict, errand: Errand, answer: str | None = None
) -> Reply | Done:
    """Settle an objection and tell its reader."""
    words = errand.argument if answer is None else answer
    outcome = await errand.write(
        lambda: desk.settle(id_, verdict, words, errand.library, errand.now, errand.by)
    )
    match outcome:
        case desk.Settled(objection):
            told = await telling.reader(objection, errand.context)
            return render.settled(objection, errand.language, told=told)
        case desk.AlreadySettled(objection):
            return render.settled_before(objection, errand.language)
        case desk.NoObjection():
            return Reply(render.lost(errand.language))


def _waiting(id_: int, errand: Errand) -> Objection | Done:
    """Find an objection, as long as it waits."""
    found = errand.library.reports.get(id_)
    if found is None:
        return Done(notice=render.lost(errand.language).plain)
    if found.verdict is not None:
        return Done(render.settled_before(found, errand.language))
    return found


def _card(found: Objection, errand: Errand) -> Reply:
    return render.one(telling.seen(found, errand.library), errand.catalogue, errand.language)


PRESSES: Presses = {
    "reports": Press(reports),
    "report": Press(report),
    "mend": Press(mend),
    "stands": Press(stands),
    "corrected": Press(corrected),
    "withdraw": Press(withdraw),
    "verdict": Press(verdict),
}
