"""What is new, put together for readers: pure, from articles to an edition.

``edition`` has the values, ``weight`` tells what matters more, ``stories`` which articles are one
story, ``composing`` makes an edition of them.
"""

from digests.editions.composing import compose, nothing
from digests.editions.edition import Asked, Edition, Numbered, Story, Touched

__all__ = ["Asked", "Edition", "Numbered", "Story", "Touched", "compose", "nothing"]
