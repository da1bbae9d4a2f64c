"""What a page says of itself, in its head: hints, and none where it is unsure.

It is not taken from trafilatura, which guesses dates from the text, asks the clock, and takes a
minute for a page of a thousand authors.
"""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement
from yarl import URL

from digests.drafts import Masthead

PUBLISHED = frozenset(
    "article:published_time og:article:published_time article:published datepublished "
    "publication_date publish-date publishdate pubdate parsely-pub-date sailthru.date "
    "dc.date.issued dcterms.issued citation_publication_date citation_online_date".split()
)
TITLE = ("og:title", "twitter:title", "dc.title")
OUTLET = ("og:site_name", "application-name")
AUTHOR = ("author", "article:author", "parsely-author", "dc.creator")
NAMES = ("name", "property", "itemprop")
ARTICLES = frozenset("Article BlogPosting LiveBlogPosting Report SocialMediaPosting".split())
SEPARATORS = "|-–—:·•"
LONGEST = 500  # characters of a hint
MOST = 200  # things a page says in JSON; the article is among the first

Thing = dict[str, Any]


def hints(tree: HtmlElement, url: str | None) -> Masthead:
    """Give what a page's metadata says; ``url`` is where the page was found."""
    metas, article = _metas(tree), next(_articles(tree), {})
    outlet = _first(*(metas.get(name) for name in OUTLET), _name(article.get("publisher")))
    titles = (metas.get(name) for name in TITLE)
    title = _first(article.get("headline"), *titles, _heading(tree), tree.findtext(".//title"))
    authors = (each for name in AUTHOR if (each := metas.get(name)) and "://" not in each)
    return Masthead(
        headline=_without(outlet, title),
        outlet=outlet,
        author=_first(_name(article.get("author")), *authors),
        published=_published(tree, article),
        url=_address(tree, url),
    )


def is_free(tree: HtmlElement) -> bool:
    """Tell that a page does not call itself closed to those who do not pay."""
    return not any(
        str(article.get("isAccessibleForFree")).lower() == "false" for article in _articles(tree)
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Give each name's first content, names in lower case."""
    found: dict[str, str] = {}
    for name, content in _contents(tree):
        found.setdefault(name, content)
    return found


def _contents(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for meta in tree.iter("meta"):
        name = next((meta.get(name) for name in NAMES if meta.get(name)), "")
        if content := (meta.get("content") or "").strip():
            yield name.strip().lower(), content


def _articles(tree: HtmlElement) -> Iterator[Thing]:
    """Give what a page says in JSON-LD of articles; the lists of others it links to are deeper."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            said = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (thing for thing in _things(said) if _is_article(thing))


def _things(said: Any) -> list[Thing]:
    listed = said if isinstance(said, list) else [said]
    found = [thing for thing in listed[:MOST] if isinstance(thing, dict)]
    graphs = [thing["@graph"] for thing in found if isinstance(thing.get("@graph"), list)]
    return found + [thing for graph in graphs for thing in graph[:MOST] if isinstance(thing, dict)]


def _is_article(thing: Thing) -> bool:
    kinds = thing.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(str(kind) in ARTICLES or str(kind).endswith("NewsArticle") for kind in listed)


def _name(thing: Any) -> str | None:
    """Give the name of a person or an organisation, or the names of several."""
    listed = thing if isinstance(thing, list) else [thing]
    named = [each.get("name") if isinstance(each, dict) else each for each in listed[:MOST]]
    return ", ".join(each for each in named if isinstance(each, str) and "://" not in each) or None


def _heading(tree: HtmlElement) -> str | None:
    """Give the page's one great heading; where there are several, none is sure."""
    found = tree.findall(".//h1")
    return str(found[0].text_content()) if len(found) == 1 else None


def _first(*candidates: Any) -> str | None:
    """Give the first that is a text, on one line."""
    texts = (" ".join(each.split()) for each in candidates if isinstance(each, str))
    return next((text for text in texts if 0 < len(text) <= LONGEST), None)


def _without(outlet: str | None, title: str | None) -> str | None:
    """Take the outlet's name off the end of a title."""
    if not (outlet and title and title.casefold().endswith(outlet.casefold())):
        return title
    rest = title[: -len(outlet)].rstrip()
    return rest.rstrip(SEPARATORS).rstrip() or title if rest.endswith(tuple(SEPARATORS)) else title


def _published(tree: HtmlElement, article: Thing) -> dt.date | None:
    """Give the day on which all that a page says agrees."""
    said = [content for name, content in _contents(tree) if name in PUBLISHED]
    said.append(str(article.get("datePublished") or ""))
    days = {day for each in said if (day := _day(each))}
    return days.pop() if len(days) == 1 else None


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written[:10])
    except ValueError:
        return None


def _address(tree: HtmlElement, url: str | None) -> str | None:
    """Give the address that the page calls its own, if it is at home where it was found."""
    for link in tree.xpath("//link[@href][contains(concat(' ', @rel, ' '), ' canonical ')]"):
        own = _web(link.get("href"), url)
        found = _web(url, None)
        if own and (found is None or (_home(own) == _home(found) and own.path != "/")):
            return str(own)
    return url


def _web(written: str | None, base: str | None) -> URL | None:
    try:
        address = URL((written or "").strip())
        if base:
            address = URL(base).join(address)
    except ValueError:
        return None
    fit = address.scheme in {"http", "https"} and address.host and not address.user
    return address if fit else None


def _home(address: URL) -> str:
    host = address.host or ""
    return next(
        (host.removeprefix(own) for own in ("www.", "m.", "amp.") if host.startswith(own)), host
    )
