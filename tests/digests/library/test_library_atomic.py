import sqlite3
from contextlib import closing, suppress

import pytest
from shelving import an_article, ids, put

from digests.errors import LibraryBusy, LibraryError
from digests.library import Library
from digests.library.opening import opened
from digests.models import Filter


class Interrupted(Exception):  # noqa: N818 - a plain interruption
    pass


def interrupted(library, article):
    with library.atomic():
        put(library, article)
        raise Interrupted


def fill(library):
    with library.atomic():
        for n in range(50):
            put(library, an_article(f"b-{n}", summary="word " * 700))


def holdings(library):
    return ids(library.articles.latest(Filter(), 10))


def test_all_is_kept_at_the_end(library):
    with library.atomic():
        put(library, an_article("a"))
        put(library, an_article("b"))

    assert holdings(library) == ["b", "a"]


def test_nothing_is_kept_of_what_was_interrupted(library):
    put(library, an_article("a"))

    with pytest.raises(Interrupted):
        interrupted(library, an_article("b"))

    assert holdings(library) == ["a"]
    assert library.articles.total() == 1
    assert library.speakers.get("alexander-lukin").quotes == 1


def test_an_inner_part_can_fail_alone(library):
    with library.atomic():
        put(library, an_article("a"))
        with pytest.raises(Interrupted):
            interrupted(library, an_article("b"))
        put(library, an_article("c"))

    assert holdings(library) == ["c", "a"]


def test_the_outer_failing_takes_the_inner_with_it(library):
    def outer():
        with library.atomic():
            put(library, an_article("a"))
            interrupted(library, an_article("b"))

    with pytest.raises(Interrupted):
        outer()

    assert holdings(library) == []


def test_a_second_writer_is_told_before_anything_is_done(path):
    with closing(Library.open(path)) as first, closing(Library.open(path)) as second:
        done = []
        with first.atomic():
            put(first, an_article("a"))
            with pytest.raises(LibraryBusy, match="Another process"), second.atomic():
                done.append("something")
            with pytest.raises(LibraryBusy):
                put(second, an_article("b"))

        assert not done
        assert holdings(second) == ["a"]


def test_readers_do_not_wait_for_a_writer(path):
    with closing(Library.open(path)) as first, closing(Library.open(path)) as second:
        put(first, an_article("a"))
        with first.atomic():
            put(first, an_article("b"))

            assert holdings(second) == ["a"]


def test_a_library_opens_beside_a_writer(path):
    with closing(Library.open(path)) as first, first.atomic():
        put(first, an_article("a"))
        with closing(Library.open(path)) as second:
            assert holdings(second) == []


def test_a_library_that_another_process_is_just_making_is_busy(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(LibraryBusy):
            Library.open(path)


def test_a_full_disk_is_told_in_words_and_nothing_half_is_kept(path):
    connection = opened(path)
    with closing(Library(connection)) as library:
        put(library, an_article("a"))
        pages = connection.value("PRAGMA page_count")
        connection.run(f"PRAGMA max_page_count={pages + 2}")

        with pytest.raises(LibraryError, match="no room left"):
            fill(library)

        assert holdings(library) == ["a"]
        connection.run("PRAGMA max_page_count=100000")
        put(library, an_article("c"))
        assert holdings(library) == ["c", "a"]


def test_a_closed_library_says_so_in_our_words(path):
    library = Library.open(path)
    library.close()

    with pytest.raises(LibraryError):
        library.articles.total()


def test_the_full_text_is_written_out_once_a_transaction():
    connection = opened(None)
    library = Library(connection)
    with library.atomic():
        for n in range(20):
            put(library, an_article(f"a-{n}", clauses=("assistance",)))
        written = connection.value("SELECT COUNT(*) FROM search_idx")

    assert written == 0, "a savepoint, or a statement that opens one, doubles the cost of a load"
    library.close()


def test_what_failed_half_way_cannot_be_kept_by_going_on(path):
    connection = opened(path)
    library = Library(connection)
    put(library, an_article("a"))
    connection.run(f"PRAGMA max_page_count={connection.value('PRAGMA page_count') + 1}")

    def going_on():
        with library.atomic():
            put(library, an_article("b"))
            with suppress(LibraryError):
                put(library, an_article("c", summary="word " * 790, headline="word " * 50))

    with pytest.raises(LibraryError):
        going_on()

    assert holdings(library) == ["a"]
    library.close()


def test_the_full_text_stays_in_a_few_pieces_however_it_came():
    connection = opened(None)
    library = Library(connection)
    for n in range(300):
        put(library, an_article(f"a-{n}", summary=" ".join(f"w{n * m}" for m in range(60))))
    pieces = connection.value("SELECT COUNT(DISTINCT segid) FROM search_idx")

    assert pieces < 16, "each search looks into every piece"
    library.close()
