import contextlib
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from bot.__main__ import app
from bot.render import complaints, reading, refusals
from bot.render.language import Language
from config import catalogue as catalogues
from digests import review
from digests.drafting import hinted
from digests.drafts import Masthead
from digests.intake.outcomes import RawText, Reason
from digests.review import Complaint, ComplaintKind

KEYS = (
    "file headline outlet place published author url clauses events summary complaints quotes "
    "indirect".split()
)
QUOTE_KEYS = "text start end parts speaker kind told confidence evidence clauses".split()
ARTICLE = """\
Treaty counterbalances pressure — expert

MOSCOW, June 21. /TASS/. The treaty inked by Russia and North Korea is intended to stabilize the \
situation, a Russian analyst told TASS.

“The treaty is a step toward stabilization. It is needed,” said Roman Lobov of the Russian \
Institute for Strategic Studies, “to counterbalance forces in the region.”

Lobov noted that Article 4 provides for “immediate military assistance” in case of aggression. \
The treaty was signed on June 19, 2024 in Pyongyang.
"""
WAYS = {
    "plain": ARTICLE.encode(),
    "CRLF": ARTICLE.replace("\n", "\r\n").encode(),
    "CR": ARTICLE.replace("\n", "\r").encode(),
    "BOM": b"\xef\xbb\xbf" + ARTICLE.encode(),
    "BOM and CRLF": b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode(),
    "UTF-16": ARTICLE.encode("utf-16"),
    "Windows-1252": ARTICLE.encode("cp1252"),
    "signs beyond the basic plane": ("🕊 " + ARTICLE.replace("It is", "It 🕊 is")).encode(),
}
CODEC = {"UTF-16": "utf-16", "Windows-1252": "cp1252"}
PAGE = f"""<!doctype html><html><head><title>Counterbalance - TASS</title>
<meta property="og:site_name" content="TASS">
<meta property="article:published_time" content="2024-06-21T10:00:00Z">
<link rel="canonical" href="https://tass.com/politics/1"></head>
<body><article><h1>Counterbalance</h1>{
    "".join(f"<p>{p}</p>" for p in ARTICLE.replace("MOSCOW, June 21. ", "").split(chr(10) * 2)[1:])
}</article><script>alert(1)</script></body></html>"""


@pytest.fixture
def run(tmp_path):
    """Run the program in a folder of its own."""

    def run(*arguments):
        environment = {"TREATY_DIGEST_DATABASE": str(tmp_path / "library.db")}
        return CliRunner().invoke(app, list(arguments), env=environment, catch_exceptions=False)

    with contextlib.chdir(tmp_path):
        yield run


def lines(result):
    return [json.loads(line) for line in result.stdout_bytes.decode().splitlines()]


@pytest.mark.parametrize("way", WAYS)
def test_each_part_stands_at_its_offsets_whatever_the_line_ends_and_marks(run, tmp_path, way):
    (tmp_path / "a.txt").write_bytes(WAYS[way])
    source = WAYS[way].decode(CODEC.get(way, "utf-8")).removeprefix("\ufeff")

    result = run("draft", "--json", "a.txt")
    [draft] = lines(result)

    assert result.exit_code == 0
    assert list(draft) == KEYS
    assert draft["quotes"]
    for quote in draft["quotes"]:
        assert list(quote) == QUOTE_KEYS
        assert quote["text"] == " ".join(source[start:end] for start, end in quote["parts"])
        assert (quote["start"], quote["end"]) == (quote["parts"][0][0], quote["parts"][-1][1])


def test_a_draft_holds_what_other_programs_rely_on(run, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)

    [draft] = lines(run("draft", "--json", "a.txt"))

    assert draft["file"] == "a.txt"
    assert draft["headline"] == "Treaty counterbalances pressure — expert"
    assert (draft["outlet"], draft["place"], draft["published"]) == (
        "TASS",
        "Moscow",
        "2024-06-21",
    )
    assert draft["author"] is draft["url"] is None
    assert "assistance" in draft["clauses"]
    assert [list(event) for event in draft["events"]] == [["what", "date", "until", "when"]]
    assert draft["events"][0]["date"] == "2024-06-19"
    assert all(list(said) == ["speaker", "statement"] for said in draft["indirect"])
    assert "The summary is a draft. Accept it, or write a better one." in draft["complaints"]
    assert {quote["speaker"] for quote in draft["quotes"]} <= {"Roman Lobov", "treaty text", None}
    assert any(len(quote["parts"]) == 2 for quote in draft["quotes"])


