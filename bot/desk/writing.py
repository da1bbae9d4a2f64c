"""What editors write: the next words they send fill a field, and are never lost unseen."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bot.desk import showing
from bot.desk.errand import Done, Errand, Question
from bot.desk.showing import Page
from bot.render import desk, fields
from bot.render.reply import Reply
from digests.desk import Changed, NoDraft, NotOpen, Refused, Stale
from digests.drafts import Draft
from digests.library.drafts import Filed
from digests.review import Change, Reason


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a draft that words can fill: what it is called, holds, and is filled by."""

    name: str
    held: Callable[[Draft], object]
    change: Callable[[str], Change]
    page: Page = showing.on_card


def ask(errand: Errand, slot: Slot, filed: Filed) -> None:
    """Let the next words fill a slot of this version."""
    held = slot.held(filed.draft)
    errand.ask(Question(partial(_take, slot, filed.id, filed.version, held)))


async def _take(slot: Slot, id_: int, version: int, held: object, errand: Errand) -> Reply | Done:
    """Fill a slot; another's change to something else is no hindrance."""
    what = slot.change(errand.argument)
    outcome = await showing.change(errand, id_, version, what)
    if isinstance(outcome, Stale) and slot.held(outcome.filed.draft) == held:
        outcome = await showing.change(errand, id_, outcome.filed.version, what)
    match outcome:
        case Changed():
            lead = fields.changed(slot.name, errand.view)
            return await showing.show(errand, id_, lead, slot.page)
        case Refused() as refusal:
            return _again(slot, refusal, id_, errand)
        case Stale(filed):
            ask(errand, slot, filed)
            return fields.conflict(
                slot.name, errand.argument, filed, _last(errand, id_), errand.view
            )
        case NotOpen() | NoDraft():
            return await showing.show(errand, id_)


def _again(slot: Slot, refusal: Refused, id_: int, errand: Errand) -> Reply:
    filed = errand.library.drafts.get(id_)
    if filed is None:
        return desk.no_draft(str(id_), errand.language)
    if refusal.reason is Reason.TOO_LONG:  # what comes next may be the rest of it
        return fields.too_long(refusal, filed, errand.view)
    ask(errand, slot, filed)
    return fields.again(slot.name, refusal, filed, errand.view)


def _last(errand: Errand, id_: int) -> str:
    """Tell who did something to a draft last."""
    return next((action.by for action in errand.library.actions.of_draft(id_)), errand.by)
