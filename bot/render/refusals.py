"""Why something was not taken in, and what to do instead; a sentence for each reason there is."""

from collections.abc import Mapping

from bot.fetching.outcomes import NotFetched, Obstacle
from bot.render import labels
from bot.render.language import Language, later
from bot.render.text import Text
from digests import review
from digests.intake.outcomes import Reason

TAKEN_IN = later("The text may be pasted here, or sent as .txt, .md, .html or, a record, .toml.")

REASONS: Mapping[Reason, str] = {
    Reason.EMPTY: later("There is no text in it. Send the article’s text."),
    Reason.TOO_BIG: later(
        "It is longer than any article is. Send the article alone, one at a time."
    ),
    Reason.PDF: later("It is a PDF, which I cannot read. Copy its text and paste it."),
    Reason.OFFICE: later(
        "It is a word processor’s file or an archive, which I cannot read. Save it as plain text, "
        "or copy its text and paste it."
    ),
    Reason.BINARY: later(
        "It is no text: a picture, a recording, a program, or a file that is damaged. Send the "
        "article’s text."
    ),
    Reason.UNKNOWN_KIND: later(
        "Its name does not say what it is. I read files that end in .txt, .md, .html, and records "
        "in .toml; rename it if it is one of them."
    ),
    Reason.ENCODING: later(
        "Its letters are in no encoding I know. Save it as UTF-8, or copy its text and paste it."
    ),
    Reason.DATA: later("It is data for programs (JSON), no article. Send the article’s text."),
    Reason.FEED: later("It is a feed, a list of articles. Send the link of one of its articles."),
    Reason.NEEDS_SCRIPTS: later(
        "The page shows its text only to browsers. Open it, copy the text and paste it."
    ),
    Reason.NEEDS_SUBSCRIPTION: later(
        "The page shows its text, or the rest of it, to subscribers only. If you have access, "
        "open it, copy the text and paste it."
    ),
    Reason.ROBOT_CHECK: later(
        "The site asks for proof of a person before it shows the page. Open it, copy the text and "
        "paste it."
    ),
    Reason.TOO_LITTLE: later(
        "The page has hardly any text of its own. Check the link, or copy the text and paste it."
    ),
}

OBSTACLES: Mapping[Obstacle, str] = {
    Obstacle.BAD_ADDRESS: later(
        "That is no link I can follow: it must begin with http:// or https:// and name a site, "
        "without a port or a password. Check it, or paste the text."
    ),
    Obstacle.PRIVATE_ADDRESS: later(
        "The link leads into a private network, where I do not go. Paste the text instead."
    ),
    Obstacle.DOWNGRADED: later(
        "The link leads from a protected address (https) to an open one (http). If that is the "
        "right page, send the http link itself, or paste the text."
    ),
    Obstacle.TOO_MANY_REDIRECTS: later(
        "The link leads from one address to the next and does not end. Open the page and send the "
        "address it ends at, or paste the text."
    ),
    Obstacle.UNREACHABLE: later(
        "The site cannot be reached. Check the link, try again later, or paste the text."
    ),
    Obstacle.CERTIFICATE: later(
        "The site cannot show that it is the one it says (its certificate is not valid). Check "
        "the link, or paste the text."
    ),
    Obstacle.TOO_SLOW: later(
        "The site took too long to answer. Try again later, or paste the text."
    ),
    Obstacle.TOO_BIG: later("The page is larger than any article is. Paste the text instead."),
    Obstacle.NOT_FOUND: later("There is no such page on that site. Check the link."),
    Obstacle.WALLED: later(
        "The site shows that page only to those who log in or pay, or not to programs. Open it, "
        "copy the text and paste it."
    ),
    Obstacle.NOT_A_PAGE: later(
        "The link leads to no page but to a file of another kind, such as a picture, a PDF or a "
        "feed. Send the link of the article’s page, or paste the text."
    ),
    Obstacle.FAILED: later(
        "The site answered with an error, or broke off. Try again later, or paste the text."
    ),
}


def reason(why: Reason, language: Language) -> Text:
    """Say why a file or a page is not taken in."""
    return language.say(REASONS[why])


def obstacle(met: NotFetched, link: str, language: Language) -> Text:
    """Say why a link was not fetched, and where it led if that was elsewhere."""
    said = language.say(OBSTACLES[met.obstacle])
    if met.url.rstrip("/") == link.strip().rstrip("/"):
        return said
    address = labels.typed(met.url)
    return said + " " + language.say("(It led to {address}.)", address=address)


def change(refused: review.Refused, language: Language) -> Text:
    """Say why a draft cannot be an article as it is."""
    return language.say(
        "It does not fit into a record ({detail}). Load it as a draft, and mend that.",
        detail=labels.typed(refused.detail or refused.reason),
    )
