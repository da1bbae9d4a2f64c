from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.drafts import Masthead
from digests.intake import markdown
from digests.intake.reading import read_file

SIGNS = r"\`*_{}[]()#<>!~=-" + "\r"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("# Pact signed\r\nText\r\n", "Pact signed\r\nText\r\n", id="heading"),
        pytest.param("## Pact signed ##\n", "Pact signed\n", id="closed heading"),
        pytest.param("# On C#", "On C#", id="a sign that is part of the heading"),
        pytest.param("#hashtag", "#hashtag", id="no heading"),
        pytest.param("Pact\n====\nText\n----\n", "Pact\n\nText\n\n", id="underlined headings"),
        pytest.param("a\n\n* * *\n***\n", "a\n\n* * *\n\n", id="a rule"),
        pytest.param("> “So,” he said.\n>\n> > Deep", "“So,” he said.\n\nDeep", id="quotation"),
        pytest.param("a **bold** and *soft* word", "a bold and soft word", id="stars"),
        pytest.param("a __bold__ and _soft_ word", "a bold and soft word", id="lines"),
        pytest.param("***both*** and **one *in* two**", "both and one in two", id="nested"),
        pytest.param("*two\nlines*", "two\nlines", id="over a line end"),
        pytest.param("*two\n\nparagraphs*", "*two\n\nparagraphs*", id="not over paragraphs"),
        pytest.param("**조약**은 중요하다", "조약은 중요하다", id="before a particle"),
        pytest.param("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name", id="none"),
        pytest.param("[TASS](https://tass.com/a_(b)_c) says", "TASS says", id="link"),
        pytest.param("[TASS][1] says\n\n[1]: https://x.y 'T'\n", "TASS says\n\n", id="reference"),
        pytest.param("[He] said (so) [1]", "[He] said (so) [1]", id="brackets of the text"),
        pytest.param("![A photo](a.png)Text", "Text", id="image"),
        pytest.param("[![A](a.png)](b) Text", "[](b) Text", id="an image as a link"),
        pytest.param("see <https://x.y/z>", "see https://x.y/z", id="bare link"),
        pytest.param("the `code` here", "the code here", id="code"),
        pytest.param(r"\*not soft\* and 3\. done\!", "*not soft* and 3. done!", id="escapes"),
        pytest.param("- one\n- two\n1. three", "- one\n- two\n1. three", id="lists stay"),
    ],
)
def test_a_reader_sees_words_and_no_signs(written, read):
    assert markdown.plain(written) == read


@given(st.text(st.characters(exclude_characters=SIGNS, exclude_categories=["Cs"])))
def test_a_text_without_signs_stays_as_it_is(text):
    assert markdown.plain(text) == text


def test_front_matter_gives_hints():
    raw = (
        b'---\r\ntitle: "Pact signed"\r\ndate: 2024-06-20T10:00:00Z\r\nauthor: Jane Doe\r\n'
        b"source: TASS\r\ntags:\r\n  - treaty\r\nlayout: post\r\n---\r\nThe text.\r\n"
    )

    taken = read_file(raw, "a.md")

    assert taken.text == "The text.\r\n"
    assert taken.hints == Masthead(
        headline="Pact signed", published=date(2024, 6, 20), author="Jane Doe", outlet="TASS"
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\nAn article begins.\n\n---\nIt goes on.\n", id="rules"),
        pytest.param("---\ntitle: never closed\n", id="open"),
        pytest.param("Text\n---\ntitle: x\n---\n", id="not at the start"),
    ],
)
def test_rules_are_no_front_matter(text):
    assert markdown.front_matter(text) == (Masthead(), text)


def test_a_date_that_is_none_is_no_hint():
    assert markdown.front_matter("---\ndate: next week\ntitle:\n---\nText")[0] == Masthead()
