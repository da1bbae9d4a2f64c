import datetime as dt
from contextlib import chdir, closing

import pytest
from filelock import FileLock
from typer.testing import CliRunner

from bot.__main__ import app
from digests.library import Library
from digests.library.letters import Died, New
from digests.models import Filter
from digests.subscriptions import LetterKind, Part, Pause, Schedule, Span

SECOND = dt.timedelta(seconds=1)
DAILY = Schedule((dt.time(8, 30),))


@pytest.fixture
def status(tmp_path):
    """Ask how the delivery is doing, in a folder of one's own."""

    def status():
        environment = {"TREATY_DIGEST_DATABASE": str(tmp_path / "library.db")}
        return CliRunner().invoke(app, ["status"], env=environment, catch_exceptions=False)

    with chdir(tmp_path):
        yield status


@pytest.fixture
def library(tmp_path):
    with closing(Library.open(tmp_path / "library.db")) as opened:
        yield opened


@pytest.fixture
def now():
    """The program reads the clock of the machine."""
    return dt.datetime.now(dt.UTC)


def subscribe(library, chat, now):
    library.chats.meet(chat, "private", "Reader", now)
    due = now + dt.timedelta(hours=1)
    return library.subscriptions.add(
        chat, None, DAILY, "Europe/Vienna", Filter(), "en", chat, now, due
    )


def write(library, chat, now):
    span = Span(Filter(), 0, 0, "en", now.date(), now.date())
    body = library.bodies.add(None, span, [Part("{}")], now)
    library.outbox.enqueue([New(LetterKind.EDITION, chat, None, body.id, 1)], now)


def test_without_a_library_it_says_so(status):
    done = status()
    assert done.exit_code == 2
    assert "no library" in done.stderr


@pytest.mark.usefixtures("library")
def test_while_no_run_is_on_nothing_is_wrong(status):
    done = status()
    assert done.exit_code == 0
    assert done.stdout.startswith("No run is on.\nLast tick: never\nLast message sent: never")


def test_a_run_that_ticks_is_well(status, library, tmp_path, now):
    library.pulse.tick(now - 15 * SECOND)
    with FileLock(tmp_path / "library.db.lock"):
        done = status()
    assert done.exit_code == 0
    assert done.stdout.startswith("Delivery is running.")


def test_a_run_that_does_not_tick_any_more_ends_with_code_1(status, library, tmp_path, now):
    library.pulse.started(now - 900 * SECOND)
    library.pulse.tick(now - 150 * SECOND)
    with FileLock(tmp_path / "library.db.lock"):
        done = status()
    assert done.exit_code == 1
    assert "The run is stuck" in done.stdout
    assert "Last tick: 2 minutes ago" in done.stdout


def test_a_run_that_has_just_begun_may_not_have_ticked_yet(status, library, tmp_path, now):
    library.pulse.tick(now - dt.timedelta(days=3))
    library.pulse.started(now)
    with FileLock(tmp_path / "library.db.lock"):
        assert status().exit_code == 0


def test_it_counts_letters_and_subscriptions_and_tells_what_comes_next(status, library, now):
    _, paused, _ = (subscribe(library, chat, now) for chat in (1, 2, 3))
    library.subscriptions.pause(paused.id, Pause.BY_HAND, now)
    library.chats.bar(2, Pause.BLOCKED, now)
    for chat in (1, 2, 3):
        write(library, chat, now)
    library.outbox.commit([], [Died(3, "Bad Request: strange")], now)
    library.pulse.tick(now, parked=4)

    told = status().stdout

    assert "Letters: 1 waiting · 4 chats parked · 1 held · 1 dead" in told
    assert "• Dead: number 3, chat 3, " in told
    assert told.count("strange") == 1
    assert "Subscriptions: 2 active, 1 paused\n• 1 paused: by hand" in told
    assert "(2)" in told.splitlines()[-1]
