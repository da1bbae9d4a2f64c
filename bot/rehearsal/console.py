"""One rehearsal: what the person types goes to the bot, what the bot does is written down."""

import asyncio
import mimetypes
from collections.abc import AsyncIterable, AsyncIterator, Callable, Collection, Iterable
from pathlib import Path
from typing import Any, assert_never

from telegram import Update
from telegram.request import BaseRequest

from bot.clock import MovableClock
from bot.rehearsal import lines as script
from bot.rehearsal import stage
from bot.rehearsal.lines import Wish
from bot.rehearsal.running import AnyApplication, finished, nothing, running, steps
from bot.rehearsal.scene import Scene
from bot.rehearsal.transcript import Transcript, buttons
from bot.stand_in.arguments import Upload
from bot.stand_in.door import Door
from bot.stand_in.happenings import pieces
from bot.stand_in.telegram import StandIn


async def rehearse(
    build: Callable[[BaseRequest], AnyApplication],
    stand_in: StandIn,
    lines: Iterable[str] | AsyncIterable[str],
    write: Callable[[str], None],
    *,
    clock: MovableClock,
    prompt: bool,
) -> None:
    """Let a person talk to the bot until the lines end.

    Args:
        build: Makes the Application from the request it is to use; it needs no updater.
        stand_in: Its Telegram; its ``now`` should be the clock's.
        lines: What is typed, with or without line ends; asynchronous where reading may wait.
        write: Is handed the conversation piece by piece, line ends included.
        clock: The clock the bot was built with; ``!clock`` moves it.
        prompt: Whether somebody sits at a terminal: a prompt is written, and their own lines
            are not repeated.
    """
    stage.furnish(stand_in)
    async with running(build(Door(stand_in))) as application:
        console = Console(application, stand_in, clock, Transcript(write), prompt=prompt)
        await console.follow(_flowing(lines))


class Console:
    """Takes lines one by one and does what each means."""

    def __init__(
        self,
        application: AnyApplication,
        stand_in: StandIn,
        clock: MovableClock,
        transcript: Transcript,
        *,
        prompt: bool,
    ) -> None:
        self._application = application
        self._stand_in = stand_in
        self._clock = clock
        self._transcript = transcript
        self._prompt = prompt
        self._scene = Scene(stand_in)
        self._pasted: list[str] | None = None

    async def follow(self, lines: AsyncIterator[str]) -> None:
        """Take the lines to their end; a paste that was never ended is sent then."""
        await self._settle()
        self._ask()
        async for line in lines:
            await self._take(line.rstrip("\r\n"))
            self._ask()
        if self._prompt:
            self._transcript.leave()
        if self._pasted:
            await self._say("\n".join(self._pasted))

    async def _take(self, line: str) -> None:
        pasted = self._pasted
        if not self._prompt and (line.strip() or pasted is not None):
            self._transcript.typed(line)
        if pasted is None:
            if line.strip():
                await self._do(script.read(line))
        elif line.strip() == "!end":
            self._pasted = None
            await self._say("\n".join(pasted))
        else:
            pasted.append(line)

    async def _do(self, wish: Wish) -> None:
        match wish:
            case script.Say(text):
                await self._say(text)
            case script.Press(number):
                await self._press(number)
            case script.SendFile(path, caption):
                await self._send_file(path, caption)
            case script.Paste():
                self._pasted = []
            case script.GoTo(place):
                self._scene.go_to(place)
            case script.SpeakAs(role):
                self._scene.role = role
            case script.Advance() | script.SetClock():
                await self._turn_clock(wish)
            case script.Explain(text):
                self._transcript.told(text)
            case _:
                assert_never(wish)

    async def _turn_clock(self, wish: script.Advance | script.SetClock) -> None:
        try:
            match wish:
                case script.Advance(span):
                    for _ in steps(self._clock, span):
                        await self._settle()
                case script.SetClock(instant):
                    self._clock.set(instant)
        except OverflowError:
            self._transcript.told("The clock does not go that far.")
        await self._settle()

    async def _say(self, text: str) -> None:
        sent = pieces(text)
        for number, piece in enumerate(sent, start=1):
            await self._feed(self._scene.say(piece), more=number < len(sent))

    async def _press(self, number: int) -> None:
        message = self._scene.last(buttons)
        if message is None:
            self._transcript.told("No message here has buttons.")
            return
        under = buttons(message)
        if not 1 <= number <= len(under):
            self._transcript.told(f"The buttons of that message go from 1 to {len(under)}.")
            return
        await self._use(message, under[number - 1])

    async def _use(self, message: dict[str, Any], button: dict[str, Any]) -> None:
        match button:
            case {"url": url}:
                self._transcript.told(f"(opens) {url}")
            case {"copy_text": {"text": text}}:
                self._transcript.told(f"(copies) {text}")
            case {"callback_data": data}:
                await self._feed(self._scene.press(message, data))
            case _:
                self._transcript.told("That button starts an inline question, not shown here.")

    async def _send_file(self, path: str, caption: str) -> None:
        if self._scene.in_channel:
            self._transcript.told("Files are sent in private chats, groups and topics.")
            return
        try:
            update = self._scene.hand_over(_read(path), caption)
        except (OSError, ValueError) as error:
            self._transcript.told(f"The file cannot be sent: {error}.")
            return
        await self._feed(update)

    async def _feed(self, update: dict[str, Any], *, more: bool = False) -> None:
        if not self._stand_in.sees(update):
            self._transcript.told("(in groups the bot sees only commands and replies to it)")
            return
        parsed = Update.de_json(update, self._application.bot)
        work = self._application.process_update(parsed)
        await finished(self._clock, work, self._apart, more=more)
        self._show()

    @property
    def _apart(self) -> Collection[asyncio.Future[None]]:
        """What the bot has begun and goes on with by itself."""
        apart = self._application.bot_data.get("apart")
        return apart.tasks if apart else ()

    async def _settle(self) -> None:
        await finished(self._clock, nothing(), self._apart)
        self._show()

    def _show(self) -> None:
        for text in self._scene.news():
            self._transcript.told(text)

    def _ask(self) -> None:
        if self._prompt:
            self._transcript.ask("... " if self._pasted is not None else f"{self._scene.name}> ")


async def _flowing(lines: Iterable[str] | AsyncIterable[str]) -> AsyncIterator[str]:
    if isinstance(lines, AsyncIterable):
        async for line in lines:
            yield line
    else:
        for line in lines:
            yield line


def _read(path: str) -> Upload:
    file = Path(path).expanduser()
    mime_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return Upload(file.name, file.read_bytes(), mime_type)
