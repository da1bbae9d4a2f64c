import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from publishing import PARAGRAPHS, page

from digests.intake import encodings, kinds
from digests.intake.outcomes import RawText, Reason, RecordFile, Refused
from digests.intake.reading import LONGEST_PAGE, LONGEST_TEXT, read_file, read_page

RUSSIAN = "Договор «предусматривает взаимную помощь в случае агрессии», заявил президент. "
KOREAN = '북한과 러시아는 "포괄적 전략적 동반자 관계에 관한 조약"을 체결했다고 밝혔다. '
JAPANESE = "ロシアと北朝鮮は「包括的戦略的パートナーシップ条約」に署名した。"
FRENCH = "Le traité prévoit « une assistance mutuelle en cas d’agression », a-t-il déclaré. "
ENGLISH = "“It’s a game changer,” Núñez said — and added £5 million. "
NAMES = ["a.txt", "a.md", "a.html", "a.toml", "a.docx", "a", "", ".txt", "a\0.txt"]
TYPES = [None, "text/html", "text/plain; charset=koi8-r", "text/html; charset=utf-16", "x/y"]


def reason(outcome):
    assert isinstance(outcome, Refused)
    return outcome.reason


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"One.\r\nTwo.\rThree.\n\x0bFour.\r\n", id="line ends"),
        pytest.param("Ё й é \u2028 \u00ad \u200b”".encode(), id="odd signs"),
        pytest.param(b"  \n One line, indented \n\n", id="white space round it"),
    ],
)
def test_a_text_is_taken_in_to_the_character(raw):
    assert read_file(raw, "a.txt") == RawText(text=raw.decode(), name="a.txt")


@pytest.mark.parametrize(("mark", "codec"), encodings.MARKS, ids=str)
def test_a_byte_order_mark_tells_the_encoding_and_is_dropped(mark, codec):
    raw = mark + RUSSIAN.encode(codec)

    assert read_file(raw, "a.txt", "text/plain; charset=koi8-r").text == RUSSIAN


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        pytest.param(RUSSIAN, "utf-8", id="UTF-8"),
        pytest.param(RUSSIAN, "cp1251", id="windows-1251"),
        pytest.param(RUSSIAN.replace("«", '"').replace("»", '"'), "koi8-r", id="KOI8-R"),
        pytest.param(KOREAN, "cp949", id="windows-949"),
        pytest.param(KOREAN, "euc-kr", id="EUC-KR"),
        pytest.param(JAPANESE, "cp932", id="Shift JIS"),
        pytest.param(FRENCH, "cp1252", id="French"),
        pytest.param(ENGLISH, "cp1252", id="English, long marks, few accents"),
        pytest.param("A treaty " * 300 + ENGLISH, "cp1252", id="accents far into it"),
    ],
)
def test_an_encoding_is_found_where_none_is_named(text, codec):
    assert read_file(text.encode(codec), "a.txt").text == text
    assert read_file((text * 20).encode(codec), "a.txt").text == text * 20


@pytest.mark.parametrize(
    ("content_type", "codec"),
    [
        ("text/plain; charset=windows-1251", "cp1251"),
        ('text/plain; charset="KOI8-R"', "koi8-r"),
        ("text/plain;charset=x-mac-cyrillic", "mac-cyrillic"),
        ("text/plain; charset=utf-16le", "utf-16-le"),
    ],
)
def test_a_named_encoding_is_used(content_type, codec):
    assert read_page("Да, договор".encode(codec), "https://a.example", content_type) == RawText(
        text="Да, договор",
        name="https://a.example",
        hints=read_page(b"A", "https://a.example", "text/plain").hints,
    )


def test_a_seven_bit_encoding_that_is_named_is_used():
    raw = JAPANESE.encode("iso2022-jp")

    assert read_file(raw, "a.txt", "text/plain; charset=iso-2022-jp").text == JAPANESE


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain; charset=utf-8",
        "text/plain; charset=ascii",
        "text/plain; charset=unicode_escape",
        "text/plain; charset=idna",
        "text/plain; charset=zip",
        "text/plain; charset=nonsense",
        "text/plain; charset=",
    ],
)
def test_an_encoding_that_is_named_wrongly_does_not_count(content_type):
    assert read_file(RUSSIAN.encode("cp1251"), "a.txt", content_type).text == RUSSIAN
    assert read_file(RUSSIAN.encode(), "a.txt", content_type).text == RUSSIAN


