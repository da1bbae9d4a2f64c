"""From a draft to an article: what to complain of, what to change, what becomes of it. Pure.

In reading order: ``complaints`` (what an editor must or should look at), ``changes`` (what an
editor may do), ``amending`` with ``fields`` and ``quotes`` (a draft and a change -> a draft, or a
reason why not), ``accepting`` (a draft -> an article), ``naming`` (its id), ``reopening`` (an
article -> a draft again), ``passages`` (words found again in the source).
"""

from digests.review.accepting import accept, tidy
from digests.review.amending import amend
from digests.review.changes import (
    FIELDS,
    MAY_BE_UNKNOWN,
    AcceptSummary,
    AddQuote,
    Change,
    DeclareUnknown,
    KeepQuote,
    Reason,
    Refused,
    RewriteSummary,
    SetClauses,
    SetField,
    SetKind,
    SetSpeaker,
)
from digests.review.complaints import (
    Complaint,
    ComplaintKind,
    Known,
    Rival,
    Severity,
    Twin,
    blocking,
    complaints,
)
from digests.review.naming import identify
from digests.review.reopening import reopen

__all__ = [
    "FIELDS",
    "MAY_BE_UNKNOWN",
    "AcceptSummary",
    "AddQuote",
    "Change",
    "Complaint",
    "ComplaintKind",
    "DeclareUnknown",
    "KeepQuote",
    "Known",
    "Reason",
    "Refused",
    "RewriteSummary",
    "Rival",
    "SetClauses",
    "SetField",
    "SetKind",
    "SetSpeaker",
    "Severity",
    "Twin",
    "accept",
    "amend",
    "blocking",
    "complaints",
    "identify",
    "reopen",
    "tidy",
]
