"""The command line: ``treaty-digest try | run | load | schema``."""

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from bot import loading, logs, running
from bot.app import build
from bot.clock import MovableClock, SystemClock
from bot.context import Services
from bot.house import open_house
from bot.pace import Pace
from bot.rehearsal import rehearse
from bot.stand_in.telegram import StandIn
from bot.transport import Transport
from config import settings as configuration
from config.catalogue import CatalogueError
from digests import records
from digests.errors import DigestError

TRY_TOKEN = "1:stand-in"  # noqa: S105 - opens nothing; the stand-in wants some token

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="A library of news about a treaty: who said what about which clause, word for word.",
)


@contextmanager
def _plainly() -> Iterator[None]:
    """Turn what people can mend into one sentence and exit code 2."""
    try:
        yield
    except (configuration.SettingsError, CatalogueError, DigestError, running.RunRefused) as error:
        typer.echo(f"treaty-digest: {error}", err=True)
        raise typer.Exit(2) from error


@app.command("try")
def try_(
    database: Annotated[
        Path | None,
        typer.Option(help="Library file to use; without it a new one from the seeds, in memory."),
    ] = None,
) -> None:
    """Talk to the bot here: no token, no network. Type !help for what lines can do."""
    with _plainly():
        settings = configuration.read()
        clock = MovableClock(SystemClock().now())
        services = open_house(settings, database, clock)
        asyncio.run(
            rehearse(
                lambda request: build(services, TRY_TOKEN, request),
                StandIn(now=clock.now),
                _lines(),
                _write,
                clock=clock,
                prompt=sys.stdin.isatty(),
            )
        )
        services.library.close()


def _lines() -> Iterator[str]:
    """Read what is typed, whatever bytes it is made of."""
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8", errors="replace")


def _write(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
    sys.stdout.buffer.flush()


@app.command()
def run() -> None:
    """Answer on Telegram until SIGTERM or Ctrl-C comes."""
    with _plainly():
        settings = configuration.read()
        token = settings.secret()
        logs.set_up(settings.log, token)
        with running.alone(settings.database):
            services = open_house(settings, settings.database, SystemClock())
            asyncio.run(_serve(settings, token, services))
            services.library.close()


async def _serve(settings: configuration.Settings, token: str, services: Services) -> None:
    application = build(
        services,
        token,
        Transport(),
        polling=Transport(pool_size=1),
        server=settings.api_url,
        pace=Pace(),
        operators=settings.admins,
    )
    await running.run(application, services, settings.admins)


@app.command()
def load(
    paths: Annotated[list[Path], typer.Argument(help="Records (.toml), or folders of them.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")
    ] = False,
) -> None:
    """Publish article records. Exit code 1 if any was refused."""
    with _plainly():
        reports = loading.load(paths, configuration.read(), SystemClock(), dry_run=dry_run)
        refused = loading.show(reports, dry_run=dry_run)
    raise typer.Exit(1 if refused else 0)


@app.command()
def schema() -> None:
    """Print the JSON Schema of an article record."""
    typer.echo(json.dumps(records.schema(), indent=2, ensure_ascii=False))


def main() -> None:
    """Run the command line."""
    # Python-telegram-bot warns wherever it meets a flood wait unless it may give it as a span.
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    app()


if __name__ == "__main__":
    main()
