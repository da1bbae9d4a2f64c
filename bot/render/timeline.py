"""What happened to a treaty, oldest first."""

from bot.render import labels, pages
from bot.render import treaty as treaty_render
from bot.render.language import Language
from bot.render.reply import Reply, Turning, rows
from bot.render.text import Text, bold, italic, join
from config.entries import Event, Treaty
from digests.answers.timeline import Timeline
from digests.answers.treaty import NoTreaty


def reply(answer: Timeline | NoTreaty, language: Language, size: int) -> Reply:
    """Show what happened to a treaty."""
    if isinstance(answer, NoTreaty):
        return treaty_render.unknown(answer, language, "timeline")
    treaty = answer.treaty
    head = labels.title(language.say("Timeline of the {treaty}", treaty=treaty.short))
    if not answer.total:
        return Reply(join("\n\n", [head, language.say("No dated events are recorded for it.")]))
    if not answer.events:
        head = join("\n\n", [head, labels.no_more(language)])
    fitted = pages.fit(head, [_event(event, treaty, language) for event in answer.events])
    turn = Turning("timeline", treaty.id, answer.offset, fitted.items, size, answer.total)
    return Reply(fitted.text, rows(turn.buttons(language)))


def _event(event: Event, treaty: Treaty, language: Language) -> Text:
    date = language.days(event.date, event.until) if event.until else language.day(event.date)
    sources = "; ".join(treaty.sources[key] for key in event.checked)
    checked = (
        language.say("Checked in: {sources}", sources=sources)
        if sources
        else language.say("Not verified.")
    )
    return join("\n", [bold(date), event.what, event.note or "", italic(checked)])
