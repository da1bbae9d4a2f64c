import datetime as dt

from delivering import (
    CHAT,
    DAY,
    HOUR,
    SPAN,
    a_body,
    a_part,
    came_of,
    claimed,
    delivered,
    met,
    written,
)
from hypothesis import given
from hypothesis import strategies as st
from shelving import NOW, TREATY, an_article, shelve

from digests.library.bodies import Body, Showing
from digests.library.letters import Claim, Delayed, Delivered, Reached
from digests.models import Filter
from digests.subscriptions import LetterKind, Part, Pause, Shown, Span

LATER = NOW + DAY


def test_a_body_is_kept_with_what_it_was_made_of(library):
    narrowing = Filter(treaties=(TREATY,), since=dt.date(2024, 6, 1))
    span = Span(narrowing, 3, 9, "ru", dt.date(2024, 12, 31), dt.date(2025, 1, 1))

    body = library.bodies.add("a key", span, [a_part("One."), a_part("Two.")], NOW)

    assert body == Body(1, 2)
    assert library.bodies.get(1) == span
    assert library.bodies.contents(1) == ["One.", "Two."]
    assert [library.bodies.content(1, n) for n in range(3)] == ["One.", "Two.", None]
    assert library.bodies.get(2) is None
    assert library.bodies.contents(2) == []


def test_equal_editions_are_found_by_their_key(library):
    body = a_body(library, key="weekdays in Vienna")
    a_body(library)
    a_body(library)

    assert library.bodies.keyed("weekdays in Vienna") == body
    assert library.bodies.keyed("something else") is None


def test_a_body_has_a_number_before_it_is_written(library):
    id_ = library.bodies.begin("a key", SPAN, NOW)

    assert library.bodies.contents(id_) == []
    assert library.bodies.fill(id_, [a_part("more: /edition 1")]) == Body(id_, 1)
    assert library.bodies.keyed("a key") == Body(id_, 1)


def test_it_is_known_where_an_article_stands(library):
    shelve(library, an_article("a"), an_article("b"))
    first = a_body(library, a_part("x", "a", "b", at=5), a_part("y", "b", "b"))
    second = a_body(library, a_part("z", "a", "nothing such"))

    assert library.bodies.showing("b") == [
        Showing(first.id, 0, Shown("b", 6, 7)),
        Showing(first.id, 1, Shown("b", 0, 1)),
        Showing(first.id, 1, Shown("b", 1, 2)),
    ]
    assert [one.body for one in library.bodies.showing("a")] == [second.id, first.id]
    assert library.bodies.articles(first.id, 0) == ["a", "b"]
    assert library.bodies.showing("nothing such") == []


def test_a_part_is_given_with_what_it_shows_in_the_order_it_stands_there(library):
    shelve(library, an_article("a"), an_article("b"))
    part = Part("x", (Shown("b", 0, 3), Shown("a", 4, 9)))
    body = a_body(library, part)

    assert library.bodies.part(body.id, 0) == part
    assert library.bodies.articles(body.id, 0) == ["b", "a"]
    assert library.bodies.part(body.id, 1) is None


def test_a_retracted_article_still_stands_where_it_was_shown(library):
    shelve(library, an_article("a"))
    body = a_body(library, a_part("x", "a"))

    library.past.retract("a", "a hoax", LATER, "ann")

    assert library.bodies.showing("a") == [Showing(body.id, 0, Shown("a", 0, 1))]


def test_a_rewritten_part_goes_to_all_who_are_yet_to_get_it(library):
    shelve(library, an_article("a"), an_article("b"))
    body = a_body(library, a_part("x", "a", "b"), a_part("y"), key="a key")

    library.bodies.rewrite(body.id, 0, a_part("struck", "b", at=8))

    assert library.bodies.contents(body.id) == ["struck", "y"]
    assert library.bodies.showing("a") == []
    assert library.bodies.showing("b") == [Showing(body.id, 0, Shown("b", 8, 9))]
    assert library.bodies.keyed("a key") is None, "a struck edition is nobody else's"


def edits(library):
    return [one for one in library.outbox.waiting(0, 99) if one.kind is LetterKind.EDIT]


def test_an_edit_follows_what_was_rewritten_on_its_way(library):
    body = a_body(library, a_part("x"), a_part("y"))
    letter = written(library, body=body, parts=2, topic=4)
    claimed(library, letter)

    library.bodies.rewrite(body.id, 0, a_part("struck"))
    came_of(library, Delivered(letter.id, 0, 55, last=False))

    (edit,) = edits(library)
    assert (edit.chat, edit.topic, edit.body) == (CHAT, 4, body.id)
    assert (edit.part, edit.parts, edit.target) == (0, 1, 55)
    library.outbox.commit([Claim(letter.id, 1)], [], NOW)
    came_of(library, Delivered(letter.id, 1, 56, last=True))
    assert edits(library) == [edit]


