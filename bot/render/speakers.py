"""Who has been quoted."""

from bot.render import labels, misfit, pages
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.reply import Reply, Turning, rows
from bot.render.speaker import choices
from bot.render.text import Text, bold, join
from config.catalogue import Catalogue
from digests.answers.question import Misfit, written
from digests.answers.speakers import Speakers
from digests.models import Speaker


def reply(answer: Speakers | Misfit, catalogue: Catalogue, language: Language, size: int) -> Reply:
    """List speakers, most quoted first, with a button for each."""
    if isinstance(answer, Misfit):
        return misfit.reply(answer, language)
    total = labels.counted(answer.total, language)
    head = join(
        "\n",
        [
            labels.title(language.say("Who has been quoted: {number}", number=total)),
            labels.narrowed(answer.filter, catalogue, language),
        ],
    )
    if not answer.speakers:
        nobody = labels.no_more(language) if answer.offset else language.say("Nobody yet.")
        head = join("\n\n", [head, nobody])
    fitted = pages.fit(head, [_line(speaker, language) for speaker in answer.speakers])
    shown = answer.speakers[: fitted.items]
    argument = written(answer.filter, catalogue)
    turn = Turning("experts", argument, answer.offset, len(shown), size, answer.total.number)
    return Reply(fitted.text, choices(shown, language) + rows(turn.buttons(language)))


def _line(speaker: Speaker, language: Language) -> Text:
    quotes = language.count("{number} quote", "{number} quotes", speaker.quotes)
    return join("\n", [join(DOT, [bold(speaker.name), quotes]), labels.who(speaker, language)])
