"""A press with the plainest of typesetters, and what comes off it."""

import datetime as dt

from writing import NOW, an_article

from digests import desk, press
from digests.library.letters import Claim, Delivered
from digests.models import Filter
from digests.subscriptions import Part, Schedule, Shown

MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)
DAILY = Schedule((dt.time(9),))
AT_ONCE = Schedule()
TASS, NHK = Filter(outlets=("TASS",)), Filter(outlets=("NHK",))
SLOT = NOW.replace(hour=9) + DAY  # the first one, in UTC
STORIES = 2  # to a message


class Plain:
    """Sets the ids of articles, two to a message, after what else there is to tell."""

    def __init__(self):
        self.set = []

    def edition(self, edition, language, *, brief, body):
        self.set.append(edition)
        ids = [article.id for story in edition.stories for article in story.articles]
        head = f"{body} {language} {'brief' if brief else 'full'} {edition.first} {edition.last}"
        pieces = [ids[n : n + STORIES] for n in range(0, len(ids), STORIES)] or [[]]
        return tuple(self._part(head, piece) for piece in pieces)

    @staticmethod
    def _part(head, ids):
        shows, text = [], head
        for id_ in ids:
            shows.append(Shown(id_, len(text) + 1, len(text) + 1 + len(id_)))
            text += f"\n{id_}"
        return Part(text, tuple(shows))

    def struck(self, part, struck, _language):
        text, moved = part.content, []
        for one in part.shows:
            by = len(text) - len(part.content)
            start, end = one.start + by, one.end + by
            if one.article == struck.article.id:
                word = f"no {one.article}: {struck.reason}"
                text = text[:start] + word + text[end:]
                end = start + len(word)
            moved.append(Shown(one.article, start, end))
        return Part(text, tuple(moved))

    def notice(self, struck, language):
        return Part(f"{language} notice {struck.article.id} {struck.on}: {struck.reason}")


def subscribe(library, chat, schedule=DAILY, narrowing=TASS, now=NOW, slot=SLOT, **given):
    library.chats.meet(chat, "private", "", now)
    next_ = None if schedule.at_once else slot
    zone, language = given.get("zone", "UTC"), given.get("language", "en")
    return library.subscriptions.add(
        chat, given.get("topic"), schedule, zone, narrowing, language, None, now, next_
    )


def printed(library, now, typesetter=None):
    """Let the press do all there is to do; give what each slice did."""
    typesetter, done = typesetter or Plain(), []
    while not done or done[-1].more:
        done.append(press.run(library, now, typesetter, done[-1] if done else None))
    return done


def letters(library):
    return library.outbox.waiting(0, 100_000)


def words(library, letter):
    """Give what a letter says, without the first line of each message."""
    contents = library.bodies.contents(letter.body)[letter.part : letter.parts]
    return [line for content in contents for line in content.split("\n")[1:]]


def said(library):
    """Give what the waiting letters say, by chat."""
    return {letter.chat: words(library, letter) for letter in letters(library)}


def sent(library, now):
    """Send all that waits, message by message; give what each letter said, by chat."""
    said = {}
    for letter in letters(library):
        said.setdefault(letter.chat, []).append(words(library, letter))
        for part in range(letter.part, letter.parts):
            last = part == letter.parts - 1
            library.outbox.commit([Claim(letter.id, part)], [], now)
            message = 1_000 * letter.id + part
            library.outbox.commit([], [Delivered(letter.id, part, message, last)], now)
    return said


def release(catalogue, library, *ids, now=NOW, outlet="TASS", **given):
    for id_ in ids:
        article = an_article(id_, outlet=outlet, **given)
        desk.publish(article, catalogue, library, now, by="an editor")
