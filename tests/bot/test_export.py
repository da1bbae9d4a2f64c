import time
from contextlib import chdir, closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from bot.__main__ import app
from config import catalogue as catalogues
from digests import desk, records
from digests.drafts import Draft
from digests.library import Library
from digests.models import Article, Happening, Indirect, Quote, Reprint

NOW = datetime(2026, 12, 1, tzinfo=UTC)
TREATY = "russia-dprk-2024"
SEEDS = 5
QUESTIONS = (
    "/experts",
    "/expert Lukin",
    "/expert Mangott",
    "/clauses",
    "/clause assistance",
    "/clause 8",
    "/latest",
    "/search alliance",
    "/sources",
    "/timeline",
    "/article tass-2024-06-21-lobov",
    "/article sputnik-2024-10-15-lukin",
    "/article unidentified-2024-12-04-entry-into-force",
    "/article nobodys-1",
)
OURS = Article(
    id="nobodys-1",
    treaty=TREATY,
    headline="\"\"\"\\ «Quoted» '''",
    outlet="Nobody’s",
    also_in=(Reprint(outlet="AP"),),
    summary="Two\nlines, and a \\ sign.",
    quotes=(Quote(text="We\nshall see\ttomorrow", speaker="Jane Roe"),),
)


@pytest.fixture
def run(tmp_path):
    """Run the program in a folder of its own."""

    def run(*arguments, database="library.db"):
        environment = {"TREATY_DIGEST_DATABASE": str(tmp_path / database)}
        return CliRunner().invoke(app, list(arguments), env=environment, catch_exceptions=False)

    with chdir(tmp_path):
        yield run


@pytest.fixture
def filled(run, tmp_path):
    """A library with the shipped records in it."""
    (tmp_path / "none").mkdir()
    assert run("load", "none").exit_code == 0


@pytest.mark.usefixtures("filled")
def test_each_article_is_written_as_a_record_and_the_second_time_nothing_changes(run, tmp_path):
    first, second = run("export"), run("export")

    assert (first.exit_code, first.stdout) == (0, f"Done: {SEEDS} new; in export.\n")
    assert (second.exit_code, second.stdout) == (0, f"Done: {SEEDS} same; in export.\n")
    written = sorted(file.name for file in (tmp_path / "export").iterdir())
    assert len(written) == SEEDS
    assert "tass-2024-06-20-mangott.toml" in written


async def test_what_is_exported_loads_into_an_empty_library_with_the_same_answers(
    talk, own_services
):
    there, catalogue, now = own_services, own_services.catalogue, own_services.clock.now()
    desk.publish(OURS, catalogue, there.library, now, "a test")
    files = list(desk.export(there.library))
    with closing(Library.open(None)) as empty:
        desk.introduce(catalogue, empty)
        reports = list(desk.load(files, catalogue, empty, now, by="load", pause=time.sleep))
        assert {report.outcome for report in reports} == {"new"}
        assert list(desk.export(empty)) == files

        here = replace(there, library=empty)
        for question in QUESTIONS:
            async with talk(there) as chat:
                [before] = await chat(question)
            async with talk(here) as chat:
                [after] = await chat(question)
            assert (after.text, after.labels) == (before.text, before.labels)


@pytest.mark.usefixtures("filled")
def test_a_changed_article_is_not_written_over_a_file_unasked(run, tmp_path):
    run("export")
    file = tmp_path / "export" / "tass-2024-06-20-mangott.toml"
    exported = file.read_bytes()
    file.write_text("# my notes\n")

    refused = run("export")

    assert refused.exit_code == 1
    assert file.read_text() == "# my notes\n"
    assert "another file of that name is there" in refused.stdout
    assert f"Done: {SEEDS - 1} same, 1 refused; in export." in refused.stdout.replace("\n ", "")
    asked = run("export", "--overwrite")
    assert asked.exit_code == 0
    assert file.read_bytes() == exported


@pytest.mark.usefixtures("filled")
def test_files_of_no_article_are_left_alone_and_named(run, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "old.toml").write_text("x = 1\n")
    (folder / "notes.txt").write_text("mine")

    told = run("export", "mine")

    assert told.exit_code == 0
    assert told.stdout.endswith("Not of this library, and left alone: old.toml.\n")
    assert (folder / "old.toml").read_text() == "x = 1\n"


@pytest.mark.usefixtures("filled")
def test_where_a_folder_stands_in_the_way_of_a_file_the_others_are_written(run, tmp_path):
    (tmp_path / "export" / "tass-2024-06-20-mangott.toml").mkdir(parents=True)

    told = run("export", "--overwrite")

    assert told.exit_code == 1
    assert "it cannot be written (Is a directory)" in told.stdout
    assert f"{SEEDS - 1} new" in told.stdout
    assert not list((tmp_path / "export").glob("*.part"))


def test_without_a_library_nothing_is_made(run, tmp_path):
    told = run("export")

    assert told.exit_code == 2
    assert "There is no library at" in told.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("filled")
def test_a_file_is_no_folder_to_write_to(run, tmp_path):
    (tmp_path / "taken").write_text("mine")

    told = run("export", "taken")

    assert told.exit_code == 2
    assert "taken cannot be written to (File exists). Name another folder." in told.stderr
    assert (tmp_path / "taken").read_text() == "mine"


@pytest.mark.usefixtures("filled")
def test_retracted_articles_and_drafts_are_not_exported(run, tmp_path):
    with closing(Library.open(tmp_path / "library.db")) as library:
        desk.retract("tass-2024-06-20-mangott", "wrong", library, NOW, "1")
        filed = desk.submit(Draft(source="Not yet."), library, NOW, "1")

    run("export")

    assert not (tmp_path / "export" / "tass-2024-06-20-mangott.toml").exists()
    assert isinstance(filed, desk.Submitted)
    assert len(list((tmp_path / "export").iterdir())) == SEEDS - 1


LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf")), min_size=1,
    max_size=40,
).filter(lambda words: words.strip() == words)  # fmt: skip
PROSE = st.text(
    st.sampled_from("\n\t\"'\\# a«»“”[]=")
    | st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf")),
    min_size=1,
    max_size=80,
).filter(lambda words: words.strip() == words)
QUOTES = st.builds(
    Quote, text=PROSE, speaker=st.none() | LINE.filter(lambda n: "treaty" not in n.lower())
)
ARTICLES = st.builds(
    Article,
    id=st.just("a-1"),
    treaty=st.just(TREATY),
    headline=st.none() | LINE,
    outlet=st.none() | LINE,
    published=st.none() | st.dates(),
    place=st.none() | LINE,
    summary=st.none() | PROSE,
    quotes=st.lists(QUOTES, max_size=3).map(tuple),
    indirect=st.lists(st.builds(Indirect, statement=PROSE), max_size=2).map(tuple),
    events=st.lists(st.builds(Happening, what=LINE, date=st.none() | st.dates()), max_size=2).map(
        tuple
    ),
)
CATALOGUE = catalogues.load()


@settings(max_examples=60, deadline=None)
@given(article=ARTICLES)
def test_whatever_an_article_says_its_record_reads_back_the_same(article):
    raw = records.dump(article).encode()

    assert records.parse(raw, CATALOGUE) == article
    assert records.dump(records.parse(raw, CATALOGUE)).encode() == raw
