"""One text that came in several messages: put together as it was before it was cut."""

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 4096  # UTF-16 units; a client puts no more into one message
SHORTEST_CUT = LONGEST // 2  # it cuts in the second half of what fits
LONGEST_WORD = 64  # characters
CLOSING = '.!?…。”"»’)]'


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one message; ``width`` is the whole message's, a command before them too."""

    number: int  # of the message
    text: str
    width: int


def joined(pieces: Iterable[Piece]) -> str:
    """Join pieces in the order of their messages.

    Clients cut at the last line end in the second half of what fits, else at the last blank there,
    else within a word; Telegram then drops the white space at both ends. What was not cut but
    written by itself is a paragraph.
    """
    whole, before = "", None
    for piece in sorted(pieces, key=lambda each: each.number):
        whole += (_gap(before, piece) if before else "") + piece.text
        before = piece
    return whole


def _gap(before: Piece, after: Piece) -> str:
    if before.width <= SHORTEST_CUT:
        return "\n\n"
    if before.width > LONGEST - LONGEST_WORD and "\n" not in _second_half(before.text):
        return "" if _within_a_word(before, after) else " "
    # The line end may have been one within a paragraph.
    whole = before.text.rstrip()[-1:] in CLOSING and not after.text[:1].islower()
    return "\n\n" if whole and "\n\n" in before.text else "\n"


def _second_half(text: str) -> str:
    return text[len(text) // 2 :]


def _within_a_word(before: Piece, after: Piece) -> bool:
    full = before.width >= LONGEST
    return full and before.text[-1:].isalnum() and after.text[:1].isalnum()
