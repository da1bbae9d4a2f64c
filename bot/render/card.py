"""The card of a draft: what is missing and doubtful first, then what was found."""

from collections import Counter
from collections.abc import Iterable

from bot.buttons import Button, Do
from bot.render import complaints, desk, labels, pages
from bot.render.desk import View
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.reply import Reply, Rows, doing, rows
from bot.render.text import Text, bold, code, italic, join, link
from digests.desk import OnDesk
from digests.drafts import Draft, Touched
from digests.library.drafts import Filed
from digests.models import TREATY_TEXT
from digests.review import Complaint, ComplaintKind, Severity

MOST_COMPLAINTS = 6  # of a kind of weight; the rest is counted
MOST_SPEAKERS = 6
LONGEST_SUMMARY = 1_200  # UTF-16 units; all of it stands behind Edit
LONGEST_EVIDENCE = 60
DOUBTS = frozenset(
    {ComplaintKind.OTHER_SPEAKER, ComplaintKind.NO_SPEAKER, ComplaintKind.DOUBTFUL_SPEAKER,
     ComplaintKind.END_GUESSED}
)  # fmt: skip


def reply(shown: OnDesk, view: View, lead: Text | None = None) -> Reply:
    """Show a draft, within one message; *lead* says what has just happened."""
    filed = shown.filed
    blocks = [
        lead or Text(),
        _title(shown, view),
        *_complaints(shown.complaints, view),
        masthead(filed.draft, view),
        _summary(filed.draft, view),
        _contents(filed.draft, view),
    ]
    return Reply(pages.clip(join("\n\n", blocks)), _buttons(shown, view))


def _title(shown: OnDesk, view: View) -> Text:
    filed = shown.filed
    title = labels.title(view.say("Draft {number}", number=str(filed.id)))
    corrects = (
        view.say("a correction of {id}", id=code(filed.corrects)) if filed.corrects else Text()
    )
    return join(
        "\n", [join(DOT, [title, corrects]), desk.held(shown.hold, view) if shown.hold else ""]
    )


def _complaints(found: Iterable[Complaint], view: View) -> list[Text]:
    titles = {
        Severity.BLOCKS: view.say("Needed before it can be published"),
        Severity.DOUBT: view.say("Please check"),
        Severity.NOTE: view.say("Good to know"),
    }
    blocks = []
    for severity, title in titles.items():
        those = [one for one in found if one.kind.severity is severity]
        if those:
            blocks.append(join("\n", [bold(title), *listed(those, view)]))
    return blocks


def listed(found: list[Complaint], view: View) -> list[Text]:
    """Say what is wrong, a line each; of many the rest is counted."""
    lines = ["• " + complaints.sentences(one, view.language) for one in found[:MOST_COMPLAINTS]]
    if rest := len(found) - len(lines):
        lines.append(view.language.count("… and {number} more", "… and {number} more", rest))
    return lines


def masthead(draft: Draft, view: View) -> Text:
    """Show what stands over the article; what is not there is said to be missing."""
    head, language = draft.masthead, view.language
    facts: list[Text | str] = [
        labels.outlet(labels.clean(head.outlet), view.catalogue, language)
        if head.outlet
        else _open("outlet", draft, view),
        language.day(head.published) if head.published else _open("published", draft, view),
        labels.clean(head.place or ""),
        labels.clean(head.author or ""),
        _link(head.url, view),
    ]
    headline = labels.clean(head.headline or "")
    title = bold(headline) if headline else _open("headline", draft, view)
    return join("\n", [title, labels.clean(head.subheadline or ""), join(DOT, facts)])


def _link(url: str | None, view: View) -> Text:
    if url is None or labels.ADDRESS.fullmatch(url) is None:
        return code(labels.clean(url or "")) if url else Text()
    return link(view.say("source"), url)


def _open(field: str, draft: Draft, view: View) -> Text:
    name = view.field(field)
    if field in draft.unknown:
        return italic(view.say("{field}: unknown", field=name))
    return italic(view.say("{field}: missing", field=name))


