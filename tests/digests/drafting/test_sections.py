import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.drafting import sections

PIECES = st.sampled_from(
    [
        *(
            "\n",
            "\r\n",
            "\r",
            "\u2028",
            "\xa0",
            "\t",
            "\u200b",
            "\ufeff",
            " ",
            "\x85",
            "\x1c",
            "“",
            '"',
        ),
        *(
            ".",
            "MOSCOW, June 18. /TASS/. ",
            "Share",
            "By Jane Roe",
            "He said no.",
            "a",
            "А",
            "북",
            "©",
        ),
    ]
)
MESSES = st.lists(PIECES | st.text(max_size=12), max_size=40).map("".join)
LONG = (
    "The governments have been negotiating the text of the agreement for almost a year, one heard"
)


def cut(source):
    return [paragraph.text for paragraph in sections.paragraphs(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\xa0\n\t\n\u200b", [], id="white space"),
        pytest.param("One.\n\nTwo.", ["One.", "Two."], id="a blank line"),
        pytest.param("One.\r\n\r\nTwo.", ["One.", "Two."], id="Windows line ends"),
        pytest.param("One.\r\rTwo.", ["One.", "Two."], id="old Mac line ends"),
        pytest.param("One.\u2029Two.", ["One.", "Two."], id="paragraph separators"),
        pytest.param("One a\n\xa0\u200b\t\ntwo.", ["One a", "two."], id="a line that looks blank"),
        pytest.param("  One.  \n\n\ufeffTwo.", ["One.", "Two."], id="edges stripped"),
        pytest.param("One.\nTwo.", ["One.", "Two."], id="a sentence a line"),
        pytest.param(
            "He said no.\n“Yes,” she said.", ["He said no.", "“Yes,” she said."], id="quote"
        ),
        pytest.param(
            "Lines end.\n«Да», — сказал он.", ["Lines end.", "«Да», — сказал он."], id="ru"
        ),
        pytest.param("the pact, the\ntext of which", ["the pact, the text of which"], id="stray"),
        pytest.param(
            "the pact, the\r\ntext", ["the pact, the  text"], id="two spaces for two marks"
        ),
        pytest.param(
            f"{LONG}, said Russia's\nUnion State ally and the\nSecurity Organization said.",
            [f"{LONG}, said Russia's Union State ally and the Security Organization said."],
            id="where links were",
        ),
        pytest.param(
            "The pact is\n“unique,” he said.", ["The pact is “unique,” he said."], id="link"
        ),
        pytest.param(
            "Treaty signed\nNews\nIt was.", ["Treaty signed", "News", "It was."], id="labels"
        ),
        pytest.param("Headline\nBy Jane Roe\n14 March 2024", None, id="masthead lines"),
        pytest.param(".\nupstairs", [".", "upstairs"], id="a stop and a label"),
        pytest.param("SITE NAME\nfor studies", ["SITE NAME", "for studies"], id="capitals"),
        pytest.param(
            "A headline that is rather long\nMOSCOW, June 18. /TASS/. The treaty",
            ["A headline that is rather long", "MOSCOW, June 18. /TASS/. The treaty"],
            id="a dateline begins anew",
        ),
        pytest.param("• one\n• two", ["• one", "• two"], id="bullets"),
        pytest.param("договор о\nпартнёрстве", ["договор о партнёрстве"], id="Russian"),
        pytest.param(
            "조약이 발효됐다.\n정부는 말했다.", ["조약이 발효됐다.", "정부는 말했다."], id="Korean"
        ),
    ],
)
def test_a_text_is_cut_where_a_reader_would(source, expected):
    assert cut(source) == (source.split("\n") if expected is None else expected)


def test_a_text_broken_to_a_column_is_joined():
    first = (
        "Russia and North Korea signed a treaty on comprehensive strategic\n"
        "partnership in Pyongyang. President Vladimir Putin and the leader\n"
        "Kim Jong Un put their names to it after talks of two hours, and the\n"
        "text was published by KCNA on the next day. The two countries had\n"
        "been preparing it for months."
    )
    second = "The treaty has 23 articles, of which the fourth is the best known to\nreaders."

    assert cut(f"{first}\n{second}") == [first.replace("\n", " "), second.replace("\n", " ")]


def test_a_text_that_lost_its_line_ends_is_one_paragraph():
    assert len(cut("A headline MOSCOW, June 18. /TASS/. The treaty. " * 40)) == 1


def test_what_is_cut_keeps_its_place():
    paragraph = sections.Paragraph(10, "MOSCOW - The treaty")

    rest = paragraph.cut(8)

    assert (rest.start, rest.text, rest.end) == (19, "The treaty", paragraph.end)


@given(source=MESSES)
def test_each_paragraph_stands_in_the_source(source):
    end = 0
    for paragraph in sections.paragraphs(source):
        assert source[paragraph.start : paragraph.end].translate(sections.SPACES) == paragraph.text
        assert paragraph.start >= end
        assert paragraph.text == paragraph.text.strip(sections.OUTER) != ""
        end = paragraph.end


@given(source=MESSES)
def test_no_word_is_lost(source):
    bare = source.translate(dict.fromkeys(map(ord, sections.OUTER)))

    kept = "".join(cut(source)).translate(dict.fromkeys(map(ord, sections.OUTER)))

    assert kept == bare


@pytest.mark.parametrize("filling", ['"', "“”", "\n", "1", " ", "\r\n", "x", "."])
def test_a_megabyte_of_anything_is_cut_at_once(filling):
    source = filling * (1_000_000 // len(filling))
    start = time.thread_time()

    sections.paragraphs(source)

    assert time.thread_time() - start < 1
