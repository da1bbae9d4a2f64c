from contextlib import closing

import pytest
from delivering import (
    CHAT,
    DAY,
    HOUR,
    a_body,
    claimed,
    delivered,
    met,
    subscribed,
    waiting,
    written,
)
from shelving import NOW, an_article, put

from digests.library import Library
from digests.library.chats import Forgotten, Strikes
from digests.library.letters import New
from digests.library.opening import opened
from digests.subscriptions import Chat, LetterKind, Pause

OTHER = CHAT - 1
LATER = NOW + DAY


def test_a_chat_is_met_once_and_called_as_it_is_called_now(library):
    met(library, title="Arms control")

    assert met(library, title=" Arms\n control,  Vienna ", kind="supergroup") == Chat(
        id=CHAT, kind="supergroup", title="Arms control, Vienna"
    )
    assert library.chats.get(CHAT).title == "Arms control, Vienna"
    assert library.chats.get(OTHER) is None


def test_meeting_a_chat_again_writes_nothing(path):
    with closing(Library.open(path)) as library, closing(Library.open(path)) as other:
        met(library)
        with other.atomic():
            assert met(library).id == CHAT


def test_what_a_chat_chose_stays_when_it_is_met_again(library):
    met(library)
    chosen = library.chats.change(CHAT, zone="Asia/Seoul", brief=True, empty=True)

    assert chosen == met(library)
    assert (chosen.zone, chosen.brief, chosen.empty) == ("Asia/Seoul", True, True)
    assert library.chats.change(CHAT, zone=None).zone is None
    assert library.chats.get(CHAT).brief


def test_a_title_of_half_a_character_is_no_obstacle(library):
    assert met(library, title="\ud83d").title == "?"


def test_a_barred_chat_is_sent_nothing_and_keeps_all(library):
    active = subscribed(library)
    paused = subscribed(library)
    library.subscriptions.pause(paused.id, Pause.BY_HAND, NOW)
    written(library)

    assert library.chats.bar(CHAT, Pause.BLOCKED, LATER) == 1

    assert library.chats.get(CHAT).barred is Pause.BLOCKED
    assert library.subscriptions.get(active.id).paused is Pause.BLOCKED
    assert library.subscriptions.get(active.id).paused_at == LATER
    assert library.subscriptions.get(paused.id).paused is Pause.BY_HAND
    assert waiting(library) == []
    assert library.outbox.counts().held == 1
    assert library.chats.bar(CHAT, Pause.REMOVED, LATER) == 0
    assert library.chats.bar(OTHER, Pause.REMOVED, LATER) == 0


def test_a_letter_written_to_a_barred_chat_is_held(library):
    met(library)
    library.chats.bar(CHAT, Pause.BLOCKED, NOW)

    written(library)

    assert waiting(library) == []
    assert library.outbox.counts().held == 1


def test_a_chat_that_is_back_gets_word_of_retractions_but_no_old_editions(library):
    subscription = subscribed(library)
    written(library, subscription=subscription.id, slot=NOW)
    edit = written(library, kind=LetterKind.EDIT, target=5)
    library.chats.bar(CHAT, Pause.REMOVED, NOW)

    assert library.chats.welcome(CHAT)

    assert library.chats.get(CHAT).barred is None
    assert waiting(library) == [edit.id]
    assert library.subscriptions.get(subscription.id).paused is Pause.REMOVED
    assert not library.chats.welcome(CHAT)
    assert not library.chats.welcome(OTHER)


def test_strikes_are_counted_from_the_first(library):
    met(library)

    library.chats.strike(CHAT, NOW)
    assert library.chats.strike(CHAT, LATER) == Strikes(2, NOW)
    library.chats.forgive(CHAT)
    assert library.chats.strike(CHAT, LATER) == Strikes(1, LATER)


def test_a_delivery_forgives_strikes(library):
    letter = written(library)
    library.chats.strike(CHAT, NOW)
    met(library, OTHER)
    library.chats.strike(OTHER, NOW)

    delivered(library, letter)

    assert library.chats.strike(CHAT, LATER) == Strikes(1, LATER)
    assert library.chats.strike(OTHER, LATER) == Strikes(2, NOW)


def settled_in(library, chat=CHAT):
    """Give a chat all that can be kept about one."""
    put(library, an_article("a"))
    library.reports.add("a", 1, "Not so.", chat, "en", NOW)
    subscription = subscribed(library, chat)
    library.chats.change(chat, zone="Asia/Seoul", brief=True)
    sent = written(library, chat, parts=2, subscription=subscription.id, slot=NOW)
    delivered(library, sent)
    written(library, chat, subscription=subscription.id, slot=NOW + HOUR)
    return subscription