def test_no_edit_follows_what_is_sent_anew_or_was_sent_before(library):
    body = a_body(library, a_part("x"), a_part("y"))
    tried, sent, again = (written(library, body=body, parts=2) for _ in range(3))
    claimed(library, tried, sent, again)
    came_of(library, Delivered(sent.id, 0, 51, last=False))

    library.bodies.rewrite(body.id, 0, a_part("struck"))
    came_of(library, Delayed(tried.id, "500"))
    claimed(library, tried, again)
    came_of(library, *(Delivered(one.id, 0, 52, last=False) for one in (tried, again)))

    assert edits(library) == []
    assert len(library.outbox.reached(body.id, 0)) == 3


def test_to_a_chat_barred_meanwhile_the_edit_is_held(library):
    body = a_body(library)
    letter = written(library, body=body)
    claimed(library, letter)
    library.bodies.rewrite(body.id, 0, a_part("struck"))
    library.chats.bar(CHAT, Pause.BLOCKED, NOW)

    came_of(library, Delivered(letter.id, 0, 55, last=True))

    assert edits(library) == []
    assert library.outbox.counts().held == 1


def test_what_an_edit_replaced_is_not_reached_twice(library):
    body = a_body(library)
    letter = written(library, body=body)
    delivered(library, letter, 55)
    edit = written(library, body=body, kind=LetterKind.EDIT, target=55)
    claimed(library, edit)

    library.bodies.rewrite(body.id, 0, a_part("struck again"))
    came_of(library, Delivered(edit.id, 0, None, last=True))

    assert library.outbox.reached(body.id, 0) == [Reached(letter.id, CHAT, None, 55)]
    assert library.outbox.messages(edit.id) == [55]
    assert edits(library) == []


def test_an_answer_given_directly_is_reached_too(library):
    body = a_body(library, a_part("x"), a_part("y"))
    met(library)

    assert library.outbox.file(CHAT, 4, body.id, [61, 62], NOW)

    assert [one.message for one in library.outbox.reached(body.id, 1)] == [62]
    assert library.outbox.counts().waiting == 0
    assert not library.outbox.file(CHAT - 1, None, body.id, [1], NOW)


def test_those_reached_are_told_in_slices(library):
    body = a_body(library)
    for n in range(5):
        delivered(library, written(library, CHAT - n, body=body), 100 + n)

    first = library.outbox.reached(body.id, 0, limit=3)
    second = library.outbox.reached(body.id, 0, after=first[-1].letter, limit=3)

    assert [one.message for one in (*first, *second)] == [100, 101, 102, 103, 104]


def test_old_bodies_are_dropped_but_not_what_they_were_made_of(library):
    shelve(library, an_article("a"))
    old = a_body(library, a_part("x", "a"), key="a key")
    new = a_body(library, a_part("y"), now=LATER)
    letter = written(library, body=old)
    delivered(library, letter, 55)

    assert library.bodies.drop(LATER) == 1

    assert library.bodies.contents(old.id) == [None]
    assert library.bodies.content(old.id, 0) is None
    assert library.bodies.keyed("a key") is None
    assert library.bodies.get(old.id) == SPAN
    assert library.bodies.showing("a") == [Showing(old.id, 0, Shown("a", 0, 1))]
    assert library.outbox.reached(old.id, 0) == [Reached(letter.id, CHAT, None, 55)]
    assert library.bodies.contents(new.id) == ["y"]
    assert library.bodies.drop(LATER) == 0


def test_what_a_letter_waits_with_is_not_dropped(library):
    kept, held = a_body(library), a_body(library)
    letter = written(library, body=kept)
    written(library, CHAT - 1, body=held)
    library.chats.bar(CHAT - 1, Pause.BLOCKED, NOW)

    assert library.bodies.drop(LATER) == 0
    delivered(library, letter)
    assert library.bodies.drop(LATER) == 1
    assert library.bodies.contents(held.id) != [None]


def test_dropping_goes_in_slices(library):
    for n in range(5):
        a_body(library, now=NOW + n * HOUR)

    assert [library.bodies.drop(LATER, limit=2) for _ in range(4)] == [2, 2, 1, 0]


@given(contents=st.lists(st.text(st.characters(codec="utf-8")), max_size=3))
def test_whatever_a_part_holds_is_read_back(shared, contents):
    body = shared.bodies.add(None, SPAN, [Part(content) for content in contents], NOW)

    assert shared.bodies.contents(body.id) == contents
