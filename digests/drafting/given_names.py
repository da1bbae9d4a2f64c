"""Given names by the gender they are mostly borne by: the lists of ``given_names.toml``."""

import tomllib
from importlib import resources

_FILE = resources.files("digests.drafting") / "given_names.toml"
_LISTS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(_FILE.read_text("utf-8")).items()
}

MALE = _LISTS["male"]
FEMALE = _LISTS["female"]
EITHER = MALE & FEMALE | _LISTS["either"]
FAMILY_FIRST = _LISTS["family_first"]
