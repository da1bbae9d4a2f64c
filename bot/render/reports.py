"""What readers say is wrong, as editors see it."""

from dataclasses import dataclass

from bot.buttons import Button, Do
from bot.objections.steps import Fault
from bot.render import labels, objection
from bot.render.labels import DOT
from bot.render.language import Language
from bot.render.reply import Reply, Rows, opening, rows
from bot.render.text import Text, bold, code, italic, join
from config.catalogue import Catalogue
from digests.library.reports import Objection, Verdict
from digests.models import Article, Quote

LONGEST = 1_000  # UTF-16 units of a quote


@dataclass(frozen=True, slots=True)
class Seen:
    """An objection, the quote its reader saw, and the article as it stands, if it still does."""

    objection: Objection
    quote: Quote | None
    article: Article | None


def new(seen: Seen, catalogue: Catalogue, language: Language) -> Reply:
    """Tell an editor of a new objection."""
    lead = language.say("A reader has found something wrong. /reports lists all such.")
    return _under(lead, one(seen, catalogue, language))


def listed(shown: Reply, offset: int, total: int, language: Language) -> Reply:
    """Show one objection of a list, the oldest first."""
    lead = language.say(
        "Readers’ reports: {number} of {total}, the oldest first",
        number=language.number(offset + 1),
        total=language.number(total),
    )
    turns = []
    if offset > 0:
        turns.append(Button(language.say("◂ Back").plain, Do("reports", number=offset - 1)))
    if offset + 1 < total:
        turns.append(Button(language.say("More ▸").plain, Do("reports", number=offset + 1)))
    under = _under(lead, shown)
    return Reply(under.text, rows(turns) + under.buttons)


def _under(lead: Text, shown: Reply) -> Reply:
    return Reply(join("\n\n", [bold(lead), shown.text]), shown.buttons)


def none(language: Language) -> Reply:
    """Say that no objection waits."""
    return Reply(language.say("No reader’s report waits to be answered."))


def one(seen: Seen, catalogue: Catalogue, language: Language) -> Reply:
    """Show one objection."""
    said = _said(seen.objection, language)
    blocks = [said, _quote(seen, catalogue, language), _place(seen, catalogue, language)]
    return Reply(join("\n\n", blocks), _actions(seen, language))


def _said(report: Objection, language: Language) -> Text:
    """Give what the reader said: what is wrong, and their own words."""
    code_, _, words = report.words.partition(":")
    if code_ not in set(Fault):
        return italic(report.words)
    said = bold(objection.fault(Fault(code_), language))
    return join("\n", [said, "“" + italic(words.strip()) + "”" if words.strip() else ""])


def _quote(seen: Seen, catalogue: Catalogue, language: Language) -> Text:
    said, article = seen.objection, seen.article
    if article is None or said.number is None:
        was = objection.was(said, seen.quote, language)
        return join("\n", [language.say("The quote as it was:"), was])
    quote = article.quotes[said.number - 1]
    clauses = [
        labels.short_clause(article.address(name), catalogue, language) for name in quote.clauses
    ]
    by = "— " + join(DOT, [objection.speaker(quote, language), *clauses])
    return join("\n", [labels.quoted(quote, LONGEST), by])


def _place(seen: Seen, catalogue: Catalogue, language: Language) -> Text:
    report, article = seen.objection, seen.article
    at = language.day(report.at.date())
    lines = [language.say("Reported on {date}", date=at)]
    if article is None:
        retracted = language.say("The article {id} was retracted since.", id=code(report.article))
        return join("\n", [retracted, *lines])
    title = labels.headline(article, catalogue, language)
    facts = [labels.outlet(article.outlet, catalogue, language), labels.source(article, language)]
    if report.number is None:
        lines.insert(0, language.say("The article was corrected since: the quote is gone."))
        where = language.say("in {id}", id=code(article.id))
    else:
        number = language.number(report.number)
        where = language.say("quote {number} of {id}", number=number, id=code(article.id))
    return join("\n", [title, join(DOT, facts), where, *lines])


def _actions(seen: Seen, language: Language) -> Rows:
    report, article = seen.objection, seen.article
    stands = Button(language.say("It stands").plain, Do("stands", report.id))
    corrected = Button(language.say("It is corrected").plain, Do("corrected", report.id))
    retract = Button(language.say("Retract the article").plain, Do("withdraw", report.id))
    if article is None:
        label = language.say("Tell the reader").plain
        return rows([Button(label, Do("verdict", report.id, argument=Verdict.RETRACTED.value))])
    mend = Button(language.say("Open a correction").plain, Do("mend", report.id))
    read = opening(language.say("Read the article"), "article", article.id)
    return rows([mend, corrected], [stands, retract], [read])


def answer(report: Objection, verdict: Verdict, language: Language) -> Reply:
    """Ask for a line to the reader."""
    head = (
        language.say("The quote is corrected.")
        if verdict is Verdict.CORRECTED
        else language.say("The quote stands as it is.")
    )
    ask = language.say(
        "Write the reader a line on it in your next message, in the words they are to read. "
        "Or tell them just that."
    )
    without = Do("verdict", report.id, argument=verdict.value)
    buttons = [
        Button(language.say("Tell them just that").plain, without),
        Button(language.say("◂ Back").plain, Do("report", report.id)),
    ]
    return Reply(join("\n\n", [bold(head), ask]), rows(buttons))


def reason(report: Objection, language: Language) -> Reply:
    """Ask why an article is retracted."""
    head = language.say("Retract {id}?", id=code(report.article))
    ask = language.say(
        "It would be gone from every answer at once; /history keeps it. Write the reason in your "
        "next message: the reader is told it too."
    )
    back = Button(language.say("◂ Back").plain, Do("report", report.id))
    return Reply(join("\n\n", [bold(head), ask]), rows([back]))


def settled(report: Objection, language: Language, *, told: bool) -> Reply:
    """Say that an objection is answered now, and whether its reader has heard."""
    note = (
        language.say("The reader has been told.")
        if told
        else language.say("The reader cannot be reached at present.")
    )
    return _settled(report, note, language)


def settled_before(report: Objection, language: Language) -> Reply:
    """Say that somebody else was quicker."""
    return _settled(report, language.say("That was settled before your tap."), language)


def _settled(report: Objection, note: Text, language: Language) -> Reply:
    match report.verdict:
        case Verdict.CORRECTED:
            said = language.say("Settled: the quote is corrected.")
        case Verdict.RETRACTED:
            said = language.say("Settled: the article is retracted.")
        case _:
            said = language.say("Settled: the quote stands.")
    answer = italic(labels.clean(report.answer)) if report.answer else ""
    following = Button(language.say("Next report").plain, Do("reports"))
    return Reply(join("\n", [join(" ", [bold(said), note]), answer]), rows([following]))


def mending(report: Objection, language: Language) -> Text:
    """Introduce the draft of a correction that a reader has brought about."""
    return language.say(
        "A correction of {id}. When it is published, /reports settles what the reader said.",
        id=code(report.article),
    )


def lost(language: Language) -> Text:
    """Say that there is no such objection."""
    return language.say("There is no such report. /reports lists those that wait.")
