"""What to choose from for a quote: speakers, clauses, kinds."""

from collections.abc import Sequence

from bot.buttons import Button, Do
from bot.render import card, draft_quote, labels, pages
from bot.render.desk import View
from bot.render.language import later
from bot.render.reply import Reply, doing, rows
from bot.render.text import Text, bold, italic, join
from config.entries import Clause
from digests.drafts import Touched
from digests.library.drafts import Filed

IN_A_ROW = 6  # clause numbers
LONGEST_WORDS = 600  # UTF-16 units of a quote, so that one sees which it is
KINDS = {
    "sentence": later("A whole sentence"),
    "fragment": later("A fragment"),
    "treaty": later("The treaty’s text"),
}


def speakers(filed: Filed, number: int, names: Sequence[tuple[str, str]], view: View) -> Reply:
    """Offer who may have said a quote; *names* are marks and names."""
    quote = filed.draft.quotes[number - 1]
    at = (filed.id, filed.version, number)
    now = view.say("Now: {name}", name=draft_quote.speaker(quote, view))
    found = [doing(labels.clean(name), Do("name", *at, argument=mark)) for mark, name in names]
    others = [
        doing(view.say("Nobody is named"), Do("nobody", *at)),
        doing(view.say("The treaty’s text"), Do("bekind", *at, argument="treaty")),
        doing(view.say("Somebody else"), Do("newname", *at)),
    ]
    text = join("\n\n", [labels.title(view.say("Who said this?")), _words(filed, number), now])
    return Reply(text, rows(found, others, [_back(filed, number, view)]))


def kinds(filed: Filed, number: int, view: View) -> Reply:
    """Offer the kinds of quotes."""
    at = (filed.id, filed.version, number)
    text = join(
        "\n\n",
        [
            labels.title(view.say("What kind of quote is it?")),
            _words(filed, number),
            view.say("Now: {name}", name=view.say(KINDS[filed.draft.quotes[number - 1].kind])),
            italic(
                view.say("A fragment is shown to readers as one; a treaty’s text is nobody’s.")
            ),
        ],
    )
    buttons = [
        doing(view.say(label), Do("bekind", *at, argument=kind)) for kind, label in KINDS.items()
    ]
    return Reply(text, rows(buttons, [_back(filed, number, view)]))


def clauses(filed: Filed, number: int, view: View, lead: Text | None = None) -> Reply:
    """Let clauses be ticked, for a quote or with 0 for the article."""
    draft = filed.draft
    chosen = draft.quotes[number - 1].clauses if number else draft.clauses
    treaty = view.catalogue.treaties.get(draft.treaty or "", view.catalogue.default)
    about = card.touched(chosen, draft, view) or view.say("no clause")
    title = (
        view.say("Which clauses is quote {number} about?", number=str(number))
        if number
        else view.say("Which clauses is the article about?")
    )
    taken = {card.address(one.clause, draft) for one in chosen}
    lines = [_clause(each, f"{treaty.id}:{each.slug}" in taken) for each in treaty.clauses]
    blocks = [
        lead or Text(),
        labels.title(title),
        _words(filed, number) if number else Text(),
        view.say("Now: {name}", name=about),
        join("\n", lines),
    ]
    return Reply(
        pages.clip(join("\n\n", blocks)),
        _ticks(filed, number, treaty.clauses, taken, treaty.id, chosen, view),
    )


def _clause(clause: Clause, chosen: bool) -> Text:
    name = join(". ", [clause.number or "", clause.title])
    return "✓ " + bold(name) if chosen else name


def _ticks(
    filed: Filed,
    number: int,
    clauses: Sequence[Clause],
    taken: set[str],
    treaty: str,
    chosen: Sequence[Touched],
    view: View,
) -> tuple[tuple[Button, ...], ...]:
    def tick(address: str, label: str) -> Button:
        mark = "✓ " if address in taken else ""
        action = Do("clause", filed.id, filed.version, number, address)
        return doing(mark + label, action)

    own = [tick(f"{treaty}:{c.slug}", c.number) for c in clauses if c.number]
    others = [tick(f"{treaty}:{c.slug}", c.title) for c in clauses if not c.number]
    others += [
        tick(at, labels.short_clause(labels.clean(at), view.catalogue, view.language).plain)
        for at in (card.address(one.clause, filed.draft) for one in chosen)
        if not at.startswith(f"{treaty}:")
    ]
    named = doing(view.say("Of another treaty"), Do("newclause", filed.id, filed.version, number))
    back = _back(filed, number, view)
    grid = [tuple(own[at : at + IN_A_ROW]) for at in range(0, len(own), IN_A_ROW)]
    return (*grid, *((other,) for other in others), (named, back))


def _words(filed: Filed, number: int) -> Text:
    words = pages.clip(Text(labels.clean(filed.draft.quotes[number - 1].text)), LONGEST_WORDS)
    return italic("“" + words + "”")


def _back(filed: Filed, number: int, view: View) -> Button:
    if not number:
        return doing(view.say("◂ All fields"), Do("edit", filed.id, filed.version))
    return doing(
        view.say("◂ Quote {number}", number=str(number)),
        Do("quote", filed.id, filed.version, number),
    )
