from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewing import SOURCE, a_draft, headed
from shelving import NOW, an_article, put

from digests.addresses import canonical, origin
from digests.library.likeness import mark
from digests.library.twins import Like

URL = "https://tass.com/politics/1805985"


@pytest.mark.parametrize(
    "other",
    [
        "http://tass.com/politics/1805985",
        "https://www.tass.com/politics/1805985/",
        "https://TASS.com/politics/1805985?utm_source=tg&utm_medium=x",
        "https://tass.com/politics/1805985#comments",
        "https://tass.com:443/politics/1805985?fbclid=1",
        " https://tass.com/politics/1805985 ",
    ],
)
def test_addresses_of_one_page_are_one(other):
    assert canonical(other) == canonical(URL)


@pytest.mark.parametrize(
    "other",
    [
        "https://tass.com/politics/1805986",
        "https://tass.ru/politics/1805985",
        "https://tass.com/politics/1805985?page=2",
        "not an address",
        "http://[",
        "",
        None,
    ],
)
def test_other_addresses_are_others(other):
    assert canonical(other) != canonical(URL)


@given(text=st.text(max_size=60), blank=st.sampled_from((" ", "\n\n", "\t ", "\u00a0")))
def test_a_text_is_the_same_whatever_its_white_space_and_case(text, blank):
    assert mark(text) == mark(blank.join(text.upper().split())) or text.upper() != text


@pytest.mark.parametrize(
    ("published", "asked"),
    [
        pytest.param(URL, "http://www.tass.com/politics/1805985/?utm_source=x", id="ours is bare"),
        pytest.param(f"{URL}?utm_source=x", URL, id="ours was tracked"),
        pytest.param("https://a.org/?id=7&utm_a=1", "http://a.org/?id=7", id="told by a query"),
        pytest.param("https://WWW.a.org/X", "https://a.org/x", id="capitals"),
    ],
)
def test_an_article_is_found_by_its_address(library, published, asked):
    put(library, an_article("a", url=published))
    put(library, an_article("b", url="https://a.org/?id=8"))
    put(library, an_article("c"))

    assert library.twins.of("some text", asked) == [Like("a", None, "url")]


def test_an_article_retracted_is_found_no_more_by_its_address(library):
    put(library, an_article("a", url=URL))
    library.past.retract("a", "a hoax", NOW, "1")

    assert library.twins.of("", URL) == []


def test_a_draft_is_found_by_its_text_and_by_its_address(library):
    id_ = library.drafts.add(a_draft(head=headed(url=URL)), NOW, "1")

    assert library.twins.of(f"  {SOURCE.upper()}", None) == [Like(None, id_, "text")]
    assert library.twins.of("another text", f"{URL}/") == [Like(None, id_, "url")]


def test_a_published_draft_is_found_as_its_article_and_a_discarded_one_is_not(library):
    one, two = (library.drafts.add(a_draft(), NOW, "1") for _ in range(2))
    library.drafts.close(one, 1, "published", NOW, "tass-1")
    library.drafts.close(two, 1, "discarded", NOW)

    assert library.twins.of(SOURCE, None) == [Like("tass-1", None, "text")]


def test_an_address_set_later_is_found(library):
    draft = a_draft()
    id_ = library.drafts.add(draft, NOW, "1")
    library.drafts.save(id_, 1, replace(draft, masthead=headed(url=URL)), NOW)

    assert library.twins.of("", URL) == [Like(None, id_, "url")]


def test_a_correction_is_nobodys_twin(library):
    library.drafts.add(a_draft(), NOW, "1", corrects="tass-1", base=1)

    assert library.twins.of(SOURCE, None) == []


URLS = st.from_regex(r"\Ahttps?://[a-zA-Z.-]{1,9}(/[a-zA-Z0-9.?=&#%-]{0,9}){0,3}\Z")


@given(url=URLS)
def test_the_index_has_an_address_as_we_look_for_it(shared, url):
    put(shared, an_article("a", url=url))

    found = [one.article for one in shared.twins.of("", url)]
    assert found == ([] if canonical(url) is None else ["a"]), origin(url)
