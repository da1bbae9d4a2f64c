"""What is wrong with a draft, in words an editor can act on."""

from bot.render import labels
from bot.render.language import Language, later
from bot.render.text import Text
from digests.review import Complaint, ComplaintKind

MOST_DETAIL = 200  # characters of a reason or of the source
MISSING = {
    ComplaintKind.NO_TREATY: later(
        "It is about no treaty I know. Name the treaty, or discard it."
    ),
    ComplaintKind.NO_HEADLINE: later("There is no headline. Write it, or declare it unknown."),
    ComplaintKind.NO_OUTLET: later("There is no outlet. Name it, or declare it unknown."),
    ComplaintKind.NO_DATE: later("There is no date. Give it, or declare it unknown."),
    ComplaintKind.NO_SUMMARY: later("There is no summary. Write one, or declare it unknown."),
    ComplaintKind.SUMMARY_IS_DRAFT: later(
        "The summary is a draft. Accept it, or write a better one."
    ),
    ComplaintKind.NOTHING_QUOTED: later("No words are quoted. Check that none were missed."),
}
SAME = {
    ComplaintKind.SAME_URL: later(
        "{draft_or_article} has the same address. Publish only one of them."
    ),
    ComplaintKind.SAME_TEXT: later(
        "{draft_or_article} has the same text. Publish only one of them."
    ),
    ComplaintKind.SAME_QUOTES: later(
        "{draft_or_article} has the same quotes. If it is the same text, publish only one of them."
    ),
}


def sentences(complaint: Complaint, language: Language) -> Text:
    """Say what is missing or doubtful, and what to do about it."""
    if complaint.about.isdecimal():
        number = language.number(int(complaint.about))
        return language.say(
            "Quote {number}: {complaint}", number=number, complaint=_quote(complaint, language)
        )
    return _whole(complaint, language)


def _quote(complaint: Complaint, language: Language) -> Text:
    """Complain of a quote."""
    detail = _short(complaint.detail)
    match complaint.kind:
        case ComplaintKind.OTHER_SPEAKER:
            return language.say(
                "in {article} the same words are those of {name}. Check who said them.",
                article=complaint.where,
                name=detail,
            )
        case ComplaintKind.DOUBTFUL_SPEAKER if detail:
            return language.say(
                "the speaker is doubtful, going by “{evidence}”. Confirm or correct it.",
                evidence=detail,
            )
        case ComplaintKind.DOUBTFUL_SPEAKER:
            return language.say("the speaker is doubtful. Confirm or correct it.")
        case ComplaintKind.END_GUESSED:
            return language.say("its end is a guess: no closing mark. Check where it ends.")
        case _:
            return language.say(
                "nobody is named. Say who speaks, let it stay open, or leave the quote out."
            )


def _whole(complaint: Complaint, language: Language) -> Text:
    """Complain of the draft as a whole, or of a field."""
    match complaint.kind:
        case ComplaintKind.RETRACTED:
            return language.say(
                "The article was retracted ({reason}). Publishing this brings it back.",
                reason=_short(complaint.detail).rstrip("."),
            )
        case ComplaintKind.SAME_URL | ComplaintKind.SAME_TEXT | ComplaintKind.SAME_QUOTES as kind:
            same = place(complaint.where, language)
            return language.say(SAME[kind], draft_or_article=same)
        case ComplaintKind.UNKNOWN_OUTLET:
            return language.say(
                "{outlet} is not in the catalogue of outlets. Check how it is written.",
                outlet=_short(complaint.detail),
            )
        case ComplaintKind.DATE_INFERRED:
            return language.say("The date was inferred. {note}", note=_short(complaint.detail))
        case _:
            return language.say(MISSING[complaint.kind])


def place(where: str, language: Language) -> Text:
    """Name an article by its id, or a draft by its number."""
    if where.startswith("#"):
        return language.say("Draft {number}", number=where)
    return language.say("The article {id}", id=where)


def _short(detail: str) -> str:
    plain = labels.clean(detail)
    return plain if len(plain) <= MOST_DETAIL else f"{plain[: MOST_DETAIL - 1].rstrip()}…"
