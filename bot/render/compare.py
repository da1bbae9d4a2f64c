"""A clause beside its counterparts in other treaties."""

from bot.render import clause as clause_render
from bot.render import labels, pages
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.reply import Reply, Turning, opening, rows
from bot.render.text import Text, bold, italic, join
from config.catalogue import Catalogue
from config.references import Mentioned, NoClause, Provision, WhichClause
from digests.answers.comparison import Answer, Comparison, Incomparable


def reply(answer: Answer, catalogue: Catalogue, language: Language, size: int) -> Reply:
    """Show how treaties word the same promise, or help to find the clause."""
    match answer:
        case Comparison():
            return _comparison(answer, language, size)
        case Incomparable(provision, can):
            text = language.say(
                "No other treaty here has a clause to set beside {clause}. These can be compared:",
                clause=labels.clause(provision, language),
            )
            return Reply(text, clause_render.choices(can, catalogue, language, "compare"))
        case WhichClause() | Mentioned() | NoClause():
            return clause_render.unclear(answer, catalogue, language, "compare")


def _comparison(answer: Comparison, language: Language, size: int) -> Reply:
    own = [] if answer.offset else [_beside(answer.provision, language)]
    items = [*own, *(_beside(other, language) for other in answer.others)]
    last = answer.offset + len(answer.others) == answer.total
    foot = _without(answer, language) if last else Text()
    fitted = pages.fit(_comparison_head(answer, language), items, foot)
    shown = answer.others[: fitted.items - len(own)]
    argument = answer.provision.address
    turn = Turning("compare", argument, answer.offset, len(shown), size, answer.total)
    links = [
        opening(clause_render.beside(other, language), "clause", other.address)
        for other in (answer.provision, *shown)
    ]
    return Reply(fitted.text, rows(turn.buttons(language), links))


def _label(provision: Provision, language: Language) -> Text:
    return join(", ", [provision.treaty.short, labels.number(provision.clause, language)])


def _comparison_head(answer: Comparison, language: Language) -> Text:
    title = language.say(
        "{clause}, beside other treaties", clause=labels.clause(answer.provision, language)
    )
    wording = language.say("This compares wording only; what it means in law is disputed.")
    past = labels.no_more(language) if answer.offset and not answer.others else ""
    return join("\n", [labels.title(title), italic(wording), past])


def _without(answer: Comparison, language: Language) -> Text:
    if not answer.without:
        return Text()
    names = language.listing(treaty.short for treaty in answer.without)
    return language.say("No such clause is recorded for: {treaties}.", treaties=names)


def _beside(provision: Provision, language: Language) -> Text:
    treaty, clause = provision.treaty, provision.clause
    title = bold(_label(provision, language))
    return join(
        "\n",
        [
            join(DOT, [title, treaty.status]),
            clause.description,
            clause_render.words(clause.phrase, language) if clause.phrase else "",
            *_terms(provision, language),
        ],
    )


def _terms(provision: Provision, language: Language) -> list[Text]:
    terms = provision.treaty.terms
    if provision.clause.topic == "consultation":
        named = [(language.say("Consultation"), terms.consultation)]
    else:
        named = [
            (language.say("Binding"), terms.binding),
            (language.say("Means"), terms.means),
            (language.say("UN Charter, Article 51"), terms.un_charter_51),
        ]
    named.append((language.say("Duration"), terms.duration))
    lines = [italic(name) + ": " + value for name, value in named if value]
    doubt = clause_render.doubts(provision.clause, language)
    return [*lines, doubt]