@pytest.mark.parametrize("both", [False, True], ids=["a new number", "a number met before"])
def test_a_supergroup_has_all_the_group_had(library, both):
    subscription = settled_in(library)
    if both:
        met(library, OTHER, title="The same")
        here = subscribed(library, OTHER)
        written(library, OTHER)

    library.chats.move(CHAT, OTHER, LATER)

    assert library.chats.get(CHAT) is None
    chat = library.chats.get(OTHER)
    assert (chat.kind, chat.zone, chat.brief) == ("supergroup", "Asia/Seoul", True)
    moved = library.subscriptions.get(subscription.id)
    assert (moved.chat, moved.next, moved.paused) == (OTHER, subscription.next, None)
    assert library.subscriptions.of_chat(OTHER) == [moved, here] if both else [moved]
    assert {letter.chat for letter in library.outbox.waiting(0, 9)} == {OTHER}
    assert len(waiting(library)) == 1 + both
    assert library.outbox.messages(1) == [0, 0]  # they stayed behind
    assert [one.reader for one in library.reports.waiting(OTHER)] == [OTHER]
    assert library.chats.forget(CHAT) == Forgotten(0, 0, 0, settings=False)


def test_what_is_to_be_edited_in_a_group_has_no_message_in_the_supergroup(library):
    met(library)
    body = written(library).body
    edit = New(LetterKind.EDIT, CHAT, None, body, 1, target=900)
    library.outbox.enqueue([edit], NOW)

    library.chats.move(CHAT, OTHER, LATER)

    assert [letter.target for letter in library.outbox.waiting(0, 9)] == [None, 0]


def test_what_the_supergroup_chose_goes_before_what_the_group_had(library):
    settled_in(library)
    met(library, OTHER)
    library.chats.change(OTHER, zone="Europe/Berlin", empty=True)

    library.chats.move(CHAT, OTHER, LATER)

    chat = library.chats.get(OTHER)
    assert (chat.zone, chat.brief, chat.empty) == ("Europe/Berlin", True, True)


@pytest.mark.parametrize("why", [Pause.REMOVED, Pause.NOT_FOUND])
@pytest.mark.parametrize("both", [False, True], ids=["a new number", "a number met before"])
def test_a_group_that_seemed_gone_goes_on_as_a_supergroup(library, why, both):
    subscription = settled_in(library)
    by_hand = subscribed(library)
    library.subscriptions.pause(by_hand.id, Pause.BY_HAND, NOW)
    library.chats.bar(CHAT, why, NOW)
    if both:
        met(library, OTHER)

    library.chats.move(CHAT, OTHER, LATER)

    moved = library.subscriptions.get(subscription.id)
    assert (moved.paused, moved.next) == (None, subscription.next)
    assert library.subscriptions.get(by_hand.id).paused is Pause.BY_HAND
    assert library.chats.get(OTHER).barred is None
    assert len(waiting(library)) == 1


@pytest.mark.parametrize("both", [False, True], ids=["a new number", "a number met before"])
def test_a_group_where_the_bot_may_not_write_stays_so_as_a_supergroup(library, both):
    subscription = settled_in(library)
    library.chats.bar(CHAT, Pause.NO_RIGHTS, NOW)
    if both:
        here = subscribed(library, OTHER)
        written(library, OTHER)

    library.chats.move(CHAT, OTHER, LATER)

    assert library.chats.get(OTHER).barred is Pause.NO_RIGHTS
    assert library.subscriptions.get(subscription.id).paused is Pause.NO_RIGHTS
    if both:
        assert library.subscriptions.get(here.id).paused is Pause.NO_RIGHTS
    assert waiting(library) == []


def test_moving_twice_or_nowhere_changes_nothing(library):
    subscription = settled_in(library)
    library.chats.move(CHAT, CHAT, LATER)
    library.chats.move(CHAT, OTHER, LATER)
    library.chats.move(CHAT, OTHER, LATER)

    assert [one.id for one in library.subscriptions.of_chat(OTHER)] == [subscription.id]


def test_forgetting_says_what_was_deleted(library):
    settled_in(library)

    assert library.chats.forget(CHAT) == Forgotten(1, 2, 1, settings=True)
    assert library.chats.forget(CHAT) == Forgotten(0, 0, 0, settings=False)


def everything(connection):
    """Give every value of every table, with the table it stands in."""
    tables = connection.db.table_names()
    return [
        (table, value)
        for table in tables
        for row in connection.rows(f'SELECT * FROM "{table}"')  # noqa: S608 - our own
        for value in row
    ]


@pytest.mark.parametrize("chat", [CHAT, 7_700_111], ids=["a group", "who subscribed elsewhere"])
def test_nothing_is_left_of_a_forgotten_chat_in_any_table(chat):
    connection = opened(None)
    library = Library(connection)
    settled_in(library, chat)
    settled_in(library, OTHER)
    letter = written(library, chat)
    claimed(library, letter)
    library.chats.bar(chat, Pause.BLOCKED, NOW)
    library.outbox.file(chat, 4, a_body(library).id, [1, 2], NOW)
    traces = {table for table, value in everything(connection) if str(chat) in str(value)}
    assert {"chat", "subscription", "letter", "report"} <= traces

    library.chats.forget(chat)

    left = everything(connection)
    assert not [table for table, value in left if str(chat) in str(value)]
    assert library.subscriptions.of_chat(OTHER)
    assert len([value for table, value in left if (table, value) == ("letter", OTHER)]) == 2
    assert connection.rows("PRAGMA foreign_key_check") == []
    assert connection.value("SELECT COUNT(*) FROM sent") == 2
    library.close()
