"""Who sets editions: wording, outlets and links to this bot, at the press's hand."""

from dataclasses import dataclass

from bot.render import sheets, wire
from bot.render import struck as retractions
from bot.render.language import Languages
from bot.render.story import Setting
from config.catalogue import Catalogue
from digests.editions import Edition
from digests.press.typesetting import Struck
from digests.subscriptions import Part


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Makes messages of editions; ``bot`` is the name under which links lead to this one."""

    catalogue: Catalogue
    languages: Languages
    bot: str

    def edition(
        self, edition: Edition, language: str, *, brief: bool, body: int
    ) -> tuple[Part, ...]:
        """Set an edition; *body* is the number under which the whole of it can be read."""
        return sheets.typeset(edition, self._setting(language), brief=brief, body=body)

    def struck(self, part: Part, struck: Struck, language: str) -> Part:
        """Put in the place of an article that it was taken back; again changes nothing."""
        return retractions.struck(part, struck, self._setting(language))

    def notice(self, struck: Struck, language: str) -> Part:
        """Say that an article was taken back, in a message of its own."""
        said = retractions.notice(struck, self._setting(language))
        return Part(wire.nested(wire.message(said)))

    def _setting(self, language: str) -> Setting:
        return Setting(self.catalogue, self.languages.best(language), self.bot)
