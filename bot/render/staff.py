"""Editors: who they are, how they come, and how they go."""

import datetime as dt
from collections.abc import Sequence

from bot.buttons import Do
from bot.render import labels
from bot.render.desk import View
from bot.render.language import Language
from bot.render.reply import Reply, doing, rows
from bot.render.text import Text, bold, code, join
from digests.library.staff import Editor


def listed(
    editors: Sequence[Editor], offset: int, size: int, total: int, owners: int, view: View
) -> Reply:
    """List the editors of one page, in the order they came."""
    beside = view.language.count(
        "Beside them {number} owner, named in the bot’s settings, may do all that editors may.",
        "Beside them {number} owners, named in the bot’s settings, may do all that editors may.",
        owners,
    )
    lines = [_line(editor, view) for editor in editors] or [view.say("There are none yet.")]
    adding = [
        doing(view.say("Make a one-time link"), Do("invite")),
        doing(view.say("Add somebody"), Do("appoint")),
    ]
    turns = []
    if offset > 0:
        turns.append(doing(view.say("◂ Back"), Do("editors", number=max(offset - size, 0))))
    if offset + size < total:
        turns.append(doing(view.say("More ▸"), Do("editors", number=offset + size)))
    removing = [
        doing(view.say("Remove {name}", name=name(editor, view.language)), about(editor))
        for editor in editors
    ]
    text = join("\n\n", [bold(view.say("Editors")), join("\n", lines), beside])
    return Reply(text, rows(turns, adding, removing))


def about(editor: Editor, what: str = "dismiss") -> Do:
    """Name an editor behind a button; ids grow longer than its numbers may be."""
    return Do(what, argument=str(editor.user))


def name(editor: Editor, language: Language) -> str:
    """Name an editor."""
    called = labels.typed(editor.name)
    return called or language.say("user {id}", id=str(editor.user)).plain


def _line(editor: Editor, view: View) -> Text:
    return "• " + view.say(
        "{name} ({id}), added by {who} on {date}",
        name=bold(name(editor, view.language)),
        id=code(str(editor.user)),
        who=view.who(editor.added_by),
        date=view.language.day(editor.at.astimezone(view.zone).date()),
    )


def whom(view: View) -> Reply:
    """Ask who is to become an editor."""
    ask = view.say(
        "Who shall become an editor? Forward me a message of theirs, share their contact, or "
        "write their id, which /id tells them, and a name: {example}",
        example=code("12345 Ada"),
    )
    return Reply(ask, rows([doing(view.say("◂ Editors"), Do("editors"))]))


def hidden(view: View) -> Reply:
    """Say that nobody can be recognised in a message."""
    text = view.say(
        "That does not tell me who it is: in forwarded messages many hide their account. Write "
        "their id instead, which /id tells them, or make a one-time link."
    )
    buttons = [
        doing(view.say("Make a one-time link"), Do("invite")),
        doing(view.say("◂ Editors"), Do("editors")),
    ]
    return Reply(text, rows(buttons))


def usage(view: View) -> Reply:
    """Say what may stand after the command."""
    text = view.say(
        "/editors lists them. {add} adds somebody, as does {reply} in reply to a message of "
        "theirs that you have forwarded to me; {remove} removes somebody.",
        add=code("/editors add 12345 Ada"),
        reply=code("/editors add"),
        remove=code("/editors remove 12345"),
    )
    return Reply(text, rows([doing(view.say("◂ Editors"), Do("editors"))]))


def no_person(view: View) -> Reply:
    """Say that a bot is no editor."""
    return Reply(view.say("That is a bot. Editors are people."))


def is_owner(view: View) -> Reply:
    """Say that an owner needs not be made an editor."""
    return Reply(
        view.say(
            "That is an owner, named in the bot’s settings: they may do all that editors may, and "
            "are neither added nor removed here."
        )
    )


def invited(address: str, until: dt.datetime, view: View) -> Reply:
    """Give a link that makes an editor of who opens it first."""
    text = view.say(
        "Whoever opens this link first becomes an editor. It works once, until {moment}; I tell "
        "you when it is used. Give it to nobody but the one you mean.",
        moment=view.moment(until),
    )
    return Reply(
        join("\n\n", [text, code(address)]),
        rows([doing(view.say("◂ Editors"), Do("editors"))]),
    )


def added(editor: Editor, view: View, *, told: bool) -> Reply:
    """Say that somebody is an editor now."""
    text = view.say(
        "{name} ({id}) is an editor now.",
        name=bold(name(editor, view.language)),
        id=code(str(editor.user)),
    )
    note = (
        view.say("I have told them.")
        if told
        else view.say(
            "I could not tell them: a bot may write only to those who have started it. Ask them "
            "to open this chat with me."
        )
    )
    return Reply(join(" ", [text, note]), rows([doing(view.say("◂ Editors"), Do("editors"))]))


def already(editor: Editor, view: View) -> Reply:
    """Say that somebody is an editor since before."""
    text = view.say(
        "{name} is an editor already, added by {who} on {date}.",
        name=bold(name(editor, view.language)),
        who=view.who(editor.added_by),
        date=view.language.day(editor.at.astimezone(view.zone).date()),
    )
    return Reply(text, rows([doing(view.say("◂ Editors"), Do("editors"))]))


def sure(editor: Editor, view: View) -> Reply:
    """Ask whether somebody is to be removed."""
    text = view.say(
        "Remove {name} ({id})? They can load, correct and publish no longer. What they did stays, "
        "and they are told.",
        name=bold(name(editor, view.language)),
        id=code(str(editor.user)),
    )
    buttons = [
        doing(view.say("Yes, remove"), about(editor, "dismissed")),
        doing(view.say("◂ Editors"), Do("editors")),
    ]
    return Reply(text, rows(buttons))


def removed(editor: Editor, view: View) -> Text:
    """Say that somebody is no editor any more."""
    return view.say("{name} is no editor any more.", name=bold(name(editor, view.language)))


def no_editor(view: View) -> Text:
    """Say that somebody is none."""
    return view.say("Nobody with that id is an editor. /editors lists them.")
