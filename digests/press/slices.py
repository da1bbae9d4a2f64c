"""Slices of work, none of them long: between two of them others may read and write."""

import datetime as dt
from dataclasses import dataclass

from digests.library import Library
from digests.press import due, retractions, wave
from digests.press.shift import Memory, Shift
from digests.press.typesetting import Typesetter


@dataclass(frozen=True, slots=True)
class Progress:
    """What one slice has done: editions composed, letters put into the outbox.

    ``more`` tells whether there is more to be done at once, ``memory`` is for the next slice.
    """

    composed: int
    letters: int
    more: bool
    memory: Memory


def run(
    library: Library,
    now: dt.datetime,
    typesetter: Typesetter,
    former: Progress | None = None,
) -> Progress:
    """Do one slice of what is to be done now, all of it or nothing.

    *former* is what the slice before gave, in the same round; a new round begins without. That
    saves work, and lets all editions of a round go up to the same article.

    Raises:
        LibraryBusy: another process is writing; nothing was done.
    """
    with library.atomic():
        shift = Shift(library, now, typesetter, former.memory if former else None)
        more = retractions.tell(shift) or wave.send(shift) or due.settle(shift)
        memory = shift.close()
    return Progress(shift.printer.made, len(shift.letters), more, memory)
