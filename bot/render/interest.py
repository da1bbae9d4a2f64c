"""When it is not clear what a subscription is to be about."""

from bot.buttons import Button
from bot.render import clause, labels, misfit
from bot.render.reply import Reply, doing, rows
from bot.render.subscribing import View
from digests.answers.interest import Dated, Unknown, WhichOne
from digests.answers.question import Misfit
from digests.models import Speaker

MOST = 8  # that are offered


def unclear(
    reading: Dated | WhichOne | Unknown | Misfit, what: str, id_: int, state: str, view: View
) -> Reply:
    """Help; choosing one of those offered does *what* with it."""
    match reading:
        case Misfit():
            return misfit.reply(reading, view.language)
        case Dated():
            return Reply(
                view.say(
                    "A subscription has no dates: it brings what is new. Leave out {since} and "
                    "{until}, please.",
                    since="since:",
                    until="until:",
                )
            )
        case WhichOne(asked, candidates):
            text = view.say("Which “{name}” do you mean?", name=labels.typed(asked))
            return Reply(text, rows(_speakers(candidates, what, id_, state, view)))
        case Unknown():
            return _unknown(reading, what, id_, state, view)


def _speakers(
    speakers: tuple[Speaker, ...], what: str, id_: int, state: str, view: View
) -> list[Button]:
    return [
        doing(
            labels.name(one, view.language), view.maker.do(what, id_, f"expert:{one.slug}", state)
        )
        for one in speakers[:MOST]
    ]


def _unknown(reading: Unknown, what: str, id_: int, state: str, view: View) -> Reply:
    text = view.say("Nobody and nothing here goes by “{name}”.", name=labels.typed(reading.asked))
    near = _speakers(reading.speakers, what, id_, state, view)
    near += [
        doing(
            clause.beside(each, view.language),
            view.maker.do(what, id_, f"clause:{each.address}", state),
        )
        for each in reading.clauses[: MOST - len(near)]
    ]
    if near:
        return Reply(text + " " + view.say("Did you mean:"), rows(near))
    return Reply(text + " " + view.say("/experts and /clauses list what there is."))
