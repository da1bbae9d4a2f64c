"""What becomes of a letter, by what came of its part: decided in the transaction that keeps it.

Whoever asks again after the transaction failed gets the same answer.
"""

import datetime as dt
from collections.abc import Callable, Container
from dataclasses import replace
from random import Random
from typing import assert_never

from bot.courier import outage
from bot.courier.outcomes import (
    Barred,
    Broken,
    Dropped,
    EditLost,
    Failing,
    Flooded,
    Moved,
    NotFound,
    Outcome,
    Refused,
    Sent,
    TopicGone,
    Unchanged,
)
from bot.courier.rulings import Buried, Closed, Failed, Ruling, Simplified, Word
from digests.errors import LibraryError
from digests.library import Library
from digests.library.letters import Delayed, Delivered, Died, Plain
from digests.subscriptions import Letter, LetterKind, Pause

DAY = dt.timedelta(days=1)
ENOUGH = 10  # tries; a clock that jumps makes no letter old
STRIKES = 3
STRUCK_FOR = dt.timedelta(days=2)  # from the first of three days to the last
BUTTONS = ("button", "reply_markup", "reply markup", "keyboard")
NO_LONGER_KEPT = "Its text is no longer kept."


Notice = Callable[[Letter, dt.datetime], object]


class Judge:
    """Rules on letters; *notice* puts a notice into the outbox in the place of a lost edit."""

    def __init__(self, library: Library, notice: Notice, random: Random) -> None:
        self._library = library
        self._notice = notice
        self._random = random

    def rule(
        self,
        letter: Letter,
        outcome: Outcome,
        now: dt.datetime,
        *,
        bare: Container[int],
        down: bool,
    ) -> Ruling:
        """Decide about a letter: *bare* are those without buttons, *down* is where nobody answers.

        Raises:
            LibraryError: it could not be written down.
        """
        try:
            return self._rule(letter, outcome, now, bare=letter.id in bare, down=down)
        except LibraryError:
            raise
        except Exception as error:  # noqa: BLE001 - one letter that breaks us holds up no other
            return self._failing(letter, type(error).__name__, now, Failed(error))

    def _rule(
        self, letter: Letter, outcome: Outcome, now: dt.datetime, *, bare: bool, down: bool
    ) -> Ruling:
        match outcome:
            case Failing() if down:
                return Ruling(again=letter)
            case Failing(reason):
                return self._failing(letter, reason, now)
            case Broken(error):
                return self._failing(letter, type(error).__name__, now, Failed(error))
            case Refused(reason):
                return _refused(letter, reason, bare=bare)
            case Sent() | Unchanged() | Flooded() | Dropped():
                return _plainly(letter, outcome)
            case _:
                return self._displaced(letter, outcome, now)

    def _displaced(
        self,
        letter: Letter,
        outcome: Moved | Barred | NotFound | TopicGone | EditLost,
        now: dt.datetime,
    ) -> Ruling:
        """Rule where chat, topic or message are not what they were."""
        match outcome:
            case Moved(chat):
                return self._moved(letter, chat, now)
            case Barred(why):
                return self._barred(letter, why, now)
            case NotFound():
                return self._not_found(letter, now)
            case TopicGone():
                return self._topic_gone(letter, now)
            case EditLost():
                return self._edit_lost(letter, now)
            case _:
                assert_never(outcome)

    def _moved(self, letter: Letter, chat: int, now: dt.datetime) -> Ruling:
        """Take all of the group along; messages of the old one cannot be edited in the new one."""
        self._library.chats.move(letter.chat, chat, now)
        moved = replace(letter, chat=chat, previous=None, target=None)
        if letter.kind is LetterKind.EDIT:
            return self._edit_lost(moved, now)
        return Ruling(again=moved)

    def _barred(self, letter: Letter, why: Pause, now: dt.datetime) -> Ruling:
        self._library.chats.bar(letter.chat, why, now)
        return Ruling()

    def _not_found(self, letter: Letter, now: dt.datetime) -> Ruling:
        if self._library.chats.get(letter.chat) is None:
            return Ruling()  # it was forgotten meanwhile
        strikes = self._library.chats.strike(letter.chat, now)
        if strikes.number >= STRIKES and now - (strikes.since or now) >= STRUCK_FOR:
            return self._barred(letter, Pause.NOT_FOUND, now)
        return Ruling(again=letter, wait=DAY.total_seconds())

    def _topic_gone(self, letter: Letter, now: dt.datetime) -> Ruling:
        """Pause what belongs to the topic, whichever letter it was that found it closed."""
        subscriptions = self._library.subscriptions
        here = [each for each in subscriptions.of_chat(letter.chat) if each.topic == letter.topic]
        paused = [each for each in here if subscriptions.pause(each.id, Pause.TOPIC, now)]
        self._library.outbox.hold(letter.chat, letter.topic)
        if not paused:
            return Ruling()
        return Ruling(word=Closed(letter.chat, letter.topic, paused[0].language))

    def _edit_lost(self, letter: Letter, now: dt.datetime) -> Ruling:
        self._notice(letter, now)
        self._library.outbox.withdraw(letter.id)
        return Ruling()

    def _failing(
        self, letter: Letter, reason: str, now: dt.datetime, word: Word | None = None
    ) -> Ruling:
        tries = letter.tries + 1
        since = letter.failing or now
        if now - since >= DAY and tries >= ENOUGH:
            return _dead(letter, reason)
        again = replace(letter, tries=tries, failing=since)
        seconds = outage.wait(tries, self._random)
        return Ruling((Delayed(letter.id, reason),), again, seconds, word=word)


def _plainly(letter: Letter, outcome: Sent | Unchanged | Flooded | Dropped) -> Ruling:
    match outcome:
        case Sent(message):
            return _delivered(letter, message)
        case Unchanged():
            return _delivered(letter, None)
        case Flooded(seconds):
            return Ruling(again=letter, wait=seconds)
        case Dropped():
            return _dead(letter, NO_LONGER_KEPT)
        case _:
            assert_never(outcome)


def _delivered(letter: Letter, message: int | None) -> Ruling:
    last = letter.part + 1 >= letter.parts
    keep = (Delivered(letter.id, letter.part, message, last),)
    if last:
        return Ruling(keep)
    return Ruling(
        keep, replace(letter, part=letter.part + 1, previous=message, tries=0, failing=None)
    )


def _refused(letter: Letter, reason: str, *, bare: bool) -> Ruling:
    """Let it go without marks, and without buttons if those are refused; or not at all."""
    buttons = any(word in reason.lower() for word in BUTTONS)
    if not letter.plain:
        plain = replace(letter, plain=True)
        return Ruling((Plain(letter.id),), plain, bare=buttons, word=Simplified(reason))
    if buttons and not bare:
        return Ruling(again=letter, bare=True)
    return _dead(letter, reason)


def _dead(letter: Letter, reason: str) -> Ruling:
    return Ruling((Died(letter.id, reason),), word=Buried(reason))
