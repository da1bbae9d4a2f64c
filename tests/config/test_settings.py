import os
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from config.settings import Settings, SettingsError

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


def test_admins_are_ids_joined_by_commas_and_none_means_nobody():
    assert Settings(admins="12, 34,,").admins == (12, 34)
    assert Settings(admins="").admins == ()
    assert Settings().admins == ()


@pytest.mark.parametrize("ids", ["anna", "12;34", "-5", "1.5", "１２"])
def test_what_is_no_user_id_is_refused_by_name(ids):
    with pytest.raises(ValidationError, match=f"as /id tells them; '{ids}' is none"):
        Settings(admins=f"1,{ids}")


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("https://api.telegram.org", "https://api.telegram.org"),
        (" http://127.0.0.1:8081/ ", "http://127.0.0.1:8081"),
        ("http://host/base", "http://host/base"),
    ],
)
def test_the_server_is_an_address_without_a_slash_at_the_end(url, taken):
    assert Settings(api_url=url).api_url == taken


@pytest.mark.parametrize("url", ["api.telegram.org", "ftp://x", "https://", "http://x?y=1"])
def test_what_is_no_server_is_refused(url):
    with pytest.raises(ValidationError, match="must be the address of a Bot API server"):
        Settings(api_url=url)


TOKEN = "123456:ABC-def_1"  # noqa: S105 - opens nothing


def test_the_token_stands_in_the_setting_or_in_a_file(tmp_path):
    (tmp_path / "token").write_text(f"\ufeff{TOKEN}\n", "utf-8")

    assert Settings(token=TOKEN).secret() == TOKEN
    assert Settings(token_file=tmp_path / "token").secret() == TOKEN


def test_the_token_is_not_shown_with_the_settings():
    assert "ABC-def" not in repr(Settings(token=TOKEN))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        pytest.param({}, "TREATY_DIGEST_TOKEN is not set. Get a token from @BotFather", id="none"),
        pytest.param({"token": "hello"}, "TREATY_DIGEST_TOKEN holds no token", id="no token"),
        pytest.param(
            {"token_file": Path("/nowhere/token")},
            "TREATY_DIGEST_TOKEN_FILE: /nowhere/token cannot be read (No such file or directory).",
            id="no file",
        ),
        pytest.param({"token_file": Path("/")}, "TREATY_DIGEST_TOKEN_FILE: / cannot", id="folder"),
    ],
)
def test_a_missing_token_is_explained_without_showing_what_was_there(given, sentence):
    with pytest.raises(SettingsError) as refused:
        Settings(**given).secret()

    assert str(refused.value).startswith(sentence)
    assert "hello" not in str(refused.value)


@pytest.mark.parametrize(("given", "rate"), [("30", 30), (" 5 ", 5), ("0", 0), (12, 12)])
def test_the_rate_is_a_number_of_messages_a_second(given, rate):
    assert Settings(rate=given).rate == rate


def test_thirty_a_second_is_what_telegram_takes():
    assert Settings().rate == 30


@pytest.mark.parametrize("given", ["fast", "-1", "2.5", "３０", "1e3"])
def test_what_is_no_rate_is_refused(given):
    with pytest.raises(ValidationError, match="must be a whole number of messages a second"):
        Settings(rate=given)
