"""The message that everybody is sent; plain Python, so that every client may use it."""

LINES = 10
_TITLES = [f"Item {number}" for number in range(LINES)]
_SAYING = "Officials said of clause {number} that it holds, and that it is read as written."
_SAID = [_SAYING.format(number=number) for number in range(LINES)]

HTML = "\n".join(f"<b>{title}</b> {said}" for title, said in zip(_TITLES, _SAID, strict=True))
TEXT = HTML.replace("<b>", "").replace("</b>", "")
ENTITIES = [
    {"type": "bold", "offset": TEXT.index(title), "length": len(title)} for title in _TITLES
]
