"""Who said a quote: confirmed, chosen among those at hand, left open, or written."""

from collections.abc import Iterator
from functools import partial
from hashlib import blake2s

from bot.desk import showing, writing
from bot.desk.errand import Done, Errand, Press, Presses
from bot.desk.quotes import at, page
from bot.desk.showing import show
from bot.desk.writing import Slot
from bot.render import choosing, fields, labels
from bot.render.reply import Reply
from bot.render.text import Text
from config.catalogue import Catalogue
from config.folding import words
from digests import review
from digests.desk import OnDesk
from digests.drafts import Draft
from digests.models import TREATY_TEXT

MOST = 12


def names(draft: Draft, catalogue: Catalogue) -> list[str]:
    """Give who may be meant: the people of the draft, then those of the catalogue it names."""
    return list(dict.fromkeys(_names(draft, catalogue)))[:MOST]


def _names(draft: Draft, catalogue: Catalogue) -> Iterator[str]:
    said = [quote.speaker for quote in draft.quotes] + [each.speaker for each in draft.indirect]
    yield from (name for name in said if name and name != TREATY_TEXT and labels.clean(name))
    here = set(words(draft.source))
    for person in catalogue.people:
        if words(person.name)[-1] in here:
            yield person.name


def mark(name: str) -> str:
    """Give a short mark of a name, so that a button means that name for good."""
    return blake2s(name.encode("utf-8", "replace"), digest_size=6).hexdigest()


async def _speaker(errand: Errand) -> Reply:
    return await show(errand, errand.action.id, page=partial(_choice, errand.action.number))


def _choice(number: int, errand: Errand, shown: OnDesk, lead: Text) -> Reply:
    draft = shown.filed.draft
    if at(draft, number) is None:
        return page(number)(errand, shown, lead)
    marked = [(mark(name), name) for name in names(draft, errand.catalogue)]
    return choosing.speakers(shown.filed, number, marked, errand.view)


async def _name(errand: Errand) -> Reply | Done:
    """Take the name that a button is for; where it is offered no more, offer those that are."""
    action = errand.action
    filed = errand.library.drafts.get(action.id)
    known = names(filed.draft, errand.catalogue) if filed else []
    name = next((each for each in known if mark(each) == action.argument), None)
    if name is None:
        return await _speaker(errand)
    return await _set(errand, name)


async def _set(errand: Errand, name: str | None) -> Reply | Done:
    number = errand.action.number
    return await showing.amend(errand, review.SetSpeaker(number, name), page(number))


async def _nobody(errand: Errand) -> Reply | Done:
    return await _set(errand, None)


async def _confirm(errand: Errand) -> Reply | Done:
    """Take the name that stands there; in another version it may be another."""
    filed = errand.library.drafts.get(errand.action.id)
    quote = at(filed.draft, errand.action.number) if filed else None
    if quote is None or quote.speaker is None:
        return await show(errand, errand.action.id, page=page(errand.action.number))
    return await _set(errand, quote.speaker)


async def _newname(errand: Errand) -> Reply | Done:
    """Take the next words for a name, and for an affiliation on a second line."""
    number = errand.action.number
    filed = errand.library.drafts.get(errand.action.id)
    if filed is None or filed.state != "open" or at(filed.draft, number) is None:
        return await show(errand, errand.action.id)
    slot = Slot("speaker", partial(_held, number), partial(_written, number), page(number))
    writing.ask(errand, slot, filed)
    return Done(fields.wanted("speaker", errand.view), fresh=True)


def _held(number: int, draft: Draft) -> object:
    quote = at(draft, number)
    return (quote.text, quote.speaker, quote.affiliation) if quote else None


def _written(number: int, text: str) -> review.Change:
    name, _, affiliation = text.strip().partition("\n")
    return review.SetSpeaker(number, name, affiliation.strip() or None)


PRESSES: Presses = {
    "speaker": Press(_speaker),
    "name": Press(_name),
    "nobody": Press(_nobody),
    "confirm": Press(_confirm),
    "newname": Press(_newname),
}
