"""Builders: articles large and strange, editions of them, and messages read back."""

import datetime as dt
import json
from importlib import resources

from hypothesis import strategies as st

from bot.rehearsal import transcript
from bot.render import wire
from digests import records
from digests.editions import Asked, Numbered, compose
from digests.models import Article, Count, Filter, Quote, Reprint

TREATY = "russia-dprk-2024"
FIRST, LAST = dt.date(2026, 12, 1), dt.date(2026, 12, 2)
BOT = "treaty_digest_bot"
ALPHABETS = ("aZ .", "한글 ", "😀 ", "e\u0301 ", "[x] ", "”. “", "é\u200d👩 ")
CLAUSES = ("assistance", "consultation", "preamble", "north-atlantic-1949:assistance", "no-such")


def edition(*articles, narrowing=Filter(), total=None, **given):  # noqa: B008 - a constant
    count = Count(number=len(articles) if total is None else total)
    numbered = [Numbered(n, article) for n, article in enumerate(articles, start=1)]
    asked = Asked(filter=narrowing, first=FIRST, last=LAST, total=count, **given)
    return compose(numbered, asked)


def an_article(id_="a-1", **given):
    return Article(id=id_, **({"treaty": TREATY} | given))


def content(part):
    return json.loads(part.content)


def text(part):
    return wire.text(content(part))


def shown(part):
    """Give the words under each place of a part, by article."""
    plain = text(part).plain
    return [(one.article, plain[one.start : one.end]) for one in part.shows]


def printed(*parts):
    """Write messages as they are seen, with the targets of links and with buttons."""
    nested = ("entities", "reply_markup")
    messages = [content(part) for part in parts]
    read = [m | {key: json.loads(m[key]) for key in nested if key in m} for m in messages]
    return "\n\n=====\n\n".join(map(transcript.shown, read)) + "\n"


def words(longest):
    """Draw words up to a length that is often reached."""
    return st.builds(
        lambda piece, times: ("x" + piece * times)[:longest].strip(),
        st.sampled_from(ALPHABETS),
        st.integers(0, longest // 2) | st.just(longest),
    )


names = words(300)
urls = st.sampled_from([None, "https://a.org/1", "https://a.org/😀", "http://x y", "https://b.c"])
days = st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1))
quotes = st.builds(
    Quote,
    text=words(4_000),
    speaker=st.none() | names,
    affiliation=st.none() | names,
    told=st.none() | names,
    kind=st.sampled_from(["sentence", "fragment", "treaty"]),
    note=st.none() | names,
)
reprints = st.builds(Reprint, outlet=names, url=urls, published=days)
strange = st.builds(
    Article,
    id=st.from_regex(r"[a-z0-9]{1,10}-[a-z0-9]{1,45}", fullmatch=True),
    treaty=st.sampled_from([TREATY, "north-atlantic-1949", "nobody-knows"]),
    headline=st.none() | names,
    outlet=st.sampled_from([None, "TASS", "Sputnik"]) | names,
    published=days,
    published_from=days,
    url=urls,
    also_in=st.lists(reprints, max_size=5).map(tuple),
    clauses=st.lists(st.sampled_from(CLAUSES), unique=True).map(tuple),
    summary=st.none() | words(4_000),
    quotes=st.lists(quotes, max_size=3).map(tuple),
)
plain = st.builds(
    lambda n, day: an_article(
        f"plain-{n}",
        headline=f"Headline {n} of a plain piece",
        outlet="TASS",
        published=day,
        summary="What it says, in two sentences. This is the second one of them. " * 4,
    ),
    st.integers(1, 10_000),
    days,
)
many = st.lists(strange | plain, min_size=1, max_size=12, unique_by=lambda article: article.id)


def seeds(catalogue):
    files = sorted(resources.files("seeds").iterdir(), key=lambda file: file.name)
    return [
        records.parse(file.read_bytes(), catalogue)
        for file in files
        if file.name.endswith(".toml")
    ]
