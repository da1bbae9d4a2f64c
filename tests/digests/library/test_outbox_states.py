"""Whatever happens in whatever order: no letter is lost, and none is in two states.

Beside the library there is a plain list of what every letter should be; a courier takes what
waits, and sometimes the program is killed.
"""

import shutil
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from delivering import AT_ONCE, DAY, MINUTE, SPAN, a_part, met, subscribed
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from shelving import NOW

from digests.library import Library
from digests.library.letters import Claim, Delayed, Delivered, Died, New, Plain
from digests.library.opening import opened
from digests.subscriptions import LetterKind, Pause

CHATS = (-101, -102, 103)
TOPICS = (None, 4)
GOING = ("waiting", "held")


@dataclass
class Expected:
    """What a letter should be."""

    chat: int
    topic: int | None
    parts: int
    subscription: int | None
    state: str
    part: int = 0
    claimed: bool = False
    tries: int = 0
    plain: bool = False
    sent: list[int] = field(default_factory=list)


class Delivery(RuleBasedStateMachine):
    """The outbox, and all that can happen to it."""

    empty: Path  # a library with nothing in it, made once

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "library.db"
        shutil.copy(self.empty, self.path)
        self.letters: dict[int, Expected] = {}
        self.paused: dict[int, bool] = {}
        self.of: dict[int, int] = {}
        self.barred = dict.fromkeys(CHATS, False)
        self.slots = 0
        self.now = NOW
        self.open()

    def open(self):
        self.connection = opened(self.path)
        self.library = Library(self.connection)

    def teardown(self):
        self.library.close()
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self):
        for chat in CHATS:
            self.meet(chat)
        self.bodies = {
            parts: self.library.bodies.add(None, SPAN, [a_part()] * parts, NOW)
            for parts in (1, 2, 3)
        }

    def meet(self, chat):
        met(self.library, chat)
        one = subscribed(self.library, chat, AT_ONCE)
        self.paused[one.id], self.of[one.id] = False, chat

    def may_go(self, letter):
        return not self.barred[letter.chat] and not self.paused.get(letter.subscription, False)

    def release(self, chat, which=lambda _: True):
        for letter in self.letters.values():
            mine = letter.chat == chat and letter.state == "held" and which(letter)
            if mine and self.may_go(letter):
                letter.state, letter.tries = "waiting", 0

    def hold(self, chat, which=lambda _: True):
        for letter in self.letters.values():
            if letter.chat == chat and letter.state == "waiting" and which(letter):
                letter.state = "held"

    # what is written

    @rule(chat=st.sampled_from(CHATS), topic=st.sampled_from(TOPICS), parts=st.integers(1, 3))
    def an_answer_to_nobody_in_particular(self, chat, topic, parts):
        self.write(chat, topic, parts, None)

    @precondition(lambda self: not all(self.paused.values()))
    @rule(data=st.data(), topic=st.sampled_from(TOPICS), parts=st.integers(1, 3))
    def a_slot_has_come(self, data, topic, parts):
        active = [id_ for id_, paused in self.paused.items() if not paused]
        id_ = data.draw(st.sampled_from(active))
        self.slots += 1
        for new in (1, 0):
            assert self.write(self.of[id_], topic, parts, id_, NOW + self.slots * DAY) == new

    def write(self, chat, topic, parts, subscription, slot=None):
        body = self.bodies[parts].id
        letter = New(LetterKind.EDITION, chat, topic, body, parts, subscription, slot)
        number = self.library.outbox.enqueue([letter], self.now)
        if number:
            state = "held" if self.barred[chat] else "waiting"
            id_ = self.connection.value("SELECT MAX(id) FROM letter")
            assert id_ not in self.letters
            self.letters[id_] = Expected(chat, topic, parts, subscription, state)
        return number

    # what the courier does

    @precondition(lambda self: self.letters)
    @rule(data=st.data())
    def claim(self, data):
        ids = data.draw(st.lists(st.sampled_from(sorted(self.letters)), max_size=4, unique=True))
        behind = data.draw(st.booleans())
        claims = [Claim(id_, max(0, self.letters[id_].part - behind)) for id_ in ids]
        refused = self.library.outbox.commit(claims, [], self.now)
        for claim in claims:
            letter = self.letters[claim.letter]
            good = letter.state == "waiting" and letter.part == claim.part
            assert good == (claim.letter not in refused)
            letter.claimed |= good

    def claimed(self):
        return sorted(id_ for id_, letter in self.letters.items() if letter.claimed)

    @precondition(lambda self: self.claimed())
    @rule(data=st.data(), message=st.integers(1, 10**6), twice=st.booleans())
    def deliver(self, data, message, twice):
        id_ = data.draw(st.sampled_from(self.claimed()))
        letter = self.letters[id_]
        last = letter.part + 1 == letter.parts
        outcome = Delivered(id_, letter.part, message, last)
        self.library.outbox.commit([], [outcome] * (1 + twice), self.now)
        letter.part, letter.claimed, letter.tries = letter.part + 1, False, 0
        letter.sent.append(message)
        if last:
            letter.state = "sent"

    @precondition(lambda self: self.claimed())
    @rule(data=st.data(), what=st.sampled_from((Delayed, Died, Plain)))
    def fail(self, data, what):
        id_ = data.draw(st.sampled_from(self.claimed()))
        letter = self.letters[id_]
        outcome = Plain(id_) if what is Plain else what(id_, "no")
        self.library.outbox.commit([], [outcome], self.now)
        letter.tries += what is Delayed
        letter.plain |= what is Plain
        if what is not Died or letter.state in GOING:
            letter.claimed = False
        if what is Died and letter.state in GOING:
            letter.state = "dead"

    # what chats do

    @rule(chat=st.sampled_from(CHATS), why=st.sampled_from((Pause.BLOCKED, Pause.REMOVED)))
    def bar(self, chat, why):
        self.library.chats.bar(chat, why, self.now)
        self.barred[chat] = True
        self.paused |= {id_: True for id_, of in self.of.items() if of == chat}
        self.hold(chat)

    @rule(chat=st.sampled_from(CHATS))
    def welcome(self, chat):
        if self.library.chats.welcome(chat):
            self.barred[chat] = False
            self.release(chat)
        assert not self.barred[chat]

    @rule(chat=st.sampled_from(CHATS), topic=st.sampled_from(TOPICS))
    def close_topic(self, chat, topic):
        self.library.outbox.hold(chat, topic)
        self.hold(chat, lambda letter: letter.topic == topic)

    @rule(chat=st.sampled_from(CHATS))
    def open_topics(self, chat):
        self.library.outbox.release(chat)
        self.release(chat)

    @precondition(lambda self: self.paused)
    @rule(data=st.data())
    def pause(self, data):
        id_ = data.draw(st.sampled_from(sorted(self.paused)))
        assert self.library.subscriptions.pause(id_, Pause.BY_HAND, self.now) != self.paused[id_]
        if not self.paused[id_]:
            self.paused[id_] = True
            self.hold(self.of[id_], lambda letter: letter.subscription == id_)

    @precondition(lambda self: self.paused)
    @rule(data=st.data())
    def resume(self, data):
        id_ = data.draw(st.sampled_from(sorted(self.paused)))
        barred = self.barred[self.of[id_]]
        assert self.library.subscriptions.resume(id_, self.now, None) != barred
        if not barred:
            self.paused[id_] = False
            self.release(
                self.of[id_],
                lambda one: (
                    one.subscription == id_ or (one.subscription, one.topic) == (None,) * 2
                ),
            )

    @precondition(lambda self: len(self.paused) > 1)
    @rule(data=st.data())
    def unsubscribe(self, data):
        id_ = data.draw(st.sampled_from(sorted(self.paused)))
        self.library.subscriptions.delete(id_)
        del self.paused[id_], self.of[id_]
        for letter in self.letters.values():
            if letter.subscription == id_ and letter.state in GOING:
                letter.state = "withdrawn"

    @precondition(lambda self: self.letters)
    @rule(data=st.data())
    def withdraw(self, data):
        id_ = data.draw(st.sampled_from(sorted(self.letters)))
        letter = self.letters[id_]
        assert self.library.outbox.withdraw(id_) == (letter.state in GOING)
        if letter.state in GOING:
            letter.state = "withdrawn"

    @rule(chat=st.sampled_from(CHATS))
    def forget(self, chat):
        mine = [id_ for id_, letter in self.letters.items() if letter.chat == chat]
        assert self.library.chats.forget(chat).letters == len(mine)
        for id_ in mine:
            del self.letters[id_]
        for id_ in [id_ for id_, of in self.of.items() if of == chat]:
            del self.paused[id_], self.of[id_]
        self.barred[chat] = False
        self.meet(chat)

    @rule(old=st.sampled_from(CHATS), new=st.sampled_from(CHATS))
    def become_a_supergroup(self, old, new):
        """Move a chat to one that is there already, and begin with the old number afresh."""
        if old == new or self.barred[old] or self.barred[new]:
            return
        self.library.chats.move(old, new, self.now)
        for letter in self.letters.values():
            letter.chat = new if letter.chat == old else letter.chat
        self.of = {id_: new if of == old else of for id_, of in self.of.items()}
        self.release(new)
        self.meet(old)

    # what else happens

    @rule()
    def time_goes_on(self):
        self.now += MINUTE

    @rule()
    def be_killed(self):
        """Begin again with what the disk holds: the log was not moved into the file."""
        folder = self.folder / "killed"
        folder.mkdir()
        for file in self.folder.glob("library.db*"):
            shutil.copy(file, folder)
        self.library.close()
        for file in folder.iterdir():
            shutil.move(file, self.folder / file.name)
        folder.rmdir()
        self.open()

    @invariant()
    def every_letter_is_what_it_should_be(self):
        rows = self.connection.rows(
            "SELECT id, chat, topic, parts, subscription, state, part, claimed, tries, plain "
            "FROM letter"
        )
        found = {
            id_: Expected(
                *row, bool(claimed), tries, bool(plain), self.library.outbox.messages(id_)
            )
            for id_, *row, claimed, tries, plain in rows
        }
        assert found == self.letters

    @invariant()
    def what_waits_can_be_sent_and_is_in_order(self):
        waiting = [letter.id for letter in self.library.outbox.waiting(0, 999)]
        going = {id_ for id_, letter in self.letters.items() if letter.state == "waiting"}
        assert waiting == sorted(going)
        assert all(self.may_go(self.letters[id_]) for id_ in going)

    @invariant()
    def what_was_sent_is_all_of_it(self):
        for letter in self.letters.values():
            assert len(letter.sent) == letter.part
            assert (letter.part == letter.parts) == (letter.state == "sent")


@pytest.fixture
def empty(tmp_path):
    path = tmp_path / "empty.db"
    with closing(Library.open(path)):
        return path


def test_no_letter_is_ever_lost_or_in_two_states(empty):
    class Here(Delivery):
        pass

    Here.empty = empty
    run_state_machine_as_test(Here, settings=settings(max_examples=40, stateful_step_count=40))
