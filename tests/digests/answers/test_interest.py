"""What a subscription is to be about, in whatever words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from writing import TODAY, TREATY

from digests.answers import interest
from digests.answers.interest import Dated, Interest, Unknown, WhichOne
from digests.answers.question import Misfit, written
from digests.models import Filter

FOUR, THREE = f"{TREATY}:assistance", f"{TREATY}:consultation"
LUKIN, MANGOTT = "artyom-lukin", "gerhard-mangott"


@pytest.fixture(scope="session")
def read(catalogue, seeded):
    return lambda text, **given: interest.read(text, catalogue, seeded, TODAY, **given)


@pytest.mark.parametrize(
    ("text", "clauses", "speakers", "others"),
    [
        pytest.param("Lukin", (), (LUKIN,), (), id="a surname"),
        pytest.param("лукина", (), (LUKIN,), (), id="in Russian"),
        pytest.param(LUKIN, (), (LUKIN,), (), id="a slug"),
        pytest.param("Article 4", (FOUR,), (), (), id="a clause by number"),
        pytest.param("military assistance", (FOUR,), (), (), id="a clause by name"),
        pytest.param("about Article 4", (FOUR,), (), (), id="with a small word"),
        pytest.param("Article 4, Artyom Lukin", (FOUR,), (LUKIN,), (), id="as it is said back"),
        pytest.param("Article 4 Artyom Lukin", (FOUR,), (LUKIN,), (), id="without the comma"),
        pytest.param("Lukin and Mangott", (), (LUKIN, MANGOTT), (), id="two of a kind"),
        pytest.param("4, 3; Lukin or Mangott", (FOUR, THREE), (LUKIN, MANGOTT), (), id="several"),
        pytest.param("clause:3 Lukin", (THREE,), (LUKIN,), (), id="a filter and a name"),
        pytest.param("TASS", (), (), ("TASS",), id="an outlet"),
        pytest.param("from TASS, Article 4", (FOUR,), (), ("TASS",), id="an outlet and a clause"),
        pytest.param("Lukin, Lukin, лукин", (), (LUKIN,), (), id="the same again"),
    ],
)
def test_names_need_no_keys(read, text, clauses, speakers, others):
    found = read(text)

    assert isinstance(found, Interest)
    assert found.named
    assert found.filter.clauses == clauses
    assert found.filter.speakers == speakers
    assert found.filter.outlets == others
    assert len(found.filter.speaker_names) == len(speakers)


@pytest.mark.parametrize(("text", "named"), [("", False), ("  ,", False), ("everything", True)])
def test_nothing_and_everything_narrow_nothing(read, text, named):
    assert read(text) == Interest(Filter(), named=named)


@pytest.mark.parametrize("text", ["since:2024", "Lukin until:2025", "clause:4 since:7d"])
def test_dates_are_told_apart_and_may_be_welcome(read, text):
    assert read(text) == Dated()
    assert isinstance(read(text, dates=True), Interest)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Zzyzx", "Zzyzx"),
        ("Lukin, Zzyzx", "Zzyzx"),
        ("Lukin Zzyzx", "Zzyzx"),
        ("Artcle", "Artcle"),
    ],
)
def test_what_is_not_known_is_named(read, text, asked):
    found = read(text)

    assert isinstance(found, Unknown)
    assert found.asked == asked


def test_what_is_spelt_nearly_so_is_offered(read):
    assert [one.slug for one in read("Luken").speakers] == [LUKIN]


def test_a_filter_that_does_not_fit_is_told(read):
    assert isinstance(read("clause:99"), Misfit)


def test_more_than_twenty_names_are_too_many(read):
    assert isinstance(read("Lukin Mangott " * 20), Unknown)


@given(text=st.text(max_size=200) | st.lists(st.sampled_from(
    ["Lukin", "4", "Article", ",", "and", "TASS", "expert:", "clause:4", "since:", "zzz", "“"]
)).map(" ".join))  # fmt: skip
def test_whatever_is_written_is_read_as_something(read, text):
    assert isinstance(read(text), Interest | Dated | WhichOne | Unknown | Misfit)


@pytest.mark.parametrize("text", ["Article 4, Lukin", "TASS", "everything", "clause:3 Mangott"])
def test_what_is_written_behind_a_button_is_read_back(read, catalogue, text):
    found = read(text).filter

    assert read(written(found, catalogue) or "all").filter == found
