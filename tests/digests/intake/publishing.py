"""Pages of an outlet that does not exist, to take in."""

PUTIN = (
    "“The treaty provides for mutual assistance in the event of aggression against one of the "
    "parties,” Putin said at the ceremony."
)
PARAGRAPHS = (
    "Vladimir Putin and North Korean leader Kim Jong Un signed a treaty in Pyongyang on Monday.",
    PUTIN,
    "Analysts said the pact revives a guarantee of the Cold War, though its wording leaves room.",
    "The document has 23 articles and replaces those of 1961, 2000 and 2001, the agency reported.",
)
ROUND = '<nav><a href="/">Home</a> <a href="/world">World</a></nav>'
FOOTER = "<footer>Copyright Example News. All rights reserved.</footer>"


def article(*paragraphs, more=""):
    written = "".join(f"<p>{each}</p>" for each in paragraphs or PARAGRAPHS)
    return f"{ROUND}<article><h1>Pact signed</h1>{written}{more}</article>{FOOTER}"


def page(body=None, head="<title>Pact signed | Example News</title>"):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body or article()}</body></html>"
