import re
from pathlib import Path

import pytest

from bot.__main__ import app
from bot.menu import COMMANDS
from config.settings import PREFIX, Settings
from digests.answers.question import KEYS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_stands_in_the_readme(command):
    assert re.search(rf"^\| `/{command.name}\b", README, re.MULTILINE)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_stands_in_the_readme(name):
    assert f"| `{PREFIX}{name.upper()}` |" in README


def test_the_readme_names_no_setting_that_is_not_there():
    named = set(re.findall(rf"{PREFIX}([A-Z_]+)", README))

    assert named == {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("key", KEYS)
def test_every_filter_stands_in_the_readme(key):
    assert f"`{key}:" in README


@pytest.mark.parametrize("name", [each.name for each in app.registered_commands])
def test_every_console_command_stands_in_the_readme(name):
    assert f"treaty-digest {name or ''}" in README or f"make {name}" in README


@pytest.mark.parametrize("target", re.findall(r"\bmake ([a-z]+)", README))
def test_every_make_target_of_the_readme_exists(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "file", re.findall(r"`((?:config|digests|bot|seeds|tests)/[\w./]+)`", README)
)
def test_every_file_the_readme_names_exists(file):
    assert (ROOT / file).exists()


def test_the_tests_run_by_ci_are_those_of_the_readme():
    assert "\nmake test\n" in (ROOT / ".ci/run").read_text("utf-8")
    assert re.search(r"^make test ", README, re.MULTILINE)
