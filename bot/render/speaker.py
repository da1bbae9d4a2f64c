"""What somebody said, and whom a name may mean."""

from dataclasses import replace

from bot.buttons import Button
from bot.render import following, labels, misfit, pages
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.reply import Reply, Rows, Turning, opening, quoting, rows, turning
from bot.render.text import Text, join
from config.catalogue import Catalogue
from digests.answers.question import Misfit, written
from digests.answers.speaker import Answer, NobodyCalled, Said, WhichSpeaker, WhoAtAll
from digests.models import Cited, Speaker, SpeakerKind

MOST_LINKS = 3  # buttons of a kind under one answer
MOST_CHOICES = 8
LONGEST_QUOTE = 2000  # UTF-16 units in a list; the article has the rest


def reply(answer: Answer, catalogue: Catalogue, language: Language, size: int) -> Reply:
    """Show what a speaker said, or help to find them."""
    match answer:
        case Said():
            return _said(answer, catalogue, language, size)
        case WhichSpeaker(asked, candidates):
            text = language.say("Which “{name}” do you mean?", name=labels.typed(asked))
            return Reply(text, choices(candidates, language))
        case NobodyCalled():
            return _nobody(answer, language)
        case WhoAtAll(prominent):
            text = language.say("Whose words? For example: /expert Lukin")
            return Reply(text, choices(prominent, language))
        case Misfit():
            return misfit.reply(answer, language)


def _said(answer: Said, catalogue: Catalogue, language: Language, size: int) -> Reply:
    items = [item(cited, catalogue, language) for cited in answer.quotes]
    fitted = pages.fit(_head(answer, len(items), catalogue, language), items)
    if fitted.items < len(items):
        head = _head(answer, fitted.items, catalogue, language)
        fitted = pages.fit(head, items[: fitted.items])
    shown = answer.quotes[: fitted.items]
    argument = join(" ", [answer.speaker.slug, written(answer.filter, catalogue)]).plain
    turn = Turning("expert", argument, answer.offset, len(shown), size, answer.total.number)
    return Reply(
        fitted.text,
        rows(
            turn.buttons(language),
            article_buttons(shown, language),
            clause_buttons(shown, catalogue, language),
            _follow(answer, catalogue, language),
        ),
        quoting(shown),
    )


def _follow(answer: Said, catalogue: Catalogue, language: Language) -> list[Button]:
    speaker = answer.speaker
    if speaker.kind is SpeakerKind.TREATY:
        return []
    about = replace(answer.filter, speakers=(speaker.slug,), speaker_names=(speaker.name,))
    return [following.button(about, catalogue, language)]


def _head(answer: Said, shown: int, catalogue: Catalogue, language: Language) -> Text:
    narrowed = labels.narrowed(answer.filter, catalogue, language)
    head = join("\n", [*_introduction(answer, shown, catalogue, language), narrowed])
    if answer.quotes:
        return head
    return join("\n\n", [head, _nothing(answer, language)])


def _introduction(
    answer: Said, shown: int, catalogue: Catalogue, language: Language
) -> list[Text]:
    speaker = answer.speaker
    person = catalogue.person(speaker.name)
    others = ", ".join(person.names_in.values()) if person else ""
    name = join(DOT, [labels.title(labels.name(speaker, language)), others])
    lines = [name, labels.who(speaker, language)]
    if speaker.quotes:
        articles = language.count("{number} article", "{number} articles", speaker.articles)
        said = language.count(
            "{number} quote from {articles}",
            "{number} quotes from {articles}",
            speaker.quotes,
            articles=articles,
        )
        lines.append(join(", ", [said, _window(answer, shown, language)]))
    return lines


def _window(answer: Said, shown: int, language: Language) -> Text:
    """Say which of the quotes stand here, where it is not all of them."""
    if not 0 < shown < answer.total.number:
        return Text()
    first, last = answer.offset + 1, answer.offset + shown
    if first == last:
        return language.say("newest first, number {number} here", number=language.number(first))
    return language.say(
        "newest first, {first}–{last} here",
        first=language.number(first),
        last=language.number(last),
    )


