"""A treaty: its names, its facts, and where sources differ about it."""

from bot.render import labels, pages
from bot.render.language import Language
from bot.render.reply import Reply, Turning, opening, rows, turning
from bot.render.text import Text, bold, italic, join
from config.entries import Treaty
from digests.answers.treaty import Known, NoTreaty


def reply(answer: Known | NoTreaty, language: Language) -> Reply:
    """Show the facts of a treaty."""
    if isinstance(answer, NoTreaty):
        return unknown(answer, language, "treaty")
    treaty = answer.treaty
    bound = pages.bind(_blocks(treaty, language))
    page = min(answer.offset, len(bound) - 1)
    turn = Turning("treaty", treaty.id, page, 1, 1, len(bound))
    others = [turning(other.short, "treaty", other.id) for other in answer.others]
    more = [
        opening(language.say("Clauses"), "clauses", treaty.id),
        opening(language.say("Timeline"), "timeline", treaty.id),
    ]
    return Reply(bound[page], rows(turn.buttons(language), more, others))


def _blocks(treaty: Treaty, language: Language) -> list[Text]:
    titles = [title for code, title in treaty.title.items() if code != "en"]
    blocks = [
        labels.title(treaty.title.get("en", treaty.short)),
        italic(join("\n", titles)),
        Text(treaty.about),
        join("\n", _facts(treaty, language)),
        italic(treaty.note or ""),
        _disagreements(treaty, language),
    ]
    return [block for block in blocks if block]


def _facts(treaty: Treaty, language: Language) -> list[Text]:
    signed = [language.day(treaty.signed) if treaty.signed else "", treaty.place or ""]
    in_force = language.day(treaty.in_force) if treaty.in_force else ""
    articles = language.count("{number} article", "{number} articles", treaty.articles or 0)
    facts = [
        (language.say("Parties"), language.listing(treaty.parties)),
        (language.say("Signed"), ", ".join(filter(None, signed))),
        (language.say("In force since"), in_force),
        (language.say("Status"), treaty.status),
        (language.say("Length"), articles.plain if treaty.articles else ""),
        (language.say("About the dates"), treaty.dates_note or ""),
    ]
    return [_fact(name, value) for name, value in facts if value]


def _fact(name: Text, value: str) -> Text:
    return bold(name) + ": " + value


def _disagreements(treaty: Treaty, language: Language) -> Text:
    lines = [
        language.say(
            "• {point}: {reported}; also reported: {also}",
            point=each.point,
            reported=each.reported,
            also=each.also,
        )
        for each in treaty.disagreements
    ]
    return join("\n", [bold(language.say("Where sources differ")), *lines]) if lines else Text()


def unknown(answer: NoTreaty, language: Language, command: str) -> Reply:
    """Help when no treaty goes by a name; choosing one asks *command* again."""
    text = language.say("No treaty here is called “{name}”.", name=labels.typed(answer.asked))
    hint = language.say("Did you mean:") if answer.near else language.say("/treaty lists them.")
    offered = [[turning(treaty.short, command, treaty.id)] for treaty in answer.near]
    return Reply(join(" ", [text, hint]), rows(*offered))
