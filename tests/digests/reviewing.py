"""Builders: a draft that lacks nothing, and drafts of any kind for Hypothesis."""

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from digests import review
from digests.drafts import Draft, DraftIndirect, DraftQuote, Masthead, Span, Touched
from digests.models import Happening
from digests.review.passages import located

TREATY = "russia-dprk-2024"
DAY = dt.date(2024, 6, 20)
SOURCE = (
    "VIENNA, June 20. /TASS/. “The treaty is\na kind of response,” Mangott said.\n\n"
    "“It says ‘immediately’,” Roman Lobov noted. The treaty speaks of “military assistance”.\n"
)
HEAD = Masthead(headline="Treaty is a response", outlet="TASS", published=DAY, place="VIENNA")


def a_quote(words, speaker=None, *, source=SOURCE, **given):
    """Quote words of the source, its white space put aside."""
    span = located(source, words)
    known = {"speaker": speaker, "confidence": 0.9 if speaker else 0.0}
    return DraftQuote(text=words, spans=(span,), **(known | given))


def a_draft(*quotes, source=SOURCE, head=HEAD, **given):
    """Make a draft that nothing is to be complained of, but for what is given."""
    mangott = a_quote("The treaty is a kind of response,", "Gerhard Mangott", source=SOURCE)
    known = {
        "treaty": TREATY,
        "summary": "Mangott calls the treaty a response.",
        "summarised": True,
        "quotes": quotes or (mangott,),
    }
    return Draft(source=source, masthead=head, **(known | given))


def headed(**given):
    return replace(HEAD, **given)


def kinds(complaints):
    return [one.kind for one in complaints]


WORDS = st.text(
    st.sampled_from("aB я북.,“”\"'«»\n\t\r\x00\x1f\x85\u202e\u2028-1") | st.characters(),
    max_size=80,
)
NAMES = st.sampled_from(
    (
        "Gerhard Mangott",
        "Mangott",
        "Roman Lobov",
        "treaty text",
        " Treaty  Text",
        "",
        "a\x00b",
        "북한",
    )
)
CLAUSES = st.sampled_from(
    (
        "assistance",
        "Article 4",
        "4",
        "nato 5",
        "north-atlantic-1949:assistance",
        "nonsense",
        "",
        "5 of",
    )
)
KINDS = st.sampled_from(("sentence", "fragment", "treaty"))
WHOLE = WORDS.map(lambda text: text.encode("utf-8", "replace").decode())


@st.composite
def drafts(draw, words=WORDS):
    """Draw a draft with quotes anywhere in its source, even nowhere near a mark."""
    source = draw(words.filter(bool))
    touched = st.lists(
        st.builds(Touched, clause=st.sampled_from(("assistance", "consultation")), evidence=words),
        max_size=2,
    ).map(tuple)
    ends = st.integers(0, len(source))
    span = st.tuples(ends, ends).map(lambda pair: Span(min(pair), max(pair)))

    @st.composite
    def quotes(draw):
        spans = tuple(sorted(draw(st.lists(span, min_size=1, max_size=3))))
        return DraftQuote(
            text=" ".join(source[start:end] for start, end in spans),
            spans=spans,
            speaker=draw(st.none() | NAMES | words),
            affiliation=draw(st.none() | words),
            told=draw(st.none() | words),
            kind=draw(KINDS),
            confidence=draw(st.floats(0, 1)),
            clauses=draw(touched),
            kept=draw(st.booleans()),
            checked=draw(st.booleans()),
        )

    indirect = st.builds(
        DraftIndirect, statement=words, span=span, speaker=st.none() | NAMES, clauses=touched
    )
    events = st.builds(Happening, what=words, date=st.none() | st.dates(), when=st.none() | words)
    masthead = st.builds(
        Masthead,
        headline=st.none() | words,
        outlet=st.none() | st.sampled_from(("TASS", "Nobody’s", "북한")) | words,
        published=st.none() | st.dates(),
        date_note=st.none() | words,
        author=st.none() | words,
        url=st.sampled_from((None, "https://tass.com/1", "tass")),
    )
    return Draft(
        source=source,
        treaty=draw(st.sampled_from((TREATY, TREATY, "north-atlantic-1949", "none", None))),
        masthead=draw(masthead),
        clauses=draw(touched),
        events=tuple(draw(st.lists(events, max_size=2))),
        summary=draw(st.none() | words),
        quotes=tuple(draw(st.lists(quotes(), max_size=3))),
        indirect=tuple(draw(st.lists(indirect, max_size=2))),
        summarised=draw(st.booleans()),
    )


NUMBERS = st.integers(-1, 4)
CHANGES = st.one_of(
    st.builds(review.SetField, st.sampled_from((*review.FIELDS, "", "quotes")), WORDS),
    st.builds(
        review.SetField, st.just("published"), st.sampled_from(("20 June 2024", "1.2.24", "June"))
    ),
    st.builds(review.SetField, st.just("treaty"), st.sampled_from((TREATY, "nato", "?"))),
    st.builds(review.SetField, st.just("url"), st.sampled_from(("tass.com", "http://[", "//"))),
    st.builds(review.DeclareUnknown, st.sampled_from((*review.FIELDS, ""))),
    st.builds(review.KeepQuote, NUMBERS, st.booleans()),
    st.builds(review.SetSpeaker, NUMBERS, st.none() | NAMES | WORDS, st.none() | WORDS),
    st.builds(
        review.SetClauses, st.none() | NUMBERS, st.lists(CLAUSES | WORDS, max_size=2).map(tuple)
    ),
    st.builds(review.SetKind, NUMBERS, KINDS),
    st.builds(review.AddQuote, WORDS | st.sampled_from(("a", "B", "-1", "“a", "北한"))),
    st.builds(review.RewriteSummary, WORDS),
    st.just(review.AcceptSummary()),
)
