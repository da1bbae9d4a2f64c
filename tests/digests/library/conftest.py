"""A library in memory, and one in a file."""

from contextlib import closing

import pytest

from digests.library import Library


@pytest.fixture
def library():
    with closing(Library.open(None)) as opened:
        yield opened


@pytest.fixture(scope="session")
def shared():
    """A library for what leaves none the worse, tried a hundred times over."""
    with closing(Library.open(None)) as opened:
        yield opened


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.db"
