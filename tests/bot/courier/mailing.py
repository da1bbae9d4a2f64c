"""Letters put into an outbox, and a courier that takes them to a stand-in."""

import json

from digests.library.letters import New
from digests.models import Filter
from digests.subscriptions import LetterKind, Part, Schedule, Span

BUTTONS = {"inline_keyboard": [[{"text": "More", "callback_data": "1|x"}]]}


def content(text, *, buttons=False):
    """Write a part as the press does, its first word in bold type."""
    bold = {"type": "bold", "offset": 0, "length": len(text.split()[0])}
    written = {"text": text, "entities": json.dumps([bold])}
    return json.dumps(written | ({"reply_markup": json.dumps(BUTTONS)} if buttons else {}))


class Instead:
    """Something real, some of which is something else."""

    def __init__(self, real, **others):
        self.__dict__.update(others)
        self._real = real

    def __getattr__(self, name):
        return getattr(self._real, name)


class Mail:
    """An outbox and what comes of it."""

    def __init__(self, house):
        self.house = house
        self.world = house.stand_in
        self.clock = house.services.clock
        self.library = house.services.library
        self._last = 0

    def body(self, *texts, buttons=False):
        """Keep an edition of these parts; give its number."""
        day = self.clock.now().date()
        span = Span(Filter(), 0, 1, "en", day, day)
        parts = [Part(content(text, buttons=buttons)) for text in texts]
        return self.library.bodies.add(None, span, parts, self.clock.now()).id

    def put(self, chat, *texts, kind=LetterKind.EDITION, buttons=False, **more):
        """Put a letter into the outbox, also for a chat that nobody has met; give its number."""
        body = self.body(*texts, buttons=buttons)
        self.library.chats.meet(chat, self.world.chat(chat).kind, "Chat", self.clock.now())
        topic = more.pop("topic", None)
        new = New(kind, chat, topic, body, len(texts), **more)
        self.library.outbox.enqueue([new], self.clock.now())
        return self.last

    @property
    def last(self):
        """The number of the letter that was put in last."""
        while self.library.outbox.get(self._last + 1):
            self._last += 1
        return self._last

    def subscribe(self, chat, topic=None):
        """Let a chat subscribe to what happens; give the number of the subscription."""
        now = self.clock.now()
        self.library.chats.meet(chat, self.world.chat(chat).kind, "Forum", now)
        made = self.library.subscriptions.add(
            chat, topic, Schedule(), "UTC", Filter(), "en", None, now, None
        )
        return made.id

    def wake(self):
        """Let the courier look for letters."""
        self.house.application.bot_data["delivery"].wake()

    async def deliver(self):
        """Wake the courier, and wait until it rests."""
        self.wake()
        await self.house.settle()

    async def after(self, **span):
        """Let time pass, and wait until the courier rests."""
        await self.house.settle()
        await self.house.pass_time(**span)

    def texts(self, chat):
        """Give what stands in a chat, by the bot."""
        return [each["text"] for each in self.world.sent if each["chat"]["id"] == chat]

    def tries(self):
        """Count the calls that were to send something."""
        return len(self.house.sent)

    @property
    def counts(self):
        backlog = self.library.outbox.counts()
        return backlog.waiting, backlog.held, backlog.dead
