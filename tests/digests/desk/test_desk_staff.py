import datetime as dt

import pytest
from working import deeds
from writing import NOW

from digests import desk
from digests.desk import Admitted, AlreadyEditor, Dismissed, NoEditor, NoInvitation, Why

TOKEN = "aGkgdGhlcmU"  # noqa: S105 - of a test
OWNERS = (1,)
SOON = NOW + dt.timedelta(hours=23)
TOO_LATE = NOW + dt.timedelta(hours=24)


def admit(library, user=7, token=TOKEN, now=SOON, owners=OWNERS):
    return desk.admit(token, user, "Ann", library, now, owners=owners)


@pytest.fixture
def invited(library):
    desk.invite(TOKEN, library, NOW, "1")
    return library


def test_a_link_makes_an_editor_once(invited):
    admitted = admit(invited)

    assert isinstance(admitted, Admitted)
    assert (admitted.editor.user, admitted.editor.added_by) == (7, "1")
    assert 7 in invited.staff
    assert admit(invited, user=8) == NoInvitation(Why.USED)
    assert deeds(invited.actions.latest(9)) == [("admitted", "1", "7"), ("invited", "1", "")]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        pytest.param({"token": "another"}, Why.UNKNOWN, id="another token"),
        pytest.param({"now": TOO_LATE}, Why.EXPIRED, id="after a day"),
        pytest.param({"owners": (2,)}, Why.WITHDRAWN, id="its maker is no owner any more"),
    ],
)
def test_any_other_link_makes_none(invited, given, why):
    assert admit(invited, **given) == NoInvitation(why)
    assert invited.staff.all() == []


def test_who_is_an_editor_already_does_not_use_a_link_up(invited):
    editor = desk.appoint(7, "Ann", invited, NOW, "1").editor

    assert admit(invited) == AlreadyEditor(editor)
    assert isinstance(admit(invited, user=8), Admitted)


def test_an_owner_appoints_and_dismisses(library):
    editor = desk.appoint(7, "Ann", library, NOW, "1").editor

    assert desk.appoint(7, "Bob", library, NOW, "1") == AlreadyEditor(editor)
    assert desk.dismiss(7, library, NOW, "1") == Dismissed(editor)
    assert desk.dismiss(7, library, NOW, "1") == NoEditor(7)
    assert deeds(library.actions.latest(9)) == [("dismissed", "1", "7"), ("appointed", "1", "7")]


def test_who_was_dismissed_does_not_come_back_by_the_old_link(invited):
    admit(invited)
    desk.dismiss(7, invited, NOW, "1")

    assert admit(invited) == NoInvitation(Why.USED)
