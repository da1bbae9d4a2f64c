"""The clauses of a treaty, a line each."""

from bot.render import labels
from bot.render import treaty as treaty_render
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.reply import Reply, Turning, rows
from bot.render.text import Text, bold, italic, join
from config.references import Provision
from digests.answers.clauses import Clauses
from digests.answers.treaty import NoTreaty

ON_A_PAGE = 24


def reply(answer: Clauses | NoTreaty, language: Language) -> Reply:
    """List the clauses of a treaty, each with what the library holds on it."""
    if isinstance(answer, NoTreaty):
        return treaty_render.unknown(answer, language, "clauses")
    treaty = answer.treaty
    page = treaty.clauses[answer.offset : answer.offset + ON_A_PAGE]
    lines = [_line(Provision(treaty, clause), answer, language) for clause in page]
    legend = language.say("? means that the number or the content is not verified.")
    doubtful = any(_doubtful(Provision(treaty, clause)) for clause in page)
    text = join(
        "\n\n",
        [
            labels.title(language.say("Clauses of the {treaty}", treaty=treaty.short)),
            join("\n", lines) or labels.no_more(language),
            italic(legend) if doubtful else "",
            language.say("Open one with /clause and its number or name."),
        ],
    )
    total = len(treaty.clauses)
    turn = Turning("clauses", treaty.id, answer.offset, len(page), ON_A_PAGE, total)
    return Reply(text, rows(turn.buttons(language)))


def _line(provision: Provision, answer: Clauses, language: Language) -> Text:
    tally = answer.tally(provision)
    number = bold(provision.clause.number or "–")
    doubt = " ?" if _doubtful(provision) else ""
    quotes = language.count("{number} quote", "{number} quotes", tally.quotes)
    articles = language.count("{number} article", "{number} articles", tally.articles)
    held = join(", ", [quotes if tally.quotes else "", articles if tally.articles else ""])
    title = number + " " + provision.clause.title + doubt
    return join(DOT, [title, held])


def _doubtful(provision: Provision) -> bool:
    clause = provision.clause
    return not clause.content_checked or (clause.number is not None and not clause.number_checked)
