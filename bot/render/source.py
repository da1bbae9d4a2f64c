"""The text a draft was read from, for editors' eyes only: in pages, or round one quote."""

import re

from bot.buttons import Do
from bot.render import card, desk, labels
from bot.render.desk import View
from bot.render.reply import Reply, doing, rows
from bot.render.text import Text, bold, italic, join
from digests.drafts import Draft, Span
from digests.library.drafts import Filed

PAGE = 3_000  # code points of the source
SEARCHED = 200  # within which a page ends between words
AROUND = 300
GAP = 600  # between two stretches of a quote; what is longer is left out
MOST_DROPPED = 5
LONGEST_DROPPED = 60
CUT = " […] "


def page(filed: Filed, number: int, view: View) -> Reply:
    """Show a page of the source, from 0, its quotes in bold type."""
    source = filed.draft.source
    last = max(0, (len(source) - 1) // PAGE)
    number = min(number, last)
    start, end = _edge(source, number * PAGE), _edge(source, (number + 1) * PAGE)
    title = view.say(
        "Source of draft {draft}, page {page} of {last}",
        draft=str(filed.id),
        page=view.language.number(number + 1),
        last=view.language.number(last + 1),
    )
    turns = []
    if number:
        turns.append(doing(view.say("◂ Back"), Do("source", filed.id, filed.version, number - 1)))
    if number < last:
        turns.append(doing(view.say("More ▸"), Do("source", filed.id, filed.version, number + 1)))
    spans = [span for quote in filed.draft.quotes for span in quote.spans]
    blocks = [
        labels.title(title),
        _marked(source, Span(start, end), spans),
        _dropped(filed.draft, view) if number == last else Text(),
    ]
    return Reply(join("\n\n", blocks), rows(turns, [desk.back(filed, view)]))


def _edge(source: str, at: int) -> int:
    """Give a place near *at* that is between two words."""
    if at == 0 or at >= len(source):
        return min(at, len(source))
    found = re.compile(r"\s").search(source, at, at + SEARCHED)
    return found.end() if found else at


def _marked(source: str, part: Span, spans: list[Span]) -> Text:
    shown, at = Text(), part.start
    for start, end in sorted(spans):
        first, last = max(start, at), min(end, part.end)
        if first < last:
            shown += _seen(source[at:first]) + bold(_seen(source[first:last]))
            at = last
    return shown + _seen(source[at : part.end])


def _seen(words: str) -> str:
    """Give words of the source with their lines, without what cannot be seen."""
    return "\n".join(_line(line) for line in re.split(r"\r\n|[\n\r\u2028\u2029]", words))


def _line(line: str) -> str:
    inner = labels.clean(line)
    before = " " if line[:1].isspace() else ""
    return before + inner + (" " if inner and line[-1:].isspace() else "")


def _dropped(draft: Draft, view: View) -> Text:
    if not draft.dropped:
        return Text()
    lines = [card.lines(line)[:LONGEST_DROPPED] for line in draft.dropped[:MOST_DROPPED]]
    more = ["…"] if len(draft.dropped) > MOST_DROPPED else []
    return italic(
        view.say(
            "Dropped as litter: {lines}", lines=" · ".join([*(f"“{x}”" for x in lines), *more])
        )
    )


def around(filed: Filed, number: int, view: View) -> Reply:
    """Show what stands before and behind a quote."""
    source, quote = filed.draft.source, filed.draft.quotes[number - 1]
    start, end = max(0, quote.start - AROUND), min(len(source), quote.end + AROUND)
    shown = Text("… " if start else "") + _before(source[start : quote.start])
    for place, span in enumerate(quote.spans):
        if place:
            shown += _between(source[quote.spans[place - 1].end : span.start])
        shown += bold(_seen(source[span.start : span.end]))
    shown += _seen(source[quote.end : end]) + (" …" if end < len(source) else "")
    title = view.say("Quote {number} in the source", number=str(number))
    back = doing(
        view.say("◂ Quote {number}", number=str(number)),
        Do("quote", filed.id, filed.version, number),
    )
    return Reply(join("\n\n", [labels.title(title), shown]), rows([back]))


def _before(words: str) -> str:
    return _seen(words).lstrip()


def _between(words: str) -> str:
    return _seen(words) if len(words) <= GAP else CUT
