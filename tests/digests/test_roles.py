import pytest

from digests.roles import Role, role_of


@pytest.mark.parametrize(
    ("user", "owners", "editors", "role"),
    [
        pytest.param(1, (1,), (), Role.OWNER, id="an owner"),
        pytest.param(1, (1,), (1,), Role.OWNER, id="an owner who is an editor too"),
        pytest.param(2, (1,), {2}, Role.EDITOR, id="an editor"),
        pytest.param(3, (1,), {2}, Role.READER, id="anybody"),
        pytest.param(None, (1,), {2}, Role.READER, id="a channel"),
        pytest.param(2, (), {2}, Role.READER, id="no owners, nobody"),
    ],
)
def test_who_may_do_what(user, owners, editors, role):
    assert role_of(user, owners, editors) is role
    assert role.edits == (role is not Role.READER)


def test_the_library_tells_who_edits(library):
    assert role_of(2, (1,), library.staff) is Role.READER
