import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from shelving import an_article, ids, put

from digests.errors import LibraryError, NewerLibrary, NotALibrary
from digests.library import Library
from digests.models import Filter


def made(path, *articles):
    with closing(Library.open(path)) as library:
        for article in articles:
            put(library, article)
    return path


def sqlite(path, *statements):
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def somebody_elses(path):
    sqlite(path, "CREATE TABLE moz_places (url TEXT)")


def somebody_elses_with_a_log(path):
    sqlite(path, "PRAGMA journal_mode=WAL", "CREATE TABLE moz_places (url TEXT)")


def somebody_elses_yet_empty(path):
    sqlite(path, "PRAGMA application_id=77")


def not_a_database(path):
    path.write_text("id = 'tass-2024-06-20-lukin'\n" * 200)


def a_few_letters(path):
    path.write_text("hello")


def damaged_at_the_head(path):
    content = made(path).read_bytes()
    path.write_bytes(b"\xff" * 100 + content[100:])


def damaged_behind_the_head(path):
    content = made(path).read_bytes()
    path.write_bytes(content[:100] + b"\xff" * 4000 + content[4100:])


def cut_short(path):
    path.write_bytes(made(path).read_bytes()[:6000])


def with_a_ruined_table(path):
    content = made(path, an_article()).read_bytes()
    path.write_bytes(content[:8192] + b"\xff" * (len(content) - 8192))


def newer(path):
    sqlite(
        made(path),
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('library', 'm999_of_tomorrow', '2031-01-01')",
    )


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        pytest.param(somebody_elses, NotALibrary, id="somebody else's"),
        pytest.param(somebody_elses_with_a_log, NotALibrary, id="somebody else's, with a log"),
        pytest.param(somebody_elses_yet_empty, NotALibrary, id="somebody else's, yet empty"),
        pytest.param(not_a_database, NotALibrary, id="not a database"),
        pytest.param(a_few_letters, NotALibrary, id="a few letters"),
        pytest.param(damaged_at_the_head, NotALibrary, id="damaged at the head"),
        pytest.param(damaged_behind_the_head, NotALibrary, id="damaged behind the head"),
        pytest.param(cut_short, NotALibrary, id="cut short"),
        pytest.param(with_a_ruined_table, NotALibrary, id="with a ruined table"),
        pytest.param(newer, NewerLibrary, id="newer"),
    ],
)
def test_what_is_refused_is_left_as_it_was(path, spoil, refusal):
    spoil(path)
    before = path.read_bytes()

    with pytest.raises(refusal) as refused:
        Library.open(path)

    assert str(path) in str(refused.value)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_library_is_made_with_its_folder(tmp_path):
    path = tmp_path / "deep" / "down" / "library.db"

    made(path, an_article())

    with closing(Library.open(path)) as again:
        assert again.articles.get(an_article().id) == an_article()


def test_a_closed_library_is_one_file(path):
    made(path, an_article())

    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_opening_again_writes_nothing(path):
    before = made(path, an_article()).read_bytes()

    made(path)

    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "begin",
    [
        pytest.param(lambda path: path.touch(), id="an empty file"),
        pytest.param(lambda path: sqlite(path, "VACUUM"), id="an empty database"),
        pytest.param(lambda path: sqlite(path, "PRAGMA user_version=0"), id="nothing yet"),
        pytest.param(
            lambda path: sqlite(path, f"PRAGMA application_id={0x54724467}"),
            id="a library killed at birth",
        ),
    ],
)
def test_an_empty_file_becomes_a_library(path, begin):
    begin(path)

    with closing(Library.open(path)) as library:
        assert library.articles.total() == 0


@pytest.mark.parametrize("name", ["library of 100%.db", "?mode=memory", "файл #1.db", ":memory:"])
def test_any_file_name_will_do(tmp_path, name):
    made(tmp_path / name, an_article())

    with closing(Library.open(tmp_path / name)) as again:
        assert again.articles.total() == 1


def test_a_killed_library_has_all_that_was_kept(path, tmp_path):
    copy = tmp_path / "copy.db"
    with closing(Library.open(path)) as living:
        put(living, an_article())
        copy.write_bytes(path.read_bytes())
        log = Path(f"{path}-wal").read_bytes()
    Path(f"{copy}-wal").write_bytes(log)

    with closing(Library.open(copy)) as library:
        assert library.articles.get(an_article().id) == an_article()


@pytest.mark.parametrize(
    ("place", "said"),
    [
        pytest.param(lambda folder: folder, "is a folder", id="a folder"),
        pytest.param(
            lambda folder: folder / "file.txt" / "library.db", "cannot be made", id="below a file"
        ),
        pytest.param(
            lambda _: Path("/proc/treaty-digest.db"), "cannot be opened", id="where none may be"
        ),
    ],
)
def test_where_no_file_can_be_it_says_so(tmp_path, place, said):
    (tmp_path / "file.txt").write_text("in the way")

    with pytest.raises(LibraryError, match=said):
        Library.open(place(tmp_path))


def test_damage_met_later_is_told_in_words(path):
    articles = [an_article(f"a-{n}", summary="word " * 700) for n in range(50)]
    content = bytearray(made(path, *articles).read_bytes())
    for page in range(40 * 4096, len(content) - 8192, 4096):
        content[page : page + 4096] = b"\xff" * 4096
    path.write_bytes(content)

    with pytest.raises(NotALibrary, match="damaged"), closing(Library.open(path)) as library:
        ids(library.articles.latest(Filter(), 50))
