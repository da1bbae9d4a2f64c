"""Logs: one line an event, as text or JSON, with the token taken out wherever it may stand."""

import datetime as dt
import json
import logging
import re
from typing import Literal

Form = Literal["text", "json"]
USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
HIDDEN = "<token>"
INVITATION = re.compile(r"\be_[A-Za-z0-9_-]{32}")  # makes an editor of who has it


class Redacting(logging.Formatter):
    """Formats a record and takes secrets out of all of it: message, fields and traceback."""

    def __init__(self, form: Form, secrets: tuple[str, ...]) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s")
        self._form = form
        self._secrets = [each for secret in secrets for each in spellings(secret)]

    def format(self, record: logging.LogRecord) -> str:
        """Write one record."""
        written = self._json(record) if self._form == "json" else self._text(record)
        for secret in self._secrets:
            written = written.replace(secret, HIDDEN)
        return INVITATION.sub(HIDDEN, written)

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802, ARG002
        """Write the instant in UTC."""
        return dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")

    def _text(self, record: logging.LogRecord) -> str:
        line, *rest = super().format(record).split("\n")
        told = "".join(f" {name}={value}" for name, value in _fields(record).items())
        return "\n".join([line + told, *rest])

    def _json(self, record: logging.LogRecord) -> str:
        entry = {
            "time": self.formatTime(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **_fields(record),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False, default=str)


def spellings(secret: str) -> tuple[str, ...]:
    """Give the ways in which a secret may stand in a URL or a text."""
    return tuple(dict.fromkeys(each for each in (secret, secret.replace(":", "%3A")) if each))


def _fields(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in vars(record).items() if name not in USUAL}


def set_up(form: Form, *secrets: str) -> None:
    """Send all records from INFO on to standard error; libraries speak from WARNING on."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(form, secrets))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("bot").setLevel(logging.INFO)
    # It warns at every beat that finds the one before still at work, as a long one is.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    quieten()


def quieten() -> None:
    """Let trafilatura not tell what it dislikes about a page: who sent it is told in words."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
