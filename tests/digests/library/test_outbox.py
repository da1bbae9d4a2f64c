import pytest
from delivering import (
    CHAT,
    DAY,
    HOUR,
    MINUTE,
    a_body,
    a_part,
    came_of,
    claimed,
    delivered,
    met,
    subscribed,
    waiting,
    written,
)
from shelving import NOW

from digests.library.letters import (
    Backlog,
    Claim,
    Delayed,
    Delivered,
    Died,
    New,
    Plain,
)
from digests.library.subscriptions import Settled
from digests.subscriptions import Letter, LetterKind, Pause, Result

LATER = NOW + MINUTE
OTHER = CHAT - 1


def new(body, chat=CHAT, **given):
    return New(LetterKind.EDITION, chat, None, body.id, body.parts, **given)


def test_a_letter_waits_as_it_was_written(library):
    body = a_body(library)
    written(library, body=body, topic=4, subscription=9, slot=NOW, target=77)

    assert library.outbox.waiting(0, 9) == [
        Letter(
            id=1,
            kind=LetterKind.EDITION,
            chat=CHAT,
            topic=4,
            body=body.id,
            part=0,
            parts=1,
            target=77,
            subscription=9,
            at=NOW,
        )
    ]


def test_letters_wait_in_the_order_they_were_written(library):
    body = a_body(library)
    met(library)
    met(library, OTHER)
    chats = [CHAT, OTHER, CHAT, OTHER, CHAT]

    assert library.outbox.enqueue([new(body, chat) for chat in chats], NOW) == 5

    letters = library.outbox.waiting(0, 9)
    assert [letter.chat for letter in letters] == chats
    assert library.outbox.waiting(0, 2) == letters[:2]
    assert library.outbox.waiting(letters[1].id, 9) == letters[2:]


def test_a_slot_has_one_letter_however_often_it_is_written(library):
    body = a_body(library)
    met(library)
    slot = new(body, subscription=9, slot=NOW)

    assert library.outbox.enqueue([slot], NOW) == 1
    assert library.outbox.enqueue([slot, new(body, subscription=9, slot=LATER)], NOW) == 1
    assert library.outbox.enqueue([new(body, subscription=9), new(body, subscription=9)], NOW) == 2
    assert library.outbox.enqueue([], NOW) == 0


def test_nothing_is_written_to_a_chat_that_was_forgotten(library):
    assert library.outbox.enqueue([new(a_body(library))], NOW) == 0


def test_parts_go_one_after_the_other(library):
    letter = written(library, parts=2)

    assert claimed(library, letter) == frozenset()
    assert library.outbox.get(letter.id).claimed == NOW
    came_of(library, Delivered(letter.id, 0, 51, last=False))

    (second,) = library.outbox.waiting(0, 9)
    assert (second.part, second.previous, second.claimed) == (1, 51, None)
    came_of(library, Delivered(letter.id, 1, 52, last=True))
    assert waiting(library) == []
    assert library.outbox.messages(letter.id) == [51, 52]


def test_a_part_is_confirmed_and_the_next_one_claimed_in_one(library):
    letter = written(library, parts=2)
    claimed(library, letter)

    refused = library.outbox.commit(
        [Claim(letter.id, 1)], [Delivered(letter.id, 0, 51, last=False)], LATER
    )

    assert refused == frozenset()
    assert library.outbox.get(letter.id).claimed == LATER


def test_only_the_next_part_of_a_waiting_letter_can_be_claimed(library):
    held, withdrawn, sent, dead, good = (written(library) for _ in range(5))
    library.outbox.withdraw(withdrawn.id)
    delivered(library, sent)
    came_of(library, Died(dead.id, "refused"))
    on_hold = written(library, OTHER)
    library.chats.bar(OTHER, Pause.BLOCKED, NOW)
    claims = [Claim(one.id, 0) for one in (withdrawn, sent, dead, good, on_hold)]

    refused = library.outbox.commit([*claims, Claim(held.id, 1), Claim(999, 0)], [], LATER)

    assert refused == {withdrawn.id, sent.id, dead.id, on_hold.id, held.id, 999}
    assert library.outbox.get(good.id).claimed == LATER
    assert library.outbox.get(held.id).claimed is None


def test_what_is_delivered_twice_is_kept_once(library):
    letter = written(library, parts=2)
    claimed(library, letter)

    for message in (51, 52):
        came_of(library, Delivered(letter.id, 0, message, last=False))

    assert library.outbox.messages(letter.id) == [51]
    assert library.outbox.get(letter.id).part == 1


@pytest.mark.parametrize(
    "away",
    [
        pytest.param(lambda library, _: library.chats.bar(CHAT, Pause.BLOCKED, NOW), id="held"),
        pytest.param(lambda library, letter: library.outbox.withdraw(letter.id), id="withdrawn"),
    ],
)
def test_what_came_after_all_is_kept_as_sent(library, away):
    letter = written(library)
    claimed(library, letter)
    away(library, letter)

    came_of(library, Delivered(letter.id, 0, 51, last=True))

    assert library.outbox.messages(letter.id) == [51]
    assert library.outbox.counts() == Backlog(0, 0, 0, None)
    library.chats.welcome(CHAT)
    assert waiting(library) == []


