"""What the library leans on."""

from bot.render import labels, pages
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.reply import Reply, Turning, rows
from bot.render.text import Text, bold, italic, join
from config.entries import Outlet
from digests.answers.sources import Leaning, Sources

ON_A_PAGE = 15


def reply(answer: Sources, language: Language) -> Reply:
    """List outlets with country, affiliation and number of articles."""
    page = answer.leanings[answer.offset : answer.offset + ON_A_PAGE]
    past = labels.no_more(language) if answer.offset and not page else ""
    head = join("\n", [*_head(answer, language), past])
    fitted = pages.fit(head, [_line(each, language) for each in page])
    size, total = ON_A_PAGE, len(answer.leanings)
    turn = Turning("sources", "", answer.offset, fitted.items, size, total)
    return Reply(fitted.text, rows(turn.buttons(language)))


def _head(answer: Sources, language: Language) -> list[Text]:
    title = labels.title(language.say("What this library leans on"))
    if not answer.articles:
        return [title, language.say("The library is empty so far.")]
    articles = language.count("{number} article", "{number} articles", answer.articles)
    span = Text()
    if answer.first and answer.last:
        first, last = language.day(answer.first), language.day(answer.last)
        span = language.say("from {first} to {last}", first=first, last=last)
    state = language.count(
        "{number} of them from a state-affiliated outlet",
        "{number} of them from state-affiliated outlets",
        answer.state_affiliated,
    )
    return [title, join(", ", [articles, span, state])]


def _line(leaning: Leaning, language: Language) -> Text:
    articles = language.count("{number} article", "{number} articles", leaning.articles)
    if leaning.name is None:
        return join(DOT, [bold(language.say("Outlet not identified")), articles])
    outlet = leaning.outlet
    country = (outlet.country if outlet else None) or language.say("country not recorded").plain
    facts = join(DOT, [bold(leaning.name), country, _affiliation(leaning, language), articles])
    return join("\n", [facts, italic(_basis(outlet, language))])


def _basis(outlet: Outlet | None, language: Language) -> Text:
    if outlet is None or outlet.basis is None:
        return Text()
    if outlet.checked is None:
        return Text(outlet.basis)
    return language.say("{what} (checked: {where})", what=outlet.basis, where=outlet.checked)


def _affiliation(leaning: Leaning, language: Language) -> Text:
    match leaning.state_affiliated:
        case True:
            return language.say("state-affiliated")
        case False:
            return language.say("not state-affiliated")
        case None:
            return language.say("state affiliation not recorded")
