"""No room is left on the disk: the letters stay where they are, and go when there is room."""

from collections import Counter

import pytest
from living import OPERATOR

READERS, PARTS = 100, 20
SENTENCE = "There is no room left for "


@pytest.fixture
def crowded(life):
    """A bot with many readers of all there is."""
    life.subscribe(*["at once"] * READERS)
    return life


def fill_outbox(life):
    """Let a long letter wait for each reader."""
    life.write(life.everybody, [f"Part {number:02d}" for number in range(PARTS)])


def told(life):
    """Give what the operator was told."""
    return life.texts(OPERATOR)


def arrived(life):
    """Tell how many messages each reader has got, as so many readers with so many."""
    chats = Counter(each["chat"]["id"] for each in life.world.sent)
    return Counter(chats[chat] for chat in life.everybody)


async def test_letters_wait_while_nothing_can_be_kept_and_come_once_there_is_room(crowded):
    fill_outbox(crowded)
    crowded.fill_up()
    await crowded.pass_time(10, minutes=2)
    assert crowded.left[0] > 0
    [word] = told(crowded)
    assert word.startswith(SENTENCE)

    crowded.make_room()
    await crowded.pass_time(10, minutes=2)

    assert (crowded.left, arrived(crowded)) == ((0, 0, 0), {PARTS: READERS})
    assert len(told(crowded)) == 1


async def test_editions_that_cannot_be_kept_are_made_when_there_is_room(crowded):
    crowded.publish()
    crowded.fill_up()
    await crowded.pass_time(10, minutes=1)
    assert arrived(crowded) == {0: READERS}
    [word] = told(crowded)
    assert word.startswith(SENTENCE)

    crowded.make_room()
    await crowded.pass_time(3, minutes=1)

    assert (crowded.left, arrived(crowded)) == ((0, 0, 0), {1: READERS})


async def test_a_bot_that_starts_on_a_full_disk_sends_when_there_is_room(crowded):
    fill_outbox(crowded)
    await crowded.end()
    crowded.full = True
    await crowded.begin()
    await crowded.pass_time(3, minutes=2)
    assert crowded.left[0] > 0

    crowded.make_room()
    await crowded.pass_time(10, minutes=2)

    assert (crowded.left, arrived(crowded)) == ((0, 0, 0), {PARTS: READERS})


async def test_stopped_on_a_full_disk_it_repeats_at_most_what_it_could_not_keep(crowded):
    fill_outbox(crowded)
    crowded.fill_up()
    await crowded.pass_time(3, minutes=2)
    unkept = len(crowded.world.sent) - 1 - kept(crowded)
    await crowded.end()
    await crowded.begin()
    await crowded.pass_time(10, minutes=2)

    assert crowded.left == (0, 0, 0)
    assert sum(arrived(crowded).elements()) - PARTS * READERS <= unkept <= READERS
    assert min(arrived(crowded)) == PARTS


def kept(life):
    """Count the messages that are known to have come."""
    return life.library._connection.value("SELECT COUNT(*) FROM sent")  # noqa: SLF001
