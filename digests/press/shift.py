"""One shift at the press: as much as is done in one short transaction."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from digests import schedule as schedules
from digests.library import Library
from digests.library.bodies import Body
from digests.library.letters import New
from digests.library.subscriptions import Settled
from digests.press.printing import Kind, Printer
from digests.press.typesetting import Typesetter
from digests.schedule import Owed
from digests.subscriptions import Chat, LetterKind, Schedule, Span, Subscription

MOST = 100  # letters, and subscriptions that are settled


@dataclass(frozen=True, slots=True)
class Place:
    """How far word of a retraction has gone: a part of a body, and the last letter told of it."""

    article: str
    body: int
    part: int
    letter: int = 0


@dataclass(frozen=True, slots=True)
class Memory:
    """What a shift leaves to the next one: nothing that could not be found again.

    ``through`` is the newest article there was at first, so that all editions of one round are of
    the same; ``bodies`` hold as long as ``changes``, the number of the latest correction, does.
    """

    through: int
    changes: int
    bodies: Mapping[Kind, Body | None] = field(default_factory=dict)
    told: Place | None = None


class Serving(NamedTuple):
    """What is to be sent for a subscription; the chat is None where it is known no more."""

    subscription: Subscription
    span: Span
    chat: Chat | None


class Shift:
    """What is done in it: letters to be put into the outbox, subscriptions to be settled.

    ``spent`` counts other work, in letters that take as long.
    """

    def __init__(
        self, library: Library, now: dt.datetime, typesetter: Typesetter, memory: Memory | None
    ) -> None:
        changes = library.past.changes()
        known = memory.bodies if memory and memory.changes == changes else {}
        self.library = library
        self.now = now
        self.typesetter = typesetter
        self.printer = Printer(library, now, typesetter, changes, known)
        self.through = memory.through if memory else library.articles.newest()
        self.told = memory.told if memory else None
        self.letters: list[New] = []
        self.settled: list[Settled] = []
        self.spent = 0
        self._changes = changes
        self._owed: dict[tuple[Schedule, str, dt.datetime], Owed] = {}

    @property
    def room(self) -> int:
        """Give how much more goes into this shift."""
        done = max(len(self.letters), len(self.settled)) + self.spent
        return 0 if self.printer.spent else max(MOST - done, 0)

    def owed(self, schedule: Schedule, zone: str, due: dt.datetime) -> Owed:
        """Tell what is owed by a schedule whose slot has come."""
        asked = (schedule, zone, due)
        if asked not in self._owed:
            self._owed[asked] = schedules.owed(schedule, place(zone), due, self.now)
        return self._owed[asked]

    def serving(self, subscription: Subscription, since: dt.datetime) -> Serving:
        """Tell what is to be sent: all that was not read, in a period that began with *since*."""
        zone = place(subscription.zone)
        span = Span(
            subscription.filter,
            subscription.read,
            max(subscription.read, self.through),
            subscription.language,
            since.astimezone(zone).date(),
            self.now.astimezone(zone).date(),
        )
        return Serving(subscription, span, self.library.chats.get(subscription.chat))

    def send(self, serving: Serving, slot: dt.datetime | None) -> bool:
        """Put a letter with what is new into the outbox; False where nothing is."""
        brief = serving.chat is not None and serving.chat.brief
        body = self.printer.body(Kind(serving.span, brief))
        return body is not None and self._enqueue(serving, body, slot)

    def send_blank(self, serving: Serving, slot: dt.datetime | None) -> bool:
        """Put a letter which says that nothing is new into the outbox; False where unwanted."""
        if serving.chat is None or not serving.chat.empty:
            return False
        return self._enqueue(serving, self.printer.blank(serving.span), slot)

    def _enqueue(self, serving: Serving, body: Body, slot: dt.datetime | None) -> bool:
        to = serving.subscription
        self.letters.append(
            New(
                LetterKind.EDITION,
                to.chat,
                to.topic,
                body.id,
                body.parts,
                subscription=to.id,
                slot=slot,
            )
        )
        return True

    def close(self) -> Memory:
        """Keep what was done; give what the next shift may use."""
        self.library.outbox.enqueue(self.letters, self.now)
        self.library.subscriptions.settle(self.settled)
        return Memory(self.through, self._changes, self.printer.bodies, self.told)


def place(zone: str) -> ZoneInfo:
    """Give a time zone by its name; the common one where it is known no more."""
    try:
        return ZoneInfo(zone)
    except ZoneInfoNotFoundError:
        return ZoneInfo("UTC")
