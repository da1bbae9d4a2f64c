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

NOW = dt.datetime.now(dt.UTC)
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


def subscribe(library, chat, due=NOW + dt.timedelta(hours=1)):
    library.chats.meet(chat, "private", "Reader", NOW)
    return library.subscriptions.add(
        chat, None, DAILY, "Europe/Vienna", Filter(), "en", chat, NOW, due
    )


def write(library, chat):
    span = Span(Filter(), 0, 0, "en", NOW.date(), NOW.date())
    body = library.bodies.add(None, span, [Part("{}")], NOW)
    library.outbox.enqueue([New(LetterKind.EDITION, chat, None, body.id, 1)], NOW)


def test_without_a_library_it_says_so(status):
    done = status()
    assert done.exit_code == 2
    assert "no library" in done.stderr


@pytest.mark.usefixtures("library")
def test_while_no_run_is_on_nothing_is_wrong(status):
    done = status()
    assert done.exit_code == 0
    assert done.stdout.startswith("No run is on.\nLast tick: never\nLast message sent: never")


def test_a_run_that_ticks_is_well(status, library, tmp_path):
    library.pulse.tick(NOW - 15 * SECOND)
    with FileLock(tmp_path / "library.db.lock"):
        done = status()
    assert done.exit_code == 0
    assert done.stdout.startswith("Delivery is running.")


def test_a_run_that_does_not_tick_any_more_ends_with_code_1(status, library, tmp_path):
    library.pulse.started(NOW - 900 * SECOND)
    library.pulse.tick(NOW - 150 * SECOND)
    with FileLock(tmp_path / "library.db.lock"):
        done = status()
    assert done.exit_code == 1
    assert "The run is stuck" in done.stdout
    assert "Last tick: 2 minutes ago" in done.stdout


def test_a_run_that_has_just_begun_may_not_have_ticked_yet(status, library, tmp_path):
    library.pulse.tick(NOW - dt.timedelta(days=3))
    library.pulse.started(NOW)
    with FileLock(tmp_path / "library.db.lock"):
        assert status().exit_code == 0


def test_it_counts_letters_and_subscriptions_and_tells_what_comes_next(status, library):
    kept, paused = subscribe(library, 1), subscribe(library, 2)
    subscribe(library, 3, kept.next)
    library.subscriptions.pause(paused.id, Pause.BY_HAND, NOW)
    library.chats.bar(2, Pause.BLOCKED, NOW)
    for chat in (1, 2, 3):
        write(library, chat)
    library.outbox.commit([], [Died(3, "Bad Request: strange")], NOW)
    library.pulse.tick(NOW, parked=4)

    told = status().stdout

    assert "Letters: 1 waiting · 4 chats parked · 1 held · 1 dead" in told
    assert "• Dead: number 3, chat 3, " in told
    assert told.count("strange") == 1
    assert "Subscriptions: 2 active, 1 paused\n• 1 paused: by hand" in told
    assert "(2)" in told.splitlines()[-1]
