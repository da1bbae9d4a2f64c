"""The rules of the house, held by reading every module."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
OURS = ("config", "digests", "bot", "seeds")

MODELS = {f"digests.{room}" for room in "models addresses drafts errors subscriptions".split()}
PURE = {
    f"digests.{room}"
    for room in "records drafting intake review roles schedule zones editions".split()
}
LIBRARY = {"digests.library"}
USE_CASES = {"digests.answers", "digests.desk", "digests.press", "digests.subscribing"}
MAY_LEAN_ON = (
    dict.fromkeys(MODELS, MODELS)
    | dict.fromkeys(PURE, MODELS | PURE)
    | dict.fromkeys(LIBRARY, MODELS | LIBRARY)
    | dict.fromkeys(USE_CASES, MODELS | PURE | LIBRARY | USE_CASES)
)
READS_THE_CLOCK = {"now", "utcnow", "today"}
TIME = set(
    "time time_ns monotonic monotonic_ns perf_counter perf_counter_ns gmtime localtime".split()
)


class Module(NamedTuple):
    """A module by its dotted name, with its syntax tree."""

    name: str
    tree: ast.Module

    def within(self, *rooms):
        return any(inside(self.name, room) for room in rooms)

    def imports(self) -> Iterator[str]:
        """Give the dotted name of everything imported, also inside functions."""
        for node in ast.walk(self.tree):
            match node:
                case ast.Import(names):
                    yield from (alias.name for alias in names)
                case ast.ImportFrom(module, names, level):
                    start = ".".join(self.name.split(".")[: -(level or 0)]) if level else ""
                    source = ".".join(filter(None, [start, module]))
                    yield from (f"{source}.{alias.name}" for alias in names)

    def dotted(self) -> Iterator[str]:
        """Give every expression of names and dots, such as ``dt.datetime.now``."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute):
                yield ast.unparse(node)

    def calls(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func)


def inside(name, room):
    return name == room or name.startswith(f"{room}.")


def room(name):
    """Give the room a name belongs to: ``digests.library`` for ``digests.library.names.Names``."""
    return ".".join(name.split(".")[:2])


def is_ours(name):
    return name.split(".")[0] in OURS


def only(wanted: str, *rooms: str) -> Callable[[Module], list[str]]:
    """Make the rule that only *rooms* import *wanted*."""

    def rule(module):
        if module.within(*rooms):
            return []
        return [name for name in module.imports() if inside(name, wanted)]

    return rule


def floors(module):
    allowed = {
        "config": {"config"},
        "digests": {"config", "digests"},
        "bot": {"config", "digests", "bot", "seeds"},
        "seeds": set(),
    }[module.name.split(".")[0]]
    return [
        name for name in module.imports() if is_ours(name) and name.split(".")[0] not in allowed
    ]


def newsroom_leans_down(module):
    here = room(module.name)
    if here == "digests" or not module.within("digests"):
        return []
    leans = {room(name) for name in module.imports() if inside(name, "digests")}
    return sorted(leans - MAY_LEAN_ON[here]) if here in MAY_LEAN_ON else [f"no such room: {here}"]


def newsroom_knows_no_outside(module):
    outside = ("telegram", "apscheduler", "asyncio", "os", "config.settings")
    if not module.within("digests"):
        return []
    return [name for name in module.imports() if any(inside(name, out) for out in outside)]


def library_leans_on_folding_alone(module):
    if not module.within("digests.library"):
        return []
    config = [name for name in module.imports() if inside(name, "config")]
    return [name for name in config if not inside(name, "config.folding")]


def no_handler_imports_another(module):
    if not module.within("bot.commands"):
        return []
    return [name for name in module.imports() if inside(name, "bot.commands")]


def stand_in_stands_alone(module):
    if not module.within("bot.stand_in"):
        return []
    return [n for n in module.imports() if is_ours(n) and not inside(n, "bot.stand_in")]


def main_reads_the_environment(module):
    if module.within("bot.__main__", "config.settings"):
        return []
    names = [*module.imports(), *module.dotted()]
    found = [name for name in names if name.split(".")[-1] in {"environ", "environb", "getenv"}]
    found += [name for name in names if name in {"config.settings", "config.settings.read"}]
    return found + [name for name in module.calls() if name.split(".")[-1] == "Settings"]


def clock_tells_the_time(module):
    if module.within("bot.clock"):
        return []
    asked = [name.split(".") for name in module.dotted()]
    found = [
        ".".join(name)
        for name in asked
        if (name[-1] in READS_THE_CLOCK and name[-2] in {"datetime", "date"})
        or (name[-1] in TIME and name[-2] == "time")
    ]
    found += [name for name in module.imports() if name in {f"time.{each}" for each in TIME}]
    started = module.within("bot.__main__")
    return found + [n for n in module.imports() if n.endswith(".SystemClock") and not started]


