"""One article, whole: what it is, what it says, whom it quotes."""

from bot.buttons import Button
from bot.render import labels, latest, pages, speaker
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.reply import Reply, Shown, Turning, opening, rows
from bot.render.text import Text, bold, code, italic, join
from config.catalogue import Catalogue
from digests.answers.article import Full, NoArticle, WhatArticle
from digests.models import Article, Indirect, Quote

LONGEST_HEAD = 200  # UTF-16 units of a headline on the pages after the first
TELLING = 80  # characters that tell one quote from another


def reply(
    answer: Full | NoArticle | WhatArticle, catalogue: Catalogue, language: Language
) -> Reply:
    """Show an article, or help to find it."""
    match answer:
        case Full():
            return _full(answer, catalogue, language)
        case NoArticle(asked, near):
            text = language.say(
                "No article here has the id “{id}”. /latest and /search find articles.",
                id=labels.typed(asked),
            )
            return Reply(text, rows(latest.read(near, 0, language)))
        case WhatArticle(newest):
            text = language.say("Which article? Choose one of the newest, or /search for words.")
            return Reply(text, rows(latest.read(newest, 0, language)))


def _full(answer: Full, catalogue: Catalogue, language: Language) -> Reply:
    article = answer.article
    blocks = [
        _masthead(article, catalogue, language),
        Text(article.summary or ""),
        *_quotes(article, catalogue, language),
        *_indirect(article, language),
        _foot(article, catalogue, language),
    ]
    bound = pages.bind([block for block in blocks if block])
    page = min(answer.offset, len(bound) - 1)
    text = join(
        "\n\n", [_running_head(answer, page, len(bound), catalogue, language), bound[page]]
    )
    turn = Turning("article", article.id, page, 1, 1, len(bound))
    return Reply(
        text,
        rows(turn.buttons(language), *_links(answer, catalogue, language)),
        tuple(Shown(article.id, quote) for quote in article.quotes if _stands(quote, bound[page])),
    )


def _links(answer: Full, catalogue: Catalogue, language: Language) -> list[list[Button]]:
    """Give the buttons to who speaks in an article, and to what it is about."""
    article = answer.article
    people = [
        opening(labels.name(each, language), "expert", each.slug) for each in answer.speakers
    ]
    clauses = [
        opening(
            speaker.clause_label(article.address(name), catalogue, language),
            "clause",
            article.address(name),
        )
        for name in article.clauses
    ]
    return [people[: speaker.MOST_LINKS], clauses[:4]]


def _stands(quote: Quote, page: Text) -> bool:
    """Tell whether a quote is read on a page, or what of it a cut has left there."""
    words = labels.quoted(quote).plain
    return words[:TELLING] in page.plain or words[-TELLING:] in page.plain


def _running_head(
    answer: Full, page: int, pages_: int, catalogue: Catalogue, language: Language
) -> Text:
    """Say on every page but the first what is being read."""
    if page == 0:
        return Text()
    title = bold(pages.clip(labels.headline(answer.article, catalogue, language), LONGEST_HEAD))
    number, last = language.number(page + 1), language.number(pages_)
    return join(DOT, [title, language.say("{page} of {last}", page=number, last=last)])


def _masthead(article: Article, catalogue: Catalogue, language: Language) -> Text:
    facts: list[Text | str] = [
        labels.outlet(article.outlet, catalogue, language),
        labels.day(article, language),
        article.place or "",
        article.author or "",
        labels.source(article, language),
    ]
    title = bold(labels.headline(article, catalogue, language))
    return join("\n", [title, join(DOT, facts), italic(article.date_note or "")])


def _quotes(article: Article, catalogue: Catalogue, language: Language) -> list[Text]:
    """Show every quote with its speaker, whose affiliation is given the first time."""
    blocks, seen = [], set[str | None]()
    for quote in article.quotes:
        first = quote.speaker not in seen
        seen.add(quote.speaker)
        addresses = (article.address(name) for name in quote.clauses)
        facts: list[Text | str] = [
            "— " + by(quote, language, introduce=first),
            language.say("told {whom}", whom=quote.told) if quote.told else "",
            *(labels.short_clause(address, catalogue, language) for address in addresses),
            labels.remarks(quote, language),
        ]
        blocks.append(join("\n", [labels.quoted(quote), join(DOT, facts)]))
    return blocks


def by(quote: Quote, language: Language, *, introduce: bool = True) -> Text:
    """Name who speaks, by the name that the article prints, and if need be their affiliation."""
    if quote.speaker is None:
        return language.say("speaker not named")
    if quote.kind == "treaty":
        return language.say("treaty text, as the outlet printed it")
    return join(", ", [bold(quote.speaker), (quote.affiliation if introduce else None) or ""])


def _indirect(article: Article, language: Language) -> list[Text]:
    if not article.indirect:
        return []
    title = bold(language.say("Also reported, in our words"))
    return [join("\n", [title, *(_statement(each, language) for each in article.indirect)])]


def _statement(said: Indirect, language: Language) -> Text:
    name = said.speaker or language.say("Speaker not named")
    return "• " + italic(name) + ": " + said.statement


def _foot(article: Article, catalogue: Catalogue, language: Language) -> Text:
    also = [
        join(", ", [each.outlet, language.day(each.published) if each.published else ""]).plain
        for each in article.also_in
    ]
    lines = [language.say("Also in: {outlets}", outlets="; ".join(also))] if also else []
    names = [
        labels.short_clause(article.address(c), catalogue, language).plain for c in article.clauses
    ]
    lines += [language.say("About: {clauses}", clauses=language.listing(names))] if names else []
    lines.append(language.say("Id: {id}", id=code(article.id)))
    return join("\n", lines)
