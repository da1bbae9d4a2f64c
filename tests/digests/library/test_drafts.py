import datetime as dt
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewing import WHOLE, a_draft, drafts, headed
from shelving import NOW

from digests import review
from digests.errors import LibraryBusy
from digests.library import Library
from digests.library.drafts import Filed, Hold, Stale

SOON = NOW + dt.timedelta(minutes=9)
LATER = NOW + dt.timedelta(minutes=10)
DRAFT = a_draft()


def retitled(text):
    return replace(DRAFT, masthead=headed(headline=text))


def test_a_draft_is_given_back_as_it_came(library):
    id_ = library.drafts.add(DRAFT, NOW, "1")

    assert library.drafts.get(id_) == Filed(
        id=id_,
        version=1,
        draft=DRAFT,
        state="open",
        article=None,
        base=0,
        by="1",
        at=NOW,
        changed_at=NOW,
        holder="1",
        held_at=NOW,
    )
    assert library.drafts.get(99) is None


@given(draft=drafts(WHOLE))
def test_whatever_was_read_is_kept_to_the_last_character(shared, draft):
    draft = review.tidy(draft)

    filed = shared.drafts.get(shared.drafts.add(draft, NOW, "1"))

    assert filed.draft == draft


def test_half_a_character_shifts_no_offset(library):
    id_ = library.drafts.add(replace(DRAFT, source="a\ud83db"), NOW, "1")

    assert library.drafts.get(id_).draft.source == "a?b"


def test_of_two_who_save_one_version_the_second_hears_of_it(library):
    id_ = library.drafts.add(DRAFT, NOW, "1")

    first = library.drafts.save(id_, 1, retitled("First"), LATER)
    second = library.drafts.save(id_, 1, retitled("Second"), LATER)

    assert (first.version, first.draft, first.changed_at) == (2, retitled("First"), LATER)
    assert second == Stale(first)
    assert library.drafts.get(id_) == first


@given(seen=st.lists(st.integers(0, 3), max_size=8))
def test_no_change_is_lost_unseen(shared, seen):
    """Each saver saw the draft as it stood some saves ago; who is let through saw the last."""
    id_ = shared.drafts.add(DRAFT, NOW, "1")
    states = [shared.drafts.get(id_)]
    for number, ago in enumerate(seen):
        saw = states[max(len(states) - 1 - ago, 0)]
        match shared.drafts.save(id_, saw.version, retitled(str(number)), NOW):
            case Filed() as filed:
                assert saw == states[-1]
                states.append(filed)
            case Stale(filed):
                assert saw != states[-1]
                assert filed == states[-1]
    assert shared.drafts.get(id_) == states[-1]


def test_two_processes_cannot_both_save(path):
    with closing(Library.open(path)) as one, closing(Library.open(path)) as other:
        id_ = one.drafts.add(DRAFT, NOW, "1")
        with one.atomic():
            one.drafts.save(id_, 1, retitled("First"), NOW)
            with pytest.raises(LibraryBusy):
                other.drafts.save(id_, 1, retitled("Second"), NOW)
        assert isinstance(other.drafts.save(id_, 1, retitled("Second"), NOW), Stale)


@pytest.mark.parametrize("state", ["published", "discarded"])
def test_what_is_closed_is_changed_no_more(library, state):
    id_ = library.drafts.add(DRAFT, NOW, "1")

    closed = library.drafts.close(id_, 1, state, LATER, "tass-1")

    assert (closed.state, closed.article, closed.holder) == (state, "tass-1", None)
    assert library.drafts.save(id_, 2, retitled("Late"), LATER) == Stale(closed)
    assert library.drafts.close(id_, 2, "discarded", LATER) == Stale(closed)
    assert library.drafts.hold(id_, "2", LATER) is None
    assert library.drafts.open(9) == []


def test_nothing_is_done_to_no_draft(library):
    assert library.drafts.save(7, 1, DRAFT, NOW) is None
    assert library.drafts.close(7, 1, "discarded", NOW) is None
    assert library.drafts.hold(7, "1", NOW) is None


def test_the_second_editor_sees_that_the_first_is_on_it_for_ten_minutes(library):
    id_ = library.drafts.add(DRAFT, NOW, "1")

    assert library.drafts.hold(id_, "2", SOON) == Hold("1", NOW)
    assert library.drafts.hold(id_, "1", SOON) is None
    assert library.drafts.hold(id_, "2", LATER) == Hold("1", SOON)
    assert library.drafts.hold(id_, "2", SOON + dt.timedelta(minutes=10)) is None
    assert library.drafts.hold(id_, "1", SOON + dt.timedelta(minutes=11)) is not None


def test_looking_twice_in_a_minute_is_written_once(library):
    id_ = library.drafts.add(DRAFT, NOW, "1")
    before = library.version()

    library.drafts.hold(id_, "1", NOW + dt.timedelta(seconds=59))

    assert library.version() == before


def test_open_drafts_come_newest_first_a_page_at_a_time(library):
    ids = [library.drafts.add(retitled(str(n)), NOW, "1") for n in range(4)]
    library.drafts.close(ids[1], 1, "discarded", NOW)

    assert [one.id for one in library.drafts.open(9)] == [ids[3], ids[2], ids[0]]
    assert [one.id for one in library.drafts.open(1, 1)] == [ids[2]]
    assert library.drafts.count() == 3


def test_a_correction_knows_its_article(library):
    id_ = library.drafts.add(DRAFT, NOW, "1", corrects="tass-1", base=2)

    assert library.drafts.get(id_).corrects == "tass-1"
    assert [one.id for one in library.drafts.of("tass-1")] == [id_]
