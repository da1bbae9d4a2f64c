"""Which quote, and what is wrong with it: questions and their answers, as replies."""

from dataclasses import dataclass, replace

from bot.context import Ask, Services
from bot.menu import BY_NAME
from bot.objections import steps
from bot.objections.steps import About, Because, Fault, Page, Spot, Step
from bot.render import labels
from bot.render import objection as render
from bot.render.objection import Choice
from bot.render.reply import Reply, Shown
from digests import desk
from digests.desk.objections import A_DAY
from digests.library.reports import Objection


@dataclass(frozen=True, slots=True)
class Filed:
    """An objection is with the editors; they are still to be told."""

    id: int
    reply: Reply


async def asked(step: Step, ask: Ask, services: Services) -> Reply:
    """Ask what is to be asked next; what can be answered at once is."""
    if services.library.reports.lately(ask.asker.chat, services.clock.now()) >= A_DAY:
        return Reply(render.enough(A_DAY, ask.language))
    match step:
        case Page():
            return await _which(step, ask, services)
        case About(spot):
            return _what(spot, ask, services)
        case Because():
            return _more(step, ask, services)


async def _which(page: Page, ask: Ask, services: Services) -> Reply:
    question = replace(ask, argument=page.argument, offset=page.offset)
    answer = await BY_NAME[page.command].answer(question, services)
    choices = [choice for shown in answer.quotes if (choice := _choice(shown, services))]
    match choices:
        case []:
            return Reply(render.gone(ask.language))
        case [only]:
            return _what(only.spot, ask, services)
        case _:
            return render.which(choices, ask.language)


def _choice(shown: Shown, services: Services) -> Choice | None:
    article = services.library.articles.get(shown.article)
    if article is None or shown.quote not in article.quotes:
        return None
    return Choice(steps.spot(article, shown.quote), shown.quote)


def _what(spot: Spot, ask: Ask, services: Services) -> Reply:
    found = steps.found(spot, services.library)
    if found is None:
        return Reply(render.gone(ask.language))
    article, now = found
    return render.what(article, now, services.catalogue, ask.language)


def _more(step: Because, ask: Ask, services: Services) -> Reply:
    found = steps.found(step.spot, services.library)
    if found is None:
        return Reply(render.gone(ask.language))
    article, now = found
    return render.more(article.quotes[now.number - 1], replace(step, spot=now), ask.language)


async def file(
    step: Because, words: str, ask: Ask, code: str | None, services: Services
) -> Filed | Reply:
    """Bring an objection to the editors; *code* is the language to answer in, as Telegram's."""
    found = steps.found(step.spot, services.library)
    if found is None:
        return Reply(render.gone(ask.language))
    article, spot = found
    place, said = (spot.article, spot.number), _said(step.fault, words)
    if _is_known(article.quotes[spot.number - 1].text, said, ask.asker.chat, services):
        return Reply(render.thanks(ask.language))
    library, now, reader = services.library, services.clock.now(), ask.asker.chat
    outcome = await services.write(
        lambda: desk.report(*place, said, library, now, reader=reader, language=code or "")
    )
    match outcome:
        case desk.Reported(id_):
            return Filed(id_, Reply(render.thanks(ask.language)))
        case desk.TooMany(limit):
            return Reply(render.enough(limit, ask.language))
        case desk.NoQuote():
            return Reply(render.gone(ask.language))


def _said(fault: Fault, words: str) -> str:
    return f"{fault.value}: {labels.clean(words)}".strip()


def _is_known(text: str, said: str, reader: int, services: Services) -> bool:
    """Tell whether a reader said the same before, as by pressing a button twice."""
    waiting: list[Objection] = services.library.reports.waiting(reader)
    return any(each.text == text and each.words == said for each in waiting)
