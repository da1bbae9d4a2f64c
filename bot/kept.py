"""Answers given lately, to be given again: many ask the same, and the library seldom changes."""

from collections.abc import Awaitable, Callable, Hashable

from bot.render.wire import Wire
from digests.library import Library

MOST = 512


class Kept:
    """The answers to questions, for as long as nothing at all is written to the library."""

    def __init__(self) -> None:
        self._answers: dict[Hashable, Wire] = {}
        self._version: Hashable = None

    def __len__(self) -> int:
        return len(self._answers)

    async def answer(
        self, question: Hashable, library: Library, answer: Callable[[], Awaitable[Wire]]
    ) -> Wire:
        """Give the kept answer to a question, or answer it now.

        Who asks must make no difference, and *question* must hold all else that does. Of too many
        answers the one gives way that was asked for longest ago.
        """
        version = library.version()
        if version != self._version:
            self._answers, self._version = {}, version
        given = self._answers.pop(question, None) or await answer()
        if library.version() == version == self._version:
            self._answers[question] = given
            if len(self._answers) > MOST:
                del self._answers[next(iter(self._answers))]
        return given
