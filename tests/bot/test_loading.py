import json
import os
import subprocess
import sys
from contextlib import closing
from importlib import resources

import pytest

from digests.library import Library
from digests.models import Filter

TREATY = "russia-dprk-2024"
GOOD = f'id = "ap-1"\ntreaty = "{TREATY}"\nheadline = "Signed"\n'
BAD = 'id = "ap-2"\nheadlin = "Signed"\n'
SEEDS = 5


@pytest.fixture
def run(tmp_path):
    """Run the program in a folder of its own; nothing it prints may be a traceback."""

    def run(*arguments, database="library.db", **environment):
        done = finished(begun(tmp_path, *arguments, database=database, **environment))
        return done.returncode, done.stdout, done.stderr

    return run


def begun(folder, *arguments, database="library.db", **environment):
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TREATY_")}
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", *map(os.fsencode, arguments)],
        cwd=folder,
        env=kept | {"TREATY_DIGEST_DATABASE": str(folder / database)} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def finished(process):
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in out + err
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def holdings(path):
    with closing(Library.open(path)) as library:
        return {heading.id for heading in library.articles.latest(Filter(), 99)}


def test_a_record_is_loaded_and_reported_and_the_second_time_nothing_changes(run, tmp_path):
    (tmp_path / "ap.toml").write_text(GOOD)

    assert run("load", "ap.toml") == (0, "new      ap.toml\nDone: 1 new.\n", "")
    assert run("load", "ap.toml") == (0, "same     ap.toml\nDone: 1 same.\n", "")
    (tmp_path / "ap.toml").write_text(GOOD.replace("Signed", "Ratified"))
    assert run("load", "ap.toml") == (0, "changed  ap.toml\nDone: 1 changed.\n", "")
    assert "ap-1" in holdings(tmp_path / "library.db")


def test_a_new_library_holds_the_shipped_records_beside_what_is_loaded(run, tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "ap.toml").write_text(GOOD)
    for file in resources.files("seeds").iterdir():
        if file.name.endswith(".toml"):
            (folder / file.name).write_bytes(file.read_bytes())

    code, told, _ = run("load", "news")

    assert (code, told.splitlines()[-1]) == (0, f"Done: 1 new, {SEEDS} same.")
    assert len(holdings(tmp_path / "library.db")) == SEEDS + 1


def test_of_a_folder_the_good_are_loaded_and_the_bad_refused_with_reasons(run, tmp_path):
    below = tmp_path / "news" / "june"
    below.mkdir(parents=True)
    (below / "good.toml").write_text(GOOD)
    (below / "bad.toml").write_text(BAD)
    (below / "notes.pdf").write_text("not asked for")

    code, told, _ = run("load", "news")

    assert code == 1
    assert told.splitlines() == [
        "refused  news/june/bad.toml",
        "         headlin is not a key here; write headline if that is meant.",
        "         treaty is missing; add it.",
        "new      news/june/good.toml",
        "Done: 1 refused, 1 new.",
    ]
    assert "ap-1" in holdings(tmp_path / "library.db")
    assert "ap-2" not in holdings(tmp_path / "library.db")


UNFIT = {
    b"missing.toml": (None, "there is no such file; check the path."),
    b"paper.pdf": (
        b"%PDF-1.7 and so on",
        "It is a PDF, which I cannot read. Copy its text and paste it.",
    ),
    b"bytes.toml": (b"\x00\xff\xfe", "line 1 is not UTF-8; save the file as UTF-8."),
    b"big.toml": (
        b"#" * 3_000_000,
        "the file is larger than 1,000,000 bytes; split it, one article a file.",
    ),
    b"n" * 300 + b".toml": (
        None,
        "it cannot be read (File name too long); check the path and its rights.",
    ),
    b"caf\xe9.toml": (f'treaty = "{TREATY}"'.encode(), "id is missing; add it."),
}


@pytest.mark.parametrize("dry", [(), ("--dry-run",)], ids=["load", "dry run"])
def test_files_that_cannot_be_loaded_are_refused_beside_those_that_can(run, tmp_path, dry):
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "fails.toml").symlink_to("/proc/self/mem")  # whoever reads it, it fails
    for name, (raw, _) in UNFIT.items():
        if raw is not None:
            (tmp_path / os.fsdecode(name)).write_bytes(raw)

    code, told, _ = run("load", *dry, *UNFIT, "fails.toml", "good.toml")

    assert code == 1
    for name, (_, problem) in UNFIT.items():
        shown = name.decode(errors="replace")
        assert f"refused  {shown}\n         {problem}\n" in told
    assert told.endswith(
        "refused  fails.toml\n"
        "         it cannot be read (Input/output error); check the path and its rights.\n"
        "new      good.toml\n"
        f"{'Would be' if dry else 'Done'}: 7 refused, 1 new.\n"
    )


