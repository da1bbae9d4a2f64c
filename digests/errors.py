"""What can go wrong that a caller can act on.

::

    DigestError
    ├── LibraryError            the library file cannot be used
    │   ├── NotALibrary         it is damaged, or not ours
    │   ├── NewerLibrary        a newer version of the program wrote it
    │   └── LibraryBusy         another process is writing; try again in a moment
    └── RecordRefused           a record does not fit; nothing of it was kept
"""


class DigestError(Exception):
    """Something went wrong that a caller can act on; the message is for people."""


class LibraryError(DigestError):
    """The library file cannot be used."""


class NotALibrary(LibraryError):  # noqa: N818 - reads as what it is where it is raised
    """The file is damaged, or is not a library of this program; it was left untouched."""


class NewerLibrary(LibraryError):  # noqa: N818
    """A newer version of the program wrote this library; it was left untouched."""


class LibraryBusy(LibraryError):  # noqa: N818
    """Another process is writing; nothing was done, so trying again is safe."""


class RecordRefused(DigestError):  # noqa: N818
    """A record does not fit; ``problems`` says where and how to mend it, a sentence each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems
