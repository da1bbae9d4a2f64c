import datetime as dt
import json
import tomllib
from dataclasses import fields
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writing import TREATY, a_quote, an_article, seeds

from config import catalogue as catalogues
from digests import records
from digests.errors import RecordRefused
from digests.models import Article, Happening, Indirect, Quote, Reprint

CATALOGUE = catalogues.load()
HEAD = f'id = "tass-2024-06-20-mangott"\ntreaty = "{TREATY}"\n'
QUOTE = HEAD + '[[quotes]]\ntext = "in essence an alliance"\n'
EVERY_TREATY = (
    "china-dprk-1961, csto-1992, north-atlantic-1949, russia-dprk-2000, russia-dprk-2024, "
    "union-state, us-japan-1960, us-rok-1953, ussr-dprk-1961"
)


def read(text):
    return records.parse(text.encode() if isinstance(text, str) else text, CATALOGUE)


def refusal(text):
    with pytest.raises(RecordRefused) as refused:
        read(text)
    return refused.value.problems


@pytest.mark.parametrize(("name", "raw"), [pytest.param(*seed, id=seed[0]) for seed in seeds()])
def test_a_shipped_record_reads_and_is_named_like_its_file(name, raw):
    article = read(raw)

    assert f"{article.id}.toml" == name
    assert article.summary
    assert read(records.dump(article)) == article


