import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelving import NOW

TODAY = NOW.date()


def test_a_name_is_counted_however_it_is_written(library):
    for name in ("Ada  Núñez", "ada nunez", " ADA NUNEZ\n"):
        library.misses.note(name, TODAY)

    (miss,) = library.misses.list(10)
    assert (miss.name, miss.times, miss.last) == ("ada nunez", 3, TODAY)


def test_the_most_wanted_comes_first(library):
    for name in ("Lee", "Kim", "Kim", "Park"):
        library.misses.note(name, TODAY)
    library.misses.note("Park", TODAY + dt.timedelta(days=1))

    assert [miss.name for miss in library.misses.list(2)] == ["park", "kim"]


@pytest.mark.parametrize("name", ["", "   ", "\x00", "\u200b"])
def test_nothing_is_no_name(library, name):
    library.misses.note(name, TODAY)

    assert library.misses.list(10) == []


def test_in_a_full_list_the_least_asked_and_oldest_gives_way(library):
    with library.atomic():
        library.misses.note("asked twice", TODAY)
        library.misses.note("asked twice", TODAY)
        library.misses.note("old", TODAY - dt.timedelta(days=9))
        for n in range(999):
            library.misses.note(f"name {n}", TODAY)

    kept = [miss.name for miss in library.misses.list(2_000)]
    assert len(kept) == 1_000
    assert kept[0] == "asked twice"
    assert "old" not in kept


@given(name=st.text(max_size=200) | st.text(st.characters(categories=["Cs"])))
def test_whatever_is_asked_is_kept_short(shared, name):
    shared.misses.note(name, TODAY)

    assert all(0 < len(miss.name) <= 64 for miss in shared.misses.list(1_000))
