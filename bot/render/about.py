"""What the bot says of itself: help, welcome, labels, privacy, ids."""

from collections.abc import Sequence
from typing import Protocol

from bot.render import labels
from bot.render.language import Language
from bot.render.reply import Reply, opening, rows
from bot.render.text import Text, bold, code, italic, join


class Entry(Protocol):
    """One line of the table of commands."""

    @property
    def name(self) -> str:
        """The command, without the slash."""

    @property
    def usage(self) -> str:
        """What stands after it."""

    @property
    def purpose(self) -> str:
        """What it does, a short line."""

    @property
    def section(self) -> str:
        """Under which title it stands."""


def welcome(treaty: str, language: Language) -> Reply:
    """Greet somebody who has just arrived, with something to tap at once."""
    text = join(
        "\n\n",
        [
            labels.title(language.say("Who said what about which clause, word for word.")),
            language.say(
                "I keep news about the {treaty}: neutral summaries, and quotes exactly as "
                "printed, with speaker, outlet, date and a link to check them.",
                treaty=treaty,
            ),
            language.say(
                "Try /expert Lukin or /clause assistance, or simply write a name or a word. "
                "/subscribe has what is new come to you, and /help shows everything."
            ),
        ],
    )
    buttons = [
        opening(language.say("Newest articles"), "latest", ""),
        opening(language.say("Who has been quoted"), "experts", ""),
        opening(language.say("Clauses of the treaty"), "clauses", ""),
        opening(language.say("Timeline"), "timeline", ""),
    ]
    return Reply(text, rows(buttons))


def lead_nowhere(language: Language) -> Reply:
    """Say that a link to the bot leads nowhere."""
    return Reply(
        language.say("That link no longer leads anywhere. /help shows what I can answer.")
    )


def help_(entries: Sequence[Entry], bot: str, language: Language) -> Reply:
    """List the commands, by section, and how to narrow a question."""
    sections = dict.fromkeys(entry.section for entry in entries)
    blocks = [
        join(
            "\n",
            [
                bold(language.say(section)),
                *(_line(entry, language) for entry in entries if entry.section == section),
            ],
        )
        for section in sections
    ]
    narrowing = join(
        "\n",
        [
            bold(language.say("Narrowing a question")),
            language.say(
                "Add any of {filters}",
                filters=code("clause: expert: outlet: treaty: since: until:"),
            ),
            language.say(
                "For example: {example}",
                example=code("/search military assistance outlet:TASS since:2024-06"),
            ),
        ],
    )
    elsewhere = join(
        "\n",
        [
            bold(language.say("In any other chat")),
            language.say(
                "Write {example}, and choose what goes in.",
                example=code(f"@{bot} lukin assistance"),
            ),
        ],
    )
    return Reply(join("\n\n", [*blocks, narrowing, elsewhere]))


def _line(entry: Entry, language: Language) -> Text:
    usage = f" {language.say(entry.usage).plain}" if entry.usage else ""
    return Text(f"/{entry.name}{usage}") + " – " + language.say(entry.purpose)


def about(language: Language) -> Reply:
    """Explain the labels, the words of quotes, and corrections."""
    paragraphs = [
        labels.title(language.say("About Treaty Digest")),
        language.say(
            "I report who said what to whom, and take no side. Summaries are in our own words; "
            "words in quotation marks are exactly those the outlet printed."
        ),
        _titled(
            language.say("Translations"),
            language.say(
                "English quotes are given as the outlet printed them. They may be the outlet’s "
                "own translation of what was said in another language."
            ),
        ),
        _titled(
            language.say("Labels"),
            language.say(
                "“State-affiliated” marks outlets known to be owned or run by a state; /sources "
                "says where that was checked. “Fragment” marks words that were not printed as a "
                "whole sentence. Brackets inside a quote are the outlet’s insertions. “Treaty "
                "text” is a treaty’s wording as an outlet printed it, not an official text."
            ),
        ),
        _titled(
            language.say("What is open stays open"),
            language.say(
                "Where a source names no date, speaker or headline, none is made up. Clauses say "
                "which numbers and contents are not verified."
            ),
        ),
        _titled(
            language.say("Corrections"),
            language.say(
                "A corrected article replaces the old one in every answer at once, and its former "
                "wording is kept. If a quote is wrong, tap “Something wrong?” under the answer: "
                "the editors check it, and you hear what came of it."
            ),
        ),
    ]
    return Reply(join("\n\n", paragraphs))


def _titled(title: Text, body: Text) -> Text:
    return join("\n", [bold(title), body])


def privacy(language: Language) -> Reply:
    """Say what is kept about those who ask."""
    paragraphs = [
        labels.title(language.say("Privacy")),
        language.say("I do not keep who asked what."),
        language.say(
            "Where somebody subscribes, changes a setting or has a digest made, this is kept: the "
            "id of the chat, of groups and channels the name too; its settings and subscriptions, "
            "each with the id of who made it; and which messages were sent there, so that they "
            "can be mended if an article is retracted. /forgetme deletes all of that."
        ),
        language.say(
            "Two things are stored without any trace of who sent them: names nobody here bears "
            "(the name, how often, the last day), so that editors see what is missing; and the "
            "words of a question too long to fit behind a button, so that the button works."
        ),
        language.say(
            "If you say that something is wrong with a quote, the editors see your words, not who "
            "you are. Your words are kept; your id and language only until you were told what "
            "came of it."
        ),
        language.say("Of editors it is kept who they are and what they did at the desk."),
        language.say("Telegram itself sees this chat as it sees any other."),
    ]
    return Reply(join("\n\n", paragraphs))


def ids(chat: int, user: int | None, topic: int | None, language: Language) -> Reply:
    """Tell the ids of this chat and of who asks; a tap copies them."""
    lines = [language.say("This chat: {id}", id=code(str(chat)))]
    if user is not None:
        lines.append(language.say("You: {id}", id=code(str(user))))
    if topic is not None:
        lines.append(language.say("This topic: {id}", id=code(str(topic))))
    return Reply(join("\n", lines))


def unknown_command(name: str, near: Sequence[str], language: Language) -> Reply:
    """Help when a command does not exist."""
    text = language.say("There is no command /{name}.", name=labels.typed(name))
    if near:
        commands = language.alternatives(f"/{command}" for command in near)
        return Reply(text + " " + language.say("Did you mean {commands}?", commands=commands))
    return Reply(text + " " + language.say("/help lists them."))


def stale(language: Language) -> str:
    """Say that a button is too old to be followed."""
    return language.say("This button is too old to be followed. Please ask again.").plain


def sorry(reference: str, language: Language) -> Reply:
    """Apologise for a failure of ours."""
    return Reply(
        language.say(
            "Something went wrong here, and it was not your doing. It has been noted as "
            "{reference}. Please try again.",
            reference=code(reference),
        )
    )


def slower(language: Language) -> Reply:
    """Ask a chat to slow down."""
    return Reply(language.say("That is more than I can answer here. Please slow down a little."))


def failure(reference: str, kind: str, language: Language) -> Reply:
    """Tell an operator that something failed; the log has more under the reference."""
    return Reply(
        language.say(
            "Something failed: {kind}. The log has it under {reference}. I tell each kind once.",
            kind=code(kind),
            reference=code(reference),
        )
    )


def words_please(language: Language) -> Reply:
    """Answer a message without words."""
    return Reply(
        italic(language.say("I read words only: a name, a clause, or what to search for."))
    )
