"""What is put into the outbox, and what came of it: values."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from digests.subscriptions import Letter, LetterKind


class State(StrEnum):
    """Where a letter is: in exactly one of these.

    It is held where its chat is barred, or its subscription paused, and withdrawn where nobody
    wants it any more.
    """

    WAITING = "waiting"
    HELD = "held"
    SENT = "sent"
    DEAD = "dead"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class New:
    """A letter to be put into the outbox.

    Of a subscription there is one for a slot; ``slot`` is None where editions come as it happens.
    ``target`` is the message to be edited, or replied to. A letter goes from ``part`` up to
    ``parts``, that left out: the edit of the second message of a body has 1 and 2.
    """

    kind: LetterKind
    chat: int
    topic: int | None
    body: int
    parts: int
    subscription: int | None = None
    slot: dt.datetime | None = None
    target: int | None = None
    part: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """A part is about to be sent."""

    letter: int
    part: int


@dataclass(frozen=True, slots=True)
class Delivered:
    """A part came to be a message; after the ``last`` the letter is sent.

    ``message`` is None for an edit that found nothing to change.
    """

    letter: int
    part: int
    message: int | None
    last: bool


@dataclass(frozen=True, slots=True)
class Delayed:
    """A part could not be sent now; it stays the next to be sent."""

    letter: int
    why: str


@dataclass(frozen=True, slots=True)
class Died:
    """A letter can never be delivered; it is kept, with what came of it."""

    letter: int
    why: str


@dataclass(frozen=True, slots=True)
class Plain:
    """The entities were refused: from now on the letter goes without."""

    letter: int


Outcome = Delivered | Delayed | Died | Plain


@dataclass(frozen=True, slots=True)
class Reached:
    """A message that showed a part of a body."""

    letter: int
    chat: int
    topic: int | None
    message: int


@dataclass(frozen=True, slots=True)
class Dead:
    """A letter that could not be delivered, why, and since when it was tried."""

    letter: Letter
    why: str


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many letters there are in the outbox; ``oldest`` is since when the first one waits."""

    waiting: int
    held: int
    dead: int
    oldest: dt.datetime | None
