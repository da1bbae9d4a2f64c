"""Every quote of the seeds is shown verbatim, in quotation marks, and nothing else is."""

import re
import tomllib
from importlib import resources

import pytest
from talking import leaf_through

SEEDS = {
    file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
    for file in resources.files("seeds").iterdir()
    if file.name.endswith(".toml")
}
QUOTES = [(name, quote) for name, seed in SEEDS.items() for quote in seed.get("quotes", [])]
SPEAKERS = sorted({quote["speaker"] for _, quote in QUOTES})
INSERTED = [
    "[the treaty between Russia and North Korea]",
    "(a Soviet patriotic song dated as far back as 1936 - TASS)",
]
MARKED = re.compile("“([^”]*)”")


def stretches(quote):
    return quote.get("parts") or [quote["text"]]


def shown_in_marks(pages):
    return [words for page in pages for words in MARKED.findall(page.text)]


@pytest.fixture
def leaf(chat):
    async def leaf(question):
        return await leaf_through(chat, question)

    return leaf


@pytest.mark.parametrize("speaker", SPEAKERS)
async def test_an_answer_on_a_speaker_has_all_their_words_and_no_others(leaf, speaker):
    pages = await leaf(f"/expert {speaker}")

    theirs = [s for _, quote in QUOTES if quote["speaker"] == speaker for s in stretches(quote)]
    assert shown_in_marks(pages) == theirs


@pytest.mark.parametrize("article", SEEDS)
async def test_an_article_has_all_its_quotes_and_no_others(leaf, article):
    pages = await leaf(f"/article {article}")

    printed = [s for quote in SEEDS[article].get("quotes", []) for s in stretches(quote)]
    assert shown_in_marks(pages) == printed


@pytest.mark.parametrize("speaker", SPEAKERS)
async def test_each_quote_stands_with_outlet_label_and_source(leaf, speaker):
    for page in await leaf(f"/expert {speaker}"):
        quotes = [block for block in page.text.split("\n\n") if block.startswith("“")]

        assert quotes
        assert all(re.search(r"(TASS|Sputnik) \(state-affiliated\) · ", q) for q in quotes)
        assert all("· source" in quote for quote in quotes)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("/expert {speaker}", "fragment"),
        ("/article {id}", "fragment"),
        ("/article {id}", "treaty"),
    ],
)
async def test_fragments_and_treaty_text_are_called_so(leaf, question, kind):
    label = {"fragment": "fragment of a sentence", "treaty": "treaty text, as the outlet"}[kind]
    for name, quote in QUOTES:
        pages = await leaf(question.format(speaker=quote["speaker"], id=name))
        blocks = [block for page in pages for block in page.text.split("\n\n")]
        [block] = [block for block in blocks if f"“{stretches(quote)[0]}”" in block]

        assert (label in block) == (quote["kind"] == kind)


@pytest.mark.parametrize("inserted", INSERTED)
async def test_what_the_outlet_put_into_a_quote_is_set_in_italics(leaf, inserted):
    [(name, quote)] = [(name, quote) for name, quote in QUOTES if inserted in quote["text"]]
    for question in (f"/expert {quote['speaker']}", f"/article {name}"):
        pages = await leaf(question)
        [page] = [page for page in pages if inserted in page.text]

        assert inserted in page.marked("italic")
        assert "brackets are the outlet’s" in page.text


async def test_an_insertion_is_set_in_italics_where_a_search_finds_it(leaf):
    [page] = await leaf("/search confrontation of blocs")

    assert INSERTED[0] in page.marked("italic")


@pytest.mark.parametrize(
    "question",
    ["/search treaty", "/search military", "/search world order", "/search stabilization step"],
)
async def test_what_a_search_shows_in_marks_was_printed_so(leaf, question):
    printed = [s for _, quote in QUOTES for s in stretches(quote)]
    for words in shown_in_marks(await leaf(question)):
        assert any(words.strip("…") in stretch for stretch in printed)


@pytest.mark.parametrize("question", ["/latest 10", "/experts", "/sources", "/clauses"])
async def test_what_is_in_our_own_words_bears_no_quotation_marks(leaf, question):
    assert shown_in_marks(await leaf(question)) == []


async def test_every_quote_is_set_apart_as_one(leaf):
    for name, seed in SEEDS.items():
        quotes = seed.get("quotes", [])
        pages = await leaf(f"/article {name}")
        apart = [q for page in pages for q in page.marked("blockquote", "expandable_blockquote")]

        assert apart == [" … ".join(f"“{s}”" for s in stretches(quote)) for quote in quotes]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("sputnik-2024-10-15-lukin", "Untitled, Sputnik, 15 October 2024"),
        ("tass-2024-06-18-asmolov", "Untitled, TASS, 18 June 2024"),
    ],
)
async def test_an_article_without_a_headline_is_called_untitled(leaf, name, title):
    [first, *_] = await leaf(f"/article {name}")

    assert first.text.splitlines()[0] == title
    assert title in first.marked("bold")