def test_no_open_value_is_filled_in():
    article = read(HEAD)

    assert article == an_article("tass-2024-06-20-mangott")
    assert records.dump(article) == HEAD


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("", "id is missing; add it.", id="nothing at all"),
        pytest.param(f'treaty = "{TREATY}"', "id is missing; add it.", id="no id"),
        pytest.param('id = "a"', "treaty is missing; add it.", id="no treaty"),
        pytest.param(
            HEAD + 'headlin = "x"',
            "headlin is not a key here; write headline if that is meant.",
            id="misspelt key",
        ),
        pytest.param(
            QUOTE + 'speeker = "x"',
            "quotes 1, speeker is not a key here; write speaker if that is meant.",
            id="misspelt key of a quote",
        ),
        pytest.param(
            HEAD + '[[events]]\nwhat = "x"\nwhatever = 1',
            "events 1, whatever is not a key of this file; remove it or correct its spelling.",
            id="key that is like none",
        ),
        pytest.param(
            QUOTE + 'headline = "x"',
            "quotes 1, headline is not a key here; "
            "move it to the part of the file where it belongs.",
            id="key below its place",
        ),
        pytest.param(
            HEAD + "headline = 5", "headline must be text in quotation marks.", id="number as text"
        ),
        pytest.param(
            HEAD + 'clauses = "assistance"',
            "clauses must be a list in square brackets.",
            id="text as list",
        ),
        pytest.param(
            HEAD + '[quotes]\ntext = "x"',
            "quotes must be a list; if it is one of tables, begin each with [[quotes]].",
            id="single brackets",
        ),
        pytest.param(
            HEAD + 'quotes = ["x"]',
            "quotes 1 must be a table of keys and values.",
            id="a quote as text",
        ),
        pytest.param(
            HEAD + "published = 2024-06-20T10:00:00",
            "published must be a date without a time, such as 2024-06-19.",
            id="date with a time",
        ),
        pytest.param(
            HEAD + 'published = "2024-06-20"',
            "published must be a date such as 2024-06-19, without quotation marks.",
            id="date as text",
        ),
        pytest.param(
            HEAD + "published = 2024",
            "published must be a date such as 2024-06-19, without quotation marks.",
            id="year as a number",
        ),
        pytest.param(
            HEAD + "published = 2024-02-30",
            "this is not TOML: Invalid date or datetime (at line 3, column 13); mend that place.",
            id="date that does not exist",
        ),
        pytest.param(
            f'id = "a"\ntreaty = "{TREATY[:-1]}3"',
            f"treaty 'russia-dprk-2023' is not in the catalogue; write one of {EVERY_TREATY}.",
            id="unknown treaty",
        ),
        pytest.param(
            HEAD + 'clauses = ["assistence"]',
            "clauses: 'assistence' is not a clause of russia-dprk-2024; "
            "write 'assistance' if that is meant.",
            id="misspelt clause",
        ),
        pytest.param(
            HEAD + 'clauses = ["4"]',
            "clauses: '4' is not a clause of russia-dprk-2024; "
            "write 'assistance' if that is meant.",
            id="clause by number",
        ),
        pytest.param(
            HEAD + 'clauses = ["health"]',
            "clauses: 'health' is not a clause of russia-dprk-2024; "
            "write 'shared-challenges' or 'social-culture' if that is meant.",
            id="clause by a name that two bear",
        ),
        pytest.param(
            HEAD + 'clauses = ["zzz"]',
            "clauses: 'zzz' is not a clause of russia-dprk-2024; "
            "write a clause's slug, as in the catalogue.",
            id="clause like none",
        ),
        pytest.param(
            QUOTE + 'clauses = ["assistance", "assistence"]',
            "quotes 1, clauses: 'assistence' is not a clause of russia-dprk-2024; "
            "write 'assistance' if that is meant.",
            id="misspelt clause of a quote",
        ),
        pytest.param(
            HEAD + '[[indirect]]\nstatement = "x"\nclauses = ["assistence"]',
            "indirect 1, clauses: 'assistence' is not a clause of russia-dprk-2024; "
            "write 'assistance' if that is meant.",
            id="misspelt clause of a statement",
        ),
        pytest.param(
            HEAD + 'clauses = ["north-atlantic-1949:assistence"]',
            "clauses: 'north-atlantic-1949:assistence' is not a clause of north-atlantic-1949; "
            "write 'north-atlantic-1949:assistance' if that is meant.",
            id="misspelt clause of another treaty",
        ),
        pytest.param(
            HEAD + 'clauses = ["north-atlantic-1948:assistance"]',
            "clauses: there is no treaty 'north-atlantic-1948' in the catalogue; "
            f"write one of {EVERY_TREATY}.",
            id="clause of an unknown treaty",
        ),
        pytest.param(
            HEAD + "published = 2024-06-20\npublished_from = 2024-06-20",
            "published and published_from exclude each other; keep the one that is known.",
            id="two days of publication",
        ),
        pytest.param(
            HEAD + '[[events]]\nwhat = "x"\ndate = 2024-06-19\nuntil = 2024-06-18',
            "events 1, until must come after date; mend one of them.",
            id="event that ends before it begins",
        ),
        pytest.param(
            QUOTE + 'kind = "treaty"\nspeaker = "Artyom Lukin"',
            "quotes 1, speaker must be 'treaty text' where kind is 'treaty'; mend one of them.",
            id="treaty text with a speaker",
        ),
        pytest.param(
            QUOTE + 'speaker = "treaty text"',
            "quotes 1, kind must be 'treaty' where speaker is 'treaty text'; mend one of them.",
            id="treaty text that is a sentence",
        ),
        pytest.param(
            QUOTE + 'speaker = "Treaty Text"',
            "quotes 1, kind must be 'treaty' where speaker is 'treaty text'; mend one of them.",
            id="treaty text in capitals",
        ),
        pytest.param(
            QUOTE + 'kind = "sentance"',
            "quotes 1, kind must be 'sentence', 'fragment' or 'treaty'.",
            id="unknown kind",
        ),
        pytest.param(
            QUOTE + 'parts = ["in essence", "alliance"]',
            "quotes 1, text must be its parts joined by one space; mend one of them.",
            id="parts that do not join to the text",
        ),
        pytest.param(
            f'id = "{"a" * 57}"\ntreaty = "{TREATY}"',
            "id is longer than 56 characters; shorten it.",
            id="id too long",
        ),
        pytest.param(
            f'id = "TASS-1"\ntreaty = "{TREATY}"',
            "id must be small Latin letters, digits and single hyphens.",
            id="id with capitals",
        ),
        pytest.param(
            HEAD + 'headline = " "',
            "headline must not be empty; leave the key out if it is not known.",
            id="empty headline",
        ),
        pytest.param(
            HEAD + '[[quotes]]\ntext = ""', "quotes 1, text is missing; add it.", id="empty quote"
        ),
        pytest.param(
            HEAD + 'headline = "a\\u0007b"',
            "headline holds line breaks or control characters; take them out.",
            id="control character",
        ),
        pytest.param(
            HEAD + 'url = "javascript:alert(1)"',
            "url must be an address without blanks that begins with https://.",
            id="address of a script",
        ),
        pytest.param(
            HEAD + '[[also_in]]\noutlet = "AP"\nurl = "ftp://ap.org"',
            "also_in 1, url must be an address without blanks that begins with https://.",
            id="address of a reprint",
        ),
        pytest.param(
            HEAD + "headline = \n",
            "this is not TOML: Invalid value (at line 3, column 12); mend that place.",
            id="not TOML",
        ),
        pytest.param(
            HEAD + 'id = "b"\n',
            "this is not TOML: A key stands there a second time (at line 3, column 9); "
            "mend that place.",
            id="the same key twice",
        ),
        pytest.param(
            HEAD.encode() + b'place = "Sch\xf6nbrunn"',
            "line 3 is not UTF-8; save the file as UTF-8.",
            id="not UTF-8",
        ),
        pytest.param(
            HEAD.encode("utf-16"), "line 1 is not UTF-8; save the file as UTF-8.", id="UTF-16"
        ),
        pytest.param(
            HEAD + "#" * records.LONGEST,
            "the file is larger than 1,000,000 bytes; split it, one article a file.",
            id="too large",
        ),
        pytest.param(
            HEAD + "headline = " + "[" * 9_999,
            "this is nested too deeply for a record; see `schema`.",
            id="nested too deeply",
        ),
        pytest.param(
            HEAD + "headline = " + "9" * 9_999,
            "a number in it is far too long; shorten it.",
            id="number too long for Python",
        ),
    ],
)
def test_a_refusal_names_the_field_and_the_fix(text, problem):
    assert problem in refusal(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HEAD + 'clauses = ["north-atlantic-1949:assistance"]', id="another treaty"),
        pytest.param(HEAD + 'clauses = ["russia-dprk-2024:assistance"]', id="full address"),
        pytest.param("\ufeff" + HEAD, id="byte order mark"),
        pytest.param(HEAD.replace("\n", "\r\n"), id="lines as Windows ends them"),
        pytest.param(HEAD + "#" * (records.LONGEST - len(HEAD)), id="just short enough"),
        pytest.param(QUOTE + 'kind = "treaty"\nspeaker = "treaty text"', id="treaty text"),
        pytest.param(QUOTE + 'kind = "treaty"', id="treaty text without a speaker"),
        pytest.param(QUOTE + 'parts = ["in essence", "an alliance"]', id="parts that join"),
        pytest.param(
            HEAD + '[[events]]\nwhat = "x"\ndate = 2024-06-19\nuntil = 2024-06-19', id="one day"
        ),
        pytest.param(HEAD.replace("tass-2024-06-20-mangott", "a" * 56), id="id just short enough"),
    ],
)
def test_what_fits_is_read(text):
    assert read(text).treaty == TREATY


