"""A raw text read as a whole: everything a draft holds, found and put together."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from config.catalogue import Catalogue
from digests.drafting import attributions, clauses, events, masthead, sections, summary, treaties
from digests.drafting.attributions import Attributing
from digests.drafting.pages import Page
from digests.drafting.sections import Paragraph
from digests.drafting.speech import Said
from digests.drafts import Draft, DraftIndirect, DraftQuote, Masthead, Span, Touched
from digests.models import QuoteKind

# What begins a letter of Cyrillic or Hangul in UTF-8: looked for first, since that is quick.
LEADS = (*range(0xD0, 0xD4), *range(0xEA, 0xEE))
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
LETTER = re.compile(r"[^\W\d_]")
SAMPLE = 4_000  # characters by which a language is recognised
FOREIGN = 0.3  # of the letters
# Where one of these is spoken of, words in quotation marks may be those of a treaty.
AGREEMENTS = ("treaty", "pact", "accord", "convent")  # looked for first, since that is quick
AGREEMENT = re.compile(r"\b(?:treaty|pact|accord|convention)\b", re.IGNORECASE)


def read(source: str, catalogue: Catalogue, today: dt.date, url: str | None = None) -> Draft:
    """Make a draft of a raw text; the same text, day and catalogue give the same draft.

    *today* is the day of loading, *url* where the text was fetched from.
    """
    language = language_of(source)
    head, body, dropped = masthead.read(sections.paragraphs(source), catalogue, today)
    head = replace(head, url=head.url or url)
    whole = "\n".join(filter(None, (head.headline, head.subheadline, *(p.text for p in body))))
    treaty = treaties.about(whole, catalogue)
    quotable = treaty is not None or _names_agreement(whole)
    heading = "\n".join(filter(None, (head.headline, head.subheadline)))
    attribution = attributions.attribution(
        language, body, catalogue, treaty=quotable, heading=heading
    )
    said = attribution.quotes()
    reader = _Reader(source, body, attribution, head, treaty, catalogue)
    quotes = tuple(reader.quote(one) for one in said)
    indirect = tuple(reader.indirect())
    touched = _merged(clauses.touched(whole, treaty, catalogue), quotes)
    return Draft(
        source=source,
        language=language,
        treaty=treaty,
        masthead=head,
        clauses=touched,
        events=events.find(
            body, head.published, [span for quote in quotes for span in quote.spans]
        ),
        summary=reader.summary(said, touched, language),
        quotes=quotes,
        indirect=indirect,
        dropped=tuple(dropped),
    )


def _names_agreement(text: str) -> bool:
    """Tell whether a text speaks of a treaty, whatever it is called."""
    return any(map(text.lower().__contains__, AGREEMENTS)) and bool(AGREEMENT.search(text))


def language_of(text: str) -> str:
    """Tell the language of a text by its script: ``en``, ``ru`` or ``ko``."""
    sample = text[:SAMPLE]
    if not any(map(sample.encode("utf-8", "surrogatepass").__contains__, LEADS)):
        return "en"
    korean, russian = len(HANGUL.findall(sample)), len(CYRILLIC.findall(sample))
    if not (korean or russian):
        return "en"
    letters = len(LETTER.findall(sample))
    if korean / letters > FOREIGN:
        return "ko"
    return "ru" if russian / letters > FOREIGN else "en"


def _merged(touched: Sequence[Touched], quotes: Sequence[DraftQuote]) -> tuple[Touched, ...]:
    """Add to the clauses of an article those that only its quotes are about."""
    every = [*touched, *(one for quote in quotes for one in quote.clauses)]
    return tuple(
        {one.clause: one for one in reversed(every)}[c]
        for c in dict.fromkeys(o.clause for o in every)
    )


class _Reader:
    """Turns what was found in paragraphs into what a draft says of the source."""

    def __init__(
        self,
        source: str,
        body: Sequence[Paragraph],
        attribution: Attributing,
        head: Masthead,
        treaty: str | None,
        catalogue: Catalogue,
    ) -> None:
        self._source, self._body, self._attribution = source, body, attribution
        self._head, self._treaty, self._catalogue = head, treaty, catalogue

    def quote(self, said: Said) -> DraftQuote:
        spans = tuple(self._spans(said))
        found = said.found
        person = self._catalogue.person(found.speaker) if found.speaker else None
        kind: QuoteKind = "fragment" if said.fragment else "sentence"
        return DraftQuote(
            text=" ".join(self._source[start:end] for start, end in spans),
            spans=spans,
            speaker=person.name if person else found.speaker,
            affiliation=person.affiliation if person else None,
            told=self._told(found.told),
            kind="treaty" if found.treaty else kind,
            confidence=found.confidence,
            evidence=found.evidence,
            clauses=self._touched(said),
        )

    def _spans(self, said: Said) -> Iterator[Span]:
        """Give the places of the parts, each without the comma before an attribution."""
        last = said.stretches[-1]
        for stretch in said.stretches:
            paragraph = self._body[stretch.paragraph]
            start = paragraph.start + stretch.start
            text = paragraph.text[stretch.start : stretch.end]
            # Between two parts of a treaty's text a comma is the treaty's own.
            bare = text if said.found.treaty and stretch is not last else text.rstrip(", ") or text
            yield Span(start, start + len(bare))

    def _told(self, told: str | None) -> str | None:
        """Leave out that it was said to the outlet itself."""
        if told is None or self._head.outlet is None:
            return told
        return None if self._outlet(told) == self._outlet(self._head.outlet) else told

    def _outlet(self, name: str) -> str:
        known = self._catalogue.outlet(name)
        return known.name if known else name

    def _touched(self, said: Said) -> tuple[Touched, ...]:
        page = self._attribution.pages[said.stretches[0].paragraph]
        sentence, before = _around(page, said)
        text = " ".join(self._attribution.pages[s.paragraph].words(s) for s in said.stretches)
        return clauses.of_quote(text, sentence, before, self._treaty, self._catalogue)

    def indirect(self) -> Iterator[DraftIndirect]:
        for one in self._attribution.reported:
            paragraph = self._body[one.paragraph]
            span = Span(paragraph.start + one.start, paragraph.start + one.end)
            person = self._catalogue.person(one.speaker) if one.speaker else None
            statement = " ".join(paragraph.text[one.start : one.end].split())
            touched = clauses.touched(statement, self._treaty, self._catalogue)
            name = person.name if person else one.speaker
            yield DraftIndirect(statement=statement, span=span, speaker=name, clauses=touched)

    def summary(
        self, said: Sequence[Said], touched: Sequence[Touched], language: str
    ) -> str | None:
        sentences: list[str] = []
        names: dict[int, str] = {}
        speakers = self._speakers(said)
        for page in self._attribution.pages:
            for start, end in page.sentences:
                if name := speakers.get((page.number, start)):
                    names[len(sentences)] = name
                sentences.append(page.raw[start:end])
        told = {one.evidence for one in touched}
        weighty = {n for n, s in enumerate(sentences) for words in told if words in s}
        return summary.write(sentences, self._head.outlet, names, weighty, language)

    def _speakers(self, said: Sequence[Said]) -> dict[tuple[int, int], str]:
        """Give who speaks in each sentence, by page and start."""
        places = [
            (s.stretches[0].paragraph, s.stretches[0].start, s.speaker)
            for s in said
            if not s.found.treaty
        ]
        places += [(one.paragraph, one.start, one.speaker) for one in self._attribution.reported]
        pages = self._attribution.pages
        return {
            (number, pages[number].begins[pages[number].place(at)]): speaker
            for number, at, speaker in places
            if speaker and pages[number].begins
        }


def _around(page: Page, said: Said) -> tuple[str, str]:
    """Give the sentence a quote stands in, and the one before."""
    at = said.stretches[0].start
    if not page.sentences:
        return page.raw, ""
    place = page.place(at)
    start, end = page.sentences[place]
    before = page.raw[slice(*page.sentences[place - 1])] if place else ""
    return page.raw[start:end], before
