"""One quote of a draft: the exact words, whose they seem to be and why, and what can be done."""

from bot.buttons import Button, Do
from bot.render import card, complaints, desk, labels, pages
from bot.render.desk import View
from bot.render.labels import DOT
from bot.render.language import later
from bot.render.reply import Reply, Rows, doing
from bot.render.text import Text, bold, italic, join
from digests.desk import OnDesk
from digests.drafts import Draft, DraftQuote
from digests.library.drafts import Filed
from digests.models import Quote
from digests.review.complaints import SURE

QUITE_SURE = 0.9
HALF = 0.5
LONGEST_WORDS = 2_500  # UTF-16 units
LONGEST_EVIDENCE = 300
KINDS = {
    "sentence": later("whole sentence"),
    "fragment": later("fragment"),
    "treaty": later("treaty text"),
}


def reply(shown: OnDesk, number: int, view: View, lead: Text | None = None) -> Reply:
    """Show one quote, counted from 1, within one message."""
    draft = shown.filed.draft
    if not draft.quotes:
        text = view.say("This draft has no quotes.")
        return Reply(join("\n\n", [lead or Text(), text]), (_foot(shown.filed, view),))
    number = min(max(number, 1), len(draft.quotes))
    quote = draft.quotes[number - 1]
    blocks = [
        lead or Text(),
        _title(shown, number, quote, view),
        _complaints(shown, number, view),
        _words(quote, draft),
        _facts(quote, draft, view),
    ]
    return Reply(pages.clip(join("\n\n", blocks)), _buttons(shown.filed, number, quote, view))


def _title(shown: OnDesk, number: int, quote: DraftQuote, view: View) -> Text:
    language = view.language
    title = view.say(
        "Draft {draft}, quote {number} of {last}",
        draft=str(shown.filed.id),
        number=language.number(number),
        last=language.number(len(shown.filed.draft.quotes)),
    )
    left = Text() if quote.kept else italic(view.say("left out: it will not be published"))
    held = desk.held(shown.hold, view) if shown.hold else Text()
    return join("\n", [labels.title(title), left, held])


def _complaints(shown: OnDesk, number: int, view: View) -> Text:
    about = [one for one in shown.complaints if one.about == str(number)]
    return join("\n", ["• " + complaints.sentences(one, view.language) for one in about])


def _words(quote: DraftQuote, draft: Draft) -> Text:
    parts = tuple(labels.clean(draft.source[start:end]) for start, end in quote.spans)
    printed = Quote(
        text=labels.clean(quote.text), parts=parts if len(parts) > 1 else (), kind=quote.kind
    )
    return labels.quoted(printed, LONGEST_WORDS)


def _facts(quote: DraftQuote, draft: Draft, view: View) -> Text:
    about = card.touched(quote.clauses, draft, view)
    facts: list[Text | str] = [
        view.say(KINDS[quote.kind]),
        view.say("told {whom}", whom=labels.clean(quote.told)) if quote.told else "",
        view.say("about {clauses}", clauses=about) if about else view.say("no clause"),
    ]
    return join("\n", ["— " + speaker(quote, view), _evidence(quote, view), join(DOT, facts)])


def speaker(quote: DraftQuote, view: View) -> Text:
    """Name who is to stand under a quote."""
    if quote.kind == "treaty":
        return view.say("treaty text")
    if not quote.speaker:
        return view.say("nobody named")
    return join(", ", [bold(labels.clean(quote.speaker)), labels.clean(quote.affiliation or "")])


def _evidence(quote: DraftQuote, view: View) -> Text:
    sure = _sure(quote, view)
    if not quote.evidence:
        return italic(sure) if quote.speaker or quote.checked else Text()
    words = pages.clip(Text(labels.clean(quote.evidence)), LONGEST_EVIDENCE)
    if not quote.speaker:
        return italic(view.say("the text says “{evidence}”", evidence=words))
    return italic(view.say("{sure}; the text says “{evidence}”", sure=sure, evidence=words))


def _sure(quote: DraftQuote, view: View) -> Text:
    if quote.checked:
        return view.say("checked by an editor")
    if not quote.speaker:
        return view.say("open")
    if quote.confidence >= QUITE_SURE:
        return view.say("quite sure")
    if quote.confidence >= SURE:
        return view.say("fairly sure")
    return view.say("not sure") if quote.confidence >= HALF else view.say("a guess")


def _buttons(filed: Filed, number: int, quote: DraftQuote, view: View) -> Rows:
    def do(label: Text, what: str, at: int = number) -> Button:
        return doing(label, Do(what, filed.id, filed.version, at))

    keep = do(view.say("Leave it out"), "drop") if quote.kept else do(view.say("Keep it"), "keep")
    decide = [keep]
    if quote.speaker and not quote.checked and quote.kind != "treaty":
        decide.append(do(view.say("The name is right"), "confirm"))
    turns = []
    if number > 1:
        turns.append(do(view.say("◂ Before"), "quote", number - 1))
    if number < len(filed.draft.quotes):
        turns.append(do(view.say("Next ▸"), "quote", number + 1))
    rows = [
        tuple(turns),
        tuple(decide),
        (do(view.say("Speaker"), "speaker"), do(view.say("Clauses"), "clauses")),
        (do(view.say("Kind"), "kind"), do(view.say("In the source"), "around")),
        _foot(filed, view),
    ]
    return tuple(row for row in rows if row)


def _foot(filed: Filed, view: View) -> tuple[Button, ...]:
    add = doing(view.say("Add a quote"), Do("add", filed.id, filed.version))
    return (desk.back(filed, view), add)
