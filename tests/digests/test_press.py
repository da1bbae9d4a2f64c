import datetime as dt
from contextlib import closing

import pytest
from pressing import (
    DAY,
    HOUR,
    MINUTE,
    NHK,
    SLOT,
    TASS,
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
from digests.errors import LibraryBusy
from digests.library import Library
from digests.models import Filter
from digests.subscriptions import LetterKind, Pause, Result

CATALOGUE = catalogues.load()


def publish(library, *ids, now=NOW, **given):
    release(CATALOGUE, library, *ids, now=now, **given)


def test_what_is_due_is_sent_and_the_subscription_moves_on(library):
    mine = subscribe(library, 7)
    publish(library, "a", "b", now=NOW + HOUR)
    publish(library, "c", outlet="NHK")

    (done,) = printed(library, SLOT)

    (letter,) = letters(library)
    assert (done.composed, done.letters, done.more) == (1, 1, False)
    assert words(library, letter) == ["b", "a"]
    assert (letter.kind, letter.chat, letter.subscription) == (LetterKind.EDITION, 7, mine.id)
    after = library.subscriptions.get(mine.id)
    assert after.read == library.articles.newest()
    assert (after.next, after.since, after.settled) == (SLOT + DAY, SLOT, SLOT)
    assert after.result is Result.WAITING


def test_nothing_is_sent_before_it_is_due(library):
    subscribe(library, 7)
    publish(library, "a")

    printed(library, SLOT - MINUTE)

    assert letters(library) == []


def test_what_was_sent_is_not_sent_again_and_what_came_later_is(library):
    subscribe(library, 7)
    publish(library, "a")
    printed(library, SLOT)
    publish(library, "b", now=SLOT + HOUR)

    printed(library, SLOT + MINUTE)
    printed(library, SLOT + DAY)

    assert [words(library, letter) for letter in letters(library)] == [["a"], ["b"]]


def test_an_old_article_that_is_loaded_late_is_news(library):
    subscribe(library, 7)
    publish(library, "new", published=dt.date(2024, 12, 30))
    printed(library, SLOT)
    publish(library, "old", published=dt.date(2020, 1, 1))

    printed(library, SLOT + DAY)

    assert words(library, letters(library)[-1]) == ["old"]


def test_an_article_that_is_corrected_is_no_news(library):
    subscribe(library, 7)
    publish(library, "a")
    printed(library, SLOT)
    publish(library, "a", headline="Another", now=SLOT + HOUR)

    printed(library, SLOT + DAY)

    assert [words(library, letter) for letter in letters(library)] == [["a"]]


def test_what_was_published_before_somebody_subscribed_is_no_news_to_them(library):
    publish(library, "a")
    subscribe(library, 7)

    printed(library, SLOT)

    assert letters(library) == []


def test_where_nothing_is_new_the_place_moves_on_and_nothing_is_sent(library):
    mine = subscribe(library, 7)
    publish(library, "a", outlet="NHK")

    printed(library, SLOT)

    after = library.subscriptions.get(mine.id)
    assert letters(library) == []
    assert (after.result, after.next) == (Result.NOTHING_NEW, SLOT + DAY)
    assert after.read == library.articles.newest()


def test_who_wants_to_know_is_told_that_nothing_is_new(library):
    subscribe(library, 7)
    subscribe(library, 8, narrowing=NHK)
    library.chats.change(7, empty=True)
    library.chats.change(8, empty=True)
    publish(library, "a", outlet="NHK")

    typesetter = Plain()
    printed(library, SLOT, typesetter)

    assert said(library) == {7: [], 8: ["a"]}
    assert [len(edition.stories) for edition in typesetter.set] == [0, 1]


@pytest.mark.parametrize(
    ("late", "result"),
    [
        pytest.param(6 * HOUR, Result.WAITING, id="within its grace"),
        pytest.param(6 * HOUR + MINUTE, Result.MISSED, id="past its grace"),
    ],
)
def test_after_an_outage_one_edition_catches_up_or_waits_for_the_next_slot(library, late, result):
    mine = subscribe(library, 7)
    publish(library, "a")

    printed(library, SLOT + 3 * DAY + late)

    after = library.subscriptions.get(mine.id)
    assert (after.result, after.next) == (result, SLOT + 4 * DAY)
    assert len(letters(library)) == (result is Result.WAITING)


def test_what_a_missed_slot_owed_is_in_the_next_edition(library):
    subscribe(library, 7)
    publish(library, "a")
    printed(library, SLOT + 7 * HOUR)
    publish(library, "b", now=SLOT + 8 * HOUR)

    printed(library, SLOT + DAY)

    assert said(library) == {7: ["b", "a"]}


def test_an_edition_is_of_the_days_since_the_one_before_where_the_chat_is(library):
    subscribe(library, 7, zone="Asia/Tokyo")
    publish(library, "a")

    printed(library, SLOT + 6 * HOUR - MINUTE)

    (content,) = library.bodies.contents(letters(library)[0].body)
    assert content.startswith("1 en full 2025-01-01 2025-01-02")


def test_equal_editions_are_composed_set_and_kept_once(library):
    for chat in range(1, 251):
        subscribe(library, chat, narrowing=TASS if chat % 2 else NHK)
    publish(library, "a")
    publish(library, "b", outlet="NHK")

    typesetter = Plain()
    done = printed(library, SLOT, typesetter)
    subscribe(library, 999, now=NOW, slot=SLOT + HOUR)

    assert len(typesetter.set) == sum(one.composed for one in done) == 2
    assert len({letter.body for letter in letters(library)}) == 2
    assert sum(one.letters for one in done) == 250


def test_an_edition_kept_by_an_earlier_round_is_not_composed_again(library):
    subscribe(library, 7)
    subscribe(library, 8, slot=SLOT + HOUR)
    publish(library, "a")

    printed(library, SLOT)
    second = Plain()
    printed(library, SLOT + HOUR, second)

    assert second.set == []
    assert len({letter.body for letter in letters(library)}) == 1


@pytest.mark.parametrize(
    "differing",
    [
        pytest.param({"language": "ru"}, id="in their language"),
        pytest.param({"zone": "Pacific/Kiritimati"}, id="in the day where they are"),
        pytest.param({"narrowing": Filter(outlets=("TASS", "NHK"))}, id="in what they ask for"),
    ],
)
def test_editions_differ(library, differing):
    subscribe(library, 7)
    subscribe(library, 8, **differing)
    publish(library, "a")

    printed(library, SLOT)

    assert len({letter.body for letter in letters(library)}) == 2


def test_a_chat_that_wants_little_gets_it_short(library):
    subscribe(library, 7)
    subscribe(library, 8)
    library.chats.change(8, brief=True)
    publish(library, "a")

    printed(library, SLOT)

    heads = [library.bodies.content(letter.body, 0) for letter in letters(library)]
    assert ["full" in head for head in heads] == [True, False]


def test_an_edition_composed_before_a_correction_is_not_used_after_it(library):
    subscribe(library, 7)
    subscribe(library, 8, slot=SLOT + HOUR)
    publish(library, "a", "b")
    printed(library, SLOT)
    publish(library, "b", headline="What it should have been", now=SLOT + MINUTE)

    typesetter = Plain()
    printed(library, SLOT + HOUR, typesetter)

    assert [s.article.headline for s in typesetter.set[0].stories if s.article.id == "b"] == [
        "What it should have been"
    ]


def test_a_topic_gets_what_was_subscribed_in_it(library):
    subscribe(library, -7, topic=4)
    publish(library, "a")

    printed(library, SLOT)

    assert letters(library)[0].topic == 4


def test_a_zone_that_is_known_no_more_stops_nobody(library):
    subscribe(library, 7, zone="Europe/Nowhere")
    publish(library, "a")

    printed(library, SLOT)

    assert said(library) == {7: ["a"]}


def test_no_slice_does_more_than_a_little(library):
    for chat in range(1, 301):
        subscribe(library, chat)
    publish(library, *(f"a-{n}" for n in range(90)))

    done = printed(library, SLOT)

    assert [one.letters for one in done[:-1]] == [1] + [100] * 2
    assert [one.more for one in done] == [True] * (len(done) - 1) + [False]
    assert sum(one.letters for one in done) == 300


def test_what_is_published_between_two_slices_waits_for_the_next_edition(library):
    for chat in range(1, 151):
        subscribe(library, chat)
    publish(library, "a")

    first = press.run(library, SLOT, Plain())
    publish(library, "b", now=SLOT)
    press.run(library, SLOT, Plain(), first)

    assert first.more
    assert {tuple(words(library, letter)) for letter in letters(library)} == {("a",)}
    printed(library, SLOT + DAY)
    assert [words(library, letter) for letter in letters(library)[150:]] == [["b"]] * 150


def test_while_another_process_writes_nothing_is_done(tmp_path):
    path = tmp_path / "library.db"
    with closing(Library.open(path)) as library, closing(Library.open(path)) as other:
        subscribe(library, 7)
        publish(library, "a")
        with other.atomic(), pytest.raises(LibraryBusy):
            press.run(library, SLOT, Plain())

        assert letters(library) == []
        printed(library, SLOT)
        assert said(library) == {7: ["a"]}


def test_what_is_undone_is_not_remembered(library):
    class Failing(Plain):
        def edition(self, *_given, **_named):
            raise ZeroDivisionError

    mine = subscribe(library, 7)
    publish(library, "a")

    with pytest.raises(ZeroDivisionError):
        press.run(library, SLOT, Failing())

    assert library.subscriptions.get(mine.id) == mine
    printed(library, SLOT)
    assert said(library) == {7: ["a"]}


def test_a_paused_subscription_is_owed_all_of_it_when_it_goes_on(library):
    mine = subscribe(library, 7)
    publish(library, "a")
    library.subscriptions.pause(mine.id, Pause.BY_HAND, NOW)
    printed(library, SLOT)
    publish(library, "b", now=SLOT + HOUR)
    library.subscriptions.resume(mine.id, SLOT + HOUR, SLOT + DAY)

    printed(library, SLOT + DAY)

    assert said(library) == {7: ["b", "a"]}
