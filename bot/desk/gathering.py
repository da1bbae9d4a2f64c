"""Texts that are being pasted in several messages: kept in memory until no more comes."""

import datetime as dt
from dataclasses import dataclass, field

from bot.clock import Clock
from bot.context import Context
from bot.desk.errand import Question, waiting
from bot.desk.pieces import Piece, joined
from digests.drafts import Masthead
from digests.intake.reading import LONGEST_TEXT

PATIENCE = dt.timedelta(seconds=2)  # after the last piece; a client sends them one upon the other


@dataclass(slots=True)
class Gathering:
    """What one editor has pasted so far.

    ``hints`` are what its first message says of itself, ``shown`` the message that asks for more.
    """

    question: Question
    until: dt.datetime
    pieces: dict[int, Piece] = field(default_factory=dict)
    hints: Masthead = field(default_factory=Masthead)
    shown: int | None = None

    @property
    def text(self) -> str:
        """Give what came, put together."""
        return joined(self.pieces.values())

    @property
    def size(self) -> int:
        """Count its characters."""
        return sum(len(piece.text) for piece in self.pieces.values())

    @property
    def overflows(self) -> bool:
        """Tell whether no article is so long."""
        return self.size > LONGEST_TEXT


class Gatherings:
    """What is being pasted, by editor."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._open: dict[int, Gathering] = {}

    def add(self, user: int, piece: Piece, question: Question) -> tuple[Gathering, bool]:
        """Add a piece; give all there is, and whether this is the first of it."""
        gathering = self._open.get(user)
        new = gathering is None
        if gathering is None:
            gathering = self._open[user] = Gathering(question, self._clock.now())
        gathering.pieces[piece.number] = piece
        gathering.question = question
        gathering.until = self._clock.now() + PATIENCE
        return gathering, new

    def of(self, user: int) -> Gathering | None:
        """Give what somebody has pasted so far."""
        return self._open.get(user)

    def take(self, user: int, this: Gathering | None = None) -> Gathering | None:
        """Give what was pasted and keep it no longer; only *this*, if one is named."""
        found = self._open.get(user)
        if found is None or (this is not None and found is not this):
            return None
        return self._open.pop(user)

    async def silence(self, user: int, this: Gathering) -> Gathering | None:
        """Wait until no more comes, and give it; None where somebody else has taken it."""
        while (left := this.until - self._clock.now()) > dt.timedelta():
            await self._clock.sleep(left.total_seconds())
        return self.take(user, this)


def gatherings(context: Context) -> Gatherings:
    """Give what is being pasted."""
    found: Gatherings = context.bot_data["gatherings"]
    return found


def close(context: Context, user: int, gathering: Gathering) -> None:
    """Wait for no more of it."""
    if waiting(context).of(user) is gathering.question:
        waiting(context).take(user)


def drop(context: Context, user: int) -> bool:
    """Put away what somebody has pasted so far; tell whether there was anything."""
    return gatherings(context).take(user) is not None
