"""What is offered in inline mode: in the list a line or two, in the chat all that is needed."""

from collections.abc import Iterable
from hashlib import blake2b

from bot.render import labels, pages, speaker
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.text import Text, bold, join
from bot.render.wire import NO_PREVIEW, Wire
from config.catalogue import Catalogue
from digests.answers.inline import Item, Leading
from digests.models import Cited, Heading

LONGEST_LINE = 160  # UTF-16 units of a title, and of the words under it; a phone shows fewer
LONGEST_LEAD = 600  # of a quote under its article


def results(items: Iterable[Item], catalogue: Catalogue, language: Language) -> list[Wire]:
    """Write the results for items; the same words printed twice in one article stand once."""
    made = (_result(item, catalogue, language) for item in items)
    return list({result["id"]: result for result in made}.values())


def nothing(language: Language) -> str:
    """Label the button that stands where nothing was found."""
    return language.say("Nothing found here. Ask me in private").plain


def _result(item: Item, catalogue: Catalogue, language: Language) -> Wire:
    match item:
        case Cited():
            return _quote(item, catalogue, language)
        case Leading(article, quote):
            return _article(article, _lead(quote, language), catalogue, language)
        case Heading():
            return _article(item, Text(), catalogue, language)


def _quote(cited: Cited, catalogue: Catalogue, language: Language) -> Wire:
    """Offer a quote: as an answer on its clause would show it, speaker first."""
    quote, name = cited.quote, _by(cited, language)
    printed = "\n".join([cited.article.id, quote.speaker or "", quote.text])
    return _made(
        "q-" + blake2b(printed.encode("utf-8", "replace"), digest_size=16).hexdigest(),
        name,
        labels.quoted(quote, LONGEST_LINE),
        join("\n", [name, speaker.item(cited, catalogue, language)]),
    )


def _article(article: Heading, lead: Text, catalogue: Catalogue, language: Language) -> Wire:
    """Offer an article: headline, outlet, date and link, summary, and the quote that leads it."""
    title = labels.headline(article, catalogue, language)
    outlet = labels.outlet(article.outlet, catalogue, language)
    day = labels.day(article, language)
    facts = join(DOT, [outlet, day, labels.source(article, language)])
    head = join("\n", [bold(title), facts, article.summary or ""])
    return _made(
        "a-" + article.id,
        title,
        join(DOT, [outlet, day]),
        pages.fit(head, [lead]).text if lead else head,
    )


def _lead(cited: Cited, language: Language) -> Text:
    quote = cited.quote
    told = language.say("told {whom}", whom=quote.told) if quote.told else ""
    facts = join(DOT, [told, labels.remarks(quote, language)])
    return join("\n", [_by(cited, language), labels.quoted(quote, LONGEST_LEAD), facts])


def _by(cited: Cited, language: Language) -> Text:
    """Name who speaks; whom the library knows by another name as the article prints it."""
    quote = cited.quote
    if cited.speaker is None and quote.speaker and quote.kind != "treaty":
        return join(", ", [bold(quote.speaker), quote.affiliation or ""])
    return speaker.by(cited, language)


def _made(id_: str, title: Text, line: Text, message: Text) -> Wire:
    text = pages.thinned(pages.clip(message))
    return {
        "type": "article",
        "id": id_,
        "title": pages.clip(title, LONGEST_LINE).plain,
        "description": pages.clip(line, 2 * LONGEST_LINE).plain,
        "input_message_content": {
            "message_text": text.plain,
            "entities": text.entities(),
            "link_preview_options": NO_PREVIEW,
        },
    }