RULES = {
    "each floor leans on those below": floors,
    "the newsroom leans from use cases to library to pure modules to models": newsroom_leans_down,
    "the newsroom knows neither Telegram nor loop nor environment": newsroom_knows_no_outside,
    "the library leans on folding alone of config": library_leans_on_folding_alone,
    "only the library knows SQL": lambda module: (
        only("sqlite3", "digests.library")(module)
        + only("sqlite_utils", "digests.library")(module)
    ),
    "only the bot knows Telegram": only("telegram", "bot"),
    "only render knows wording": lambda module: (
        only("gettext", "bot.render")(module) + only("babel", "bot.render")(module)
    ),
    "no handler imports another": no_handler_imports_another,
    "the stand-in stands alone": stand_in_stands_alone,
    "only the command line reads the environment": main_reads_the_environment,
    "only the clock tells the time": clock_tells_the_time,
}


def modules():
    for path in sorted(path for room in OURS for path in (ROOT / room).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        yield Module(name, ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_every_module_keeps_the_rules_of_the_house(rule):
    broken = {module.name: found for module in modules() if (found := rule(module))}

    assert broken == {}


def test_every_room_is_read():
    names = {module.name for module in modules()}

    assert {"config.catalogue", "digests", "digests.library.schema", "bot.__main__"} <= names


PLANTED = [
    ("each floor leans on those below", "config.x", "from digests.models import Article"),
    ("each floor leans on those below", "config.x", "import bot"),
    ("each floor leans on those below", "digests.x", "def f():\n    from bot import app"),
    ("each floor leans on those below", "seeds.x", "import config"),
    (
        "the newsroom leans from use cases to library to pure modules to models",
        "digests.models",
        "from digests.library import Library",
    ),
    (
        "the newsroom leans from use cases to library to pure modules to models",
        "digests.records",
        "import digests.library.names",
    ),
    (
        "the newsroom leans from use cases to library to pure modules to models",
        "digests.drafting.quotes",
        "from ..library import Library",
    ),
    (
        "the newsroom leans from use cases to library to pure modules to models",
        "digests.library.search",
        "from digests import records",
    ),
    (
        "the newsroom leans from use cases to library to pure modules to models",
        "digests.library.search",
        "from digests.answers.names import called",
    ),
    (
        "the newsroom leans from use cases to library to pure modules to models",
        "digests.helpers",
        "",
    ),
    (
        "the newsroom knows neither Telegram nor loop nor environment",
        "digests.desk",
        "import asyncio",
    ),
    (
        "the newsroom knows neither Telegram nor loop nor environment",
        "digests.desk",
        "from os import path",
    ),
    (
        "the newsroom knows neither Telegram nor loop nor environment",
        "digests.press",
        "from telegram.ext import Application",
    ),
    (
        "the newsroom knows neither Telegram nor loop nor environment",
        "digests.schedule",
        "import apscheduler.triggers.cron",
    ),
    (
        "the newsroom knows neither Telegram nor loop nor environment",
        "digests.desk",
        "from config.settings import Settings",
    ),
    (
        "the library leans on folding alone of config",
        "digests.library.search",
        "from config.catalogue import Catalogue",
    ),
    ("only the library knows SQL", "digests.desk", "import sqlite3"),
    ("only the library knows SQL", "bot.app", "from sqlite_utils import Database"),
    ("only the bot knows Telegram", "config.x", "import telegram"),
    ("only render knows wording", "bot.commands.clause", "from gettext import gettext"),
    (
        "no handler imports another",
        "bot.commands.clause",
        "from bot.commands.expert import expert",
    ),
    ("no handler imports another", "bot.commands.clause", "from . import expert"),
    ("the stand-in stands alone", "bot.stand_in.world", "from bot.app import build"),
    ("only the command line reads the environment", "bot.app", "import os\nos.environ['X']"),
    ("only the command line reads the environment", "bot.app", "from os import getenv"),
    ("only the command line reads the environment", "bot.app", "from config import settings"),
    (
        "only the command line reads the environment",
        "bot.house",
        "from config.settings import Settings\nSettings()",
    ),
    ("only the clock tells the time", "bot.app", "import datetime as dt\ndt.datetime.now(dt.UTC)"),
    ("only the clock tells the time", "digests.desk", "from datetime import date\ndate.today()"),
    ("only the clock tells the time", "bot.app", "import time\nx = [time.monotonic]"),
    ("only the clock tells the time", "bot.app", "from time import time"),
    ("only the clock tells the time", "bot.app", "from bot.clock import SystemClock"),
]


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [pytest.param(*planted, id=f"{planted[1]}: {planted[2]!r}") for planted in PLANTED],
)
def test_a_planted_breach_is_found(rule, name, source):
    assert RULES[rule](Module(name, ast.parse(source)))


def test_each_rule_has_a_planted_breach():
    assert {rule for rule, _, _ in PLANTED} == set(RULES)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        pytest.param("bot.house", "import time\ntime.sleep(1)", id="sleeping"),
        pytest.param("bot.house", "clock.now()\nservices.today()", id="asking the clock"),
        pytest.param("bot.house", "from config.settings import Settings", id="a type"),
        pytest.param(
            "bot.clock", "from datetime import UTC, datetime\ndatetime.now(UTC)", id="clock"
        ),
        pytest.param("digests.desk", "from digests.library import Library", id="leaning down"),
        pytest.param("digests.library.search", "from config import folding", id="folding"),
        pytest.param("bot.menu", "from bot.commands.clause import clause", id="the menu"),
    ],
)
def test_what_is_allowed_is_let_through(name, source):
    module = Module(name, ast.parse(source))

    assert [rule for rule, check in RULES.items() if check(module)] == []
