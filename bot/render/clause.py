"""What a clause provides, what is not verified of it, and who said what about it."""

from dataclasses import replace

from bot.buttons import Button
from bot.render import following, labels, misfit, pages, speaker
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.reply import Reply, Rows, Turning, opening, quoting, rows, turning
from bot.render.text import Text, bold, code, italic, join, marked
from config.catalogue import Catalogue
from config.entries import Clause, Phrase, Treaty
from config.references import Mentioned, NoClause, Provision, WhichClause
from digests.answers.clause import Answer, Provided, WhatClause
from digests.answers.question import Misfit, written
from digests.models import Heading

MOST_CHOICES = 8
MOST_ELSEWHERE = 4


def reply(answer: Answer, catalogue: Catalogue, language: Language, size: int) -> Reply:
    """Show a clause, or help to find it."""
    match answer:
        case Provided():
            return _provided(answer, catalogue, language, size)
        case WhichClause() | Mentioned() | NoClause():
            return unclear(answer, catalogue, language, "clause")
        case WhatClause(treaty):
            text = language.say(
                "Which clause? For example: /clause assistance or /clause Article 4. "
                "/clauses lists those of the {treaty}.",
                treaty=treaty.short,
            )
            return Reply(text)
        case Misfit():
            return misfit.reply(answer, language)


def unclear(
    answer: WhichClause | Mentioned | NoClause,
    catalogue: Catalogue,
    language: Language,
    command: str,
) -> Reply:
    """Help when it is not clear which clause is meant; choosing one asks *command* again."""
    match answer:
        case WhichClause(asked, candidates):
            text = language.say("Which clause do you mean by “{name}”?", name=labels.typed(asked))
            return Reply(text, choices(candidates, catalogue, language, command))
        case Mentioned():
            return _mentioned(answer, catalogue, language, command)
        case NoClause(asked, treaty, near):
            return Reply(
                _no_clause(asked, treaty, near, language),
                choices(near, catalogue, language, command),
            )


def choices(
    provisions: tuple[Provision, ...], catalogue: Catalogue, language: Language, command: str
) -> Rows:
    """Offer clauses to choose from."""
    return rows(
        *(
            [turning(_choice(each, catalogue, language), command, each.address)]
            for each in provisions[:MOST_CHOICES]
        )
    )


def _choice(provision: Provision, catalogue: Catalogue, language: Language) -> Text:
    if provision.treaty.id == catalogue.default.id:
        return labels.clause(provision, language)
    return beside(provision, language)


def beside(provision: Provision, language: Language) -> Text:
    """Label a button that opens a clause of any treaty; the number first, for labels are cut."""
    name = labels.number(provision.clause, language) or Text(provision.clause.title)
    return join(", ", [name, provision.treaty.short])


def _mentioned(answer: Mentioned, catalogue: Catalogue, language: Language, command: str) -> Reply:
    reference, named_in = answer.reference, answer.named_in
    title = language.say(
        "Article {number} of the {instrument}",
        number=reference.number,
        instrument=reference.of,
    )
    here = language.say(
        "It is not an article of the {treaty}; {clause} names it.",
        treaty=named_in.treaty.short,
        clause=labels.number(named_in.clause, language) or Text(named_in.clause.title),
    )
    text = join("\n\n", [labels.title(title), reference.description, here])
    return Reply(text, choices((named_in,), catalogue, language, command))


def _no_clause(
    asked: str, treaty: Treaty, near: tuple[Provision, ...], language: Language
) -> Text:
    name = labels.typed(asked)
    text = language.say("The {treaty} has no clause “{name}”.", treaty=treaty.short, name=name)
    if near:
        return join(" ", [text, language.say("Did you mean:")])
    if treaty.articles and len(treaty.clauses) > treaty.articles:
        known = language.say("It has a preamble and articles 1–{last}.", last=str(treaty.articles))
        return join(" ", [text, known, language.say("/clauses lists them.")])
    return join(" ", [text, language.say("/clauses lists those that are known here.")])


def _provided(answer: Provided, catalogue: Catalogue, language: Language, size: int) -> Reply:
    address = answer.provision.address
    head = join("\n\n", [*_head(answer, language), _heard(answer, catalogue, language)])
    items = [speaker.item(cited, catalogue, language, on=address) for cited in answer.quotes]
    foot = Text() if answer.offset else _reported(answer, catalogue, language)
    fitted = pages.fit(head, items, foot)
    shown = answer.quotes[: fitted.items]
    argument = join(" ", [address, written(answer.filter, catalogue)]).plain
    turn = Turning("clause", argument, answer.offset, len(shown), size, answer.total.number)
    compare = language.say("Compare with other treaties")
    about = replace(answer.filter, clauses=(address,))
    comparable = [opening(compare, "compare", address)]
    return Reply(
        fitted.text,
        rows(
            turn.buttons(language),
            speaker.article_buttons(shown, language) if shown else _read(answer, language),
            comparable if answer.provision.clause.topic else [],
            _elsewhere(answer, language),
            [following.button(about, catalogue, language)],
        ),
        quoting(shown),
    )


