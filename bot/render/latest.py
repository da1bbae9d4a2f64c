"""The newest articles, and articles in a list."""

from bot.buttons import Button
from bot.render import labels, misfit, pages
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.reply import Reply, Turning, opening, rows
from bot.render.text import Text, bold, join
from config.catalogue import Catalogue
from digests.answers.latest import MOST, Latest, NotANumber
from digests.answers.question import Misfit, written
from digests.models import Heading


def reply(answer: Latest | NotANumber | Misfit, catalogue: Catalogue, language: Language) -> Reply:
    """Show the newest articles."""
    match answer:
        case Latest():
            return _latest(answer, catalogue, language)
        case NotANumber(asked):
            text = language.say(
                "“{asked}” is not a number. /latest 3 gives three articles, {most} at most; "
                "/search finds words.",
                asked=labels.typed(asked),
                most=str(MOST),
            )
            return Reply(text)
        case Misfit():
            return misfit.reply(answer, language)


def _latest(answer: Latest, catalogue: Catalogue, language: Language) -> Reply:
    narrowed = labels.narrowed(answer.filter, catalogue, language)
    total = labels.counted(answer.total, language)
    title = labels.title(language.say("Newest articles, {number} in all", number=total))
    head = join("\n", [title, narrowed])
    if not answer.articles:
        head = join("\n\n", [head, _nothing(answer, language)])
    numbered = enumerate(answer.articles, answer.offset + 1)
    fitted = pages.fit(head, [item(n, each, catalogue, language) for n, each in numbered])
    shown = answer.articles[: fitted.items]
    argument = join(" ", [str(answer.size), written(answer.filter, catalogue)]).plain
    turn = Turning("latest", argument, answer.offset, len(shown), answer.size, answer.total.number)
    return Reply(
        fitted.text,
        rows(turn.buttons(language), read(shown, answer.offset, language)),
    )


def _nothing(answer: Latest, language: Language) -> Text:
    if answer.offset:
        return labels.no_more(language)
    if answer.filter:
        return language.say("No article fits these limits.")
    return language.say("The library is empty so far.")


def item(number: int, article: Heading, catalogue: Catalogue, language: Language) -> Text:
    """Show one article of a list: headline, outlet, date, summary."""
    facts = [
        labels.outlet(article.outlet, catalogue, language),
        labels.day(article, language),
        labels.source(article, language),
    ]
    title = labels.headline(article, catalogue, language)
    return join("\n", [f"{number}. " + bold(title), join(DOT, facts), article.summary or ""])


def read(articles: tuple[Heading, ...], offset: int, language: Language) -> list[Button]:
    """Give a button for each article of a list, by its number there."""
    return [
        opening(join(". ", [str(n), labels.short(article, language)]), "article", article.id)
        for n, article in enumerate(articles, offset + 1)
    ]