def _nothing(answer: Said, language: Language) -> Text:
    if answer.offset:
        return labels.no_more(language)
    if answer.filter:
        return language.say("No quote fits these limits. Ask again with fewer of them.")
    return language.say("No words of theirs are in the library yet.")


def item(cited: Cited, catalogue: Catalogue, language: Language, *, on: str = "") -> Text:
    """Show one quote: the words, and under them who published them, when, on which clause.

    Under a clause (*on* is its address) the speaker is named as well, and only other clauses are.
    """
    quote, article = cited.quote, cited.article
    outlet = labels.outlet(article.outlet, catalogue, language)
    if quote.told:
        told = Text(quote.told)
        outlet = language.say("told {whom}, reported by {outlet}", whom=told, outlet=outlet)
    clauses = [
        labels.short_clause(address, catalogue, language)
        for address in _addresses(cited)
        if address != on
    ]
    facts = [outlet, labels.day(article, language), *clauses, labels.source(article, language)]
    return join(
        "\n",
        [
            by(cited, language) if on else "",
            labels.quoted(quote, LONGEST_QUOTE),
            join(DOT, facts),
            labels.remarks(quote, language),
        ],
    )


def _addresses(cited: Cited) -> list[str]:
    treaty = cited.article.treaty
    return [name if ":" in name else f"{treaty}:{name}" for name in cited.quote.clauses]


def by(cited: Cited, language: Language) -> Text:
    """Name who speaks, with their affiliation."""
    if cited.speaker is None:
        return labels.title(language.say("Speaker not named"))
    if cited.quote.kind == "treaty":
        return labels.title(language.say("Treaty text, as the outlet printed it"))
    return join(", ", [labels.title(cited.speaker.name), cited.speaker.affiliation or ""])


def article_buttons(quotes: tuple[Cited, ...], language: Language) -> list[Button]:
    """Give a button for each article that the quotes stand in."""
    articles = {cited.article.id: cited.article for cited in quotes}
    return [
        opening(
            language.say("Read: {article}", article=labels.short(article, language)),
            "article",
            article.id,
        )
        for article in list(articles.values())[:MOST_LINKS]
    ]


def clause_buttons(
    quotes: tuple[Cited, ...], catalogue: Catalogue, language: Language
) -> list[Button]:
    """Give a button for each clause that the quotes are about."""
    addresses = dict.fromkeys(address for cited in quotes for address in _addresses(cited))
    return [
        opening(clause_label(address, catalogue, language), "clause", address)
        for address in list(addresses)[:MOST_LINKS]
    ]


def clause_label(address: str, catalogue: Catalogue, language: Language) -> Text:
    """Label a button that opens a clause."""
    return language.say(
        "Clause: {clause}", clause=labels.short_clause(address, catalogue, language)
    )


def choices(speakers: tuple[Speaker, ...], language: Language) -> Rows:
    """Offer speakers to choose from, each with what tells them apart."""
    return rows(
        *(
            [
                turning(
                    join(", ", [speaker.name, _place(speaker, language)]), "expert", speaker.slug
                )
            ]
            for speaker in speakers[:MOST_CHOICES]
        )
    )


def _place(speaker: Speaker, language: Language) -> str:
    return speaker.affiliation or labels.kind(speaker, language).plain


def _nobody(answer: NobodyCalled, language: Language) -> Reply:
    name = labels.typed(answer.asked)
    if answer.near:
        text = language.say("Nobody here is called “{name}”. Did you mean:", name=name)
    else:
        text = language.say(
            "Nobody here is called “{name}”. /experts lists everybody who has been quoted.",
            name=name,
        )
    return Reply(text, choices(answer.near, language))
