"""Editors come and go; who may let them is for the caller to check."""

import datetime as dt
from collections.abc import Collection

from digests.desk.outcomes import (
    Admitted,
    AlreadyEditor,
    Dismissed,
    NoEditor,
    NoInvitation,
    Why,
)
from digests.library import Library
from digests.library.actions import Action, Deed
from digests.library.staff import Editor, Invitation


def invite(token: str, library: Library, now: dt.datetime, by: str) -> None:
    """Let whoever brings a token, which nobody can guess, become an editor within a day."""
    with library.atomic():
        library.staff.invite(token, now, by)
        library.actions.note(Action(now, by, Deed.INVITED))


def admit(
    token: str,
    user: int,
    name: str,
    library: Library,
    now: dt.datetime,
    *,
    owners: Collection[int],
) -> Admitted | AlreadyEditor | NoInvitation:
    """Make an editor of who brings a token; it is good once, and only while its maker is owner."""
    with library.atomic():
        if editor := library.staff.get(user):
            return AlreadyEditor(editor)
        invitation = library.staff.invitation(token)
        if invitation is None:
            return NoInvitation(Why.UNKNOWN)
        if why := _why_not(invitation, now, owners):
            return NoInvitation(why)
        library.staff.use(token, user, now)
        return Admitted(_added(user, name, library, now, invitation.made_by, Deed.ADMITTED))


def _why_not(invitation: Invitation, now: dt.datetime, owners: Collection[int]) -> Why | None:
    if invitation.used_by is not None:
        return Why.USED
    if invitation.expired(now):
        return Why.EXPIRED
    return None if invitation.made_by in map(str, owners) else Why.WITHDRAWN


def appoint(
    user: int, name: str, library: Library, now: dt.datetime, by: str
) -> Admitted | AlreadyEditor:
    """Make somebody an editor without a link."""
    with library.atomic():
        if editor := library.staff.get(user):
            return AlreadyEditor(editor)
        return Admitted(_added(user, name, library, now, by, Deed.APPOINTED))


def dismiss(user: int, library: Library, now: dt.datetime, by: str) -> Dismissed | NoEditor:
    """Make somebody an editor no longer; what they did stays."""
    with library.atomic():
        editor = library.staff.get(user)
        if editor is None:
            return NoEditor(user)
        library.staff.remove(user)
        library.actions.note(Action(now, by, Deed.DISMISSED, detail=str(user)))
    return Dismissed(editor)


def _added(
    user: int, name: str, library: Library, now: dt.datetime, by: str, deed: Deed
) -> Editor:
    editor = library.staff.add(user, name, now, by)
    library.actions.note(Action(now, by, deed, detail=str(user)))
    return editor
