"""How is the delivery doing?"""

import datetime as dt
from dataclasses import dataclass

from digests.library import Library
from digests.library.letters import Backlog, Dead
from digests.library.pulse import Pulse
from digests.library.subscriptions import Slot, Tally

LATE = dt.timedelta(minutes=2)  # ticks are ten seconds apart
DEAD, SLOTS = 5, 3  # so many of them are shown


@dataclass(frozen=True, slots=True)
class Status:
    """Signs of life, letters, subscriptions, and what comes next.

    ``running`` tells whether a run is on, None where that was not looked at.
    """

    now: dt.datetime
    pulse: Pulse
    letters: Backlog
    dead: tuple[Dead, ...]
    subscriptions: Tally
    slots: tuple[Slot, ...]
    running: bool | None = None

    @property
    def stuck(self) -> bool:
        """Tell whether a run is on whose clock does not strike any more."""
        began = [at for at in (self.pulse.started, self.pulse.tick) if at]
        return bool(self.running) and (not began or self.now - max(began) > LATE)


def status(library: Library, now: dt.datetime, *, running: bool | None = None) -> Status:
    """Look at everything that is kept of the delivery."""
    return Status(
        now,
        library.pulse.get(),
        library.outbox.counts(),
        tuple(library.outbox.dead(DEAD)),
        library.subscriptions.counts(),
        tuple(library.subscriptions.upcoming(SLOTS)),
        running,
    )
