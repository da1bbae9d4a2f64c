import datetime as dt
from contextlib import closing

from shelving import NOW

from digests.library import Library
from digests.library.staff import Editor, Invitation


def test_an_editor_is_one_until_removed(library):
    ann = library.staff.add(7, " Ann\n Lee " + "x" * 99, NOW, "1")
    library.staff.add(8, "Bob", NOW + dt.timedelta(hours=1), "1")

    assert ann == Editor(7, ("Ann Lee " + "x" * 99)[:64], "1", NOW)
    assert library.staff.get(7) == ann
    assert [one.user for one in library.staff.all()] == [7, 8]
    assert 7 in library.staff
    assert library.staff.remove(7)
    assert not library.staff.remove(7)
    assert 7 not in library.staff
    assert "8" not in library.staff


def test_an_invitation_is_found_by_its_token_alone(library):
    library.staff.invite("a secret", NOW, "1")

    assert library.staff.invitation("a secret") == Invitation("1", NOW)
    assert library.staff.invitation("another") is None
    library.staff.use("a secret", 7, NOW)
    assert library.staff.invitation("a secret").used_by == 7


def test_the_token_itself_is_kept_nowhere(path):
    with closing(Library.open(path)) as library:
        library.staff.invite("a-secret-token", NOW, "1")

    assert b"a-secret-token" not in path.read_bytes()


def test_an_invitation_is_good_for_a_day():
    invitation = Invitation("1", NOW)

    assert not invitation.expired(NOW + dt.timedelta(hours=23, minutes=59))
    assert invitation.expired(NOW + dt.timedelta(hours=24))
