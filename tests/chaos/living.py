"""A bot on a library in a file, in a Telegram that can be out of reach; time passes as told."""

import contextlib
import datetime as dt
import json
from collections import Counter
from zoneinfo import ZoneInfo

from talking import House, WatchedDoor
from telegram.error import NetworkError

from bot.clock import MovableClock
from bot.context import Services
from bot.render import wire
from bot.render.text import Text
from bot.stand_in.telegram import StandIn
from digests import desk, schedule
from digests.errors import LibraryError
from digests.library import Library
from digests.library.letters import New
from digests.models import Article, Filter
from digests.subscriptions import LetterKind, Part, Schedule, Span

START = dt.datetime(2026, 12, 1, 5, tzinfo=dt.UTC)  # a Tuesday
OPERATOR, FIRST = 1, 100
MUCH = 1_000_000  # pages
SCHEDULES = {
    "daily": Schedule((dt.time(9),)),
    "thrice": Schedule((dt.time(6), dt.time(12), dt.time(18))),
    "weekly": Schedule((dt.time(9),), ("fri",)),
    "monthly": Schedule((dt.time(9),), monthday=15),
    "at once": Schedule(),
}
BAD_GATEWAY = 502, b'{"ok":false,"error_code":502,"description":"Bad Gateway"}'


class Line(WatchedDoor):
    """The way to Telegram: while it is *down* nothing arrives, and nothing at a *broken* chat."""

    down = None
    broken = None

    async def do_request(self, url, method, request_data=None, *timeouts, **named):
        if self.down == "refused":
            raise NetworkError("Connection refused; nothing was sent")
        chat = request_data.parameters.get("chat_id") if request_data else None
        if self.down or (chat and chat == self.broken):
            return BAD_GATEWAY
        return await super().do_request(url, method, request_data, *timeouts, **named)


class Life:
    """The bot, its clock and its readers: one of each schedule, numbered in their order."""

    def __init__(self, path, catalogue, rate=0):
        self.rate = rate
        self._path = path
        self._catalogue = catalogue
        self.clock = MovableClock(START)
        self.world = StandIn(now=self.clock.now)
        self.world.person(OPERATOR, "Olga")
        self.chats = {}
        self.everybody = []
        self.full = False
        self.published = []
        self.house = None

    @property
    def library(self):
        return self.house.services.library

    @property
    def line(self):
        return self.house.door

    async def begin(self):
        """Start the bot, on the library as it lies there."""
        library = Library.open(self._path)
        if self.full:
            use_up(library)
        desk.introduce(self._catalogue, library)
        services = Services(self._catalogue, library, self.clock)
        self.house = House(services, self.world, operators=(OPERATOR,), rate=self.rate)
        self.house.door = Line(self.world)
        await self.house.open()

    async def end(self):
        """Stop it."""
        if self.house:
            house, self.house = self.house, None
            await house.close()
            house.services.library.close()

    def subscribe(self, *names):
        """Let one more reader subscribe to all there is, for each name of a schedule."""
        for name in names:
            chat = self.chats[name] = FIRST + len(self.everybody)
            self.everybody.append(chat)
            self.world.person(chat, f"Reader {name}")
            self.keep(chat, name)

    def keep(self, chat, name):
        """Keep a subscription of a chat; give its number."""
        now = self.clock.now()
        self.library.chats.meet(chat, self.world.chat(chat).kind, f"Reader {name}", now)
        more = "UTC", Filter(), "en_GB", None, now, self.following(name)
        return self.library.subscriptions.add(chat, None, SCHEDULES[name], *more).id

    def write(self, chats, texts, subscription=None):
        """Put a letter of such parts into the outbox for each chat."""
        now = self.clock.now()
        parts = [Part(json.dumps(wire.message(Text(words)))) for words in texts]
        span = Span(Filter(), 0, 0, "en_GB", now.date(), now.date())
        body = self.library.bodies.add(None, span, parts, now)
        kind, number = LetterKind.EDITION, len(texts)
        self.library.outbox.enqueue(
            [New(kind, chat, None, body.id, number, subscription=subscription) for chat in chats],
            now,
        )

    def publish(self, number=1):
        """Publish news, each under a headline of its own."""
        for _ in range(number):
            name = f"News {len(self.published) + 1:03d}"
            article = Article(
                id=name.lower().replace(" ", "-"),
                treaty=self._catalogue.default.id,
                headline=name,
                outlet="TASS",
                published=self.clock.now().date(),
            )
            desk.publish(article, self._catalogue, self.library, self.clock.now(), by="an editor")
            self.published.append(name)

    async def pass_time(self, steps, **step):
        """Move the clock step by step, the bot doing what is due at each."""
        for _ in range(steps):
            await self.house.pass_time(**step)

    def editions(self, name):
        """Give the editions a reader has got, by the schedule's name."""
        return self.texts(self.chats[name])

    def news(self, name):
        """Count the headlines a reader has got."""
        editions = self.editions(name)
        return Counter(news for news in self.published for text in editions if news in text)

    def next(self, name):
        """Tell when a reader is owed an edition again."""
        [subscription] = self.library.subscriptions.of_chat(self.chats[name])
        return subscription.next

    def following(self, name):
        """Tell when a reader who subscribes now will be."""
        return schedule.following(SCHEDULES[name], ZoneInfo("UTC"), self.clock.now())

    def texts(self, chat):
        """Give what stands in a chat, by the bot."""
        return [each["text"] for each in self.world.sent if each["chat"]["id"] == chat]

    @property
    def left(self):
        """Count letters that wait, are held, and are dead."""
        backlog = self.library.outbox.counts()
        return backlog.waiting, backlog.held, backlog.dead

    def fill_up(self):
        """Leave no room on the disk: the file cannot grow, and has no free pages."""
        use_up(self.library)

    def make_room(self):
        """Let the file grow again."""
        self.library._connection.run(f"PRAGMA max_page_count={MUCH}")  # noqa: SLF001


def use_up(library):
    """Let a library have all the pages it will get, and none of them free."""
    connection = library._connection  # noqa: SLF001 - to break it
    connection.run("CREATE TABLE IF NOT EXISTS padding (bytes)")
    connection.run(f"PRAGMA max_page_count={connection.value('PRAGMA page_count')}")
    for page in (4_000, 2_000, 1_000):
        with contextlib.suppress(LibraryError):
            while True:
                connection.run("INSERT INTO padding VALUES (zeroblob(?))", page)
