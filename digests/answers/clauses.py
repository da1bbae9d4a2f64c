"""What clauses does a treaty have?"""

from dataclasses import dataclass

from config.catalogue import Catalogue
from config.entries import Treaty
from config.references import Provision
from digests.answers.treaty import NoTreaty, find
from digests.library import Library
from digests.models import Tally


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a treaty, each with what the library holds on it."""

    treaty: Treaty
    tallies: dict[str, Tally]
    offset: int

    def tally(self, provision: Provision) -> Tally:
        """Give what the library holds on one clause."""
        return self.tallies.get(provision.address, Tally())


def listed(
    text: str, catalogue: Catalogue, library: Library, offset: int = 0
) -> Clauses | NoTreaty:
    """Answer “what clauses does it have?”."""
    match find(text, catalogue):
        case Treaty() as treaty:
            return Clauses(treaty, library.quotes.tallies(treaty.id), offset)
        case unknown:
            return unknown
