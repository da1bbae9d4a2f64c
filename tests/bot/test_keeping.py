import sqlite3
from contextlib import chdir, closing
from datetime import UTC, datetime

import pytest
from filelock import FileLock
from typer.testing import CliRunner

from bot.__main__ import app
from digests.library import Library
from digests.models import Article, Filter

NOW = datetime(2026, 12, 1, tzinfo=UTC)
TREATY = "russia-dprk-2024"


@pytest.fixture
def run(tmp_path):
    """Run the program in a folder of its own."""

    def run(*arguments):
        environment = {"TREATY_DIGEST_DATABASE": str(tmp_path / "library.db")}
        return CliRunner().invoke(app, list(arguments), env=environment, catch_exceptions=False)

    with chdir(tmp_path):
        yield run


@pytest.fixture
def library(tmp_path):
    with closing(Library.open(tmp_path / "library.db")) as opened:
        publish(opened, "first")
        yield opened


def publish(library, id_):
    library.articles.put(Article(id=id_, treaty=TREATY, headline=id_), {}, NOW, "test")


def held(path):
    with closing(Library.open(path)) as opened:
        return {heading.id for heading in opened.articles.latest(Filter(), 10)}


def test_a_backup_of_a_library_in_use_holds_what_was_committed(run, library, tmp_path):
    with library.atomic():
        publish(library, "second")
        done = run("backup", "copy.db")
    assert done.exit_code == 0
    assert held(tmp_path / "copy.db") == {"first"}
    assert not (tmp_path / "copy.db-wal").exists()


@pytest.mark.usefixtures("library")
def test_a_backup_into_a_folder_is_named_after_the_library_and_the_time(run, tmp_path):
    (tmp_path / "safe").mkdir()
    assert run("backup", "safe").exit_code == 0
    (made,) = (tmp_path / "safe").iterdir()
    assert made.name.startswith("library-2")
    assert held(made) == {"first"}


@pytest.mark.usefixtures("library")
def test_a_backup_overwrites_nothing(run, tmp_path):
    (tmp_path / "copy.db").write_text("precious")
    done = run("backup", "copy.db")
    assert done.exit_code == 2
    assert "is there already" in done.stderr
    assert (tmp_path / "copy.db").read_text() == "precious"


def test_without_a_library_there_is_nothing_to_back_up(run, tmp_path):
    done = run("backup", "copy.db")
    assert done.exit_code == 2
    assert "no library" in done.stderr
    assert not list(tmp_path.glob("*.db*"))


def test_restoring_brings_the_copy_back_and_keeps_what_was_there(run, tmp_path):
    with closing(Library.open(tmp_path / "library.db")) as library:
        publish(library, "first")
        run("backup", "copy.db")
        publish(library, "second")
    done = run("restore", "copy.db")
    assert done.exit_code == 0
    assert held(tmp_path / "library.db") == {"first"}
    (aside,) = tmp_path.glob("library-replaced-*.db")
    assert str(aside.name) in done.stdout
    assert held(aside) == {"first", "second"}


def test_what_was_only_in_the_log_of_the_library_is_kept_too(run, tmp_path):
    killed = tmp_path / "killed"
    killed.mkdir()
    with closing(Library.open(tmp_path / "other.db")) as library:
        publish(library, "in-the-log")
        for name in ("other.db", "other.db-wal"):
            (killed / name.replace("other", "library")).write_bytes((tmp_path / name).read_bytes())
    for file in killed.iterdir():
        file.replace(tmp_path / file.name)
    run("backup", "copy.db")
    assert run("restore", "copy.db").exit_code == 0
    (aside,) = tmp_path.glob("library-replaced-*.db")
    assert held(aside) == {"in-the-log"}
    assert held(tmp_path / "library.db") == {"in-the-log"}


def test_a_library_that_is_not_there_is_restored(run, tmp_path):
    with closing(Library.open(tmp_path / "copy.db")) as library:
        publish(library, "first")
    assert run("restore", "copy.db").exit_code == 0
    assert held(tmp_path / "library.db") == {"first"}
    assert not list(tmp_path.glob("library-replaced-*"))


def damage(path):
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 3)


def make_newer(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('library', 'm999_of_tomorrow', '2030-01-01')"
        )


def make_foreign(path):
    path.write_bytes(b"")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        pytest.param(damage, "is damaged", id="damaged"),
        pytest.param(make_newer, "newer", id="newer"),
        pytest.param(make_foreign, "not a library", id="somebody else's"),
        pytest.param(lambda path: path.write_text("hello " * 999), "not a library", id="a text"),
        pytest.param(lambda path: path.write_bytes(b""), "no library", id="empty"),
    ],
)
@pytest.mark.usefixtures("library")
def test_what_is_not_sound_is_not_restored(run, tmp_path, spoil, words):
    run("backup", "copy.db")
    spoil(tmp_path / "copy.db")
    before = {file.name: file.read_bytes() for file in tmp_path.glob("library.db*")}
    done = run("restore", "copy.db")
    assert done.exit_code == 2
    assert words in done.stderr
    after = {file.name: file.read_bytes() for file in tmp_path.glob("library.db*")}
    assert {name: after[name] for name in before} == before
    assert not list(tmp_path.glob("*.partial*"))


@pytest.mark.usefixtures("library")
def test_nothing_is_restored_while_a_run_is_on(run, tmp_path):
    run("backup", "copy.db")
    with FileLock(tmp_path / "library.db.lock"):
        done = run("restore", "copy.db")
    assert done.exit_code == 2
    assert "A run on" in done.stderr


@pytest.mark.usefixtures("library")
def test_the_library_itself_is_no_backup(run):
    done = run("restore", "library.db")
    assert done.exit_code == 2
    assert "the library itself" in done.stderr
