import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writing import TODAY

from benchmarks import corpus
from digests.drafting import sections, sentences
from digests.drafting.reading import read
from digests.models import TREATY_TEXT

MARKS = '“”"„«»'
LONG = 200_000  # characters
SOUP = st.lists(
    st.sampled_from(
        [
            *"“”\"„«»‘’'()[]—–-.,:;!?… \n",
            *("``", "''", "\n\n", " a ", "We went home today", "he said", "said Anna Roe", "’s"),
            *("Anna Roe, an analyst,", "according to", "Article 4", "the treaty", "told TASS"),
            *("VIENNA, June 20. /TASS/.", "CRANE:", "Q:", "6'2\"", "'90s", "By A. Writer", "5"),
            *("— сказал Иван Петров", "по словам", "договор", "\r\n", "\x85"),
            *("김정규는", "고 말했다"),
        ]
    ),
    max_size=60,
)


def sentences_of(texts):
    return [
        paragraph.text[start:end]
        for text in texts
        for paragraph in sections.paragraphs(text.source)
        for start, end in sentences.split(paragraph.text)
    ]


PIECES = sentences_of(text for text in corpus.articles() if not text.heldout)


SPACES = st.sampled_from([" ", "\n", "\n\n", ""])
CUT = st.builds(lambda piece, end: piece[:end], st.sampled_from(PIECES), st.integers(1, 300))
SHUFFLED = st.lists(st.tuples(CUT, SPACES).map("".join), max_size=12).map("".join)
PLAIN = [piece for piece in PIECES if not set(piece) & set("“”\"„«»‘’'") and len(piece) > 40]
PAIRS = st.sampled_from(["“”", '""', "«»", "„“"])
WRAPPED = st.builds(lambda piece, pair: piece.join(pair), st.sampled_from(PLAIN), PAIRS)
TEXTS = st.one_of(st.text(), SOUP.map("".join), SHUFFLED)


@settings(deadline=None)
@given(TEXTS)
def test_every_part_of_a_quote_is_verbatim_at_its_place(catalogue, text):
    for quote in read(text, catalogue, TODAY).quotes:
        parts = [text[start:end] for start, end in quote.spans]
        assert quote.text == " ".join(parts)
        assert all(part and part == part.strip() for part in parts)


@settings(deadline=None)
@given(st.lists(st.tuples(WRAPPED | st.sampled_from(PLAIN), SPACES), max_size=8))
def test_no_part_of_a_quote_takes_its_marks_in(catalogue, pieces):
    text = "".join(piece + (space or " ") for piece, space in pieces)
    for quote in read(text, catalogue, TODAY).quotes:
        assert not set(quote.text) & set('“”"„«»')


@settings(deadline=None)
@given(TEXTS)
def test_quotes_stand_in_order_and_inside_the_text(catalogue, text):
    places = [span for quote in read(text, catalogue, TODAY).quotes for span in quote.spans]
    edges = [0, *(edge for span in places for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(start < end for start, end in places)


@settings(deadline=None)
@given(TEXTS)
def test_a_speaker_is_the_treaty_where_the_words_are_and_nowhere_else(catalogue, text):
    for quote in read(text, catalogue, TODAY).quotes:
        assert (quote.speaker == TREATY_TEXT) == (quote.kind == "treaty")
        assert 0 <= quote.confidence <= 1


@settings(deadline=None)
@given(TEXTS)
def test_what_is_reported_stands_where_it_says(catalogue, text):
    draft = read(text, catalogue, TODAY)
    for one in draft.indirect:
        assert one.statement == " ".join(text[one.span.start : one.span.end].split())


@settings(deadline=None)
@given(TEXTS)
def test_evidence_is_verbatim(catalogue, text):
    draft = read(text, catalogue, TODAY)
    plain = " ".join(text.split())
    assert all(" ".join(quote.evidence.split()) in plain for quote in draft.quotes)


@settings(deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_draft(catalogue, text):
    assert read(text, catalogue, TODAY) == read(text, catalogue, TODAY)


@pytest.mark.parametrize("mark", [*"\"“”„«»‘’'", "``", "“”", "「", "『"])
def test_a_long_row_of_marks_holds_no_quote(catalogue, mark):
    assert read(mark * (LONG // len(mark)), catalogue, TODAY).quotes == ()


@pytest.mark.parametrize("unit", ['"a" ', "“a” ", "«a» ", "'a' ", "“a ‘b’ c” "])
def test_a_long_row_of_letters_in_marks_is_no_speech(catalogue, unit):
    assert read(unit * (LONG // len(unit)), catalogue, TODAY).quotes == ()


@pytest.mark.parametrize(
    "unit", [".", "…", "A ", "Dr. ", "U.S. ", "Monday ", "VIENNA, ", "\n", "(", "a\n"]
)
def test_a_long_row_of_anything_else_is_read_to_its_end(catalogue, unit):
    assert read(unit * (LONG // len(unit)), catalogue, TODAY).quotes == ()


@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_a_thousand_quotes_are_all_found_with_their_speaker(catalogue, between):
    unit = "“We went there on a Monday and saw it all,” said Anna Roe, an analyst in Graz."
    quotes = read(between.join([unit] * (LONG // len(unit))), catalogue, TODAY).quotes
    assert len(quotes) == LONG // len(unit)
    assert {(quote.text, quote.speaker) for quote in quotes} == {
        ("We went there on a Monday and saw it all", "Anna Roe")
    }
