"""“Something wrong?”: what readers are asked, and told in the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.buttons import Button, Turn
from bot.objections.steps import NAME, About, Because, Fault, Spot
from bot.render import labels, pages
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.reply import Reply, Rows, opening, rows
from bot.render.text import Text, bold, italic, join, marked
from config.catalogue import Catalogue
from digests.library.reports import Objection, Verdict
from digests.models import Article, Quote

BEGINNING = 70  # UTF-16 units of a quote, enough to know it by
LONGEST = 700  # UTF-16 units of a quote that is asked about
IN_A_ROW = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """A quote that may be meant."""

    spot: Spot
    quote: Quote


def something_wrong(language: Language) -> str:
    """Label the button under an answer that shows quotes."""
    return language.say("Something wrong?").plain


def which(choices: Sequence[Choice], language: Language) -> Reply:
    """Ask which of the quotes on a page is meant."""
    lines = [
        Text(f"{n}. ") + _short(choice.quote, language) for n, choice in enumerate(choices, 1)
    ]
    head = bold(language.say("Which of these quotes is it?"))
    fitted = pages.fit(head, [join("\n", lines)])
    numbers = [
        Button(language.number(n), Turn(NAME, str(About(choice.spot))))
        for n, choice in enumerate(choices, 1)
    ]
    return Reply(fitted.text, _grid(numbers))


def _short(quote: Quote, language: Language) -> Text:
    """Give the beginning of a quote and who speaks."""
    beginning = pages.split(Text(quote.stretches[0]), BEGINNING)[0].stripped()
    cut = "” …" if beginning.plain != quote.text else "”"
    return "“" + beginning + cut + " (" + speaker(quote, language) + ")"


def speaker(quote: Quote, language: Language) -> Text:
    """Name who speaks."""
    if quote.kind == "treaty":
        return language.say("treaty text, as the outlet printed it")
    return Text(quote.speaker) if quote.speaker else language.say("speaker not named")


def _grid(buttons: list[Button]) -> Rows:
    return tuple(
        tuple(buttons[start : start + IN_A_ROW]) for start in range(0, len(buttons), IN_A_ROW)
    )


def what(article: Article, spot: Spot, catalogue: Catalogue, language: Language) -> Reply:
    """Ask what is wrong with a quote."""
    quote = article.quotes[spot.number - 1]
    clauses = [
        labels.short_clause(article.address(name), catalogue, language) for name in quote.clauses
    ]
    outlet = labels.outlet(article.outlet, catalogue, language)
    text = join(
        "\n",
        [
            bold(language.say("What is wrong with this quote?")),
            labels.quoted(quote, LONGEST),
            "— " + join(DOT, [speaker(quote, language), *clauses]),
            join(DOT, [outlet, labels.day(article, language), labels.source(article, language)]),
        ],
    )
    faults = [
        Button(fault(each, language), Turn(NAME, str(Because(spot, each)))) for each in Fault
    ]
    return Reply(text, rows(faults))


def fault(kind: Fault, language: Language) -> str:
    """Say what may be wrong, in a word or three."""
    match kind:
        case Fault.SPEAKER:
            return language.say("Wrong speaker").plain
        case Fault.WORDS:
            return language.say("Not the exact words").plain
        case Fault.CLAUSE:
            return language.say("Wrong clause").plain
        case Fault.OTHER:
            return language.say("Something else").plain


def more(quote: Quote, step: Because, language: Language) -> Reply:
    """Ask whether there is more to say."""
    text = join(
        "\n\n",
        [
            bold(fault(step.fault, language)) + "\n" + _short(quote, language),
            language.say(
                "Write to the editors what you know about it: your next message goes to them. "
                "Or send it as it is."
            ),
        ],
    )
    without = Turn(NAME, str(Because(step.spot, step.fault, end=True)))
    return Reply(text, rows([Button(language.say("Send without words").plain, without)]))


def thanks(language: Language) -> Text:
    """Thank a reader."""
    return language.say(
        "Thank you. The editors will check it against the source, and I will tell you here what "
        "comes of it."
    )


def enough(limit: int, language: Language) -> Text:
    """Ask a reader to wait."""
    return language.count(
        "Thank you for reading so closely. The editors have {number} quote from you to check; I "
        "can pass on more when they have answered, or tomorrow.",
        "Thank you for reading so closely. The editors have {number} quotes from you to check; I "
        "can pass on more when they have answered, or tomorrow.",
        limit,
    )


def gone(language: Language) -> Text:
    """Say that a quote is not there any more."""
    return language.say(
        "That quote is no longer in the library: it was corrected or taken out meanwhile. Please "
        "ask again to see how things stand now."
    )


def outcome(objection: Objection, quote: Quote | None, language: Language) -> Reply:
    """Tell a reader what came of it; *quote* is what they saw."""
    told = join("\n", [bold(_verdict(objection.verdict, language)), _answer(objection, language)])
    text = join(
        "\n\n",
        [
            language.say("You told the editors that something is wrong with this quote:")
            + "\n"
            + was(objection, quote, language),
            told,
            italic(language.say("That it was you who asked is now forgotten here.")),
        ],
    )
    if objection.verdict is Verdict.RETRACTED:
        return Reply(text)
    read = opening(language.say("Read the article as it stands"), "article", objection.article)
    return Reply(text, rows([read]))


def was(objection: Objection, quote: Quote | None, language: Language) -> Text:
    """Show the words that something is wrong with, and whose they were said to be."""
    if quote is None:
        return marked("“" + pages.clip(Text(objection.text), LONGEST) + "”", "blockquote")
    return join("\n", [labels.quoted(quote, LONGEST), "— " + speaker(quote, language)])


def _verdict(verdict: Verdict | None, language: Language) -> Text:
    match verdict:
        case Verdict.CORRECTED:
            return language.say("They have corrected it.")
        case Verdict.RETRACTED:
            return language.say("They have retracted the whole article; no answer shows it now.")
        case _:
            return language.say("They have checked it, and it stands as it is.")


def _answer(objection: Objection, language: Language) -> Text:
    if not objection.answer:
        return Text()
    return language.say("The editors write: {answer}", answer=labels.clean(objection.answer))
