import os
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from config.settings import Settings

HERE = Path(__file__).parents[2]
READ = """
from config import settings
try:
    found = settings.read()
except settings.SettingsError as error:
    print(error)
else:
    print(found.database.as_posix(), found.timezone, found.config)
"""


@pytest.fixture
def read(tmp_path):
    """Read the settings in a process of its own, in an empty folder."""

    def said(env_file=None, **environment):
        if env_file is not None:
            (tmp_path / ".env").write_bytes(env_file)
        clean = {k: v for k, v in os.environ.items() if not k.startswith("TREATY_DIGEST_")}
        given = {f"TREATY_DIGEST_{key}": value for key, value in environment.items()}
        done = subprocess.run(  # noqa: S603 -- our own interpreter and text
            [sys.executable, "-c", READ],
            env=clean | {"PYTHONPATH": str(HERE), "PYTHONIOENCODING": "utf-8"} | given,
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    return said


DEFAULTS = "data/library.db UTC None"


def test_with_nothing_set_every_setting_has_a_value_that_works(read):
    assert read() == DEFAULTS


def test_a_variable_set_to_nothing_is_not_set(read):
    assert read(CONFIG="", TIMEZONE="", DATABASE="") == DEFAULTS


def test_the_environment_is_read(read, tmp_path):
    found = read(DATABASE="news.db", TIMEZONE="Asia/Seoul", CONFIG=str(tmp_path))

    assert found == f"news.db Asia/Seoul {tmp_path}"


@pytest.mark.parametrize(
    "mark", [pytest.param(b"", id="plain"), pytest.param(b"\xef\xbb\xbf", id="BOM")]
)
def test_a_file_env_is_read(read, mark):
    assert read(mark + b"TREATY_DIGEST_TIMEZONE=Asia/Seoul\nOTHER=1\n") == (
        "data/library.db Asia/Seoul None"
    )


def test_the_environment_goes_before_the_file(read):
    assert read(b"TREATY_DIGEST_TIMEZONE=Asia/Seoul\n", TIMEZONE="Europe/Vienna") == (
        "data/library.db Europe/Vienna None"
    )


def test_a_file_env_in_another_encoding_is_told_as_such(read):
    assert read("TREATY_DIGEST_DATABASE=Ä".encode("latin-1")) == (
        ".env: byte 23 is not UTF-8; save the file as UTF-8."
    )


def test_every_setting_that_cannot_be_used_is_named_with_what_to_write(read):
    first, second = read(TIMEZONE="Europe/Viena", CONFIG="nowhere").splitlines()

    assert first.startswith("TREATY_DIGEST_TIMEZONE must be a time zone such as Europe/Vienna or ")
    assert first.endswith("; 'Europe/Viena' is none.")
    assert second == "TREATY_DIGEST_CONFIG must be a folder of catalogue files; nowhere is none."


@pytest.mark.parametrize(
    ("zone", "offered"),
    [
        pytest.param("Moscow", "Europe/Moscow", id="a city"),
        pytest.param("europe/vienna", "Europe/Vienna", id="small letters"),
        pytest.param("UTC\x00", "UTC", id="a character nobody sees"),
        pytest.param("xyzzy", "Europe/Vienna", id="nothing like it"),
        pytest.param("../../etc/passwd", "Europe/Vienna", id="a path"),
        pytest.param("", "Europe/Vienna", id="nothing"),
    ],
)
def test_what_is_no_time_zone_is_refused_and_another_offered(zone, offered):
    with pytest.raises(ValidationError, match=f"must be a time zone such as {offered}"):
        Settings(timezone=zone)


def test_a_time_zone_may_be_handed_in_ready():
    assert Settings(timezone=ZoneInfo("Asia/Seoul")).timezone.key == "Asia/Seoul"


def test_settings_do_not_change():
    with pytest.raises(ValidationError, match="frozen"):
        Settings().database = Path("elsewhere.db")
