"""A draft as it was read, for a terminal or for other programs; Telegram has its own card."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import indent
from typing import Any

from bot.render import complaints, labels
from bot.render.language import Language
from config.catalogue import Catalogue
from digests.drafts import Draft, DraftQuote, Touched
from digests.models import Happening
from digests.review import Complaint

STEP = "  "


def as_json(
    file: str, draft: Draft, found: Sequence[Complaint], language: Language
) -> dict[str, Any]:
    """Give a draft with exactly the keys that other programs rely on."""
    head = draft.masthead
    return {
        "file": file,
        "headline": head.headline,
        "outlet": head.outlet,
        "place": head.place,
        "published": head.published.isoformat() if head.published else None,
        "author": head.author,
        "url": head.url,
        "clauses": _names(draft.clauses),
        "events": [_event(event) for event in draft.events],
        "summary": draft.summary,
        "complaints": [complaints.sentences(one, language).plain for one in found],
        "quotes": [_quote(quote) for quote in draft.quotes],
        "indirect": [
            {"speaker": said.speaker, "statement": said.statement} for said in draft.indirect
        ],
    }


def _quote(quote: DraftQuote) -> dict[str, Any]:
    return {
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "parts": [[span.start, span.end] for span in quote.spans],
        "speaker": quote.speaker,
        "kind": quote.kind,
        "told": quote.told,
        "confidence": quote.confidence,
        "evidence": quote.evidence,
        "clauses": _names(quote.clauses),
    }


def _event(event: Happening) -> dict[str, Any]:
    return {
        "what": event.what,
        "date": event.date.isoformat() if event.date else None,
        "until": event.until.isoformat() if event.until else None,
        "when": event.when,
    }


def _names(touched: Iterable[Touched]) -> list[str]:
    return list(dict.fromkeys(one.clause for one in touched))


def as_text(
    file: str, draft: Draft, found: Sequence[Complaint], catalogue: Catalogue, language: Language
) -> str:
    """Give a draft as a card: what it says of itself, what is doubtful, each quote."""
    told = (complaints.sentences(one, language).plain for one in found)
    blocks = (
        _head(file, draft, catalogue, language),
        _listed(language.say("To check").plain, told),
        _listed(language.say("Summary (a draft)").plain, [draft.summary] if draft.summary else []),
        _listed(language.say("Quotes").plain, _quotes(draft, language), ""),
        _listed(
            language.say("Reported, not quoted").plain,
            (f"{said.speaker or '?'}: {said.statement}" for said in draft.indirect),
        ),
        _listed(language.say("Events").plain, (_dated(event) for event in draft.events)),
        _listed(language.say("Left out as litter").plain, draft.dropped),
    )
    return "\n\n".join(block for block in blocks if block)


def _head(file: str, draft: Draft, catalogue: Catalogue, language: Language) -> str:
    head, treaty = draft.masthead, catalogue.treaties.get(draft.treaty or "")
    outlet = labels.outlet(head.outlet, catalogue, language).plain if head.outlet else None
    rows = (
        (language.say("Headline"), head.headline),
        (language.say("Subheadline"), head.subheadline),
        (language.say("Outlet"), outlet),
        (language.say("Published"), language.day(head.published) if head.published else None),
        (language.say("Place"), head.place),
        (language.say("Author"), head.author),
        (language.say("Address"), head.url),
        (language.say("Treaty"), treaty.short if treaty else None),
        (language.say("Clauses"), "; ".join(map(_because, draft.clauses))),
    )
    return "\n".join([file, *(f"{STEP}{name.plain}: {said}" for name, said in rows if said)])


def _listed(title: str, items: Iterable[str | None], sign: str = "- ") -> str:
    lines = [f"{sign}{_hanging(item)}" for item in items if item]
    return "\n".join([title, *(indent(line, STEP) for line in lines)]) if lines else ""


def _hanging(item: str) -> str:
    return item.strip().replace("\n", f"\n{STEP}")


def _because(touched: Touched) -> str:
    return f"{touched.clause} (“{' '.join(touched.evidence.split())}”)"


def _quotes(draft: Draft, language: Language) -> Iterator[str]:
    for number, quote in enumerate(draft.quotes, start=1):
        open_ = language.say("speaker open").plain
        name = ", ".join(filter(None, [quote.speaker or open_, quote.affiliation]))
        sure = f"{quote.confidence:.0%}" if quote.speaker else ""
        facts = [quote.kind, sure, *map(_because, quote.clauses)]
        if quote.told:
            facts.insert(1, language.say("told {outlet}", outlet=quote.told).plain)
        because = f"\n{STEP}“{' '.join(quote.evidence.split())}”" if quote.evidence else ""
        yield f"{number}. “{quote.text}”\n{name} ({'; '.join(filter(None, facts))}){because}"


def _dated(event: Happening) -> str:
    days = [day.isoformat() for day in (event.date, event.until) if day]
    return f"{' to '.join(days) or event.when or '?'}: {event.what}"
