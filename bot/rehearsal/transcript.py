"""Messages as plain text, for a terminal or a file."""

import itertools
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

Message = dict[str, Any]


class Transcript:
    """Writes a conversation: blank lines between messages, none after what the person typed."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._gap = False

    def typed(self, line: str) -> None:
        """Write down a line of the person at the console."""
        self._block(f"> {line}".rstrip())
        self._gap = False

    def told(self, text: str) -> None:
        """Write a message, or anything else there is to tell."""
        self._block(text)
        self._gap = True

    def ask(self, prompt: str) -> None:
        """Write a prompt and stay in its line."""
        self._write(("\n" if self._gap else "") + prompt)
        self._gap = False

    def leave(self) -> None:
        """End the line of a prompt nobody answered."""
        self._write("\n")

    def _block(self, text: str) -> None:
        self._write(("\n" if self._gap else "") + printable(text) + "\n")


def printable(text: str) -> str:
    """Return ``text`` without signs that would upset a terminal or an encoding."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\n\t"
        else sign
        for sign in text
    )


def shown(message: Message) -> str:
    """Return a message as text, with its link targets and its buttons."""
    return "\n".join((*_body(message), *_rows(message)))


def buttons(message: Message) -> list[dict[str, Any]]:
    """Return the buttons under a message, in the order they are numbered."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return list(itertools.chain.from_iterable(rows))


def _body(message: Message) -> Iterator[str]:
    if document := message.get("document"):
        yield f"(document) {document['file_name']}, {document['file_size']} bytes"
    if text := message.get("text"):
        yield _with_targets(text, message.get("entities", []))
    if caption := message.get("caption"):
        yield _with_targets(caption, message.get("caption_entities", []))


def _rows(message: Message) -> Iterator[str]:
    numbers = itertools.count(1)
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        yield "   ".join(f"[{next(numbers)}] {button['text']}" for button in row)


def _with_targets(text: str, entities: list[dict[str, Any]]) -> str:
    """Return the text with each link's target after its words, unless the words are the target."""
    raw = text.encode("utf-16-le")
    links = [entity for entity in entities if entity["type"] == "text_link"]
    for link in sorted(links, key=lambda link: link["offset"], reverse=True):
        start, end = 2 * link["offset"], 2 * (link["offset"] + link["length"])
        if raw[start:end].decode("utf-16-le").rstrip("/") != link["url"].rstrip("/"):
            raw = raw[:end] + f" ({link['url']})".encode("utf-16-le") + raw[end:]
    return raw.decode("utf-16-le")
