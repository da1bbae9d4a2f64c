"""``/correct``, ``/retract`` and ``/history``: articles that are published, or were."""

from functools import partial

from bot.desk.errand import Done, Errand, Press, Presses, Question
from bot.desk.showing import show
from bot.render import labels, publishing
from bot.render import past as render
from bot.render.reply import Reply
from bot.render.text import Text
from digests import desk as domain
from digests.desk import NoArticle, NoReason, Opened


def _id(text: str) -> str:
    """Read an id as a telephone may have written it."""
    return labels.clean(text).lower()


async def correct(errand: Errand) -> Reply:
    """Open an article as a draft, to be corrected."""
    return await _correct(errand, _id(errand.argument))


async def _correct(errand: Errand, id_: str) -> Reply:
    outcome = await errand.write(
        lambda: domain.correct(id_, errand.library, errand.now, errand.by)
    )
    match outcome:
        case Opened(number, already):
            lead = publishing.already(errand.view) if already else Text()
            return await show(errand, number, lead)
        case NoArticle():
            return render.no_article(id_, errand.view)


async def retract(errand: Errand) -> Reply:
    """Take an article out of every answer; asks why, where no reason is given."""
    id_, reason = [*errand.argument.split(None, 1), "", ""][:2]
    return await _retract(_id(id_), reason, errand)


async def _retract(id_: str, reason: str, errand: Errand) -> Reply:
    outcome = await errand.write(
        lambda: domain.retract(id_, reason, errand.library, errand.now, errand.by)
    )
    if isinstance(outcome, NoArticle):
        return render.no_article(id_, errand.view)
    if isinstance(outcome, NoReason):
        errand.ask(Question(partial(_reason, id_)))
    return render.retraction(outcome, errand.view)


async def _reason(id_: str, errand: Errand) -> Reply:
    return await _retract(id_, errand.argument, errand)


async def history(errand: Errand) -> Reply:
    """Tell what became of an article."""
    return _history(errand, _id(errand.argument), 0)


def _history(errand: Errand, id_: str, page: int) -> Reply:
    past = domain.history(id_, errand.library)
    if isinstance(past, NoArticle):
        return render.no_article(id_, errand.view)
    return render.history(past, page, errand.view)


async def _past(errand: Errand) -> Reply:
    return _history(errand, errand.action.argument, errand.action.number)


async def _opened(errand: Errand) -> Done:
    return Done(await _past(errand), fresh=True)


async def _again(errand: Errand) -> Done:
    return Done(await _correct(errand, errand.action.argument), fresh=True)


PRESSES: Presses = {
    "history": Press(_past),
    "past": Press(_opened),
    "correct": Press(_again),
}
