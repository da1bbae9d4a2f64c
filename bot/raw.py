"""Raw articles from the disk: filed as drafts, or published where nothing is in the way."""

import time
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import drafting
from bot.clock import Clock
from bot.render import complaints, refusals
from bot.render.language import Language
from config.catalogue import Catalogue
from digests import desk, review
from digests.desk import Report, bringing
from digests.drafting import hinted
from digests.drafts import Draft
from digests.intake.outcomes import RawText
from digests.library import Library
from digests.review import Complaint, Severity, Twin


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk that files are brought to, and in whose name."""

    catalogue: Catalogue
    library: Library
    clock: Clock
    timezone: ZoneInfo
    by: str

    def bring(self, file: Path, publish: bool, dry_run: bool) -> Report:
        """Take one file in, as one transaction, and tell what became of it."""
        made = drafting.taken(file, Language())
        if not isinstance(made, RawText):
            return Report(str(file), "refused", (made.why,))
        today = self.clock.now().astimezone(self.timezone).date()
        draft = hinted.read(made, self.catalogue, today)
        if same := bringing.twin(draft, self.library):
            return self._met(file, same, publish=publish)
        if publish:
            return self._foreseen(file, draft) if dry_run else self._published(file, draft)
        return Report(str(file), "draft") if dry_run else self._filed(file, draft)

    def _filed(self, file: Path, draft: Draft) -> Report:
        outcome = desk.patiently(
            lambda: desk.submit(draft, self.library, self.clock.now(), self.by), time.sleep
        )
        if isinstance(outcome, Twin):
            return self._met(file, outcome)
        quotes = len(draft.quotes)
        told = f"{quotes} quote{'' if quotes == 1 else 's'}; /draft {outcome.id} opens it."
        return Report(str(file), "draft", (told,))

    def _published(self, file: Path, draft: Draft) -> Report:
        outcome = desk.patiently(
            lambda: bringing.bring_out(
                draft, self.catalogue, self.library, self.clock.now(), self.by
            ),
            time.sleep,
        )
        match outcome:
            case desk.Published(article):
                return Report(str(file), "new", (f"{article} is published.", *self._doubts(draft)))
            case desk.Blocked(found):
                return self._blocked(file, found)
            case Twin():
                return self._met(file, outcome, publish=True)
            case review.Refused():
                return Report(str(file), "refused", (refusals.change(outcome, Language()).plain,))

    def _foreseen(self, file: Path, draft: Draft) -> Report:
        """Tell what publishing would do."""
        whole = bringing.accepted(draft, self.catalogue)
        if found := bringing.blocking(whole, self.catalogue):
            return self._blocked(file, found)
        return Report(str(file), "new", tuple(self._doubts(draft)))

    def _doubts(self, draft: Draft) -> list[str]:
        """Say what was doubtful in what nobody has looked at."""
        found = review.complaints(draft, self.catalogue)
        return _said([one for one in found if one.kind.severity is Severity.DOUBT])

    def _blocked(self, file: Path, found: tuple[Complaint, ...]) -> Report:
        way_out = "Load it without --publish, and an editor can mend it."
        return Report(str(file), "refused", (*_said(found), way_out))

    def _met(self, file: Path, same: Twin, *, publish: bool = False) -> Report:
        """Tell that something is here already; with other words at its address it is refused."""
        language = Language()
        name = complaints.place(same.where, language).plain
        if retraction := self.library.past.retraction(same.where):
            why = f"{name} has the same {_in_words(same)}, and was retracted: {retraction.reason}"
            return Report(str(file), "refused", (why, f"/correct {same.where} opens it again."))
        if publish and same.where.startswith("#"):
            why = f"{name} has the same {_in_words(same)}; an editor can publish that."
            return Report(str(file), "refused", (why,))
        if same.same == "text":
            return Report(str(file), "same", (f"{name} has the same text.",))
        why = f"{name} has the same address, but other words; in Telegram, /load takes it anyway."
        return Report(str(file), "refused", (why,))


def _in_words(same: Twin) -> str:
    return "text" if same.same == "text" else "address"


def _said(found: tuple[Complaint, ...] | list[Complaint]) -> list[str]:
    return [complaints.sentences(one, Language()).plain for one in found]
