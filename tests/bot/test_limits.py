"""Articles as large and as small as a record allows: shown within what Telegram takes."""

import datetime as dt
import re

import pytest
from talking import leaf_through

from bot.render.text import width
from digests import desk
from digests.models import Article, Happening, Indirect, Quote, Reprint

NOW = dt.datetime(2026, 12, 1, tzinfo=dt.UTC)
TREATY = "russia-dprk-2024"
NAME = "Zed " + "🦉" * 296
LONGEST = {
    "emoji": "🦉" * 4000,
    "words": "word " * 799 + "words",
    "Hangul": "조약" * 2000,
    "accents": "e\u0301" * 2000,
    "insertions": "[a]b" * 1000,
    "sentences": "One two. " * 444,
}
FULL, BARE = "full-article", "bare-article"


def full(catalogue):
    """Make an article whose every field is as long as it may be."""
    slugs = tuple(clause.slug for clause in catalogue.default.clauses)
    others = tuple(
        treaty.address(clause)
        for treaty in catalogue.treaties.values()
        for clause in treaty.clauses
        if treaty != catalogue.default
    )
    return Article(
        id=FULL,
        treaty=TREATY,
        headline="Headline " + "🦊" * 291,
        outlet="Outlet " + "🦊" * 293,
        published=dt.date(2026, 11, 30),
        date_note="n" * 300,
        place="p" * 300,
        author="🦊" * 300,
        url="https://example.org/" + "u" * 980,
        also_in=tuple(Reprint(outlet="🦝" * 300, published=NOW.date()) for _ in range(20)),
        clauses=(slugs + others)[:40],
        summary="🐻" * 4000,
        quotes=tuple(
            Quote(
                text=text,
                speaker=f"{NAME}",
                affiliation="🦉" * 300,
                told="🦉" * 300,
                kind="fragment",
                clauses=slugs,
                note="🦉" * 300,
            )
            for text in LONGEST.values()
        ),
        indirect=tuple(Indirect(statement="🐸" * 4000, speaker="🐸" * 300) for _ in range(10)),
        events=tuple(Happening(what="e" * 300) for _ in range(10)),
    )


def bare():
    """Make an article of which nothing is known, with words of which nothing is known."""
    quote = Quote(text="Words of nobody in particular", clauses=("media",))
    return Article(id=BARE, treaty=TREATY, quotes=(quote,), indirect=(Indirect(statement="x"),))


@pytest.fixture
async def chat(talk, own_services):
    catalogue, library = own_services.catalogue, own_services.library
    for article in (full(catalogue), bare()):
        desk.publish(article, catalogue, library, NOW, by="a test")
    async with talk(own_services) as chat:
        yield chat


def check(chat):
    """Check that Telegram took everything, and that nothing was near to being refused."""
    assert chat.house.refused == []
    for sent in chat.house.sent:
        assert width(sent["text"]) <= 4096
        assert len(sent.get("entities", [])) <= 100
        assert "Something went wrong" not in sent["text"]


@pytest.mark.parametrize(
    "question",
    [
        f"/article {FULL}",
        f"/article {BARE}",
        "/expert Zed",
        "/expert Zed clause:assistance outlet:Sputnik",
        "/clause assistance",
        "/clause assistance expert:Zed",
        "/clause media",
        "/clauses",
        "/latest 10",
        "/latest expert:Zed",
        "/search word",
        "/search headline",
        "/search word expert:Zed",
        "/search nothing expert:Zed",
        "/search words of nobody",
        "/experts",
        "/experts clause:assistance",
        "/sources",
        "/article full",
        "/expert",
        "/search x expert:z",
    ],
)
async def test_the_largest_and_the_smallest_article_are_shown_within_the_limits(chat, question):
    pages = await leaf_through(chat, question)

    check(chat)
    assert len({page.text for page in pages}) == len(pages)


async def test_no_word_of_a_long_quote_is_lost_in_its_article(chat):
    pages = await leaf_through(chat, f"/article {FULL}")
    bodies = [page.text.partition(" of ")[2].partition("\n\n")[2] for page in pages[1:]]

    shown = "".join("".join([pages[0].text, *bodies]).split())

    for text in LONGEST.values():
        assert f"“{''.join(text.split())}”" in shown


