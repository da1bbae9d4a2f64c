"""The catalogue, a new library, and one filled with the shipped records."""

from contextlib import closing

import pytest
from writing import NOW, seeds, unhurried

from config import catalogue as catalogues
from digests import desk
from digests.library import Library


@pytest.fixture(scope="session")
def catalogue():
    return catalogues.load()


@pytest.fixture
def library(catalogue):
    with closing(Library.open(None)) as opened:
        desk.introduce(catalogue, opened)
        yield opened


@pytest.fixture(scope="session")
def seeded(catalogue):
    """A library with the seeds in it, for questions only: it is shared."""
    with closing(Library.open(None)) as opened:
        desk.introduce(catalogue, opened)
        reports = desk.load(seeds(), catalogue, opened, NOW, by="seeds", pause=unhurried)
        assert {report.outcome for report in reports} == {"new"}
        yield opened
