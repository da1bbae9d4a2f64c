"""The quotes of a draft, one at a time: kept or left out, their kind, their place in the text."""

from functools import partial

from bot.desk import showing, writing
from bot.desk.errand import Done, Errand, Press, Presses
from bot.desk.showing import Page, show
from bot.desk.writing import Slot
from bot.render import choosing, draft_quote, fields, source
from bot.render.reply import Reply
from bot.render.text import Text
from config.folding import words
from digests import review
from digests.desk import OnDesk
from digests.drafts import Draft, DraftQuote
from digests.models import QuoteKind

KINDS: dict[str, QuoteKind] = {each: each for each in ("sentence", "fragment", "treaty")}


def at(draft: Draft, number: int) -> DraftQuote | None:
    """Give a quote, counted from 1."""
    return draft.quotes[number - 1] if 1 <= number <= len(draft.quotes) else None


def page(number: int) -> Page:
    """Make the page of one quote."""
    return lambda errand, shown, lead: draft_quote.reply(shown, number, errand.view, lead)


async def _quote(errand: Errand) -> Reply:
    return await show(errand, errand.action.id, page=page(errand.action.number))


async def _keep(errand: Errand) -> Reply | Done:
    number = errand.action.number
    return await showing.amend(errand, review.KeepQuote(number, keep=True), page(number))


async def _drop(errand: Errand) -> Reply | Done:
    number = errand.action.number
    return await showing.amend(errand, review.KeepQuote(number, keep=False), page(number))


async def _kind(errand: Errand) -> Reply:
    return await show(errand, errand.action.id, page=partial(_kinds, errand.action.number))


def _kinds(number: int, errand: Errand, shown: OnDesk, lead: Text) -> Reply:
    if at(shown.filed.draft, number) is None:
        return page(number)(errand, shown, lead)
    return choosing.kinds(shown.filed, number, errand.view)


async def _bekind(errand: Errand) -> Reply | Done:
    number, kind = errand.action.number, KINDS.get(errand.action.argument)
    if kind is None:
        return await _quote(errand)
    return await showing.amend(errand, review.SetKind(number, kind), page(number))


async def _around(errand: Errand) -> Reply:
    return await show(errand, errand.action.id, page=partial(_in_source, errand.action.number))


def _in_source(number: int, errand: Errand, shown: OnDesk, lead: Text) -> Reply:
    if at(shown.filed.draft, number) is None:
        return page(number)(errand, shown, lead)
    return source.around(shown.filed, number, errand.view)


async def _add(errand: Errand) -> Reply | Done:
    """Take the next words for a quote that was missed."""
    shown = errand.library.drafts.get(errand.action.id)
    if shown is None or shown.state != "open":
        return await show(errand, errand.action.id)
    writing.ask(errand, Slot("quotes", lambda _: None, review.AddQuote, _added), shown)
    return Done(fields.wanted("quotes", errand.view), fresh=True)


def _added(errand: Errand, shown: OnDesk, lead: Text) -> Reply:
    """Show the quote whose words were just sent."""
    sent = words(errand.argument)
    found = (n for n, q in enumerate(shown.filed.draft.quotes, 1) if words(q.text) == sent)
    return page(next(found, 1))(errand, shown, lead)


PRESSES: Presses = {
    "quote": Press(_quote),
    "keep": Press(_keep),
    "drop": Press(_drop),
    "kind": Press(_kind),
    "bekind": Press(_bekind),
    "around": Press(_around),
    "add": Press(_add),
}
