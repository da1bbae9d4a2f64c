"""What becomes of a letter, and who is to be told of it: values."""

from dataclasses import dataclass

from digests.library.letters import Outcome
from digests.subscriptions import Letter


@dataclass(frozen=True, slots=True)
class Simplified:
    """Telegram refused the marks or buttons of a letter; it goes without."""

    reason: str


@dataclass(frozen=True, slots=True)
class Buried:
    """A letter can never be delivered."""

    reason: str


@dataclass(frozen=True, slots=True)
class Closed:
    """Subscriptions of a topic are paused, since it is closed or gone."""

    chat: int
    topic: int | None
    language: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Our own code failed at a letter."""

    error: Exception


Word = Simplified | Buried | Closed | Failed


@dataclass(frozen=True, slots=True)
class Ruling:
    """What to keep, what goes next in this lane, after how many seconds, and whom to tell.

    ``again`` is the letter as it goes on, None when it is done with; ``bare``: without buttons.
    """

    keep: tuple[Outcome, ...] = ()
    again: Letter | None = None
    wait: float = 0.0
    bare: bool = False
    word: Word | None = None