def _read(answer: Provided, language: Language) -> list[Button]:
    return [
        opening(labels.short(article, language), "article", article.id)
        for article in answer.articles[: speaker.MOST_LINKS]
    ]


def _elsewhere(answer: Provided, language: Language) -> list[Button]:
    if answer.offset:
        return []
    return [
        opening(beside(other, language), "clause", other.address)
        for other in answer.elsewhere[:MOST_ELSEWHERE]
    ]


def _head(answer: Provided, language: Language) -> list[Text]:
    provision = answer.provision
    title = join("\n", [bold(labels.clause(provision, language)), provision.treaty.short])
    if answer.offset:
        return [title]
    return [title, *description(provision, language)]


def description(provision: Provision, language: Language) -> list[Text]:
    """Say what a clause provides, its key phrase, what is doubtful, where it was checked."""
    clause = provision.clause
    return [
        Text(clause.description),
        phrase(clause.phrase, language) if clause.phrase else Text(),
        doubts(clause, language),
        italic(clause.note) if clause.note else Text(),
        _checked(provision, language),
    ]


def phrase(words: Phrase, language: Language) -> Text:
    """Show words of the treaty, with their language, and where they were read."""
    name = language.locale.languages.get(words.language, words.language)
    kind = (
        language.say("Key phrase in {language}, a language of the treaty", language=name)
        if words.kind == "official language"
        else language.say(
            "Key phrase in a {language} translation, not an official text", language=name
        )
    )
    return join("\n", [kind + ":", marked(f"“{words.text}”", "blockquote"), italic(words.checked)])


def words(phrase: Phrase, language: Language) -> Text:
    """Show words of a treaty in one line, with their language and standing."""
    name = language.locale.languages.get(phrase.language, phrase.language)
    if phrase.kind == "official language":
        return language.say("“{words}” ({language})", words=phrase.text, language=name)
    return language.say(
        "“{words}” ({language}, not an official text)", words=phrase.text, language=name
    )


def doubts(clause: Clause, language: Language) -> Text:
    """Say what is not verified, before anybody relies on it."""
    points = []
    if clause.number and not clause.number_checked:
        points.append(language.say("its number").plain)
    if not clause.content_checked and not clause.open:
        points.append(language.say("its content").plain)
    points += [point[0].lower() + point[1:] for point in clause.open]
    if not points:
        return Text()
    label = bold(language.say("Not verified:"))
    return label + " " + "; ".join(points) + "."


def _checked(provision: Provision, language: Language) -> Text:
    """List where the number and the content were read, folded away until tapped."""
    clause, sources = provision.clause, provision.treaty.sources
    lines = []
    if clause.number and clause.number_checked:
        read = "; ".join(sources[key] for key in clause.number_checked)
        lines.append(language.say("Number checked in: {sources}", sources=read))
    if clause.content_checked:
        read = "; ".join(sources[key] for key in clause.content_checked)
        lines.append(language.say("Content checked in: {sources}", sources=read))
    return marked(join("\n", lines), "expandable_blockquote") if lines else Text()


def _heard(answer: Provided, catalogue: Catalogue, language: Language) -> Text:
    tally = answer.tally
    narrowed = labels.narrowed(answer.filter, catalogue, language)
    if not answer.quotes and answer.offset:
        return join("\n", [labels.no_more(language), narrowed])
    if not answer.quotes:
        nobody = (
            language.say("No quote about it fits these limits.")
            if answer.filter
            else language.say("Nobody is quoted about it in the library yet.")
        )
        return join("\n", [nobody, narrowed])
    quotes = language.count("{number} quote", "{number} quotes", tally.quotes)
    people = language.count("{number} speaker", "{number} speakers", tally.speakers)
    counts = join(DOT, [quotes, people if tally.speakers else ""])
    return join("\n", [bold(language.say("Who said what")) + DOT + counts, narrowed])


def _reported(answer: Provided, catalogue: Catalogue, language: Language) -> Text:
    """List the articles that report on the clause, newest first."""
    if not answer.articles:
        return Text()
    lines = [_line(article, catalogue, language) for article in answer.articles]
    if (further := answer.tally.articles - len(lines)) > 0 and not answer.filter:
        command = code(f"/latest clause:{answer.provision.address}")
        lines.append(
            language.count(
                "and {number} more: {command}",
                "and {number} more: {command}",
                further,
                command=command,
            )
        )
    return join("\n", [bold(language.say("Reported in")), *lines])


def _line(article: Heading, catalogue: Catalogue, language: Language) -> Text:
    title = labels.headline(article, catalogue, language)
    source = labels.source(article, language)
    if article.headline is None:
        label = labels.affiliated(article.outlet, catalogue, language)
        return "• " + join(DOT, [title, label, source])
    outlet = labels.outlet(article.outlet, catalogue, language)
    return "• " + join(DOT, [title, outlet, labels.day(article, language), source])
