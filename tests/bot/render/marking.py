"""Texts with marks, and a model of them: for each sign, the marks that lie on it."""

from hypothesis import strategies as st

from bot.render.text import Text, marked

SIGNS = "aZ é한글Ж😀\u0301\u200d👨👩🇩🇪\n.!,”"
words = st.text(st.sampled_from(SIGNS) | st.characters(exclude_categories=["Cs"]), max_size=40)


def looks(text):
    """Give each sign of a text with the marks on it."""
    return [
        (sign, frozenset((m.kind, m.url) for m in text.marks if m.start <= place < m.end))
        for place, sign in enumerate(text.plain)
    ]


def under(entity, plain):
    """Give the words that Telegram would show under an entity."""
    raw = plain.encode("utf-16-le", "surrogatepass")
    cut = raw[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])]
    return cut.decode("utf-16-le", "surrogatepass")


def squeezed(*texts):
    """Give the words of texts without the white space between and in them."""
    return "".join("".join(text.plain for text in texts).split())


@st.composite
def marked_texts(draw, parts=words, most=6):
    """Draw a text of several parts, some of them under marks of their own."""
    text = Text()
    for number, part in enumerate(draw(st.lists(parts, max_size=most))):
        kinds = draw(st.sampled_from([(), ("bold",), ("italic", "blockquote"), ("text_link",)]))
        piece = Text(part)
        for kind in kinds:
            url = f"https://example.org/{number}" if kind == "text_link" else None
            piece = marked(piece, kind, url)
        text += piece
    return text
