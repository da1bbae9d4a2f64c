"""What is committed before anything goes, and what becomes of it where it cannot be."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

from mailing import Instead

from bot.courier.courier import LONGEST, TOGETHER
from bot.rehearsal import OWNER_ID
from digests.library import Library

ANN = 100


def read_only(mail, *, on):
    mail.library._connection.run(f"PRAGMA query_only={int(on)}")  # noqa: SLF001 - as a full disk


async def test_nothing_is_sent_without_a_claim_that_is_kept(mail):
    mail.put(ANN, "One")
    read_only(mail, on=True)
    await mail.deliver()
    assert mail.texts(ANN) == []
    [told] = mail.texts(OWNER_ID)
    assert told.endswith("Until then no editions are sent; none is lost, and I go on by myself.")

    read_only(mail, on=False)
    await mail.after(seconds=LONGEST)

    assert mail.texts(ANN) == ["One"]
    assert len(mail.texts(OWNER_ID)) == 1


async def test_what_was_sent_and_cannot_be_kept_is_kept_later_and_not_sent_again(mail):
    letters = [mail.put(chat, "One", "Two") for chat in range(100, 120)]
    mail.clock.advance(timedelta(seconds=TOGETHER))
    mail.wake()
    for _ in range(100):
        await asyncio.sleep(0)
    assert len(mail.world.sent) == 20
    read_only(mail, on=True)
    await mail.house.settle()
    assert len(mail.world.sent) == 21  # and word to the operators

    read_only(mail, on=False)
    await mail.after(seconds=LONGEST)

    assert [mail.texts(chat) for chat in range(100, 120)] == [["One", "Two"]] * 20
    assert all(len(mail.library.outbox.messages(letter)) == 2 for letter in letters)


async def test_a_library_that_is_busy_for_long_is_waited_for_and_nobody_is_told(
    own_services, mailing, tmp_path
):
    with (
        closing(Library.open(tmp_path / "library.db")) as library,
        closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None)) as other,
    ):
        async with mailing(services=replace(own_services, library=library)) as mail:
            mail.put(ANN, "One")
            other.execute("BEGIN IMMEDIATE")
            await mail.deliver()
            assert mail.world.sent == []

            other.execute("ROLLBACK")
            await mail.after(seconds=LONGEST)

            assert mail.texts(ANN) == ["One"]
            assert mail.texts(OWNER_ID) == []


async def test_what_comes_together_is_committed_together(own_services, mailing):
    commits, outbox = [], own_services.library.outbox

    def commit(claims, outcomes, now):
        commits.append((len(claims), len(outcomes)))
        return outbox.commit(claims, outcomes, now)

    library = Instead(own_services.library, outbox=Instead(outbox, commit=commit))
    async with mailing(services=replace(own_services, library=library)) as mail:
        for chat in range(100, 120):
            mail.put(chat, "One", "Two")
        began = mail.clock.elapsed()
        await mail.deliver()

        assert commits == [(20, 0), (0, 20), (20, 0), (0, 20)]
        assert mail.clock.elapsed() - began <= 5 * TOGETHER


async def test_a_loop_that_broke_is_told_of_and_another_goes_on(own_services, mailing):
    outbox = Instead(own_services.library.outbox, waiting=None)
    library = Instead(own_services.library, outbox=outbox)
    async with mailing(services=replace(own_services, library=library)) as mail:
        mail.put(ANN, "One")
        await mail.deliver()
        assert mail.texts(ANN) == []

        del outbox.waiting
        await mail.house.tick()

        assert mail.texts(ANN) == ["One"]
        assert mail.texts(OWNER_ID)[0].startswith("Something failed: TypeError")
