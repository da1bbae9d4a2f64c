"""Whether words in quotation marks are a treaty's own, by what leads up to them."""

import re

NOUN = (
    r"(?:treaty|pact|agreement|accord|clause|provision|preamble|section|convention|charter|"
    r"protocol|text|document|[Aa]rticle(?:\s+(?:\d+|[IVX]+|one|two|three|four|five))?)"
)
# One of these stands in all that is looked for: looked for first, since that is quick.
NOUNS = (
    "treaty", "pact", "agreement", "accord", "clause", "provision", "preamble", "section",
    "convention", "charter", "protocol", "text", "document", "rticle",
)  # fmt: skip
OWN = r"(?:'s|’s)?(?:\s+(?:of|on|in|between|from|to)\s+[^,;:“\"]{2,60}?)?"
STATES = (
    r"(?:stipulat\w+|reads?|say(?:s|ing)|stat(?:es|ed|ing)|provid(?:es|ed|ing)|affirm\w*|"
    r"call(?:s|ed|ing)? for|"
    r"oblig(?:es|ed|ing|ates)|commit(?:s|ted|ting)|requir(?:es|ed|ing)|declar(?:es|ed|ing)|establish(?:es|ed)|"
    r"envisag\w+|leaves|speaks of|promis(?:es|ed)|pledg(?:es|ed)|guarantees?|defin(?:es|ed)|"
    r"allow(?:s|ed)|"
    r"bars?|prohibits?|forbids?|mentions?|refers? to|contain(?:s|ed)|binds?|enshrin\w+|entitles?|"
    r"mandates?|"
    r"specif(?:y|ies|ied)|describ(?:es|ed)|lists?|sets? out|proclaims?|grants?|gives|makes|tells|"
    r"asks|urges)"
)
UNDER = re.compile(
    rf"\b(?:[Uu]nder|[Pp]ursuant to|"
    rf"[Ii]n accordance with)\s+(?:the\s+terms\s+of\s+)?(?:[\w’'-]+\s+){{0,6}}?{NOUN}\b|"
    rf"\b{NOUN},? under which\b"
)
STATED = re.compile(
    rf"\b{NOUN}{OWN},?\s+(?:which\s+|that\s+|also\s+|only\s+|further\s+|then\s+|even\s+)?{STATES}\b"
)
NAMED = re.compile(rf"\b{NOUN}\b")


def led(text: str, start: int, end: int) -> int | None:
    """Give where the words begin that lead up to a treaty's own, None where none do."""
    words = text[start:end]
    if not any(map(words.__contains__, NOUNS)):
        return None
    found = None
    for pattern in (UNDER, STATED):
        for match in pattern.finditer(text, start, end):
            found = max(match.start(), found or 0)
    return found
