"""Settings: environment and ``.env``, with the prefix ``TREATY_DIGEST_``."""

from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from rapidfuzz import process

PREFIX = "TREATY_DIGEST_"


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

    database: Path = Path("data/library.db")
    timezone: Annotated[ZoneInfo, NoDecode] = ZoneInfo("UTC")
    config: Path | None = None

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

    @field_validator("config")
    @classmethod
    def _folder(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_dir():
            raise ValueError(f"must be a folder of catalogue files; {value} is none")
        return value


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