def test_an_empty_folder_is_no_failure(run, tmp_path):
    (tmp_path / "empty").mkdir()

    assert run("load", "empty") == (0, "Done: no files.\n", "")


def test_without_a_path_the_command_says_what_it_wants(run, tmp_path):
    code, _, told = run("load")

    assert code == 2
    assert "paths" in told
    assert not (tmp_path / "library.db").exists()


def test_a_dry_run_of_a_new_library_creates_nothing_and_foresees_what_loading_says(run, tmp_path):
    (tmp_path / "ap.toml").write_text(GOOD)
    (tmp_path / "bad.toml").write_text(BAD)
    shipped = resources.files("seeds") / "tass-2024-06-20-mangott.toml"
    (tmp_path / "seed.toml").write_bytes(shipped.read_bytes())
    before = sorted(tmp_path.iterdir())

    code, told, _ = run("load", "--dry-run", "ap.toml", "bad.toml", "seed.toml")

    assert (code, told.splitlines()[-1]) == (1, "Would be: 1 new, 1 refused, 1 same.")
    assert sorted(tmp_path.iterdir()) == before
    assert run("load", "ap.toml", "bad.toml", "seed.toml")[1] == told.replace("Would be", "Done")


def test_a_dry_run_changes_nothing_in_a_library(run, tmp_path):
    (tmp_path / "ap.toml").write_text(GOOD)
    run("load", "ap.toml")
    before = (tmp_path / "library.db").read_bytes()
    (tmp_path / "ap.toml").write_text(GOOD.replace("Signed", "Ratified"))

    assert run("load", "--dry-run", "ap.toml")[:2] == (
        0,
        "changed  ap.toml\nWould be: 1 changed.\n",
    )
    assert (tmp_path / "library.db").read_bytes() == before


def truncate(path):
    path.write_bytes(path.read_bytes()[:5_000])


def overwrite(path):
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    path.write_bytes(raw)


def replace_with_text(path):
    path.write_text("This is my diary. " * 500)


@pytest.mark.parametrize(
    ("damage", "dry"),
    [
        pytest.param(truncate, (), id="cut short"),
        pytest.param(truncate, ("--dry-run",), id="cut short, dry run"),
        pytest.param(overwrite, (), id="overwritten"),
        pytest.param(replace_with_text, (), id="something else"),
    ],
)
def test_a_damaged_library_is_refused_in_a_sentence_and_left_as_it_is(run, tmp_path, damage, dry):
    (tmp_path / "ap.toml").write_text(GOOD)
    path = tmp_path / "library.db"
    Library.open(path).close()
    damage(path)
    before = path.read_bytes(), sorted(tmp_path.iterdir())

    code, told, complaint = run("load", *dry, "ap.toml")

    assert (code, told) == (2, "")
    assert complaint.startswith(f"treaty-digest: {path} is ")
    assert complaint.count("\n") == 1
    assert (path.read_bytes(), sorted(tmp_path.iterdir())) == before


def test_a_place_where_no_library_can_be_is_refused_in_a_sentence(run, tmp_path):
    (tmp_path / "ap.toml").write_text(GOOD)

    code, _, complaint = run("load", "ap.toml", database="ap.toml/library.db")

    assert code == 2
    assert "Name a place for the library that may be written to." in complaint


def test_a_setting_that_cannot_be_used_is_told_in_a_sentence(run, tmp_path):
    (tmp_path / "ap.toml").write_text(GOOD)

    code, told, complaint = run("load", "ap.toml", TREATY_DIGEST_TIMEZONE="Viena")

    assert (code, told) == (2, "")
    assert complaint.startswith("treaty-digest: TREATY_DIGEST_TIMEZONE must be a time zone")
    assert not (tmp_path / "library.db").exists()


def test_several_loads_into_one_new_library_wait_for_each_other(tmp_path):
    names = [f"ap-{n}" for n in range(3)]
    for name in names:
        (tmp_path / f"{name}.toml").write_text(GOOD.replace("ap-1", name))

    loads = [finished(one) for one in [begun(tmp_path, "load", f"{name}.toml") for name in names]]

    assert [one.stdout.splitlines()[-1] for one in loads] == ["Done: 1 new."] * 3
    assert holdings(tmp_path / "library.db") >= set(names)


def test_what_a_file_says_cannot_steer_the_terminal(run, tmp_path):
    (tmp_path / "a.toml").write_text('"\\u001b[2J\\u0007" = 1\n')

    _, told, _ = run("load", "--dry-run", "a.toml")

    assert "\ufffd[2J\ufffd is not a key of this file" in told
    assert "\x1b" not in told


def test_the_schema_is_printed_as_json(run):
    code, told, complaint = run("schema")

    assert (code, complaint) == (0, "")
    assert json.loads(told)["required"] == ["id", "treaty"]
