from contextlib import chdir, closing

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from digests import desk
from digests.library import Library
from digests.models import Filter

ARTICLE = """\
Treaty counterbalances pressure — expert

MOSCOW, June 21, 2024. /TASS/. The treaty inked by Russia and North Korea stabilizes the \
situation, a Russian analyst told TASS.

“The treaty is a step toward stabilization of the whole region,” said Roman Lobov of the Russian \
Institute for Strategic Studies.

Lobov noted that Article 4 of the treaty between Russia and the DPRK provides for military \
assistance in case of aggression. It was signed on June 19, 2024 in Pyongyang.
"""
RECORD = 'id = "ap-1"\ntreaty = "russia-dprk-2024"\nheadline = "Signed"\n'
HEADLESS = "\n\n".join(ARTICLE.split("\n\n")[2:])


@pytest.fixture
def run(tmp_path):
    """Run the program in a folder of its own."""

    def run(*arguments):
        environment = {"TREATY_DIGEST_DATABASE": str(tmp_path / "library.db")}
        done = CliRunner().invoke(app, list(arguments), env=environment, catch_exceptions=False)
        return done.exit_code, done.stdout

    with chdir(tmp_path):
        yield run


@pytest.fixture
def library(tmp_path):
    """Open the library when it is there."""
    opened = []

    def library():
        opened.append(Library.open(tmp_path / "library.db"))
        return opened[-1]

    yield library
    for one in opened:
        one.close()


def published(library):
    return {heading.id for heading in library.articles.latest(Filter(), 99)}


def test_an_article_becomes_a_draft_and_the_second_time_nothing_changes(run, tmp_path, library):
    (tmp_path / "a.txt").write_text(ARTICLE)

    assert run("load", "a.txt") == (
        0,
        "draft    a.txt\n         1 quote; /draft 1 opens it.\nDone: 1 draft.\n",
    )
    assert run("load", "a.txt") == (
        0,
        "same     a.txt\n         Draft #1 has the same text.\nDone: 1 same.\n",
    )
    filed = library().drafts.get(1)
    assert (filed.state, filed.by, filed.draft.source) == ("open", "load", ARTICLE)


def test_records_and_articles_of_a_folder_are_loaded_in_order(run, tmp_path, library):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "b.toml").write_text(RECORD)
    (folder / "c.html").write_text("<html><body>nothing</body></html>")
    (folder / "d.toml").write_text(RECORD.replace("ap-1", "ap-2"))
    (folder / "e.jpg").write_bytes(b"\xff\xd8\xff")

    code, told = run("load", "news")

    outcomes = [line.split() for line in told.splitlines() if not line.startswith(" ")]
    assert code == 1
    assert outcomes == [
        ["draft", "news/a.txt"],
        ["new", "news/b.toml"],
        ["refused", "news/c.html"],
        ["new", "news/d.toml"],
        ["Done:", "1", "draft,", "2", "new,", "1", "refused."],
    ]
    assert {"ap-1", "ap-2"} <= published(library())


def test_an_article_is_published_only_when_nothing_is_missing(run, tmp_path, library):
    (tmp_path / "whole.txt").write_text(ARTICLE)
    (tmp_path / "part.txt").write_text(HEADLESS)

    code, told = run("load", "--publish", "whole.txt", "part.txt")

    assert code == 1
    assert told.splitlines() == [
        "new      whole.txt",
        "         tass-2024-06-21-lobov-2 is published.",
        "refused  part.txt",
        "         There is no headline. Write it, or declare it unknown.",
        "         There is no outlet. Name it, or declare it unknown.",
        "         There is no date. Give it, or declare it unknown.",
        "         Load it without --publish, and an editor can mend it.",
        "Done: 1 new, 1 refused.",
    ]
    opened = library()
    assert "tass-2024-06-21-lobov-2" in published(opened)
    assert opened.drafts.count() == 0


def test_what_an_editor_has_on_the_desk_is_not_published_behind_their_back(run, tmp_path, library):
    (tmp_path / "a.txt").write_text(ARTICLE)
    run("load", "a.txt")

    code, told = run("load", "--publish", "a.txt")

    assert code == 1
    assert "Draft #1 has the same text; an editor can publish that." in told
    assert library().drafts.get(1).state == "open"


def test_the_same_address_with_other_words_is_refused(run, tmp_path):
    page = "https://tass.com/politics/1805"
    (tmp_path / "a.md").write_text(f"---\nurl: {page}\n---\n{ARTICLE}")
    (tmp_path / "b.md").write_text(f"---\nurl: {page}\n---\n{ARTICLE}\nOne line more.\n")
    run("load", "a.md")

    code, told = run("load", "b.md")

    assert code == 1
    assert "Draft #1 has the same address, but other words" in told


def test_what_was_retracted_does_not_come_back_by_itself(run, tmp_path, library):
    (tmp_path / "a.txt").write_text(ARTICLE)
    run("load", "--publish", "a.txt")
    with closing(library()) as opened:
        id_ = "tass-2024-06-21-lobov-2"
        now = opened.drafts.get(1).at
        desk.retract(id_, "It was made up.", opened, now, "1")

    code, told = run("load", "--publish", "a.txt")

    assert code == 1
    assert "was retracted: It was made up." in told
    assert f"/correct {id_} opens it again." in told


@pytest.mark.parametrize("publish", [(), ("--publish",)], ids=["drafts", "published"])
def test_a_dry_run_stores_nothing_and_foresees_what_becomes_of_each(run, tmp_path, publish):
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text(HEADLESS)
    (tmp_path / "c.txt").write_text("\n")

    foreseen = run("load", "--dry-run", *publish, "a.txt", "b.txt", "c.txt")

    assert not (tmp_path / "library.db").exists()
    done = run("load", *publish, "a.txt", "b.txt", "c.txt")
    assert foreseen[0] == done[0] == 1
    assert foreseen[1].splitlines()[-1].removeprefix("Would be") == (
        done[1].splitlines()[-1].removeprefix("Done")
    )


def test_doubts_about_what_is_published_unseen_are_told(run, tmp_path):
    (tmp_path / "a.txt").write_text(
        f"{ARTICLE}\n“This will not hold for more than a year in that form.”\n"
    )

    _, told = run("load", "--publish", "a.txt")

    assert "is published." in told
    assert "Quote 2: " in told
