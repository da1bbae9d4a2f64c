"""Which clauses a quote, or the article, is about: ticked, or written for other treaties."""

import re
from collections.abc import Iterable
from functools import partial

from bot.desk import showing, writing
from bot.desk.errand import Done, Errand, Press, Presses
from bot.desk.quotes import at, page
from bot.desk.showing import Page, show
from bot.desk.writing import Slot
from bot.render import card, choosing, fields
from bot.render.reply import Reply
from bot.render.text import Text
from config.catalogue import Catalogue
from digests import review
from digests.desk import OnDesk
from digests.drafts import Draft

BETWEEN = re.compile(r"[,;\n]")


def chosen(draft: Draft, number: int) -> tuple[str, ...]:
    """Give the addresses of a quote's clauses, or with 0 of the article's."""
    quote = at(draft, number)
    found = quote.clauses if quote else draft.clauses
    return tuple(card.address(one.clause, draft) for one in found)


async def _clauses(errand: Errand) -> Reply:
    return await show(errand, errand.action.id, page=_choice(errand.action.number))


def _choice(number: int) -> Page:
    def choice(errand: Errand, shown: OnDesk, lead: Text) -> Reply:
        if number and at(shown.filed.draft, number) is None:
            return page(number)(errand, shown, lead)
        return choosing.clauses(shown.filed, number, errand.view, lead)

    return choice


async def _clause(errand: Errand) -> Reply | Done:
    """Tick a clause, or take the tick away."""
    number, address = errand.action.number, errand.action.argument
    filed = errand.library.drafts.get(errand.action.id)
    held = chosen(filed.draft, number) if filed else ()
    kept = tuple(one for one in held if one != address)
    wanted = kept if len(kept) < len(held) else (*held, address)
    what = review.SetClauses(number or None, _ordered(wanted, errand.catalogue))
    return await showing.amend(errand, what, _choice(number))


def _ordered(addresses: Iterable[str], catalogue: Catalogue) -> tuple[str, ...]:
    """Put clauses in the order of their treaty, those of one treaty together."""
    every = [f"{t.id}:{clause.slug}" for t in catalogue.treaties.values() for clause in t.clauses]
    place = {address: number for number, address in enumerate(every)}
    return tuple(sorted(addresses, key=lambda address: place.get(address, len(place))))


async def _newclause(errand: Errand) -> Reply | Done:
    """Take the next words for names of clauses, beside those that are ticked."""
    number = errand.action.number
    filed = errand.library.drafts.get(errand.action.id)
    if filed is None or filed.state != "open" or (number and at(filed.draft, number) is None):
        return await show(errand, errand.action.id)
    held = chosen(filed.draft, number)
    slot = Slot(
        "clauses",
        partial(chosen, number=number),
        partial(_written, number, held),
        _choice(number),
    )
    writing.ask(errand, slot, filed)
    return Done(fields.wanted("clauses", errand.view), fresh=True)


def _written(number: int, held: tuple[str, ...], text: str) -> review.Change:
    named = tuple(filter(None, map(str.strip, BETWEEN.split(text))))
    return review.SetClauses(number or None, (*held, *named))


PRESSES: Presses = {
    "clauses": Press(_clauses),
    "clause": Press(_clause),
    "newclause": Press(_newclause),
}