def test_what_comes_of_a_forgotten_letter_is_not_kept(library):
    letter = written(library)
    claimed(library, letter)
    library.chats.forget(CHAT)

    came_of(library, Delivered(letter.id, 0, 51, last=True), Delayed(letter.id, "500"))
    came_of(library, Died(letter.id, "403"), Plain(letter.id))

    assert library.outbox.get(letter.id) is None
    assert library.outbox.messages(letter.id) == []


def test_a_delayed_part_is_still_the_next_and_fails_since_the_first_try(library):
    letter = written(library)
    claimed(library, letter)
    came_of(library, Delayed(letter.id, "500"), now=LATER)
    claimed(library, letter)
    came_of(library, Delayed(letter.id, "502"), now=LATER + HOUR)

    (again,) = library.outbox.waiting(0, 9)
    assert (again.part, again.tries, again.failing, again.claimed) == (0, 2, LATER, None)


def test_a_delivery_ends_the_trouble(library):
    letter = written(library, parts=2)
    claimed(library, letter)
    came_of(library, Delayed(letter.id, "500"))
    claimed(library, letter)
    came_of(library, Delivered(letter.id, 0, 51, last=False))

    (next_,) = library.outbox.waiting(0, 9)
    assert (next_.tries, next_.failing) == (0, None)


def test_a_dead_letter_is_kept_with_the_reason(library):
    subscription = subscribed(library)
    settle(library, subscription, Result.WAITING)
    letter = written(library, subscription=subscription.id, slot=NOW)
    last = written(library)

    came_of(library, Died(letter.id, "message is too long"), Died(last.id, "a day"), now=LATER)

    assert waiting(library) == []
    assert [(one.letter.id, one.why) for one in library.outbox.dead(9)] == [
        (last.id, "a day"),
        (letter.id, "message is too long"),
    ]
    after = library.subscriptions.get(subscription.id)
    assert (after.result, after.settled) == (Result.DEAD, LATER)


def settle(library, subscription, result):
    library.subscriptions.settle(
        [Settled(subscription.id, subscription.next, 0, NOW, result, NOW)]
    )


def test_refused_marks_are_left_out_next(library):
    letter = written(library)
    claimed(library, letter)

    came_of(library, Plain(letter.id))

    (again,) = library.outbox.waiting(0, 9)
    assert again.plain
    assert again.tries == 0


def test_a_topic_is_held_apart_from_others(library):
    topic, other, outside = (written(library, topic=topic) for topic in (4, 5, None))

    assert library.outbox.hold(CHAT, 4) == 1
    assert waiting(library) == [other.id, outside.id]
    assert library.outbox.hold(CHAT, None) == 1
    assert waiting(library) == [other.id]
    assert library.outbox.release(CHAT) == 2
    assert waiting(library) == [topic.id, other.id, outside.id]


def test_nothing_is_released_that_cannot_be_sent(library):
    subscription = subscribed(library)
    written(library, subscription=subscription.id, slot=NOW)
    library.subscriptions.pause(subscription.id, Pause.TOPIC, NOW)

    assert library.outbox.release(CHAT) == 0
    written(library, OTHER)
    library.chats.bar(OTHER, Pause.BLOCKED, NOW)
    assert library.outbox.release(OTHER) == 0


def test_what_is_released_begins_its_tries_anew(library):
    letter = written(library)
    came_of(library, Delayed(letter.id, "500"))
    library.outbox.hold(CHAT, None)
    library.outbox.release(CHAT)

    (again,) = library.outbox.waiting(0, 9)
    assert (again.tries, again.failing) == (0, None)


def test_a_letter_is_withdrawn_while_it_can_be(library):
    letter, other = written(library), written(library)
    delivered(library, other)

    assert library.outbox.withdraw(letter.id)
    assert not library.outbox.withdraw(letter.id)
    assert not library.outbox.withdraw(other.id)
    assert not library.outbox.withdraw(99)
    assert waiting(library) == []


def test_the_backlog_is_counted(library):
    assert library.outbox.counts() == Backlog(0, 0, 0, None)
    first, *_ = (written(library) for _ in range(3))
    written(library, OTHER)
    library.chats.bar(OTHER, Pause.BLOCKED, NOW)
    came_of(library, Died(first.id, ""), now=NOW + DAY)

    assert library.outbox.counts() == Backlog(waiting=2, held=1, dead=1, oldest=NOW)


def test_the_edit_of_a_second_part_is_that_part_alone(library):
    body = a_body(library, *map(a_part, "abc"))
    edit = written(library, body=body, parts=2, part=1, kind=LetterKind.EDIT, target=52)

    assert (edit.part, edit.parts, edit.previous) == (1, 2, None)
    delivered(library, edit)
    assert waiting(library) == []
