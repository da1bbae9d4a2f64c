"""Settings: environment and ``.env``, with the prefix ``TREATY_DIGEST_``."""

import re
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from rapidfuzz import process

PREFIX = "TREATY_DIGEST_"
SERVER = re.compile(r"https?://[^\s/?#]+[^\s?#]*")
TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{1,128}")


class SettingsError(Exception):
    """A setting cannot be used; the message names it and says what to write."""


class Settings(BaseSettings):
    """How this bot runs; every setting has a default that works."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    token: SecretStr | None = None
    token_file: Path | None = None
    admins: Annotated[tuple[int, ...], NoDecode] = ()
    database: Path = Path("data/library.db")
    api_url: str = "https://api.telegram.org"
    timezone: Annotated[ZoneInfo, NoDecode] = ZoneInfo("UTC")
    rate: Annotated[int, NoDecode] = 30
    config: Path | None = None
    log: Literal["text", "json"] = "text"

    @field_validator("admins", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        ids = [part.strip() for part in value.split(",") if part.strip()]
        for part in ids:
            if not (part.isascii() and part.isdigit()):
                raise ValueError(
                    f"must be user ids joined by commas, as /id tells them; {part!r} is none"
                )
        return tuple(map(int, ids))

    @field_validator("timezone", mode="before")
    @classmethod
    def _zone(cls, value: object) -> object:
        if isinstance(value, ZoneInfo):
            return value
        known = available_timezones()
        if value in known:
            return ZoneInfo(str(value))
        near = process.extract(str(value), sorted(known), limit=3, score_cutoff=60)
        names = [name for name, _, _ in near] or ["Europe/Vienna"]
        raise ValueError(f"must be a time zone such as {' or '.join(names)}; {value!r} is none")

    @field_validator("rate", mode="before")
    @classmethod
    def _limit(cls, value: object) -> object:
        text = str(value).strip()
        if not (text.isascii() and text.isdigit()):
            raise ValueError(
                "must be a whole number of messages a second, or 0 for no limit; "
                f"{value!r} is none"
            )
        return int(text)

    @field_validator("config")
    @classmethod
    def _folder(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_dir():
            raise ValueError(f"must be a folder of catalogue files; {value} is none")
        return value

    @field_validator("api_url")
    @classmethod
    def _server(cls, value: str) -> str:
        if not SERVER.fullmatch(value.strip()):
            raise ValueError(
                f"must be the address of a Bot API server, such as http://127.0.0.1:8081; "
                f"{value!r} is none"
            )
        return value.strip().rstrip("/")

    def secret(self) -> str:
        """Give the bot's token, from the setting itself or from the file it names.

        Raises:
            SettingsError: there is none, or the file cannot be read.
        """
        if self.token is not None:
            return _token(self.token.get_secret_value(), "TOKEN")
        if self.token_file is None:
            raise SettingsError(
                f"{PREFIX}TOKEN is not set. Get a token from @BotFather and set it, or name a "
                f"file that holds it in {PREFIX}TOKEN_FILE. To look round without one: "
                "treaty-digest try."
            )
        try:
            return _token(self.token_file.read_text("utf-8-sig"), "TOKEN_FILE")
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "not a text file"
            raise SettingsError(
                f"{PREFIX}TOKEN_FILE: {self.token_file} cannot be read ({reason})."
            ) from error


def _token(text: str, setting: str) -> str:
    token = text.strip()
    if not TOKEN.fullmatch(token):
        raise SettingsError(
            f"{PREFIX}{setting} holds no token; @BotFather gives them in the form 123456:ABC-def."
        )
    return token


def read() -> Settings:
    """Read the settings.

    Raises:
        SettingsError: one of them cannot be used; says which, and what to write.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError("\n".join(map(_sentence, error.errors()))) from error
    except UnicodeDecodeError as error:
        raise SettingsError(
            f".env: byte {error.start} is not UTF-8; save the file as UTF-8."
        ) from error


def _sentence(problem: object) -> str:
    found = dict(problem) if isinstance(problem, dict) else {}
    name = PREFIX + "_".join(str(step) for step in found["loc"]).upper()
    context = found.get("ctx", {})
    message = context.get("error") or f"must be {context.get('expected', found['msg'])}"
    return f"{name} {message}."
