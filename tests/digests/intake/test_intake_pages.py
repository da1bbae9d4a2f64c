import json
import subprocess
import sys
from datetime import date

import pytest
from publishing import PARAGRAPHS, PUTIN, article, page

from digests.drafts import Masthead
from digests.intake.outcomes import RawText, Reason, Refused
from digests.intake.pages import MOST_ELEMENTS
from digests.intake.reading import read_file, read_page

URL = "https://news.example/world/1"


def taken(html):
    outcome = read_page(html.encode(), URL, "text/html; charset=utf-8")
    assert isinstance(outcome, RawText)
    return outcome


def refused(html):
    outcome = read_page(html.encode(), URL, "text/html")
    assert isinstance(outcome, Refused)
    return outcome.reason


def linked(**said):
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'


def test_a_page_is_its_article():
    assert taken(page()).text == "\n".join(["Pact signed", *PARAGRAPHS])


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>document.write('unseen words of a script')</script>",
        "<style>.unseen { color: red }</style>",
        "<!-- unseen words of a comment -->",
        "<noscript>unseen words for those without scripts</noscript>",
        "<template><p>unseen words of a template</p></template>",
        "<p hidden>unseen words that are said to be hidden</p>",
        '<p style="color: red; display: none">unseen words that are styled away</p>',
        '<p style="visibility:hidden">unseen words that are styled away</p>',
    ],
)
def test_only_what_a_reader_sees_is_kept(unseen):
    text = taken(page(article(more=unseen))).text

    assert "unseen" not in text
    assert PUTIN in text


def test_marks_of_a_quote_element_are_written_out():
    said = "<q>the pact is <i>strong</i></q>, he said, and so the treaty of both countries stands."

    assert "“the pact is strong”, he said" in taken(page(article(*PARAGRAPHS, said))).text


def test_signs_of_control_are_left_out():
    said = "<q>The treaty&#1; stands</q>&#11;, said Lukin, who had read all of it in the evening."

    assert "“The treaty stands”, said Lukin" in taken(page(article(*PARAGRAPHS, said))).text


def test_a_page_laid_out_in_a_table_has_no_bars():
    cells = "".join(f"<tr><td>{each}</td></tr>" for each in PARAGRAPHS)

    assert taken(page(f"<table>{cells}</table>")).text.split("\n") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        pytest.param(page("<div id=app></div>"), Reason.TOO_LITTLE, id="an empty frame"),
        pytest.param(
            page("<noscript>You need to enable JavaScript to run this app.</noscript>"),
            Reason.NEEDS_SCRIPTS,
            id="scripts",
        ),
        pytest.param(
            page(
                "<h1>news.example</h1><p>Verifying you are human.</p>",
                "<title>Just a moment...</title>",
            ),
            Reason.ROBOT_CHECK,
            id="a check of the browser",
        ),
        pytest.param(
            page(
                "<article><p>Our systems have detected unusual traffic from your computer network."
                " This page checks to see if it is really you sending the requests, and not a"
                " robot. Please complete the captcha.</p></article>"
            ),
            Reason.ROBOT_CHECK,
            id="a captcha with many words",
        ),
        pytest.param(
            page(article(*PARAGRAPHS[:2], more="<div>Subscribe to continue reading</div>")),
            Reason.NEEDS_SUBSCRIPTION,
            id="a teaser",
        ),
        pytest.param(
            page(
                f"<article><p>{PARAGRAPHS[0]}</p></article><aside>Только для подписчиков</aside>"
            ),
            Reason.NEEDS_SUBSCRIPTION,
            id="a teaser in Russian",
        ),
        pytest.param(
            page(article(), linked(**{"@type": "NewsArticle", "isAccessibleForFree": False})),
            Reason.NEEDS_SUBSCRIPTION,
            id="a teaser that says so in metadata",
        ),
        pytest.param(page("<p>Page not found.</p>"), Reason.TOO_LITTLE, id="an apology"),
        pytest.param(
            '<?xml version="1.0"?><!-- a --><rss version="2.0"><channel/></rss>',
            Reason.FEED,
            id="a feed",
        ),
        pytest.param('{"articles": []}', Reason.DATA, id="JSON"),
        pytest.param(page("<b>x</b>" * MOST_ELEMENTS), Reason.TOO_BIG, id="too many elements"),
        pytest.param(page("word " * 210_000), Reason.TOO_BIG, id="too many words"),
    ],
)
def test_a_page_without_its_article_is_refused_for_a_reason(html, reason):
    assert refused(html) == reason


