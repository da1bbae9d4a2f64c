"""A reply: text, and rows of buttons under it."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.buttons import Button, Do, Open, Turn
from bot.render.language import Language
from bot.render.text import Text
from digests.models import Cited, Quote

WIDEST_ROW = 24  # characters of labels that stand side by side on a phone
LONGEST_LABEL = 40


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote that is read in a reply, and the id of the article it stands in."""

    article: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent back; ``quotes`` are those read in it, for whoever finds something wrong."""

    text: Text
    buttons: Rows = ()
    quotes: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Turning:
    """How a list goes on: which question, from where to where, of how many at least."""

    command: str
    argument: str
    offset: int
    shown: int
    size: int
    total: int

    def buttons(self, language: Language) -> tuple[Button, ...]:
        """Give the buttons to the page before and the page after, where there are any."""
        row = []
        if self.offset > 0:
            back = max(0, min(self.offset, self.total) - self.size)
            label = language.say("◂ Back").plain
            row.append(Button(label, Turn(self.command, self.argument, back)))
        if (further := self.offset + self.shown) < self.total:
            label = language.say("More ▸").plain
            row.append(Button(label, Turn(self.command, self.argument, further)))
        return tuple(row)


def rows(*groups: Iterable[Button]) -> Rows:
    """Arrange buttons: each group begins a row, short labels stand two by two."""
    arranged: list[tuple[Button, ...]] = []
    for group in groups:
        row: tuple[Button, ...] = ()
        for button in group:
            if row and not _side_by_side(row, button):
                arranged.append(row)
                row = ()
            row += (button,)
        if row:
            arranged.append(row)
    return tuple(arranged)


def _side_by_side(row: tuple[Button, ...], button: Button) -> bool:
    labels = [*(each.label for each in row), button.label]
    return len(labels) <= 2 and sum(map(len, labels)) <= 2 * WIDEST_ROW  # noqa: PLR2004 - a pair


def quoting(quotes: Iterable[Cited]) -> tuple[Shown, ...]:
    """Give the quotes of a list as those that are read in a reply."""
    return tuple(Shown(cited.article.id, cited.quote) for cited in quotes)


def opening(label: Text | str, command: str, argument: str) -> Button:
    """Make a button that opens an answer in a new message."""
    plain = label if isinstance(label, str) else label.plain
    return Button(_short(plain), Open(command, argument))


def turning(label: Text | str, command: str, argument: str) -> Button:
    """Make a button that puts an answer in place of this one."""
    plain = label if isinstance(label, str) else label.plain
    return Button(_short(plain), Turn(command, argument))


def doing(label: Text | str, action: Do) -> Button:
    """Make a button of the editors' desk."""
    plain = label if isinstance(label, str) else label.plain
    return Button(_short(plain), action)


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip()}…"
