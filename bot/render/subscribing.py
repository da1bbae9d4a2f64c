"""The way to a subscription: when, at what hour, by which clock, what about."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.buttons import Button
from bot.render import labels, schedules
from bot.render.labels import DOT
from bot.render.language import Language, later
from bot.render.reply import Reply, doing
from bot.render.text import Text, bold, code, italic, join
from bot.subscribing.path import AT_ONCE, EVERYTHING, WEEKLY, Maker
from config.catalogue import Catalogue
from config.entries import Treaty
from digests.models import Speaker
from digests.subscriptions import WEEK
from digests.zones.spellings import Place

HOURS = (6, 7, 8, 9, 12, 17, 18, 20)
IN_A_ROW = 4
CLAUSES_IN_A_ROW = 6
MORNINGS = later("Every morning")
CHOICES = (
    ("daily", MORNINGS),
    ("weekdays", later("On weekdays")),
    (WEEKLY, later("Once a week")),
    (AT_ONCE, later("As it happens")),
)
# Cities whose clocks many go by, from west to east; any other can be written.
CITIES = (
    "America/New_York",
    "Europe/London",
    "Europe/Vienna",
    "Europe/Moscow",
    "Asia/Shanghai",
    "Asia/Seoul",
)


@dataclass(frozen=True, slots=True)
class View:
    """How things are shown to who asks: the chat's clock, its topic, and where they ask.

    ``chat`` and ``title`` are those of a channel, which is spoken of elsewhere; ``replying``
    tells that only words in reply are heard, as in a group.
    """

    catalogue: Catalogue
    language: Language
    now: dt.datetime
    zone: str
    topic: int | None = None
    chat: int | None = None
    title: str = ""
    replying: bool = False

    def say(self, message: str, /, **parts: Text | str) -> Text:
        """Translate a sentence, as ``Language.say`` does."""
        return self.language.say(message, **parts)

    @property
    def maker(self) -> Maker:
        """Make what stands behind buttons."""
        return Maker(self.chat)

    @property
    def whose(self) -> Text:
        """Name the channel that is spoken of, if it is one."""
        return italic(labels.typed(self.title)) if self.title else Text()


def _step(question: Text, hint: Text, view: View, *buttons: Sequence[Button]) -> Reply:
    head = join("\n", [view.whose, bold(question)])
    return Reply(join("\n\n", [head, hint]), tuple(tuple(row) for row in buttons if row))


def _or_write(examples: Iterable[str], view: View) -> Text:
    """Say what may be written instead; in groups the bot hears replies alone."""
    shown = join(DOT, map(code, examples))
    if view.replying:
        return view.say("Or write it in reply to this, for example: {examples}", examples=shown)
    return view.say("Or write it, for example: {examples}", examples=shown)


def _grid(buttons: Sequence[Button], width: int) -> list[Sequence[Button]]:
    return [buttons[at : at + width] for at in range(0, len(buttons), width)]


def when(state: str, id_: int, view: View) -> Reply:
    """Ask on which days."""
    chosen = [
        doing(view.say(label), view.maker.do("subwhen", id_, choice, state))
        for choice, label in CHOICES
    ]
    hint = _or_write(["mon,thu 18:00", "daily 8:00,20:00", "monthly 1 9:00"], view)
    question = view.say("When shall digests come?")
    return _step(question, hint, view, *_grid(chosen, 2), _back(id_, view))


def day(state: str, id_: int, view: View) -> Reply:
    """Ask on which day of the week."""
    chosen = [
        doing(view.language.weekday(number), view.maker.do("subday", id_, name, state))
        for number, name in enumerate(WEEK)
    ]
    hint = _or_write(["tue", "mon,thu"], view)
    return _step(view.say("On which day?"), hint, view, *_grid(chosen, 2), _back(id_, view))


def hour(state: str, id_: int, view: View) -> Reply:
    """Ask at what hour."""
    times = [dt.time(hour) for hour in HOURS]
    chosen = [
        doing(view.language.hour(time), view.maker.do("subhour", id_, f"{time:%H:%M}", state))
        for time in times
    ]
    hint = _or_write(["7:45", "8am,6pm"], view)
    question = view.say("At what hour?")
    return _step(question, hint, view, *_grid(chosen, IN_A_ROW), _back(id_, view))


def zone(what: str, state: str, id_: int, view: View, lead: Text | None = None) -> Reply:
    """Ask by which clock, that of the chat first."""
    offered = dict.fromkeys((view.zone, *CITIES))
    chosen = [
        doing(_now(view.language.city(name), name, view), view.maker.do(what, id_, name, state))
        for name in offered
    ]
    question = view.say("In which time zone?")
    hint = _or_write([view.say("Vienna").plain, view.say("New York").plain], view)
    reply = _step(question, hint, view, *_grid(chosen, 2), _back(id_, view))
    return replace(reply, text=join("\n\n", [lead or Text(), reply.text]))


def zones(near: Sequence[Place], what: str, state: str, id_: int, view: View) -> list[Button]:
    """Make buttons of time zones that may be meant."""
    return [
        doing(_now(place.name, place.zone, view), view.maker.do(what, id_, place.zone, state))
        for place in near
    ]


def which_zone(near: Sequence[Place], what: str, state: str, id_: int, view: View) -> Reply:
    """Ask which of several time zones is meant."""
    chosen = zones(near, what, state, id_, view)
    hint = _or_write([view.say("Vienna").plain, "Europe/Vienna"], view)
    return _step(view.say("Which of these?"), hint, view, *_grid(chosen, 2), _back(id_, view))


def no_zone(
    words: str, near: Sequence[Place], what: str, state: str, id_: int, view: View
) -> Reply:
    """Say that no time zone goes by some words, and offer those spelt alike."""
    said = view.say("I find no time zone for “{name}”.", name=labels.typed(words))
    if not near:
        return zone(what, state, id_, view, said)
    reply = which_zone(near, what, state, id_, view)
    return replace(reply, text=join("\n\n", [said, reply.text]))


def _now(city: str, zone: str, view: View) -> Text:
    hour = schedules.hour(zone, view.now, view.language)
    return view.say("{city}, now {hour}", city=city, hour=hour)


def about(state: str, id_: int, view: View) -> Reply:
    """Ask what about."""
    maker = view.maker
    chosen = [
        [doing(view.say("Everything"), maker.do("subabout", id_, EVERYTHING, state))],
        [
            doing(view.say("A clause ▸"), maker.do("subclauses", id_, "", state)),
            doing(view.say("An expert ▸"), maker.do("subexperts", id_, "", state)),
        ],
    ]
    hint = _or_write(["Lukin", "Article 4", "clause:assistance expert:Lukin"], view)
    return _step(view.say("What about?"), hint, view, *chosen, _back(id_, view))


def clauses(state: str, id_: int, treaty: Treaty, view: View) -> Reply:
    """Offer the clauses of a treaty; their titles stand above, their numbers on the buttons."""
    lines = [join(". ", [clause.number or "", clause.title]) for clause in treaty.clauses]
    chosen = [
        doing(
            clause.number or clause.title,
            view.maker.do("subabout", id_, f"clause:{clause.slug}", state),
        )
        for clause in treaty.clauses
    ]
    numbers = [button for button in chosen if len(button.label) <= 2]  # noqa: PLR2004 - digits
    named = [[button] for button in chosen if button not in numbers]
    rows_ = [*named, *_grid(numbers, CLAUSES_IN_A_ROW), [_other(state, id_, view)]]
    return _step(view.say("Which clause?"), join("\n", lines), view, *rows_)


def experts(state: str, id_: int, found: Sequence[Speaker], view: View) -> Reply:
    """Offer those who are quoted most."""
    chosen = [
        doing(one.name, view.maker.do("subabout", id_, f"expert:{one.slug}", state))
        for one in found
    ]
    hint = _or_write(["Lukin", "Lukin, Mangott"], view)
    return _step(
        view.say("Which expert?"), hint, view, *_grid(chosen, 2), [_other(state, id_, view)]
    )


def _other(state: str, id_: int, view: View) -> Button:
    return doing(view.say("◂ Back"), view.maker.do("subabout", id_, "", state))


def _back(id_: int, view: View) -> list[Button]:
    return [doing(view.say("◂ Back"), view.maker.do("subchange", id_))] if id_ else []
