"""Places with names like people's: those that stand only where places do."""

import re
from collections.abc import Callable, Iterable, Sequence

from digests.drafting.names import Run, folded

WHERE = re.compile(r"\b(?:in|at|near|of|outside|around|across|through|into|inside|on|the)\s+$")
NEAR = 10  # characters before a name


def known(found: Iterable[tuple[str, Sequence[Run]]]) -> Callable[[Run], bool]:
    """Give what tells a likely person from a place: some place in the text where only one fits."""
    asked = {folded(r.name[-1]) for _, here in found for r in here if r.kind == "likely"}
    free = {
        word
        for text, here in found
        for run in here
        if run.name
        for word in (folded(run.name[0]), folded(run.name[-1]))
        if word in asked and not _is_where(text, run)
    }
    return lambda run: bool(run.titles) or folded(run.name[-1]) in free


def _is_where(text: str, run: Run) -> bool:
    return run.possessive or bool(WHERE.search(text, max(0, run.start - NEAR), run.start))