def test_a_long_article_stands_beside_an_offer_to_subscribe():
    paragraphs = [f"{number}. {each}" for number in range(6) for each in PARAGRAPHS]
    offer = "<aside>Subscribe to continue reading</aside>"

    assert PUTIN in taken(page(article(*paragraphs) + offer)).text


def test_a_short_article_stands_where_only_scripts_speak_of_subscribing():
    head = "<script>const wall = 'Subscribe to continue reading'</script>"

    assert PUTIN in taken(page(article(), head)).text


def test_metadata_gives_hints():
    head = (
        "<title>Pact signed | Example News</title>"
        '<meta property="og:title" content="Pact  signed - Example News">'
        '<meta property="og:site_name" content="Example News">'
        '<meta name="author" content="Jane Doe">'
        '<meta property="article:published_time" content="2024-06-20T09:00:00+03:00">'
        '<link rel="canonical" href="/world/pact">'
    )

    assert taken(page(head=head)).hints == Masthead(
        headline="Pact signed",
        outlet="Example News",
        author="Jane Doe",
        published=date(2024, 6, 20),
        url="https://news.example/world/pact",
    )


def test_linked_data_gives_hints():
    said = {
        "@type": ["NewsArticle"],
        "headline": "Pact signed, both say",
        "datePublished": "2024-06-20",
        "author": [{"@type": "Person", "name": "Jane Doe"}, {"name": "Kim Roe"}],
        "publisher": {"name": "Example News"},
    }
    head = linked(**{"@graph": [{"@type": "WebSite", "name": "x"}, said]})

    assert taken(page(head=head)).hints == Masthead(
        headline="Pact signed, both say",
        outlet="Example News",
        author="Jane Doe, Kim Roe",
        published=date(2024, 6, 20),
        url=URL,
    )


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("", id="none"),
        pytest.param('<meta name="date" content="2024-06-20">', id="of the page, maybe"),
        pytest.param(
            '<meta property="article:modified_time" content="2024-06-20">', id="a change"
        ),
        pytest.param('<meta name="pubdate" content="20 June 2024">', id="in words"),
        pytest.param('<meta name="pubdate" content="2024-06-31">', id="no date"),
        pytest.param(
            '<meta name="pubdate" content="2024-06-20">'
            '<meta itemprop="datePublished" content="2024-06-19T23:00:00Z">',
            id="two that differ",
        ),
        pytest.param(linked(datePublished="2024-06-20", **{"@type": "Event"}), id="of an event"),
        pytest.param('<script type="application/ld+json">{"@type": </script>', id="broken data"),
        pytest.param(
            linked(**{"@type": "NewsArticle", "author": [None, 1], "@graph": 1}), id="odd"
        ),
    ],
)
def test_a_date_that_is_not_sure_is_no_hint(head):
    assert (
        taken(page(article("On June 20, 2024, it began.", *PARAGRAPHS), head)).hints.published
        is None
    )


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ('<link rel="canonical" href="https://www.news.example/2">', "https://www.news.example/2"),
        ('<link rel="canonical" href="https://other.example/2">', URL),
        ('<link rel="canonical" href="https://news.example/">', URL),
        ('<link rel="canonical" href="javascript:alert(1)">', URL),
        ('<link rel="canonical" href="http://[">', URL),
        ('<link rel="alternate" href="/feed">', URL),
    ],
)
def test_a_page_is_known_by_an_address_of_its_own_site(link, url):
    assert taken(page(head=link)).hints.url == url


def test_a_saved_page_is_known_by_the_address_it_names():
    raw = page(head='<link rel="canonical" href="https://news.example/2">').encode()

    assert read_file(raw, "saved.html").hints.url == "https://news.example/2"
    assert read_file(page().encode(), "saved.html").hints.url is None


def test_what_is_not_asked_for_is_not_imported():
    program = (
        "import sys, digests.intake.reading as r; r.read_file(b'A text.', 'a.txt');"
        "sys.exit(bool({'lxml', 'trafilatura', 'charset_normalizer'} & sys.modules.keys()))"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0  # noqa: S603 - ours
