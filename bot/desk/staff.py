"""``/editors``: who may edit, for owners alone."""

import re
from dataclasses import dataclass, replace
from secrets import token_urlsafe

from telegram import Message, MessageOriginUser

from bot import links
from bot.desk import joining
from bot.desk.errand import Done, Errand, Press, Presses, Question
from bot.render import staff as render
from bot.render.reply import Reply
from bot.render.text import join
from digests import desk
from digests.library.staff import VALID
from digests.roles import Role

LISTED = 10
USER = re.compile(r"[1-9][0-9]{0,15}")
ADD = re.compile(r"add(?:\s+(?P<rest>.+))?", re.IGNORECASE | re.DOTALL)
REMOVE = re.compile(r"remove\s+(?P<user>[1-9][0-9]{0,15})", re.IGNORECASE)
PERSON = re.compile(r"(?P<user>[1-9][0-9]{0,15})(?:\s+(?P<name>.+))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may become an editor."""

    user: int
    name: str
    is_bot: bool = False


class Hidden:
    """Somebody whose account cannot be seen."""


async def editors(errand: Errand) -> Reply | Done:
    """List the editors, add one or remove one."""
    words = errand.argument.strip()
    if not words:
        return _list(errand)
    if adding := ADD.fullmatch(words):
        return await _add(adding["rest"] or "", errand)
    if removing := REMOVE.fullmatch(words):
        return _sure(int(removing["user"]), errand)
    return render.usage(errand.view)


def _list(errand: Errand) -> Reply:
    everybody = errand.library.staff.all()
    offset = errand.action.number if errand.action.number < len(everybody) else 0
    shown = everybody[offset : offset + LISTED]
    owners = len(errand.services.owners)
    return render.listed(shown, offset, LISTED, len(everybody), owners, errand.view)


async def appoint(errand: Errand) -> Reply | Done:
    """Ask who is to become an editor."""
    errand.ask(Question(_named, anything=True))
    return render.whom(errand.view)


async def _named(errand: Errand) -> Reply | Done:
    return await _add(errand.argument, errand)


async def _add(words: str, errand: Errand) -> Reply | Done:
    """Add who is named: in words, by a message of theirs that was forwarded, or a contact."""
    message = errand.message
    shown = _shown(message) or (_shown(message.reply_to_message) if not words else None)
    typed = None if shown else PERSON.fullmatch(words.strip())
    if typed:
        shown = Person(int(typed["user"]), typed["name"] or "")
    if isinstance(shown, Person):
        return await _appointed(shown, errand)
    errand.ask(Question(_named, anything=True))
    return render.hidden(errand.view) if shown else render.whom(errand.view)


def _shown(message: Message | None) -> Person | Hidden | None:
    """Find who a message shows, if anybody."""
    match message.forward_origin if message else None:
        case MessageOriginUser(sender_user=sender):
            return Person(sender.id, sender.full_name, sender.is_bot)
        case None:
            contact = message.contact if message else None
        case _:
            return Hidden()
    if contact is None:
        return None
    name = " ".join(filter(None, (contact.first_name, contact.last_name)))
    return Person(contact.user_id, name) if contact.user_id else Hidden()


async def _appointed(person: Person, errand: Errand) -> Reply | Done:
    if person.is_bot:
        return render.no_person(errand.view)
    if person.user in errand.services.owners:
        return render.is_owner(errand.view)
    outcome = await errand.write(
        lambda: desk.appoint(person.user, person.name, errand.library, errand.now, errand.by)
    )
    match outcome:
        case desk.Admitted(editor):
            told = await joining.greet(editor.user, errand.context)
            return render.added(editor, errand.view, told=told)
        case desk.AlreadyEditor(editor):
            return render.already(editor, errand.view)


async def invite(errand: Errand) -> Reply | Done:
    """Make a link that makes an editor of who opens it first."""
    token = token_urlsafe(joining.BYTES)
    await errand.write(lambda: desk.invite(token, errand.library, errand.now, errand.by))
    address = links.address(errand.context.bot.username, joining.PREFIX + token)
    return Done(render.invited(address, errand.now + VALID, errand.view), fresh=True)


async def dismiss(errand: Errand) -> Reply | Done:
    """Ask whether somebody is to be removed."""
    return _sure(_user(errand), errand)


def _sure(user: int, errand: Errand) -> Reply | Done:
    if user in errand.services.owners:
        return render.is_owner(errand.view)
    editor = errand.library.staff.get(user)
    return render.sure(editor, errand.view) if editor else Reply(render.no_editor(errand.view))


async def dismissed(errand: Errand) -> Reply | Done:
    """Remove somebody, and tell them."""
    user = _user(errand)
    outcome = await errand.write(lambda: desk.dismiss(user, errand.library, errand.now, errand.by))
    match outcome:
        case desk.NoEditor():
            return Reply(render.no_editor(errand.view))
        case desk.Dismissed(editor):
            await joining.part(editor.user, errand.context)
            rest = _list(errand)
            return replace(
                rest, text=join("\n\n", [render.removed(editor, errand.view), rest.text])
            )


def _user(errand: Errand) -> int:
    found = USER.fullmatch(errand.action.argument)
    return int(found[0]) if found else 0


PRESSES: Presses = {
    "editors": Press(editors, Role.OWNER),
    "appoint": Press(appoint, Role.OWNER),
    "invite": Press(invite, Role.OWNER),
    "dismiss": Press(dismiss, Role.OWNER),
    "dismissed": Press(dismissed, Role.OWNER),
}
