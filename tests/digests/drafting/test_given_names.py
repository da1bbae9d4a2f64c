"""The lists of names: data that people add to by hand."""

import tomllib
from importlib import resources

import pytest

from digests.drafting import given_names

LISTS = tomllib.loads(
    (resources.files("digests.drafting") / "given_names.toml").read_text("utf-8")
)


@pytest.mark.parametrize("name", LISTS)
def test_each_name_stands_once_in_its_list_where_one_looks_for_it(name):
    words = LISTS[name].split()

    assert words == sorted(set(words))
    assert [word for word in words if word != word.lower()] == []


def test_a_name_that_is_borne_by_both_tells_no_gender():
    assert given_names.EITHER >= given_names.MALE & given_names.FEMALE
    assert {"kim", "robin", "andrea"} <= given_names.EITHER
    assert "gerhard" not in given_names.EITHER
