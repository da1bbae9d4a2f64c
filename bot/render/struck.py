"""An article that was taken back: what stands in its place."""

import json

from bot.render import labels, pages, story, wire
from bot.render.story import Setting
from bot.render.text import Text, italic
from digests.press.typesetting import Struck
from digests.subscriptions import Part, Shown


def struck(part: Part, taken: Struck, setting: Setting) -> Part:
    """Put in the place of an article that it was taken back; again changes nothing."""
    content = json.loads(part.content)
    text, shows = wire.text(content), list(part.shows)
    for place, one in enumerate(shows):
        if one.article == taken.article.id:
            word = _word(text, one, taken, setting)
            before, after = text.slice(0, one.start), text.slice(one.end, len(text.plain))
            text = before + word + after
            shows = _moved(shows, place, len(word.plain))
    return Part(wire.nested(content | wire.message(text)), tuple(shows))


def _word(text: Text, one: Shown, taken: Struck, setting: Setting) -> Text:
    """Say that it was taken back; of one that stands among other outlets shortly."""
    whole = one.start == 0 or text.plain[one.start - 1] == "\n"
    room = pages.LONGEST - text.width + text.slice(one.start, one.end).width
    word = notice(taken, setting) if whole else _shortly(taken, setting)
    return pages.clip(word, room)


def notice(taken: Struck, setting: Setting) -> Text:
    """Say of an article that it was taken back, when and why."""
    catalogue, language = setting.catalogue, setting.language
    said = language.say(
        "Retracted on {date}: {headline} ({outlet}). Reason: {reason}",
        date=language.day(taken.on),
        headline=labels.headline(taken.article, catalogue, language),
        outlet=taken.article.outlet or labels.outlet(None, catalogue, language),
        reason=taken.reason,
    )
    return italic(said)


def _shortly(taken: Struck, setting: Setting) -> Text:
    entry = story.also(taken.article, setting).plain
    return italic(setting.language.say("{article} (retracted)", article=entry))


def _moved(shows: list[Shown], place: int, length: int) -> list[Shown]:
    """Move what stands after an article whose place now is of another length."""
    one = shows[place]
    by = length - (one.end - one.start)
    later = [
        Shown(other.article, other.start + by, other.end + by) if other.start >= one.end else other
        for other in shows
    ]
    later[place] = Shown(one.article, one.start, one.end + by)
    return later