def _summary(draft: Draft, view: View) -> Text:
    if not draft.summary:
        return _open("summary", draft, view)
    title = view.say("Summary") if draft.summarised else view.say("Summary, a draft")
    words = pages.clip(Text(lines(draft.summary)), LONGEST_SUMMARY)
    return join("\n", [bold(title), words])


def lines(text: str) -> str:
    """Give a text of several lines without what cannot be seen."""
    return "\n".join(filter(None, map(labels.clean, text.splitlines())))


def _contents(draft: Draft, view: View) -> Text:
    kept = [quote for quote in draft.quotes if quote.kept]
    said = Counter(_speaker(quote.speaker, view) for quote in kept)
    people = [f"{name} ({view.language.number(n)})" for name, n in said.most_common(MOST_SPEAKERS)]
    if len(said) > MOST_SPEAKERS:
        people.append("…")
    about = touched(draft.clauses, draft, view)
    return join(
        "\n",
        [
            join(DOT, _counts(draft, len(kept), view.language)),
            view.say("Speakers: {names}", names=", ".join(people)) if people else "",
            view.say("About: {clauses}", clauses=about) if about else "",
        ],
    )


def _counts(draft: Draft, kept: int, language: Language) -> list[Text]:
    """Count what was found, but for what was not."""
    left, said, events = len(draft.quotes) - kept, len(draft.indirect), len(draft.events)
    litter = len(draft.dropped)
    found = [
        (left, language.count("{number} left out", "{number} left out", left)),
        (
            said,
            language.count("{number} indirect statement", "{number} indirect statements", said),
        ),
        (events, language.count("{number} event", "{number} events", events)),
        (
            litter,
            language.count(
                "{number} line of litter dropped", "{number} lines of litter dropped", litter
            ),
        ),
    ]
    quotes = language.count("{number} quote", "{number} quotes", kept)
    return [quotes, *(text for number, text in found if number)]


def _speaker(name: str | None, view: View) -> str:
    if name is None:
        return view.say("nobody named").plain
    return view.say("treaty text").plain if name == TREATY_TEXT else labels.clean(name)


def touched(found: Iterable[Touched], draft: Draft, view: View) -> Text:
    """Name clauses, each with the words that led there."""
    return join(", ", [_because(one, draft, view) for one in found])


def _because(one: Touched, draft: Draft, view: View) -> Text:
    place = labels.clean(address(one.clause, draft))
    name = labels.short_clause(place, view.catalogue, view.language)
    words = labels.clean(one.evidence)
    if not words or words.casefold() in name.plain.casefold():
        return name
    return view.say(
        "{clause} (“{evidence}”)",
        clause=name,
        evidence=pages.clip(Text(words), LONGEST_EVIDENCE),
    )


def address(clause: str, draft: Draft) -> str:
    """Give the full address of a clause that a draft names."""
    return clause if ":" in clause or draft.treaty is None else f"{draft.treaty}:{clause}"


def _buttons(shown: OnDesk, view: View) -> Rows:
    filed = shown.filed
    first = [button(view.say("Publish"), "publish", filed)]
    if any(one.kind is ComplaintKind.SUMMARY_IS_DRAFT for one in shown.complaints):
        first.append(button(view.say("Accept the summary"), "accept", filed))
    doubtful = [int(one.about) for one in shown.complaints if one.kind in DOUBTS]
    work = []
    if filed.draft.quotes:
        number = min(doubtful, default=1)
        label = view.say("Quotes")
        if doubtful:
            count = view.language.number(len(set(doubtful)))
            label = view.say("Quotes, {number} to check", number=count)
        work.append(button(label, "quote", filed, number))
    work += [
        button(view.say("Edit"), "edit", filed),
        button(view.say("Source"), "source", filed),
        button(view.say("Discard"), "discard", filed),
    ]
    return rows(first, work)


def button(label: Text, what: str, filed: Filed, number: int = 0) -> Button:
    """Make a button that does something to this version of a draft."""
    return doing(label, Do(what, filed.id, filed.version, number))
