"""What is asked, as updates: the same questions in the same order for every library."""

import random
import re
from collections.abc import Callable
from functools import partial
from itertools import count

from benchmarks.library import SEED, TOPIC, Zipf, speakers, vocabulary
from benchmarks.server import Json
from config import catalogue as catalogues

PER_CHAT = 15  # questions; the bot asks a chat to slow down from twenty a minute on
WELL_KNOWN = 150  # speakers who are quoted in the smallest library too
HALF = 0.5
COMMAND = re.compile(r"^/\w+ ?")
LISTED = 5  # articles, where /latest is not told how many

Question = Callable[[], str]


class Readers:
    """Turns words into updates; each chat asks a few and then falls silent."""

    def __init__(self) -> None:
        self._asked = count(PER_CHAT)

    def message(self, text: str, chat: int | None = None) -> Json:
        """Let somebody write a message in a private chat."""
        number = next(self._asked)
        chat = chat or number // PER_CHAT
        command = text.partition(" ")[0]
        entity = {"type": "bot_command", "offset": 0, "length": len(command)}
        return {
            "message": {
                "message_id": number,
                "date": 1_700_000_000,
                "chat": {"id": chat, "type": "private", "first_name": "Reader"},
                "from": _person(chat),
                "text": text,
                "entities": [entity] if command.startswith("/") else [],
            }
        }

    def inline(self, text: str) -> Json:
        """Let somebody type after the name of the bot."""
        number = next(self._asked)
        person = _person(number // PER_CHAT)
        return {"inline_query": {"id": str(number), "from": person, "query": text, "offset": ""}}


def _person(number: int) -> Json:
    return {"id": number, "is_bot": False, "first_name": "Reader", "language_code": "en"}


class Spellings:
    """Writes each question as nobody has before; what it asks for stays the same."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def of(self, question: Question) -> Question:
        """Give the same questions in ever new spellings."""
        return lambda: self.new(question())

    def new(self, text: str) -> str:
        """Spell a question anew."""
        self._used.add(text)
        spelt = next(
            each for each in map(partial(_spelt, text), count(1)) if each not in self._used
        )
        self._used.add(spelt)
        return spelt


def _spelt(text: str, number: int) -> str:
    """Write in capitals the letters at a number's bits; dots, or noughts, tell the rest of it."""
    command = "".join(COMMAND.findall(text))
    words = text.removeprefix(command)
    if not words:
        return f"{text} {'0' * number}{LISTED}"
    spelt = (w.upper() if number >> n & 1 else w.lower() for n, w in enumerate(words))
    return command + "".join(spelt) + "." * (number >> len(words))


class Interests:
    """What readers want to know, each time a little different."""

    def __init__(self) -> None:
        self._dice = dice = random.Random(SEED)  # noqa: S311 - no secret
        self._speakers = Zipf(speakers()[:WELL_KNOWN], dice)
        clauses = [each.slug for each in catalogues.load(None).default.clauses]
        self._clauses = Zipf(sorted(clauses, key=lambda slug: slug != "assistance"), dice)
        self._words = Zipf(vocabulary()[100:5000], dice)

    def commands(self) -> dict[str, Question]:
        """Give the commands that are measured."""
        return {
            "/expert": lambda: f"/expert {self.surname()}",
            "/clause": lambda: f"/clause {self._clauses.one()}",
            "/search": lambda: f"/search {self.words()}",
            "/latest": lambda: "/latest",
        }

    def surname(self) -> str:
        """Name a speaker by the last name, as people do."""
        return self._speakers.one().rpartition(" ")[2]

    def words(self) -> str:
        """Give words to search for: every second time the pair that most articles hold."""
        if self._dice.random() < HALF:
            return TOPIC
        return " ".join(self._words.some(self._dice.randint(1, 2)))
