"""The fields of a draft: all of them, one of them, and what is put there by a tap or in words."""

from functools import partial
from typing import Any

from bot.desk import showing, writing
from bot.desk.errand import Done, Errand, Press, Presses
from bot.desk.showing import show
from bot.desk.writing import Slot
from bot.render import fields as render
from bot.render.reply import Reply
from bot.render.text import Text
from digests import review
from digests.desk import OnDesk
from digests.drafts import Draft

IN_WORDS = tuple(name for name in review.FIELDS if name != "treaty")  # a treaty is chosen


def _menu(errand: Errand, shown: OnDesk, lead: Text) -> Reply:
    return render.menu(shown.filed, errand.view, lead)


async def _edit(errand: Errand) -> Reply:
    return await show(errand, errand.action.id, page=_menu)


async def _field(errand: Errand) -> Reply:
    """Show a field, and take the next words for it."""
    name = errand.action.argument
    if name not in review.FIELDS:
        return await _edit(errand)
    return await show(errand, errand.action.id, page=partial(_asked, name))


def _asked(name: str, errand: Errand, shown: OnDesk, lead: Text) -> Reply:
    if name in IN_WORDS:
        writing.ask(errand, _slot(name), shown.filed)
    return render.asked(name, shown.filed, errand.view, lead)


def _slot(name: str) -> Slot:
    return Slot(name, partial(_held, name), partial(_put, name))


def _held(name: str, draft: Draft) -> Any:
    return draft.summary if name == "summary" else getattr(draft.masthead, name)


def _put(name: str, words: str) -> review.Change:
    return review.RewriteSummary(words) if name == "summary" else review.SetField(name, words)


async def _unknown(errand: Errand) -> Reply | Done:
    name = errand.action.argument
    lead = render.changed(name, errand.view)
    return await showing.amend(errand, review.DeclareUnknown(name), lead=lead)


async def _empty(errand: Errand) -> Reply | Done:
    name = errand.action.argument
    lead = render.changed(name, errand.view)
    return await showing.amend(errand, review.SetField(name, ""), lead=lead)


async def _date(errand: Errand) -> Reply | Done:
    what = review.SetField("published", errand.action.argument)
    return await showing.amend(errand, what, lead=render.changed("published", errand.view))


async def _treaty(errand: Errand) -> Reply | Done:
    what = review.SetField("treaty", errand.action.argument)
    return await showing.amend(errand, what, lead=render.changed("treaty", errand.view))


PRESSES: Presses = {
    "edit": Press(_edit),
    "field": Press(_field),
    "unknown": Press(_unknown),
    "empty": Press(_empty),
    "date": Press(_date),
    "treaty": Press(_treaty),
}