def test_all_problems_are_told_at_once_the_misspelt_key_before_what_it_leaves_missing():
    problems = refusal(
        f'ids = "a"\ntreaty = "{TREATY}"\npublished = "June"\n[[quotes]]\nspeaker = 3\n'
    )

    assert problems == [
        "ids is not a key here; write id if that is meant.",
        "id is missing; add it.",
        "published must be a date such as 2024-06-19, without quotation marks.",
        "quotes 1, text is missing; add it.",
        "quotes 1, speaker must be text in quotation marks.",
    ]


def test_all_that_does_not_hold_together_is_told_at_once():
    problems = refusal(
        HEAD
        + 'published = 2024-06-20\npublished_from = 2024-06-20\nclauses = ["assistence"]\n'
        + '[[quotes]]\ntext = "a"\n[[quotes]]\ntext = "a"\nspeaker = "treaty text"\n'
    )

    assert [problem.split()[0] for problem in problems] == ["published", "clauses:", "quotes"]
    assert problems[-1].startswith("quotes 2, kind")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HEAD + "[[quotes]]\n" * 5_000, id="of form"),
        pytest.param(HEAD + "clauses = [" + '"zzz", ' * 5_000 + "]", id="of meaning"),
    ],
)
def test_of_a_flood_of_problems_only_the_first_are_told(text):
    problems = refusal(text)

    assert len(problems) == records.MOST_PROBLEMS + 1
    assert problems[-1] == "there is more; mend these first."


TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LATER_CONTROLS = "".join(map(chr, range(0x7F, 0xA0)))


def characters(*without):
    never = TURNING + LATER_CONTROLS + "".join(without)
    return st.characters(exclude_categories=["Cs"], exclude_characters=never)


CONTROLS = [chr(code) for code in range(32) if chr(code) not in "\t\n"]
NASTY = st.sampled_from(['"""', '""', "\\", "\n\n", "'''", "\u2028", "\U0001f1f0\U0001f1f5", "ё"])
PROSE = (
    st.lists(st.text(characters(*CONTROLS), max_size=8) | NASTY, min_size=1, max_size=6)
    .map(lambda stretches: "".join(stretches).strip())
    .filter(lambda text: 0 < len(text) <= 300)
)
DAYS = st.none() | st.dates()
CLAUSES = st.lists(
    st.sampled_from(["assistance", "preamble", "north-atlantic-1949:assistance"]), max_size=3
).map(tuple)
LINE = PROSE.map(lambda text: " ".join(text.split())).filter(bool)
KNOWN = st.none() | LINE


