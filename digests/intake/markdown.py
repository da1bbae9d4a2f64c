"""Markdown to the words that a reader of it sees; all else stays as it is, line ends too.

Every pattern takes time in proportion to the text: what may repeat within one cannot run over
the character that begins it.
"""

import datetime as dt
import re

from digests.drafts import Masthead

FRONT = re.compile(
    r"\A---[ \t]*\r?\n((?:(?:[\w-]{1,40}[ \t]*:|[ \t]|- |#)[^\r\n]*\r?\n|\r?\n)+)"
    r"(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
SETTING = re.compile(r"^(\w{1,30})[ \t]*:([^\r\n]*)", re.MULTILINE)
FIELDS = {
    "title": "headline",
    "headline": "headline",
    "outlet": "outlet",
    "source": "outlet",
    "publisher": "outlet",
    "author": "author",
    "place": "place",
    "url": "url",
    "link": "url",
}
DATES = ("date", "published")

HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+([^\r\n]*)", re.MULTILINE)
RULE = re.compile(r"^ {0,3}(?:={3,}|-{3,}|\*{3,}|_{3,})[ \t]*(?=\r?$)", re.MULTILINE)
QUOTING = re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE)
DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\r\n]{1,200}\]:[ \t]*\S[^\r\n]*\r?\n?", re.MULTILINE)
IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]\((?:[^()\r\n]|\([^()\r\n]*\))*\)")
LINK = re.compile(
    r"(?<![\\!])\[([^\[\]]{1,1000})\](?:\((?:[^()\r\n]|\([^()\r\n]*\))*\)|\[[^\[\]\r\n]{0,200}\])"
)
AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000})>")
CODE = re.compile(r"(?<![\\`])(`{1,2})([^`\r\n]+)\1(?!`)")
INNER = r"(?=\S)((?:[^{0}\r\n]|\r?\n(?![ \t]*\r?\n))+)(?<=[^\s\\])"
STARS = re.compile(r"(?<!\\)(\*{1,3})" + INNER.format("*") + r"\1")
LINES = re.compile(r"(?<![\\\w])(_{1,3})" + INNER.format("_") + r"\1(?!\w)")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~|-])")


def front_matter(text: str) -> tuple[Masthead, str]:
    """Take off the settings that stand over a text, and give them with the rest."""
    found = FRONT.match(text)
    if found is None:
        return Masthead(), text
    settings = {name.lower(): value.strip(" \t\"'") for name, value in SETTING.findall(found[1])}
    fields = {FIELDS[name]: said for name, said in settings.items() if said and name in FIELDS}
    dates = (_date(settings[name]) for name in DATES if name in settings)
    return Masthead(published=next(dates, None), **fields), text[found.end() :]


def plain(text: str) -> str:
    """Take off headings' and quotations' signs, emphasis and the addresses of links."""
    for pattern in (RULE, QUOTING, DEFINITION, IMAGE):
        text = pattern.sub("", text)
    text = HEADING.sub(_heading, text)
    text = AUTOLINK.sub(r"\1", LINK.sub(r"\1", text))
    text = CODE.sub(r"\2", text)
    for pattern in (STARS, LINES) * 2:  # one may stand within another
        text = pattern.sub(r"\2", text)
    return ESCAPE.sub(r"\1", text)


def _heading(found: re.Match[str]) -> str:
    """Give the words of a heading; signs may also close it."""
    words = found[1].rstrip()
    open_end = words.rstrip("#")
    return open_end.rstrip() if open_end != open_end.rstrip() else words


def _date(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written[:10])
    except ValueError:
        return None
