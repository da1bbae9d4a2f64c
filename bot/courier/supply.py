"""Letters loaded from the outbox into the lanes, a slice at a time."""

from bot.courier.lanes import Lanes
from digests.library.outbox import Outbox

SLICE = 500
MOST = 50_000  # letters at hand; the collector of garbage looks through them all at once

LONG = 600.0  # seconds after which all letters are gone through again


class Supply:
    """Loads letters by their numbers, and those let go again that were passed by."""

    def __init__(self, outbox: Outbox, lanes: Lanes) -> None:
        self._outbox = outbox
        self._lanes = lanes
        self._after = 0
        self._more = True
        self._back = True
        self._began = 0.0  # when the letters were gone through from the first

    @property
    def more(self) -> bool:
        """Tell whether there may be letters to load, and room for them."""
        return self._more and len(self._lanes) < MOST

    def renew(self, *, back: bool) -> None:
        """Let it be looked for new letters; and *back*, for those that may wait again."""
        self._more = True
        self._back = self._back or back

    def load(self, now: float) -> None:
        """Load a slice, to be served from *now* on."""
        letters = self._outbox.waiting(self._after, SLICE)
        for letter in letters:
            self._lanes.add(letter, now)
        if letters:
            self._after = letters[-1].id
        self._more = len(letters) == SLICE
        if self._back and not self._more:
            self._look_back(now)

    def _look_back(self, now: float) -> None:
        """Begin anew where more letters wait than are at hand, and now and then in any case.

        The count alone can deceive: those at hand may have been held meanwhile.
        """
        self._back = False
        if now - self._began >= LONG or self._outbox.counts().waiting > len(self._lanes):
            self._after, self._more, self._began = 0, True, now