def test_files_and_folders_are_read_in_order_and_nothing_is_stored(run, tmp_path):
    for name in ("news/b.txt", "news/a.md", "news/June/c.HTML", "news/gold.json", "news/x.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE if name.endswith("HTML") else ARTICLE)
    before = sorted(tmp_path.rglob("*"))

    result = run("draft", "news", "news/b.txt", "--json")

    told = [draft["file"] for draft in lines(result)]
    assert told == ["news/June/c.HTML", "news/a.md", "news/b.txt", "news/b.txt"]
    assert result.exit_code == 0
    assert sorted(tmp_path.rglob("*")) == before


def test_a_page_is_read_with_what_it_says_of_itself(run, tmp_path):
    (tmp_path / "page.html").write_text(PAGE)

    [draft] = lines(run("draft", "--json", "page.html"))

    assert (draft["headline"], draft["outlet"]) == ("Counterbalance", "TASS")
    assert (draft["published"], draft["url"]) == ("2024-06-21", "https://tass.com/politics/1")
    assert not [said for said in draft["complaints"] if "inferred" in said]
    assert "alert" not in json.dumps(draft)


def test_without_json_a_draft_is_a_card_for_people(run, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)

    told = run("draft", "a.txt").stdout

    for part in (
        "Headline: Treaty counterbalances pressure — expert",
        "Outlet: TASS (state-affiliated)",
        "Published: 21 June 2024",
        "To check\n  - The summary is a draft.",
        "“The treaty is a step toward stabilization. It is needed to counterbalance",
        "Roman Lobov, Russian Institute for Strategic Studies (sentence",
    ):
        assert part in told


UNFIT = {
    "empty.txt": (b" \n ", "There is no text in it."),
    "binary.txt": (b"\x00\x01\x02" * 50, "It is no text"),
    "paper.txt": (b"%PDF-1.7\n" + b"x" * 50, "It is a PDF"),
    "letter.docx": (b"PK\x03\x04" + b"\0" * 50, "It is a word processor’s file"),
    "photo": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "It is no text"),
    "notes": (b"Dear all", "Its name does not say what it is."),
    "feed.html": (b"<?xml version='1.0'?><rss><channel/></rss>", "It is a feed"),
    "data.txt": (b'{"a": 1}', "It is data for programs"),
    "huge.txt": (b"word " * 300_000, "It is longer than any article"),
    "enormous.html": (b"<p>word</p>" * 600_000, "It is longer than any article"),
    "wall.html": (
        b"<html><title>Just a moment...</title><p>Checking</p></html>",
        "The site asks for proof of",
    ),
    "record.toml": (b'id = "a"', "it is a record, which is no draft any more"),
    "missing.txt": (None, "there is no such file; check the path."),
    "n" * 300 + ".txt": (None, "it cannot be read (File name too long)"),
}


def test_what_cannot_be_read_is_told_of_and_the_others_go_on(run, tmp_path):
    for name, (raw, _) in UNFIT.items():
        if raw is not None:
            (tmp_path / name).write_bytes(raw)
    (tmp_path / "good.txt").write_text(ARTICLE)

    result = run("draft", "--json", *UNFIT, "good.txt")

    assert result.exit_code == 1
    assert [draft["file"] for draft in lines(result)] == ["good.txt"]
    for name, (_, why) in UNFIT.items():
        assert f"{name}: {why}" in result.stderr
    assert "Traceback" not in result.output


def test_a_text_about_something_else_entirely_is_said_to_be(run, tmp_path):
    (tmp_path / "soup.txt").write_text("Leek soup\n\n“Add salt,” said the cook. Serve it warm.\n")

    [draft] = lines(run("draft", "--json", "soup.txt"))

    assert draft["complaints"][0].startswith("It is about no treaty I know.")


def test_what_a_file_says_cannot_steer_the_terminal(run, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE.replace("Treaty", "\x1b[2J\x07\u202eTreaty", 1))

    told = run("draft", "a.txt").stdout

    assert "\x1b" not in told
    assert "\x07" not in told
    assert "\u202e" not in told


def test_the_same_files_give_the_same_drafts(run, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)

    assert run("draft", "--json", "a.txt").stdout == run("draft", "--json", "a.txt").stdout


@pytest.mark.parametrize("reason", Reason)
def test_each_reason_has_a_sentence_that_says_what_to_do(reason):
    said = refusals.reason(reason, Language()).plain

    assert said.endswith(".")
    assert len(said.split(". ")) >= 2 or "rename" in said or "send" in said.lower()


OF_QUOTES = {
    ComplaintKind.OTHER_SPEAKER,
    ComplaintKind.NO_SPEAKER,
    ComplaintKind.DOUBTFUL_SPEAKER,
    ComplaintKind.END_GUESSED,
}


@pytest.mark.parametrize("kind", ComplaintKind)
def test_each_complaint_is_one_line_that_says_which_quote_it_is_about(kind):
    about = "3" if kind in OF_QUOTES else ""

    said = complaints.sentences(Complaint(kind, about, "x\ny", "#7"), Language()).plain

    assert said.endswith((".", "y"))
    assert "\n" not in said
    assert said.startswith("Quote 3: ") == bool(about)


CATALOGUE = catalogues.load()
TEXTS = st.text(
    st.sampled_from("aB яИ .,“”\"'«»\r\n—1") | st.characters(codec="utf-8"), max_size=300
)
HINTS = st.builds(
    Masthead,
    headline=st.none() | st.text(max_size=20),
    outlet=st.none() | st.sampled_from(("TASS", "tass", "Nobody’s")),
    published=st.none() | st.dates(),
    url=st.none() | st.just("https://tass.com/1"),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(text=TEXTS, hints=HINTS, today=st.dates())
def test_any_text_gives_a_draft_that_can_be_written_and_is_verbatim(text, hints, today):
    draft = hinted.read(RawText(text=text, name="a", hints=hints), CATALOGUE, today)
    found = review.complaints(draft, CATALOGUE)

    table = json.loads(json.dumps(reading.as_json("a", draft, found, Language())))

    assert list(table) == KEYS
    for quote in table["quotes"]:
        assert quote["text"] == " ".join(text[start:end] for start, end in quote["parts"])
    assert reading.as_text("a", draft, found, CATALOGUE, Language())
