"""Questions that wait for words: one a person, in memory, and for half an hour.

What they are about is in the library; whoever is asked when the bot is started anew has lost
nothing but the question.
"""

import datetime as dt
from typing import Generic, TypeVar

from bot.clock import Clock

PATIENCE = dt.timedelta(minutes=30)  # words that come later are meant for somebody else

Q = TypeVar("Q")


class Waiting(Generic[Q]):
    """What was asked, by the person asked."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._questions: dict[int, tuple[Q, dt.datetime]] = {}

    def ask(self, user: int, question: Q) -> None:
        """Let a question wait, in place of the one before."""
        now = self._clock.now()
        self._questions = {u: each for u, each in self._questions.items() if now < each[1]}
        self._questions[user] = (question, now + PATIENCE)

    def of(self, user: int) -> Q | None:
        """Give the question that waits for somebody's words."""
        question, until = self._questions.get(user, (None, None))
        return question if until and self._clock.now() < until else None

    def take(self, user: int) -> Q | None:
        """Give it, and let it wait no longer."""
        question = self.of(user)
        self._questions.pop(user, None)
        return question