async def test_long_quotes_in_a_list_are_cut_outside_their_marks_and_keep_their_source(
    talk, own_services
):
    quotes = tuple(
        Quote(text=text, parts=parts, speaker="Zed", kind="fragment", clauses=("assistance",))
        for text, parts in [
            (LONGEST["emoji"], ()),
            (LONGEST["words"], ()),
            (f"a {'b' * 1990} {'c' * 1990}", ("a", "b" * 1990, "c" * 1990)),
        ]
    )
    article = Article(id="long", treaty=TREATY, outlet="TASS", quotes=quotes)
    desk.publish(article, own_services.catalogue, own_services.library, NOW, by="a test")
    async with talk(own_services) as chat:
        first, second, third = await leaf_through(chat, "/expert Zed")

        check(chat)
        facts = "\nTASS (state-affiliated) · date not known · Article 4\nfragment of a sentence"
        assert re.search("\n\n“🦉{900,}” \\[…\\]" + re.escape(facts), first.text)
        assert re.search("\n\n“(word )+word” \\[…\\]" + re.escape(facts), second.text)
        assert re.search("\n\n“a” … “b+” … “c+” \\[…\\]" + re.escape(facts), third.text)
        for number, page in enumerate((first, second, third), 1):
            assert f"3 quotes from 1 article, newest first, number {number} here\n" in page.text
        assert "Read: TASS" in first.labels


async def test_an_article_of_which_nothing_is_known_says_what_is_open(chat):
    [reply] = await chat(f"/article {BARE}")

    assert reply.text.splitlines()[:2] == [
        "Untitled, outlet not identified, date not known",
        "outlet not identified · date not known",
    ]
    assert "“Words of nobody in particular”\n— speaker not named · Article 20" in reply.text
    assert "• Speaker not named: x" in reply.text


async def test_words_of_nobody_in_particular_are_shown_under_their_clause(chat):
    [reply] = await chat("/clause media expert:Zed")
    pages = await leaf_through(chat, "/clause media")

    assert "Only: Zed" in reply.text
    assert any("Speaker not named\n“Words of nobody" in page.text for page in pages)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://localhost/a", id="a host without a dot"),
        pytest.param("https://exa'mple.org/a", id="a sign no host has"),
        pytest.param("https://example.org:99999/a", id="a port that is none"),
        pytest.param("https://[::1/a", id="half an address"),
        pytest.param("https://user@example.org/", id="a name before the host"),
    ],
)
async def test_an_address_that_telegram_would_refuse_is_given_to_copy(talk, own_services, url):
    article = Article(id="odd", treaty=TREATY, outlet="TASS", url=url, summary="s")
    desk.publish(article, own_services.catalogue, own_services.library, NOW, by="a test")
    async with talk(own_services) as chat:
        [shown] = await chat("/article odd")
        await chat("/latest 10")

        check(chat)
        assert url in shown.marked("code")
        assert "text_link" not in [mark["type"] for mark in shown.message["entities"]]


@pytest.mark.parametrize(
    "url",
    [
        "https://tass.com/world/1805993",
        "http://xn--80ak6aa92e.com",
        "https://пример.рф/статья?a=b#c",
        "https://example.org:8443/a(b)'c",
    ],
)
async def test_an_address_that_can_be_opened_is_a_link(talk, own_services, url):
    article = Article(id="even", treaty=TREATY, outlet="TASS", url=url)
    desk.publish(article, own_services.catalogue, own_services.library, NOW, by="a test")
    async with talk(own_services) as chat:
        [shown] = await chat("/article even")

        check(chat)
        assert [m["url"] for m in shown.message["entities"] if m["type"] == "text_link"] == [url]


async def test_many_namesakes_are_offered_a_few_at_a_time(talk, own_services):
    quotes = tuple(Quote(text="a", speaker=f"Kim {'🦉' * 290} {n}") for n in range(60))
    article = Article(id="kims", treaty=TREATY, quotes=quotes)
    desk.publish(article, own_services.catalogue, own_services.library, NOW, by="a test")
    async with talk(own_services) as chat:
        [which] = await chat("/expert Kim")
        await chat("/latest expert:Kim")
        await leaf_through(chat, "/experts")
        await leaf_through(chat, "/article kims")

        check(chat)
        assert len(which.labels) == 8
