"""Drafts shown and changed: the latest always, and what became of it if it is not open."""

from collections.abc import Callable

from bot.buttons import Do
from bot.desk.errand import Done, Errand
from bot.render import card, desk, fields
from bot.render.reply import Reply
from bot.render.text import Text
from digests import desk as domain
from digests.desk import Changed, NoDraft, NotOpen, OnDesk, Refused, Stale
from digests.library.actions import Deed
from digests.library.drafts import Filed
from digests.review import Change

Page = Callable[[Errand, OnDesk, Text], Reply]
NOTHING = Text()
LONGEST_NUMBER = 9  # digits


def on_card(errand: Errand, shown: OnDesk, lead: Text) -> Reply:
    """Show a draft's card."""
    return card.reply(shown, errand.view, lead)


def number(text: str) -> int | None:
    """Read the number of a draft: ``12``, ``#12``."""
    digits = text.strip().removeprefix("#")
    short = digits.isascii() and digits.isdecimal() and len(digits) <= LONGEST_NUMBER
    return int(digits) if short else None


async def show(errand: Errand, id_: int, lead: Text = NOTHING, page: Page = on_card) -> Reply:
    """Show a page of a draft as it stands now; whoever looks is on it, if nobody else is."""
    found = await errand.write(
        lambda: domain.look(id_, errand.catalogue, errand.library, errand.now, errand.by)
    )
    if isinstance(found, NoDraft):
        return desk.no_draft(str(id_), errand.language)
    if found.filed.state != "open":
        return desk.closed(found.filed, errand.view)
    return page(errand, found, lead)


async def change(
    errand: Errand, id_: int, version: int, what: Change
) -> Changed | Stale | Refused | NotOpen | NoDraft:
    """Change one version of a draft."""
    return await errand.write(
        lambda: domain.change(
            id_, version, what, errand.catalogue, errand.library, errand.now, errand.by
        )
    )


async def amend(
    errand: Errand, what: Change, page: Page = on_card, lead: Text = NOTHING
) -> Reply | Done:
    """Do what a button says to the version it was shown for, then show the page again."""
    action = errand.action
    match await change(errand, action.id, action.version, what):
        case Changed():
            return await show(errand, action.id, lead, page)
        case Stale(filed):
            return await show(errand, action.id, stale(errand, action, filed), page)
        case Refused() as refusal:
            again = await show(errand, action.id, page=page)
            return Done(again, notice=fields.refused(refusal, errand.view).plain)
        case NotOpen() | NoDraft():
            return await show(errand, action.id)


def stale(errand: Errand, action: Do, filed: Filed) -> Text:
    """Say who changed a draft since a button for it was shown."""
    behind = max(filed.version - action.version, 0)
    done = errand.library.actions.of_draft(filed.id)
    changes = [one for one in done if one.deed is Deed.CHANGED][:behind]
    return desk.meanwhile(changes, errand.view)
