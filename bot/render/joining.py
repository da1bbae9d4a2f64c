"""Who comes to the desk by a link, who is greeted, and who goes."""

from bot.render import staff
from bot.render.language import Language
from bot.render.reply import Reply, doing, rows
from bot.render.text import bold, code, join
from digests.desk import Why
from digests.library.staff import Editor


def came(editor: Editor, language: Language) -> Reply:
    """Tell an owner that their link was used."""
    text = language.say(
        "{name} ({id}) has opened your link and is an editor now.",
        name=bold(staff.name(editor, language)),
        id=code(str(editor.user)),
    )
    remove = doing(
        language.say("Remove {name}", name=staff.name(editor, language)), staff.about(editor)
    )
    return Reply(text, rows([remove]))


def welcome(language: Language) -> Reply:
    """Greet a new editor."""
    return Reply(
        join(
            "\n\n",
            [
                bold(language.say("Welcome: you are an editor of this library now.")),
                language.say(
                    "Send /load with an article, a file or a link, and I read it for you: who "
                    "said what, in which words, about which clause. You check and publish. "
                    "/drafts lists what waits, /reports what readers find wrong, and /help all "
                    "else."
                ),
                language.say("What you do at the desk is kept on record under your name."),
            ],
        )
    )


def farewell(language: Language) -> Reply:
    """Tell somebody that they are no editor any more."""
    return Reply(
        language.say(
            "You are no longer an editor of this library. Thank you for your work. All that is "
            "published stays open to you."
        )
    )


def here_already(language: Language) -> Reply:
    """Tell who opens a link that they need none."""
    return Reply(
        language.say("You are on the staff already, so this link does nothing for you. /help")
    )


def not_let_in(why: Why, language: Language) -> Reply:
    """Say why a link lets nobody in."""
    match why:
        case Why.USED:
            text = language.say(
                "This link has been used. Each lets in one person, once: please ask whoever gave "
                "it to you for a new one."
            )
        case Why.EXPIRED:
            text = language.say(
                "This link is too old: it was good for 24 hours. Please ask whoever gave it to "
                "you for a new one."
            )
        case Why.WITHDRAWN:
            text = language.say(
                "This link is no longer good: whoever made it is not an owner of this bot any "
                "more."
            )
        case Why.UNKNOWN:
            text = language.say(
                "I do not know this link. It may have been copied in part: please ask for it once "
                "more."
            )
    return Reply(text)
