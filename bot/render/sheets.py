"""An edition as messages: a head, stories set whole, and what they have in common at the end."""

from collections.abc import Iterable, Sequence

from bot.render import imprint, labels, pages, story, wire
from bot.render.story import Item, Setting
from bot.render.text import Text, join
from digests.editions import Edition
from digests.models import Count
from digests.subscriptions import Part, Shown

MOST = 3  # messages of an edition that is not brief
MOST_MARKS = pages.MOST_MARKS - pages.SPARE_MARKS

Page = list[Item]


def typeset(edition: Edition, setting: Setting, *, brief: bool, body: int) -> tuple[Part, ...]:
    """Set an edition as messages, cut between stories only; a brief one is one message.

    What does not fit is counted, and a button leads to the whole of it under the number *body*.
    """
    if not edition.stories:
        return (_part(imprint.nothing(edition, setting)),)
    bound = _bound(edition, setting, brief=brief)
    left = edition.left(sum(map(len, bound)))
    more = setting.address("edition", str(body)) if body and (brief or left.number) else None
    *before, last = zip(_heads(edition, len(bound), setting), bound, strict=True)
    parts = [_part(head, page) for head, page in before]
    foot = _foot(edition, left, setting)
    return (*parts, _part(*last, foot, _button(more, setting)))


def _bound(edition: Edition, setting: Setting, *, brief: bool) -> list[Page]:
    """Put the stories on pages, those that find room; with the last ones there is the foot."""
    most, set_ = (1, story.brief) if brief else (MOST, story.full)
    heads = _heads(edition, MOST, setting)
    foot = _foot(edition, edition.total, setting)
    bound: list[Page] = [[]]
    for each in edition.stories:
        item, closing = set_(each, setting), len(bound) == most
        page = [heads[len(bound) - 1], *_texts(bound[-1]), item.text]
        if bound[-1] and not _fit([*page, foot] if closing else page):
            if closing:
                return bound
            bound.append([])
        bound[-1].append(item)
    if len(bound[-1]) > 1 and not _fit([heads[len(bound) - 1], *_texts(bound[-1]), foot]):
        bound.append([bound[-1].pop()])
    return bound


def _texts(page: Page) -> list[Text]:
    return [item.text for item in page]


def _fit(texts: Sequence[Text]) -> bool:
    """Tell whether texts go into one message, with some room for word of what is taken back."""
    used = sum(text.width + len(pages.GAP) for text in texts)
    return used <= pages.COMFORTABLE and sum(len(text.marks) for text in texts) <= MOST_MARKS


def _heads(edition: Edition, last: int, setting: Setting) -> list[Text]:
    """Set the heads of so many messages; where there are several each says which it is."""
    language = setting.language
    marks = [
        language.say("{page} of {last}", page=language.number(n), last=language.number(last))
        for n in range(1, last + 1)
    ]
    first, *further = marks if last > 1 else [Text()]
    return [
        imprint.head(edition, first, setting),
        *(imprint.running(edition, mark, setting) for mark in further),
    ]


def _foot(edition: Edition, left: Count, setting: Setting) -> Text:
    if not left.number:
        return imprint.foot(edition, setting)
    language = setting.language
    said = language.count(
        "{left} more article did not fit.",
        "{left} more articles did not fit.",
        left.number,
        left=labels.counted(left, language),
    )
    return imprint.foot(edition, setting, said)


def _button(address: str | None, setting: Setting) -> wire.Wire:
    if address is None:
        return {}
    button = {"text": setting.language.say("Read all of it").plain, "url": address}
    return {"reply_markup": wire.nested({"inline_keyboard": [[button]]})}


def _part(
    head: Text,
    items: Iterable[Item] = (),
    foot: Text | None = None,
    button: wire.Wire | None = None,
) -> Part:
    """Put a message together, and tell where in it each article stands."""
    text, shows = head, list[Shown]()
    for item in items:
        begun = len(text.plain) + len(pages.GAP)
        shows += (Shown(one.article, one.start + begun, one.end + begun) for one in item.shows)
        text = join(pages.GAP, [text, item.text])
    content = wire.message(join(pages.GAP, [text, foot or ""])) | (button or {})
    return Part(wire.nested(content), tuple(shows))
