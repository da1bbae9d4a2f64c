from pressing import (
    AT_ONCE,
    DAY,
    HOUR,
    MINUTE,
    NHK,
    Plain,
    letters,
    printed,
    release,
    said,
    subscribe,
    words,
)
from writing import NOW

from config import catalogue as catalogues
from digests import press
from digests.subscriptions import Result

CATALOGUE = catalogues.load()


def publish(library, *ids, now=NOW, **given):
    release(CATALOGUE, library, *ids, now=now, **given)


def test_news_as_it_happens_wait_three_minutes_for_company(library):
    mine = subscribe(library, 7, AT_ONCE)
    publish(library, "a", now=NOW + HOUR)
    printed(library, NOW + HOUR + 2 * MINUTE)
    assert letters(library) == []
    publish(library, "b", now=NOW + HOUR + 2 * MINUTE)

    printed(library, NOW + HOUR + 3 * MINUTE)

    assert said(library) == {7: ["b", "a"]}
    after = library.subscriptions.get(mine.id)
    assert (after.result, after.next) == (Result.WAITING, None)
    printed(library, NOW + 2 * HOUR)
    assert len(letters(library)) == 1


def test_the_next_wave_waits_for_the_next_article(library):
    subscribe(library, 7, AT_ONCE)
    publish(library, "a", now=NOW)
    printed(library, NOW + 3 * MINUTE)
    publish(library, "b", now=NOW + HOUR)

    printed(library, NOW + HOUR + MINUTE)
    assert len(letters(library)) == 1
    printed(library, NOW + HOUR + 3 * MINUTE)
    assert words(library, letters(library)[-1]) == ["b"]


def test_a_correction_neither_delays_a_wave_nor_makes_one(library):
    subscribe(library, 7, AT_ONCE)
    publish(library, "a", now=NOW)
    publish(library, "a", headline="Another", now=NOW + 2 * MINUTE)

    printed(library, NOW + 3 * MINUTE)
    publish(library, "a", headline="A third", now=NOW + HOUR)
    printed(library, NOW + 2 * HOUR)

    assert said(library) == {7: ["a"]}
    assert len(letters(library)) == 1


def test_a_clock_that_was_set_back_holds_no_news_up(library):
    subscribe(library, 7, AT_ONCE)
    publish(library, "a", now=NOW + 365 * DAY)

    printed(library, NOW + HOUR)

    assert said(library) == {7: ["a"]}


def test_who_follows_something_else_hears_nothing_of_it(library):
    mine = subscribe(library, 7, AT_ONCE, NHK)
    library.chats.change(7, empty=True)
    publish(library, "a")

    printed(library, NOW + HOUR)

    after = library.subscriptions.get(mine.id)
    assert letters(library) == []
    assert (after.read, after.result, after.settled) == (library.articles.newest(), None, None)


def test_a_wave_reaches_everybody_in_slices_and_ends_when_all_are_reached(library):
    for chat in range(1, 251):
        subscribe(library, chat, AT_ONCE)
    publish(library, "a")

    done = printed(library, NOW + HOUR)

    assert [one.letters for one in done] == [100, 100, 50]
    assert library.pulse.get().wave == library.articles.newest()


def test_a_wave_that_was_broken_off_goes_on(library):
    for chat in range(1, 151):
        subscribe(library, chat, AT_ONCE)
    publish(library, "a")

    press.run(library, NOW + HOUR, Plain())
    printed(library, NOW + 2 * HOUR)

    assert len(letters(library)) == len(said(library)) == 150
