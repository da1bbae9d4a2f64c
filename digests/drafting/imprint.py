"""The short lines over and under an article: who, when, where from; each read by itself."""

import re
from dataclasses import dataclass, replace

from config.catalogue import Catalogue
from digests.drafting import bylines, dates, labels, outlets
from digests.drafting.dates import Mention

LONGEST = 200
SHORT = 60
ADDRESS = re.compile(
    r"(?:[\w ]{2,20}[:：]\s*)?(?:<\s?)?(?P<url>https?://[^\s/?#<>]+[^\s<>]*?)(?:\s?>)?[.,;]?"
)
FIELD = re.compile(
    r"(?P<name>headline|title|outlet|source|publisher|author|date|заголовок|источник|издание|"
    r"автор|дата|제목|출처|매체|기자|날짜)\s?[:：]\s?(?P<value>.+)",
    re.IGNORECASE,
)
FIELDS = {
    "headline": "headline title заголовок 제목",
    "outlet": "outlet source publisher источник издание 출처 매체",
    "author": "author автор 기자",
}
FIELD_OF = {word: field for field, words in FIELDS.items() for word in words.split()}
UPDATED = re.compile(
    r"(?:last\s)?(?:updated?|modified|revised)(?:\s(?:at|on))?\b|обновлено|изменено|수정|"
    r"업데이트",
    re.IGNORECASE,
)
# What may stand beside a date without saying anything more.
BESIDE = re.compile(
    r"\d{1,2}[:.]\d\d(?::\d\d)?(?:[+-]\d\d:?\d\d|Z)?|T\d\d:\d\d\S*"
    r"|\b\d{1,2}\s?[ap]\.?m\.?(?!\w)|(?<![^\W\d_])(?:[ap]\.?m\.?|"
    r"(?:UTC|GMT|EDT|EST|CDT|CST|PDT|PST|CET|CEST|EET|EEST|MSK|МСК|KST|JST|BST|IST|ET|Z|hrs|"
    r"h)(?:[+-]\d{1,2}(?::\d\d)?)?|"
    r"published|posted|created|released|issued|first|last|originally|updated?|modified|date|"
    r"on|at|"
    r"time|local|moscow time|mon|tue|tues|wed|thu|thurs|fri|sat|sun|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|опубликовано|обновлено|изменено|дата|в|г|года|"
    r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)(?!\w)"
    r"|기사입력|최종수정|입력|등록|수정|송고시간|송고|게시|발행|업데이트|오전|오후|"
    r"[월화수목금토일]요일",
    re.IGNORECASE,
)
APART = re.compile(r"[|•·;()]|\s[-–—/]\s|,\s|\s{2,}")
PLACE = re.compile(r"[A-ZÀ-ÞА-ЯЁ][\w’'-]+(?:\s[A-ZÀ-ÞА-ЯЁ][\w’'-]+)?")
HOST = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}")
NAME = re.compile(r"[A-ZÀ-ÞА-ЯЁ가-힣][\w&.’'-]*(?:[ /][\w&.’'-]+){0,4}")
SPECIAL = re.compile(r"special to (?P<name>.{3,50})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What one line says of the article it belongs to."""

    headline: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: Mention | None = None
    updated: Mention | None = None
    month: Mention | None = None


def read(text: str, catalogue: Catalogue) -> Imprint | None:
    """Read a line of a masthead; None where it is none."""
    if len(text) > LONGEST or (len(text) > SHORT and text.endswith((".", "”", '."'))):
        return None
    if address := _address(text):
        return Imprint(url=address)
    if outlet := _named(text, catalogue):
        return Imprint(outlet=outlet)
    return _field(text, catalogue) or _signed_or_dated(text, catalogue)


def _address(text: str) -> str | None:
    address = ADDRESS.fullmatch(text) if "://" in text else None
    return address["url"] if address else None


def _named(text: str, catalogue: Catalogue) -> str | None:
    if special := SPECIAL.fullmatch(text):
        return outlets.called(special["name"], catalogue)
    return outlets.of_line(text, catalogue) or outlets.of_copyright(text, catalogue)


def _signed_or_dated(text: str, catalogue: Catalogue) -> Imprint | None:
    days = dates.find(text)
    if days and days[0].words == text and days[0].day is None:
        return Imprint(month=days[0])
    published, updated = _days(text, days)
    if byline := bylines.read(_undated(text, days), catalogue):
        author, outlet = byline
        return Imprint(author=author, outlet=outlet, published=published, updated=updated)
    if published is None and updated is None:
        return None
    return _dated(text, days, Imprint(published=published, updated=updated), catalogue)


def _field(text: str, catalogue: Catalogue) -> Imprint | None:
    """Read a line that names what it gives, as ``Source: TASS``."""
    field = FIELD.fullmatch(text) if ":" in text or "：" in text else None
    if field is None:
        return None
    value = field["value"].strip()
    match FIELD_OF.get(field["name"].lower()):
        case "headline":
            return Imprint(headline=value)
        case "outlet" if NAME.fullmatch(value) and not outlets.PICTURES.search(value):
            return Imprint(outlet=outlets.called(value, catalogue))
        case "author" if byline := bylines.read(f"By {value}", catalogue):
            return Imprint(author=byline.author, outlet=byline.outlet)
        case _:
            return None


def _dated(text: str, days: list[Mention], found: Imprint, catalogue: Catalogue) -> Imprint | None:
    """Add to a date what else its line says; None where not all of that is understood."""
    outlet = author = place = None
    for part in _rest(text, days):
        if name := _outlet(part, catalogue):
            outlet = outlet or name
        elif byline := bylines.read(part, catalogue):
            author, outlet = author or byline.author, outlet or byline.outlet
        elif place is None and PLACE.fullmatch(part) and len(text) <= SHORT:
            place = part
        elif not (HOST.fullmatch(part) or labels.COUNTERS.fullmatch(part)):
            return None
    return replace(found, outlet=outlet, author=author)


def _rest(text: str, days: list[Mention]) -> list[str]:
    parts = (part.strip(" .,:()[]") for part in APART.split(_undated(text, days)))
    return [part for part in parts if any(map(str.isalpha, part))]


def _outlet(part: str, catalogue: Catalogue) -> str | None:
    if HOST.fullmatch(part):
        return outlets.of_address(f"https://{part}", catalogue)
    return _named(part, catalogue) or outlets.of_site(part)


def _days(text: str, days: list[Mention]) -> tuple[Mention | None, Mention | None]:
    """Give the day of publication and that of the last change, by the words before each."""
    published = updated = None
    last = 0
    for day in days:
        if day.day is None:
            continue
        if UPDATED.search(text, last, day.start):
            updated = updated or day
        else:
            published = published or day
        last = day.end
    return published, updated


def _undated(text: str, days: list[Mention]) -> str:
    """Give what is left of a line without its dates, hours and their labels."""
    if not days:
        return text
    pieces, last = [], 0
    for day in days:
        pieces.append(text[last : day.start])
        last = day.end
    return BESIDE.sub("", " ".join([*pieces, text[last:]])).strip(" .,|:;-–—()")