@st.composite
def quotes(draw):
    parts = tuple(draw(st.lists(PROSE, max_size=3)))
    kind = draw(st.sampled_from(["sentence", "fragment", "treaty"]))
    return Quote(
        text=" ".join(parts) or draw(PROSE),
        parts=parts,
        speaker=None if kind == "treaty" else draw(KNOWN),
        affiliation=draw(KNOWN),
        told=draw(KNOWN),
        kind=kind,
        language=draw(st.sampled_from([None, "en", "ru"])),
        clauses=draw(CLAUSES),
        note=draw(KNOWN),
    )


ARTICLES = st.builds(
    Article,
    id=st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,4}", fullmatch=True),
    treaty=st.just(TREATY),
    headline=KNOWN,
    outlet=KNOWN,
    published=DAYS,
    date_note=KNOWN,
    place=KNOWN,
    author=KNOWN,
    url=st.none()
    | st.from_regex(r"https?://[a-z]{1,9}(/[^\s\x00-\x1f\x7f]{0,9})?", fullmatch=True),
    also_in=st.lists(st.builds(Reprint, outlet=LINE, published=DAYS), max_size=2).map(tuple),
    clauses=CLAUSES,
    summary=st.none() | PROSE,
    quotes=st.lists(quotes(), max_size=3).map(tuple),
    indirect=st.lists(
        st.builds(Indirect, statement=PROSE, speaker=KNOWN, clauses=CLAUSES), max_size=2
    ).map(tuple),
    events=st.lists(st.builds(Happening, what=LINE, date=DAYS, when=KNOWN), max_size=2).map(tuple),
)


@settings(deadline=None)
@given(ARTICLES)
def test_what_is_written_down_reads_back_the_same(article):
    assert read(records.dump(article)) == article


@settings(deadline=None)
@given(
    st.binary()
    | st.text().map(str.encode)
    | st.text().map(lambda text: HEAD.encode() + text.encode())
)
def test_whatever_a_file_holds_it_is_read_or_refused_with_reasons(raw):
    try:
        told = [f"{read(raw).treaty}."]
    except RecordRefused as refused:
        told = refused.problems

    assert told
    assert all(sentence.endswith(".") for sentence in told)


def test_the_schema_is_json_schema_that_points_nowhere_else():
    schema = json.loads(json.dumps(records.schema()))

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["type"] == "object"
    assert sorted(schema["required"]) == ["id", "treaty"]
    assert schema["additionalProperties"] is False
    pointed = {value.removeprefix("#/$defs/") for value in everything(schema, "$ref")}
    assert pointed == schema["$defs"].keys()


def everything(node, key):
    """Give all values that stand under a key, however deep."""
    match node:
        case dict():
            found = [node[key]] if isinstance(node.get(key), str) else []
            return found + [one for value in node.values() for one in everything(value, key)]
        case list():
            return [one for value in node for one in everything(value, key)]
        case _:
            return []


def test_the_schema_lists_every_key():
    schema = records.schema()

    assert list(schema["properties"]) == [field.name for field in fields(Article)]
    assert list(schema["$defs"]["Quote"]["properties"]) == [field.name for field in fields(Quote)]
    assert schema["$defs"]["Quote"]["required"] == ["text"]


PARTS = {"quotes": "Quote", "indirect": "Indirect", "events": "Happening", "also_in": "Reprint"}


@pytest.mark.parametrize("raw", [pytest.param(raw, id=name) for name, raw in seeds()])
def test_every_key_of_the_shipped_records_stands_in_the_schema(raw):
    schema, record = records.schema(), tomllib.loads(raw.decode())

    assert record.keys() <= schema["properties"].keys()
    for part, kind in PARTS.items():
        for row in record.get(part, []):
            assert row.keys() <= schema["$defs"][kind]["properties"].keys()


def test_what_is_exported_looks_as_an_editor_would_write_it():
    article = an_article(
        published=dt.date(2024, 6, 20),
        clauses=("assistance",),
        quotes=(a_quote("One.\nTwo.", speaker="Artyom Lukin"),),
    )

    written = records.dump(article)

    order = ["id = ", "treaty = ", "published = 2024-06-20\n", "clauses = [", "[[quotes]]\n"]
    places = [written.index(start) for start in order]
    assert all(before < after for before, after in pairwise(places))
    assert 'text = """\nOne.\nTwo."""' in written
