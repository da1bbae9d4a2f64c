"""Bytes to text: which encoding it is, and no change to line ends."""

import codecs
import re

MARKS = (  # longest first: that of UTF-32 begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python also knows codecs that are no encodings of texts, such as `idna` and `unicode_escape`.
KNOWN = frozenset(
    "ascii utf-8 utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be iso8859-1 iso8859-2 "
    "iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-13 "
    "iso8859-14 iso8859-15 iso8859-16 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 "
    "cp1258 koi8-r koi8-u cp866 mac-cyrillic euc_kr cp949 iso2022_kr shift_jis cp932 euc_jp "
    "iso2022_jp gb2312 gbk gb18030 big5 big5hkscs cp874".split()
)
# Labels mean what browsers take them for: https://encoding.spec.whatwg.org/#names-and-labels
MEANT = {"windows-949": "cp949", "windows-874": "cp874", "sjis": "cp932"}
WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
WIDE = ("utf-16", "utf-32")
SEVEN_BITS = ("iso2022",)
WESTERN = "cp1252"
GUESSED = (
    "cp1251 koi8_r cp949 cp932 cp1252 euc_jp gb18030 big5 cp866 iso8859_5 mac_cyrillic".split()
)
HIGH = re.compile(rb"[\x80-\xff]+")
WORD = 3  # bytes above ASCII in a row: in western languages they stand alone or in pairs
LABEL = r"""charset\s*=\s*["']?\s*([\w.:-]{1,40})"""
IN_HEADER = re.compile(LABEL, re.ASCII | re.IGNORECASE)
IN_PAGE = re.compile(
    rb"""<meta\s[^<>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{1,40})"""
    rb"""|<\?xml\s[^<>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
HEAD = 4096  # bytes of a page in which it may declare its encoding


def declared(content_type: str | None) -> str | None:
    """Give the encoding that a content type names."""
    found = IN_HEADER.search(content_type or "")
    return found[1] if found else None


def declared_within(raw: bytes) -> str | None:
    """Give the encoding that a page itself names."""
    found = IN_PAGE.search(raw, 0, HEAD)
    return (found[1] or found[2]).decode("ascii") if found else None


def decode(raw: bytes, *labels: str | None) -> str | None:
    """Give the text without its byte order mark, None where no encoding fits.

    ``labels`` are the encodings it is said to be in. They are tried in turn, but bytes beyond
    ASCII that are UTF-8 are hardly ever anything else, and servers often name another.
    """
    for mark, wide in MARKS:
        if raw.startswith(mark):
            return _strictly(raw[len(mark) :], wide)
    named = [codec for label in labels if label and (codec := _codec(label))]
    if b"\0" not in raw:  # what names UTF-16 in ASCII is not in it
        named = [codec for codec in named if not codec.startswith(WIDE)]
    if not _is_western(raw):  # servers name Latin-1 where nobody has told them
        named = [codec for codec in named if codec != WESTERN]
    unlike = [codec for codec in named if codec.startswith((*WIDE, *SEVEN_BITS))]
    texts = (_strictly(raw, codec) for codec in (*unlike, "utf-8", *named))
    found = next((text for text in texts if text is not None), None)
    return _guessed(raw) if found is None else found


def _codec(label: str) -> str | None:
    name = label.strip().lower().removeprefix("x-")
    try:
        found = codecs.lookup(MEANT.get(name, name)).name
    except LookupError:
        return None
    return WIDER.get(found, found) if found in KNOWN else None


def _strictly(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None


def _guessed(raw: bytes) -> str | None:
    if _is_western(raw) and (text := _strictly(raw, WESTERN)) is not None:
        return text
    import charset_normalizer  # noqa: PLC0415 - takes 40 ms, and hardly any text needs it

    best = charset_normalizer.from_bytes(raw, cp_isolation=GUESSED).best()
    return _strictly(raw, best.encoding) if best else None


def _is_western(raw: bytes) -> bool:
    """Tell it by the accents: charset-normalizer takes English with a few for Japanese."""
    high = sum(len(run[0]) for run in HIGH.finditer(raw))
    words = sum(len(run[0]) for run in HIGH.finditer(raw) if len(run[0]) >= WORD)
    return 2 * words < high
