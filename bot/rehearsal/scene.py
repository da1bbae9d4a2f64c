"""Where a rehearsal stands: the place, the speaker, and what can be seen from there."""

from collections.abc import Callable
from typing import Any

from bot.rehearsal import stage
from bot.rehearsal.stage import Place
from bot.rehearsal.transcript import shown
from bot.stand_in.arguments import Upload
from bot.stand_in.telegram import StandIn
from bot.stand_in.world import Event

Message = dict[str, Any]
Update = dict[str, Any]


class Scene:
    """A place and a speaker on the stage; both can change."""

    def __init__(self, stand_in: StandIn) -> None:
        self._stand_in = stand_in
        self._place = stage.PRIVATE
        self._shown = 0
        self.role = "owner"

    @property
    def name(self) -> str:
        """Place and speaker, in two words or three."""
        return f"{self._place.name} {self.role}"

    @property
    def in_channel(self) -> bool:
        """Whether the place is the channel, where nobody in particular speaks."""
        return self._place == stage.CHANNEL

    @property
    def speaker(self) -> int:
        """The id of who speaks."""
        return stage.PEOPLE[self.role]

    @property
    def chat_id(self) -> int:
        """The chat spoken in."""
        return self.speaker if self._place.chat_id is None else self._place.chat_id

    def go_to(self, place: Place) -> None:
        """Change the place; a topic named for the first time is opened."""
        self._place = place
        topics = self._stand_in.chat(stage.FORUM_ID).topics
        if place.topic is not None and place.topic not in topics:
            self._stand_in.topic(stage.FORUM_ID, place.topic)

    def say(self, text: str) -> Update:
        """Write a message here; it answers the last one if that forces a reply."""
        if self.in_channel:
            return self._stand_in.channel_post(self.chat_id, text)
        last = self.last(lambda _: True) or {}
        forced = "force_reply" in last.get("reply_markup", {})
        return self._stand_in.message(
            self.chat_id,
            self.speaker,
            text,
            reply_to=last["message_id"] if forced else None,
            topic=self._place.topic,
        )

    def hand_over(self, upload: Upload, caption: str) -> Update:
        """Send a document here."""
        return self._stand_in.document(
            self.chat_id,
            self.speaker,
            upload.file_name,
            upload.content,
            caption,
            mime_type=upload.mime_type,
            topic=self._place.topic,
        )

    def press(self, message: Message, data: str) -> Update:
        """Press a button here."""
        return self._stand_in.press(self.chat_id, self.speaker, message["message_id"], data)

    def last(self, fits: Callable[[Message], object]) -> Message | None:
        """Return the last message of the bot shown here that fits, as it stands now."""
        records = self._stand_in.chat(self.chat_id).records
        for event in reversed(self._stand_in.events):
            if event.kind in {"sent", "edited"} and self._is_here(event):
                record = records.get(event.content["message_id"])
                if record is not None and fits(record.message):
                    return record.message
        return None

    def news(self) -> list[str]:
        """Return what the bot has done since last asked, as text."""
        fresh = self._stand_in.events[self._shown :]
        self._shown += len(fresh)
        return [text for event in fresh if (text := self._described(event))]

    def _described(self, event: Event) -> str:
        if event.kind == "notice":
            text, url = event.content["text"], event.content["url"]
            return f"(notice) {text}" if text else f"(opens) {url}" if url else ""
        thread = event.content.get("message_thread_id")
        elsewhere = stage.whereabouts(event.chat_id, thread)
        where = "" if self._is_here(event) else f"({elsewhere})\n"
        what = "" if event.kind == "sent" else f"({event.kind})\n"
        return f"{where}{what}{shown(event.content)}"

    def _is_here(self, event: Event) -> bool:
        thread = event.content.get("message_thread_id")
        return event.chat_id == self.chat_id and thread == self._place.topic
