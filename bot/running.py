"""``treaty-digest run``: poll for updates until a signal ends it."""

import asyncio
import gc
import logging
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout
from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot import updates
from bot.app import App
from bot.clock import Clock
from bot.context import Context, Services, seconds_of
from bot.menus import Menus
from bot.objections import telling

log = logging.getLogger(__name__)

T = TypeVar("T")
LONG_POLL = 50  # seconds; Telegram caps it there
WAITS = (1, 2, 4, 8, 15, 30)  # seconds between tries while a server cannot be reached
CONFLICT_PATIENCE = 12  # tries; a former process may take a while to let go
# Turns of the loop from an update in the queue to its answer on the wire: PTB's queue, its task,
# our order within a chat, the handler, the request. The next poll then waits behind the answers.
TURNS = 8
GLANCE = 1  # second; whoever only looks whether a run is on holds the lock for an instant
LAST_MOMENTS = 10  # seconds for handlers to finish once a signal came
WANTED = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY, Update.MY_CHAT_MEMBER]


class RunRefused(Exception):  # noqa: N818 - reads as what it is where it is raised
    """The bot cannot run; the message says why and what to do."""


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Hold the run lock of a library.

    Raises:
        RunRefused: another run holds it.
    """
    lock = FileLock(f"{database}.lock")
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=GLANCE)
    except Timeout as error:
        raise RunRefused(
            f"A run on {database} is on already. Stop it first, or name another library."
        ) from error
    except OSError as error:
        raise RunRefused(
            f"{database} cannot be used ({error.strerror}). Name a place that may be written to."
        ) from error
    try:
        yield
    finally:
        lock.release()


def is_on(database: Path) -> bool:
    """Tell whether a run on a library is on."""
    lock = FileLock(f"{database}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False


def settle() -> None:
    """Keep what is there by now for good: looking through it all for garbage stops the loop."""
    gc.freeze()


async def run(application: App, services: Services, admins: tuple[int, ...]) -> None:
    """Answer until SIGTERM or SIGINT comes; then finish what is in hand.

    Raises:
        RunRefused: the token is wrong, a webhook is set, or another program polls.
    """
    ending = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ending.set)
    polling = Polling(application, services.clock, ending)
    try:
        if await polling.connect():
            if application.post_init:
                await application.post_init(application)
            await application.start()
            greeting = asyncio.create_task(_greet(application, services, admins))
            log.info("running", extra={"bot": application.bot.username})
            await polling.poll()
            greeting.cancel()
    finally:
        await _finish(application)


async def _greet(application: App, services: Services, admins: tuple[int, ...]) -> None:
    """Tell readers what they are still to hear, and set the menus."""
    await telling.resume(Context(application))
    menus: Menus = application.bot_data["menus"]
    await menus.show(
        application.bot, admins, [editor.user for editor in services.library.staff.all()]
    )


async def _finish(application: App) -> None:
    if application.running:
        delivered = asyncio.ensure_future(_deliver_the_last(application))
        try:
            async with asyncio.timeout(LAST_MOMENTS):
                await application.stop()
        except TimeoutError:
            log.warning("stopped before all handlers were done")
        await delivered
        log.info("stopped")
    await application.shutdown()
    await application.bot.shutdown()  # an application that never came up leaves it open


async def _deliver_the_last(application: App) -> None:
    if application.post_stop:
        await application.post_stop(application)


class Polling:
    """Fetches updates; what can heal is waited for, what cannot is refused in one sentence."""

    def __init__(self, application: App, clock: Clock, ending: asyncio.Event) -> None:
        self._application = application
        self._clock = clock
        self._ending = ending
        self._failures = 0
        self._conflicts = 0

    async def connect(self) -> bool:
        """Make sure that this bot may poll; False where a signal came first."""
        if not await self._persistently(self._application.initialize):
            return False
        webhook = await self._bot_call(self._application.bot.get_webhook_info)
        if webhook is not None and webhook.url:
            raise RunRefused(
                "A webhook is set for this bot, so nothing can be polled. Remove it "
                "(deleteWebhook), or stop the program that uses it."
            )
        return webhook is not None

    async def _persistently(self, call: Callable[[], Awaitable[object]]) -> bool:
        async def done() -> bool:
            await call()
            return True

        return bool(await self._bot_call(done))

    async def _bot_call(self, call: Callable[[], Awaitable[T]]) -> T | None:
        """Call until it works or a signal comes (None)."""
        while not self._ending.is_set():
            try:
                answer = await self._unless_ending(call())
            except TelegramError as error:
                await self._wait_after(error)
            else:
                self._failures = self._conflicts = 0
                return answer
        return None

    async def _unless_ending(self, call: Awaitable[T]) -> T | None:
        work = asyncio.ensure_future(call)
        end = asyncio.ensure_future(self._ending.wait())
        await asyncio.wait({work, end}, return_when=asyncio.FIRST_COMPLETED)
        end.cancel()
        if work.done():
            return work.result()
        work.cancel()
        return None

    async def _wait_after(self, error: TelegramError) -> None:
        """Wait as long as is due after a failure, or refuse to go on."""
        match error:
            case InvalidToken():
                raise RunRefused(
                    "Telegram does not know this token. Copy it again from @BotFather into "
                    "TREATY_DIGEST_TOKEN."
                ) from None
            case Conflict():
                self._refuse_lasting_conflict()
            case RetryAfter():
                await self._pause(seconds_of(error))
                return
            case NetworkError():
                pass
            case _:
                raise error
        wait = WAITS[min(self._failures, len(WAITS) - 1)]
        self._failures += 1
        log.warning("cannot reach the server", extra={"error": error.message, "again_in": wait})
        await self._pause(wait)

    def _refuse_lasting_conflict(self) -> None:
        self._conflicts += 1
        if self._conflicts > CONFLICT_PATIENCE:
            raise RunRefused(
                "Another program polls with this token. Stop it, or get a new token from "
                "@BotFather."
            )

    async def _pause(self, seconds: float) -> None:
        await self._unless_ending(self._clock.sleep(seconds))

    async def poll(self) -> None:
        """Fetch updates and hand them over until a signal comes."""
        application, offset = self._application, 0
        while not self._ending.is_set():
            fetched = await self._bot_call(lambda: self._fetch(offset))  # noqa: B023
            readable, further = fetched or ((), None)
            for update in readable:
                await application.update_queue.put(update)
            offset = further or offset
            await self._let_work_begin()
        await self._confirm(offset)

    async def _let_work_begin(self) -> None:
        """Let what has been handed over be answered before the server is asked for more."""
        for _ in range(TURNS):
            await asyncio.sleep(0)

    async def _fetch(self, offset: int) -> tuple[list[Update], int | None]:
        patience = LONG_POLL + 10
        return await updates.fetch(
            self._application.bot,
            patience,
            offset=offset,
            timeout=LONG_POLL,
            allowed_updates=WANTED,
        )

    async def _confirm(self, offset: int) -> None:
        """Tell Telegram what was fetched, lest the next run be given it again."""
        try:
            await updates.fetch(self._application.bot, offset=offset, limit=1, timeout=0)
        except TelegramError as error:
            log.warning("updates not confirmed", extra={"error": error.message})
