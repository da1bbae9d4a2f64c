"""Signs of life; and what is written of chats makes no kept answer a wrong one."""

from contextlib import closing, suppress

import pytest
from delivering import (
    CHAT,
    DAILY,
    DAY,
    HOUR,
    a_body,
    a_part,
    claimed,
    delivered,
    met,
    subscribed,
    written,
)
from shelving import NOW, an_article, put, shelve

from digests.errors import LibraryError
from digests.library import Library
from digests.library.letters import New
from digests.library.opening import opened
from digests.library.pulse import Pulse
from digests.library.subscriptions import Settled
from digests.models import Filter
from digests.subscriptions import LetterKind, Pause, Result

LATER = NOW + HOUR
ALL = Filter()


def test_a_new_library_has_no_signs_of_life(library):
    assert library.pulse.get() == Pulse(None, None, None, 0)


def test_signs_of_life_are_kept(path):
    with closing(Library.open(path)) as library:
        library.pulse.started(NOW)
        library.pulse.tick(NOW)
        library.pulse.tick(LATER)
        library.pulse.announce(7)
        delivered(library, written(library), now=LATER)

    with closing(Library.open(path)) as again:
        assert again.pulse.get() == Pulse(LATER, LATER, NOW, 7)


def test_claims_alone_are_no_message_that_got_through(library):
    claimed(library, written(library))

    assert library.pulse.get().sent is None


def busy(library):
    """Do all that is done about chats and letters."""
    subscription = subscribed(library)
    body = a_body(library, a_part("x", "a"), key="k")
    letter = written(library, body=body, subscription=subscription.id, slot=NOW)
    claimed(library, letter)
    library.bodies.rewrite(body.id, 0, a_part("y", "a"))
    delivered(library, letter)
    library.subscriptions.settle(
        [Settled(subscription.id, LATER, 1, NOW, Result.NOTHING_NEW, NOW)]
    )
    library.subscriptions.change(subscription.id, zone="UTC")
    library.subscriptions.pause(subscription.id, Pause.BY_HAND, NOW)
    library.subscriptions.resume(subscription.id, NOW, LATER)
    library.subscriptions.heal(NOW, lambda *_: NOW)
    library.chats.change(CHAT, brief=True)
    library.chats.strike(CHAT, NOW)
    library.chats.forgive(CHAT)
    library.chats.bar(CHAT, Pause.BLOCKED, NOW)
    library.chats.welcome(CHAT)
    library.outbox.hold(CHAT, None)
    library.outbox.release(CHAT)
    library.outbox.withdraw(letter.id)
    library.outbox.file(CHAT, None, body.id, [4], NOW)
    library.bodies.drop(NOW + DAY)
    library.past.told("a")
    library.pulse.tick(NOW)
    library.pulse.started(NOW)
    library.pulse.announce(1)
    library.chats.move(CHAT, CHAT - 1, NOW)
    library.subscriptions.delete(subscription.id)
    library.chats.forget(CHAT - 1)


def test_answers_are_kept_whatever_happens_to_letters(library):
    put(library, an_article("a"))
    before = library.version()

    busy(library)
    with library.atomic():
        busy(library)

    assert library.version() == before


def test_answers_are_kept_when_a_letter_could_not_be_written(path):
    connection = opened(path)
    with closing(Library(connection)) as library:
        met(library)
        body = a_body(library, a_part("x" * 4_000))
        connection.run(f"PRAGMA max_page_count={connection.value('PRAGMA page_count')}")
        before = library.version()

        letters = [New(LetterKind.EDITION, CHAT, None, body.id, 1)] * 9_999
        with pytest.raises(LibraryError, match="no room left"):
            library.outbox.enqueue(letters, NOW)

        assert library.version() == before
        assert library.outbox.counts().waiting == 0


def test_answers_are_not_kept_when_an_article_comes_or_goes(library):
    versions = [library.version()]
    put(library, an_article("a"))
    versions.append(library.version())
    with library.atomic():
        busy(library)
        put(library, an_article("b"))
        busy(library)
    versions.append(library.version())
    library.past.retract("a", "a hoax", LATER, "ann")
    versions.append(library.version())

    assert len(set(versions)) == 4


def test_answers_are_not_kept_when_another_process_writes(path):
    with closing(Library.open(path)) as library, closing(Library.open(path)) as other:
        before = library.version()
        shelve(other, an_article("a"))

        assert library.version() != before


def test_what_is_half_written_of_a_letter_takes_all_with_it(path):
    connection = opened(path)
    with closing(Library(connection)) as library:
        letter = written(library)

        def half():
            with library.atomic():
                claimed(library, letter)
                with suppress(LibraryError):
                    library.subscriptions.add(5, None, DAILY, "UTC", ALL, "en", None, NOW, NOW)

        with pytest.raises(LibraryError):
            half()

        assert library.outbox.get(letter.id).claimed is None
