from pressing import (
    AT_ONCE,
    DAY,
    HOUR,
    MINUTE,
    SLOT,
    Plain,
    letters,
    printed,
    release,
    said,
    sent,
    subscribe,
    words,
)
from writing import NOW, an_article

from config import catalogue as catalogues
from digests import desk, press
from digests.library.letters import Claim, Delivered
from digests.subscriptions import LetterKind

CATALOGUE = catalogues.load()


def publish(library, *ids, now=NOW, **given):
    release(CATALOGUE, library, *ids, now=now, **given)


def retract(library, id_, now, reason="It never was."):
    desk.retract(id_, reason, library, now, "an editor")


def test_what_is_retracted_before_anybody_got_it_is_sent_to_nobody(library):
    subscribe(library, 7)
    subscribe(library, 8, AT_ONCE)
    publish(library, "a", "b")
    retract(library, "a", NOW + MINUTE)

    printed(library, NOW + 3 * MINUTE)
    printed(library, SLOT)

    assert said(library) == {7: ["b"], 8: ["b"]}


def test_a_retraction_edits_the_message_of_everybody_who_got_the_article(library):
    subscribe(library, 7)
    subscribe(library, 8, topic=3)
    publish(library, "a", "b", "c")
    printed(library, SLOT)
    sent(library, SLOT)
    retract(library, "a", SLOT + HOUR)

    printed(library, SLOT + HOUR)

    found = letters(library)
    assert [(one.kind, one.chat, one.topic, one.part, one.parts) for one in found] == [
        (LetterKind.EDIT, 7, None, 1, 2),
        (LetterKind.EDIT, 8, 3, 1, 2),
    ]
    assert [one.target for one in found] == [1_001, 2_001]
    assert [words(library, one) for one in found] == [["no a: It never was."]] * 2


def test_a_retraction_is_told_once(library):
    subscribe(library, 7)
    publish(library, "a")
    printed(library, SLOT)
    sent(library, SLOT)
    retract(library, "a", SLOT + HOUR)

    printed(library, SLOT + HOUR)
    printed(library, SLOT + 2 * HOUR)

    assert len(letters(library)) == 1


def test_a_letter_that_still_waits_is_sent_with_word_of_the_retraction(library):
    subscribe(library, 7)
    publish(library, "a", "b")
    printed(library, SLOT)
    retract(library, "a", SLOT + MINUTE)

    printed(library, SLOT + MINUTE)

    assert said(library) == {7: ["b", "no a: It never was."]}
    assert len(letters(library)) == 1


def test_what_is_on_its_way_while_it_is_retracted_is_edited_once_it_has_arrived(library):
    subscribe(library, 7)
    publish(library, "a")
    printed(library, SLOT)
    (letter,) = letters(library)
    library.outbox.commit([Claim(letter.id, 0)], [], SLOT)
    retract(library, "a", SLOT + MINUTE)
    printed(library, SLOT + MINUTE)

    library.outbox.commit([], [Delivered(letter.id, 0, 55, last=True)], SLOT + MINUTE)

    (edit,) = letters(library)
    assert (edit.kind, edit.target) == (LetterKind.EDIT, 55)
    assert words(library, edit) == ["no a: It never was."]


def test_where_a_message_can_be_written_anew_no_more_a_reply_tells_of_it(library):
    subscribe(library, 7)
    publish(library, "a")
    printed(library, SLOT)
    sent(library, SLOT)
    library.bodies.drop(SLOT + 31 * DAY)
    retract(library, "a", SLOT + 32 * DAY)

    printed(library, SLOT + 32 * DAY)

    (notice,) = [one for one in letters(library) if one.kind is LetterKind.NOTICE]
    assert (notice.chat, notice.target, notice.parts) == (7, 1_000, 1)
    assert library.bodies.contents(notice.body) == ["en notice a 2025-02-03: It never was."]


def test_word_of_a_retraction_goes_out_in_slices(library):
    for chat in range(1, 251):
        subscribe(library, chat)
    publish(library, "a")
    printed(library, SLOT)
    sent(library, SLOT)
    retract(library, "a", SLOT + HOUR)

    done = printed(library, SLOT + HOUR)

    assert max(one.letters for one in done) <= 100
    assert sorted(letter.chat for letter in letters(library)) == list(range(1, 251))


def test_an_article_published_again_before_anybody_was_told_stays_as_it_is(library):
    subscribe(library, 7)
    publish(library, "a")
    printed(library, SLOT)
    sent(library, SLOT)
    retract(library, "a", SLOT + MINUTE)
    desk.publish(an_article("a", outlet="TASS"), CATALOGUE, library, SLOT, "me", again=True)

    printed(library, SLOT + 2 * MINUTE)

    assert letters(library) == []


def test_a_body_that_was_struck_is_nobody_elses(library):
    subscribe(library, 7)
    subscribe(library, 8, slot=SLOT + HOUR)
    publish(library, "a", "b")
    printed(library, SLOT)
    retract(library, "a", SLOT + MINUTE)

    printed(library, SLOT + HOUR)

    assert said(library)[8] == ["b"]


def test_a_message_that_cannot_be_edited_is_replied_to(library):
    subscribe(library, 7, topic=4)
    publish(library, "a", "b")
    printed(library, SLOT)
    sent(library, SLOT)
    retract(library, "a", SLOT + HOUR)
    retract(library, "b", SLOT + 2 * HOUR, "Nor that.")
    printed(library, SLOT + 3 * HOUR)
    edit = letters(library)[0]

    press.notice(library, edit, SLOT + 3 * HOUR, Plain())

    notice = letters(library)[-1]
    assert (notice.kind, notice.chat, notice.topic) == (LetterKind.NOTICE, 7, 4)
    assert notice.target == edit.target == 1_000
    assert library.bodies.contents(notice.body) == ["en notice b 2025-01-02: Nor that."]


def test_no_reply_tells_of_a_retraction_that_was_taken_back(library):
    subscribe(library, 7)
    publish(library, "a")
    printed(library, SLOT)
    sent(library, SLOT)
    retract(library, "a", SLOT + MINUTE)
    printed(library, SLOT + MINUTE)
    (edit,) = letters(library)
    desk.publish(an_article("a", outlet="TASS"), CATALOGUE, library, SLOT, "me", again=True)

    press.notice(library, edit, SLOT + HOUR, Plain())

    assert letters(library) == [edit]
