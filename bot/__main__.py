"""The command line: ``treaty-digest try | run | draft | load | export | schema``."""

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from bot import drafting, exporting, keeping, loading, logs, running
from bot.app import build
from bot.clock import MovableClock, SystemClock
from bot.context import Services
from bot.house import open_house
from bot.pace import Pace
from bot.pulse import Followed, Scheduled
from bot.rehearsal import rehearse
from bot.rehearsal.staffing import staffed
from bot.render import status as render
from bot.render.language import Language
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
        services = staffed(open_house(settings, database, clock))
        asyncio.run(
            rehearse(
                lambda request: build(services, TRY_TOKEN, request, pulse=Followed(clock)),
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
        rate=settings.rate,
        pulse=Scheduled(services.clock),
    )
    running.settle()
    await running.run(application, services, settings.admins)


@app.command()
def draft(
    paths: Annotated[
        list[Path], typer.Argument(help="Articles (.txt, .md, .html), or folders of them.")
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line and file.")
    ] = False,
) -> None:
    """Read raw articles and show what was found; store nothing. Exit code 1 if any failed."""
    with _plainly():
        logs.quieten()
        read = drafting.draft(paths, configuration.read(), SystemClock())
        failed = drafting.show(read, as_json=as_json)
    raise typer.Exit(1 if failed else 0)


@app.command()
def load(
    paths: Annotated[
        list[Path],
        typer.Argument(help="Records (.toml), articles (.txt, .md, .html), or folders of them."),
    ],
    publish: Annotated[
        bool, typer.Option("--publish", help="Publish articles in which nothing is missing.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")
    ] = False,
) -> None:
    """Publish records, and file articles as drafts. Exit code 1 if any was refused."""
    with _plainly():
        logs.quieten()
        wanted = loading.Wanted(publish=publish, dry_run=dry_run)
        reports = loading.load(paths, configuration.read(), SystemClock(), wanted)
        refused = loading.show(reports, dry_run=dry_run)
    raise typer.Exit(1 if refused else 0)


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="Where to write them.")] = Path("export"),
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Write over files that say something else.")
    ] = False,
) -> None:
    """Write each published article as a record. Exit code 1 if any could not be written."""
    with _plainly():
        reports = exporting.export(folder, configuration.read(), overwrite=overwrite)
        refused = exporting.show(folder, reports)
    raise typer.Exit(1 if refused else 0)


@app.command()
def status() -> None:
    """Tell how the delivery is doing. Exit code 1 if a run is on and does not tick any more."""
    with _plainly():
        settings = configuration.read()
        found = keeping.status(settings, SystemClock().now())
        typer.echo(render.status(found, settings.timezone, Language()).plain)
    raise typer.Exit(1 if found.stuck else 0)


@app.command()
def backup(
    path: Annotated[Path, typer.Argument(help="A new file, or a folder to make one in.")],
) -> None:
    """Copy the library, also while a run is on, and check the copy."""
    with _plainly():
        typer.echo(keeping.back_up(configuration.read().database, path, SystemClock().now()))


@app.command()
def restore(
    path: Annotated[Path, typer.Argument(help="A backup.")],
) -> None:
    """Put a backup in the place of the library, which is kept under another name."""
    with _plainly():
        typer.echo(keeping.restore(path, configuration.read().database, SystemClock().now()))


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
