"""An edition again, a page at a time, with what did not fit into its messages."""

from collections.abc import Sequence

from bot.buttons import Button
from bot.render import imprint, labels, pages, story
from bot.render.language import Language
from bot.render.reply import Reply, Shown, Turning, opening, rows
from bot.render.story import Setting
from bot.render.text import Text
from config.catalogue import Catalogue
from digests.answers.edition import Again, NoEdition, WhatEdition
from digests.editions import Edition, Story

ON_A_PAGE = 5


def reply(
    answer: Again | NoEdition | WhatEdition, catalogue: Catalogue, language: Language, bot: str
) -> Reply:
    """Show an edition, or tell where its number is to be found."""
    match answer:
        case Again():
            return _again(answer, Setting(catalogue, language, bot))
        case NoEdition(asked):
            text = language.say(
                "No edition has the number “{number}”. /latest and /search find articles.",
                number=labels.typed(asked),
            )
            return Reply(text)
        case WhatEdition():
            text = language.say(
                "Which edition? The button under an edition that did not fit opens it; "
                "/latest shows the newest articles."
            )
            return Reply(text)


def _again(answer: Again, setting: Setting) -> Reply:
    edition, language = answer.edition, setting.language
    if not edition.stories:
        return Reply(imprint.nothing(edition, setting))
    shown = edition.stories[answer.offset :][:ON_A_PAGE]
    if not shown:
        return Reply(labels.no_more(language))
    text, number = _page(edition, shown, answer.offset, setting)
    turn = Turning(
        "edition", str(answer.number), answer.offset, number, ON_A_PAGE, len(edition.stories)
    )
    return Reply(
        text,
        rows(turn.buttons(language), [_button(each, language) for each in shown[:number]]),
        tuple(Shown(each.article.id, each.best) for each in shown[:number] if each.best),
    )


def _page(
    edition: Edition, shown: Sequence[Story], offset: int, setting: Setting
) -> tuple[Text, int]:
    """Put as many stories on a page as go there, with the last of all the foot."""
    items = [story.full(each, setting).text for each in shown]
    last = offset + len(items) == len(edition.stories)
    foot = imprint.foot(edition, setting, _older(edition, setting)) if last else Text()
    fitted = pages.fit(_head(edition, offset, len(items), setting), items, foot)
    if fitted.items < len(items):
        items = items[: fitted.items]
        fitted = pages.fit(_head(edition, offset, len(items), setting), items)
    return fitted.text, fitted.items


def _head(edition: Edition, offset: int, number: int, setting: Setting) -> Text:
    """Say which of the stories stand here, where it is not all of them."""
    language, total = setting.language, len(edition.stories)
    if number == total:
        return imprint.head(edition, Text(), setting)
    first, last = language.number(offset + 1), language.number(offset + number)
    of = language.number(total)
    if number == 1:
        window = language.say("{page} of {last}", page=first, last=of)
    else:
        window = language.say("{first}–{last} of {number}", first=first, last=last, number=of)
    place = imprint.running if offset else imprint.head
    return place(edition, window, setting)


def _older(edition: Edition, setting: Setting) -> Text:
    """Count the articles that are too many for any edition."""
    if edition.whole:
        return Text()
    left = edition.left(len(edition.stories))
    return setting.language.count(
        "{left} older article came in as well; /latest and /search find it.",
        "{left} older articles came in as well; /latest and /search find them.",
        left.number,
        left=labels.counted(left, setting.language),
    )


def _button(each: Story, language: Language) -> Button:
    return opening(labels.short(each.article, language), "article", each.article.id)