@pytest.mark.parametrize("declared", ["windows-1251", "ISO-8859-1", "utf-16"])
def test_utf_8_is_known_whatever_is_said_of_it(declared):
    raw = page(head=f'<meta charset="{declared}">').encode()

    assert read_page(raw, "https://a.example/1", f"text/html; charset={declared}").text.endswith(
        PARAGRAPHS[-1]
    )


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1251">',
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        "<meta charset=cp1251 />",
    ],
)
def test_a_page_may_name_its_encoding_itself(head):
    body = f"<article><p>{RUSSIAN * 3}</p></article>"
    raw = page(body, head).encode("cp1251")

    assert RUSSIAN.strip() in read_file(raw, "a.htm").text


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        pytest.param("a.txt", b"", Reason.EMPTY, id="nothing"),
        pytest.param("a.txt", b" \r\n\t \xc2\xa0", Reason.EMPTY, id="white space"),
        pytest.param("a.txt", codecs.BOM_UTF8, Reason.EMPTY, id="a byte order mark"),
        pytest.param("a.md", b"---\ntitle: A\n---\n", Reason.EMPTY, id="front matter alone"),
        pytest.param("a.html", b"<!-- nothing -->", Reason.EMPTY, id="a comment"),
        pytest.param("a.txt", b"a" * (LONGEST_TEXT + 1), Reason.TOO_BIG, id="a long text"),
        pytest.param("a.html", b"a" * (LONGEST_PAGE + 1), Reason.TOO_BIG, id="a long page"),
        pytest.param("a.txt", b"%PDF-1.7\n", Reason.PDF, id="PDF by another name"),
        pytest.param("a.pdf", b"%PDF-1.7\n", Reason.PDF, id="PDF"),
        pytest.param("a.docx", b"PK\x03\x04...", Reason.OFFICE, id="docx"),
        pytest.param("a.txt", b"PK\x03\x04...", Reason.OFFICE, id="docx by another name"),
        pytest.param("a.txt", rb"{\rtf1\ansi Treaty}", Reason.OFFICE, id="RTF"),
        pytest.param("a.png", b"\x89PNG\r\n\x1a\n", Reason.BINARY, id="PNG"),
        pytest.param("a.txt", b"\xff\xd8\xff\xe0", Reason.BINARY, id="JPEG"),
        pytest.param("a.txt", b"some\0bytes", Reason.BINARY, id="NUL"),
        pytest.param("a.txt", b"\x01\x02\x03\x04", Reason.BINARY, id="control signs"),
        pytest.param("a.csv", b"a,b", Reason.UNKNOWN_KIND, id="an unknown ending"),
        pytest.param("a", b"a text", Reason.UNKNOWN_KIND, id="no ending"),
        pytest.param("a.txt", b"\xef\xbb\xbf\xff\xfe\xfd", Reason.ENCODING, id="a mark that lies"),
        pytest.param("a.txt", b'{"title": "A"}', Reason.DATA, id="JSON"),
        pytest.param("a.txt", b'{"id": 1}\n{"id": 2}\n', Reason.DATA, id="lines of JSON"),
        pytest.param("a.txt", b"[" * 100_000, Reason.DATA, id="JSON, deep"),
        pytest.param("a.txt", b"<?xml version='1.0'?>\n<rss >", Reason.FEED, id="RSS"),
        pytest.param("a.html", b"<feed xmlns='x'><entry/></feed>", Reason.FEED, id="Atom"),
    ],
)
def test_what_is_no_text_is_refused_for_a_reason(name, raw, expected):
    assert reason(read_file(raw, name)) == expected


def test_the_longest_text_is_taken_in():
    assert isinstance(read_file(b"a" * LONGEST_TEXT, "a.txt"), RawText)


@pytest.mark.parametrize("text", ["[1] A note.", "[He] said so.", "{sic} it says", "<b>x</b> y"])
def test_a_text_that_only_begins_like_data_is_taken_in(text):
    assert read_file(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("name", "content_type", "kind"),
    [
        ("A.TXT", None, "text"),
        ("a.b.md", "text/plain", "markdown"),
        ("x.HTM", "application/octet-stream", "page"),
        ("x", "text/html; charset=utf-8", "page"),
        (None, "TEXT/PLAIN", "text"),
        ("a.log", "text/plain", "text"),
        ("a.toml", "text/plain", "record"),
        (None, None, None),
    ],
)
def test_the_name_tells_the_kind_before_the_content_type(name, content_type, kind):
    assert kinds.named(name, content_type) == kind


def test_a_record_is_passed_on_as_it_came():
    assert read_file(b'\xef\xbb\xbfid = "x"', "a.toml") == RecordFile(
        raw=b'\xef\xbb\xbfid = "x"', name="a.toml"
    )


def test_a_page_saved_as_text_is_read_as_a_page():
    assert PARAGRAPHS[1] in read_file(page().encode(), "saved.txt").text


@settings(deadline=None)  # the first page imports what reads pages
@given(
    st.binary(max_size=300)
    | st.lists(
        st.sampled_from(
            b'<html <p > </p> <script <meta charset= utf-16 " <!-- --> <body &amp; &#0; &#xD800; '
            b"treaty \xd0 \xff\xfe <title <h1 <q> </q> @type NewsArticle { [ ] } <table <td <a ( "
            b"href=http://[ application/ld+json display:none <noscript hidden \r\n --- # * _ `"
            b"".split(b" ")
        ),
        max_size=60,
    ).map(b" ".join),
    st.sampled_from(NAMES),
    st.sampled_from(TYPES),
)
@example(b"<html><script type='application/ld+json'>{\"@graph\": [[]]}</script>", "a.html", None)
@example(b"<html><script>&#1;</script>\x01 <q>&#x1;</q> &#xD800; &#xFFFF;" * 9, "a.html", None)
@example(b"<html><link rel=canonical href='http://['>", "a.html", None)
def test_no_bytes_break_it(raw, name, content_type):
    for outcome in (read_file(raw, name, content_type), read_page(raw, "https://a.example", name)):
        assert isinstance(outcome, RawText | RecordFile | Refused)


@given(st.text(min_size=1).filter(lambda text: "\ufeff" not in text))
def test_what_is_taken_in_is_what_was_written(text):
    match read_file(text.encode("utf-8", "replace"), "a.txt"):
        case RawText(text=taken):
            assert taken == text.encode("utf-8", "replace").decode()
        case Refused():
            pass
